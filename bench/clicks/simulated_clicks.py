"""Simulated clicks on the buildings of scenes, as in RITM (Sofiiuk et al. 2022)."""

from __future__ import annotations

import numpy as np
from scipy.ndimage import distance_transform_edt, label

Pixel = tuple[int, int]
INNER = 0.3  # share of the greatest distance to the wall that a random first click keeps


def first_click(building: np.ndarray, rng: np.random.Generator | None = None) -> Pixel:
    """The pixel of a building, bool [h, w], farthest from its walls, or a random inner one."""
    distance = _distance(building)
    if rng is None:
        return _farthest(distance)
    inner = np.flatnonzero(distance >= INNER * distance.max())
    row, col = np.unravel_index(rng.choice(inner), building.shape)
    return int(row), int(col)


def next_click(
    mask: np.ndarray, building: np.ndarray, known: np.ndarray | None = None
) -> tuple[Pixel, bool] | None:
    """The middle of the largest error, and whether it is inside; None if there is no error.

    All are bool [h, w]; ``known`` limits the search.
    """
    wrong = mask != building
    if known is not None:
        wrong &= known
    # Missing and excess pixels that touch are two errors.
    found = []
    for missing in (True, False):
        parts, count = label(wrong & (building == missing))
        if count:
            sizes = np.bincount(parts.ravel())[1:]
            largest = int(sizes.argmax())
            found.append((int(sizes[largest]), missing, parts == largest + 1))
    if not found:
        return None
    _, missing, part = max(found, key=lambda error: error[0])
    return _farthest(_distance(part)), missing


def _distance(part: np.ndarray) -> np.ndarray:
    distance: np.ndarray = distance_transform_edt(np.pad(part, 1))[1:-1, 1:-1]
    return distance


def _farthest(distance: np.ndarray) -> Pixel:
    row, col = np.unravel_index(int(distance.argmax()), distance.shape)
    return int(row), int(col)
