"""Cut the overlaps of footprints that were straightened independently of each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import shapely

from .by_group import largest_parts
from .composition import unions
from .intersections import overlap
from .nodes import GRID, share_vertices
from .polygonise import RawFootprint
from .regularise import REACH, fits

_HOPS = 3  # a result depends on neighbours within three steps
_GAP = 0.01  # pixels between the bounds of shapes that do not affect each other


@dataclass(frozen=True)
class Shape:
    """A straightened building and its outline, within the area; ``squared``: right-angled."""

    raw: RawFootprint
    outline: shapely.Polygon
    polygon: shapely.Polygon
    squared: bool


class OverlapResolver:
    """Cuts overlaps strip by strip, with the same result as on the whole raster.

    A shape is held until everything that can affect it is known.
    """

    def __init__(self) -> None:
        self._held: list[Shape] = []
        self._is_done = np.empty(0, bool)

    def add(self, shapes: Sequence[Shape], unfinished: np.ndarray, row: float) -> list[Shape]:
        """Add shapes; all shapes that are final, each once.

        ``unfinished`` [m, 4] are bounds of buildings that are still to come, and ``row`` is the
        first row that no building has been read from.
        """
        held = [*self._held, *shapes]
        if not held:
            return []
        is_done = np.concatenate([self._is_done, np.zeros(len(shapes), bool)])
        bounds = _bounds(held)
        boxes = shapely.box(*bounds.T)
        neighbours = shapely.STRtree(boxes).query(boxes, "intersects")
        final = bounds[:, 3] + REACH + _GAP < row
        margin = np.array([-1, -1, 1, 1]) * (REACH + _GAP)
        tree = shapely.STRtree(shapely.box(*unfinished.T))
        near, _ = tree.query(shapely.box(*(bounds + margin).T))
        final[near] = False
        final = ~_reached(~final, neighbours, _HOPS - 1)
        new = final & ~is_done
        is_done |= new
        result: list[Shape] = []
        if new.any():
            used = np.flatnonzero(_reached(new, neighbours, _HOPS))
            near_by = [held[i] for i in used]
            polygons, squared = resolve_overlaps(*_arrays(near_by))
            result = [
                replace(near_by[i], polygon=polygons[i], squared=bool(squared[i]))
                for i in np.flatnonzero(new[used])
            ]
        keep = _reached(~is_done, neighbours, _HOPS)
        self._held = [shape for shape, kept in zip(held, keep) if kept]
        self._is_done = is_done[keep]
        return result


def _arrays(shapes: Sequence[Shape]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Outlines, polygons and flags, each [n]."""
    return (
        np.array([shape.outline for shape in shapes], dtype=object),
        np.array([shape.polygon for shape in shapes], dtype=object),
        np.array([shape.squared for shape in shapes], dtype=bool),
    )


def _bounds(shapes: Sequence[Shape]) -> np.ndarray:
    """Bounds [n, 4] of each outline and polygon together, with a gap around."""
    outlines = shapely.bounds([shape.outline for shape in shapes])
    polygons = shapely.bounds([shape.polygon for shape in shapes])
    low = np.minimum(outlines[:, :2], polygons[:, :2]) - _GAP
    high = np.maximum(outlines[:, 2:], polygons[:, 2:]) + _GAP
    return np.concatenate([low, high], axis=1)


def _reached(start: np.ndarray, neighbours: np.ndarray, hops: int) -> np.ndarray:
    """Bool [n]: items within ``hops`` steps of ``start`` [n] in the pairs ``neighbours`` [2, m]."""
    reached = start.copy()
    for _ in range(hops):
        step = np.zeros_like(reached)
        step[neighbours[1][reached[neighbours[0]]]] = True
        reached |= step
    return reached


def resolve_overlaps(
    outlines: np.ndarray, polygons: np.ndarray, squared: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Straightened polygons [n] without overlaps, with common vertices where they touch.

    Of two that overlap, the smaller one is cut. If what is left differs too much from its outline,
    the outline replaces it, and the others are cut where they overlap that outline. Polygons whose
    outlines already overlap are not cut.

    Returns
    -------
    polygons : object [n]
    squared : bool [n]
        As before, False for those that got their outline.
    """
    polygons, squared = polygons.copy(), squared.copy()
    first, second = _touching(polygons, outlines).T
    contact = np.unique(first)
    polygons[contact] = shapely.set_precision(polygons[contact], GRID)

    size, bounds = -shapely.area(outlines), shapely.bounds(outlines)
    rank = np.argsort(np.lexsort((*bounds.T, size)))
    smaller = rank[first] > rank[second]
    first, second = first[smaller], second[smaller]
    cut = overlap(polygons[first], polygons[second])
    result = _cut(polygons, polygons, first[cut], second[cut])

    changed = np.union1d(first[cut], contact[shapely.is_empty(polygons[contact])]).astype(int)
    lost = changed[~fits(result[changed], outlines[changed])]
    result[lost], squared[lost] = outlines[lost], False
    first, second = shapely.STRtree(outlines[lost]).query(result, "intersects")
    second = lost[second]
    yielding = ~np.isin(first, lost)
    first, second = first[yielding], second[yielding]
    apart = ~overlap(outlines[first], outlines[second])
    first, second = first[apart], second[apart]
    result = _cut(result, outlines, first, second)

    contact = np.union1d(contact, np.union1d(first, lost)).astype(int)
    if len(contact):
        result[contact] = share_vertices(result[contact])
    return result, squared


def _touching(polygons: np.ndarray, outlines: np.ndarray) -> np.ndarray:
    """Pairs [m, 2] of polygons that intersect and whose outlines do not overlap, in both orders."""
    first, second = shapely.STRtree(polygons).query(polygons, "intersects")
    once = first < second
    first, second = first[once], second[once]
    apart = ~overlap(outlines[first], outlines[second])
    pairs = np.stack([first[apart], second[apart]], axis=1)
    return np.concatenate([pairs, pairs[:, ::-1]])


def _cut(
    polygons: np.ndarray, knives: np.ndarray, first: np.ndarray, second: np.ndarray
) -> np.ndarray:
    """Polygons [n], those at first [m] without the knives at second [m]."""
    result = polygons.copy()
    which, row_of = np.unique(first, return_inverse=True)
    if len(which):
        knife = unions(knives[second], row_of, len(which))
        rest = shapely.difference(polygons[which], knife, grid_size=GRID)
        result[which] = largest_parts(rest)
    return result
