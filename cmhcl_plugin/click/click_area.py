"""The area that is extracted for a polygon, in the coordinate system of SAR."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsGeometry,
    QgsProject,
    QgsRasterLayer,
)
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtGui import QTransform

from ...core.hatch.errors import InputError
from ...core.hatch.jobs import Area
from ..layers.areas import area_of
from ..layers.pixel_size import pixel_at

translate = QCoreApplication.translate

# Pixels of the model.
MARGIN_PX = 32
EDGE_PX = 3  # regularised walls differ from the pixels by less


@dataclass(frozen=True)
class ClickArea:
    """Three nested polygons in one coordinate system.

    Attributes
    ----------
    requested
        What was dragged or drawn. Footprints with their centroid in it are added.
    extracted
        ``requested`` and a margin, so that these footprints are complete.
    uncut
        A footprint within it is not cut by the edge of ``extracted``.
    crs
        Coordinate system of all three.
    """

    requested: QgsGeometry
    extracted: QgsGeometry
    uncut: QgsGeometry
    crs: QgsCoordinateReferenceSystem

    def job_area(self) -> Area:
        """The area that a job extracts."""
        return area_of(self.extracted, self.crs)

    def in_crs(self, crs: QgsCoordinateReferenceSystem, project: QgsProject) -> ClickArea:
        """The same area in another coordinate system. Raises QgsCsException."""
        transform = QgsCoordinateTransform(self.crs, crs, project)
        return ClickArea(
            transformed(self.requested, transform),
            transformed(self.extracted, transform),
            transformed(self.uncut, transform),
            crs,
        )


def transformed(geometry: QgsGeometry, transform: QgsCoordinateTransform) -> QgsGeometry:
    """A transformed copy of a geometry. Raises QgsCsException."""
    copy = QgsGeometry(geometry)
    copy.transform(transform)
    return copy


def polygon_area(
    polygon: QgsGeometry, layer: QgsRasterLayer, pixel_m: float, project: QgsProject
) -> ClickArea:
    """The area of a polygon in the layer's coordinate system.

    ``pixel_m`` is the model's pixel size in metres. Raises InputError if the polygon is empty or
    not on the layer.
    """
    polygon = polygon.makeValid()
    if polygon.area() == 0:
        raise InputError(translate("ClickArea", "The polygon has no area; draw it again."))
    centre = polygon.boundingBox().center()
    return _click_area(polygon, layer, pixel_at(centre, layer.crs(), pixel_m, project))


def _click_area(
    requested: QgsGeometry, layer: QgsRasterLayer, pixel: tuple[float, float]
) -> ClickArea:
    requested = requested.intersection(QgsGeometry.fromRect(layer.extent()))
    if requested.area() == 0:
        raise outside(layer)
    extracted = buffered(requested, MARGIN_PX, pixel)
    return ClickArea(requested, extracted, buffered(extracted, -EDGE_PX, pixel), layer.crs())


def buffered(geometry: QgsGeometry, pixels: float, pixel: tuple[float, float]) -> QgsGeometry:
    """Buffer a geometry by a number of pixels of this width and height, keeping its corners."""
    width, height = pixel
    shape = QgsGeometry(geometry)
    shape.transform(QTransform.fromScale(1 / width, 1 / height))
    shape = shape.buffer(pixels, 4, Qgis.EndCapStyle.Flat, Qgis.JoinStyle.Miter, 2.0)
    shape.transform(QTransform.fromScale(width, height))
    return shape


def outside(layer: QgsRasterLayer) -> InputError:
    """The error of a place that is not on the SAR layer."""
    text = translate(
        "ClickArea",
        "This place is outside the SAR layer “{}”; click on that layer, or choose "
        "another SAR layer on the page Extract.",
    )
    return InputError(text.format(layer.name()))
