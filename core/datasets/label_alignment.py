"""Move label polygons to where the image shows their buildings."""

from __future__ import annotations

from itertools import product

import numpy as np
import shapely
from rasterio.features import rasterize
from scipy.ndimage import find_objects

from ..raster.grid import Grid
from .label_offset import correlations, estimate_offset
from .scenes import rasterise

BLOCK = 200  # pixels: least side of a block that can have an offset of its own
MIN_BUILDINGS = 10  # of which an offset is estimated
# Ratios of ``estimate_offset``, for all labels and for those of a block.
GREATEST_UNSHIFTED = 0.97, 0.9
REACH = 4  # pixels by which a single building is moved at most along each axis
MARGIN = 3  # pixels around a building that are compared too
PENALTY = 0.02  # of correlation for each square metre of such a move


def aligned(
    polygons: np.ndarray, evidence: np.ndarray, known: np.ndarray, grid: Grid, pixel_m: float
) -> np.ndarray:
    """Align polygons with the buildings in the image.

    All polygons are moved by one offset, then those of each block by the remaining offset (each
    only if it is significant), and finally each building individually by a little.

    Parameters
    ----------
    polygons : [n]
        In the CRS of the grid.
    evidence, known, pixel_m
        As in ``estimate_offset``.
    grid
        Of ``evidence`` and ``known``.
    """
    if not np.isfinite(evidence).any():
        return polygons
    whole = [(slice(0, grid.height), slice(0, grid.width))]
    for windows, greatest in zip((whole, _blocks(grid)), GREATEST_UNSHIFTED):
        polygons = _without_offsets(polygons, windows, evidence, known, grid, pixel_m, greatest)
    return _each_moved(polygons, evidence, grid, pixel_m)


def _without_offsets(
    polygons: np.ndarray,
    windows: list[tuple[slice, slice]],
    evidence: np.ndarray,
    known: np.ndarray,
    grid: Grid,
    pixel_m: float,
    greatest_unshifted: float,
) -> np.ndarray:
    """Move polygons by the offset of the window that contains their centre."""
    building = rasterise(polygons, grid)[0] > 0
    centres = shapely.centroid(polygons)
    cols, rows = ~grid.transform * (shapely.get_x(centres), shapely.get_y(centres))
    shifts = np.zeros((len(polygons), 2))
    for window in windows:
        inside = _within(rows, window[0]) & _within(cols, window[1])
        if inside.sum() < MIN_BUILDINGS:
            continue
        offset = estimate_offset(
            evidence[window], building[window], known[window], pixel_m, greatest_unshifted
        )
        if offset is not None:
            east, north = offset
            shifts[inside] = np.array([-east, north]) / pixel_m
    return _moved(polygons, shifts, grid)


def _each_moved(
    polygons: np.ndarray, evidence: np.ndarray, grid: Grid, pixel_m: float
) -> np.ndarray:
    """Move each polygon to where it correlates best with the evidence.

    A move has a penalty that grows with the distance.
    """
    numbers = np.zeros((grid.height, grid.width), np.int32)
    if len(polygons):
        shapes = ((polygon, number) for number, polygon in enumerate(polygons, start=1))
        rasterize(shapes, out=numbers, transform=grid.transform)
    around = REACH + MARGIN
    numbers, evidence = np.pad(numbers, around), np.pad(evidence, around, constant_values=np.nan)
    steps = np.arange(-REACH, REACH + 1)
    penalty = PENALTY * pixel_m**2 * (steps[:, None] ** 2 + steps**2)
    shifts = np.zeros((len(polygons), 2))
    for index, place in enumerate(find_objects(numbers, len(polygons))):
        if place is None:
            continue
        window = tuple(slice(span.start - around, span.stop + around) for span in place)
        others = (numbers[window] > 0) & (numbers[window] != index + 1)
        compared = np.zeros(others.shape, bool)
        compared[REACH:-REACH, REACH:-REACH] = True
        building = numbers[window] == index + 1
        found = correlations(evidence[window], building, compared & ~others, REACH) - penalty
        row, col = np.unravel_index(found.argmax(), found.shape)
        shifts[index] = steps[col], steps[row]
    return _moved(polygons, shifts, grid)


def _blocks(grid: Grid) -> list[tuple[slice, slice]]:
    """Windows of about the same size that cover a grid."""
    edges = [
        np.linspace(0, side, max(1, side // BLOCK) + 1).astype(int)
        for side in (grid.height, grid.width)
    ]
    rows, cols = (list(map(slice, edge[:-1], edge[1:])) for edge in edges)
    return list(product(rows, cols))


def _within(at: np.ndarray, span: slice) -> np.ndarray:
    within: np.ndarray = (span.start <= at) & (at < span.stop)
    return within


def _moved(polygons: np.ndarray, shifts: np.ndarray, grid: Grid) -> np.ndarray:
    """Polygons [n] moved by pixels [n, 2] to the right and down."""
    points, index = shapely.get_coordinates(polygons, return_index=True)
    by = shifts * (grid.transform.a, grid.transform.e)
    moved: np.ndarray = shapely.set_coordinates(polygons.copy(), points + by[index])
    return moved
