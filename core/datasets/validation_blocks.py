"""Split a labelled area into blocks for training and validation.

Adjacent pixels are correlated, so randomly chosen validation pixels would measure overfitting as
skill. Whole blocks are held out instead, with a guard band that belongs to neither side (Roberts
et al., Ecography 2017, on blocked cross-validation).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.ndimage import distance_transform_edt

GUARD_M = 20.0  # metres between training and validation pixels
VALIDATION_SHARE = 0.25  # of the blocks is held out for validation
BLOCK_SIDES = (64, 256)  # least and greatest side of a block in pixels
TARGET_BLOCKS = 25  # blocks, if the area is large enough
MIN_BLOCKS = 6  # with fewer no block is held out
MIN_LABELLED = 0.3  # least share of labelled pixels in a block
DRAWS = 300


@dataclass(frozen=True)
class Block:
    """A window of the area: rows and columns, the stop is not included."""

    number: int
    rows: slice
    cols: slice
    validation: bool


@dataclass(frozen=True)
class BlockSplit:
    """Blocks of an area and the masks of the two sides.

    ``training`` and ``validation`` are bool [H, W], at least GUARD_M apart. If the area is too
    small, no block is held out and all of it is for training.
    """

    blocks: list[Block]
    training: np.ndarray
    validation: np.ndarray


def split_into_blocks(
    labelled: np.ndarray, building: np.ndarray, pixel_m: float, seed: int
) -> BlockSplit:
    """Split the labelled pixels into square blocks and hold some out.

    Of DRAWS random choices the one is taken whose share of building is nearest to that of the
    whole area, so that both sides are alike. Nothing is held out if there are fewer than
    MIN_BLOCKS blocks, or if no choice has buildings on both sides.

    Parameters
    ----------
    labelled, building
        Masks, bool [H, W].
    pixel_m
        Pixel size in metres.
    seed
        Of the random choices.
    """
    windows = _windows(labelled)
    chosen = _choose(windows, labelled, building & labelled, np.random.default_rng(seed))
    blocks = [Block(i, *window, i in chosen) for i, window in enumerate(windows)]
    validation = np.zeros_like(labelled)
    for block in blocks:
        if block.validation:
            validation[block.rows, block.cols] = labelled[block.rows, block.cols]
    training = labelled.copy()
    if chosen:
        training &= distance_transform_edt(~validation) * pixel_m > GUARD_M
    return BlockSplit(blocks, training, validation)


def _windows(labelled: np.ndarray) -> list[tuple[slice, slice]]:
    """Squares over the bounds of the labelled pixels that contain enough of them."""
    rows, cols = np.flatnonzero(labelled.any(axis=1)), np.flatnonzero(labelled.any(axis=0))
    side = int(np.clip(np.sqrt(labelled.sum() / TARGET_BLOCKS), *BLOCK_SIDES))
    windows = [
        (slice(row, row + side), slice(col, col + side))
        for row in range(rows[0], rows[-1] + 1, side)
        for col in range(cols[0], cols[-1] + 1, side)
    ]
    return [w for w in windows if labelled[w].sum() >= MIN_LABELLED * side * side]


def _choose(
    windows: list[tuple[slice, slice]],
    labelled: np.ndarray,
    building: np.ndarray,
    rng: np.random.Generator,
) -> set[int]:
    """Numbers of the windows to hold out."""
    if len(windows) < MIN_BLOCKS:
        return set()
    pixels = np.array([labelled[w].sum() for w in windows])
    built = np.array([building[w].sum() for w in windows])
    wanted = built.sum() / pixels.sum()
    best: tuple[float, set[int]] = (np.inf, set())
    for _ in range(DRAWS):
        draw = rng.permutation(len(windows))[: round(VALIDATION_SHARE * len(windows))]
        inside = built[draw].sum()
        miss = abs(inside / pixels[draw].sum() - wanted)
        if 0 < inside < built.sum() and miss < best[0]:
            best = (miss, {int(i) for i in draw})
    return best[1]
