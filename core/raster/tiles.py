"""Overlapping tiles over a raster, and the weights that blend them back without seams."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

OVERLAP = 64  # pixels that neighbouring tiles share
_STEP = 32  # networks take sides that are multiples of this


@dataclass(frozen=True)
class Span:
    """A tile's extent along one axis: first pixel, and the weight of each of its pixels.

    ``weights`` is float32 [size]. The size may reach beyond the raster, with weights of 0 there.
    """

    start: int
    weights: np.ndarray

    @property
    def size(self) -> int:
        """Pixels along this axis."""
        return len(self.weights)


def spans(length: int, tile: int, overlap: int = OVERLAP) -> list[Span]:
    """Tiles along an axis of ``length`` pixels; their weights sum to 1 at each of its pixels.

    All have ``tile`` pixels, the last one ending with the raster. Where the raster is shorter
    than a tile there is one, as short as a multiple of 32 can be. Weights fall towards a tile's
    ends as a cosine does.
    Tiles overlap by half at most.
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
