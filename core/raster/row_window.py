"""Rows that arrive strip by strip, handed on together with the rows around them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Window:
    """Arrays [h, width] of one raster, and which of their rows it is the turn of."""

    arrays: tuple[np.ndarray, ...]
    rows: slice


class SlidingRows:
    """Gives every row its turn once, with ``margin`` rows above and below it in the window.

    Fewer only where the raster ends. What depends on no more than the rows so near is then
    the same as if the raster were whole.
    """

    def __init__(self, margin: int) -> None:
        self._margin = margin
        self._held: tuple[np.ndarray, ...] = ()
        self._done = 0  # so many of the held rows have had their turn

    def add(self, *arrays: np.ndarray) -> Window:
        """The next rows, arrays [h, width]: a window on all rows whose turn it is, maybe none."""
        if self._held:
            arrays = tuple(np.concatenate(pair) for pair in zip(self._held, arrays))
        end = max(self._done, len(arrays[0]) - self._margin)
        window = Window(arrays, slice(self._done, end))
        start = max(0, end - self._margin)
        self._held = tuple(array[start:].copy() for array in arrays)
        self._done = end - start
        return window

    def rest(self) -> Window:
        """The rows that wait for more, of which there are none. At least one strip was added."""
        return Window(self._held, slice(self._done, len(self._held[0])))
