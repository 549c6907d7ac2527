"""Labelled scenes as arrays: folders with sar.tif, optical.tif and buildings.geojson."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from rasterio.features import rasterize
from scipy.ndimage import maximum_filter, minimum_filter

from ..footprints.read import read_labels
from ..hatch.errors import InputError
from ..hatch.jobs import OPTICAL_BANDS, SceneInput
from ..hatch.messages import Message
from ..hatch.names import LABELS_FILE, OPTICAL_FILE, SAR_FILE
from ..hatch.reporter import Reporter
from ..raster.grid import Grid
from ..raster.scene import open_scene
from ..raster.validity import valid_pixels


@dataclass(frozen=True)
class LabelledScene:
    """One scene at the model's pixel size.

    Attributes
    ----------
    sar, optical
        float16 [4, H, W] and [5, H, W], standardised, NaN where not valid (everywhere if the scene
        has no optical).
    building, edge, contact
        uint8 [H, W], 0 or 1, as returned by ``rasterise``.
    labelled
        uint8 [H, W], 1 where the labels are complete, 0 where nothing is labelled.
    """

    name: str
    sar: np.ndarray
    optical: np.ndarray
    building: np.ndarray
    edge: np.ndarray
    contact: np.ndarray
    labelled: np.ndarray

    @classmethod
    def of(
        cls,
        name: str,
        images: tuple[np.ndarray, np.ndarray | None],
        targets: tuple[np.ndarray, np.ndarray, np.ndarray],
        labelled: np.ndarray | None = None,
    ) -> LabelledScene:
        """A scene from SAR and optical or None, as ``Scene.read`` gives them, and its targets.

        ``targets`` are building, edge and contact. ``labelled`` is bool [H, W], None if all is.
        """
        sar, optical = images
        if optical is None:
            optical = np.full((len(OPTICAL_BANDS), *sar.shape[1:]), np.nan, np.float16)
        complete = all_labelled(sar.shape[1:]) if labelled is None else labelled.astype(np.uint8)
        return cls(name, sar.astype(np.float16), optical.astype(np.float16), *targets, complete)

    @property
    def evaluation_mask(self) -> np.ndarray:
        """Bool [H, W]: valid SAR and complete labels, where predictions are evaluated."""
        mask: np.ndarray = (self.labelled > 0) & valid_pixels(self.sar)
        return mask

    def part(self, name: str, rows: slice, cols: slice) -> LabelledScene:
        """A window of the scene with its own name; its arrays are views."""
        return LabelledScene(
            name,
            self.sar[:, rows, cols],
            self.optical[:, rows, cols],
            self.building[rows, cols],
            self.edge[rows, cols],
            self.contact[rows, cols],
            self.labelled[rows, cols],
        )


def all_labelled(shape: tuple[int, ...]) -> np.ndarray:
    """A broadcast array of ones, uint8 [H, W] (no memory allocated): all is labelled."""
    return np.broadcast_to(np.uint8(1), shape)


def read_labelled(
    folder: Path, pixel_size_m: float, reporter: Reporter | None = None
) -> LabelledScene:
    """Read the folder of a scene; what the user must know of its labels is reported.

    Raises InputError if a file is missing or unreadable.
    """
    folder = Path(folder)
    for name in (SAR_FILE, LABELS_FILE):
        if not (folder / name).is_file():
            raise InputError(
                "The folder is not a scene: it has no {name}; give folders with sar.tif, "
                "buildings.geojson and, optionally, optical.tif: {folder}",
                folder=folder,
                name=name,
            )
    optical_path = folder / OPTICAL_FILE
    optical_given = str(optical_path) if optical_path.is_file() else ""
    with open_scene(SceneInput((str(folder / SAR_FILE),), optical_given), pixel_size_m) as scene:
        grid = scene.grid
        images = scene.read(0, 0, grid.height, grid.width)
        labels = read_labels(folder / LABELS_FILE, grid)
        targets = rasterise(labels.geometries, grid)
    for warning in labels.warnings:
        named = Message("Scene {name}: {warning}", name=folder.name, warning=warning)
        (reporter or Reporter()).log(named, "warning")
    return LabelledScene.of(folder.name, images, targets)


def rasterise(polygons: np.ndarray, grid: Grid) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Rasterise label polygons to targets.

    Where labels overlap, the later one has the pixel. The border of the image is not an edge.

    Returns
    -------
    building : uint8 [height, width], 0 or 1
        The centre of the pixel is inside a polygon.
    edge : same shape
        Outermost pixels of each building, also along shared walls: one of the 8 neighbours is
        background or another building.
    contact : same shape
        The 3 x 3 pixels around contain two buildings: a shared wall is a strip two pixels wide, a
        gap of one pixel a strip of one pixel, and a wider gap none.
    """
    ids = np.zeros((grid.height, grid.width), np.int32)
    if len(polygons):
        shapes = ((polygon, i) for i, polygon in enumerate(polygons, start=1))
        rasterize(shapes, out=ids, transform=grid.transform)
    building = ids > 0
    highest, lowest = maximum_filter(ids, 3, mode="nearest"), minimum_filter(ids, 3, mode="nearest")
    edge = building & (highest != lowest)
    without_background = np.where(building, ids, np.iinfo(np.int32).max)
    lowest_building = minimum_filter(without_background, 3, mode="nearest")
    contact = (highest > 0) & (lowest_building != highest)
    return building.astype(np.uint8), edge.astype(np.uint8), contact.astype(np.uint8)
