"""Radiometry of SAR: detection, conversion to decibels and standardisation.

The values of a scene are decibels, amplitude or power. All are converted to decibels, and every
band is centred on its median and divided by its spread. This cancels calibration constants, linear
8-bit stretches of decibels, and a mistake between amplitude and power, which only doubles the
decibels.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..hatch.messages import Message

CLIP = 5.0  # standardised values are in -CLIP..CLIP
_IQR_TO_SIGMA = 1.349  # interquartile range of the normal distribution with sigma 1
_BRIGHT_TO_MEDIAN_OF_DB = 3.0
_FEW_NEGATIVES = 0.1  # share of the values
_BRIGHT_TO_MEDIAN_OF_DB_WITH_FEW_NEGATIVES = 12.0
_BRIGHT_DB = (3.0, 100.0)  # with few negatives; 16 bits of amplitude have 96 dB
_RANGE_OF_AMPLITUDE_DB = 28.0


def detect(sample: np.ndarray, is_complex: bool = False) -> tuple[str, Message]:
    """Detect whether values are decibels, amplitude or power.

    The 99.9th percentile of single-look amplitude is 3.2 times the median by speckle alone, and
    far more in towns; that of decibels, also stretched to 8 bits, is below 3 times. Between the
    5th and 95th percentile single-look amplitude spans 18 dB, in towns up to 25 dB; power, taken
    for amplitude, twice as much.

    Cubic resampling makes up to 7 % of amplitude and power negative. If a tenth of decibels or less
    is negative, their 99.9th percentile was 14 to 67 in scenes that were shifted so, and at most
    11.7 times the median of the positive values; that of power was at least 13.5 times.

    Parameters
    ----------
    sample
        Values as stored, [bands, n] or [n]; complex values as magnitudes. NaN is ignored.
    is_complex
        Whether the file has complex values.

    Returns
    -------
    kind : {"db", "amplitude", "power"}
    reason : Message
        A phrase for the user.
    """
    if is_complex:
        return "amplitude", Message("complex values")
    values = sample[np.isfinite(sample)]
    negative = float((values < 0).mean()) if values.size else 0.0
    if negative > _FEW_NEGATIVES:
        return "db", Message("negative values")
    bands = [band[np.isfinite(band) & (band > 0)] for band in np.atleast_2d(sample)]
    bands = [band for band in bands if band.size]
    if not bands:
        return "db", Message("no positive values")
    quantiles = np.array([np.quantile(band, (0.05, 0.5, 0.95, 0.999)) for band in bands])
    low, median, high, bright = np.median(quantiles, axis=0)
    least, most = _BRIGHT_DB
    most = min(most, _BRIGHT_TO_MEDIAN_OF_DB_WITH_FEW_NEGATIVES * median)
    if negative and least < bright < most:
        return "db", Message("negative values")
    if bright < _BRIGHT_TO_MEDIAN_OF_DB * median:
        return "db", Message("positive values without the bright tail of amplitude: log-scaled")
    if 20 * np.log10(high / low) > _RANGE_OF_AMPLITUDE_DB:
        return "power", Message("positive values with the very long tail of power")
    return "amplitude", Message("positive values with the long bright tail of amplitude")


def to_db(values: np.ndarray, kind: str, floor: float) -> np.ndarray:
    """Convert to decibels: float32, same shape. NaN stays NaN, ``kind`` "db" is unchanged.

    Amplitude and power below ``floor`` (> 0, in the unit of the values), such as valid zeros and
    what resampling made negative, are raised to it.
    """
    values = np.asarray(values, dtype=np.float32)
    if kind == "db":
        return values
    factor = 20.0 if kind == "amplitude" else 10.0
    decibels: np.ndarray = np.float32(factor) * np.log10(np.maximum(values, np.float32(floor)))
    return decibels


def dark_floor(sample: np.ndarray) -> float:
    """Half the smallest positive value of the sample, which replaces valid zeros."""
    positive = sample[sample > 0]
    return float(positive.min()) / 2 if positive.size else 1.0


@dataclass(frozen=True)
class Standardisation:
    """Centre and spread of each band, float32 [bands]; 0 and 1 for bands without data."""

    centre: np.ndarray
    spread: np.ndarray

    @classmethod
    def measure(cls, sample: np.ndarray) -> Standardisation:
        """Measure median and spread of each band of [bands, ...], ignoring NaN.

        The spread is the interquartile range, scaled to the sigma of a normal distribution.
        """
        centre = np.zeros(len(sample), np.float32)
        spread = np.ones(len(sample), np.float32)
        for index, band in enumerate(sample):
            values = band[np.isfinite(band)]
            if values.size:
                low, centre[index], high = np.quantile(values, (0.25, 0.5, 0.75))
                spread[index] = (high - low) / _IQR_TO_SIGMA or values.std() or 1.0
        return cls(centre, spread)

    def apply(self, values: np.ndarray) -> np.ndarray:
        """Standardise [bands, h, w] to float32 in -CLIP..CLIP, same shape; NaN stays NaN."""
        centred: np.ndarray = values.astype(np.float32) - self.centre[:, None, None]
        centred /= self.spread[:, None, None]
        np.clip(centred, -CLIP, CLIP, out=centred)
        return centred
