"""Keeps the content of a docked panel on the screen if QGIS's window is wider than it."""

from __future__ import annotations

from qgis.PyQt.QtCore import QEvent, QObject, QPoint, QTimer
from qgis.PyQt.QtWidgets import QDockWidget, QMainWindow, QWidget

MOST_PX = 200  # so that a margin cannot make the window wider without end


class Overhang(QObject):
    """Gives the widget of a dock a margin at the right, as wide as its part beyond the screen.

    A maximised window is wider than a small screen if its status bar needs the room, as that of
    QGIS does while a task is in it.
    """

    def __init__(self, dock: QDockWidget, window: QMainWindow) -> None:
        super().__init__(dock)
        self._dock = dock
        self._soon = QTimer(self)  # once the docks are laid out
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._show)
        for watched in (dock, window):
            watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, ARG002
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Move):
            self._soon.start(0)
        return False

    def _show(self) -> None:
        widget = self._dock.widget()
        if widget:
            widget.setContentsMargins(0, 0, min(beyond_screen(self._dock), MOST_PX), 0)


def beyond_screen(widget: QWidget) -> int:
    """The width of a widget's part beyond the screen, if its window is maximised."""
    window = widget.window()
    handle = window.windowHandle()
    if handle is None or not window.isMaximized():
        return 0
    right = widget.mapToGlobal(QPoint(widget.width(), 0)).x()
    return max(0, right - handle.screen().geometry().right() - 1)
