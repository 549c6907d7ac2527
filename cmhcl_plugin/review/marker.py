"""The footprint under review on the map."""

from __future__ import annotations

from typing import Optional

from qgis.core import QgsFeature, QgsVectorLayer, QgsWkbTypes
from qgis.gui import QgsMapCanvas, QgsRubberBand
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor

ZOOM_FACTOR = 10.0  # width of the map in footprints, after the map was zoomed to one
LEAST_SHARE, MOST_SHARE = 0.04, 0.5  # of the map that a footprint may cover without a zoom
COLOUR, HALO = "#00d5ff", "#102030"


class FootprintMarker:
    """A rubber band around a footprint; moves the map to it."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        self._canvas = canvas
        self.band = QgsRubberBand(canvas, QgsWkbTypes.GeometryType.PolygonGeometry)
        self.band.setStrokeColor(QColor(COLOUR))
        self.band.setSecondaryStrokeColor(QColor(HALO))
        self.band.setFillColor(QColor(Qt.GlobalColor.transparent))
        self.band.setWidth(3)

    def show(self, layer: Optional[QgsVectorLayer], feature: Optional[QgsFeature]) -> None:
        """Mark a footprint of a layer, or nothing for None."""
        if layer is not None and feature:
            self.band.setToGeometry(feature.geometry(), layer)
        else:
            self.band.reset(QgsWkbTypes.GeometryType.PolygonGeometry)

    def pan_or_zoom_to(self, layer: QgsVectorLayer, feature: QgsFeature) -> None:
        """Centre the map on a footprint; zoom only if it would be too small or too large."""
        box = feature.geometry().boundingBox()
        if box.isEmpty():
            return
        settings = self._canvas.mapSettings()
        box = settings.layerExtentToOutputExtent(layer, box)
        view = min(settings.extent().width(), settings.extent().height())
        if LEAST_SHARE * view <= max(box.width(), box.height()) <= MOST_SHARE * view:
            self._canvas.setCenter(box.center())
        else:
            self._canvas.setExtent(box.scaled(ZOOM_FACTOR))
        self._canvas.refresh()

    def unload(self) -> None:
        """Remove the rubber band from the map."""
        self._canvas.scene().removeItem(self.band)
