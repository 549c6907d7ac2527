"""The rubber band that shows an area to be extracted."""

from __future__ import annotations

from qgis.core import QgsCoordinateTransform, QgsCsException, QgsProject, QgsWkbTypes
from qgis.gui import QgsMapCanvas, QgsRubberBand
from qgis.PyQt.QtGui import QColor

from .click_area import ClickArea, transformed

COLOUR = "#e8a800"  # that of the icons


class AreaBand(QgsRubberBand):
    """An area, or a polygon that is being drawn, on the map."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas, QgsWkbTypes.GeometryType.PolygonGeometry)
        self._canvas = canvas
        fill = QColor(COLOUR)
        fill.setAlpha(30)
        self.setStrokeColor(QColor(COLOUR))
        self.setSecondaryStrokeColor(QColor(0, 0, 0, 120))
        self.setFillColor(fill)
        self.setWidth(2)

    def show_area(self, area: ClickArea) -> None:
        """Show what was requested; nothing if it cannot be transformed to the map's system."""
        crs = self._canvas.mapSettings().destinationCrs()
        transform = QgsCoordinateTransform(area.crs, crs, QgsProject.instance())
        try:
            self.setToGeometry(transformed(area.requested, transform))
        except QgsCsException:
            self.clear()

    def clear(self) -> None:
        """Show nothing."""
        self.reset(QgsWkbTypes.GeometryType.PolygonGeometry)

    def remove(self) -> None:
        """Remove the band from the map."""
        self._canvas.scene().removeItem(self)
