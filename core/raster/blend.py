"""Blend overlapping tiles of probabilities into strips of finished rows."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .block_store import BlockStore
from .tiles import Span


@dataclass(frozen=True)
class Strip:
    """Finished rows of the raster.

    Attributes
    ----------
    row
        First row in the raster.
    probability
        Probability of building: float32 [h, width of the raster], 0 to 1. Like the next arrays,
        0 where not valid.
    contact
        Probability that two buildings touch here, same shape and range.
    valid
        Bool, same shape.
    optical_share
        Weight of the OPT-SAR head in the result, same shape and range.
    """

    row: int
    probability: np.ndarray
    contact: np.ndarray
    valid: np.ndarray
    optical_share: np.ndarray

    @property
    def end(self) -> int:
        """The row of the raster after the last one."""
        return self.row + len(self.valid)


_SUMS = ("probability", "contact", "optical_share")
_COLUMNS = 512  # of a block
_IN_MEMORY = 16  # blocks; with tiles of 640 rows they take 68 MB


class Blender:
    """Accumulates weighted tiles, one row of tiles at a time, in buffers as high as a tile.

    ``row`` is the next row that ``pop_rows`` takes out, initially that of the argument. Buffers
    are blocks of columns, and those of wide rasters are in a temporary file, so that memory does
    not grow with the width. Raises OSError if the disk of the temporary folder is full.
    """

    def __init__(self, height: int, width: int, tile_height: int, row: int = 0) -> None:
        self._height, self._width, self._rows = height, width, tile_height
        self.row = row
        self._dtype = np.dtype(
            [(name, "f4", _COLUMNS) for name in _SUMS] + [("valid", "?", _COLUMNS)]
        )
        self._blocks = BlockStore(tile_height, self._dtype, _IN_MEMORY)
        self._first_rows: dict[int, int] = {}  # of the blocks that have been added to

    def add(
        self,
        rows: Span,
        cols: Span,
        probability: np.ndarray,
        contact: np.ndarray,
        valid: np.ndarray,
        optical_share: np.ndarray,
    ) -> None:
        """Add a tile of arrays [rows.size, cols.size], as in Strip; invalid pixels are ignored."""
        top, left = max(rows.start, 0), max(cols.start, 0)
        bottom = min(rows.start + rows.size, self._height)
        right = min(cols.start + cols.size, self._width)
        part = np.s_[top - rows.start : bottom - rows.start, left - cols.start : right - cols.start]
        weights = np.outer(rows.weights, cols.weights)[part] * valid[part]
        values = [weights * array[part] for array in (probability, contact, optical_share)]
        for number in range(left // _COLUMNS, -(-right // _COLUMNS)):
            start = number * _COLUMNS
            first, last = max(left, start), min(right, start + _COLUMNS)
            target = np.s_[top - self.row : bottom - self.row, first - start : last - start]
            piece = np.s_[:, first - left : last - left]
            block = self._block(number)
            for name, sums in zip(_SUMS, values):
                block[name][target] += sums[piece]
            block["valid"][target] |= valid[part][piece]

    def pop_rows(self, end: int) -> Strip:
        """Remove and return the rows before ``end``, at least one; no more tiles may cover them."""
        shape = (end - self.row, self._width)
        strip = Strip(
            self.row,
            np.zeros(shape, np.float32),
            np.zeros(shape, np.float32),
            np.zeros(shape, bool),
            np.zeros(shape, np.float32),
        )
        for number, first_row in self._first_rows.items():
            start = min(self.row - first_row, self._rows)
            stop = min(end - first_row, self._rows)
            rows = self._blocks.read(number, start, stop)
            columns = slice(number * _COLUMNS, min((number + 1) * _COLUMNS, self._width))
            width = columns.stop - columns.start
            for name in _SUMS:
                target = getattr(strip, name)[: len(rows), columns]
                np.clip(rows[name][:, :width], 0, 1, out=target)
            strip.valid[: len(rows), columns] = rows["valid"][:, :width]
        self.row = end
        return strip

    def _block(self, number: int) -> np.ndarray:
        """The block of columns of a number, whose first row is now ``row``."""
        first_row = self._first_rows.get(number)
        if first_row != self.row:
            block = np.zeros(self._rows, self._dtype)
            if first_row is not None:
                rest = self._blocks.read(number, min(self.row - first_row, self._rows), self._rows)
                block[: len(rest)] = rest
            self._blocks.put(number, block)
            self._first_rows[number] = self.row
        return self._blocks.get(number)
