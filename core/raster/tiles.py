"""Overlapping tiles on a fixed lattice, with weights that blend them without seams."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..hatch.scene_input import TILE_CONTEXT
from ..hatch.training_settings import STRIDE

TILE_SIZE = 640  # pixels, side of a tile of an extraction
OVERLAP = 64  # pixels that neighbouring tiles share


@dataclass(frozen=True)
class Span:
    """Extent of a tile along one axis.

    ``start`` is its first pixel, negative before the raster. ``weights`` is float32 [size], the
    blending weight of each pixel, 0 beyond the raster.
    """

    start: int
    weights: np.ndarray

    @property
    def size(self) -> int:
        """Pixels along this axis."""
        return len(self.weights)


def spans(length: int, tile: int, origin: int, overlap: int = OVERLAP) -> list[Span]:
    """Tiles along an axis of a raster, whose weights sum to 1 at every pixel.

    Tiles begin at multiples of ``tile - overlap`` of a coordinate that does not depend on the
    raster's extent. So a network sees a pixel at the same place of a tile in every crop of a
    raster. Where a tile reaches more than TILE_CONTEXT pixels beyond the raster, it is cut by a
    multiple of 32. Weights are a cosine ramp over ``overlap`` pixels.

    Parameters
    ----------
    length
        Pixels of the raster along the axis.
    tile
        Side of a tile in pixels, a multiple of 32.
    origin
        Coordinate of the first pixel.
    overlap
        Pixels that neighbouring tiles share; half a tile if that is less.
    """
    overlap = min(overlap, tile // 2)
    distance = np.minimum(np.arange(tile) + 0.5, tile - np.arange(tile) - 0.5)
    ramp = np.sin(np.pi / 2 * np.minimum(distance / max(overlap, 0.5), 1)) ** 2
    step = tile - overlap
    found = []
    for start in range(-(origin % step) - step, length, step):
        if start + tile <= 0:
            continue
        first = max(0, -TILE_CONTEXT - start) // STRIDE * STRIDE
        last = min(tile, whole_strides(length + TILE_CONTEXT - start))
        pixels = start + np.arange(first, last)
        weights = ramp[first:last] * ((pixels >= 0) & (pixels < length))
        found.append(Span(start + first, weights.astype(np.float32)))
    return found


def whole_strides(length: int) -> int:
    """Pixels, up to the next multiple of STRIDE."""
    return -(-length // STRIDE) * STRIDE


def strip_bounds(rows: Sequence[Span], height: int) -> list[int]:
    """Rows at which the strips of a raster begin, and its height.

    A strip is finished by a row of tiles: it ends where the next row of tiles begins. ``rows`` are
    the spans of all rows of tiles.
    """
    return [0, *(row.start for row in rows[1:] if row.start > 0), height]


@dataclass(frozen=True)
class Part:
    """One of ``count`` parts of a raster, each of them a number of whole strips, from 1."""

    number: int = 1
    count: int = 1

    def bounds(self, bounds: list[int]) -> list[int]:
        """The first row of each strip of this part, then the row after its last strip.

        ``bounds`` are those of all strips, from ``strip_bounds``. Some parts have no strips if
        there are more parts than strips.
        """
        strips = len(bounds) - 1
        first, last = ((n * strips) // self.count for n in (self.number - 1, self.number))
        return bounds[first : last + 1]


WHOLE = Part()
