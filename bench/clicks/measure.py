"""How many clicks a building takes: the head for clicks compared with growing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from affine import Affine
from rasterio.features import rasterize

from bench.pretrain.chips import PIXEL_M
from bench.scenes import scene_input
from core.footprints.grow import Pixel
from core.footprints.read import read_labels
from core.footprints.single import single_footprint
from core.hatch.jobs import OPTICAL_BANDS, Area
from core.hatch.names import LABELS_FILE
from core.inference.click_mask import mask_at
from core.inference.click_tile import ClickTile, predicted_tile
from core.inference.predict import ClickEngine
from core.raster.grid import Grid
from core.raster.scene import open_scene

from .scenes import ClickScene
from .simulated_clicks import first_click, next_click

MOST = 10  # clicks
LEAST_PIXELS = 32  # about 20 m2
VALID = 0.9  # least share of a building's pixels that are valid
GOALS = (0.7, 0.8)
AFTER = (1, 3, 5)


@dataclass(frozen=True)
class Case:
    """A predicted scene and its buildings: ids [h, w], 0 is background, -1 not known."""

    name: str
    tile: ClickTile
    ids: np.ndarray
    grid: Grid

    def buildings(self, most: int) -> Iterator[np.ndarray]:
        """At most so many buildings, as bool [h, w], the same in every run."""
        counts = np.bincount(self.ids[self.ids > 0])
        valid = np.bincount(self.ids[(self.ids > 0) & self.tile.strip.valid], minlength=len(counts))
        large = np.flatnonzero((counts >= LEAST_PIXELS) & (valid >= VALID * counts))
        for number in np.random.default_rng(0).permutation(large)[:most]:
            yield self.ids == number


def real_case(engine: ClickEngine, folder: Path, optical: bool, area: Area | None = None) -> Case:
    """A real scene, or a part of it, with its labels."""
    pixel = engine.manifest.pixel_size_m
    with open_scene(scene_input(folder, optical, area), pixel) as scene:
        grid = scene.grid
        images = scene.read(0, 0, *(-(-side // 32) * 32 for side in (grid.height, grid.width)))
        labels = read_labels(folder / LABELS_FILE, grid).geometries
    tile = predicted_tile(engine, *images, (0, 0))
    ids = np.zeros(tile.strip.valid.shape, np.int32)
    rasterize(zip(labels, range(1, len(labels) + 1)), out=ids, transform=grid.transform)
    return Case(folder.name, tile, ids, grid)


def simulated_case(engine: ClickEngine, scene: ClickScene, optical: bool) -> Case:
    """A simulated scene."""
    image = np.full((len(OPTICAL_BANDS), *scene.ids.shape), np.nan, np.float32)
    image[: len(scene.optical)] = scene.optical
    tile = predicted_tile(engine, scene.sar.astype(np.float32), image if optical else None, (0, 0))
    height, width = scene.ids.shape
    grid = Grid(None, Affine(PIXEL_M, 0, 0, 0, -PIXEL_M, height * PIXEL_M), width, height)
    return Case(scene.name, tile, scene.ids, grid)


def without_head(case: Case) -> Case:
    """The case for a model without a head for clicks."""
    return replace(case, tile=replace(case.tile, features=(None, None)))


def ious(engine: ClickEngine, case: Case, building: np.ndarray) -> list[float]:
    """IoU of the footprint after 1 to MOST clicks, each in the middle of the largest error."""
    inside: list[Pixel] = [first_click(building)]
    outside: list[Pixel] = []
    found = np.zeros_like(building)
    known = (case.ids >= 0) & case.tile.strip.valid
    values: list[float] = []
    while len(values) < MOST:
        previous = found if values else None
        found = footprint(engine, case, inside, outside, previous)
        values.append(float((found & building).sum() / ((found & known) | building).sum()))
        error = next_click(found, building, known)
        if error is None:
            return values + [1.0] * (MOST - len(values))
        pixel, missing = error
        (inside if missing else outside).append(pixel)
    return values


def footprint(
    engine: ClickEngine,
    case: Case,
    inside: Sequence[Pixel],
    outside: Sequence[Pixel],
    previous: np.ndarray | None,
) -> np.ndarray:
    """The pixels, bool [h, w], of the footprint that a user would see."""
    strip = case.tile.strip
    threshold = engine.manifest.threshold
    mask, _ = mask_at(engine, case.tile, threshold, inside, outside, previous)
    found = single_footprint(mask, strip.probability, strip.optical_share, (0, 0), case.grid)
    if len(found.polygons) == 0:
        return np.zeros_like(mask)
    burnt: np.ndarray = rasterize(
        list(found.polygons), out_shape=mask.shape, transform=case.grid.transform
    )
    return burnt > 0


def figures(curves: np.ndarray) -> dict[str, float]:
    """Mean clicks to each goal, share of buildings that fail it, and mean IoU after clicks.

    ``curves`` are IoUs [buildings, MOST]. A building that misses a goal counts as MOST clicks.
    """
    result: dict[str, float] = {}
    for goal in GOALS:
        reached = curves >= goal
        clicks = np.where(reached.any(axis=1), reached.argmax(axis=1) + 1, MOST)
        result[f"NoC {goal:g}"] = float(clicks.mean())
        result[f"missed {goal:g}"] = float(1 - reached.any(axis=1).mean())
    return {**result, **{f"IoU {n}": float(curves[:, n - 1].mean()) for n in AFTER}}
