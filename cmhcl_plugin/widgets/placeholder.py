"""The look of fields that are empty."""

from __future__ import annotations

from qgis.PyQt.QtCore import QEvent, QObject
from qgis.PyQt.QtGui import QPalette
from qgis.PyQt.QtWidgets import QLineEdit


class PlaceholderStyle(QObject):
    """Shows the placeholder of a field in italics and in the colour of what is typed.

    QGIS and its themes make it grey, which is grey on grey in Night Mapping.
    """

    def __init__(self, edit: QLineEdit) -> None:
        super().__init__(edit)
        self._edit = edit
        edit.textChanged.connect(self._apply)  # after QGIS, which sets a style of its own then
        edit.installEventFilter(self)
        self._apply()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() in (QEvent.Type.Show, QEvent.Type.StyleChange):  # a theme was applied
            self._apply()
        return super().eventFilter(watched, event)

    def _apply(self) -> None:
        edit = self._edit
        style = "" if edit.text() else "QLineEdit { font: italic; }"
        if edit.styleSheet() != style:
            edit.setStyleSheet(style)
        palette = edit.palette()
        text = palette.color(QPalette.ColorRole.Text)
        if palette.color(QPalette.ColorRole.PlaceholderText) != text:
            palette.setColor(QPalette.ColorRole.PlaceholderText, text)
            edit.setPalette(palette)
