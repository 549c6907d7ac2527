"""Sliding window over rows that arrive strip by strip."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class RowWindow:
    """Arrays [h, width] with context rows; ``rows`` are those to process now."""

    arrays: tuple[np.ndarray, ...]
    rows: slice


class SlidingRows:
    """Yields every row once, with ``margin`` rows of context above and below it.

    At the ends of the raster there is less context. A filter whose reach is at most ``margin``
    rows gives the same result as on the whole raster.
    """

    def __init__(self, margin: int) -> None:
        self._margin = margin
        self._held: tuple[np.ndarray, ...] = ()
        self._done = 0  # number of held rows that have been processed

    def add(self, *arrays: np.ndarray) -> RowWindow:
        """Add arrays [h, width]; the window on the rows that can be processed, maybe none."""
        if self._held:
            arrays = tuple(np.concatenate(pair) for pair in zip(self._held, arrays))
        end = max(self._done, len(arrays[0]) - self._margin)
        window = RowWindow(arrays, slice(self._done, end))
        start = max(0, end - self._margin)
        self._held = tuple(array[start:].copy() for array in arrays)
        self._done = end - start
        return window

    def flush(self) -> RowWindow:
        """The remaining rows, once the last strip has been added (at least one)."""
        return RowWindow(self._held, slice(self._done, len(self._held[0])))
