"""Blend overlapping tiles of probabilities into strips of finished rows."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

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


class Blender:
    """Weighted sum of tiles, row by row of tiles, in a buffer of the highest tile's rows.

    ``row`` is the first row that has not been taken out, at first the one to begin with.
    """

    def __init__(self, height: int, width: int, tile_height: int, row: int = 0) -> None:
        self._height, self._width = height, width
        self.row = row
        self._probability = np.zeros((tile_height, width), np.float32)
        self._contact = np.zeros((tile_height, width), np.float32)
        self._share = np.zeros((tile_height, width), np.float32)
        self._valid = np.zeros((tile_height, width), bool)

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
        target = np.s_[top - self.row : bottom - self.row, left:right]
        part = np.s_[top - rows.start : bottom - rows.start, left - cols.start : right - cols.start]
        weights = np.outer(rows.weights, cols.weights)[part] * valid[part]
        self._probability[target] += weights * probability[part]
        self._contact[target] += weights * contact[part]
        self._share[target] += weights * optical_share[part]
        self._valid[target] |= valid[part]

    def pop_rows(self, end: int) -> Strip:
        """Take out one row or more before ``end``, to which no further tile may be added."""
        count = end - self.row
        strip = Strip(
            self.row,
            np.clip(self._probability[:count], 0, 1),
            np.clip(self._contact[:count], 0, 1),
            self._valid[:count].copy(),
            np.clip(self._share[:count], 0, 1),
        )
        for buffer in (self._probability, self._contact, self._share, self._valid):
            buffer[:-count] = buffer[count:].copy()
            buffer[-count:] = 0
        self.row = end
        return strip
