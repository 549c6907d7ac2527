"""URLs of the guide, which is part of the plugin as HTML."""

from __future__ import annotations

from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QDesktopServices

from ..language import language
from ..paths import guide_folder


def url(page: str) -> QUrl:
    """URL of a page, such as ``extract``, or of a heading, such as ``processing#fine-tune``.

    A page is that in QGIS's language, or else in English. Headings are those of the English one.
    """
    name, _, anchor = page.partition("#")
    translated = guide_folder() / language() / f"{name}.html"
    if not anchor and translated.is_file():
        return QUrl.fromLocalFile(str(translated))
    address = QUrl.fromLocalFile(str(guide_folder() / f"{name}.html"))
    if anchor:
        address.setFragment(anchor)
    return address


def show(page: str) -> None:
    """Open a page of the guide in the browser."""
    QDesktopServices.openUrl(url(page))
