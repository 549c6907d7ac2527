"""Mean probabilities of building over polygons."""

from __future__ import annotations

import numpy as np
import shapely
from rasterio.features import rasterize

from ..raster.probability_file import ProbabilityReader


def probability_means(
    probabilities: ProbabilityReader, polygons: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Means over polygons, pixel by pixel.

    A pixel belongs to the polygon that contains its centre, or to the smallest of several.

    Parameters
    ----------
    probabilities
        Open file of an extraction.
    polygons
        Polygons [n] in the CRS of the file, None for those elsewhere.

    Returns
    -------
    means : float [n]
        Mean probability over the valid pixels, 0..1; NaN if there is none.
    valid : float [n]
        Share of the polygon's pixels in the file that are valid, 0..1; NaN if it has none there.

    Raises
    ------
    InputError
        If the file is damaged.
    """
    order = np.argsort(-shapely.area(polygons), kind="stable")  # the smallest are burnt last
    number = np.empty(len(polygons), np.int64)
    number[order] = np.arange(1, len(polygons) + 1)
    tree = shapely.STRtree(polygons)
    sums, valid, pixels = (np.zeros(len(polygons) + 1) for _ in range(3))
    for strip in probabilities.strips():
        height, width = strip.valid.shape
        window = probabilities.grid.crop(strip.row, 0, height, width)
        here = tree.query(shapely.box(*window.bounds))
        if len(here) == 0:
            continue
        here = here[np.argsort(number[here])]
        numbers = np.zeros((height, width), np.int32)
        rasterize(zip(polygons[here], number[here]), out=numbers, transform=window.transform)
        inside = numbers[strip.valid]
        sums += np.bincount(inside, strip.probability[strip.valid], minlength=len(sums))
        valid += np.bincount(inside, minlength=len(sums))
        pixels += np.bincount(numbers.ravel(), minlength=len(sums))
    return _ratios(sums[number], valid[number]), _ratios(valid[number], pixels[number])


def _ratios(parts: np.ndarray, wholes: np.ndarray) -> np.ndarray:
    """Ratios [n], NaN where the whole is zero."""
    unknown = np.full(len(parts), np.nan)
    ratios: np.ndarray = np.divide(parts, wholes, out=unknown, where=wholes > 0)
    return ratios
