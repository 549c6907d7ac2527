"""QGIS's network settings as environment variables."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

AUTHORITY = """\
-----BEGIN CERTIFICATE-----
MIIBRjCB7aADAgECAgEBMAoGCCqGSM49BAMCMBIxEDAOBgNVBAMMB1Rlc3QgQ0Ew
IBcNMjAwMTAxMDAwMDAwWhgPMjEyMDAxMDEwMDAwMDBaMBIxEDAOBgNVBAMMB1Rl
c3QgQ0EwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAARwSQeMcnCMVy7dtZ4pRmKG
0F9Ymj3PptDbZLd6tf0waGrKm9uXvoh3AHoEehvX+hFdjj3nXKs+rogPnVOkJ5Ej
ozIwMDAPBgNVHRMBAf8EBTADAQH/MB0GA1UdDgQWBBS+g7WVXDuR7zzFXna0SR8U
Dv3NkDAKBggqhkjOPQQDAgNIADBFAiAYrvKExO9hqkpAOXe8NyqxhqxAuAp/YB52
IeBKB1bIHwIhAKutMk8nPp7Kh0Lb06lQIzNbXxKVnFXAOzyyXN30uymx
-----END CERTIFICATE-----
"""  # for nothing but this test; its key was thrown away


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


@pytest.fixture
def authority(tmp_path: Path) -> Any:
    """A certificate authority that the user has added to QGIS, as that of a proxy."""
    from qgis.core import QgsApplication

    path, manager = tmp_path / "authority.pem", QgsApplication.authManager()
    path.write_text(AUTHORITY)
    manager.storeAuthSetting("cafile", str(path))
    manager.rebuildCaCertsCache()
    manager.rebuildTrustedCaCertsCache()
    yield
    manager.removeAuthSetting("cafile")
    manager.rebuildCaCertsCache()
    manager.rebuildTrustedCaCertsCache()


@pytest.mark.usefixtures("authority")
def test_certificates_of_qgis(tmp_path: Path) -> None:
    from cmhcl_footprints.cmhcl_plugin.environment.network import network_environment

    written = tmp_path / "new folder" / "certificates.pem"
    found = network_environment("https://index.example/simple", written)
    names = ("PIP_CERT", "SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "GDAL_CURL_CA_BUNDLE")
    assert found == dict.fromkeys(names, str(written))
    assert AUTHORITY.strip() in written.read_text()
