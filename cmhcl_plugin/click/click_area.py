"""The ground that a place or a polygon on the map asks for, in the coordinates of SAR."""

from __future__ import annotations

import math
from dataclasses import dataclass

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsDistanceArea,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
)
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtGui import QTransform

from ...core.hatch.errors import InputError
from ...core.hatch.jobs import Area

translate = QCoreApplication.translate

# Pixels of the model. The core reads 64 more on each side: with margin and rounding 512 in all,
# which is one tile of the network.
TILE_PX = 304
MARGIN_PX = 32
EDGE_PX = 3  # straightened walls miss the pixels by less
_STEP_M = 10.0
_STEP_DEGREES = 1e-4


@dataclass(frozen=True)
class Ground:
    """Geometries in one coordinate system.

    ``asked``: footprints with their centre in it are wanted. ``area``: wider by a margin, so that
    these are whole; this is extracted. ``uncut``: a footprint within it is not cut by the edge of
    the area.
    """

    asked: QgsGeometry
    area: QgsGeometry
    uncut: QgsGeometry
    crs: QgsCoordinateReferenceSystem

    def job_area(self) -> Area:
        """The area as a job has it."""
        wkt = self.crs.toWkt(QgsCoordinateReferenceSystem.WktVariant.WKT_PREFERRED)
        return Area(wkt=self.area.asWkt(), crs=wkt)

    def in_crs(self, crs: QgsCoordinateReferenceSystem, project: QgsProject) -> Ground:
        """The same in another system. Raises QgsCsException."""
        change = QgsCoordinateTransform(self.crs, crs, project)
        return Ground(
            changed(self.asked, change),
            changed(self.area, change),
            changed(self.uncut, change),
            crs,
        )


def changed(geometry: QgsGeometry, change: QgsCoordinateTransform) -> QgsGeometry:
    """A geometry in another system. Raises QgsCsException."""
    copy = QgsGeometry(geometry)
    copy.transform(change)
    return copy


def ground_at(
    point: QgsPointXY, layer: QgsRasterLayer, pixel_m: float, project: QgsProject
) -> Ground:
    """The tile around a point, which is in the layer's system.

    ``pixel_m``: the model's pixel size in metres. Raises InputError off the layer.
    """
    if not layer.extent().contains(point):
        _off(layer)
    across, down = pixel_at(point, layer.crs(), pixel_m, project)
    half = TILE_PX / 2
    square = QgsRectangle(
        point.x() - half * across,
        point.y() - half * down,
        point.x() + half * across,
        point.y() + half * down,
    )
    return _ground(QgsGeometry.fromRect(square), layer, (across, down))


def ground_of(
    polygon: QgsGeometry, layer: QgsRasterLayer, pixel_m: float, project: QgsProject
) -> Ground:
    """A polygon in the layer's system. Raises InputError where it is none or off the layer."""
    polygon = polygon.makeValid()
    if polygon.area() == 0:
        raise InputError(translate("Ground", "That is no polygon; draw it again."))
    centre = polygon.boundingBox().center()
    return _ground(polygon, layer, pixel_at(centre, layer.crs(), pixel_m, project))


def pixel_at(
    point: QgsPointXY, crs: QgsCoordinateReferenceSystem, pixel_m: float, project: QgsProject
) -> tuple[float, float]:
    """Width and height, in units of the system, of a pixel that measures ``pixel_m`` on the ground.

    Measured on the ellipsoid; a system without one is taken to be in metres.
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


def _ground(asked: QgsGeometry, layer: QgsRasterLayer, pixel: tuple[float, float]) -> Ground:
    asked = asked.intersection(QgsGeometry.fromRect(layer.extent()))
    if asked.area() == 0:
        _off(layer)
    area = _grown(asked, MARGIN_PX, pixel)
    return Ground(asked, area, _grown(area, -EDGE_PX, pixel), layer.crs())


def _grown(geometry: QgsGeometry, pixels: float, pixel: tuple[float, float]) -> QgsGeometry:
    """Wider by this many pixels on every side, corners kept."""
    across, down = pixel
    grown = QgsGeometry(geometry)
    grown.transform(QTransform.fromScale(1 / across, 1 / down))
    grown = grown.buffer(pixels, 4, Qgis.EndCapStyle.Flat, Qgis.JoinStyle.Miter, 2.0)
    grown.transform(QTransform.fromScale(across, down))
    return grown


def _off(layer: QgsRasterLayer) -> None:
    text = translate(
        "Ground",
        "That lies off the SAR layer “{}”; click on it, or choose another one on the page Extract.",
    )
    raise InputError(text.format(layer.name()))
