"""Give polygons that touch the same vertices along their common boundary."""

from __future__ import annotations

import numpy as np
import shapely
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components
from shapely.errors import GEOSException

GRID = 2.0**-20  # pixels; coordinates of polygons that touch are multiples of it
_NEAR = 4 * GRID  # vertices this close to each other are one; one this close to an edge is on it


def share_vertices(polygons: np.ndarray) -> np.ndarray:
    """Insert into each edge of polygons [n] the vertices of the others that lie on it.

    Polygons that touch without overlapping are a valid coverage afterwards.
    """
    rings, owners = shapely.get_rings(_without_near_vertices(polygons), return_index=True)
    points, ring_of = shapely.get_coordinates(rings, return_index=True)
    starts = np.flatnonzero(ring_of[1:] == ring_of[:-1])  # the edge from a point to the next one
    edges = shapely.linestrings(np.stack([points[starts], points[starts + 1]], axis=1))
    vertices = np.unique(points, axis=0)
    found, on = shapely.STRtree(edges).query(shapely.points(vertices), "dwithin", distance=_NEAR)
    first, second, new = points[starts[on]], points[starts[on] + 1], vertices[found]
    inner = (new != first).any(axis=1) & (new != second).any(axis=1)
    # Beyond an end of the edge a vertex is close to it, but not on it.
    direction, offset = second - first, new - first
    along = (direction * offset).sum(axis=1) / np.maximum((direction**2).sum(axis=1), GRID**2)
    inner &= (along > 0) & (along < 1)
    places = np.concatenate([np.arange(len(points), dtype=float), (starts[on] + along)[inner]])
    all_points = np.concatenate([points, new[inner]])
    all_rings = np.concatenate([ring_of, ring_of[starts[on]][inner]])
    order = np.lexsort((places, all_rings))
    noded = shapely.linearrings(all_points[order], indices=all_rings[order])
    # The outer ring of a polygon comes first.
    ends = np.searchsorted(owners, np.arange(len(polygons) + 1))
    result = polygons.copy()
    for i in np.flatnonzero(~shapely.is_empty(polygons)):
        outer, *holes = noded[ends[i] : ends[i + 1]]
        result[i] = shapely.Polygon(outer, holes)
    return result


def _without_near_vertices(polygons: np.ndarray) -> np.ndarray:
    """Move vertices of polygons [n] that are very close to each other to the same place."""
    points = shapely.get_coordinates(polygons)
    vertices, vertex_of = np.unique(points, axis=0, return_inverse=True)
    places = shapely.points(vertices)
    pairs = shapely.STRtree(places).query(places, "dwithin", distance=_NEAR)
    if pairs.shape[1] == len(vertices):
        return polygons
    graph = coo_array((np.ones(pairs.shape[1]), pairs), shape=(len(vertices),) * 2)
    _, group_of = connected_components(graph, directed=False)
    _, first = np.unique(group_of, return_index=True)
    moved = vertices[first[group_of]][vertex_of.ravel()]
    merged = shapely.set_coordinates(polygons.copy(), moved)
    changed = np.flatnonzero(~shapely.equals_exact(merged, polygons))
    result = polygons.copy()
    for i in changed:
        result[i] = _without_repeated_points(merged[i], polygons[i])
    return result


def _without_repeated_points(polygon: shapely.Polygon, before: shapely.Polygon) -> shapely.Polygon:
    """The polygon, or as it was before if it or a hole has collapsed."""
    try:
        simple = shapely.remove_repeated_points(polygon)
    except GEOSException:
        return before
    return before if simple.is_empty else simple
