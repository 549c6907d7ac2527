"""Polygonise labelled pixels that arrive strip by strip."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import shapely

from .by_group import connected_groups
from .connected import grid_of
from .tracing import EAST, NORTH, SOUTH, WEST, Edges, edges_of, polygons_of, without_inner
from .watershed import InstanceRows


@dataclass(frozen=True)
class RawFootprint:
    """A building before regularisation.

    ``polygon`` follows the edges of its pixels; x is the column and y the row from the upper left
    corner of the raster. ``confidence`` and ``optical_share`` are means over its pixels, 0 to 1.
    ``numbers`` are those of its parts, ``touching`` those of parts of buildings that share an
    edge of a pixel with it.
    """

    polygon: shapely.Polygon
    pixels: int
    confidence: float
    optical_share: float
    numbers: frozenset[int] = frozenset()
    touching: frozenset[int] = frozenset()


@dataclass
class Part:
    """The part of a building read so far.

    ``sums`` are those over its pixels: their number, probability and optical share. ``numbers`` and
    ``touching`` are as in RawFootprint. ``edges`` are those of its pixels in earlier rows, and
    ``boxes`` the bounds of these, strip by strip.
    """

    sums: np.ndarray
    numbers: set[int]
    touching: set[int] = field(default_factory=set)
    edges: list[Edges] = field(default_factory=list)
    boxes: list[tuple[float, float, float, float]] = field(default_factory=list)
    is_joined: bool = False  # of several parts

    @property
    def first_row(self) -> float:
        return min(box[1] for box in self.boxes)

    def merge(self, other: Part) -> None:
        self.sums = self.sums + other.sums
        self.numbers |= other.numbers
        self.touching |= other.touching
        self.edges += other.edges
        self.boxes += other.boxes
        self.is_joined = True

    def keep(self, edges: Edges) -> None:
        """Keep edges of a strip."""
        self.edges.append(edges)
        x, y = edges.x, edges.y
        self.boxes.append((x.min(), y.min(), x.max(), y.max()))


class Polygoniser:
    """Polygonises strips with the same result as on the whole raster.

    Touching buildings share their wall. Buildings of fewer than ``min_pixels`` are left out.
    Between strips only the edges of buildings that touch the last row are held.

    Attributes
    ----------
    row
        The row after those added so far, at first that to begin with.
    unfinished
        The parts of buildings that may continue in the next row.
    """

    def __init__(self, width: int, min_pixels: float = 0, row: int = 0) -> None:
        self._min_pixels = min_pixels
        self.row = row
        self.unfinished: list[Part] = []
        # Of the pixels of the last row: index + 1 into unfinished.
        self._border = np.zeros(width, np.int64)

    def add(self, rows: InstanceRows) -> list[RawFootprint]:
        """Add the next rows; the buildings completed by them."""
        if rows.height == 0:
            return []
        ids = grid_of(rows.places, rows.ids, rows.height, len(rows.above))
        ids[0, :-1] = rows.above
        first, last = ids[1, :-1], ids[-2, :-1]
        # Graph nodes: first the open buildings, then the parts in the new rows.
        carried = len(self.unfinished)
        both = (self._border > 0) & (first > 0)
        joined = both & (first == rows.above)
        parts = [*self.unfinished, *self._parts(rows)]
        above, below = self._border[both & ~joined] - 1, first[both & ~joined] - 1 + carried
        touching = _touching(rows, ids) - 1 + carried
        for one, other in _unique(np.concatenate([np.stack([above, below], axis=1), touching])):
            _touch(parts[one], parts[other])
        groups, group_of = connected_groups(
            self._border[joined] - 1, first[joined] - 1 + carried, len(parts)
        )
        merged = _merged(parts, groups, group_of)

        is_open = np.zeros(groups, bool)
        is_open[group_of[last[last > 0] - 1 + carried]] = True
        index = np.cumsum(is_open)
        edges = Edges.joined(
            self._lower_edges(~joined), _edges(rows, ids, carried, self.row, self._wanted(rows))
        )
        edges = Edges(group_of[edges.owner], edges.x, edges.y, edges.direction, edges.length)
        self._border = np.zeros_like(self._border)
        self._border[last > 0] = index[group_of[last[last > 0] - 1 + carried]]
        _keep(merged, edges.select(is_open[edges.owner]))
        self.unfinished = [part for part, still_open in zip(merged, is_open) if still_open]
        self.row += rows.height
        return self._footprints(merged, edges, ~is_open)

    def finish(self) -> list[RawFootprint]:
        """The buildings that touch the last row of the raster."""
        edges = self._lower_edges(np.ones(len(self._border), bool))
        footprints = self._footprints(self.unfinished, edges, np.ones(len(self.unfinished), bool))
        self.unfinished = []
        return footprints

    def _parts(self, rows: InstanceRows) -> list[Part]:
        """The part of each id, in ascending order."""
        size = rows.count + 1
        sums = np.stack(
            [
                np.bincount(rows.ids, minlength=size),
                np.bincount(rows.ids, rows.probability, minlength=size),
                np.bincount(rows.ids, rows.optical_share, minlength=size),
            ],
            axis=1,
        )
        number = self.row * len(self._border)  # above those of earlier rows, wherever they began
        return [Part(values, {number + i}) for i, values in enumerate(sums[1:])]

    def _wanted(self, rows: InstanceRows) -> np.ndarray:
        """Bool [count + 1]: ids to keep: large ones, and ones that touch the first or last row."""
        wanted = np.bincount(rows.ids, minlength=rows.count + 1) >= self._min_pixels
        stride = len(rows.above) + 1
        ends = np.searchsorted(rows.places, [stride, (rows.height - 1) * stride])
        wanted[rows.ids[: ends[0]]] = wanted[rows.ids[ends[1] :]] = True
        return wanted

    def _lower_edges(self, where: np.ndarray) -> Edges:
        """Edges below the last row's pixels, where bool [width] is true."""
        x = np.flatnonzero((self._border > 0) & where)
        return edges_of(self._border[x] - 1, x, np.full_like(x, self.row - 1), WEST, long=True)

    def _footprints(
        self, parts: list[Part], edges: Edges, finished: np.ndarray
    ) -> list[RawFootprint]:
        """Large enough parts that are finished, with ``edges`` of theirs and earlier ones."""
        large = np.array([part.sums[0] >= self._min_pixels for part in parts], dtype=bool)
        number = np.cumsum(finished & large) - 1
        parts = [part for part, use in zip(parts, finished & large) if use]
        edges = edges.select((finished & large)[edges.owner])
        edges = Edges(number[edges.owner], edges.x, edges.y, edges.direction, edges.length)
        earlier = [
            Edges(np.full_like(kept.x, i), kept.x, kept.y, kept.direction, kept.length)
            for i, part in enumerate(parts)
            for kept in part.edges
        ]
        edges = Edges.joined(edges, *earlier)
        is_joined = np.array([part.is_joined for part in parts], dtype=bool)
        of_joined = is_joined[edges.owner]
        edges = Edges.joined(edges.select(~of_joined), without_inner(edges.select(of_joined)))
        return [_footprint(*pair) for pair in zip(parts, polygons_of(edges))]


def _footprint(part: Part, polygon: shapely.Polygon) -> RawFootprint:
    pixels, probability, share = part.sums.tolist()
    return RawFootprint(
        polygon,
        int(pixels),
        probability / pixels,
        share / pixels,
        frozenset(part.numbers),
        frozenset(part.touching - part.numbers),
    )


def _merged(parts: list[Part], groups: int, group_of: np.ndarray) -> list[Part]:
    """The parts [n] joined to groups, given the group of each."""
    result: list[Part | None] = [None] * groups
    for group, part in zip(group_of.tolist(), parts):
        known = result[group]
        if known is None:
            result[group] = part
        else:
            known.merge(part)
    return [part for part in result if part is not None]


def _keep(parts: list[Part], edges: Edges) -> None:
    """Store edges in the parts that their owners are indices of."""
    order = np.argsort(edges.owner, kind="stable")
    owners, starts = np.unique(edges.owner[order], return_index=True)
    for owner, which in zip(owners, np.split(order, starts[1:])):
        parts[owner].keep(edges.select(which))


def _edges(
    rows: InstanceRows, grid: np.ndarray, carried: int, row: int, wanted: np.ndarray
) -> Edges:
    """The edges of pixels with other ids around them, except those below the last row.

    ``grid`` is that of ``grid_of``, with the row above. Ids that are not wanted have none. The
    owner of an edge is its id - 1 + ``carried``, and the rows begin at ``row``.
    """
    flat, stride = grid.reshape(-1), grid.shape[1]
    use = wanted[rows.ids]
    ids, places = rows.ids[use], rows.places[use]
    at = places + stride
    result = []
    for direction, step in ((EAST, -stride), (SOUTH, 1), (WEST, stride), (NORTH, -1)):
        found = np.flatnonzero(flat[at + step] != ids)
        if direction == WEST:
            found = found[: np.searchsorted(places[found], (rows.height - 1) * stride)]
        y, x = np.divmod(places[found], stride)
        long = direction in (EAST, WEST)
        result.append(edges_of(ids[found] - 1 + carried, x, y + row, direction, long))
    return Edges.joined(*result)


def _touch(first: Part, second: Part) -> None:
    """Note that two parts of different buildings touch."""
    first.touching.add(min(second.numbers))
    second.touching.add(min(first.numbers))


def _touching(rows: InstanceRows, grid: np.ndarray) -> np.ndarray:
    """Pairs [n, 2] of different ids that share an edge of a pixel; pairs may occur repeatedly."""
    flat, stride = grid.reshape(-1), grid.shape[1]
    at = rows.places + stride
    pairs = []
    for step in (1, stride):
        other = flat[at + step]
        apart = np.flatnonzero((other != rows.ids) & (other > 0))
        pairs.append(np.stack([rows.ids[apart], other[apart]], axis=1))
    return np.concatenate(pairs)


def _unique(pairs: np.ndarray) -> list[list[int]]:
    """Each of the pairs [n, 2] once."""
    found: list[list[int]] = np.unique(pairs, axis=0).tolist()
    return found
