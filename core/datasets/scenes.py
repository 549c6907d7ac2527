"""Scenes of the layout ``sar.tif``, ``optical.tif``, ``buildings.geojson``, as arrays."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from rasterio.features import rasterize
from scipy.ndimage import maximum_filter, minimum_filter

from ..footprints.read import read_labels
from ..hatch.errors import InputError
from ..hatch.jobs import OPTICAL_BANDS, SceneInput
from ..raster.grid import Grid
from ..raster.scene import open_scene


@dataclass(frozen=True)
class LabelledScene:
    """One scene at the model's pixel size.

    ``sar`` [4, H, W] and ``optical`` [5, H, W]: float16, standardised, NaN where nothing is known
    (all NaN where a scene has no optical). ``building``, ``edge`` and ``contact``: uint8 [H, W],
    0 or 1, as ``rasterise`` draws them. ``known``: uint8 [H, W], 1 where they hold; elsewhere
    nobody has looked for buildings.
    """

    name: str
    sar: np.ndarray
    optical: np.ndarray
    building: np.ndarray
    edge: np.ndarray
    contact: np.ndarray
    known: np.ndarray

    @property
    def seen(self) -> np.ndarray:
        """Bool [H, W]: where there is SAR and the labels hold, so that a prediction is tested."""
        return (self.known > 0) & np.isfinite(self.sar).any(axis=0)

    def part(self, name: str, rows: slice, cols: slice) -> LabelledScene:
        """A window of the scene under a name of its own; its arrays are views."""
        return LabelledScene(
            name,
            self.sar[:, rows, cols],
            self.optical[:, rows, cols],
            self.building[rows, cols],
            self.edge[rows, cols],
            self.contact[rows, cols],
            self.known[rows, cols],
        )


def everywhere(shape: tuple[int, ...]) -> np.ndarray:
    """Ones, uint8 [H, W], that take no memory: the labels hold in the whole scene."""
    return np.broadcast_to(np.uint8(1), shape)


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
    with open_scene(SceneInput((str(folder / "sar.tif"),), optical_given), pixel_size_m) as scene:
        grid = scene.grid
        sar, optical = scene.read(0, 0, grid.height, grid.width)
        targets = rasterise(read_labels(folder / "buildings.geojson", grid), grid)
    if optical is None:
        optical = np.full((len(OPTICAL_BANDS), grid.height, grid.width), np.nan, np.float32)
    return LabelledScene(
        folder.name,
        sar.astype(np.float16),
        optical.astype(np.float16),
        *targets,
        everywhere(sar.shape[1:]),
    )


def rasterise(polygons: np.ndarray, grid: Grid) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """(building, edge, contact) of label polygons, uint8 [height, width] each, 0 or 1.

    - building: the pixel's centre lies in a polygon.
    - edge: the outermost pixel of each building, along walls that it shares too: a neighbour of
      the eight is ground or another building.
    - contact: two buildings lie within the 3 x 3 pixels around it, so that a shared wall is a
      strip two pixels wide, a gap of one pixel a strip of one, and a wider gap none.

    Where labels overlap the later one has the pixel. The image's border is no edge.
    """
    ids = np.zeros((grid.height, grid.width), np.int32)
    if len(polygons):
        shapes = ((polygon, i) for i, polygon in enumerate(polygons, start=1))
        rasterize(shapes, out=ids, transform=grid.transform)
    building = ids > 0
    highest, lowest = maximum_filter(ids, 3, mode="nearest"), minimum_filter(ids, 3, mode="nearest")
    edge = building & (highest != lowest)
    above_all = np.where(building, ids, np.iinfo(np.int32).max)
    lowest_building = minimum_filter(above_all, 3, mode="nearest")
    contact = (highest > 0) & (lowest_building != highest)
    return building.astype(np.uint8), edge.astype(np.uint8), contact.astype(np.uint8)
