"""Polygons on a grid, without overlaps, that share the vertices of their common walls."""

from __future__ import annotations

import numpy as np
import shapely

from .by_group import largest_parts


def snapped(polygons: np.ndarray, grid: float) -> np.ndarray:
    """Move polygons [n] onto multiples of ``grid``; the result is a coverage.

    Where polygons overlap, the largest keeps the place, and of another the largest part that is
    left. Polygons of which nothing is left become empty.
    """
    result = largest_parts(shapely.set_precision(polygons, grid))
    first, second = shapely.STRtree(polygons).query(polygons, "dwithin", distance=2 * grid)
    touching = np.unique(first[first != second])
    if len(touching) == 0:
        return result
    faces, owner_of = _faces(polygons[touching], grid)
    order = np.argsort(owner_of, kind="stable")
    owners, starts = np.unique(owner_of[order], return_index=True)
    wholes = [shapely.coverage_union_all(own) for own in np.split(faces[order], starts[1:])]
    result[touching] = shapely.Polygon()
    result[touching[owners]] = largest_parts(np.array(wholes, object))
    return result


def _faces(polygons: np.ndarray, grid: float) -> tuple[np.ndarray, np.ndarray]:
    """The faces [m] into which the walls of polygons [n] divide them, on the grid, and the polygon
    that each belongs to, int [m]: the largest of those that contain it.
    """
    lines = shapely.union_all(shapely.boundary(polygons), grid_size=grid)
    faces = shapely.get_parts(shapely.polygonize([lines]))
    inside = shapely.point_on_surface(faces)
    face, polygon = shapely.STRtree(polygons).query(inside, "intersects")
    order = np.lexsort((polygon, -shapely.area(polygons)[polygon], face))
    found, start = np.unique(face[order], return_index=True)
    return faces[found], polygon[order][start]
