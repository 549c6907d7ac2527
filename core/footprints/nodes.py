"""Give polygons that touch the same vertices along their common boundary."""

from __future__ import annotations

import numpy as np
import shapely
from shapely.errors import GEOSException

from .by_group import connected_groups

GRID = 2.0**-20  # pixels; coordinates of polygons that touch are multiples of it
_NEAR = 4 * GRID  # vertices this close to each other are one; one this close to an edge is on it


def share_vertices(polygons: np.ndarray, group_of: np.ndarray | None = None) -> np.ndarray:
    """Insert into each edge of polygons [n] the vertices of the others that lie on it.

    Polygons that touch without overlapping are a valid coverage afterwards. With ``group_of`` [n],
    only polygons of the same group share vertices.
    """
    if group_of is None:
        group_of = np.zeros(len(polygons), int)
    rings, owners = shapely.get_rings(_without_near_vertices(polygons, group_of), return_index=True)
    points, ring_of = shapely.get_coordinates(rings, return_index=True)
    group_of_point = group_of[owners[ring_of]]
    starts = np.flatnonzero(ring_of[1:] == ring_of[:-1])  # the edge from a point to the next one
    edges = shapely.linestrings(np.stack([points[starts], points[starts + 1]], axis=1))
    vertices, group_of_vertex, _ = _distinct(points, group_of_point)
    found, on = shapely.STRtree(edges).query(shapely.points(vertices), "dwithin", distance=_NEAR)
    same = group_of_vertex[found] == group_of_point[starts[on]]
    found, on = found[same], on[same]
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
    result = polygons.copy()
    filled, owner = np.unique(owners, return_inverse=True)
    if len(filled):
        result[filled] = shapely.polygons(noded, indices=owner)
    return result


def _distinct(
    points: np.ndarray, group_of: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The distinct points of each group, in order: [m, 2], their groups [m], and which of them each
    of the given points [n, 2] is, [n].
    """
    order = np.lexsort((points[:, 1], points[:, 0], group_of))
    ordered, groups = points[order], group_of[order]
    new = np.append(True, (np.diff(ordered, axis=0) != 0).any(axis=1) | (np.diff(groups) != 0))
    new = new[: len(points)]
    number = np.empty(len(points), int)
    number[order] = np.cumsum(new) - 1
    return ordered[new], groups[new], number


def _without_near_vertices(polygons: np.ndarray, group_of: np.ndarray) -> np.ndarray:
    """Move vertices of a group of polygons that are very close to each other to the same place."""
    points, owners = shapely.get_coordinates(polygons, return_index=True)
    vertices, group_of_vertex, vertex_of = _distinct(points, group_of[owners])
    places = shapely.points(vertices)
    pairs = shapely.STRtree(places).query(places, "dwithin", distance=_NEAR)
    pairs = pairs[:, group_of_vertex[pairs[0]] == group_of_vertex[pairs[1]]]
    if pairs.shape[1] == len(vertices):
        return polygons
    _, cluster_of = connected_groups(pairs[0], pairs[1], len(vertices))
    _, first = np.unique(cluster_of, return_index=True)
    moved = vertices[first[cluster_of]][vertex_of]
    changed = np.unique(owners[(moved != points).any(axis=1)])
    result = polygons.copy()
    merged = shapely.set_coordinates(polygons[changed], moved[np.isin(owners, changed)])
    for i, polygon in zip(changed, merged):
        result[i] = _without_repeated_points(polygon, polygons[i])
    return result


def _without_repeated_points(polygon: shapely.Polygon, before: shapely.Polygon) -> shapely.Polygon:
    """The polygon, or as it was before if it or a hole has collapsed."""
    try:
        simple = shapely.remove_repeated_points(polygon)
    except GEOSException:
        return before
    return before if simple.is_empty else simple
