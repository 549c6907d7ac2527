"""The value of missing pixels in a file that does not say it, such as -9999."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from scipy.ndimage import maximum_filter, minimum_filter

_LEAST, _MOST = -999.0, 1e30  # an image has no values up to and from these


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


def find_flat(windows: Iterable[np.ndarray], side: int) -> tuple[float, float]:
    """The value that fills squares of valid pixels, and its share of all pixels; 0, 0 if none does.

    It is the least or the greatest of the first band of windows [bands, h, w], which must have
    others; the other bands have one value there as well.
    """
    first, flat = [], []
    for values in windows:
        known = np.isfinite(values).all(axis=0)
        equal = np.where(known, values, np.arange(values[0].size).reshape(known.shape))
        core = known & np.all(
            [minimum_filter(band, side) == maximum_filter(band, side) for band in equal], axis=0
        )
        first.append(values[0].ravel())
        flat.append(maximum_filter(core, side).ravel())
    values, in_flat = np.concatenate(first), np.concatenate(flat)
    least, greatest = np.nanmin(values, initial=np.inf), np.nanmax(values, initial=-np.inf)
    if not least < greatest:
        return 0.0, 0.0
    shares = [((values == value) & in_flat).mean() for value in (least, greatest)]
    return max(zip((float(least), float(greatest)), map(float, shares)), key=lambda pair: pair[1])


def _fill_of(values: np.ndarray, side: int) -> float | None:
    for value in (np.nanmin(values, initial=0), np.nanmax(values, initial=0)):
        is_extreme = value <= _LEAST or value >= _MOST
        if is_extreme and minimum_filter(values == value, side, mode="constant").any():
            return float(value)
    return None
