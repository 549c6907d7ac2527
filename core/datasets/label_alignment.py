"""Move label polygons to where the image shows their buildings."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import numpy as np
import shapely

from ..raster.grid import Grid
from .label_offset import estimate_offset
from .scenes import rasterise

BLOCK = 200  # pixels: least side of a block that can have an offset of its own
MIN_BUILDINGS = 10  # of which an offset is estimated
GREATEST_UNSHIFTED = 0.97  # of ``estimate_offset``; with optical, correct labels are above it


def aligned(
    polygons: np.ndarray,
    evidence: np.ndarray,
    known: np.ndarray,
    grid: Grid,
    pixel_m: float,
) -> np.ndarray:
    """Polygons without their offset from the buildings in the image, as far as it is significant.

    All are moved by the same offset first, then those of each block by what remains there.

    Parameters
    ----------
    polygons : [n]
        In the CRS of the grid.
    evidence, known, pixel_m
        As in ``estimate_offset``.
    grid
        Of ``evidence`` and ``known``.
    """
    whole = slice(0, grid.height), slice(0, grid.width)
    for windows in ([whole], _blocks(grid)):
        building = rasterise(polygons, grid)[0] > 0
        centres = shapely.centroid(polygons)
        cols, rows = ~grid.transform * (shapely.get_x(centres), shapely.get_y(centres))
        moved = polygons.copy()
        for window in windows:
            inside = _within(rows, window[0]) & _within(cols, window[1])
            if inside.sum() < MIN_BUILDINGS:
                continue
            offset = estimate_offset(
                evidence[window], building[window], known[window], pixel_m, GREATEST_UNSHIFTED
            )
            if offset is not None:
                moved[inside] = _without(offset, polygons[inside], grid, pixel_m)
        polygons = moved
    return polygons


def _blocks(grid: Grid) -> Iterator[tuple[slice, slice]]:
    """Windows of about the same size that cover a grid."""
    edges = [
        np.linspace(0, side, max(1, side // BLOCK) + 1).astype(int)
        for side in (grid.height, grid.width)
    ]
    rows, cols = (list(map(slice, edge[:-1], edge[1:])) for edge in edges)
    return product(rows, cols)


def _within(at: np.ndarray, span: slice) -> np.ndarray:
    within: np.ndarray = (span.start <= at) & (at < span.stop)
    return within


def _without(
    offset: tuple[float, float], polygons: np.ndarray, grid: Grid, pixel_m: float
) -> np.ndarray:
    """Polygons moved back by an offset (east, north) in metres."""
    east, north = offset
    back = np.array([-east * grid.transform.a, north * grid.transform.e]) / pixel_m
    moved: np.ndarray = shapely.transform(polygons, lambda points: points + back)
    return moved
