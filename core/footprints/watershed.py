"""Buildings numbered in the pixels of a mask, those that touch apart.

After the watershed of the SpaceNet 6 winner: what remains of a building when the strips of contact
and the unsure pixels are taken off is a seed, and the seeds share out what was taken off.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.ndimage import label

from ..raster.blend import Strip
from ..raster.row_window import SlidingRows, Window

SURE = 0.6  # p * (1 - contact) from which a pixel is one of a seed; the winner's is .75
REACH = 8  # pixels by which a seed may grow; strips of contact are far less than twice as wide
SMALLEST_SEED = 16  # pixels; a smaller patch between strips of contact is no building


@dataclass(frozen=True)
class LabelledRows:
    """Finished rows, arrays [h, width of the raster], in which buildings have numbers.

    ``numbers``: int32, 1..count inside a building and 0 elsewhere. Equal numbers are one building;
    one building may have two, where its parts meet in other rows. ``above`` [width]: the row before
    in the same numbering, 0 also for buildings that are not in these rows.
    """

    numbers: np.ndarray
    count: int
    above: np.ndarray
    probability: np.ndarray
    optical_share: np.ndarray


class Watershed:
    """Numbers buildings strip by strip, exactly as if the raster were whole.

    Building is where the probability p reaches the threshold. Its pixels where p * (1 - contact)
    reaches SURE are seeds when SMALLEST_SEED or more of them hang together by their sides. Each
    seed grows into the building pixels beside it, all at the same pace, by up to REACH pixels; so
    two that meet share their wall without a gap. What no seed reaches hangs together by itself.
    This depends on so few rows around that they are kept as context.
    """

    def __init__(self, threshold: float) -> None:
        self._threshold = threshold
        self._rows = SlidingRows(SMALLEST_SEED + REACH)

    def add(self, strip: Strip) -> LabelledRows:
        """The next rows; those that are returned lie a little behind, and there may be none."""
        mask = strip.valid & (strip.probability >= self._threshold)
        seeds = mask & (strip.probability * (1 - strip.contact) >= SURE)
        window = self._rows.add(mask, seeds, strip.probability, strip.optical_share)
        return _numbered(window)

    def rest(self) -> LabelledRows:
        """The last rows of all. At least one strip was added."""
        return _numbered(self._rows.rest())


def _numbered(window: Window) -> LabelledRows:
    mask, seeds, probability, share = window.arrays
    rows = window.rows
    numbers, count = label(seeds)
    large = np.bincount(numbers.ravel()) >= SMALLEST_SEED
    numbers = _grown(numbers * large[numbers], mask)
    # Not by way of the context: near its ends a seed that lies beyond may be missing.
    settled = slice(max(rows.start - 1, 0), rows.stop)
    rest, _ = label(mask[settled] & (numbers[settled] == 0))
    numbers[settled] += np.where(rest > 0, rest + count, 0)
    here = numbers[rows]
    above = numbers[rows.start - 1] if rows.start else np.zeros_like(numbers[0])
    # Numbered anew, without buildings that are in the context alone.
    present = np.bincount(here.ravel(), minlength=numbers.max() + 1) > 0
    present[0] = False
    anew = np.cumsum(present, dtype=np.int32) * present
    return LabelledRows(anew[here], int(present.sum()), anew[above], probability[rows], share[rows])


def _grown(numbers: np.ndarray, mask: np.ndarray) -> np.ndarray:
    """Numbers [h, w] spread over pixels of the mask that have none, REACH steps by sides.

    Where several arrive at once the first direction wins, which is the same on any window.
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
