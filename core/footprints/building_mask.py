"""The decision whether a pixel is building."""

from __future__ import annotations

import numpy as np

from ..raster.blend import Strip


def building_mask(strip: Strip, threshold: float) -> np.ndarray:
    """Bool [h, w]: the building pixels, which are valid and have at least this probability."""
    mask: np.ndarray = strip.valid & (strip.probability >= threshold)
    return mask
