"""Connected groups of pixels that are given by their places.

The place of a pixel is row * (width + 1) + column, so that the last pixel of a row and the first of
the next one do not follow each other.
"""

from __future__ import annotations

import numpy as np

from .by_group import connected_groups
from .ranges import ranges


def components(places: np.ndarray, stride: int) -> np.ndarray:
    """Number [k] of the 4-connected component of each pixel, in the order of their first pixels.

    ``places`` is [k], in ascending order, and ``stride`` is width + 1.
    """
    if len(places) == 0:
        return np.empty(0, int)
    begins = np.append(True, np.diff(places) != 1)
    starts = np.flatnonzero(begins)
    first = places[starts]  # of each run of pixels side by side
    last = places[np.append(starts[1:], len(places)) - 1]
    # Runs of the next row that are below a run.
    low = np.searchsorted(last, first + stride)
    high = np.searchsorted(first, last + stride, side="right")
    counts = np.maximum(high - low, 0)
    above = np.repeat(np.arange(len(first)), counts)
    below = ranges(low, counts)
    _, component_of_run = connected_groups(above, below, len(first))
    result: np.ndarray = component_of_run[np.cumsum(begins) - 1]
    return result


def grid_of(places: np.ndarray, values: np.ndarray, height: int, width: int) -> np.ndarray:
    """Values [k] at places [k] as an array [height + 2, width + 1], 0 elsewhere.

    The first and the last row and the last column are a margin. The value of the pixel at a place
    is at ``place + width + 1`` of the flat array.
    """
    grid = np.zeros((height + 2, width + 1), values.dtype)
    grid.reshape(-1)[places + width + 1] = values
    return grid
