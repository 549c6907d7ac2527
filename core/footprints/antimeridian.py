"""Polygons on both sides of the antimeridian, next to each other."""

from __future__ import annotations

import numpy as np
import pyproj
import shapely

from ..raster.grid import period_of
from ..raster.placement import CLOSED, JUMP, shifted


def full_turn(crs: str) -> float:
    """Length of a full turn along x in units of a CRS, 0 if x does not wrap around."""
    return period_of(pyproj.CRS(crs)) if crs else 0.0


def ranges(polygons: np.ndarray, crs: str, target: str) -> np.ndarray:
    """Where the parts [k] of polygons begin and end along x in a CRS that wraps around [k, 2].

    Those that are not finite are left out.
    """
    period = full_turn(crs)
    bounds = shapely.bounds(shapely.get_parts(polygons))
    left, bottom, right, top = bounds.T
    width = right - left
    jumps = (width < period * (1 - CLOSED)) & (width > period * (1 - JUMP))
    wide = ~jumps & (width > period / 2) if period else np.zeros(len(width), bool)
    if crs in ("", target):
        found = np.stack([left, right], axis=1)
        found[jumps] = np.stack([right, left + period], axis=1)[jumps]
        return found
    change = pyproj.Transformer.from_crs(crs, target, always_xy=True).transform
    corners = np.stack([left, right, left, right]), np.stack([bottom, bottom, top, top])
    x, turn = change(*corners)[0], full_turn(target)
    with np.errstate(invalid="ignore"):
        x -= turn * np.round((x - x[0]) / turn)
    found = np.stack([x.min(axis=0), x.max(axis=0)], axis=1)
    found[wide, 1] = found[wide, 0] + turn
    finite: np.ndarray = found[np.isfinite(found).all(axis=1)]
    return finite


def narrowest(ranges: np.ndarray, period: float, near: float) -> tuple[float, float] | None:
    """The shortest range that holds all of the ranges [k, 2], by full turns next to ``near``.

    None if it would be a full turn.
    """
    order = np.argsort(np.mod(ranges[:, 0], period))
    low, high = (ranges - period * np.floor(ranges[:, :1] / period))[order].T
    if not len(low):
        return None
    reach = np.maximum.accumulate(high)
    reach = np.maximum(reach, reach[-1] - period)
    gaps = np.append(low[1:], low[0] + period) - reach
    last = int(np.argmax(gaps))  # the range before the widest gap
    if gaps[last] <= 0:
        return None
    end = reach[last]
    start = end + gaps[last] - period
    turns = period * np.round((near - (start + end) / 2) / period)
    return float(start + turns), float(end + turns)


def turned_as(polygons: np.ndarray, crs: str, given: np.ndarray) -> np.ndarray:
    """Polygons [n] wrapped to -180 to 180 degrees by their centres, if the ``given`` ones [m] are.

    Each is shifted as a whole, so that polygons across the antimeridian are not cut.
    """
    period = full_turn(crs)
    if not period or not len(polygons):
        return polygons
    left, _, right, _ = shapely.bounds(given).T
    if (np.abs(left + right) / 2 > period / 2 * (1 + CLOSED)).any():
        return polygons
    left, _, right, _ = shapely.bounds(polygons).T
    turns = -np.round((left + right) / 2 / period)
    turned = polygons.copy()
    for turn in np.unique(turns[turns != 0]):
        turned[turns == turn] = shifted(polygons[turns == turn], turn * period)
    return turned


def side_by_side(longitudes: np.ndarray, polygon: np.ndarray) -> np.ndarray:
    """Longitudes [k] of vertices by full turns, so that neighbours stay next to each other.

    They go on beyond 180 degrees. ``polygon`` [k] is the index of the polygon of each vertex.
    """
    _, starts, owner = np.unique(polygon, return_index=True, return_inverse=True)
    own = longitudes[starts][owner]  # that of the first vertex of its polygon
    found: np.ndarray = longitudes[0] + _turned(own - longitudes[0]) + _turned(longitudes - own)
    return found


def within_180(polygons: np.ndarray) -> np.ndarray:
    """Polygons with longitudes from -180 to 180; those across the antimeridian are cut there."""
    left, _, right, _ = shapely.bounds(polygons).T
    beyond = (left < -180) | (right > 180)
    parts = [polygons[~beyond]]
    for turn in (-360, 0, 360):
        cut = shapely.intersection(polygons[beyond], shapely.box(-180 - turn, -90, 180 - turn, 90))
        pieces = shapely.get_parts(cut)
        parts.append(shifted(pieces[shapely.area(pieces) > 0], turn))
    return np.concatenate(parts)


def _turned(degrees: np.ndarray) -> np.ndarray:
    """Differences of longitudes by full turns, from -180 to 180."""
    turned: np.ndarray = degrees - 360 * np.round(degrees / 360)
    return turned
