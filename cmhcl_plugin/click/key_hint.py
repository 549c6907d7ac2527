"""A text on the map about the click and the keys; QGIS's status bar is too short for it."""

from __future__ import annotations

from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QEvent, QObject, Qt
from qgis.PyQt.QtWidgets import QSizePolicy

from ..widgets.overhang import beyond_screen
from ..widgets.plain_text import PlainLabel

MARGIN_PX = 8
SEPARATOR = " · "
STYLE = "background: rgba(32, 32, 32, 200); color: white; border-radius: 4px; padding: 4px 8px;"


class KeyHint(PlainLabel):
    """At the lower edge of the map, on as many lines as needed; the mouse goes through it.

    A line ends after a part of the text, so that a key and what it does stay together.
    """

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__("", canvas)
        self._parts = [""]
        self._canvas = canvas
        self.setStyleSheet(STYLE)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.hide()
        canvas.installEventFilter(self)

    def show_text(self, text: str) -> None:
        """Show a text; hide the hint if it is empty."""
        self._parts = text.split(SEPARATOR)
        self.setText(text)
        self.setVisible(bool(text))
        self._place()

    def unload(self) -> None:
        """Remove it from the map."""
        self._canvas.removeEventFilter(self)
        self.deleteLater()

    def eventFilter(self, canvas: QObject, event: QEvent) -> bool:  # noqa: N802, ARG002
        """Stay at the edge of a map that is resized."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def _place(self) -> None:
        seen = self._canvas.width() - beyond_screen(self._canvas)
        room = seen - 2 * MARGIN_PX
        around = 4 * MARGIN_PX
        lines = self._lines(room - around)
        self.setText("\n".join(lines))
        longest = max(self._width_of(line) for line in lines)
        width = max(min(longest + around, room), 1)
        self.setMinimumHeight(0)
        height = self.heightForWidth(width)
        left = (seen - width) // 2
        self.setGeometry(left, self._canvas.height() - height - MARGIN_PX, width, height)

    def _lines(self, room: int) -> list[str]:
        """The parts on lines of at most this width, unless a part alone is wider."""
        lines = self._parts[:1]
        for part in self._parts[1:]:
            longer = f"{lines[-1]}{SEPARATOR}{part}"
            if self._width_of(longer) <= room:
                lines[-1] = longer
            else:
                lines.append(part)
        return lines

    def _width_of(self, text: str) -> int:
        return self.fontMetrics().horizontalAdvance(text)
