"""The labelled part of one scene, as a fine-tuning needs it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

import numpy as np
import pyogrio
import shapely

from ..footprints.read import count_invalid, read_labels, read_polygons
from ..hatch.errors import InputError
from ..hatch.jobs import OPTICAL_BANDS, Area, SceneInput
from ..raster.grid import Grid
from ..raster.scene import open_scene, polygon_of
from .scenes import LabelledScene, rasterise
from .validation_blocks import Block, BlockSplit, split_into_blocks

LARGEST = 40_000_000  # pixels that are held in memory at a time, about 1.5 GB with all bands
AT_ONCE = 1_000_000  # pixels that are validated at a time
CONTEXT = 192  # pixels around a validation block that the network sees and no figure counts


@dataclass(frozen=True)
class View:
    """A scene whose labels hold in validation blocks alone, and where in it these lie."""

    scene: LabelledScene
    blocks: list[Block]


@dataclass(frozen=True)
class AreaOfInterest:
    """SAR, optical and labels around the labelled area, on the model's pixels.

    ``scene.labelled`` is 1 in the labelled area where SAR is valid. ``buildings`` are the labels
    there, ``repaired`` the polygons that were invalid. ``area`` is the labelled area as used.
    ``pixel_size_m`` is that of the SAR file, ``model_pixel_m`` that of the scene's arrays.
    """

    scene: LabelledScene
    grid: Grid
    block_split: BlockSplit
    area: Area
    is_hull: bool
    buildings: int
    validation_buildings: int
    repaired: int
    polarisations: tuple[str, ...]
    radiometry: str
    pixel_size_m: float
    warnings: list[str]
    model_pixel_m: float

    @property
    def optical_share(self) -> float:
        """How much of the labelled area optical covers, 0..1."""
        return float(np.isfinite(self.scene.optical).any(axis=0)[self.scene.labelled > 0].mean())

    @property
    def has_optical(self) -> bool:
        """Whether there is any optical to learn from."""
        return self.optical_share > 0

    def training_scene(self) -> LabelledScene:
        """The scene to train on: no label is known outside of training ground, and where
        validation blocks lie the images are empty as well."""
        hidden = self.block_split.validation
        return replace(
            self.scene,
            sar=np.where(hidden, np.float16(np.nan), self.scene.sar),
            optical=np.where(hidden, np.float16(np.nan), self.scene.optical),
            labelled=self.block_split.training.astype(np.uint8),
        )

    @cached_property
    def validation_views(self) -> list[View]:
        """What a validation looks at; none where no ground is kept apart.

        The whole scene where that is small, else each block with CONTEXT around it: a network
        answers otherwise when it sees less than in an extraction.
        """
        blocks = [block for block in self.block_split.blocks if block.validation]
        if blocks and self.scene.labelled.size <= AT_ONCE:
            known = self.block_split.validation.astype(np.uint8)
            return [View(replace(self.scene, labelled=known), blocks)]
        return [self._around(block) for block in blocks]

    def square_of(self, block: Block) -> shapely.Geometry:
        """The block's square in the CRS of the grid."""
        height = block.rows.stop - block.rows.start
        width = block.cols.stop - block.cols.start
        return shapely.box(
            *self.grid.crop(block.rows.start, block.cols.start, height, width).bounds
        )

    @property
    def validation_area(self) -> Area:
        """The validation blocks' part of the labelled area, in the CRS of the grid."""
        squares = [self.square_of(block) for block in self.block_split.blocks if block.validation]
        ground = shapely.union_all(squares)
        labelled = polygon_of(self.area, self.grid.crs)
        crs = self.grid.crs.to_wkt() if self.grid.crs else ""
        return Area(shapely.intersection(ground, labelled).wkt, crs)

    def _around(self, block: Block) -> View:
        rows, cols = (
            slice(max(part.start - CONTEXT, 0), part.stop + CONTEXT)
            for part in (block.rows, block.cols)
        )
        known = np.zeros_like(self.scene.labelled)
        known[block.rows, block.cols] = self.scene.labelled[block.rows, block.cols]
        scene = replace(self.scene, labelled=known).part(self.scene.name, rows, cols)
        inside = replace(
            block, rows=_moved(block.rows, rows.start), cols=_moved(block.cols, cols.start)
        )
        return View(scene, [inside])


def read_area_of_interest(
    source: SceneInput, labels_path: Path, pixel_size_m: float, seed: int
) -> AreaOfInterest:
    """The labelled area of a scene, at a model's pixel size, divided into blocks by ``seed``.

    Raises InputError for whatever is wrong with a file, when no building lies in the labelled
    area, or when that is too large to be held in memory.
    """
    area = source.area or _hull(labels_path)
    with open_scene(replace(source, area=area), pixel_size_m) as scene:
        grid = scene.grid
        if grid.width * grid.height > LARGEST:
            raise InputError(
                f"The labelled area takes {grid.width} x {grid.height} pixels of {pixel_size_m:g} "
                f"m, more than can be trained on at a time ({LARGEST / 1e6:.0f} million); choose "
                "a smaller area."
            )
        sar, optical = scene.read(0, 0, grid.height, grid.width)
        known = scene.inside(0, 0, grid.height, grid.width) & np.isfinite(sar).any(axis=0)
        labels = read_labels(labels_path, grid)
        facts = (scene.polarisations, scene.radiometry, scene.pixel_size_m, scene.warnings)
    if optical is None:
        optical = np.full((len(OPTICAL_BANDS), *known.shape), np.nan, np.float32)
    inside = labels[_lies_in(labels, known, grid)]
    if len(inside) == 0:
        raise InputError(
            f"{labels_path.name} has no building where the SAR layer is valid inside the labelled "
            "area; choose labels and an area of this scene."
        )
    building, edge, contact = rasterise(labels, grid)
    block_split = split_into_blocks(known, building > 0, pixel_size_m, seed)
    return AreaOfInterest(
        LabelledScene(
            Path(source.sar[0]).stem,
            sar.astype(np.float16),
            optical.astype(np.float16),
            building,
            edge,
            contact,
            known.astype(np.uint8),
        ),
        grid,
        block_split,
        area,
        source.area is None,
        len(inside),
        int(_lies_in(inside, block_split.validation, grid).sum()),
        count_invalid(labels_path),
        *facts,
        pixel_size_m,
    )


def write_blocks(area: AreaOfInterest, path: Path, **fields: Sequence[float]) -> None:
    """A GeoJSON file of the blocks in the CRS of the grid: number, role, and further fields.

    Each of ``fields`` has one value for each block, NaN where there is none.
    """
    blocks = area.block_split.blocks
    columns = {
        "number": np.array([block.number for block in blocks], np.int32),
        "role": np.array(["validation" if b.validation else "training" for b in blocks], object),
        **{name: np.asarray(values, float) for name, values in fields.items()},
    }
    pyogrio.raw.write(
        str(path),
        geometry=shapely.to_wkb([area.square_of(block) for block in blocks]),
        field_data=list(columns.values()),
        fields=list(columns),
        driver="GeoJSON",
        geometry_type="Polygon",
        crs=area.grid.crs.to_wkt() if area.grid.crs else None,
    )


def _hull(labels: Path) -> Area:
    """The convex hull of the labels."""
    polygons, crs = read_polygons(labels)
    if len(polygons) == 0:
        raise InputError(f"{labels.name} holds no polygon; choose a layer of building polygons.")
    return Area(shapely.convex_hull(shapely.union_all(polygons)).wkt, crs)


def _moved(span: slice, by: int) -> slice:
    return slice(span.start - by, span.stop - by)


def _lies_in(polygons: np.ndarray, mask: np.ndarray, grid: Grid) -> np.ndarray:
    """Bool [n]: whether a point inside each polygon lies on a pixel where ``mask`` is true."""
    points = shapely.point_on_surface(polygons)
    cols, rows = ~grid.transform * (shapely.get_x(points), shapely.get_y(points))
    rows, cols = np.floor(rows).astype(int), np.floor(cols).astype(int)
    height, width = mask.shape
    there = (rows >= 0) & (rows < height) & (cols >= 0) & (cols < width)
    there[there] = mask[rows[there], cols[there]]
    return there
