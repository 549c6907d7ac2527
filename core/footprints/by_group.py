"""Operations on groups of geometries, many groups at once."""

from __future__ import annotations

import numpy as np
import shapely
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components


def connected_groups(first: np.ndarray, second: np.ndarray, count: int) -> tuple[int, np.ndarray]:
    """Number of groups of ``count`` items, and the group of each, [count].

    Items first [m] and second [m] are connected.
    """
    graph = coo_array((np.ones(len(first), bool), (first, second)), shape=(count, count))
    groups, group_of = connected_components(graph, directed=False)
    return int(groups), np.asarray(group_of)


def rows_of(values: np.ndarray, group_of: np.ndarray, count: int) -> np.ndarray:
    """Geometries [n] as rows, one for each of ``count`` groups, filled up with None.

    In a row they are in the given order. Reductions of shapely ignore None.
    """
    order = np.argsort(group_of, kind="stable")
    place, sizes = place_in_group(group_of, count)
    rows = np.full((count, sizes.max(initial=1)), None, dtype=object)
    rows[group_of[order], place[order]] = values[order]
    return rows


def place_in_group(group_of: np.ndarray, count: int) -> tuple[np.ndarray, np.ndarray]:
    """Index of each item within its group, [n], and the sizes of the groups, [count]."""
    order = np.argsort(group_of, kind="stable")
    sizes = np.bincount(group_of, minlength=count)
    place = np.empty(len(group_of), int)
    place[order] = np.arange(len(order)) - (np.cumsum(sizes) - sizes)[group_of[order]]
    return place, sizes


def all_of(which: np.ndarray, group_of: np.ndarray, count: int) -> np.ndarray:
    """Bool [count]: groups whose members are all true in bool [n]."""
    result: np.ndarray = np.bincount(group_of[~which], minlength=count) == 0
    return result


def largest_parts(geometries: np.ndarray) -> np.ndarray:
    """The largest polygon of each geometry [n], an empty one if it has none."""
    parts, owner = shapely.get_parts(geometries, return_index=True)
    areal = shapely.get_type_id(parts) == shapely.GeometryType.POLYGON
    parts, owner = parts[areal], owner[areal]
    order = np.lexsort((-shapely.area(parts), owner))
    found, first = np.unique(owner[order], return_index=True)
    result = np.full(len(geometries), shapely.Polygon(), dtype=object)
    result[found] = parts[order[first]]
    return result


def pairs_within(
    geometries: np.ndarray, group_of: np.ndarray, others: np.ndarray, other_group_of: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Indices [m] of geometries [n] and of others [k] of the same group that intersect."""
    first, second = shapely.STRtree(others).query(geometries, "intersects")
    same = group_of[first] == other_group_of[second]
    return first[same], second[same]
