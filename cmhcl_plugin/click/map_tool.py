"""The map tool: a click, a dragged rectangle or a drawn polygon requests an area."""

from __future__ import annotations

from collections.abc import Callable
from typing import Optional

from qgis.core import QgsCsException, QgsGeometry, QgsPointXY
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsMapTool
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QObject, QPoint, QRect, Qt, pyqtSignal
from qgis.PyQt.QtGui import QCursor, QKeyEvent, QKeySequence
from qgis.PyQt.QtWidgets import QApplication

from ...core.hatch.errors import InputError
from .area_band import AreaBand
from .click_area import ClickArea
from .target import ClickTarget

REMOVE_KEYS = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
END_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ClickTool(QgsMapTool):
    """Click for a tile, drag for a rectangle; with ``draws_polygon``, click for each corner.

    A right click, a double click or Enter ends a polygon; Backspace, Delete or Ctrl+Z removes its
    last corner; Escape discards what is being drawn. ``requested`` carries a ClickArea, ``refused``
    a sentence for the user; ``escaped`` is emitted on Escape while nothing is being drawn.
    """

    requested = pyqtSignal(object)
    refused = pyqtSignal(str)
    escaped = pyqtSignal()

    def __init__(self, canvas: QgsMapCanvas, target: ClickTarget) -> None:
        super().__init__(canvas)
        self._target = target
        self._draws_polygon = False
        self._pressed: Optional[QPoint] = None
        self._dragging = False
        self._corners: list[QgsPointXY] = []
        self.band = AreaBand(canvas)
        self.set_busy(False)

    def set_busy(self, busy: bool) -> None:
        """Show with the cursor whether an extraction is running."""
        shape = Qt.CursorShape.BusyCursor if busy else Qt.CursorShape.CrossCursor
        self.setCursor(QCursor(shape))

    def unload(self) -> None:
        """Delete the tool, after another one was chosen."""
        self.band.remove()
        self.deleteLater()

    @property
    def draws_polygon(self) -> bool:
        """Whether clicks are the corners of a polygon."""
        return self._draws_polygon

    @draws_polygon.setter
    def draws_polygon(self, polygon: bool) -> None:
        self._draws_polygon = polygon
        self._discard()

    def activate(self) -> None:
        """Called by QGIS when this tool is chosen."""
        super().activate()
        self.canvas().installEventFilter(self)

    def deactivate(self) -> None:
        """Called by QGIS when another tool is chosen."""
        self.canvas().removeEventFilter(self)
        self._discard()
        super().deactivate()

    # Mouse, as QGIS calls it

    def canvasPressEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.pixelPoint()

    def canvasMoveEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802
        if self._draws_polygon:
            self._show_polygon(event.mapPoint())
        elif self._pressed is None:
            self._show_tile(event.mapPoint())
        else:
            moved = (event.pixelPoint() - self._pressed).manhattanLength()
            self._dragging = self._dragging or moved >= QApplication.startDragDistance()
            if self._dragging:
                self.band.setToGeometry(self._rectangle(self._pressed, event.pixelPoint()))

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802
        if self._draws_polygon and event.button() == Qt.MouseButton.RightButton:
            self._finish_polygon()
        if event.button() != Qt.MouseButton.LeftButton or self._pressed is None:
            return  # as after a double click, whose second press is another event
        pressed, dragging = self._pressed, self._dragging
        self._pressed, self._dragging = None, False
        if self._draws_polygon:
            self._corners.append(event.mapPoint())
            self._show_polygon(event.mapPoint())
        elif dragging:
            rectangle = self._rectangle(pressed, event.pixelPoint())
            self._request(lambda: self._target.polygon(rectangle))
        else:
            self._request(lambda: self._target.tile(event.mapPoint()))

    def canvasDoubleClickEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802, ARG002
        if self._draws_polygon:
            self._finish_polygon()

    # Keys

    def eventFilter(self, canvas: QObject, event: QEvent) -> bool:  # noqa: N802, ARG002
        """Take the tool's keys before the canvas does.

        QGIS deletes the selected features on Backspace and Delete, undoes edits on Ctrl+Z, and
        gives a tool no keys while a mouse button is down.
        """
        if event.type() == QEvent.Type.ShortcutOverride and self._action_of(event):
            event.accept()  # the key is then pressed instead of triggering a shortcut
            return True
        action = self._action_of(event) if event.type() == QEvent.Type.KeyPress else None
        if action:
            action()
        return action is not None

    def _action_of(self, event: QKeyEvent) -> Optional[Callable[[], None]]:
        """What a key does now, None: it is not a key of this tool."""
        if event.key() == Qt.Key.Key_Escape:
            return self._escape
        if event.key() in REMOVE_KEYS and (self._draws_polygon or self._dragging):
            return self._remove_corner  # also without corners: one Backspace too many is harmless
        if self._corners and event.matches(QKeySequence.StandardKey.Undo):
            return self._remove_corner
        if self._corners and event.key() in END_KEYS:
            return self._finish_polygon
        return None

    def _escape(self) -> None:
        drawing = bool(self._corners) or self._dragging
        self._discard()
        if not drawing:
            self.escaped.emit()

    def _remove_corner(self) -> None:
        if self._corners:
            self._corners.pop()
            self._show_polygon(self.toMapCoordinates(self.canvas().mouseLastXY()))

    # The rubber band

    def _show_tile(self, point: QgsPointXY) -> None:
        try:
            self.band.show_area(self._target.tile(point))
        except (InputError, QgsCsException):
            self.band.clear()  # a click gives the reason

    def _show_polygon(self, point: QgsPointXY) -> None:
        if self._corners:
            self.band.setToGeometry(QgsGeometry.fromPolygonXY([[*self._corners, point]]))
        else:
            self.band.clear()

    def _rectangle(self, first: QPoint, second: QPoint) -> QgsGeometry:
        """A rectangle in map coordinates, upright on the screen even if the map is rotated."""
        corners = QRect(first, second).normalized()
        points = [
            QPoint(x, y)
            for x, y in (
                (corners.left(), corners.top()),
                (corners.right(), corners.top()),
                (corners.right(), corners.bottom()),
                (corners.left(), corners.bottom()),
            )
        ]
        return QgsGeometry.fromPolygonXY([[self.toMapCoordinates(point) for point in points]])

    def _finish_polygon(self) -> None:
        polygon = QgsGeometry.fromPolygonXY([self._corners])
        enough = len(self._corners) >= 3
        self._discard()
        if enough:
            self._request(lambda: self._target.polygon(polygon))

    def _discard(self) -> None:
        self._pressed, self._dragging = None, False
        self._corners = []
        self.band.clear()

    def _request(self, make_area: Callable[[], ClickArea]) -> None:
        self.band.clear()  # the extraction shows its own band
        try:
            area = make_area()
        except InputError as error:
            self.refused.emit(str(error))
        except QgsCsException:
            self.refused.emit(
                QCoreApplication.translate(
                    "Clicks",
                    "This place cannot be transformed to the SAR layer’s coordinate system; click "
                    "on the SAR layer.",
                )
            )
        else:
            self.requested.emit(area)
