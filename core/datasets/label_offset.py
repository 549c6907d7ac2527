"""By how much labels miss the image."""

from __future__ import annotations

from typing import Optional

import numpy as np
from scipy import fft
from scipy.ndimage import gaussian_filter

REACH = 20  # pixels to each side that are looked at
NEIGHBOURHOOD = 16  # pixels, standard deviation: evidence counts by how it stands out of this
# Least correlation at the best place, and the most of it that the labels may have where they are.
LEAST, MOST_IN_PLACE = 0.3, 0.9


def estimate_offset(
    evidence: np.ndarray, labels: np.ndarray, known: np.ndarray, pixel_m: float
) -> Optional[tuple[float, float]]:
    """By how many metres (east, north) the labels seem to miss the image, or None.

    ``evidence`` float [H, W]: a network's probability of building, NaN unknown. ``labels`` bool
    [H, W]: buildings as drawn; ``known`` bool [H, W]: where they hold. ``pixel_m``: metres a pixel.

    Labels that stand east of what the image shows give a positive first number; moving them by the
    negative of both mends it. The answer is the best of all moves by whole pixels up to REACH. It
    is None when that is not significant: evidence and labels agree too little even there, hardly
    better than where they are, or best at the rim of the search. SAR alone leans with
    its layover, by up to 7 m in simulated scenes whose labels are right, so that less than 8 m
    say nothing there; with optical 5 m do.
    """
    agreement = correlations(_outstanding(evidence), labels, known, REACH)
    row, col = np.unravel_index(agreement.argmax(), agreement.shape)
    best = agreement[row, col]
    at_rim = not (0 < row < 2 * REACH and 0 < col < 2 * REACH)
    if at_rim or best < LEAST or agreement[REACH, REACH] > MOST_IN_PLACE * best:
        return None
    down, right = int(row) - REACH, int(col) - REACH
    return -right * pixel_m, down * pixel_m


def correlations(
    evidence: np.ndarray, labels: np.ndarray, known: np.ndarray, reach: int
) -> np.ndarray:
    """How well labels agree with the evidence when they are moved, by each move in whole pixels.

    Evidence float [H, W], NaN unknown; labels and known bool [H, W] -> [2 reach + 1, 2 reach + 1]
    in -1..1. Element [reach + down, reach + right] is for labels moved down and right by so many
    pixels: Pearson's correlation over the pixels where evidence and moved labels are both known, 0
    where it is undefined. It is the masked normalised cross-correlation of Padfield, "Masked object
    registration in the Fourier domain", IEEE TIP 21(5), 2012.
    """
    seen = np.isfinite(evidence)
    values = np.where(seen, evidence, 0.0)
    # Grown by the reach, so that what is moved over one side doesn't come in at the other.
    shape = tuple(fft.next_fast_len(side + reach, real=True) for side in evidence.shape)
    f, f2, m = (fft.rfft2(a, shape) for a in (values, values**2, seen.astype(float)))
    g, k = (np.conj(fft.rfft2(a.astype(float), shape)) for a in (labels & known, known))

    def sums(product: np.ndarray) -> np.ndarray:
        moved = np.roll(fft.irfft2(product, shape), (reach, reach), axis=(0, 1))
        return moved[: 2 * reach + 1, : 2 * reach + 1]

    pixels = np.maximum(sums(m * k), 1)
    sum_f, sum_g = sums(f * k), sums(m * g)
    covariance = sums(f * g) - sum_f * sum_g / pixels
    variances = (sums(f2 * k) - sum_f**2 / pixels) * (sum_g - sum_g**2 / pixels)
    varied = variances > 1e-9 * pixels**2
    return np.where(varied, covariance / np.sqrt(np.where(varied, variances, 1)), 0.0)


def _outstanding(evidence: np.ndarray) -> np.ndarray:
    """Evidence [H, W] less its mean around, NaN as before.

    What is left has the size of buildings: the density of a town also correlates, but so broadly
    that its peak says nothing of a few metres.
    """
    seen = np.isfinite(evidence)
    values = np.where(seen, evidence, 0.0)
    weight = gaussian_filter(seen.astype(float), NEIGHBOURHOOD)
    mean = gaussian_filter(values, NEIGHBOURHOOD) / np.where(seen, weight, 1)
    return np.where(seen, values - mean, np.nan)
