"""Valid polygons of geometries of any kind."""

from __future__ import annotations

import re

import numpy as np
import shapely
from shapely.errors import GEOSException, ShapelyError

_FARTHEST = 1e15  # coordinates beyond are errors, and areas of such polygons overflow
_PRECISION = 1e-12  # of the greatest coordinate, for unions that fail without rounding
_MOST_CROSSINGS = 3_000  # of the sides of a polygon, beyond which repairs take minutes
_SIDES = 500  # of which the crossings are counted
_DEEPEST = 100  # parentheses in parentheses; thousands end the process in GEOS
WKT_ERRORS = (ShapelyError, NotImplementedError)  # the latter for curves
_COLLECTIONS = (
    shapely.GeometryType.GEOMETRYCOLLECTION,
    shapely.GeometryType.MULTIPOLYGON,
    shapely.GeometryType.MULTILINESTRING,
    shapely.GeometryType.MULTIPOINT,
)


def valid_polygons(geometries: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Reduce geometries [n] to their polygons and repair these.

    Lines and points, also those in collections, and polygons without an area or with a coordinate
    that is not finite are dropped. Parts that overlap or touch along a line are merged.

    Returns
    -------
    polygons : object [n]
        A valid Polygon or MultiPolygon with an area, in 2D; None where a geometry has none.
    repaired : bool [n]
        Whether a polygon or a part of it was invalid.
    """
    geometries = shapely.force_2d(np.asarray(geometries, dtype=object))
    sound = _is_polygonal(geometries) & _is_sound(geometries)
    polygons = np.where(sound, geometries, np.array(None))
    # The others are taken apart, and their polygons repaired and merged.
    others = np.flatnonzero(~sound & ~shapely.is_missing(geometries))
    parts, owners = _parts(geometries[others])
    given = _is_polygonal(parts) & ~shapely.is_empty(parts)
    valid, indices, broken = _repair(parts[given])
    owners = others[owners[given]]
    polygons[others] = _merged(valid, owners[indices], len(geometries))[others]
    # Of a multipolygon the parts may be valid, but overlap.
    repaired = shapely.get_type_id(geometries) == shapely.GeometryType.MULTIPOLYGON
    repaired[sound] = False
    repaired[owners[broken]] = True
    return polygons, repaired & ~shapely.is_missing(polygons)


def geometry_of(wkt: str) -> shapely.Geometry | None:
    """The geometry of well-known text; None if it is none that GEOS reads, as one with curves."""
    steps = [1 if sign == "(" else -1 for sign in re.findall("[()]", wkt)]
    if len(steps) > _DEEPEST and np.cumsum(steps).max() > _DEEPEST:
        return None
    try:
        with np.errstate(over="ignore", invalid="ignore"):
            return shapely.from_wkt(wkt, on_invalid="ignore")
    except WKT_ERRORS:
        return None


def _repair(polygons: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Valid polygons [m] out of polygons [n], the index of the origin of each, and bool [n].

    The last is True for those that were invalid, but not for those that only have no area, such as
    the walls of a building in 3D.
    """
    sound = _is_sound(polygons)
    repaired, indices = _parts(_repaired(polygons[~sound]))
    indices = np.flatnonzero(~sound)[indices]
    usable = _is_polygonal(repaired) & _is_sound(repaired)
    repaired, indices = repaired[usable], indices[usable]
    broken = ~_has_coordinates(polygons)
    broken[indices] = True
    valid = np.concatenate([polygons[sound], repaired])
    return valid, np.concatenate([np.flatnonzero(sound), indices]), broken


def _is_polygonal(geometries: np.ndarray) -> np.ndarray:
    kinds = shapely.get_type_id(geometries)
    polygonal: np.ndarray = np.isin(
        kinds, (shapely.GeometryType.POLYGON, shapely.GeometryType.MULTIPOLYGON)
    )
    return polygonal


def _is_sound(geometries: np.ndarray) -> np.ndarray:
    """Bool [n]: valid, with an area, and with plausible coordinates; False for None."""
    sound = _has_coordinates(geometries)
    sound[sound] = shapely.is_valid(geometries[sound]) & (shapely.area(geometries[sound]) > 0)
    return sound


def _has_coordinates(geometries: np.ndarray) -> np.ndarray:
    """Bool [n]: not empty, and every coordinate is plausible."""
    coordinates, owners = shapely.get_coordinates(geometries, return_index=True)
    plausible = (np.abs(coordinates) < _FARTHEST).all(axis=1)  # False for NaN
    counts = np.bincount(owners, minlength=len(geometries))
    good: np.ndarray = counts == np.bincount(owners[plausible], minlength=len(geometries))
    return good & (counts > 0)


def _parts(geometries: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Single parts [m] of geometries, however deeply nested, and the index of each one's owner."""
    parts, owners = shapely.get_parts(geometries, return_index=True)
    while np.isin(shapely.get_type_id(parts), _COLLECTIONS).any():
        parts, inner = shapely.get_parts(parts, return_index=True)
        owners = owners[inner]
    return parts, owners


def _repaired(polygons: np.ndarray) -> np.ndarray:
    """Polygons [n] made valid, None where that is impossible; they may become collections."""
    repaired = np.full(len(polygons), None, dtype=object)
    for i in np.flatnonzero(_has_coordinates(polygons)):
        if _crossings(polygons[i]) > _MOST_CROSSINGS:
            continue
        try:
            repaired[i] = shapely.make_valid(polygons[i])
        except GEOSException:
            continue
    return repaired


def _crossings(polygon: shapely.Geometry) -> float:
    """About how often the sides of a polygon cross each other, by those of some of them."""
    points, ring = shapely.get_coordinates(shapely.get_rings(polygon), return_index=True)
    sides = shapely.linestrings(np.stack([points[:-1], points[1:]], axis=1)[ring[:-1] == ring[1:]])
    some = sides[:: max(1, len(sides) // _SIDES)]
    pairs = shapely.STRtree(sides).query(some, predicate="crosses")
    return float(pairs.shape[1] / 2 * len(sides) / max(1, len(some)))


def _merged(parts: np.ndarray, owners: np.ndarray, count: int) -> np.ndarray:
    """The union of the parts of each of ``count`` owners, None without any."""
    merged = np.full(count, None, dtype=object)
    order = np.argsort(owners, kind="stable")
    found, starts = np.unique(owners[order], return_index=True)
    for owner, of_one in zip(found, np.split(parts[order], starts[1:])):
        merged[owner] = union_of(of_one)
    return merged


def union_of(polygons: np.ndarray) -> shapely.Geometry | None:
    """Valid union of valid polygons [n], None without any or if it cannot be computed."""
    if len(polygons) < 2:
        return polygons[0] if len(polygons) else None
    for grid_size in (None, float(np.abs(shapely.total_bounds(polygons)).max()) * _PRECISION):
        try:
            union = np.array([shapely.union_all(polygons, grid_size=grid_size)])
        except GEOSException:
            continue
        if (_is_polygonal(union) & _is_sound(union))[0]:
            return union[0]
    return None
