"""Outlines of buildings whose pixels arrive strip by strip."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import shapely
from rasterio.features import shapes
from rasterio.transform import Affine
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from .watershed import LabelledRows


@dataclass(frozen=True)
class Outline:
    """A building as its pixels show it.

    ``polygon``: the edges of its pixels, x = column, y = row, counted from the raster's upper left
    corner. ``confidence`` and ``optical_share``: means over its pixels, 0..1.
    """

    polygon: shapely.Polygon
    pixels: int
    confidence: float
    optical_share: float


@dataclass
class _Piece:
    """What is known so far of a building: polygons of its strips, and sums over its pixels."""

    polygons: list[shapely.Polygon] = field(default_factory=list)
    sums: np.ndarray = field(default_factory=lambda: np.zeros(3))  # pixels, probability, share

    def take(self, other: _Piece) -> None:
        self.polygons += other.polygons
        self.sums = self.sums + other.sums

    def outline(self) -> Outline:
        # Each begins at a true corner, so that its later treatment does not depend on the strips.
        polygon = shapely.normalize(self.polygons[0])
        if len(self.polygons) > 1:
            joined = shapely.normalize(shapely.union_all(self.polygons))
            polygon = shapely.simplify(joined, 0)  # drops the points where strips were joined
        pixels, probability, share = self.sums
        return Outline(polygon, int(pixels), probability / pixels, share / pixels)


class Polygoniser:
    """Outlines buildings exactly as if the raster were whole; touching ones share their wall.

    Buildings of fewer than ``min_pixels`` are left out. Between strips it keeps the buildings
    that touch the last row, as polygons.
    """

    def __init__(self, width: int, min_pixels: float = 0) -> None:
        self._min_pixels = min_pixels
        self._row = 0
        self._open: list[_Piece] = []
        self._border = np.zeros(width, np.int64)  # index + 1 into _open of the last row's pixels

    def add(self, rows: LabelledRows) -> list[Outline]:
        """The next rows: the buildings that are now complete."""
        if len(rows.numbers) == 0:
            return []
        pieces = self._pieces(rows)
        first, last = rows.numbers[0], rows.numbers[-1]
        # Buildings carried over are nodes 0..len(open)-1 of a graph, the new pieces follow.
        carried = len(self._open)
        joined = (self._border > 0) & (first > 0) & (first == rows.above)
        ends = (self._border[joined] - 1, first[joined] - 1 + carried)
        nodes = carried + rows.count
        graph = coo_array((np.ones(len(ends[0])), ends), shape=(nodes, nodes))
        groups, group_of = connected_components(graph, directed=False)
        merged = [_Piece() for _ in range(groups)]
        for group, piece in zip(group_of, [*self._open, *pieces]):
            merged[group].take(piece)

        is_open = np.zeros(groups, bool)
        is_open[group_of[last[last > 0] - 1 + carried]] = True
        index = np.cumsum(is_open)
        self._border = np.zeros_like(self._border)
        self._border[last > 0] = index[group_of[last[last > 0] - 1 + carried]]
        self._open = [piece for piece, stays in zip(merged, is_open) if stays]
        self._row += len(rows.numbers)
        return self._large([piece for piece, stays in zip(merged, is_open) if not stays])

    def finish(self) -> list[Outline]:
        """The buildings that touch the last row of all."""
        outlines = self._large(self._open)
        self._open = []
        return outlines

    def _large(self, pieces: list[_Piece]) -> list[Outline]:
        return [piece.outline() for piece in pieces if piece.sums[0] >= self._min_pixels]

    def _pieces(self, rows: LabelledRows) -> list[_Piece]:
        """The polygon of each number and the sums over its pixels, in the order of numbers.

        Specks that can't grow, as they touch neither first nor last row, get no polygon.
        """
        numbers, flat, size = rows.numbers, rows.numbers.ravel(), rows.count + 1
        sums = np.stack(
            [
                np.bincount(flat, minlength=size),
                np.bincount(flat, rows.probability.ravel(), minlength=size),
                np.bincount(flat, rows.optical_share.ravel(), minlength=size),
            ],
            axis=1,
        )
        pieces = [_Piece(sums=values) for values in sums[1:]]
        wanted = sums[:, 0] >= self._min_pixels
        wanted[numbers[[0, -1]]] = True
        wanted[0] = False
        place = Affine.translation(0, self._row)
        for geometry, number in shapes(numbers, mask=wanted[numbers], transform=place):
            outer, *holes = geometry["coordinates"]
            pieces[int(number) - 1].polygons.append(shapely.Polygon(outer, holes))
        return pieces
