"""The benchmark's scenes: simulated cities of several styles, and one of styles held out.

Everything is procedural, so that the benchmark needs no file from elsewhere. Radar and camera are
drawn again for each scene, as for a model that must work with any. Four polarisations, red, green,
blue and near infrared; no clouds, no nodata: every pixel counts.
"""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import shapely
import torch
from torch import Tensor

import core.simulator
from core.datasets.scenes import read_labelled
from core.hatch.files import atomic_output
from core.simulator import simulate, write_scene

PIXEL_SIZE_M = 1.0
SIZE = 384
TRAINING_STYLES = ("perimeter", "suburb", "slabs", "industrial", "village")
HELD_OUT_STYLES = ("downtown", "terraced")


@dataclass(frozen=True)
class Split:
    """A set of scenes: how many, of which styles in turn, from which seed on."""

    name: str
    scenes: int
    styles: tuple[str, ...]
    first_seed: int


SPLITS = (
    Split("training", 72, TRAINING_STYLES, 10_000),
    Split("validation", 10, TRAINING_STYLES, 20_000),
    Split("test", 16, HELD_OUT_STYLES, 30_000),
)


def fingerprint() -> str:
    """Of all that decides what the scenes look like; another simulator makes other ones."""
    digest = hashlib.sha256(repr((SPLITS, SIZE, PIXEL_SIZE_M)).encode())
    for source in sorted(Path(core.simulator.__file__).parent.glob("*.py")):
        digest.update(source.read_bytes())
    return digest.hexdigest()[:12]


@dataclass(frozen=True)
class BenchmarkScene:
    """``sar`` [4, H, W] and ``optical`` [5, H, W], float16, standardised as in an extraction, NaN
    for bands that are not there; ``building`` bool [H, W]; ``footprints`` polygons [n] in pixels,
    x to the right and y downwards."""

    sar: np.ndarray
    optical: np.ndarray
    building: np.ndarray
    footprints: np.ndarray


@dataclass(frozen=True)
class Batch:
    """Crops as a network sees them: images as in BenchmarkScene, float32; ``y`` [B, 1, h, w], 1 is
    building; ``valid`` the same shape, all ones."""

    sar: Tensor
    optical: Tensor
    y: Tensor
    valid: Tensor


def make_scenes(folder: Path, workers: int) -> None:
    """Simulate what is not yet in the folder: one ``.npz`` for each scene."""
    folder.mkdir(parents=True, exist_ok=True)
    tasks = [
        (split.first_seed + i, split.styles[i % len(split.styles)], _path(folder, split.name, i))
        for split in SPLITS
        for i in range(split.scenes)
    ]
    missing = [task for task in tasks if not task[2].exists()]
    if missing:
        with ProcessPoolExecutor(workers) as pool:
            list(pool.map(_make_scene, *zip(*missing, strict=True)))


def read_scenes(folder: Path, split: str) -> list[BenchmarkScene]:
    """The scenes of "training", "validation" or "test", which make_scenes has made."""
    count = next(s.scenes for s in SPLITS if s.name == split)
    scenes = []
    for i in range(count):
        with np.load(_path(folder, split, i)) as arrays:
            footprints = shapely.from_ragged_array(
                shapely.GeometryType.POLYGON,
                arrays["corners"],
                (arrays["rings"], arrays["polygons"]),
            )
            scenes.append(
                BenchmarkScene(arrays["sar"], arrays["optical"], arrays["building"], footprints)
            )
    return scenes


def crop_batch(
    scenes: Sequence[BenchmarkScene], batch: int, size: int, rng: np.random.Generator
) -> Batch:
    """Random windows, turned by quarters and mirrored, as scenes look in any direction.

    No other augmentation: what is compared are the losses, in few steps.
    """
    crops: tuple[list[np.ndarray], ...] = ([], [], [])
    for index in rng.integers(len(scenes), size=batch):
        scene = scenes[index]
        height, width = scene.building.shape
        row, col = rng.integers(height - size + 1), rng.integers(width - size + 1)
        window = (..., slice(row, row + size), slice(col, col + size))
        turns, step = int(rng.integers(4)), int(rng.choice((-1, 1)))
        for images, image in zip(crops, (scene.sar, scene.optical, scene.building), strict=True):
            images.append(np.rot90(image[window], turns, axes=(-2, -1))[..., ::step])
    sar, optical, y = (torch.from_numpy(np.stack(c).astype(np.float32)) for c in crops)
    return Batch(sar, optical, y[:, None], torch.ones_like(y[:, None]))


def _path(folder: Path, split: str, number: int) -> Path:
    return folder / f"{split}{number:02d}.npz"


def _make_scene(seed: int, style: str, path: Path) -> None:
    """Simulate, write as files, read as an extraction would, keep the arrays."""
    scene = simulate(seed, SIZE, style=style, pixel_size_m=PIXEL_SIZE_M, clouds=0.0, nodata=False)
    with tempfile.TemporaryDirectory() as folder:
        write_scene(scene, folder)
        labelled = read_labelled(Path(folder), PIXEL_SIZE_M)
    in_pixels = shapely.transform(
        np.array(scene.footprints, dtype=object),
        lambda p: np.column_stack([p[:, 0], SIZE * PIXEL_SIZE_M - p[:, 1]]) / PIXEL_SIZE_M,
    )
    _, corners, (rings, polygons) = shapely.to_ragged_array(in_pixels)
    with atomic_output(path) as new:
        np.savez(
            new,
            sar=labelled.sar,
            optical=labelled.optical,
            building=labelled.building > 0,
            corners=corners,
            rings=rings,
            polygons=polygons,
        )
