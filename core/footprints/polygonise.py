"""Polygonise labelled pixels that arrive strip by strip."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import shapely
from rasterio.features import shapes
from rasterio.transform import Affine
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

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

    @property
    def first_row(self) -> float:
        top: float = self.polygon.bounds[1]
        return top


@dataclass
class Part:
    """The part of a building read so far: a polygon per strip, and sums over its pixels.

    ``numbers`` and ``touching`` are as in RawFootprint.
    """

    polygons: list[shapely.Polygon] = field(default_factory=list)
    sums: np.ndarray = field(default_factory=lambda: np.zeros(3))  # pixels, probability, share
    numbers: set[int] = field(default_factory=set)
    touching: set[int] = field(default_factory=set)

    @property
    def first_row(self) -> float:
        return float(shapely.bounds(self.polygons)[:, 1].min())

    def merge(self, other: Part) -> None:
        self.polygons += other.polygons
        self.sums = self.sums + other.sums
        self.numbers |= other.numbers
        self.touching |= other.touching

    def footprint(self) -> RawFootprint:
        # Start at a true corner, so that regularisation does not depend on the strips.
        polygon = shapely.normalize(self.polygons[0])
        if len(self.polygons) > 1:
            joined = shapely.normalize(shapely.union_all(self.polygons))
            polygon = shapely.simplify(joined, 0)  # drops the points where strips were joined
        pixels, probability, share = self.sums
        return RawFootprint(
            polygon,
            int(pixels),
            probability / pixels,
            share / pixels,
            frozenset(self.numbers),
            frozenset(self.touching - self.numbers),
        )


class Polygoniser:
    """Polygonises strips with the same result as on the whole raster.

    Touching buildings share their wall. Buildings of fewer than ``min_pixels`` are left out.
    Between strips only the polygons of buildings that touch the last row are held.

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
        self._border = np.zeros(
            width, np.int64
        )  # index + 1 into unfinished of the last row's pixels

    def add(self, rows: InstanceRows) -> list[RawFootprint]:
        """Add the next rows; the buildings completed by them."""
        if len(rows.ids) == 0:
            return []
        parts = self._parts(rows)
        first, last = rows.ids[0], rows.ids[-1]
        # Graph nodes: first the open buildings, then the parts in the new rows.
        carried = len(self.unfinished)
        both = (self._border > 0) & (first > 0)
        joined = both & (first == rows.above)
        apart = both & ~joined
        for above, below in np.unique(np.stack([self._border, first])[:, apart], axis=1).T:
            _touch(self.unfinished[above - 1], parts[below - 1])
        ends = (self._border[joined] - 1, first[joined] - 1 + carried)
        nodes = carried + rows.count
        graph = coo_array((np.ones(len(ends[0])), ends), shape=(nodes, nodes))
        groups, group_of = connected_components(graph, directed=False)
        merged = [Part() for _ in range(groups)]
        for group, part in zip(group_of, [*self.unfinished, *parts]):
            merged[group].merge(part)

        is_open = np.zeros(groups, bool)
        is_open[group_of[last[last > 0] - 1 + carried]] = True
        index = np.cumsum(is_open)
        self._border = np.zeros_like(self._border)
        self._border[last > 0] = index[group_of[last[last > 0] - 1 + carried]]
        self.unfinished = [part for part, still_open in zip(merged, is_open) if still_open]
        self.row += len(rows.ids)
        return self._large([part for part, still_open in zip(merged, is_open) if not still_open])

    def finish(self) -> list[RawFootprint]:
        """The buildings that touch the last row of the raster."""
        footprints = self._large(self.unfinished)
        self.unfinished = []
        return footprints

    def _large(self, parts: list[Part]) -> list[RawFootprint]:
        return [part.footprint() for part in parts if part.sums[0] >= self._min_pixels]

    def _parts(self, rows: InstanceRows) -> list[Part]:
        """Polygon and sums over pixels of each id, in ascending order.

        Small ones that touch neither the first nor the last row cannot grow and get no polygon.
        """
        ids, flat, size = rows.ids, rows.ids.ravel(), rows.count + 1
        sums = np.stack(
            [
                np.bincount(flat, minlength=size),
                np.bincount(flat, rows.probability.ravel(), minlength=size),
                np.bincount(flat, rows.optical_share.ravel(), minlength=size),
            ],
            axis=1,
        )
        number = self.row * ids.shape[1]  # above those of earlier rows, wherever they began
        parts = [Part(sums=values, numbers={number + i}) for i, values in enumerate(sums[1:])]
        for first, second in _touching(ids):
            _touch(parts[first - 1], parts[second - 1])
        wanted = sums[:, 0] >= self._min_pixels
        wanted[ids[[0, -1]]] = True
        wanted[0] = False
        transform = Affine.translation(0, self.row)
        for geometry, id_ in shapes(ids, mask=wanted[ids], transform=transform):
            outer, *holes = geometry["coordinates"]
            parts[int(id_) - 1].polygons.append(shapely.Polygon(outer, holes))
        return parts


def _touch(first: Part, second: Part) -> None:
    """Note that two parts of different buildings touch."""
    first.touching.add(min(second.numbers))
    second.touching.add(min(first.numbers))


def _touching(ids: np.ndarray) -> np.ndarray:
    """Pairs [n, 2] of different ids that share an edge of a pixel."""
    pairs = np.concatenate(
        [
            np.stack([first[apart], second[apart]], axis=1)
            for first, second in ((ids[:, :-1], ids[:, 1:]), (ids[:-1], ids[1:]))
            for apart in [(first != second) & (first > 0) & (second > 0)]
        ]
    )
    unique: np.ndarray = np.unique(pairs, axis=0)
    return unique
