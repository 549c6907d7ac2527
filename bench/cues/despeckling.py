"""Despeckling of standardised SAR, float32 [4, H, W], NaN is nodata."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from scipy import ndimage

from core.raster.radiometry import Standardisation

WINDOW = 5  # pixels


def lee(sar: np.ndarray) -> np.ndarray:
    """The Lee filter of decibels, in which speckle is additive; the result is standardised.

    The variance of the speckle is the median of the local variance, so it is that of each scene.
    """
    return by_band(sar, _lee)


def by_band(sar: np.ndarray, despeckle: Callable[[np.ndarray], np.ndarray]) -> np.ndarray:
    """Filter each band that has data, its nodata filled with the median, and standardise it."""
    out = np.full(sar.shape, np.nan, np.float32)
    for index, band in enumerate(sar.astype(np.float32)):
        known = np.isfinite(band)
        if known.any():
            filled = np.where(known, band, np.median(band[known]))
            out[index] = np.where(known, despeckle(filled), np.nan)
    return Standardisation.measure(out).apply(out)


def _lee(image: np.ndarray) -> np.ndarray:
    mean = ndimage.uniform_filter(image, WINDOW)
    variance = ndimage.uniform_filter((image - mean) ** 2, WINDOW)
    speckle = np.median(variance)
    weight = np.clip(1 - speckle / np.maximum(variance, 1e-6), 0, 1)
    filtered: np.ndarray = mean + weight * (image - mean)
    return filtered
