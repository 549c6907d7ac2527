"""The benchmark's scenes: photographs with SAR simulated over the same footprints, and cities.

The photographs are of a folder that is not part of the project; everything else is procedural. All
optical images are red, green and blue, all SAR images HH or VV.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import shapely
from affine import Affine

from bench.pretrain.chips import (
    BUILDING,
    PIXEL_M,
    TEACHING,
    UNKNOWN,
    VALIDATING,
    Chip,
    source_chips,
)
from bench.pretrain.mosaic import make_mosaic
from bench.pretrain.scenes import MARGIN_M, stored
from core.datasets.scenes import read_labelled
from core.hatch.jobs import OPTICAL_BANDS
from core.raster.radiometry import Standardisation
from core.simulator import simulate
from core.simulator.radar import simulate_sar

from .data import (
    PHOTOGRAPHS,
    REAL,
    SIMULATED,
    TRAINING,
    VALIDATION,
    BenchmarkScene,
    polygons,
    scene_path,
    write_scene,
)
from .radar import one_polarisation, random_radar

SIZE = 384  # pixels of PIXEL_M
COLOURS = 3
TRAINING_STYLES = ("perimeter", "suburb", "slabs", "industrial", "village")
HELD_OUT_STYLES = ("downtown", "terraced")
# Beginnings of names of chips that are not trained on, see docs/ablation.md.
VALIDATION_PLACES = (
    *("inria_d_austin", "inria_te_austin", "inria_tr_austin"),
    *("inria_d_kitsap", "inria_d_tyrol", "inria_d_vienna", "whusat_cairo"),
)
TEST_PLACES = (
    *("inria_d_chicago", "inria_te_chicago", "inria_tr_chicago"),
    *("whusat_ottawa", "whusat_santiago", "whuaerial"),
)
REAL_SCENES = ("oem_ex0", "oem_ex4", "oem_t10", "oem_t11", "sn6_tileA")


@dataclass(frozen=True)
class Split:
    """A set of scenes: how many photographs and cities, of which styles, from which seed on."""

    name: str
    photographs: int
    cities: int
    styles: tuple[str, ...]
    first_seed: int


SPLITS = (
    Split(TRAINING, 100, 100, TRAINING_STYLES, 10_000),
    Split(VALIDATION, 6, 6, TRAINING_STYLES, 20_000),
    Split(PHOTOGRAPHS, 10, 0, (), 30_000),
    Split(SIMULATED, 0, 10, HELD_OUT_STYLES, 40_000),
)


@cache
def fingerprint() -> str:
    """Digest of what decides which scenes are made, and of statistics of two simulated cities.

    It differs if the simulator or the radar makes other scenes, but not if their code is only
    written differently, nor by the rounding of another processor.
    """
    decided = repr((SPLITS, SIZE, PIXEL_M, VALIDATION_PLACES, TEST_PLACES))
    cities = (city_scene(seed, TRAINING_STYLES[seed]) for seed in range(2))
    statistics = [
        f"{statistic:.2f}"
        for city in cities
        for values in (city.sar, city.optical, city.building.astype(np.float32))
        for statistic in (np.nanmean(values), np.nanstd(values), np.nanstd(np.diff(values)))
    ]
    return hashlib.sha256(f"{decided} {statistics}".encode()).hexdigest()[:12]


def make_scenes(data: Path, folder: Path, workers: int) -> None:
    """Simulate what is not yet in the folder, one ``.npz`` for each scene.

    ``data`` has the photographs in its folder ``optical``.
    """
    folder.mkdir(parents=True, exist_ok=True)
    tasks = [(split, i) for split in SPLITS for i in range(split.photographs + split.cities)]
    missing = [task for task in tasks if not scene_path(folder, task[0].name, task[1]).exists()]
    if missing:
        with ProcessPoolExecutor(workers) as pool:
            futures = [pool.submit(_make_scene, data, folder, *task) for task in missing]
            for future in futures:
                future.result()


def make_real_scenes(data: Path, folder: Path, left_out: str) -> None:
    """The real scene ``left_out`` as the test, the other REAL_SCENES as those of training."""
    folder.mkdir(parents=True, exist_ok=True)
    others = [name for name in REAL_SCENES if name != left_out]
    for split, names in ((TRAINING, others), (REAL, [left_out])):
        for i, name in enumerate(names):
            path = scene_path(folder, split, i)
            if not path.exists():
                write_scene(_real_scene(data / "real" / name), path)


def _make_scene(data: Path, folder: Path, split: Split, number: int) -> None:
    """Photographs and cities in turn while there are both."""
    seed = split.first_seed + number
    both = 2 * min(split.photographs, split.cities)
    photograph = number % 2 == 0 if number < both else split.photographs > split.cities
    if photograph:
        scene = photograph_scene(seed, chips_of(data / "optical", split.name))
    else:
        scene = city_scene(seed, split.styles[number // 2 % len(split.styles)])
    write_scene(scene, scene_path(folder, split.name, number))


@cache
def chips_of(folder: Path, split: str) -> list[Chip]:
    """The photographs of a split: each place is in one split alone."""
    if split == TRAINING:
        return source_chips(folder, tuple(TEACHING))
    places = VALIDATION_PLACES if split == VALIDATION else TEST_PLACES
    return [c for c in source_chips(folder, VALIDATING) if c.name.startswith(places)]


def photograph_scene(seed: int, chips: Sequence[Chip]) -> BenchmarkScene:
    """A mosaic of photographs, and SAR simulated over its buildings."""
    rng = np.random.default_rng(seed)
    mosaic = make_mosaic(rng, chips, SIZE)
    to_map = Affine(1 / PIXEL_M, 0, 0, 0, -1 / PIXEL_M, SIZE)
    sar = simulate_sar(rng, mosaic.city, random_radar(rng), to_map, SIZE, PIXEL_M, MARGIN_M)
    building, known = mosaic.mask == BUILDING, mosaic.mask != UNKNOWN
    return BenchmarkScene(
        _standardised_sar(rng, sar),
        _red_green_blue(mosaic.optical),
        building,
        known,
        polygons(building),
    )


def city_scene(seed: int, style: str) -> BenchmarkScene:
    """A random city of a style; some districts are of other styles."""
    rng = np.random.default_rng(seed)
    scene = simulate(
        seed,
        SIZE,
        style=style,
        pixel_size_m=PIXEL_M,
        setup=random_radar(rng),
        clouds=0.0,
        nodata=False,
    )
    optical = scene.optical.astype(np.float32)
    return BenchmarkScene(
        _standardised_sar(rng, scene.sar),
        _red_green_blue(Standardisation.measure(optical).apply(optical)),
        scene.buildings,
        np.ones_like(scene.buildings),
        shapely.transform(
            np.array(scene.footprints, dtype=object),
            lambda p: np.column_stack([p[:, 0], SIZE * PIXEL_M - p[:, 1]]) / PIXEL_M,
        ),
    )


def _real_scene(folder: Path) -> BenchmarkScene:
    scene = read_labelled(folder, PIXEL_M)
    building = scene.building > 0
    return BenchmarkScene(
        scene.sar, scene.optical, building, scene.evaluation_mask, polygons(building)
    )


def _standardised_sar(rng: np.random.Generator, decibel: np.ndarray) -> np.ndarray:
    sar = stored(rng, decibel)
    return one_polarisation(rng, Standardisation.measure(sar).apply(sar))


def _red_green_blue(optical: np.ndarray) -> np.ndarray:
    """The colours of [4, H, W] in the network's bands, the others NaN."""
    bands = np.full((len(OPTICAL_BANDS), *optical.shape[1:]), np.nan, np.float32)
    bands[:COLOURS] = optical[:COLOURS]
    return bands
