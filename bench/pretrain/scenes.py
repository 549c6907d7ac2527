"""A packed training scene of a seed: a simulated city, or SAR simulated over photographs."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from affine import Affine
from rasterio.crs import CRS
from rasterio.warp import Resampling, reproject

from core.datasets.scenes import rasterise
from core.raster.grid import Grid
from core.raster.radiometry import Standardisation
from core.simulator import City, simulate
from core.simulator.radar import simulate_sar
from core.simulator.radar_setup import RadarSetup

from .chips import BUILDING, PIXEL_M, UNKNOWN, Chip
from .mosaic import make_mosaic
from .packing import pack
from .radars import random_radar

SIDE = 512
PLACE = CRS.from_epsg(32631)
CITY_SHARE, MOSAIC_SHARE, CANONICAL_SHARE = 1 / 3, 0.4, 0.5
MARGIN_M = 35.0
CITY, MOSAIC = "city", "mosaic"


@dataclass(frozen=True)
class Sources:
    """Inputs of the scenes: cities from files, and photographs with building masks."""

    cities: Mapping[str, City]
    chips: Sequence[Chip]


@dataclass(frozen=True)
class Recipe:
    """Kind of a scene. ``canonical``: the radar looks south, within 15 degrees."""

    kind: str
    canonical: bool

    @classmethod
    def draw(cls, rng: np.random.Generator, has_chips: bool) -> Recipe:
        mosaic = has_chips and rng.random() < MOSAIC_SHARE
        return cls(MOSAIC if mosaic else CITY, bool(rng.random() < CANONICAL_SHARE))

    @property
    def name(self) -> str:
        """Prefix of the file name."""
        return f"{self.kind}-{'canonical' if self.canonical else 'any'}"

    @classmethod
    def of(cls, path: Path) -> Recipe:
        """Recipe of a file named ``name-seed.npy``."""
        kind, look, _ = path.stem.split("-")
        return cls(kind, look == "canonical")


def make(seed: int, sources: Sources, recipe: Recipe | None = None) -> tuple[np.ndarray, Recipe]:
    """Packed scene of SIDE x SIDE pixels; deterministic for a seed."""
    rng = np.random.default_rng(seed)
    recipe = recipe or Recipe.draw(rng, bool(sources.chips))
    setup = random_radar(rng, recipe.canonical)
    if recipe.kind == MOSAIC:
        return mosaic_scene(rng, sources.chips, setup), recipe
    names = sorted(sources.cities)
    city = None
    if names and rng.random() < CITY_SHARE:
        city = sources.cities[names[int(rng.integers(len(names)))]]
    return city_scene(rng, city, setup), recipe


@dataclass(frozen=True)
class Images:
    """Simulated images on one grid, and what they show.

    Attributes
    ----------
    sar, optical
        float32 [4, H, W] each, standardised, NaN is nodata; optical is R, G, B, N.
    outlines
        Footprints [n] in the coordinates of the grid.
    grid
        The grid of SIDE x SIDE pixels.
    """

    sar: np.ndarray
    optical: np.ndarray
    outlines: np.ndarray
    grid: Grid


def city_images(rng: np.random.Generator, city: City | None, setup: RadarSetup | None) -> Images:
    """Simulate a scene at a random pixel size and resample it to PIXEL_M."""
    pixel = PIXEL_M if rng.random() < 0.4 else float(rng.uniform(0.5, 1.2))
    size = math.ceil(SIDE * PIXEL_M / pixel)
    seed = int(rng.integers(2**31))
    scene = simulate(seed, size, city=city, pixel_size_m=pixel, setup=setup)
    top = size * pixel
    grid = Grid(PLACE, Affine(PIXEL_M, 0, 0, 0, -PIXEL_M, top), SIDE, SIDE)
    optical = scene.optical.astype(np.float32)
    optical[:, (scene.optical == 0).all(axis=0)] = np.nan
    return Images(
        _standardised(resampled(stored(rng, scene.sar), pixel, top, grid)),
        _standardised(resampled(optical, pixel, top, grid)),
        np.array(scene.footprints, dtype=object),
        grid,
    )


def city_scene(rng: np.random.Generator, city: City | None, setup: RadarSetup | None) -> np.ndarray:
    """``city_images``, packed."""
    images = city_images(rng, city, setup)
    targets = rasterise(images.outlines, images.grid)
    known = np.ones((SIDE, SIDE), bool)
    return pack(images.sar, images.optical, targets, known, instances=True)


def mosaic_images(
    rng: np.random.Generator, chips: Sequence[Chip], setup: RadarSetup
) -> tuple[Images, np.ndarray]:
    """Simulate SAR over a mosaic of photographs; also its mask, uint8 [SIDE, SIDE]."""
    made = make_mosaic(rng, chips, SIDE)
    to_map = Affine(1 / PIXEL_M, 0, 0, 0, -1 / PIXEL_M, SIDE)
    sar = simulate_sar(rng, made.city, setup, to_map, SIDE, PIXEL_M, MARGIN_M)
    grid = Grid(PLACE, Affine(PIXEL_M, 0, 0, 0, -PIXEL_M, SIDE * PIXEL_M), SIDE, SIDE)
    outlines = np.array([b.footprint for b in made.city.buildings], dtype=object)
    return Images(_standardised(stored(rng, sar)), made.optical, outlines, grid), made.mask


def mosaic_scene(rng: np.random.Generator, chips: Sequence[Chip], setup: RadarSetup) -> np.ndarray:
    """``mosaic_images``, packed."""
    images, mask = mosaic_images(rng, chips, setup)
    _, edge, contact = rasterise(images.outlines, images.grid)
    targets = (mask == BUILDING, edge, contact)
    return pack(images.sar, images.optical, targets, mask != UNKNOWN, instances=False)


def stored(rng: np.random.Generator, decibel: np.ndarray) -> np.ndarray:
    """Decibels as stored in a file: float, 8-bit amplitude or 8-bit stretched decibels."""
    kind = rng.random()
    known = np.isfinite(decibel)
    if kind < 0.4 or not known.any():
        return decibel
    if kind < 0.7:
        top = np.nanpercentile(decibel, rng.uniform(98, 99.9), axis=(1, 2), keepdims=True)
        amplitude = np.clip(np.round(10 ** ((decibel - top) / 20) * 255), 1, 255)
        return (20 * np.log10(amplitude)).astype(np.float32)
    low = np.nanpercentile(decibel, rng.uniform(0, 3), axis=(1, 2), keepdims=True)
    high = np.nanpercentile(decibel, rng.uniform(97.5, 99.9), axis=(1, 2), keepdims=True)
    return np.clip(np.round((decibel - low) / (high - low) * 254), 0, 254).astype(np.float32)


def resampled(image: np.ndarray, pixel: float, top: float, grid: Grid) -> np.ndarray:
    """Resample [C, n, n] of ``pixel`` metres to the grid, averaged or bilinear; NaN is nodata."""
    if pixel == PIXEL_M:
        return image[:, : grid.height, : grid.width]
    out = np.full((len(image), grid.height, grid.width), np.nan, np.float32)
    reproject(
        image.astype(np.float32),
        out,
        src_transform=Affine(pixel, 0, 0, 0, -pixel, top),
        src_crs=PLACE,
        src_nodata=np.nan,
        dst_transform=grid.transform,
        dst_crs=PLACE,
        dst_nodata=np.nan,
        resampling=Resampling.average if pixel < PIXEL_M else Resampling.bilinear,
    )
    return out


def _standardised(image: np.ndarray) -> np.ndarray:
    return Standardisation.measure(image).apply(image)
