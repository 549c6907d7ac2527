"""Polygons of any coordinate system in longitude and latitude."""

from __future__ import annotations

import numpy as np
import pyproj
import shapely
from pyproj.exceptions import ProjError

from ..hatch.errors import InputError
from .antimeridian import side_by_side

DEGREES = "EPSG:4326"


def is_on_earth(crs: str) -> bool:
    """Whether a CRS places points on the earth: it is not local, of heights, or another planet's.

    ``crs`` is known to PROJ.
    """
    try:
        return pyproj.CRS(crs).geodetic_crs is not None and bool(_to_degrees(crs))
    except ProjError:
        return False


def in_degrees(polygons: np.ndarray, crs: str) -> np.ndarray:
    """Geometries [n] of a CRS, or None, in longitude and latitude. Raises InputError.

    Across the antimeridian longitudes go on beyond 180, so that neighbours stay next to each other.
    """
    if not is_on_earth(crs):
        raise InputError(
            "The coordinate system is local or of another planet; assign the layer the right "
            "one: {crs}.",
            crs=pyproj.CRS(crs).name,
        )
    points, polygon = shapely.get_coordinates(polygons, return_index=True)
    if len(points) == 0:
        return polygons
    moved = np.stack(_to_degrees(crs).transform(*points.T), axis=1)
    if not np.isfinite(moved).all():
        raise InputError(
            "Some polygons are outside the range of their coordinate system; assign the layer "
            "the right one."
        )
    moved[:, 0] = side_by_side(moved[:, 0], polygon)
    result: np.ndarray = shapely.set_coordinates(polygons.copy(), moved)
    return result


def _to_degrees(crs: str) -> pyproj.Transformer:
    return pyproj.Transformer.from_crs(crs, DEGREES, always_xy=True)
