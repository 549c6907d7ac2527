"""Addresses in the guide, which ships with the plugin as HTML."""

from __future__ import annotations

from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QDesktopServices

from ..paths import guide_folder


def url(page: str) -> QUrl:
    """The address of a page of the guide: ``extract``, or ``processing#fine-tune``."""
    name, _, anchor = page.partition("#")
    address = QUrl.fromLocalFile(str(guide_folder() / f"{name}.html"))
    if anchor:
        address.setFragment(anchor)
    return address


def show(page: str) -> None:
    """Open a page of the guide in the browser."""
    QDesktopServices.openUrl(url(page))
