"""The area that a click or a polygon on the map requests, from the chosen SAR layer and model."""

from __future__ import annotations

from qgis.core import (
    QgsCoordinateTransform,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsRasterLayer,
)
from qgis.gui import QgsMapCanvas

from ...core.hatch.errors import InputError
from ..extract.settings import ExtractSettings
from .click_area import ClickArea, polygon_area, tile_area, transformed


class ClickTarget:
    """Transforms points and polygons of the map to areas in the SAR layer's coordinate system."""

    def __init__(self, settings: ExtractSettings, canvas: QgsMapCanvas) -> None:
        self._settings = settings
        self._canvas = canvas
        self._project = QgsProject.instance()

    def tile(self, point: QgsPointXY) -> ClickArea:
        """The tile around a point. Raises InputError and QgsCsException."""
        layer, pixel_m = self._layer_and_pixel()
        place = transformed(QgsGeometry.fromPointXY(point), self._transform(layer)).asPoint()
        return tile_area(place, layer, pixel_m, self._project)

    def polygon(self, polygon: QgsGeometry) -> ClickArea:
        """The area of a polygon. Raises InputError and QgsCsException."""
        layer, pixel_m = self._layer_and_pixel()
        place = transformed(polygon, self._transform(layer))
        return polygon_area(place, layer, pixel_m, self._project)

    def _layer_and_pixel(self) -> tuple[QgsRasterLayer, float]:
        """The SAR layer and the model's pixel size in metres."""
        self._settings.scene.sar_scene()  # raises InputError if it cannot be read
        model = self._settings.model
        if model.manifest is None:
            raise InputError(model.problem)
        return self._settings.scene.sar_layers()[0], model.manifest.pixel_size_m

    def _transform(self, layer: QgsRasterLayer) -> QgsCoordinateTransform:
        crs = self._canvas.mapSettings().destinationCrs()
        return QgsCoordinateTransform(crs, layer.crs(), self._project)
