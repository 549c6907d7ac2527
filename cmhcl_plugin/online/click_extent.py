"""The extent around a click whose picture is fetched."""

from __future__ import annotations

import math

from qgis.core import QgsGeometry, QgsProject, QgsRasterLayer, QgsRectangle

from ...core.hatch.jobs import Area
from ..layers.areas import area_of
from ..layers.pixel_size import pixel_at

CELL_PX = 512  # of the lattice of cells, in pixels of the model
REACH_PX = 384  # around a click that the network reads: three quarters of its tile


def extent_of_click(
    place: tuple[float, float], sar: QgsRasterLayer, pixel_m: float, project: QgsProject
) -> Area:
    """The cell of the lattice over a SAR layer that a place is in, and what is read around it.

    Clicks in one cell need one picture.
    """
    crs, extent = sar.crs(), sar.extent()
    width, height = pixel_at(extent.center(), crs, pixel_m, project)
    column = math.floor((place[0] - extent.xMinimum()) / (CELL_PX * width))
    row = math.floor((place[1] - extent.yMinimum()) / (CELL_PX * height))
    rectangle = QgsRectangle(
        extent.xMinimum() + (column * CELL_PX - REACH_PX) * width,
        extent.yMinimum() + (row * CELL_PX - REACH_PX) * height,
        extent.xMinimum() + ((column + 1) * CELL_PX + REACH_PX) * width,
        extent.yMinimum() + ((row + 1) * CELL_PX + REACH_PX) * height,
    )
    return area_of(QgsGeometry.fromRect(rectangle), crs)
