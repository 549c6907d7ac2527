"""Walls of many outlines at once: the edges' midpoints, straight walls, right angles.

Arrays hold the points of all rings one after the other. Points are complex numbers, x + y i.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from .ranges import ranges

MIN_WALL_LENGTH = 3.0  # pixels; shorter walls are merged into their neighbours
_RIGHT_ANGLED = 0.3  # least agreement of wall directions modulo 90 degrees, 0 to 1


@dataclass(frozen=True)
class Midpoints:
    """Midpoints of the pixel edges of polygons, ring by ring.

    The true wall runs through the middle of a staircase, not along its corners.

    Attributes
    ----------
    points : complex [m]
    ring_of : int [m]
        In ascending order.
    owners : int [r]
        The polygon of each ring, in ascending order; the first ring of a polygon is the outer one.
    """

    points: np.ndarray
    ring_of: np.ndarray
    owners: np.ndarray

    def polygons(self) -> np.ndarray:
        """Polygons [n] through the points; z is the number of a point."""
        places = np.stack([self.points.real, self.points.imag, np.arange(len(self.points))], axis=1)
        rings = shapely.linearrings(places, indices=self.ring_of)
        polygons: np.ndarray = shapely.polygons(rings, indices=self.owners)
        return polygons


@dataclass(frozen=True)
class _Ends:
    """Ends [k] of walls, in rings that have three or more; ``following`` is the next of a ring."""

    numbers: np.ndarray  # of midpoints
    ring_of: np.ndarray
    following: np.ndarray  # beyond the ring's last point for the last end
    first: np.ndarray  # midpoint of the ring, by end
    size: np.ndarray  # of the ring, by end

    def wrapped(self, numbers: np.ndarray) -> np.ndarray:
        """Numbers [k] of midpoints that may be beyond the last of the ring."""
        wrapped: np.ndarray = (numbers - self.first) % self.size + self.first
        return wrapped


def midpoints_of(polygons: np.ndarray) -> Midpoints:
    """Midpoints of polygons [n]."""
    rings, owners = shapely.get_rings(polygons, return_index=True)
    points, ring_of = edge_midpoints(*shapely.get_coordinates(rings, return_index=True))
    return Midpoints(points, ring_of, owners)


def edge_midpoints(points: np.ndarray, line_of: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Midpoints of the edges of lines or rings, cut to lengths of at most 1.

    ``points`` is [k, 2] and ``line_of`` [k] their lines. Returns complex [m], and their lines [m].
    """
    places = points[:, 0] + 1j * points[:, 1]
    start = np.flatnonzero(line_of[1:] == line_of[:-1])
    steps = places[start + 1] - places[start]
    pieces = np.ceil(np.abs(steps)).astype(int)
    direction = steps / np.maximum(pieces, 1)
    edge = np.repeat(np.arange(len(start)), pieces)
    along = ranges(np.zeros_like(pieces), pieces) + 0.5
    return places[start[edge]] + along * direction[edge], line_of[start[edge]]


def ends_of(midpoints: Midpoints, simplified: np.ndarray) -> _Ends:
    """The points between which walls are straight: those of the simplified ``polygons()``."""
    x, y, z = shapely.get_coordinates(simplified, include_z=True).T
    number = np.rint(z).astype(int)
    # Where topology is preserved, simplifying may add points between midpoints.
    kept = np.unique(number[midpoints.points[number] == x + 1j * y])
    ring_of = midpoints.ring_of[kept]
    count = len(midpoints.owners)
    enough = np.bincount(ring_of, minlength=count)[ring_of] >= 3
    kept, ring_of = kept[enough], ring_of[enough]
    size = np.bincount(midpoints.ring_of, minlength=count)
    first = np.cumsum(size) - size
    is_last = np.append(ring_of[1:] != ring_of[:-1], True)[: len(kept)]
    starts = np.flatnonzero(np.append(True, is_last[:-1]))[: len(kept)]
    following = np.append(kept[1:], 0)[: len(kept)]
    following[is_last] = kept[starts] + size[ring_of[starts]]
    return _Ends(kept, ring_of, following, first[ring_of], size[ring_of])


def common_directions(
    midpoints: Midpoints, ends: _Ends, block_of: np.ndarray, count: int
) -> np.ndarray:
    """Unit complex numbers [count] that turn most walls of a block of polygons to the axes.

    ``block_of`` [n] is the block of each polygon, -1 for none. NaN if a block's walls, those of the
    outer rings, have no common direction.
    """
    owner = midpoints.owners[ends.ring_of]
    is_outer = np.diff(midpoints.owners, prepend=-1) > 0
    used = is_outer[ends.ring_of] & (block_of[owner] >= 0)
    # The points where walls meet lie on either, so that a wall through them would be oblique.
    long = ends.following - ends.numbers > 3
    start, stop = ends.wrapped(ends.numbers + long), ends.wrapped(ends.following - long)
    walls = (midpoints.points[stop] - midpoints.points[start])[used]
    block = block_of[owner[used]]
    squares = np.abs(walls) ** 2
    # The fourth power of a unit complex number maps directions modulo 90 degrees to one.
    fourth = walls**4 / np.maximum(squares, np.finfo(float).tiny)
    agreement = np.bincount(block, fourth.real, count) + 1j * np.bincount(block, fourth.imag, count)
    turns = np.exp(-0.25j * np.angle(agreement))
    turns[np.abs(agreement) <= _RIGHT_ANGLED * np.bincount(block, squares, count)] = np.nan
    return turns


def square(midpoints: Midpoints, ends: _Ends, turns: np.ndarray) -> np.ndarray:
    """Right-angled polygons [n] with walls along the axes of ``turns`` [n].

    None where the turn is NaN or fewer than four walls are left of the outer ring.
    """
    result = np.full(len(turns), None, dtype=object)
    walls = _without_short(_without_parallel(_walls(midpoints, ends, turns)))
    enough = np.bincount(walls.ring_of, minlength=len(midpoints.owners)) >= 4
    is_outer = np.diff(midpoints.owners, prepend=-1) > 0
    has_outer = np.zeros(len(turns), bool)
    has_outer[midpoints.owners[enough & is_outer]] = True
    walls = walls.select((enough & has_outer[midpoints.owners])[walls.ring_of])
    if len(walls.ring_of) == 0:
        return result
    lines = walls.total / walls.count
    before = lines[walls.neighbours()[0]]
    corners = np.where(walls.level, before + 1j * lines, lines + 1j * before)
    corners = corners / turns[midpoints.owners[walls.ring_of]]
    found, ring = np.unique(walls.ring_of, return_inverse=True)
    rings = shapely.linearrings(np.stack([corners.real, corners.imag], axis=1), indices=ring)
    owners, owner = np.unique(midpoints.owners[found], return_inverse=True)
    result[owners] = shapely.polygons(rings, indices=owner)
    return result


@dataclass(frozen=True)
class _Walls:
    """Walls [k] along the axes, in order, ring by ring; ``total``: sum of ``count`` coordinates.

    The coordinates are those across the wall, y if it is ``level``, else x.
    """

    ring_of: np.ndarray
    level: np.ndarray
    count: np.ndarray
    total: np.ndarray

    def select(self, which: np.ndarray) -> _Walls:
        return _Walls(self.ring_of[which], self.level[which], self.count[which], self.total[which])

    def rings(self) -> tuple[np.ndarray, np.ndarray]:
        """First wall and number of walls of each ring, in order."""
        starts = np.flatnonzero(np.diff(self.ring_of, prepend=-1))
        return starts, np.diff(np.append(starts, len(self.ring_of)))

    def neighbours(self) -> tuple[np.ndarray, np.ndarray]:
        """Numbers [k] of the walls before and behind each wall."""
        starts, sizes = self.rings()
        before, behind = np.arange(len(self.ring_of)) - 1, np.arange(len(self.ring_of)) + 1
        before[starts] = starts + sizes - 1
        behind[starts + sizes - 1] = starts
        return before, behind


def _walls(midpoints: Midpoints, ends: _Ends, turns: np.ndarray) -> _Walls:
    """The walls between ends, of polygons with a turn."""
    turn = turns[midpoints.owners[ends.ring_of]]
    used = ~np.isnan(turn)
    numbers, following, turn = ends.numbers[used], ends.following[used], turn[used]
    lengths = following - numbers
    ring_of = ends.ring_of[used]
    if len(numbers) == 0:
        return _Walls(ring_of, np.empty(0, bool), lengths, np.empty(0))
    last = ends.wrapped(ends.following)[used]
    direction = midpoints.points[last] * turn - midpoints.points[numbers] * turn
    level = np.abs(direction.real) >= np.abs(direction.imag)
    first, size = np.repeat(ends.first[used], lengths), np.repeat(ends.size[used], lengths)
    inner = (ranges(numbers, lengths) - first) % size + first
    points = midpoints.points[inner] * np.repeat(turn, lengths)
    starts = np.cumsum(lengths) - lengths
    total = np.where(
        level, np.add.reduceat(points.imag, starts), np.add.reduceat(points.real, starts)
    )
    return _Walls(ring_of, level, lengths, total)


def _without_parallel(walls: _Walls) -> _Walls:
    """Merge adjacent walls of the same direction, the last and the first of a ring included."""
    if len(walls.ring_of) == 0:
        return walls
    starts, _ = walls.rings()
    begins = np.append(True, walls.level[1:] != walls.level[:-1])
    begins[starts] = True
    run = np.cumsum(begins) - 1
    merged = _Walls(
        walls.ring_of[begins],
        walls.level[begins],
        np.bincount(run, walls.count).astype(int),
        np.bincount(run, walls.total),
    )
    starts, sizes = merged.rings()
    ends = starts + sizes - 1
    closing = (sizes > 1) & (merged.level[starts] == merged.level[ends])
    starts, ends = starts[closing], ends[closing]
    merged.count[starts] = merged.count[ends] + merged.count[starts]
    merged.total[starts] = merged.total[ends] + merged.total[starts]
    keep = np.ones(len(merged.ring_of), bool)
    keep[ends] = False
    return merged.select(keep)


def _without_short(walls: _Walls) -> _Walls:
    """Remove walls shorter than MIN_WALL_LENGTH, shortest first, merging the two adjacent walls.

    Each round removes one wall of every ring that has a short one and more than four.
    """
    done: list[_Walls] = []
    while len(walls.ring_of):
        starts, sizes = walls.rings()
        before, behind = walls.neighbours()
        lines = walls.total / walls.count
        lengths = np.abs(lines[behind] - lines[before])
        least = np.minimum.reduceat(lengths, starts)
        goes_on = (sizes > 4) & (least < MIN_WALL_LENGTH)
        done.append(walls.select(~np.repeat(goes_on, sizes)))
        is_least = np.flatnonzero((lengths == np.repeat(least, sizes)) & np.repeat(goes_on, sizes))
        _, index = np.unique(walls.ring_of[is_least], return_index=True)
        shortest = is_least[index]
        starts, sizes = starts[goes_on], sizes[goes_on]
        # From the wall behind the shortest one on, up to the second before it.
        offset = ranges(shortest + 1 - starts, sizes - 2)
        order = np.repeat(starts, sizes - 2) + offset % np.repeat(sizes, sizes - 2)
        joined = np.cumsum(sizes - 2) - (sizes - 2)
        rest = walls.select(order)
        rest.count[joined] = walls.count[before[shortest]] + walls.count[behind[shortest]]
        rest.total[joined] = walls.total[before[shortest]] + walls.total[behind[shortest]]
        walls = rest
    if not done:
        return walls
    names = ("ring_of", "level", "count", "total")
    merged = _Walls(*(np.concatenate([getattr(part, name) for part in done]) for name in names))
    return merged.select(np.argsort(merged.ring_of, kind="stable"))
