"""What may happen to a crop's pixel values on the way to the network.

Images are float32 [bands, H, W], standardised, NaN where nothing is known. Each function may
change its argument and returns the result.
"""

from __future__ import annotations

import numpy as np
from scipy.ndimage import gaussian_filter, uniform_filter

RGB, NEAR_INFRARED, PAN = slice(0, 3), 3, 4
LIMIT = 5.0  # standardised values lie in -LIMIT..LIMIT


def augment_sar(sar: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Fewer polarisations; another blur, gain, offset and speckle, all in (standardised) dB."""
    _drop_polarisations(sar, rng)
    there = _bands_there(sar)
    sar[there] = _jitter(_blurred(sar[there], rng), rng)
    return sar


def augment_optical(optical: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Fewer or other colours, missing in part; another blur, tone, gain, offset and noise."""
    _drop_colours(optical, rng)
    if rng.random() < 0.15:
        _cover(optical, rng)
    there = _bands_there(optical)
    optical[there] = _jitter(_toned(_blurred(optical[there], rng), rng), rng)
    return optical


def _bands_there(image: np.ndarray) -> np.ndarray:
    return np.flatnonzero(np.isfinite(image).any(axis=(1, 2)))


def _drop_polarisations(sar: np.ndarray, rng: np.random.Generator) -> None:
    """Half of the time keep one polarisation, else a random number of them. Most users have one."""
    there = _bands_there(sar)
    if there.size < 2:
        return
    keep = 1 if rng.random() < 0.5 else int(rng.integers(2, there.size + 1))
    sar[rng.permutation(there)[keep:]] = np.nan


def _drop_colours(optical: np.ndarray, rng: np.random.Generator) -> None:
    """Panchromatic only, no near infrared, grey, or red, green and blue in another order."""
    kind = rng.random()
    if kind < 0.15:
        optical[PAN] = optical[RGB].mean(axis=0)
        optical[:PAN] = np.nan
    elif kind < 0.6:
        optical[NEAR_INFRARED] = np.nan
    if kind > 0.9:
        optical[RGB] = optical[RGB].mean(axis=0)
    elif kind > 0.8:
        optical[RGB] = optical[rng.permutation(3)]


def _cover(optical: np.ndarray, rng: np.random.Generator) -> None:
    """A half plane without optical."""
    size = optical.shape[-1]
    angle, distance = rng.uniform(0, 2 * np.pi), rng.uniform(-0.5, 0.5) * size
    rows, cols = np.mgrid[:size, :size] - size / 2
    optical[:, rows * np.sin(angle) + cols * np.cos(angle) > distance] = np.nan


def _blurred(image: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """At times a coarser sensor. Pixels beside unknown ones stay as they are."""
    if rng.random() >= 0.25:
        return image
    sigma = rng.uniform(0.5, 1.0)
    blurred = gaussian_filter(image, (0, sigma, sigma), mode="nearest", radius=(0, 2, 2))
    return np.where(np.isfinite(blurred), blurred, image)


def _toned(image: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Half of the time another gamma; 0, where a standardised image has its median, stays."""
    if rng.random() < 0.5:
        return image
    gamma = np.exp(rng.uniform(-0.5, 0.5))
    share = np.clip(image / (2 * LIMIT) + 0.5, 0, 1)
    return 2 * LIMIT * (share**gamma - 0.5**gamma)


def _jitter(image: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Other gain and offset; noise of a random strength and grain.

    In decibels an offset is another calibration, and noise that is added is speckle: it multiplies
    the power.
    """
    bands = (image.shape[0], 1, 1)
    gain = (rng.uniform(0.8, 1.25) * rng.uniform(0.95, 1.05, bands)).astype(np.float32)
    offset = (rng.normal(0, 0.15) + rng.normal(0, 0.05, bands)).astype(np.float32)
    grain = int(rng.integers(1, 4))
    noise = rng.standard_normal(image.shape, np.float32)
    # The mean of n independent pixels varies sqrt(n) times less: grain times, with n = grain^2.
    noise = uniform_filter(noise, (0, grain, grain)) * np.float32(grain * rng.uniform(0, 0.3))
    return image * gain + offset + noise
