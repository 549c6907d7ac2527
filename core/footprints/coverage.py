"""Regularise a group of touching buildings as a whole, so that they stay a coverage.

The group is first simplified as a coverage. Then buildings get right angles along the common
direction of their neighbours, with walls that are nearly in line moved onto one line. Where these
do not meet exactly, the remaining buildings give way or fill the gap.
"""

from __future__ import annotations

import numpy as np
import shapely

from .alignment import aligned
from .by_group import all_of, connected_groups
from .composition import composed, unions
from .faces import shared_walls, simple_coverages
from .intersections import overlap
from .nodes import GRID, share_vertices
from .overlaps import resolve_overlaps
from .regularise import TOLERANCE, fits, rectangles, regularise, simplify, without_small_holes
from .right_angles import common_directions, ends_of, midpoints_of, square

_ROUNDS = 3  # of looking for a common direction, each among the buildings that are left


def regularise_layer(outlines: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Straighten the polygons [n] of a layer; those that do not overlap still do not.

    Polygons that share walls are straightened as a group, the others each by itself.

    Returns
    -------
    polygons : object [n]
    squared : bool [n]
        Whether a polygon got right angles.
    """
    first, second = shapely.STRtree(outlines).query(outlines, "intersects")
    other = first != second
    first, second = first[other], second[other]
    overlapping = np.unique(first[overlap(outlines[first], outlines[second])])
    pairs = np.stack([first, second], axis=1)
    pairs = pairs[shapely.length(shapely.intersection(outlines[first], outlines[second])) > 0]
    pairs = pairs[~np.isin(pairs, overlapping).any(axis=1)]
    alone = np.setdiff1d(np.arange(len(outlines)), pairs)
    polygons, squared = outlines.copy(), np.zeros(len(outlines), bool)
    polygons[alone], squared[alone] = regularise(outlines[alone])
    grouped = np.setdiff1d(np.arange(len(outlines)), alone)
    group_of = _blocks(np.isin(np.arange(len(outlines)), pairs), pairs)[grouped]
    polygons[grouped], squared[grouped] = regularise_groups(outlines[grouped], group_of)
    return resolve_overlaps(outlines, polygons, squared)


def regularise_groups(outlines: np.ndarray, group_of: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Straighten polygons [n] of groups [n]; those of a group touch along edges, without overlaps.

    Returns
    -------
    polygons : object [n]
        A valid coverage in each group.
    squared : bool [n]
        Whether a polygon got right angles.
    """
    groups, group_of = np.unique(group_of, return_inverse=True)
    count = len(groups)
    if count == 0:
        return outlines.copy(), np.zeros(0, bool)
    walls = shared_walls(outlines, group_of)
    simple = simple_coverages(outlines, group_of, count, walls)
    squared = _squared(outlines, walls.pairs)
    result, done = _with_right_angles(outlines, simple, squared, group_of, count)
    rest = np.flatnonzero(~done[group_of])
    result[rest] = _noded(simple[rest], outlines[rest], group_of[rest], count)
    return result, ~shapely.is_missing(squared) & done[group_of]


def _with_right_angles(
    outlines: np.ndarray, simple: np.ndarray, squared: np.ndarray, group_of: np.ndarray, count: int
) -> tuple[np.ndarray, np.ndarray]:
    """Put right-angled and simple polygons of groups together, until all fit their outlines.

    Those in ``squared`` [n] that do not fit become None. Returns polygons [n], and bool [count]:
    the groups that are a coverage now. The polygons of others are outlines.
    """
    result, done = outlines.copy(), np.zeros(count, bool)
    wholes, sizes = unions(simple, group_of, count), shapely.area(simple)
    simple_on_grid, squared_on_grid = (
        shapely.set_precision(polygons, GRID) for polygons in (simple, squared)
    )
    goes_on = ~all_of(shapely.is_missing(squared), group_of, count)
    while goes_on.any():
        which = np.flatnonzero(goes_on[group_of])
        _, row_of = np.unique(group_of[which], return_inverse=True)
        is_squared = ~shapely.is_missing(squared[which])
        polygons = np.where(is_squared, squared_on_grid[which], simple_on_grid[which])
        together = composed(polygons, is_squared, sizes[which], wholes[goes_on], row_of)
        bad = np.zeros(len(outlines), bool)
        bad[which] = ~fits(together, outlines[which])
        finished = goes_on & all_of(~bad, group_of, count)
        ready = finished[group_of[which]]
        members = which[ready]
        noded = share_vertices(together[ready], group_of[members])
        done |= finished & _are_coverages(noded, group_of[members], count)
        taken = done[group_of[members]]
        result[members[taken]] = noded[taken]
        goes_on &= ~finished
        _give_up(squared, simple, bad, group_of, goes_on)
    return result, done


def _give_up(
    squared: np.ndarray,
    simple: np.ndarray,
    bad: np.ndarray,
    group_of: np.ndarray,
    goes_on: np.ndarray,
) -> None:
    """Undo the right angles of buildings that no longer fit.

    If a building that does not fit has none, the building that overlaps it most loses its right
    angles. ``goes_on`` becomes False for groups where all fit, or where no right angles are left.
    """
    is_squared = ~shapely.is_missing(squared)
    gives_up = bad & is_squared & goes_on[group_of]
    for i in np.flatnonzero(bad & ~is_squared & goes_on[group_of]):
        others = np.flatnonzero((group_of == group_of[i]) & is_squared)
        taken = shapely.area(shapely.intersection(squared[others], simple[i]))
        gives_up[others[np.argmax(taken)]] |= taken.max() > 0
    squared[gives_up] = None
    count = len(goes_on)
    goes_on &= ~all_of(~gives_up, group_of, count)
    goes_on &= ~all_of(shapely.is_missing(squared), group_of, count)


def _noded(
    simple: np.ndarray, outlines: np.ndarray, group_of: np.ndarray, count: int
) -> np.ndarray:
    """Simple polygons [n] with the vertices of the others of their group, or else the outlines."""
    result = share_vertices(simple, group_of)
    good = _are_coverages(result, group_of, count)[group_of]
    result[~good] = share_vertices(outlines[~good], group_of[~good])
    return result


def _are_coverages(polygons: np.ndarray, group_of: np.ndarray, count: int) -> np.ndarray:
    """Bool [count]: whether the polygons of each group are a valid coverage, also without any."""
    good = all_of(shapely.is_valid(polygons), group_of, count)
    order = np.argsort(group_of, kind="stable")
    groups, starts = np.unique(group_of[order], return_index=True)
    for group, members in zip(groups, np.split(order, starts[1:])):
        good[group] &= bool(shapely.coverage_is_valid(polygons[members]))
    return good


def _squared(outlines: np.ndarray, pairs: np.ndarray) -> np.ndarray:
    """The outlines [n] with right angles, None where they do not fit."""
    midpoints = midpoints_of(without_small_holes(outlines))
    ends = ends_of(midpoints, simplify(midpoints.polygons(), TOLERANCE))
    result = np.full(len(outlines), None, dtype=object)
    for _ in range(_ROUNDS):
        left = shapely.is_missing(result)
        block_of = _blocks(left, pairs)
        turns = common_directions(midpoints, ends, block_of, block_of.max(initial=0) + 1)
        turn = np.where(left, turns[block_of], np.nan)
        squared = square(midpoints, ends, turn)
        usable = np.flatnonzero(left & fits(squared, outlines))
        moved = aligned(squared[usable], block_of[usable], turn[usable])
        good = fits(moved, outlines[usable])
        result[usable[good]] = moved[good]
        if not good.any():
            break
    left = np.flatnonzero(shapely.is_missing(result))
    rectangular = rectangles(outlines[left])
    good = fits(rectangular, outlines[left])
    result[left[good]] = rectangular[good]
    return result


def _blocks(which: np.ndarray, pairs: np.ndarray) -> np.ndarray:
    """Number [n] of the connected group of each item where bool [n] is true, else -1."""
    joined = pairs[which[pairs].all(axis=1)]
    _, block_of = connected_groups(joined[:, 0], joined[:, 1], len(which))
    blocks: np.ndarray = np.where(which, block_of, -1)
    return blocks
