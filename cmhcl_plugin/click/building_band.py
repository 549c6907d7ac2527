"""The footprint under way on the map: its outline, its points, and what a click would give."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Optional

from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsRenderContext,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.gui import QgsMapCanvas, QgsRubberBand
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor

from ...core.hatch.names import CONFIDENCE
from ..layers.styles import set_style

CASING = QColor(0, 0, 0, 150)
INSIDE, OUTSIDE, WAITING = QColor("#00a651"), QColor("#e0182d"), QColor("#777777")
FILL, HOVER_FILL = 120, 40  # opacity of 255


class BuildingBand:
    """Rubber bands in the colours of the style of footprints, all in map coordinates."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        self._canvas = canvas
        layer = QgsVectorLayer(f"Polygon?field={CONFIDENCE}:double", "", "memory")
        set_style(layer, "footprints")
        self._fields = layer.fields()
        self._style = layer.renderer().clone()
        self.hover = self._polygon(Qt.PenStyle.DashLine)
        self.outline = self._polygon(Qt.PenStyle.SolidLine)
        self.inside = self._points(QgsRubberBand.IconType.ICON_CIRCLE, INSIDE)
        self.outside = self._points(QgsRubberBand.IconType.ICON_X, OUTSIDE)
        self.waiting = self._points(QgsRubberBand.IconType.ICON_CIRCLE, WAITING)

    def show(self, shape: Optional[QgsGeometry], confidence: Optional[float]) -> None:
        """Show the footprint, or none for None; ``confidence`` is None if it is unknown."""
        self._show(self.outline, shape, confidence, FILL)

    def show_hover(self, shape: Optional[QgsGeometry], confidence: Optional[float] = None) -> None:
        """Show what a click would give."""
        self._show(self.hover, shape, confidence, HOVER_FILL)

    def show_points(
        self,
        inside: Iterable[QgsPointXY],
        outside: Iterable[QgsPointXY],
        waiting: Iterable[QgsPointXY],
    ) -> None:
        """Show points of the building, points outside it, and clicks that wait for an answer."""
        for band, points in (
            (self.inside, inside),
            (self.outside, outside),
            (self.waiting, waiting),
        ):
            band.reset(QgsWkbTypes.GeometryType.PointGeometry)
            for point in points:
                band.addPoint(point)

    def clear(self) -> None:
        """Show nothing."""
        self.show(None, None)
        self.show_hover(None)
        self.show_points((), (), ())

    def remove(self) -> None:
        """Remove all bands from the map."""
        for band in (self.hover, self.outline, self.inside, self.outside, self.waiting):
            self._canvas.scene().removeItem(band)

    def _show(
        self,
        band: QgsRubberBand,
        shape: Optional[QgsGeometry],
        confidence: Optional[float],
        opacity: int,
    ) -> None:
        if shape is None or shape.isEmpty():
            band.reset(QgsWkbTypes.GeometryType.PolygonGeometry)
            return
        colour = self._colour(confidence)
        band.setStrokeColor(colour)
        colour.setAlpha(opacity)
        band.setFillColor(colour)
        band.setToGeometry(shape)

    def _colour(self, confidence: Optional[float]) -> QColor:
        """That of the style; that of the most certain footprints if it is not known."""
        feature = QgsFeature(self._fields)
        feature.setAttribute(CONFIDENCE, 1.0 if confidence is None else confidence)
        context = QgsRenderContext()
        context.expressionContext().setFields(self._fields)
        context.expressionContext().setFeature(feature)
        self._style.startRender(context, self._fields)
        symbol = self._style.originalSymbolForFeature(feature, context)
        self._style.stopRender(context)
        return QColor(symbol.color().rgb())

    def _polygon(self, line: Qt.PenStyle) -> QgsRubberBand:
        band = QgsRubberBand(self._canvas, QgsWkbTypes.GeometryType.PolygonGeometry)
        band.setWidth(2)
        band.setLineStyle(line)
        band.setSecondaryStrokeColor(CASING)
        return band

    def _points(self, icon: QgsRubberBand.IconType, colour: QColor) -> QgsRubberBand:
        band = QgsRubberBand(self._canvas, QgsWkbTypes.GeometryType.PointGeometry)
        band.setIcon(icon)
        band.setIconSize(6)
        band.setWidth(2)
        band.setColor(colour)
        band.setSecondaryStrokeColor(QColor(Qt.GlobalColor.white))
        return band
