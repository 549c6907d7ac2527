"""Put right-angled and simplified buildings of a group together, without overlaps and gaps."""

from __future__ import annotations

import numpy as np
import shapely

from .by_group import largest_parts, pairs_within, place_in_group, rows_of
from .contact import contact_lengths
from .nodes import GRID

_LEAST_CONTACT = 0.05  # pixels; a gap touches a building along more


def composed(
    polygons: np.ndarray,
    is_squared: np.ndarray,
    sizes: np.ndarray,
    wholes: np.ndarray,
    group_of: np.ndarray,
) -> np.ndarray:
    """Polygons [n] on GRID without overlaps: of two that overlap, one is cut.

    The one that is not squared, or the smaller one by ``sizes`` [n], is cut. Only polygons of the
    same group are compared. Gaps in ``wholes`` [g], the areas of the groups, go to adjacent
    polygons in the same priority.
    """
    result = polygons.copy()
    # Squared polygons first, then larger ones: each is cut by those before it.
    order = np.lexsort((-sizes, ~is_squared, group_of))
    rank = np.empty(len(order), int)
    rank[order], _ = place_in_group(group_of[order], len(wholes))
    first, second = pairs_within(result, group_of, result, group_of)
    gives_way = rank[second] < rank[first]
    first, second = first[gives_way], second[gives_way]
    for turn in np.unique(rank[first]):
        now = rank[first] == turn
        cut, row_of = np.unique(first[now], return_inverse=True)
        knives = unions(result[second[now]], row_of, len(cut))
        result[cut] = largest_parts(shapely.difference(result[cut], knives, grid_size=GRID))
    left = shapely.difference(wholes, unions(result, group_of, len(wholes)), grid_size=GRID)
    _fill_gaps(result, left, group_of, rank)
    return result


def unions(polygons: np.ndarray, group_of: np.ndarray, count: int) -> np.ndarray:
    """Unions [count] of the polygons [n] of each group, on the grid of common vertices."""
    rows = rows_of(polygons, group_of, count)
    result: np.ndarray = shapely.union_all(rows, grid_size=GRID, axis=1)
    return result


def _fill_gaps(
    result: np.ndarray, left: np.ndarray, group_of: np.ndarray, rank: np.ndarray
) -> None:
    """Add the parts of ``left`` [g], by group, to polygons of ``result`` [n] that they touch."""
    gaps, group_of_gap = shapely.get_parts(left, return_index=True)
    areal = shapely.get_type_id(gaps) == shapely.GeometryType.POLYGON
    gaps, group_of_gap = gaps[areal], group_of_gap[areal]
    turn, _ = place_in_group(group_of_gap, len(left))
    for now in range(turn.max(initial=-1) + 1):
        which = np.flatnonzero(turn == now)
        near, gap = shapely.STRtree(gaps[which]).query(result, "dwithin", distance=4 * GRID)
        same = group_of[near] == group_of_gap[which[gap]]
        near, gap = near[same], gap[same]
        contact = contact_lengths(gaps[which[gap]], result[near], 4 * GRID) > _LEAST_CONTACT
        gap, near = gap[contact], near[contact]
        several = np.bincount(gap, minlength=len(which))[gap] > 1
        gap, near = gap[several], near[several]
        order = np.lexsort((rank[near], gap))
        is_last = np.append(np.diff(gap[order]) != 0, True)[: len(order)]
        owner, filled = near[order[is_last]], gaps[which[gap[order[is_last]]]]
        result[owner] = largest_parts(shapely.union(result[owner], filled, grid_size=GRID))
