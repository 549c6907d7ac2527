"""Texts from untrusted sources, such as the name of a model or a layer, shown literally.

Qt and QGIS draw a text as HTML if it looks like it, and load the images that it names.
"""

from __future__ import annotations

from html import escape
from typing import Optional

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QResizeEvent
from qgis.PyQt.QtWidgets import QLabel, QWidget


class PlainLabel(QLabel):
    """A label that shows every text literally, on as many lines as needed or, else, on one."""

    def __init__(
        self, text: str = "", parent: Optional[QWidget] = None, *, wrap: bool = True
    ) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)

    def setText(self, text: str) -> None:  # noqa: N802
        super().setText(text)
        self._claim_height()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._claim_height()

    def _claim_height(self) -> None:
        """Of all lines, which a form layout forgets when a row below shrinks."""
        if self.wordWrap():
            self.setMinimumHeight(0)
            self.setMinimumHeight(max(0, self.heightForWidth(self.width())))


class HtmlLabel(QLabel):
    """A label for HTML of the plugin, such as a link; all else in it must be escaped."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)


def literal(text: str) -> str:
    """A text for tool tips, message bars and message boxes, which shows as it is."""
    if not any(sign in text for sign in "<&"):
        return text
    html = escape(text, quote=False).replace("\n", "<br>")
    return f"<span>{html}</span>"


def without_tags(text: str) -> str:
    """A text in which no HTML begins, for places of QGIS that show it now plain, now as HTML."""
    return text.replace("<", "‹")
