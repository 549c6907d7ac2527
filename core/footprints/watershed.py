"""Watershed that labels the buildings of a mask and separates touching ones.

After the watershed of the SpaceNet 6 winner: a seed is what remains of a building without the
pixels of contact and of low probability, and seeds grow back into these pixels.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.ndimage import label

from ..raster.blend import Strip
from ..raster.row_window import SlidingRows, Window

SURE = 0.6  # least p * (1 - contact) of a seed pixel; the winner has 0.75
REACH = 8  # pixels by which a seed grows at most; strips of contact are far narrower
SMALLEST_SEED = 16  # pixels; smaller patches between strips of contact are no buildings


@dataclass(frozen=True)
class LabelledRows:
    """Finished rows as a label image; arrays are [h, width of the raster].

    ``numbers`` is int32, 1 to ``count`` in buildings and 0 in the background. A number is one
    building; a building whose parts meet in other rows has several. ``above`` [width] is the
    previous row in the same numbers, 0 also for buildings that are not in these rows.
    """

    numbers: np.ndarray
    count: int
    above: np.ndarray
    probability: np.ndarray
    optical_share: np.ndarray


class Watershed:
    """Labels buildings strip by strip, with the same result as on the whole raster.

    A pixel is building if its probability p is at least the threshold. Building pixels with
    p * (1 - contact) of at least SURE form seeds, if SMALLEST_SEED or more are 4-connected. Seeds
    grow into adjacent building pixels, one pixel at a time, by up to REACH pixels, so that two
    that meet share a wall. Building pixels that no seed reaches are labelled by 4-connectivity.
    """

    def __init__(self, threshold: float) -> None:
        self._threshold = threshold
        self._rows = SlidingRows(SMALLEST_SEED + REACH)

    def add(self, strip: Strip) -> LabelledRows:
        """Add the next rows; the rows finished by them lag behind, and may be none."""
        mask = strip.valid & (strip.probability >= self._threshold)
        seeds = mask & (strip.probability * (1 - strip.contact) >= SURE)
        window = self._rows.add(mask, seeds, strip.probability, strip.optical_share)
        return _labelled(window)

    def flush(self) -> LabelledRows:
        """The remaining rows, once the last strip has been added (at least one)."""
        return _labelled(self._rows.flush())


def _labelled(window: Window) -> LabelledRows:
    mask, seeds, probability, share = window.arrays
    rows = window.rows
    numbers, count = label(seeds)
    large = np.bincount(numbers.ravel()) >= SMALLEST_SEED
    numbers = _grown(numbers * large[numbers], mask)
    # Without the context rows: near its ends seeds from beyond may be missing.
    settled = slice(max(rows.start - 1, 0), rows.stop)
    rest, _ = label(mask[settled] & (numbers[settled] == 0))
    numbers[settled] += np.where(rest > 0, rest + count, 0)
    here = numbers[rows]
    above = numbers[rows.start - 1] if rows.start else np.zeros_like(numbers[0])
    # Renumber without the buildings that are only in the context rows.
    present = np.bincount(here.ravel(), minlength=numbers.max() + 1) > 0
    present[0] = False
    anew = np.cumsum(present, dtype=np.int32) * present
    return LabelledRows(anew[here], int(present.sum()), anew[above], probability[rows], share[rows])


def _grown(numbers: np.ndarray, mask: np.ndarray) -> np.ndarray:
    """Grow numbers [h, w] into unlabelled pixels of the mask, REACH times by 4-connectivity.

    Where several meet, a fixed order of directions decides, which is the same in any window.
    """
    width = numbers.shape[1] + 2
    padded = np.pad(numbers, 1)
    spread = padded.reshape(-1)
    free = np.flatnonzero(np.pad(mask, 1) & (padded == 0))
    for _ in range(REACH):
        arriving = np.zeros(len(free), np.int32)
        for step in (-width, -1, 1, width):
            arriving = np.where(arriving > 0, arriving, spread[free + step])
        spread[free] = arriving
        free = free[arriving == 0]
    return padded[1:-1, 1:-1]
