"""The map tool: a click, a dragged rectangle or a drawn polygon asks for a piece of ground."""

from __future__ import annotations

from collections.abc import Callable
from typing import Optional

from qgis.core import (
    QgsCoordinateTransform,
    QgsCsException,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsRasterLayer,
    QgsWkbTypes,
)
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsMapTool, QgsRubberBand
from qgis.PyQt.QtCore import QCoreApplication, QPoint, QRect, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QCursor, QKeyEvent
from qgis.PyQt.QtWidgets import QApplication

from ...core.hatch.errors import InputError
from ..extract.page import ExtractPage
from .click_area import Ground, changed, ground_at, ground_of

COLOUR = "#e8a800"  # as of the icons


class Target:
    """What would be extracted where: the SAR layer and the model of the page Extract."""

    def __init__(self, page: Callable[[], ExtractPage], canvas: QgsMapCanvas) -> None:
        self._page = page
        self._canvas = canvas
        self._project = QgsProject.instance()

    def tile(self, point: QgsPointXY) -> Ground:
        """The tile around a point of the map. Raises InputError."""
        layer, pixel_m = self._chosen()
        where = changed(QgsGeometry.fromPointXY(point), self._to(layer)).asPoint()
        return ground_at(where, layer, pixel_m, self._project)

    def piece(self, polygon: QgsGeometry) -> Ground:
        """The ground under a polygon of the map. Raises InputError."""
        layer, pixel_m = self._chosen()
        return ground_of(changed(polygon, self._to(layer)), layer, pixel_m, self._project)

    def _chosen(self) -> tuple[QgsRasterLayer, float]:
        page = self._page()
        page.sar.paths()  # refuses what cannot be read
        if page.model.manifest is None:
            raise InputError(page.model.notice.text())
        return page.sar.layers.layers()[0], page.model.manifest.pixel_size_m

    def _to(self, layer: QgsRasterLayer) -> QgsCoordinateTransform:
        crs = self._canvas.mapSettings().destinationCrs()
        return QgsCoordinateTransform(crs, layer.crs(), self._project)


class GroundBand(QgsRubberBand):
    """A piece of ground, or a shape in the making, on the map: plain, or dashed while it runs."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas, QgsWkbTypes.GeometryType.PolygonGeometry)
        self._canvas = canvas
        fill = QColor(COLOUR)
        fill.setAlpha(30)
        self.setStrokeColor(QColor(COLOUR))
        self.setSecondaryStrokeColor(QColor(0, 0, 0, 120))
        self.setFillColor(fill)
        self.setWidth(2)

    def show_ground(self, ground: Ground) -> None:
        """Show what was asked for; nothing where the map's system cannot show it."""
        crs = self._canvas.mapSettings().destinationCrs()
        change = QgsCoordinateTransform(ground.crs, crs, QgsProject.instance())
        try:
            self.setToGeometry(changed(ground.asked, change))
        except QgsCsException:
            self.clear()

    def clear(self) -> None:
        """Show nothing."""
        self.reset(QgsWkbTypes.GeometryType.PolygonGeometry)

    def take_away(self) -> None:
        """Off the map for good."""
        self._canvas.scene().removeItem(self)


class ExtractTool(QgsMapTool):
    """Click for a tile, drag for a rectangle; or, with ``draws_polygon``, click for each corner.

    A polygon ends with the right button or a double click, and Backspace takes a corner back.
    Escape drops what is being drawn. ``asked`` carries the Ground, ``refused`` a sentence;
    ``escaped`` tells of Escape when nothing was being drawn.
    """

    asked = pyqtSignal(object)
    refused = pyqtSignal(str)
    escaped = pyqtSignal()

    def __init__(self, canvas: QgsMapCanvas, target: Target) -> None:
        super().__init__(canvas)
        self._target = target
        self._draws_polygon = False
        self._pressed: Optional[QPoint] = None
        self._dragging = False
        self._corners: list[QgsPointXY] = []
        self.band = GroundBand(canvas)
        self.set_busy(False)
        canvas.keyPressed.connect(self._on_key_of_canvas)

    def set_busy(self, busy: bool) -> None:
        """Say by the cursor whether something runs."""
        shape = Qt.CursorShape.BusyCursor if busy else Qt.CursorShape.CrossCursor
        self.setCursor(QCursor(shape))

    def leave(self) -> None:
        """Take everything back; the canvas has another tool by now."""
        self.canvas().keyPressed.disconnect(self._on_key_of_canvas)
        self.band.take_away()
        self.deleteLater()

    @property
    def draws_polygon(self) -> bool:
        """Whether clicks are the corners of a polygon."""
        return self._draws_polygon

    @draws_polygon.setter
    def draws_polygon(self, polygon: bool) -> None:
        self._draws_polygon = polygon
        self._drop()

    def deactivate(self) -> None:
        """Called by QGIS when another tool is chosen."""
        self._drop()
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
            return  # also after a double click, whose second press is not told
        pressed, dragging = self._pressed, self._dragging
        self._pressed, self._dragging = None, False
        if self._draws_polygon:
            self._corners.append(event.mapPoint())
            self._show_polygon(event.mapPoint())
        elif dragging:
            rectangle = self._rectangle(pressed, event.pixelPoint())
            self._ask(lambda: self._target.piece(rectangle))
        else:
            self._ask(lambda: self._target.tile(event.mapPoint()))

    def canvasDoubleClickEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802, ARG002
        if self._draws_polygon:
            self._finish_polygon()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape:
            drawing = bool(self._corners) or self._dragging
            self._drop()
            if not drawing:
                self.escaped.emit()
        elif event.key() == Qt.Key.Key_Backspace and self._corners:
            self._corners.pop()
            self._show_polygon(self.toMapCoordinates(self.canvas().mouseLastXY()))
        else:
            event.ignore()
            return
        # QgsMapCanvas looks at neither: without this Backspace would delete selected features.
        event.accept()

    def _on_key_of_canvas(self, event: QKeyEvent) -> None:
        """While a mouse button is down the canvas passes no key on to its tool."""
        if self._dragging and event.key() == Qt.Key.Key_Escape:
            self._drop()

    # What is drawn

    def _show_tile(self, point: QgsPointXY) -> None:
        try:
            self.band.show_ground(self._target.tile(point))
        except (InputError, QgsCsException):
            self.band.clear()  # a click says why

    def _show_polygon(self, point: QgsPointXY) -> None:
        if self._corners:
            self.band.setToGeometry(QgsGeometry.fromPolygonXY([[*self._corners, point]]))
        else:
            self.band.clear()

    def _rectangle(self, first: QPoint, second: QPoint) -> QgsGeometry:
        """In map coordinates; upright on the screen, also when the map is rotated."""
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
        self._drop()
        if enough:
            self._ask(lambda: self._target.piece(polygon))

    def _drop(self) -> None:
        self._pressed, self._dragging = None, False
        self._corners = []
        self.band.clear()

    def _ask(self, ground: Callable[[], Ground]) -> None:
        self.band.clear()  # whoever runs it shows it
        try:
            self.asked.emit(ground())
        except InputError as error:
            self.refused.emit(str(error))
        except QgsCsException:
            self.refused.emit(
                QCoreApplication.translate(
                    "Clicks", "This place cannot be brought into the SAR layer’s coordinate system."
                )
            )
