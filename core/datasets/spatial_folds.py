"""Training, validation and test sets that share no ground.

Images that overlap on the ground, as those of neighbouring flight strips do, must not be dealt out
one by one: what a network has seen in one image it would find again in another. So the ground is
dealt out: it is cut into stripes from west to east, one a fold. In each fold one stripe is for
testing, the next one (after the last: the first) for validation, the others are for training, and
between different sets lies a guard band that belongs to none. Of an image, each set gets the
columns that lie on its ground.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

import numpy as np

from ..hatch.errors import InputError

SETS = ("train", "validation", "test")
LEAST_COLUMNS = 64  # narrower parts of an image show no whole building with its surroundings

Part = tuple[int, int, int]  # image, first column, column after the last one, from west to east


def split_by_ground(
    west: Sequence[float], width: int, pixel_m: float, folds: int, guard_m: float
) -> list[dict[str, list[Part]]]:
    """For each fold, the parts of images that belong to each of SETS.

    ``west``: metres east of the images' western edges, in one coordinate system; all are north-up
    and have ``width`` columns of ``pixel_m``. Any ground of one set is at least ``guard_m`` from
    any ground of another. Raises InputError when there are fewer than three folds, or the stripes
    would be no wider than the guard band.
    """
    lefts = np.asarray(west, float)
    edges = np.linspace(lefts.min(), lefts.max() + width * pixel_m, folds + 1)
    if folds < 3:
        raise InputError(f"{folds} folds are too few to train, validate and test; give 3 or more.")
    if edges[1] - edges[0] <= guard_m:
        raise InputError(
            f"The ground is {edges[-1] - edges[0]:.0f} m wide, too little for {folds} folds with "
            f"guard bands of {guard_m:g} m; give fewer folds or a narrower band."
        )
    return [_fold(lefts, width, pixel_m, edges, test, guard_m) for test in range(folds)]


def _fold(
    lefts: np.ndarray, width: int, pixel_m: float, edges: np.ndarray, test: int, guard_m: float
) -> dict[str, list[Part]]:
    """The fold whose stripe number ``test`` is for testing; ``edges`` [stripes + 1]."""
    stripes = len(edges) - 1
    roles = ["train"] * stripes
    roles[test], roles[(test + 1) % stripes] = "test", "validation"
    parts: dict[str, list[Part]] = {name: [] for name in SETS}
    for role, group in groupby(range(stripes), key=roles.__getitem__):
        run = list(group)
        start = edges[run[0]] + (guard_m / 2 if run[0] > 0 else 0)
        stop = edges[run[-1] + 1] - (guard_m / 2 if run[-1] < stripes - 1 else 0)
        first = np.ceil((start - lefts) / pixel_m).clip(0, width).astype(int)
        last = np.floor((stop - lefts) / pixel_m).clip(0, width).astype(int)
        wide = np.flatnonzero(last - first >= LEAST_COLUMNS)
        parts[role] += [(int(i), int(first[i]), int(last[i])) for i in wide]
    return parts
