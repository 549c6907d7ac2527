"""The map canvas: a real graphics view that hands its mouse and keys to the tool, as QGIS does.

A pixel is a unit of the map, with its origin at the top left and y upwards.
"""

from __future__ import annotations

from typing import Any

from PyQt6.QtCore import QObject, QPoint, QRectF, Qt, pyqtSignal
from PyQt6.QtGui import (
    QAction,
    QColor,
    QCursor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPolygonF,
    QWheelEvent,
)
from PyQt6.QtWidgets import QGraphicsItem, QGraphicsScene, QGraphicsView, QWidget

from .anything import Anything, open_class
from .geometry import QgsGeometry, QgsPointXY, QgsRectangle
from .layers import QgsCoordinateReferenceSystem, QgsMapLayer


class QgsMapMouseEvent(QMouseEvent):
    """Made from the event that Qt has sent."""

    def __init__(self, canvas: QgsMapCanvas, event: QMouseEvent) -> None:
        super().__init__(
            event.type(),
            event.position(),
            event.globalPosition(),
            event.button(),
            event.buttons(),
            event.modifiers(),
        )
        self._canvas = canvas

    def pixelPoint(self) -> QPoint:
        return self.position().toPoint()

    def mapPoint(self) -> QgsPointXY:
        return self._canvas._to_map(self.pixelPoint())


class QgsMapTool(QObject):
    activated = pyqtSignal()
    deactivated = pyqtSignal()

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self._canvas, self._action, self._cursor = canvas, None, QCursor()

    def canvas(self) -> QgsMapCanvas:
        return self._canvas

    def setAction(self, action: QAction) -> None:
        self._action = action

    def setCursor(self, cursor: QCursor) -> None:
        self._cursor = cursor
        if self.isActive():
            self._canvas.setCursor(cursor)

    def isActive(self) -> bool:
        return self._canvas.mapTool() is self

    def toMapCoordinates(self, pixel: QPoint) -> QgsPointXY:
        return self._canvas._to_map(pixel)

    def activate(self) -> None:
        self._check(True)
        self._canvas.setCursor(self._cursor)
        self.activated.emit()

    def deactivate(self) -> None:
        self._check(False)
        self.deactivated.emit()

    def _check(self, on: bool) -> None:
        if self._action is not None:
            self._action.setChecked(on)

    def canvasPressEvent(self, event: QgsMapMouseEvent) -> None:
        pass

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    canvasMoveEvent = canvasReleaseEvent = canvasDoubleClickEvent = canvasPressEvent


class QgsMapCanvas(QGraphicsView):
    destinationCrsChanged = pyqtSignal()
    extentsChanged = pyqtSignal()

    def __init__(self) -> None:
        super().__init__(QGraphicsScene())
        self.scene().setParent(self)
        self.setMouseTracking(True)
        self._tool: QgsMapTool | None = None
        self._mouse = QPoint()
        self.zooms = 0

    def setMapTool(self, tool: QgsMapTool) -> None:
        if tool is self._tool:
            return
        before, self._tool = self._tool, None
        if before:
            before.deactivate()
        self._tool = tool
        tool.activate()

    def unsetMapTool(self, tool: QgsMapTool) -> None:
        if tool is self._tool:
            self._tool = None
            tool.deactivate()

    def mapTool(self) -> QgsMapTool | None:
        return self._tool

    def _to_map(self, pixel: QPoint) -> QgsPointXY:
        return QgsPointXY(pixel.x(), -pixel.y())

    def getCoordinateTransform(self) -> Any:
        transform = Anything()
        transform.toMapCoordinates = lambda x, y: self._to_map(QPoint(x, y))
        return transform

    def mapUnitsPerPixel(self) -> float:
        return 1.0

    def mouseLastXY(self) -> QPoint:
        return self._mouse

    def extent(self) -> QgsRectangle:
        return QgsRectangle(0.0, -self.height(), self.width(), 0.0)

    def setExtent(self, extent: QgsRectangle) -> None:
        self.extentsChanged.emit()

    def mapSettings(self) -> Any:
        settings = Anything()
        settings.destinationCrs = QgsCoordinateReferenceSystem
        settings.extent = self.extent
        settings.layerExtentToOutputExtent = lambda layer, extent: extent
        settings.visiblePolygon = lambda: QPolygonF(QRectF(self.rect()))
        return settings

    def layers(self) -> list[QgsMapLayer]:
        return []

    def refresh(self) -> None:
        self.viewport().update()

    def setCenter(self, point: QgsPointXY) -> None:
        self.extentsChanged.emit()

    # Events, which reach the tool

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._hand_on("canvasPressEvent", event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._mouse = event.position().toPoint()
        self._hand_on("canvasMoveEvent", event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._hand_on("canvasReleaseEvent", event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._hand_on("canvasDoubleClickEvent", event)

    def _hand_on(self, method: str, event: QMouseEvent) -> None:
        if self._tool:
            getattr(self._tool, method)(QgsMapMouseEvent(self, event))

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self._tool:
            self._tool.wheelEvent(event)
        if not event.isAccepted():
            self.zooms += 1

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._tool:
            self._tool.keyPressEvent(event)


class QgsRubberBand(QGraphicsItem):
    """Is really painted, in the colours and with the pen that it was given."""

    IconType = open_class("IconType")

    def __init__(self, canvas: QgsMapCanvas, kind: Any) -> None:
        super().__init__()
        self._pen_colour, self._casing, self._fill = QColor(), QColor(), QColor()
        self._width, self._line = 1, Qt.PenStyle.SolidLine
        self.points: list[QgsPointXY] = []
        canvas.scene().addItem(self)

    def setStrokeColor(self, colour: QColor) -> None:
        self._pen_colour = QColor(colour)

    def setSecondaryStrokeColor(self, colour: QColor) -> None:
        self._casing = QColor(colour)

    def setFillColor(self, colour: QColor) -> None:
        self._fill = QColor(colour)

    def setColor(self, colour: QColor) -> None:
        self._pen_colour = self._fill = QColor(colour)

    def setWidth(self, width: int) -> None:
        self._width = int(width)

    def setLineStyle(self, style: Qt.PenStyle) -> None:
        self._line = Qt.PenStyle(style)

    def setIcon(self, icon: Any) -> None:
        pass

    def setIconSize(self, size: int) -> None:
        pass

    def reset(self, kind: Any = None) -> None:
        self._take([])

    def addPoint(self, point: QgsPointXY) -> None:
        self._take([*self.points, point])

    def setToGeometry(self, geometry: QgsGeometry, layer: Any = None) -> None:
        self._take(geometry.points)

    def _take(self, points: list[QgsPointXY]) -> None:
        self.prepareGeometryChange()
        self.points = list(points)

    def _polygon(self) -> QPolygonF:
        polygon = QPolygonF()
        for point in self.points:
            polygon.append(self.scene().views()[0].mapToScene(round(point.x()), -round(point.y())))
        return polygon

    def boundingRect(self) -> QRectF:
        return self._polygon().boundingRect().adjusted(-4, -4, 4, 4)

    def paint(self, painter: QPainter, option: Any, widget: QWidget | None = None) -> None:
        for colour, wider in ((self._casing, 2), (self._pen_colour, 0)):
            pen = painter.pen()
            pen.setColor(colour)
            pen.setWidth(self._width + wider)
            pen.setStyle(self._line)
            painter.setPen(pen)
            painter.setBrush(self._fill)
            painter.drawPolygon(self._polygon())
