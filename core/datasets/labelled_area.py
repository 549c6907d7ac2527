"""The labelled area of one scene, for fine-tuning."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

import numpy as np
import shapely

from ..footprints.degrees import is_on_earth
from ..footprints.read import Table, labels_on, read_polygons
from ..footprints.state_digest import state_digest
from ..footprints.write import write_table
from ..hatch.errors import AreaOutsideError, InputError
from ..hatch.jobs import Area, SceneInput
from ..hatch.messages import Message
from ..raster.grid import Grid
from ..raster.placement import area_on, hull_of, labels_outside
from ..raster.scene import Scene, open_scene
from ..raster.validity import valid_pixels
from .scenes import LabelledScene, rasterise
from .validation_blocks import Block, BlockSplit, split_into_blocks

LARGEST = 40_000_000  # pixels, about 1.5 GB in memory with all bands
AT_ONCE = 1_000_000  # greatest number of pixels to validate at once
CONTEXT = 192  # pixels around a validation block that are predicted but not counted


@dataclass(frozen=True)
class Correction:
    """Changes by a model to labels that are partly missing, shifted or old.

    Attributes
    ----------
    moved_m
        Mean distance by which a polygon was moved, in metres.
    left_out
        Share of the labelled pixels that do not count as labelled any more, 0 to 1.
    """

    moved_m: float
    left_out: float


@dataclass(frozen=True)
class Labels:
    """Label polygons on the grid of a scene.

    Attributes
    ----------
    polygons
        Buildings [n] in the CRS of the grid.
    known
        Where the labels are complete, bool [H, W].
    sure
        The part of ``known`` that is trained on, bool [H, W], if a model that sees optical made
        the labels; None if a person made them, and all is trained on.
    correction
        What a model changed in the polygons and in ``known``, None if nothing.
    drawn
        How many of the polygons a person made, if a model made the others.
    given
        Digest of the polygons as a person made them, "" if a model made all.
    """

    polygons: np.ndarray
    known: np.ndarray
    sure: np.ndarray | None = None
    correction: Correction | None = None
    drawn: int = 0
    given: str = ""


@dataclass(frozen=True)
class View:
    """A scene that is labelled only in validation blocks, and these blocks.

    With ``sar_alone`` networks do not see its optical image, because that made the labels.
    """

    scene: LabelledScene
    blocks: list[Block]
    sar_alone: bool = False

    @property
    def input(self) -> LabelledScene:
        """The scene as networks see it."""
        if not self.sar_alone:
            return self.scene
        return replace(self.scene, optical=np.full_like(self.scene.optical, np.nan))


@dataclass(frozen=True)
class LabelledArea:
    """SAR, optical and labels around the labelled area, at the pixel size of a model.

    Attributes
    ----------
    scene, grid
        Arrays and their grid; ``scene.labelled`` is 1 in the labelled area where SAR is valid.
    labels
        The polygons that ``scene`` is labelled with.
    block_split
        Training and validation blocks.
    area, is_hull
        The labelled area, and whether it is the hull of the labels.
    buildings, validation_buildings
        Number of buildings in the labelled area and in its validation blocks.
    repaired
        Number of invalid polygons that were repaired.
    polarisations, radiometry
        As in ``core.raster.scene.Scene``.
    pixel_size_m, sar_pixel_size_m
        Pixel size in metres of the arrays, which is that of the model, and of the SAR file.
    warnings
        Sentences for the user on the scene and on the labels.
    """

    scene: LabelledScene
    grid: Grid
    labels: Labels
    block_split: BlockSplit
    area: Area
    is_hull: bool
    buildings: int
    validation_buildings: int
    repaired: int
    polarisations: tuple[str, ...]
    radiometry: str
    pixel_size_m: float
    sar_pixel_size_m: float
    warnings: list[Message]

    @property
    def optical_share(self) -> float:
        """Share of the labelled area where optical is valid, 0 to 1."""
        return float(valid_pixels(self.scene.optical)[self.scene.labelled > 0].mean())

    @property
    def is_labelled_by_optical(self) -> bool:
        """Whether a model that sees optical made the labels."""
        return self.labels.sure is not None

    @property
    def has_optical(self) -> bool:
        """Whether optical is valid anywhere in the labelled area."""
        return self.optical_share > 0

    def training_scene(self) -> LabelledScene:
        """The scene to train on: labelled only in training blocks, images NaN in others.

        Only confident labels are used.
        """
        hidden, labelled = self.block_split.validation, self.block_split.training
        if self.labels.sure is not None:
            labelled = labelled & self.labels.sure
        return replace(
            self.scene,
            sar=np.where(hidden, np.float16(np.nan), self.scene.sar),
            optical=np.where(hidden, np.float16(np.nan), self.scene.optical),
            labelled=labelled.astype(np.uint8),
        )

    @cached_property
    def validation_views(self) -> list[View]:
        """Scenes to validate on, empty without validation blocks.

        The whole scene if it is small, else each block with CONTEXT pixels around it, because a
        prediction depends on the surroundings.
        """
        blocks = [block for block in self.block_split.blocks if block.validation]
        if blocks and self.scene.labelled.size <= AT_ONCE:
            known = self.block_split.validation.astype(np.uint8)
            scene = replace(self.scene, labelled=known)
            return [View(scene, blocks, self.is_labelled_by_optical)]
        return [self._around(block) for block in blocks]

    @property
    def whole(self) -> list[LabelledScene]:
        """The labelled area; of a large one the validation blocks, if there are any."""
        if self.scene.labelled.size <= AT_ONCE:
            return [self.scene]
        around = self.validation_views or map(self._around, self.block_split.blocks)
        return [view.scene for view in around]

    def extent_of(self, block: Block) -> shapely.Geometry:
        """The rectangle of a block, as far as it is on the grid, in the CRS of the grid."""
        top, bottom, _ = block.rows.indices(self.grid.height)
        left, right, _ = block.cols.indices(self.grid.width)
        return shapely.box(*self.grid.crop(top, left, bottom - top, right - left).bounds)

    @property
    def validation_area(self) -> Area:
        """The part of the labelled area in validation blocks, in the CRS of the grid."""
        held = [self.extent_of(block) for block in self.block_split.blocks if block.validation]
        blocks = shapely.union_all(held)
        labelled, _ = area_on(self.area, self.grid)
        crs = self.grid.crs.to_wkt() if self.grid.crs else ""
        return Area((blocks if labelled is None else blocks.intersection(labelled)).wkt, crs)

    def labelled_on(self, grid: Grid) -> np.ndarray:
        """Bool [h, w]: the labelled pixels on another window of the same pixels."""
        (top, left), labelled = self.grid.origin, self.scene.labelled
        rows = grid.origin[0] - top + np.arange(grid.height)
        cols = grid.origin[1] - left + np.arange(grid.width)
        here = np.outer(_within(rows, labelled.shape[0]), _within(cols, labelled.shape[1]))
        near = np.ix_(*(np.clip(at, 0, n - 1) for at, n in zip((rows, cols), labelled.shape)))
        return here & (labelled[near] > 0)

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
        return View(scene, [inside], self.is_labelled_by_optical)


def read_labelled_area(
    source: SceneInput,
    labels_path: Path,
    pixel_size_m: float,
    seed: int,
    correct: Callable[[Scene, Labels], Labels] | None = None,
) -> LabelledArea:
    """Read the labelled area of a scene, resampled to a pixel size, and split it into blocks.

    Parameters
    ----------
    source
        Its ``area`` is the labelled one; None for the hull of the labels.
    labels_path
        Vector file of building polygons.
    pixel_size_m
        Pixel size of the model.
    seed
        Determines the validation blocks.
    correct
        Returns the labels to use in place of those of the file, None to use those of the file.

    Raises
    ------
    InputError
        If a file cannot be read, no building is in the labelled area, or the area is too large.
    """
    given = read_polygons(labels_path)
    area = source.area or _hull(given, labels_path.name)
    try:
        opened = open_scene(replace(source, area=area), pixel_size_m)
    except AreaOutsideError as error:
        if source.area is None:  # the hull of the labels, which the user did not give
            raise labels_outside(labels_path) from error
        raise
    with opened as scene:
        grid = scene.grid
        check_trainable(grid, pixel_size_m)
        placed = labels_on(given, grid)
        known = scene.inside(0, 0, grid.height, grid.width)
        labels = Labels(placed.geometries, known, given=state_digest(placed.geometries))
        if correct is not None:
            labels = correct(scene, labels)
        missing = Message(
            "The file has no building where the SAR layer is valid inside the labelled area; "
            "choose labels and an area of this scene: {name}",
            name=labels_path.name,
        )
        return labelled_area(
            scene,
            labels,
            pixel_size_m,
            seed,
            missing,
            is_hull=source.area is None,
            repaired=given.repaired,
            warnings=placed.warnings,
        )


def check_trainable(grid: Grid, pixel_size_m: float) -> None:
    """Raise InputError if a grid is too large to train on."""
    if grid.width * grid.height > LARGEST:
        raise InputError(
            "The labelled area takes {width} x {height} pixels of {pixel_size_m:g} m, more "
            "than can be trained on at a time ({limit:.0f} million); choose a smaller area.",
            width=grid.width,
            height=grid.height,
            pixel_size_m=pixel_size_m,
            limit=LARGEST / 1e6,
        )


def labelled_area(
    scene: Scene,
    labels: Labels,
    pixel_size_m: float,
    seed: int,
    missing: Message,
    *,
    is_hull: bool = False,
    repaired: int = 0,
    warnings: Sequence[Message] = (),
) -> LabelledArea:
    """Read an open scene of this pixel size, and split its labelled pixels into blocks.

    ``seed`` determines the validation blocks. ``is_hull`` says whether the area of the scene is
    the hull of the labels, ``repaired`` how many of these were invalid; ``warnings`` are on them.
    Raises InputError with the sentence ``missing`` if no building is on labelled pixels where SAR
    is valid.
    """
    grid, source = scene.grid, scene.source
    images = scene.read(0, 0, grid.height, grid.width)
    known = labels.known & valid_pixels(images[0])
    inside = labels.polygons[_lies_in(labels.polygons, known, grid)]
    if len(inside) == 0:
        raise InputError(missing)
    targets = rasterise(labels.polygons, grid)
    block_split = split_into_blocks(known, targets[0] > 0, pixel_size_m, seed)
    crs = grid.crs.to_wkt() if grid.crs else ""
    return LabelledArea(
        scene=LabelledScene.of(Path(source.sar[0]).stem, images, targets, known),
        grid=grid,
        labels=labels,
        block_split=block_split,
        area=source.area or Area(shapely.box(*grid.bounds).wkt, crs),
        is_hull=is_hull,
        buildings=len(inside),
        validation_buildings=int(_lies_in(inside, block_split.validation, grid).sum()),
        repaired=repaired,
        polarisations=scene.polarisations,
        radiometry=scene.radiometry,
        pixel_size_m=pixel_size_m,
        sar_pixel_size_m=scene.pixel_size_m,
        warnings=[*scene.warnings, *warnings],
    )


def write_blocks(area: LabelledArea, path: Path) -> None:
    """Write a GeoJSON file of the blocks with their number and role.

    It has no CRS if that of the grid is local or another planet's, which GeoJSON cannot name.
    """
    blocks = area.block_split.blocks
    columns = {
        "number": np.array([block.number for block in blocks], np.int32),
        "role": np.array(["validation" if b.validation else "training" for b in blocks], object),
    }
    extents = np.array([area.extent_of(block) for block in blocks], object)
    crs = area.grid.crs.to_wkt() if area.grid.crs else ""
    write_table(path, Table(extents, columns, crs if crs and is_on_earth(crs) else ""))


def _hull(labels: Table, name: str) -> Area:
    """Convex hull of the labels. Raises InputError if there are none."""
    if len(labels.geometries) == 0:
        raise InputError(
            "The file has no polygons; choose a layer of building polygons: {name}", name=name
        )
    return hull_of(labels.geometries, labels.crs)


def _within(at: np.ndarray, length: int) -> np.ndarray:
    within: np.ndarray = (at >= 0) & (at < length)
    return within


def _moved(span: slice, by: int) -> slice:
    return slice(span.start - by, span.stop - by)


def _lies_in(polygons: np.ndarray, mask: np.ndarray, grid: Grid) -> np.ndarray:
    """Bool [n]: whether a point inside each polygon is on a pixel of the mask."""
    points = shapely.point_on_surface(polygons)
    cols, rows = ~grid.transform * (shapely.get_x(points), shapely.get_y(points))
    rows, cols = np.floor(rows).astype(int), np.floor(cols).astype(int)
    height, width = mask.shape
    inside: np.ndarray = (rows >= 0) & (rows < height) & (cols >= 0) & (cols < width)
    inside[inside] = mask[rows[inside], cols[inside]]
    return inside
