"""Scenes of the benchmark as arrays and files, and the crops that all rows are trained on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import shapely
import torch
from rasterio.features import shapes
from torch import Tensor

from core.hatch.files import atomic_output

TRAINING, VALIDATION = "training", "validation"
PHOTOGRAPHS, SIMULATED, REAL = TESTS = ("photographs", "simulated", "real")


@dataclass(frozen=True)
class BenchmarkScene:
    """``sar`` [4, H, W] and ``optical`` [5, H, W], float32, standardised as in an extraction, NaN
    for what is not there; ``building`` and ``known`` (labelled) bool [H, W]; ``footprints``
    polygons [n] in pixels, x to the right and y downwards."""

    sar: np.ndarray
    optical: np.ndarray
    building: np.ndarray
    known: np.ndarray
    footprints: np.ndarray


@dataclass(frozen=True)
class Batch:
    """Crops as a network sees them: images as in BenchmarkScene; ``y`` [B, 1, h, w], 1 is building;
    ``valid`` the same shape, 1 where labelled."""

    sar: Tensor
    optical: Tensor
    y: Tensor
    valid: Tensor

    @property
    def tensors(self) -> tuple[Tensor, ...]:
        """All of them, in the order above."""
        return self.sar, self.optical, self.y, self.valid


def scene_path(folder: Path, split: str, number: int) -> Path:
    """The file of a scene."""
    return folder / f"{split}-{number:02d}.npz"


def read_scenes(folder: Path, split: str) -> list[BenchmarkScene]:
    """The scenes of a split in a folder, none if it has none of them."""
    scenes = []
    for path in sorted(folder.glob(f"{split}-*.npz")):
        with np.load(path) as arrays:
            footprints = shapely.get_parts(shapely.from_wkb(arrays["footprints"].tobytes()))
            sar, optical = (arrays[name].astype(np.float32) for name in ("sar", "optical"))
            scenes.append(
                BenchmarkScene(sar, optical, arrays["building"], arrays["known"], footprints)
            )
    return scenes


def write_scene(scene: BenchmarkScene, path: Path) -> None:
    """Write a file that ``read_scenes`` reads, images as float16."""
    footprints = shapely.to_wkb(shapely.GeometryCollection(list(scene.footprints)))
    with atomic_output(path) as new:
        np.savez(
            new,
            sar=scene.sar.astype(np.float16),
            optical=scene.optical.astype(np.float16),
            building=scene.building,
            known=scene.known,
            footprints=np.frombuffer(footprints, np.uint8),
        )


def crop_batch(
    scenes: Sequence[BenchmarkScene],
    batch: int,
    size: int,
    rng: np.random.Generator,
    quarter_turns: bool = True,
) -> Batch:
    """Random windows, mirrored left to right and, with ``quarter_turns``, turned.

    No other augmentation: what is compared are the losses, in few steps.
    """
    crops: tuple[list[np.ndarray], ...] = ([], [], [], [])
    for index in rng.integers(len(scenes), size=batch):
        scene = scenes[index]
        height, width = scene.building.shape
        row, col = rng.integers(height - size + 1), rng.integers(width - size + 1)
        window = (..., slice(row, row + size), slice(col, col + size))
        turns, step = int(rng.integers(4)) * quarter_turns, int(rng.choice((-1, 1)))
        layers = (scene.sar, scene.optical, scene.building, scene.known)
        for images, image in zip(crops, layers, strict=True):
            images.append(np.rot90(image[window], turns, axes=(-2, -1))[..., ::step])
    sar, optical, y, known = (torch.from_numpy(np.stack(c).astype(np.float32)) for c in crops)
    return Batch(sar, optical, y[:, None], known[:, None])


def polygons(mask: np.ndarray) -> np.ndarray:
    """Bool [H, W] -> polygons [n] along the pixels' edges, x to the right, y downwards."""
    outlines = [
        shapely.Polygon(rings[0], rings[1:])
        for geometry, _ in shapes(mask.astype(np.uint8), mask=mask)
        for rings in [geometry["coordinates"]]
    ]
    return np.array(outlines, dtype=object)
