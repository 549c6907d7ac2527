"""Radiometric augmentation of crops.

Images are float32 [bands, H, W], standardised, NaN where not valid. Functions may modify their
argument and return the result.
"""

from __future__ import annotations

import numpy as np
from scipy.ndimage import gaussian_filter, uniform_filter

from ..raster.radiometry import CLIP

RGB, NEAR_INFRARED, PAN = slice(0, 3), 3, 4


def augment_sar(sar: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Drop polarisations; blur; jitter gain, offset and speckle, in standardised decibels."""
    _drop_polarisations(sar, rng)
    valid = _valid_bands(sar)
    sar[valid] = _jitter(_blur(sar[valid], rng), rng)
    return sar


def augment_optical(optical: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Drop or permute bands; mask a part; blur; jitter gamma, gain, offset and noise."""
    _change_colours(optical, rng)
    if rng.random() < 0.15:
        _mask_half_plane(optical, rng)
    valid = _valid_bands(optical)
    optical[valid] = _jitter(_change_gamma(_blur(optical[valid], rng), rng), rng)
    return optical


def _valid_bands(image: np.ndarray) -> np.ndarray:
    return np.flatnonzero(np.isfinite(image).any(axis=(1, 2)))


def _drop_polarisations(sar: np.ndarray, rng: np.random.Generator) -> None:
    """Keep one polarisation with probability 0.5, as most users have one, else a random number."""
    valid = _valid_bands(sar)
    if valid.size < 2:
        return
    keep = 1 if rng.random() < 0.5 else int(rng.integers(2, valid.size + 1))
    sar[rng.permutation(valid)[keep:]] = np.nan


def _change_colours(optical: np.ndarray, rng: np.random.Generator) -> None:
    """Make the image panchromatic or grey, drop near infrared, or permute red, green and blue."""
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


def _mask_half_plane(optical: np.ndarray, rng: np.random.Generator) -> None:
    """Mask a random half plane."""
    height, width = optical.shape[-2:]
    angle, distance = rng.uniform(0, 2 * np.pi), rng.uniform(-0.5, 0.5) * width
    rows, cols = np.mgrid[:height, :width]
    rows, cols = rows - height / 2, cols - width / 2
    optical[:, rows * np.sin(angle) + cols * np.cos(angle) > distance] = np.nan


def _blur(image: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Blur with probability 0.25, as a coarser sensor; pixels near invalid ones are kept."""
    if rng.random() >= 0.25:
        return image
    sigma = rng.uniform(0.5, 1.0)
    blurred = gaussian_filter(image, (0, sigma, sigma), mode="nearest", radius=(0, 2, 2))
    return np.where(np.isfinite(blurred), blurred, image)


def _change_gamma(image: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Change gamma with probability 0.5; 0, the median of a standardised image, is kept."""
    if rng.random() < 0.5:
        return image
    gamma = np.exp(rng.uniform(-0.5, 0.5))
    share = np.clip(image / (2 * CLIP) + 0.5, 0, 1)
    toned: np.ndarray = 2 * CLIP * (share**gamma - 0.5**gamma)
    return toned


def _jitter(image: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Random gain and offset, and noise of random strength and correlation length.

    In decibels an offset is another calibration, and additive noise is speckle, which multiplies
    power.
    """
    bands = (image.shape[0], 1, 1)
    gain = (rng.uniform(0.8, 1.25) * rng.uniform(0.95, 1.05, bands)).astype(np.float32)
    offset = (rng.normal(0, 0.15) + rng.normal(0, 0.05, bands)).astype(np.float32)
    grain = int(rng.integers(1, 4))
    noise = rng.standard_normal(image.shape, np.float32)
    # The mean of grain^2 independent pixels has a standard deviation of 1 / grain.
    noise = uniform_filter(noise, (0, grain, grain)) * np.float32(grain * rng.uniform(0, 0.3))
    jittered: np.ndarray = image * gain + offset + noise
    return jittered
