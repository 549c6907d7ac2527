"""The size of a pixel of the model in the units of a coordinate system."""

from __future__ import annotations

import math

from qgis.core import QgsCoordinateReferenceSystem, QgsDistanceArea, QgsPointXY, QgsProject

_STEP_M = 10.0
_STEP_DEGREES = 1e-4


def pixel_at(
    point: QgsPointXY, crs: QgsCoordinateReferenceSystem, pixel_m: float, project: QgsProject
) -> tuple[float, float]:
    """Width and height, in units of the system, of a pixel of ``pixel_m`` metres at a point.

    Measured on the ellipsoid; units are assumed to be metres if the system has no ellipsoid.
    """
    measure = QgsDistanceArea()
    measure.setSourceCrs(crs, project.transformContext())
    measure.setEllipsoid(crs.ellipsoidAcronym())
    step = _STEP_DEGREES if crs.isGeographic() else _STEP_M
    sides = []
    for dx, dy in ((step, 0.0), (0.0, step)):
        metres = measure.measureLine(point, QgsPointXY(point.x() + dx, point.y() + dy))
        known = math.isfinite(metres) and metres > 0
        sides.append(pixel_m * step / metres if known else pixel_m)
    return sides[0], sides[1]
