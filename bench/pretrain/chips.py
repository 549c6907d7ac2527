"""Real photographs with building masks, at the model's pixel size, as lossless WebP files.

A file is RGBA: alpha 255 is building, 0 background and 128 unknown.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import rasterio
from PIL import Image

PIXEL_M = 0.8
# Chips whose terms allow publishing a model trained on them: source and licence by prefix.
TEACHING = {
    "hotbanepa": "Banepa, Nepal: drone imagery CC BY 4.0, OpenStreetMap labels ODbL",
    "sn1rio": "SpaceNet 1 Rio de Janeiro, CC BY-SA 4.0",
    "sn2vegas": "SpaceNet 2 Las Vegas, CC BY-SA 4.0",
    "sn2": "SpaceNet 2 Paris, Shanghai, Khartoum, CC BY-SA 4.0",
    "dubai": "Dubai aerial imagery segmentation data set, published as CC0 by a third party",
    "dubaineg": "Dubai aerial imagery segmentation data set, published as CC0 by a third party",
    "dsgbrazil": "southern Brazil, from a GPL-2.0 repository",
}
# Research terms: for validation only.
VALIDATING = ("inria", "massbuild", "whuaerial", "whusat")
BARE = "dubaineg"  # chips without buildings
BARE_SIDE = 300
BUILDING, BACKGROUND, UNKNOWN = 255, 0, 128
_TILE = re.compile(r"hotbanepa_(\d+)-(\d+)-19")


@dataclass(frozen=True)
class Chip:
    """``rgb`` uint8 [H, W, 3]; ``mask`` uint8 [H, W] of BUILDING, BACKGROUND and UNKNOWN."""

    name: str
    rgb: np.ndarray
    mask: np.ndarray


def read_chips(folder: Path) -> list[Chip]:
    """The chips of a folder, in the order of their names."""
    chips = []
    for path in sorted(folder.glob("*.webp")):
        with Image.open(path) as image:
            values = np.asarray(image)
        chips.append(Chip(path.stem, values[..., :3], values[..., 3]))
    return chips


def write_chip(chip: Chip, folder: Path) -> None:
    """Write a chip to a file of its name."""
    values = np.dstack([chip.rgb, chip.mask])
    Image.fromarray(values).save(folder / f"{chip.name}.webp", lossless=True, method=6, exact=True)


def source_chips(folder: Path, prefixes: tuple[str, ...]) -> list[Chip]:
    """Chips of optical.tif and buildings.tif (0, 1, 255 unknown), resampled to PIXEL_M.

    Adjacent web map tiles are merged; of chips without buildings the centre is taken.
    """
    named = {p: read_source(p) for p in sorted(folder.iterdir()) if _prefix(p) in prefixes}
    tiles = {p: chip for p, chip in named.items() if _TILE.fullmatch(p.name)}
    chips = [chip for p, chip in named.items() if p not in tiles]
    if tiles:
        chips.append(_merged("hotbanepa", tiles))
    return [_resampled(_centre(chip) if BARE in chip.name else chip, m) for chip, m in chips]


def _prefix(path: Path) -> str:
    return path.name.split("_")[0]


def read_source(folder: Path) -> tuple[Chip, float]:
    """A chip at its native pixel size, and that size in metres."""
    with rasterio.open(folder / "optical.tif") as file:
        rgb, metres = file.read((1, 2, 3)), file.res[0]
    with rasterio.open(folder / "buildings.tif") as file:
        labels = file.read(1)
    mask = np.select([labels == 1, labels == 255], [BUILDING, UNKNOWN], BACKGROUND)
    return Chip(folder.name, np.moveaxis(rgb, 0, -1), mask.astype(np.uint8)), metres


def _merged(name: str, tiles: dict[Path, tuple[Chip, float]]) -> tuple[Chip, float]:
    """One chip of adjacent web map tiles."""
    places = {path: tuple(map(int, _TILE.fullmatch(path.name).groups())) for path in tiles}  # type: ignore[union-attr]
    left, top = (min(place[axis] for place in places.values()) for axis in (0, 1))
    right, bottom = (max(place[axis] for place in places.values()) for axis in (0, 1))
    (first, metres), *_ = tiles.values()
    height, width = first.mask.shape
    shape = ((bottom - top + 1) * height, (right - left + 1) * width)
    rgb, mask = np.zeros((*shape, 3), np.uint8), np.full(shape, UNKNOWN, np.uint8)
    for path, (chip, _) in tiles.items():
        row, col = (places[path][1] - top) * height, (places[path][0] - left) * width
        rgb[row : row + height, col : col + width] = chip.rgb[:height, :width]
        mask[row : row + height, col : col + width] = chip.mask[:height, :width]
    return Chip(name, rgb, mask), metres


def _centre(chip: Chip) -> Chip:
    row, col = (max(0, (length - BARE_SIDE) // 2) for length in chip.mask.shape)
    window = slice(row, row + BARE_SIDE), slice(col, col + BARE_SIDE)
    return Chip(chip.name, chip.rgb[window], chip.mask[window])


def _resampled(chip: Chip, metres: float) -> Chip:
    """Resample to PIXEL_M; a pixel is unknown if any part of it is."""
    height, width = (max(1, round(length * metres / PIXEL_M)) for length in chip.mask.shape)
    method = Image.Resampling.BOX if metres < PIXEL_M else Image.Resampling.BILINEAR

    def resized(image: np.ndarray) -> np.ndarray:
        return np.asarray(Image.fromarray(image).resize((width, height), method))

    building = resized((chip.mask == BUILDING).astype(np.uint8) * 255)
    unknown = resized((chip.mask == UNKNOWN).astype(np.uint8) * 255)
    mask = np.select([unknown > 0, building >= 128], [UNKNOWN, BUILDING], BACKGROUND)
    return Chip(chip.name, resized(chip.rgb), mask.astype(np.uint8))
