"""The tile of a scene around a clicked point, predicted once and kept in memory."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

import numpy as np

from ..raster.blend import Strip
from ..raster.cache import LRUCache
from ..raster.scene import Scene
from ..raster.tiles import whole_strides
from ..raster.validity import valid_pixels
from .predict import ClickEngine, Heads, predict_tile

CLICK_TILE = 512  # pixels, side of a tile
TILES = LRUCache(size=12)  # of 8 MB each at most with the default model


@dataclass(frozen=True)
class ClickTile:
    """A predicted tile.

    Attributes
    ----------
    row, col
        Its first pixel in the grid of the scene.
    strip
        Its arrays [h, w], with ``strip.row`` 0. Pixels outside the scene are not valid.
    features
        Fused features, float16 [C, h / 2, w / 2], of HAL-SAR and of OPT-SAR; None where they were
        not needed, or the model has no head for clicks.
    """

    row: int
    col: int
    strip: Strip
    features: Heads = (None, None)

    def contains(self, row: float, col: float) -> bool:
        """Whether a place in the grid of the scene is on the tile."""
        height, width = self.strip.valid.shape
        return bool(0 <= row - self.row < height and 0 <= col - self.col < width)


def tile_around(scene: Scene, engine: ClickEngine, row: float, col: float) -> ClickTile:
    """The tile around a place in the grid of the scene, from memory if it was predicted before.

    Tiles start at multiples of half a tile, so that the place is a quarter of a tile away from
    where the tile ends, unless the scene ends there.
    """
    top, height = _span(row, scene.grid.height)
    left, width = _span(col, scene.grid.width)
    key = (scene.layer_key, engine.manifest.sha256, engine.name, top, left)
    return TILES.get_or_compute(
        key, lambda: predicted_tile(engine, *scene.read(top, left, height, width), (top, left))
    )


def predicted_tile(
    engine: ClickEngine, sar: np.ndarray, optical: np.ndarray | None, place: tuple[int, int]
) -> ClickTile:
    """Predict a tile of images as ``Scene.read`` gives them, whose first pixel is at ``place``."""
    valid = valid_pixels(sar)
    probability = contact = share = np.zeros(valid.shape, np.float32)
    recorder = _Recorder(engine)
    if valid.any():
        (probability, contact), share = predict_tile(recorder, sar, optical, valid)
    strip = Strip(0, probability * valid, contact * valid, valid, share * valid)
    return ClickTile(*place, strip, recorder.features)


class _Recorder:
    """A predictor that keeps the features of its last prediction if the model reads them again."""

    def __init__(self, engine: ClickEngine) -> None:
        self._engine = engine
        self.features: Heads = (None, None)

    def predict(
        self, sar: np.ndarray, optical: Optional[np.ndarray], hallucinate: bool = True
    ) -> Heads:
        """As ``Predictor.predict``."""
        if not self._engine.has_click_head:
            return self._engine.predict(sar, optical, hallucinate)
        heads, self.features = self._engine.encode(sar, optical, hallucinate)
        return heads


def _span(at: float, length: int) -> tuple[int, int]:
    """First pixel and size of the tile around a pixel of an axis."""
    size = min(CLICK_TILE, whole_strides(length))
    step = size // 2
    start = round((at - size / 2) / step) * step
    return max(0, min(start, length - size)), size
