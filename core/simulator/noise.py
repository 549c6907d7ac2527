"""Smooth random textures."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage


def smooth_noise(
    rng: np.random.Generator, shape: tuple[int, int], width: float
) -> NDArray[np.float32]:
    """Noise [H, W] of mean 0 and standard deviation 1, correlated over about ``width`` pixels.

    White noise on a coarse grid is smoothed and interpolated bilinearly.
    """
    step = max(1, int(width))
    coarse: NDArray[np.float32] = rng.standard_normal(
        (shape[0] // step + 3, shape[1] // step + 3), np.float32
    )
    coarse = ndimage.gaussian_filter(coarse, 0.7)
    coarse /= coarse.std()
    if step == 1:
        return coarse[: shape[0], : shape[1]]
    rows = np.linspace(0, shape[0] / step, shape[0], dtype=np.float32)
    cols = np.linspace(0, shape[1] / step, shape[1], dtype=np.float32)
    low_r, low_c = rows.astype(int), cols.astype(int)
    part_r, part_c = (rows - low_r)[:, None], cols - low_c
    upper = coarse[low_r] * (1 - part_r) + coarse[low_r + 1] * part_r
    smooth = upper[:, low_c] * (1 - part_c) + upper[:, low_c + 1] * part_c
    return np.asarray(smooth / smooth.std(), np.float32)
