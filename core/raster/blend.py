"""Tiles of probability, blended into rows of the raster as these become complete."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .tiles import Span


@dataclass(frozen=True)
class Strip:
    """Finished rows of the raster, from ``row`` on; arrays are [h, width of the raster].

    ``probability`` (of building), ``contact`` (probability that two buildings touch here) and
    ``optical_share`` (how much optical has answered) are float32 in 0..1, 0 where ``valid`` (bool)
    is false.
    """

    row: int
    probability: np.ndarray
    contact: np.ndarray
    valid: np.ndarray
    optical_share: np.ndarray


class Blender:
    """Sums weighted tiles, row of tiles after row of tiles, in a buffer of one row of tiles."""

    def __init__(self, height: int, width: int, tile_height: int) -> None:
        self._height, self._width = height, width
        self._row = 0
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
        """One tile: arrays [rows.size, cols.size] as in Strip; where not valid, it is ignored."""
        top = rows.start - self._row
        bottom = min(rows.start + rows.size, self._height) - self._row
        left, right = cols.start, min(cols.start + cols.size, self._width)
        here = np.s_[top:bottom, left:right]
        part = np.s_[: bottom - top, : right - left]
        weights = np.outer(rows.weights, cols.weights)[part] * valid[part]
        self._probability[here] += weights * probability[part]
        self._contact[here] += weights * contact[part]
        self._share[here] += weights * optical_share[part]
        self._valid[here] |= valid[part]

    def take(self, end: int) -> Strip:
        """The rows before ``end``, to which no tile will be added any more."""
        count = end - self._row
        strip = Strip(
            self._row,
            np.clip(self._probability[:count], 0, 1),
            np.clip(self._contact[:count], 0, 1),
            self._valid[:count].copy(),
            np.clip(self._share[:count], 0, 1),
        )
        for buffer in (self._probability, self._contact, self._share, self._valid):
            buffer[:-count] = buffer[count:].copy()
            buffer[-count:] = 0
        self._row = end
        return strip
