"""Blocks of ground of one labelled area: most to train on, some kept apart to validate on.

Neighbouring pixels resemble each other, so validation pixels drawn one by one would only test
what the network has by heart. Whole blocks are kept apart instead, with a guard band around them
that belongs to neither side (Roberts et al., Ecography 2017, on blocked cross-validation).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.ndimage import distance_transform_edt

GUARD_M = 20.0  # of ground between the two sides
SHARE = 0.25  # of the blocks, for validation
SIDES = (64, 256)  # pixels along a block, least and most
WANTED = 25  # blocks, where the ground allows
LEAST_BLOCKS = 6  # with fewer, blocks say little and training loses too much
LEAST_KNOWN = 0.3  # of a block's pixels; less is no block of its own
DRAWS = 300


@dataclass(frozen=True)
class Block:
    """A window of the area: rows and columns, last one not included."""

    number: int
    rows: slice
    cols: slice
    validation: bool


@dataclass(frozen=True)
class Division:
    """``training`` and ``validation``: bool [H, W]; no pixel of one is near one of the other.

    ``blocks`` has none for validation when the ground is too small; all of it is training then.
    """

    blocks: list[Block]
    training: np.ndarray
    validation: np.ndarray


def divide(known: np.ndarray, building: np.ndarray, pixel_m: float, seed: int) -> Division:
    """Cut the ground where ``known`` [H, W] is true into square blocks and deal them out.

    Of ``DRAWS`` random choices of validation blocks the one is taken whose share of building is
    nearest to that of all the ground, so that both sides are alike. Validation is empty where
    there are fewer than LEAST_BLOCKS blocks, or no choice leaves buildings on both sides.
    ``building``: bool [H, W]; ``pixel_m``: metres of a pixel.
    """
    windows = _windows(known)
    chosen = _choose(windows, known, building & known, np.random.default_rng(seed))
    blocks = [Block(i, *window, i in chosen) for i, window in enumerate(windows)]
    validation = np.zeros_like(known)
    for block in blocks:
        if block.validation:
            validation[block.rows, block.cols] = known[block.rows, block.cols]
    training = known.copy()
    if chosen:
        training &= distance_transform_edt(~validation) * pixel_m > GUARD_M
    return Division(blocks, training, validation)


def _windows(known: np.ndarray) -> list[tuple[slice, slice]]:
    """Squares over the known ground's bounds that hold enough of it, north to south."""
    rows, cols = np.flatnonzero(known.any(axis=1)), np.flatnonzero(known.any(axis=0))
    side = int(np.clip(np.sqrt(known.sum() / WANTED), *SIDES))
    windows = [
        (slice(row, row + side), slice(col, col + side))
        for row in range(rows[0], rows[-1] + 1, side)
        for col in range(cols[0], cols[-1] + 1, side)
    ]
    return [w for w in windows if known[w].sum() >= LEAST_KNOWN * side * side]


def _choose(
    windows: list[tuple[slice, slice]],
    known: np.ndarray,
    building: np.ndarray,
    rng: np.random.Generator,
) -> set[int]:
    """The numbers of the windows for validation."""
    if len(windows) < LEAST_BLOCKS:
        return set()
    ground = np.array([known[w].sum() for w in windows])
    built = np.array([building[w].sum() for w in windows])
    wanted = built.sum() / ground.sum()
    best: tuple[float, set[int]] = (np.inf, set())
    for _ in range(DRAWS):
        draw = rng.permutation(len(windows))[: round(SHARE * len(windows))]
        inside = built[draw].sum()
        miss = abs(inside / ground[draw].sum() - wanted)
        if 0 < inside < built.sum() and miss < best[0]:
            best = (miss, {int(i) for i in draw})
    return best[1]
