"""Scenes of small rasters."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from core.hatch.jobs import POLARISATIONS, SceneInput
from core.raster.scene import Scene, open_scene

HH, HV, VH, VV = range(len(POLARISATIONS))
WriteRaster = Callable[..., str]  # the fixture write_raster


def open_files(
    sar: list[str], optical: str = "", pixel_size_m: float | None = None, **options: Any
) -> Scene:
    """The scene of these files; ``options`` as in SceneInput."""
    return open_scene(SceneInput(tuple(sar), optical, **options), pixel_size_m)


def whole(scene: Scene) -> np.ndarray:
    """All SAR bands of a scene."""
    return scene.read(0, 0, scene.grid.height, scene.grid.width)[0]


def ramp(height: int = 60, width: int = 80) -> np.ndarray:
    """Negative, so decibels; rises to the right and down."""
    rows, cols = np.mgrid[:height, :width]
    return (-200 + cols + rows / 2).astype(np.float32)
