"""What a click or a polygon on the map requests, from the chosen SAR layer and model."""

from __future__ import annotations

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsRasterLayer,
)
from qgis.gui import QgsMapCanvas

from ..extract.settings import ExtractSettings
from . import layer as click_layer
from .click_area import ClickArea, outside, polygon_area, transformed
from .session import BuildingSession, CorrectedFootprint, Point


class ClickTarget:
    """Transforms points and polygons of the map to the SAR layer's coordinate system."""

    def __init__(self, settings: ExtractSettings, canvas: QgsMapCanvas) -> None:
        self._settings = settings
        self._canvas = canvas
        self._project = QgsProject.instance()

    # One building

    def session(self, point: QgsPointXY) -> BuildingSession:
        """Start with the building at a point: a footprint that is there, else a new one.

        Raises InputError if the point is not on the SAR layer, and QgsCsException.
        """
        crs, place = self._on_sar(point)
        layer, feature = click_layer.find(self._project), None
        if layer in self._canvas.layers():
            feature = click_layer.footprint_at(layer, point, self.map_crs)
        if layer is None or feature is None:
            return BuildingSession(self._settings.building_job(place), crs)
        transform = QgsCoordinateTransform(layer.crs(), crs, self._project)
        shape = transformed(feature.geometry(), transform)
        job = self._settings.building_job(place, previous=shape.asWkt())
        return BuildingSession(job, crs, CorrectedFootprint(layer, feature.id()))

    def place(self, point: QgsPointXY, crs: QgsCoordinateReferenceSystem) -> Point:
        """A point of the map in another coordinate system. Raises QgsCsException."""
        place = QgsCoordinateTransform(self.map_crs, crs, self._project).transform(point)
        return place.x(), place.y()

    def on_map(self, shape: QgsGeometry, crs: QgsCoordinateReferenceSystem) -> QgsGeometry:
        """A geometry in the map's coordinate system. Raises QgsCsException."""
        return transformed(shape, QgsCoordinateTransform(crs, self.map_crs, self._project))

    # An area

    def polygon(self, polygon: QgsGeometry) -> ClickArea:
        """The area of a polygon. Raises InputError and QgsCsException."""
        layer, pixel_m = self._sar_layer(), self._settings.pixel_m
        transform = QgsCoordinateTransform(self.map_crs, layer.crs(), self._project)
        place = transformed(polygon, transform)
        return polygon_area(place, layer, pixel_m, self._project)

    @property
    def map_crs(self) -> QgsCoordinateReferenceSystem:
        """Coordinate system of the map."""
        return self._canvas.mapSettings().destinationCrs()

    def _on_sar(self, point: QgsPointXY) -> tuple[QgsCoordinateReferenceSystem, Point]:
        """The SAR layer's coordinate system, and the point in it."""
        layer = self._sar_layer()
        place = self.place(point, layer.crs())
        if not layer.extent().contains(QgsPointXY(*place)):
            raise outside(layer)
        return layer.crs(), place

    def _sar_layer(self) -> QgsRasterLayer:
        self._settings.scene.sar_scene()  # raises InputError if it cannot be read
        return self._settings.scene.sar_layers()[0]
