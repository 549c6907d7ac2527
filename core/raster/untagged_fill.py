"""The value of missing pixels in a file that does not say it, such as -9999."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from scipy.ndimage import minimum_filter

_LEAST, _MOST = -999.0, 1e30  # values up to and from these are none of an image


def fills_of(windows: Iterable[np.ndarray], side: int) -> list[float | None]:
    """For each band of windows [bands, h, w], the extreme value that fills a square, else None.

    ``side`` is that of the square in pixels.
    """
    found: dict[int, float] = {}
    count = 0
    for window in windows:
        count = len(window)
        for index, values in enumerate(window):
            if index not in found and (fill := _fill_of(values, side)) is not None:
                found[index] = fill
    return [found.get(index) for index in range(count)]


def _fill_of(values: np.ndarray, side: int) -> float | None:
    for value in (np.nanmin(values, initial=0), np.nanmax(values, initial=0)):
        is_extreme = value <= _LEAST or value >= _MOST
        if is_extreme and minimum_filter(values == value, side, mode="constant").any():
            return float(value)
    return None
