"""Spatial folds: training, validation and test sets that do not overlap in space.

Images of adjacent flight strips overlap, so a random split would leak. The area is cut into
stripes from west to east instead, one per fold. In each fold one stripe is for testing, the next
one (cyclically) for validation and the others are for training, with guard bands between
different sets. Each set gets the columns of an image that are in its stripes.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

import numpy as np

from ..hatch.errors import InputError

SETS = ("train", "validation", "test")
MIN_COLUMNS = 64  # narrower parts of an image are left out

Part = tuple[int, int, int]  # index of the image, first column, stop column


def spatial_folds(
    west: Sequence[float], width: int, pixel_m: float, folds: int, guard_m: float
) -> list[dict[str, list[Part]]]:
    """Assign parts of images to SETS, for each fold.

    Parameters
    ----------
    west
        Eastings in metres of the western edges of the north-up images.
    width, pixel_m
        Columns of every image, and their width in metres.
    folds
        Number of folds, at least 3.
    guard_m
        Least distance between different sets in metres.

    Raises
    ------
    InputError
        If there are fewer than three folds, or stripes are no wider than the guard band.
    """
    lefts = np.asarray(west, float)
    edges = np.linspace(lefts.min(), lefts.max() + width * pixel_m, folds + 1)
    if folds < 3:
        raise InputError(
            "{folds} folds are too few to train, validate and test; give 3 or more.", folds=folds
        )
    if edges[1] - edges[0] <= guard_m:
        raise InputError(
            "The images cover {extent:.0f} m, too little for {folds} folds with guard bands of "
            "{guard_m:g} m; give fewer folds or a narrower band.",
            extent=edges[-1] - edges[0],
            folds=folds,
            guard_m=guard_m,
        )
    return [_fold(lefts, width, pixel_m, edges, test, guard_m) for test in range(folds)]


def _fold(
    lefts: np.ndarray, width: int, pixel_m: float, edges: np.ndarray, test: int, guard_m: float
) -> dict[str, list[Part]]:
    """The fold that tests on stripe number ``test``; ``edges`` is [stripes + 1]."""
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
        wide = np.flatnonzero(last - first >= MIN_COLUMNS)
        parts[role] += [(int(i), int(first[i]), int(last[i])) for i in wide]
    return parts
