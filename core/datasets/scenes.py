"""Scenes of the layout ``sar.tif``, ``optical.tif``, ``buildings.geojson``, as arrays."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from rasterio.features import rasterize

from ..errors import InputError
from ..footprints.read import read_labels
from ..job import OPTICAL_BANDS
from ..raster.grid import Grid
from ..raster.scene import open_scene


@dataclass(frozen=True)
class LabelledScene:
    """One scene at the model's pixel size.

    ``sar`` [4, H, W] and ``optical`` [5, H, W]: float16, standardised, NaN where nothing is known
    (all NaN where a scene has no optical). ``building`` uint8 [H, W], 1 is building.
    """

    name: str
    sar: np.ndarray
    optical: np.ndarray
    building: np.ndarray


def read_labelled(folder: Path, pixel_size_m: float) -> LabelledScene:
    """A scene's folder as arrays. Raises InputError when a file is missing or cannot be read."""
    folder = Path(folder)
    for name in ("sar.tif", "buildings.geojson"):
        if not (folder / name).is_file():
            raise InputError(
                f"{folder} is not a scene: it has no {name}; give folders with sar.tif, "
                "buildings.geojson and, where there is one, optical.tif."
            )
    optical_path = folder / "optical.tif"
    optical_given = str(optical_path) if optical_path.is_file() else ""
    with open_scene([str(folder / "sar.tif")], optical_given, pixel_size_m) as scene:
        grid = scene.grid
        sar, optical = scene.read(0, 0, grid.height, grid.width)
        building = _rasterise(read_labels(folder / "buildings.geojson", grid), grid)
    if optical is None:
        optical = np.full((len(OPTICAL_BANDS), *building.shape), np.nan, np.float32)
    return LabelledScene(folder.name, sar.astype(np.float16), optical.astype(np.float16), building)


def _rasterise(polygons: np.ndarray, grid: Grid) -> np.ndarray:
    """uint8 [height, width], 1 where a pixel's centre lies in a polygon."""
    building = np.zeros((grid.height, grid.width), np.uint8)
    if len(polygons):
        rasterize(polygons, out=building, transform=grid.transform)
    return building
