"""Some tiles of a scene."""

from __future__ import annotations

import numpy as np

from ..raster.scene import Scene
from ..raster.tiles import whole_strides
from ..raster.validity import valid_pixels
from .predict import Images

_SIDE = 512  # pixels of a tile, less in a smaller scene
_ALONG = 3  # tiles along each axis


def sampled_tiles(scene: Scene) -> list[Images]:
    """Up to 9 tiles, evenly over the scene, without those where SAR has no valid pixel.

    SAR is float32 [4, h, w] and optical [5, h, w], standardised, NaN where not valid; optical is
    None where no pixel of it is valid.
    """
    tiles: list[Images] = []
    height, width = (
        min(_SIDE, whole_strides(length)) for length in (scene.grid.height, scene.grid.width)
    )
    for row in _starts(scene.grid.height, height):
        for col in _starts(scene.grid.width, width):
            sar, optical = scene.read(row, col, height, width)
            if valid_pixels(sar).any():
                seen = optical is not None and valid_pixels(optical).any()
                tiles.append((sar, optical if seen else None))
    return tiles


def _starts(length: int, size: int) -> list[int]:
    """First pixels of tiles along an axis."""
    return sorted(set(np.linspace(0, max(0, length - size), _ALONG).round().astype(int).tolist()))
