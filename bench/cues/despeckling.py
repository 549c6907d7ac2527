"""Despeckling of standardised SAR, float32 [4, H, W], NaN is nodata."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
import torch
from scipy import ndimage

from core.inference.device import autocast
from core.raster.radiometry import Standardisation

WINDOW = 5  # pixels
# The network of deepdespeckling works on ln(amplitude), scaled so that LOWEST..HIGHEST is 0..1.
LOWEST, HIGHEST = -1.429329123112601, 10.089038980848645
# Standardised values have lost their scale: what the network gets for 0 and for a step of 1.
MEDIAN, SPREAD = 5.5, 0.8  # ln(amplitude), as in TerraSAR-X images; 0.8 is 7 dB
STRIDE = 32


def lee(sar: np.ndarray) -> np.ndarray:
    """The Lee filter of decibels, in which speckle is additive; the result is standardised.

    The variance of the speckle is the median of the local variance, so it is that of each scene.
    """
    return by_band(sar, _lee)


def merlin(sar: np.ndarray) -> np.ndarray:
    """The despeckling network "spotlight" of the package deepdespeckling; standardised.

    It was trained on the real and imaginary parts of single-look TerraSAR-X images (MERLIN). Here
    the phase of each pixel is random, as in fully developed speckle, and one part is used. Needs
    ``pip install --no-deps deepdespeckling`` (MIT).
    """
    return by_band(sar, _merlin)


def by_band(sar: np.ndarray, despeckle: Callable[[np.ndarray], np.ndarray]) -> np.ndarray:
    """Filter each band that has data, its nodata filled with the median, and standardise it."""
    out = np.full(sar.shape, np.nan, np.float32)
    for index, band in enumerate(sar.astype(np.float32)):
        known = np.isfinite(band)
        if known.any():
            filled = np.where(known, band, np.median(band[known]))
            out[index] = np.where(known, despeckle(filled), np.nan)
    return Standardisation.measure(out).apply(out)


@torch.inference_mode()
def _merlin(image: np.ndarray) -> np.ndarray:
    phase = np.random.default_rng(0).uniform(0, 2 * np.pi, image.shape)
    amplitude = np.exp(MEDIAN + SPREAD * image) * np.abs(np.cos(phase))
    scaled = (np.log(amplitude + 1e-3) - LOWEST) / (HIGHEST - LOWEST)
    height, width = image.shape
    margin = [(0, -side % STRIDE) for side in image.shape]
    padded = torch.from_numpy(np.pad(scaled, margin, mode="reflect").astype(np.float32))
    network = _network()
    network.height, network.width = padded.shape
    with autocast(torch.device("cpu")):
        found = network(padded)[0, 0, :height, :width].float().numpy()
    filtered: np.ndarray = (found * (HIGHEST - LOWEST) + LOWEST - MEDIAN) / SPREAD
    return filtered


@cache
def _network() -> Any:
    from deepdespeckling.model import Model

    path = files("deepdespeckling") / "merlin/saved_models/spotlight.pth"
    network = Model("cpu", STRIDE, STRIDE)
    network.load_state_dict(torch.load(str(path), map_location="cpu", weights_only=True))
    return network.eval().to(memory_format=torch.channels_last)


def _lee(image: np.ndarray) -> np.ndarray:
    mean = ndimage.uniform_filter(image, WINDOW)
    variance = ndimage.uniform_filter((image - mean) ** 2, WINDOW)
    speckle = np.median(variance)
    weight = np.clip(1 - speckle / np.maximum(variance, 1e-6), 0, 1)
    filtered: np.ndarray = mean + weight * (image - mean)
    return filtered
