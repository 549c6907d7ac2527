"""Validity of images: NaN where a band has no value."""

from __future__ import annotations

import numpy as np


def valid_pixels(image: np.ndarray) -> np.ndarray:
    """Bool [...]: the pixels of an image [bands, ...] in which at least one band is not NaN."""
    valid: np.ndarray = np.isfinite(image).any(axis=0)
    return valid
