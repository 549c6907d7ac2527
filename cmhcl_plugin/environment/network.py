"""QGIS's network settings as environment variables of other programs."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

from qgis.core import QgsApplication, QgsNetworkAccessManager
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtNetwork import QNetworkProxy, QNetworkProxyQuery

from ..settings import Settings

SCHEMES = {
    QNetworkProxy.ProxyType.HttpProxy: "http",
    QNetworkProxy.ProxyType.HttpCachingProxy: "http",
    QNetworkProxy.ProxyType.Socks5Proxy: "socks5h",
}
# Variables of pip, uv, requests and the worker's GDAL that name a file of certificates.
CERTIFICATES = ("PIP_CERT", "SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "GDAL_CURL_CA_BUNDLE")


def network_environment(url: str, certificates: Path) -> dict[str, str]:
    """Environment variables with which a program reaches ``url`` as QGIS does.

    Empty if QGIS has neither a proxy nor certificates of its own. The proxy of the plugin's own
    settings goes first. ``certificates`` is the PEM file to write QGIS's certificates to. Raises
    OSError if it cannot be written.
    """
    chosen = Settings.load().proxy
    proxy = _in_both_cases(http_proxy=chosen, https_proxy=chosen) if chosen else _proxy(url)
    return {**proxy, **_certificates(certificates)}


def proxy_url(proxy: QNetworkProxy) -> str:
    """Scheme, login, host and port as one URL, percent-encoded; "" without a proxy."""
    if proxy.type() not in SCHEMES or not proxy.hostName():
        return ""
    login = quote(proxy.user(), safe="")
    if proxy.password():
        login += ":" + quote(proxy.password(), safe="")
    at = "@" if login else ""
    return f"{SCHEMES[proxy.type()]}://{login}{at}{proxy.hostName()}:{proxy.port()}"


def _proxy(url: str) -> dict[str, str]:
    manager = QgsNetworkAccessManager.instance()
    factory = manager.proxyFactory()  # applies QGIS's exclusions and the system's proxy
    found = factory.queryProxy(QNetworkProxyQuery(QUrl(url))) if factory else []
    proxy = proxy_url(found[0]) if found else ""
    if not proxy:
        return {}
    excluded = manager.excludeList() + manager.noProxyList()
    direct = [QUrl(entry).host() or entry for entry in excluded]
    return _in_both_cases(http_proxy=proxy, https_proxy=proxy, no_proxy=",".join(direct))


def _in_both_cases(**values: str) -> dict[str, str]:
    return {**values, **{name.upper(): value for name, value in values.items()}}


def _certificates(path: Path) -> dict[str, str]:
    """All certificates that QGIS trusts, if the user added any to those of the system."""
    manager = QgsApplication.authManager()
    if manager.isDisabled() or not (manager.extraFileCAs() or manager.databaseCAs()):
        return {}
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(bytes(manager.trustedCaCertsPemText()))
    return dict.fromkeys(CERTIFICATES, str(path))
