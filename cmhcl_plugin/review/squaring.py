"""Right angles for one footprint."""

from __future__ import annotations

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsGeometry,
    QgsProject,
)
from qgis.PyQt.QtGui import QTransform

ANGLE_DEG = 20.0  # corners that are farther from a right angle stay as they are


def squared(
    footprint: QgsGeometry, crs: QgsCoordinateReferenceSystem, project: QgsProject
) -> QgsGeometry:
    """The footprint with right angles where it nearly has them, by QGIS's orthogonalize.

    Angles are those on the ground, also if the coordinates are in degrees. Centroid and area stay.
    The geometry is as it was if nothing changes or the result would not be valid.
    """
    flat = QgsGeometry(footprint)
    if _has_empty_ring(flat):
        return flat
    onto = _plane(footprint, crs, project)
    try:
        flat.transform(onto)
        result = flat.orthogonalize(angleThreshold=ANGLE_DEG)
        if result.equals(flat) or not result.isGeosValid() or result.area() == 0:
            return QgsGeometry(footprint)
        _fit(result, flat)
        result.transform(onto, Qgis.TransformDirection.Reverse)
    except QgsCsException:
        return QgsGeometry(footprint)
    return result


def _has_empty_ring(shape: QgsGeometry) -> bool:
    """Whether a geometry or a ring of it is empty; QGIS's orthogonalize would crash."""
    if shape.isEmpty():
        return True
    whole = shape.constGet()
    counts = {part: whole.ringCount(part) for part in range(whole.partCount())}
    return any(
        rings == 0 or any(whole.vertexCount(part, ring) == 0 for ring in range(rings))
        for part, rings in counts.items()
    )


def _fit(shape: QgsGeometry, onto: QgsGeometry) -> None:
    """Give a shape the centroid and the area of another one."""
    centre, wanted = shape.centroid().asPoint(), onto.centroid().asPoint()
    scale = (onto.area() / shape.area()) ** 0.5
    change = (
        QTransform.fromTranslate(-centre.x(), -centre.y())
        * QTransform.fromScale(scale, scale)
        * QTransform.fromTranslate(wanted.x(), wanted.y())
    )
    shape.transform(change)


def _plane(
    footprint: QgsGeometry, crs: QgsCoordinateReferenceSystem, project: QgsProject
) -> QgsCoordinateTransform:
    """From a CRS to coordinates whose angles are those on the ground."""
    if not crs.isGeographic():
        return QgsCoordinateTransform(crs, crs, project)
    middle = footprint.boundingBox().center()
    plane = QgsCoordinateReferenceSystem()
    plane.createFromProj(f"+proj=aeqd +lat_0={middle.y()} +lon_0={middle.x()} +datum=WGS84")
    return QgsCoordinateTransform(crs, plane, project)
