"""A rectangle or polygon while it is being drawn, and its rubber band; in map coordinates."""

from __future__ import annotations

from typing import Optional

from qgis.core import QgsGeometry, QgsPointXY
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QPoint, QRect
from qgis.PyQt.QtWidgets import QApplication

from .area_band import AreaBand


class Drawing:
    """``corners`` are those of a polygon; ``is_dragging`` is true for a rectangle."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        self._canvas = canvas
        self._pressed: Optional[QPoint] = None
        self.is_dragging = False
        self.corners: list[QgsPointXY] = []
        self.band = AreaBand(canvas)

    @property
    def is_under_way(self) -> bool:
        """Whether anything has been drawn."""
        return bool(self.corners) or self.is_dragging

    # A rectangle

    def press(self, pixel: QPoint) -> None:
        """The mouse button goes down."""
        self._pressed = pixel

    @property
    def is_pressed(self) -> bool:
        """Whether the mouse button is down."""
        return self._pressed is not None

    def drag(self, pixel: QPoint) -> None:
        """The mouse moves with its button down."""
        if self._pressed is None:
            return
        moved = (pixel - self._pressed).manhattanLength()
        self.is_dragging = self.is_dragging or moved >= QApplication.startDragDistance()
        if self.is_dragging:
            self.band.setToGeometry(self._rectangle(self._pressed, pixel))

    def release(self, pixel: QPoint) -> Optional[QgsGeometry]:
        """The mouse button goes up: the rectangle, None if it was a click."""
        pressed, dragged = self._pressed, self.is_dragging
        self._pressed, self.is_dragging = None, False
        if pressed is None or not dragged:
            return None
        self.band.clear()
        return self._rectangle(pressed, pixel)

    def _rectangle(self, first: QPoint, second: QPoint) -> QgsGeometry:
        """Upright on the screen even if the map is rotated."""
        box = QRect(first, second).normalized()
        corners = (
            (box.left(), box.top()),
            (box.right(), box.top()),
            (box.right(), box.bottom()),
            (box.left(), box.bottom()),
        )
        to_map = self._canvas.getCoordinateTransform().toMapCoordinates
        return QgsGeometry.fromPolygonXY([[to_map(x, y) for x, y in corners]])

    # A polygon

    def add_corner(self, point: QgsPointXY) -> None:
        """Add a corner."""
        self.corners.append(point)
        self.show_polygon(point)

    def remove_corner(self, mouse: QgsPointXY) -> None:
        """Remove the last corner, if there is one."""
        if self.corners:
            self.corners.pop()
            self.show_polygon(mouse)

    def show_polygon(self, mouse: QgsPointXY) -> None:
        """Show the polygon with the mouse as its next corner."""
        if self.corners:
            self.band.setToGeometry(QgsGeometry.fromPolygonXY([[*self.corners, mouse]]))
        else:
            self.band.clear()

    def finish_polygon(self) -> Optional[QgsGeometry]:
        """The polygon, None if it has less than three corners."""
        corners = self.corners
        self.discard()
        return QgsGeometry.fromPolygonXY([corners]) if len(corners) >= 3 else None

    def discard(self) -> None:
        """Forget what was drawn."""
        self._pressed, self.is_dragging = None, False
        self.corners = []
        self.band.clear()
