"""Lengths of the boundaries that polygons have in common, for many pairs at once."""

from __future__ import annotations

import numpy as np
import shapely

from .ranges import ranges


def contact_lengths(polygons: np.ndarray, others: np.ndarray, tolerance: float) -> np.ndarray:
    """Lengths [n] along which boundaries of polygons [n] and others [n] run, row by row.

    Edges that are closer than ``tolerance`` count.
    """
    first, first_of = _edges(polygons)
    second, second_of = _edges(others)
    sizes = np.bincount(second_of, minlength=len(polygons))
    per_edge = sizes[first_of]
    e = np.repeat(np.arange(len(first)), per_edge)
    f = ranges((np.cumsum(sizes) - sizes)[first_of], per_edge)
    start, along = first[e, 0], first[e, 1] - first[e, 0]
    length = np.abs(along)
    # The other edge, seen from the one: how far along it and beside it both ends are.
    ends = (second[f].T - start) * (along.conj() / length)
    order = ends[0].real > ends[1].real
    low, high = np.where(order, ends[::-1], ends)
    left, right = np.maximum(low.real, 0), np.minimum(high.real, length)
    beside = np.flatnonzero(right - left > tolerance)
    low, high, left, right = low[beside], high[beside], left[beside], right[beside]
    slope = (high.imag - low.imag) / (high.real - low.real)
    off = low.imag + slope * (left - low.real)
    # Where it is within the tolerance.
    off, slope = np.where(slope < 0, -off, off), np.maximum(np.abs(slope), 1e-12)
    begin = left + np.maximum((-tolerance - off) / slope, 0)
    end = np.minimum(right, left + (tolerance - off) / slope)
    common: np.ndarray = np.bincount(
        first_of[e[beside]], np.maximum(end - begin, 0), minlength=len(polygons)
    )
    return common


def _edges(polygons: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Ends of edges, complex [k, 2], and the polygons they belong to, [k]."""
    rings, owners = shapely.get_rings(polygons, return_index=True)
    points, ring_of = shapely.get_coordinates(rings, return_index=True)
    places = points[:, 0] + 1j * points[:, 1]
    start = np.flatnonzero((ring_of[1:] == ring_of[:-1]) & (places[1:] != places[:-1]))
    return np.stack([places[start], places[start + 1]], axis=1), owners[ring_of[start]]
