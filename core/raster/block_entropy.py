"""How uncertain a model is in each square block of a scene."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import shapely
from rasterio.features import rasterize

from .blend import Strip
from .grid import Grid


def block_entropy(
    strips: Iterable[Strip], grid: Grid, side: int, area: shapely.Geometry | None = None
) -> tuple[np.ndarray, np.ndarray]:
    """The mean entropy of the probabilities in each block, and how much of it is valid.

    The entropy of a pixel is that of Shannon in bits, -p log2(p) - (1 - p) log2(1 - p): 0 if the
    model is certain and 1 at a probability of 0.5. Its mean is the usual measure of uncertainty for
    choosing what to label [1]_.

    Parameters
    ----------
    strips
        All rows of the grid, in order.
    side
        Side of a block in pixels; the first block is in the upper left corner.
    area
        Polygon in the CRS of the grid, None for the whole grid. Pixels whose centre is outside are
        not valid.

    Returns
    -------
    entropy : float [rows, columns]
        Mean over the valid pixels of a block, 0 to 1; 0 if there is none.
    valid : float [rows, columns]
        Valid pixels of a block, as a share of ``side`` x ``side``.

    References
    ----------
    .. [1] B. Settles, "Active Learning Literature Survey", Computer Sciences Technical Report 1648,
       University of Wisconsin-Madison, 2009, section 3.1.
    """
    rows, columns = -(-grid.height // side), -(-grid.width // side)
    entropy, valid = np.zeros((rows, columns)), np.zeros((rows, columns))
    for strip in strips:
        seen = strip.valid if area is None else strip.valid & _inside(area, grid, strip)
        bits = np.where(seen, binary_entropy(strip.probability), 0.0)
        for totals, values in ((entropy, bits), (valid, seen)):
            _add(totals, values, strip.row, side)
    return entropy / np.maximum(valid, 1), valid / side**2


def binary_entropy(p: np.ndarray) -> np.ndarray:
    """Entropy in bits of probabilities, any shape."""
    q = 1 - p
    bits: np.ndarray = -(p * np.log2(p, where=p > 0, out=np.zeros_like(p)))
    bits -= q * np.log2(q, where=q > 0, out=np.zeros_like(q))
    return bits


def _inside(area: shapely.Geometry, grid: Grid, strip: Strip) -> np.ndarray:
    """Whether the centres of the pixels of a strip are in the area; bool [h, w]."""
    height, width = strip.valid.shape
    transform = grid.crop(strip.row, 0, height, width).transform
    burnt: np.ndarray = rasterize([area], out_shape=(height, width), transform=transform)
    return burnt > 0


def _add(totals: np.ndarray, values: np.ndarray, row: int, side: int) -> None:
    """Add values [h, w] of the rows from ``row`` on to the totals of their blocks."""
    height, width = values.shape
    down = (row + np.arange(height)) // side
    starts = np.flatnonzero(np.diff(down, prepend=-1))
    sums = np.add.reduceat(values, np.arange(0, width, side), axis=1, dtype=np.float64)
    totals[down[starts]] += np.add.reduceat(sums, starts, axis=0)
