"""Simulated scenes with instance labels of buildings, as files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from rasterio.features import rasterize

from bench.pretrain.chips import UNKNOWN
from bench.pretrain.radars import random_radar
from bench.pretrain.scenes import (
    CITY_SHARE,
    MOSAIC_SHARE,
    Images,
    Sources,
    city_images,
    mosaic_images,
)
from core.hatch.files import atomic_output

SEED = 5_000_000  # of the first scene; those of bench.pretrain start elsewhere


@dataclass(frozen=True)
class ClickScene:
    """A scene with its buildings.

    Attributes
    ----------
    name
        Kind and number.
    sar, optical
        float16 [4, H, W], standardised, NaN is nodata; optical is R, G, B, N, or all NaN.
    ids
        int32 [H, W]: the number of the building, from 1, 0 is background, -1 not known.
    """

    name: str
    sar: np.ndarray
    optical: np.ndarray
    ids: np.ndarray


def simulated(number: int, sources: Sources) -> ClickScene:
    """A simulated city, or SAR simulated over photographs; the same for the same number."""
    rng = np.random.default_rng(SEED + number)
    setup = random_radar(rng, canonical=False)
    if sources.chips and rng.random() < MOSAIC_SHARE:
        images, mask = mosaic_images(rng, sources.chips, setup)
        return _scene(f"mosaic{number:05d}", images, mask)
    names = sorted(sources.cities)
    drawn = bool(names) and rng.random() < CITY_SHARE
    city = sources.cities[names[int(rng.integers(len(names)))]] if drawn else None
    return _scene(f"city{number:05d}", city_images(rng, city, setup), None)


def _scene(name: str, images: Images, mask: np.ndarray | None) -> ClickScene:
    ids = np.zeros((images.grid.height, images.grid.width), np.int32)
    if len(images.outlines):
        numbered = zip(images.outlines, range(1, len(images.outlines) + 1))
        rasterize(numbered, out=ids, transform=images.grid.transform)
    if mask is not None:
        ids[mask == UNKNOWN] = -1
    return ClickScene(name, images.sar.astype(np.float16), images.optical.astype(np.float16), ids)


def write_scenes(sources: Sources, numbers: range, folder: Path) -> None:
    """Simulate scenes into a folder; those that are there already are kept."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in numbers:
        path = folder / f"{number:05d}.npz"
        if path.exists():
            continue
        scene = simulated(number, sources)
        with atomic_output(path) as new, new.open("wb") as file:
            np.savez(file, name=scene.name, sar=scene.sar, optical=scene.optical, ids=scene.ids)


def read_scenes(folder: Path) -> Iterator[ClickScene]:
    """The scenes of a folder, in the order of their numbers."""
    for path in sorted(folder.glob("*.npz")):
        with np.load(path) as arrays:
            images = (arrays[key] for key in ("sar", "optical", "ids"))
            yield ClickScene(str(arrays["name"]), *images)
