"""Overlapping tiles over a raster, with weights that blend them without seams."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

OVERLAP = 64  # pixels that neighbouring tiles share
_STEP = 32  # sides of tiles are multiples of the networks' deepest stride


@dataclass(frozen=True)
class Span:
    """Extent of a tile along one axis.

    ``start`` is its first pixel, ``weights`` float32 [size] the blending weight of each pixel,
    0 beyond the raster.
    """

    start: int
    weights: np.ndarray

    @property
    def size(self) -> int:
        """Pixels along this axis."""
        return len(self.weights)


def spans(length: int, tile: int, overlap: int = OVERLAP) -> list[Span]:
    """Tiles along an axis of ``length`` pixels, whose weights sum to 1 at every pixel.

    All have ``tile`` pixels, and the last one ends with the raster. A raster shorter than a tile
    gets one tile, of the smallest sufficient multiple of 32. Weights are a cosine ramp over
    ``overlap`` pixels, at most half a tile.
    """
    size = min(tile, -(-length // _STEP) * _STEP)
    overlap = min(overlap, size // 2)
    starts = list(range(0, max(1, length - size + 1), size - overlap))
    if starts[-1] + size < length:
        starts.append(length - size)
    distance = np.minimum(np.arange(size) + 0.5, size - np.arange(size) - 0.5)
    ramp = np.sin(np.pi / 2 * np.minimum(distance / max(overlap, 1), 1)) ** 2
    total = np.zeros(max(length, starts[-1] + size))
    for start in starts:
        total[start : start + size] += ramp
    total[length:] = np.inf
    return [Span(s, (ramp / total[s : s + size]).astype(np.float32)) for s in starts]
