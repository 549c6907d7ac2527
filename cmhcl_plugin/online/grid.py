"""The pixels of a picture of an online layer: where they lie and how many they are."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsGeometry,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
)
from qgis.PyQt.QtCore import QCoreApplication

from ...core.hatch.errors import InputError
from ...core.hatch.jobs import AREA_CONTEXT, STRIDE, TILE_CONTEXT, Area
from ..layers.pixel_size import pixel_at
from ..numbers import fill_in

LARGEST = 100_000_000  # pixels
CONTEXT_PX = AREA_CONTEXT + TILE_CONTEXT + STRIDE + 4  # all that is read around an area
ROUNDING_PX = 1e-6
MB_OF_PIXEL = 0.5e-6  # to download, as JPEG or PNG tiles

translate = QCoreApplication.translate


@dataclass(frozen=True)
class PictureGrid:
    """A grid of ``width`` x ``height`` pixels over an extent; ``pixel_m`` is their size on the
    ground in metres."""

    crs: QgsCoordinateReferenceSystem
    extent: QgsRectangle
    width: int
    height: int
    pixel_m: float

    @property
    def megabytes(self) -> float:
        """Roughly what is downloaded for it."""
        return max(1.0, self.width * self.height * MB_OF_PIXEL)

    def covers(self, other: PictureGrid) -> bool:
        """Whether this picture can be read in the place of the other one."""
        same = self.pixel_m == other.pixel_m and self.crs == other.crs
        return same and bool(self.extent.contains(other.extent))


def grid_over(
    sar: Sequence[QgsRasterLayer], area: Optional[Area], pixel_m: float, project: QgsProject
) -> PictureGrid:
    """The grid over the SAR layers, or over an area of them, with pixels of ``pixel_m`` metres.

    Raises InputError if the area is not on the SAR layers, their coordinate system is not known,
    or the grid has more than LARGEST pixels.
    """
    crs = sar[0].crs()
    if not crs.isValid():
        text = translate(
            "Online",
            "The SAR layer “{}” has no coordinate system, so an online layer cannot be fetched for "
            "it; set it (Layer > Set CRS of Layer(s)…).",
        )
        raise InputError(text.format(sar[0].name()))
    extent = QgsRectangle(sar[0].extent())
    for layer in sar[1:]:
        extent.combineExtentWith(layer.extent())
    sides = pixel_at(extent.center(), crs, pixel_m, project)
    wanted = _around(area, crs, sides, project).intersect(extent) if area else extent
    if wanted.isEmpty():
        text = translate("Online", "The area is outside the SAR layer “{}”; choose another area.")
        raise InputError(text.format(sar[0].name()))
    return _grid(crs, extent, wanted, sides, pixel_m)


def _around(
    area: Area, crs: QgsCoordinateReferenceSystem, sides: tuple[float, float], project: QgsProject
) -> QgsRectangle:
    """The bounds of an area with its context. Raises InputError."""
    polygon = QgsGeometry.fromWkt(area.wkt)
    transform = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem.fromWkt(area.crs), crs, project.transformContext()
    )
    try:
        polygon.transform(transform)
    except QgsCsException as error:
        text = translate(
            "Online",
            "The area cannot be transformed to the SAR layer’s coordinate system; choose another.",
        )
        raise InputError(text) from error
    bounds, (width, height) = polygon.boundingBox(), sides
    return QgsRectangle(
        bounds.xMinimum() - CONTEXT_PX * width,
        bounds.yMinimum() - CONTEXT_PX * height,
        bounds.xMaximum() + CONTEXT_PX * width,
        bounds.yMaximum() + CONTEXT_PX * height,
    )


def _grid(
    crs: QgsCoordinateReferenceSystem,
    scene: QgsRectangle,
    wanted: QgsRectangle,
    sides: tuple[float, float],
    pixel_m: float,
) -> PictureGrid:
    """The pixels over an extent, of those that begin at the upper left corner of the scene.

    Raises InputError if they are too many.
    """
    left = _floor((wanted.xMinimum() - scene.xMinimum()) / sides[0])
    top = _floor((scene.yMaximum() - wanted.yMaximum()) / sides[1])
    width = _ceil((wanted.xMaximum() - scene.xMinimum()) / sides[0]) - left
    height = _ceil((scene.yMaximum() - wanted.yMinimum()) / sides[1]) - top
    if width * height > LARGEST:
        text = translate(
            "Online",
            "The picture of the online layer would have {:,} million pixels, more than {:,}; "
            "choose a smaller extent.",
        )
        raise InputError(fill_in(text, width * height // 1_000_000, LARGEST // 1_000_000))
    extent = QgsRectangle(
        scene.xMinimum() + left * sides[0],
        scene.yMaximum() - (top + height) * sides[1],
        scene.xMinimum() + (left + width) * sides[0],
        scene.yMaximum() - top * sides[1],
    )
    return PictureGrid(crs, extent, width, height, pixel_m)


def _floor(pixels: float) -> int:
    return math.floor(pixels + ROUNDING_PX)


def _ceil(pixels: float) -> int:
    return math.ceil(pixels - ROUNDING_PX)
