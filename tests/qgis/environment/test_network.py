"""QGIS's network settings as environment variables."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest


@pytest.fixture
def no_proxy() -> Any:
    """QGIS's proxy settings to be changed, and taken back."""
    from qgis.core import QgsNetworkAccessManager, QgsSettings

    yield QgsSettings()
    QgsSettings().remove("proxy")
    QgsNetworkAccessManager.instance().setupDefaultProxyAndCache()


def test_proxy_of_qgis(no_proxy: Any, tmp_path: Path) -> None:
    from cmhcl_footprints.cmhcl_plugin.environment.network import network_environment
    from qgis.core import QgsNetworkAccessManager

    values = {"Enabled": True, "Type": "HttpProxy", "Host": "proxy.example", "Port": "3128"}
    values |= {"User": "jürg", "Password": "p@ss:w/rd", "ExcludedUrls": ["http://intra.example"]}
    for name, value in values.items():
        no_proxy.setValue(f"proxy/proxy{name}", value)
    QgsNetworkAccessManager.instance().setupDefaultProxyAndCache()
    found = network_environment("https://index.example/simple", tmp_path / "certificates.pem")
    proxy = "http://j%C3%BCrg:p%40ss%3Aw%2Frd@proxy.example:3128"
    assert found["HTTPS_PROXY"] == found["https_proxy"] == found["HTTP_PROXY"] == proxy
    assert found["no_proxy"] == "intra.example"
    assert network_environment("http://intra.example/simple", tmp_path / "c.pem") == {}


def test_preset_proxy_goes_before_that_of_qgis(
    no_proxy: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from cmhcl_footprints.cmhcl_plugin.environment.network import network_environment
    from qgis.core import QgsNetworkAccessManager

    for name, value in {"Enabled": True, "Type": "HttpProxy", "Host": "qgis.example"}.items():
        no_proxy.setValue(f"proxy/proxy{name}", value)
    QgsNetworkAccessManager.instance().setupDefaultProxyAndCache()
    monkeypatch.setenv("CMHCL_PROXY", "http://preset.example:8080")
    found = network_environment("https://index.example/simple", tmp_path / "c.pem")
    names = ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY")
    assert found == dict.fromkeys(names, "http://preset.example:8080")


def test_no_proxy_leaves_the_environment_alone(tmp_path: Path) -> None:
    from cmhcl_footprints.cmhcl_plugin.environment.network import network_environment

    assert network_environment("https://index.example/simple", tmp_path / "c.pem") == {}
