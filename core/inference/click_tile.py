"""The tile of a scene around a clicked point, predicted once and kept in memory."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..raster.blend import Strip
from ..raster.cache import LRUCache
from ..raster.scene import Scene
from ..raster.validity import valid_pixels
from .predict import Engine, predict_tile

_STEP = 32  # sides of tiles are multiples of the networks' deepest stride
TILES = LRUCache(size=12)  # each takes about 4 MB


@dataclass(frozen=True)
class ClickTile:
    """A predicted tile; ``row`` and ``col`` are its first pixel in the grid of the scene.

    ``strip`` holds its arrays [h, w], with ``strip.row`` 0. Pixels outside the scene are not valid.
    """

    row: int
    col: int
    strip: Strip

    def contains(self, row: float, col: float) -> bool:
        """Whether a place in the grid of the scene is on the tile."""
        height, width = self.strip.valid.shape
        return bool(0 <= row - self.row < height and 0 <= col - self.col < width)


def tile_around(scene: Scene, engine: Engine, row: float, col: float) -> ClickTile:
    """The tile around a place in the grid of the scene, from memory if it was predicted before.

    Tiles start at multiples of half a tile, so that the place is a quarter of a tile away from
    where the tile ends, unless the scene ends there.
    """
    top, height = _span(row, scene.grid.height, engine.tile)
    left, width = _span(col, scene.grid.width, engine.tile)
    key = (scene.fingerprint, engine.manifest.sha256, engine.name, top, left)
    return TILES.get_or_compute(key, lambda: _predicted(scene, engine, top, left, height, width))


def _span(at: float, length: int, tile: int) -> tuple[int, int]:
    """First pixel and size of the tile around a pixel of an axis."""
    size = min(tile, -(-length // _STEP) * _STEP)
    step = size // 2
    start = round((at - size / 2) / step) * step
    return max(0, min(start, length - size)), size


def _predicted(
    scene: Scene, engine: Engine, top: int, left: int, height: int, width: int
) -> ClickTile:
    sar, optical = scene.read(top, left, height, width)
    valid = valid_pixels(sar)
    probability = contact = share = np.zeros(valid.shape, np.float32)
    if valid.any():
        (probability, contact), share = predict_tile(engine, sar, optical, valid)
    strip = Strip(0, probability * valid, contact * valid, valid, share * valid)
    return ClickTile(top, left, strip)
