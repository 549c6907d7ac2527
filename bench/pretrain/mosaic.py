"""Mosaics of real photographs with building masks, and the cities they show.

Building heights, roofs and materials are random and land cover is derived from the colours, so that
SAR can be simulated over the same footprints: real optical, simulated SAR, one ground truth.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from affine import Affine
from PIL import Image
from rasterio.features import shapes, sieve
from scipy.ndimage import gaussian_filter

from core.raster.radiometry import Standardisation
from core.simulator.city import (
    Building,
    City,
    LandCover,
    Material,
    Roof,
    remove_overlapping,
    scatter,
)

from .chips import BARE, BUILDING, PIXEL_M, UNKNOWN, Chip

ZOOM = (0.75, 1.35)
LEAST = 40  # pixels; narrower gaps stay unlabelled
BARE_SHARE = 0.15  # weight of chips without buildings
_GREEN = (LandCover.GRASS, LandCover.GARDEN, LandCover.FIELD, LandCover.GRASS)
_GREY = (LandCover.ROAD, LandCover.PAVED, LandCover.GRAVEL, LandCover.SOIL, LandCover.PAVED)


@dataclass(frozen=True)
class Mosaic:
    """``optical`` float32 [4, S, S], standardised; NaN is nodata, N is all NaN.

    ``mask`` uint8 [S, S] of BUILDING, BACKGROUND and UNKNOWN; ``city`` is its geometry in metres.
    """

    optical: np.ndarray
    mask: np.ndarray
    city: City


def make_mosaic(rng: np.random.Generator, chips: Sequence[Chip], side: int) -> Mosaic:
    """A square of ``side`` pixels filled with rotated, mirrored and rescaled pieces of chips."""
    rgb = np.zeros((side, side, 3), np.uint8)
    tone = np.full((4, side, side), np.nan, np.float32)
    mask = np.full((side, side), UNKNOWN, np.uint8)
    areas = np.array([chip.mask.size for chip in chips], float) ** 0.5
    areas[[BARE in chip.name for chip in chips]] *= BARE_SHARE
    gaps = [(0, 0, side, side)]
    while gaps:
        row, col, height, width = gaps.pop()
        if min(height, width) < LEAST:
            continue
        chip = _turned(rng, chips[rng.choice(len(chips), p=areas / areas.sum())])
        piece = _window(rng, chip, height, width)
        h, w = piece.mask.shape
        at = slice(row, row + h), slice(col, col + w)
        rgb[at], mask[at] = piece.rgb, piece.mask
        tone[(slice(0, 3), *at)] = _standardised(chip, piece)
        if rng.random() < 0.5:
            gaps += [(row + h, col, height - h, width), (row, col + w, h, width - w)]
        else:
            gaps += [(row + h, col, height - h, w), (row, col + w, height, width - w)]
    tone[:3, mask == UNKNOWN] = np.nan
    return Mosaic(tone, mask, city_of(rng, rgb, mask))


def _turned(rng: np.random.Generator, chip: Chip) -> Chip:
    """Rotated by a multiple of 90 degrees, mirrored, half of the time rescaled."""
    rgb, mask = chip.rgb, chip.mask
    if rng.random() < 0.5:
        zoom = math.exp(rng.uniform(*np.log(ZOOM)))
        size = round(mask.shape[1] * zoom), round(mask.shape[0] * zoom)
        rgb = np.asarray(Image.fromarray(rgb).resize(size, Image.Resampling.BILINEAR))
        mask = np.asarray(Image.fromarray(mask).resize(size, Image.Resampling.NEAREST))
    quarter = int(rng.integers(4))
    rgb, mask = np.rot90(rgb, quarter), np.rot90(mask, quarter)
    if rng.random() < 0.5:
        rgb, mask = rgb[:, ::-1], mask[:, ::-1]
    return Chip(chip.name, rgb, mask)


def _window(rng: np.random.Generator, chip: Chip, height: int, width: int) -> Chip:
    """A random window of the chip of at most this size."""
    h, w = chip.mask.shape
    row, col = rng.integers(0, max(h - height, 0) + 1), rng.integers(0, max(w - width, 0) + 1)
    at = slice(row, row + height), slice(col, col + width)
    return Chip(chip.name, chip.rgb[at], chip.mask[at])


def _standardised(chip: Chip, piece: Chip) -> np.ndarray:
    """The piece standardised by the statistics of the whole chip, float32 [3, h, w]."""
    whole = np.moveaxis(chip.rgb, -1, 0).astype(np.float32)
    whole[:, chip.mask == UNKNOWN] = np.nan
    return Standardisation.measure(whole).apply(np.moveaxis(piece.rgb, -1, 0))


def city_of(rng: np.random.Generator, rgb: np.ndarray, mask: np.ndarray) -> City:
    """City of a photograph: buildings of random height, land cover, trees and cars.

    ``rgb`` uint8 [S, S, 3]; coordinates in metres from the lower left corner.
    """
    side = mask.shape[0]
    to_metres = Affine(PIXEL_M, 0, 0, 0, -PIXEL_M, side * PIXEL_M)
    outlines = _outlines(mask == BUILDING, to_metres)
    buildings = _buildings(rng, outlines)
    green, dark = _greenness(rgb)
    patches = _patches(rng, rgb, green, mask == BUILDING, to_metres)
    frame = shapely.box(0, 0, side * PIXEL_M, side * PIXEL_M)
    trees = _trees(rng, frame, green & dark, to_metres)
    spots = scatter(rng, frame, rng.uniform(10, 60))
    count = len(spots)
    cars = np.column_stack(
        [spots, rng.uniform(2, 7, count), rng.uniform(1.5, 2.5, count),
         rng.uniform(0, math.pi, count), rng.uniform(1, 2.6, count)]
    )  # fmt: skip
    metres = side * PIXEL_M
    return City(
        metres,
        metres,
        buildings,
        patches,
        remove_overlapping(trees, buildings, None),
        remove_overlapping(cars, buildings, None),
    )


def _outlines(where: np.ndarray, to_metres: Affine) -> list[shapely.Polygon]:
    """Simplified polygons, in metres, of a bool mask."""
    raw = [
        shapely.geometry.shape(geometry)
        for geometry, _ in shapes(where.astype(np.uint8), where, transform=to_metres)
    ]
    smooth = shapely.simplify(np.array(raw, dtype=object), PIXEL_M)
    return [p for p in smooth if isinstance(p, shapely.Polygon) and p.is_valid and p.area > 4]


def _buildings(rng: np.random.Generator, outlines: Sequence[shapely.Polygon]) -> list[Building]:
    """Buildings of random height; those of one mosaic are similar, larger ones mostly higher."""
    house, hall = rng.uniform(2.8, 11), rng.uniform(4, 25)
    spread, pitched = rng.uniform(0.1, 0.5), rng.uniform(0, 0.9)
    favourite = Material(int(rng.integers(len(Material))))
    buildings = []
    for outline in outlines:
        large = 1 / (1 + math.exp(-(outline.area - 400) / 150))
        eaves = (house + large * (hall - house)) * rng.lognormal(0, spread)
        eaves *= 0.6 if outline.area < 25 else 1
        roof, rise = Roof.FLAT, 0.0
        if rng.random() < pitched * (1 - 0.8 * large):
            roof = Roof(int(rng.choice([1, 1, 2, 3])))
            rise = min(0.25 * math.sqrt(outline.area) * rng.uniform(0.3, 1), 6.0)
        material = favourite if rng.random() < 0.6 else Material(int(rng.integers(len(Material))))
        buildings.append(Building(outline, max(2.2, eaves), rise, roof, material))
    return buildings


def _greenness(rgb: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Bool [S, S] masks of green pixels and of dark ones."""
    smooth = np.stack([gaussian_filter(rgb[..., i].astype(np.float32), 1.5) for i in range(3)])
    green = 2 * smooth[1] - smooth[0] - smooth[2] > 0.06 * smooth.sum(axis=0)
    grey = smooth.mean(axis=0)
    return green, grey < np.quantile(grey, 0.45)


def _patches(
    rng: np.random.Generator,
    rgb: np.ndarray,
    green: np.ndarray,
    building: np.ndarray,
    to_metres: Affine,
) -> list[tuple[shapely.Polygon, LandCover]]:
    """Six classes of greenness and brightness, each with a random land cover."""
    grey = gaussian_filter(rgb.mean(axis=-1), 2.0)
    levels = np.quantile(grey[~building], (0.35, 0.7)) if (~building).any() else (85, 170)
    classes = np.digitize(grey, levels) + 3 * green + 1
    classes = sieve(classes.astype(np.uint8), 150)
    covers = [LandCover(int(rng.choice(_GREY))) for _ in range(3)]
    covers += [LandCover(int(rng.choice(_GREEN))) for _ in range(3)]
    patches = []
    for geometry, value in shapes(classes, transform=to_metres):
        outline = shapely.geometry.shape(geometry).simplify(PIXEL_M)
        if isinstance(outline, shapely.Polygon) and not outline.is_empty:
            patches.append((outline, covers[int(value) - 1]))
    return patches


def _trees(
    rng: np.random.Generator, frame: shapely.Polygon, where: np.ndarray, to_metres: Affine
) -> np.ndarray:
    """Trees [N, 4] where the mask is true."""
    points = scatter(rng, frame, rng.uniform(60, 250))
    cols, rows = ~to_metres @ (points[:, 0], points[:, 1])
    place = [np.clip(at.astype(int), 0, where.shape[0] - 1) for at in (rows, cols)]
    points = points[where[place[0], place[1]]]
    radius = np.clip(rng.lognormal(0.8, 0.4, len(points)), 0.8, 6)
    return np.column_stack([points, radius, radius * rng.uniform(1.5, 3, len(points))])
