"""Bring walls of right-angled buildings that are nearly in line onto a common line."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from .by_group import connected_groups
from .ranges import ranges

_COMMON_WALL = 2.0  # pixels; the two sides of a common wall are closer to each other
_IN_LINE = 1.0  # pixels; walls of neighbours in line with each other miss the line by less
_GAP = 4.0  # pixels between walls that continue each other at most
_NEAR = 5.0  # pixels; bounds of polygons whose walls may be in line are closer


@dataclass(frozen=True)
class _Walls:
    """Walls [m] of rings; each is at ``across``, from ``low`` to ``high`` along an axis.

    The axis is x if the wall is ``level``. ``forward`` is the direction in which the boundary of
    its ``owner`` follows it.
    """

    ring_of: np.ndarray
    owner: np.ndarray
    level: np.ndarray
    across: np.ndarray
    low: np.ndarray
    high: np.ndarray
    forward: np.ndarray


def aligned(polygons: np.ndarray, block_of: np.ndarray, turns: np.ndarray) -> np.ndarray:
    """Move walls of right-angled polygons [n] that are nearly in line onto a common line.

    These are the two sides of a common wall, and walls that continue each other, of polygons of
    the same block. The axes of each are turned by ``turns`` [n].
    """
    if len(polygons) == 0:
        return polygons
    rings, owners = shapely.get_rings(shapely.orient_polygons(polygons), return_index=True)
    walls = _walls(rings, owners, turns)
    line_of = _lines(walls, polygons, block_of)
    weight = walls.high - walls.low
    mean = np.bincount(line_of, weight * walls.across) / np.bincount(line_of, weight)
    line = mean[line_of]
    # A corner is where a wall meets the one before it.
    starts = np.flatnonzero(np.diff(walls.ring_of, prepend=-1))
    previous = np.arange(len(line)) - 1
    previous[starts] = np.append(starts[1:], len(line)) - 1
    before = line[previous]
    corners = np.where(walls.level, before + 1j * line, line + 1j * before) / turns[walls.owner]
    new_rings = shapely.linearrings(
        np.stack([corners.real, corners.imag], axis=1), indices=walls.ring_of
    )
    result: np.ndarray = np.atleast_1d(shapely.polygons(new_rings, indices=owners))
    return result


def _walls(rings: np.ndarray, owners: np.ndarray, turns: np.ndarray) -> _Walls:
    """The walls of rings [r] of owners [r]."""
    corners, ring_of = shapely.get_coordinates(rings, return_index=True)
    start = np.flatnonzero(ring_of[1:] == ring_of[:-1])
    points = (corners[:, 0] + 1j * corners[:, 1]) * turns[owners[ring_of]]
    first, last = points[start], points[start + 1]
    level = np.abs((last - first).real) >= np.abs((last - first).imag)
    across = np.where(level, (first + last).imag, (first + last).real) / 2
    along = np.where(level, first.real, first.imag), np.where(level, last.real, last.imag)
    low, high, forward = np.minimum(*along), np.maximum(*along), along[0] < along[1]
    return _Walls(ring_of[start], owners[ring_of[start]], level, across, low, high, forward)


def _lines(walls: _Walls, polygons: np.ndarray, block_of: np.ndarray) -> np.ndarray:
    """Number of the line [m] that each of m walls lies on."""
    a, b = _candidates(walls, polygons, block_of)
    gap = np.maximum(walls.low[a], walls.low[b]) - np.minimum(walls.high[a], walls.high[b])
    off = np.abs(walls.across[a] - walls.across[b])
    facing = walls.forward[a] != walls.forward[b]
    same = np.where(
        facing, (gap < 0) & (off < _COMMON_WALL), (np.abs(gap) < _GAP) & (off < _IN_LINE)
    )
    same &= walls.level[a] == walls.level[b]
    _, line_of = connected_groups(a[same], b[same], len(walls.owner))
    return line_of


def _candidates(
    walls: _Walls, polygons: np.ndarray, block_of: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Pairs of walls, each once, of different polygons of a block that are near each other."""
    bounds = shapely.bounds(polygons)
    boxes = shapely.box(*bounds.T)
    wider = shapely.box(*(bounds + _NEAR * np.array([-1, -1, 1, 1])).T)
    first, second = shapely.STRtree(boxes).query(wider)
    once = (first < second) & (block_of[first] == block_of[second])
    first, second = first[once], second[once]
    sizes = np.bincount(walls.owner, minlength=len(polygons))
    starts = np.cumsum(sizes) - sizes
    # All walls of the one with all of the other.
    a = ranges(starts[first], sizes[first])
    per_wall = np.repeat(sizes[second], sizes[first])
    b = ranges(np.repeat(starts[second], sizes[first]), per_wall)
    return np.repeat(a, per_wall), b
