"""Areas that polygons have in common, for many pairs at once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from .ranges import ranges

_PAIRS = 2**20  # of edges at a time
_LEAST_OVERLAP = 1e-9  # square pixels; less is rounding
_LARGE = 64  # pairs per edge from which an overlay of two polygons is faster


def common_areas(polygons: np.ndarray, others: np.ndarray) -> np.ndarray:
    """Areas of the intersections of valid polygons [n] with valid polygons [n], row by row.

    The area of a polygon is the signed sum of the areas below its edges. The area of an
    intersection is therefore the signed sum, over all pairs of an edge of each polygon, of the area
    below both edges. For polygons with few edges this is many times faster than an overlay. The
    rounding error is about 1e-14 of their areas.
    """
    return _areas(polygons, others)[0]


def overlap(polygons: np.ndarray, others: np.ndarray) -> np.ndarray:
    """Bool [n]: whether valid polygons [n] and valid polygons [n] overlap by _LEAST_OVERLAP."""
    areas, rounding = _areas(polygons, others)
    unsure = rounding > _LEAST_OVERLAP / 4
    areas[unsure] = shapely.area(shapely.intersection(polygons[unsure], others[unsure]))
    result: np.ndarray = areas > _LEAST_OVERLAP
    return result


def _areas(polygons: np.ndarray, others: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Areas [n] of intersections, and how much rounding may change them, [n]."""
    # From the lower left of what both bounds have in common, so that rounding is small.
    origins = np.fmax(shapely.bounds(polygons)[:, :2], shapely.bounds(others)[:, :2])
    first, second = _edges(polygons, origins), _edges(others, origins)
    pairs = first.counts * second.counts
    large = pairs > _LARGE * (first.counts + second.counts)
    areas, rounding = np.zeros(len(polygons)), np.zeros(len(polygons))
    areas[large] = shapely.area(shapely.intersection(polygons[large], others[large]))
    small = np.flatnonzero(~large)
    # In runs of so many pairs that arrays stay small.
    runs = np.cumsum(pairs[small]) // _PAIRS
    starts = np.flatnonzero(np.diff(runs, prepend=-1))
    for start, stop in zip(starts, [*starts[1:], len(small)]):
        _add(areas, rounding, small[start:stop], first, second)
    return areas, rounding


@dataclass(frozen=True)
class _Edges:
    """Edges [k] of polygons [n] that are not vertical, left to right, grouped by polygon.

    ``weight`` is 1 where the polygon is below the edge, -1 where it is above.
    """

    left: np.ndarray
    right: np.ndarray
    y: np.ndarray  # at the left end
    slope: np.ndarray
    weight: np.ndarray
    owner: np.ndarray
    counts: np.ndarray  # [n]
    starts: np.ndarray  # [n]


def _edges(polygons: np.ndarray, origins: np.ndarray) -> _Edges:
    """Edges of polygons [n], relative to origins [n, 2]."""
    rings, owners = shapely.get_rings(polygons, return_index=True)
    points, ring_of = shapely.get_coordinates(rings, return_index=True)
    points -= origins[owners[ring_of]]
    start = np.flatnonzero(ring_of[1:] == ring_of[:-1])
    (x0, y0), (x1, y1) = points[start].T, points[start + 1].T
    ring_of = ring_of[start]
    doubled = np.bincount(ring_of, x0 * y1 - x1 * y0, minlength=len(rings))
    is_outer = np.diff(owners, prepend=-1) > 0
    inward = np.where((doubled > 0) == is_outer, -1.0, 1.0)  # of edges from left to right
    oblique = x0 != x1
    x0, y0, x1, y1, ring_of = x0[oblique], y0[oblique], x1[oblique], y1[oblique], ring_of[oblique]
    forward = x0 < x1
    owner = owners[ring_of]
    counts = np.bincount(owner, minlength=len(polygons))
    return _Edges(
        np.where(forward, x0, x1),
        np.where(forward, x1, x0),
        np.where(forward, y0, y1),
        (y1 - y0) / (x1 - x0),
        np.where(forward, 1.0, -1.0) * inward[ring_of],
        owner,
        counts,
        np.cumsum(counts) - counts,
    )


def _add(
    areas: np.ndarray, rounding: np.ndarray, which: np.ndarray, first: _Edges, second: _Edges
) -> None:
    """Add the results of the polygons ``which`` [k] to ``areas`` [n] and ``rounding`` [n]."""
    # All pairs (e, f) of edges of a polygon and of its partner.
    per_edge = np.repeat(second.counts[which], first.counts[which])
    e = np.repeat(ranges(first.starts[which], first.counts[which]), per_edge)
    f = ranges(np.repeat(second.starts[which], first.counts[which]), per_edge)
    left = np.maximum(first.left[e], second.left[f])
    width = np.minimum(first.right[e], second.right[f]) - left
    near = np.flatnonzero(width > 0)
    e, f, left, width = e[near], f[near], left[near], width[near]
    high = second.y[f] + second.slope[f] * (left - second.left[f])
    apart = first.y[e] + first.slope[e] * (left - first.left[e]) - high
    apart_right = apart + (first.slope[e] - second.slope[f]) * width
    # Below both edges is what is below the second, less where the first is lower.
    lower = np.minimum(apart, 0) + np.minimum(apart_right, 0)
    total = np.abs(apart) + np.abs(apart_right)
    lower = lower**2 / np.maximum(total, np.finfo(float).tiny)
    values = width * (high + 0.5 * second.slope[f] * width - 0.5 * lower)
    values *= first.weight[e] * second.weight[f]
    owner = first.owner[e]
    areas += np.bincount(owner, values, minlength=len(areas))
    rounding += np.bincount(owner, np.abs(values), minlength=len(areas)) * np.finfo(float).eps
