"""Returns of scatterers: power at fractional positions in radar geometry."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from .surface import Raster


class Returns(NamedTuple):
    """Scatterers as they appear in the image, after layover.

    ``power`` is float32 and linear, ``rows`` are integers, ``columns`` may be fractional; the three
    broadcast against each other. ``ratios`` are the factors of HH, cross-polarisation and VV.
    """

    power: Raster
    rows: NDArray[np.signedinteger]
    columns: NDArray[np.number]
    ratios: tuple[float, float, float]


def splat(returns: Returns, shape: tuple[int, int]) -> Raster:
    """Sum the returns into an image, each split linearly between the two nearest columns."""
    left = np.floor(returns.columns).astype(np.int32)
    fraction = (returns.columns - left).astype(np.float32)
    width = shape[1] + 2
    cell = np.clip(left + 1, 0, width - 2) + np.asarray(returns.rows, np.int32) * width
    cell, fraction, power = (
        np.broadcast_to(x, left.shape).ravel() for x in (cell, fraction, returns.power)
    )
    count = shape[0] * width
    image = (
        np.bincount(cell, power * (1 - fraction), count)
        + np.bincount(cell + 1, power * fraction, count)[:count]
    )
    return image.reshape(shape[0], width)[:, 1:-1].astype(np.float32)


def from_db(decibel: NDArray[np.floating] | float) -> Any:
    """Power from decibels, float32, of the shape of the argument."""
    return np.float32(10) ** (np.asarray(decibel, np.float32) / np.float32(10))


def cross_pol(rng: np.random.Generator, decibel: float) -> float:
    """A ratio of cross- to co-polarised power, up to 2.5 dB from ``decibel``."""
    return float(from_db(decibel + rng.uniform(-2.5, 2.5)))
