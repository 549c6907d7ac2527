"""The geodesic area of a shape."""

from __future__ import annotations

from qgis.core import QgsDistanceArea, QgsGeometry, QgsProject, QgsVectorLayer


def area_m2(layer: QgsVectorLayer, shape: QgsGeometry) -> float:
    """The area of a shape in the layer's coordinate system, on its ellipsoid."""
    measure = QgsDistanceArea()
    measure.setSourceCrs(layer.crs(), QgsProject.instance().transformContext())
    measure.setEllipsoid(layer.crs().ellipsoidAcronym())
    return round(measure.measureArea(shape), 2)
