"""The map tool: a click, a dragged rectangle or a drawn polygon requests an area."""

from __future__ import annotations

from collections.abc import Callable
from typing import Optional

from qgis.core import QgsCsException, QgsGeometry, QgsPointXY
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsMapTool
from qgis.PyQt.QtCore import QCoreApplication, QPoint, QRect, Qt, pyqtSignal
from qgis.PyQt.QtGui import QCursor, QKeyEvent
from qgis.PyQt.QtWidgets import QApplication

from ...core.hatch.errors import InputError
from .area_band import AreaBand
from .click_area import ClickArea
from .target import ClickTarget


class ClickTool(QgsMapTool):
    """Click for a tile, drag for a rectangle; with ``draws_polygon``, click for each corner.

    A right click or a double click ends a polygon, Backspace removes its last corner, Escape
    discards what is being drawn. ``requested`` carries a ClickArea, ``refused`` a sentence for the
    user; ``escaped`` is emitted on Escape while nothing is being drawn.
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
        canvas.keyPressed.connect(self._on_key_of_canvas)

    def set_busy(self, busy: bool) -> None:
        """Show with the cursor whether an extraction is running."""
        shape = Qt.CursorShape.BusyCursor if busy else Qt.CursorShape.CrossCursor
        self.setCursor(QCursor(shape))

    def unload(self) -> None:
        """Disconnect from the canvas, which has another tool by now, and delete the tool."""
        self.canvas().keyPressed.disconnect(self._on_key_of_canvas)
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

    def deactivate(self) -> None:
        """Called by QGIS when another tool is chosen."""
        self._discard()
        super().deactivate()

    # Mouse and keys, as QGIS calls them

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

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape:
            drawing = bool(self._corners) or self._dragging
            self._discard()
            if not drawing:
                self.escaped.emit()
        elif event.key() == Qt.Key.Key_Backspace and self._corners:
            self._corners.pop()
            self._show_polygon(self.toMapCoordinates(self.canvas().mouseLastXY()))
        else:
            event.ignore()
            return
        # Otherwise QgsMapCanvas would delete selected features on Backspace.
        event.accept()

    def _on_key_of_canvas(self, event: QKeyEvent) -> None:
        """The canvas does not pass keys on to its tool while a mouse button is down."""
        if self._dragging and event.key() == Qt.Key.Key_Escape:
            self._discard()

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
