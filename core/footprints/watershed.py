"""Watershed that labels the buildings of a mask and separates touching ones.

After the watershed of the SpaceNet 6 winner: a seed is what remains of a building without the
pixels of contact and of low probability, and seeds grow back into these pixels. Which pixels are
building is decided before, by ``building_mask`` in vectorise.py.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.ndimage import label

from ..raster.blend import Strip
from ..raster.row_window import RowWindow, SlidingRows

MIN_SEED_PROBABILITY = 0.6  # least p * (1 - contact) of a seed pixel; the winner has 0.75
MAX_GROWTH = 8  # pixels by which a seed grows at most; strips of contact are far narrower
MIN_SEED_PIXELS = 16  # pixels; smaller patches between strips of contact are not buildings


@dataclass(frozen=True)
class InstanceRows:
    """Finished rows as an image of instances; arrays are [h, width of the raster].

    ``ids`` is int32: 0 in the background, and 1 to ``count``, all of which occur, in buildings. An
    id is one building; a building whose parts meet in other rows has several. ``above`` [width] is
    the previous row with the same ids, 0 also for buildings that are not in these rows.
    ``probability`` and ``optical_share`` are those of the strip.
    """

    ids: np.ndarray
    count: int
    above: np.ndarray
    probability: np.ndarray
    optical_share: np.ndarray


class Watershed:
    """Labels buildings strip by strip, with the same result as on the whole raster.

    Building pixels with p * (1 - contact) of at least MIN_SEED_PROBABILITY, where p is the
    probability of building, form seeds if MIN_SEED_PIXELS or more are 4-connected. Seeds grow into
    adjacent building pixels, one pixel at a time, by up to MAX_GROWTH pixels, so that two that meet
    share a wall. Building pixels that no seed reaches are labelled by 4-connectivity.
    """

    def __init__(self) -> None:
        self._rows = SlidingRows(MIN_SEED_PIXELS + MAX_GROWTH)

    def add(self, strip: Strip, mask: np.ndarray) -> InstanceRows:
        """Add the next strip and its building pixels, ``mask``: bool [h, width of the raster].

        Returns the rows that are finished now. They are earlier rows than those of the strip, and
        there may be none.
        """
        seeds = _seeds(strip, mask)
        window = self._rows.add(mask, seeds, strip.probability, strip.optical_share)
        return _instances(window)

    def flush(self) -> InstanceRows:
        """The remaining rows, once the last strip has been added (at least one)."""
        return _instances(self._rows.flush())


def instances(strip: Strip, mask: np.ndarray) -> np.ndarray:
    """Ids of buildings, int32 [h, w], 0 in the background, where the strip is the whole raster."""
    arrays = (mask, _seeds(strip, mask), strip.probability, strip.optical_share)
    return _instances(RowWindow(arrays, slice(0, len(mask)))).ids


def _seeds(strip: Strip, mask: np.ndarray) -> np.ndarray:
    seeds: np.ndarray = mask & (strip.probability * (1 - strip.contact) >= MIN_SEED_PROBABILITY)
    return seeds


def _instances(window: RowWindow) -> InstanceRows:
    mask, seeds, probability, share = window.arrays
    rows = window.rows
    ids, count = label(seeds)
    large = np.bincount(ids.ravel()) >= MIN_SEED_PIXELS
    ids = _grow(ids * large[ids], mask)
    # Without the context rows: near its ends seeds from beyond may be missing.
    settled = slice(max(rows.start - 1, 0), rows.stop)
    rest, _ = label(mask[settled] & (ids[settled] == 0))
    ids[settled] += np.where(rest > 0, rest + count, 0)
    current = ids[rows]
    above = ids[rows.start - 1] if rows.start else np.zeros_like(ids[0])
    # Renumber without the buildings that are only in the context rows.
    present = np.bincount(current.ravel(), minlength=ids.max() + 1) > 0
    present[0] = False
    new_ids = np.cumsum(present, dtype=np.int32) * present
    return InstanceRows(
        new_ids[current], int(present.sum()), new_ids[above], probability[rows], share[rows]
    )


def _grow(ids: np.ndarray, mask: np.ndarray) -> np.ndarray:
    """Grow ids [h, w] into unlabelled pixels of the mask, MAX_GROWTH times by 4-connectivity.

    Where several meet, a fixed order of directions decides, which is the same in any window.
    """
    width = ids.shape[1] + 2
    padded = np.pad(ids, 1)
    flat = padded.reshape(-1)
    free = np.flatnonzero(np.pad(mask, 1) & (padded == 0))
    for _ in range(MAX_GROWTH):
        grown = np.zeros(len(free), np.int32)
        for step in (-width, -1, 1, width):
            grown = np.where(grown > 0, grown, flat[free + step])
        flat[free] = grown
        free = free[grown == 0]
    return padded[1:-1, 1:-1]
