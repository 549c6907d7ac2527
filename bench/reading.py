"""How fast SAR is read, at the model's pixel size and resampled, and how fast GDAL resamples.

    python -m bench.reading [--size 4096] [--fine 0.5]

Makes a raster of four float32 bands in a temporary folder and reads all tiles of an extraction.
Prints Mpx of the model's grid per CPU second: with the model's pixels, and with finer ones. Then
one tile is resampled by ``core.raster.bilinear`` and by GDAL's warper in turn.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path

import numpy as np
import rasterio
from rasterio.enums import Resampling
from rasterio.transform import Affine
from rasterio.warp import reproject
from rasterio.windows import Window

from core.hatch.jobs import SceneInput
from core.raster.bilinear import resample
from core.raster.scene import open_scene
from core.raster.tiles import TILE_SIZE, spans

CRS, BANDS, ROUNDS = "EPSG:32631", 4, 7


def make_raster(path: Path, size: int, pixel: float) -> None:
    """Noise in decibels."""
    rng = np.random.default_rng(0)
    profile = {"driver": "GTiff", "count": BANDS, "dtype": "float32", "crs": CRS, "tiled": True}
    transform = Affine(pixel, 0, 600_000, 0, -pixel, 5_750_000)
    with rasterio.open(path, "w", width=size, height=size, transform=transform, **profile) as file:
        for row in range(0, size, TILE_SIZE):
            height = min(TILE_SIZE, size - row)
            values = rng.normal(-15, 3, (BANDS, height, size)).astype(np.float32)
            file.write(values, window=Window(0, row, size, height))


def reading_rate(path: Path, pixel_size_m: float) -> float:
    """Mpx of the grid per CPU second, over all tiles; the statistics are measured before."""
    with open_scene(SceneInput((str(path),)), pixel_size_m) as scene:
        grid = scene.grid
        start = time.process_time()
        for row in spans(grid.height, TILE_SIZE, grid.origin[0]):
            for col in spans(grid.width, TILE_SIZE, grid.origin[1]):
                scene.read(row.start, col.start, row.size, col.size)
        return grid.width * grid.height / 1e6 / (time.process_time() - start)


def resampling_seconds(fine: float, pixel: float) -> tuple[float, float]:
    """Seconds of a tile by ``resample`` and by GDAL, the best of the rounds, in turn."""
    side = int(TILE_SIZE * pixel / fine) + 8
    values = np.random.default_rng(0).normal(size=(BANDS, side, side)).astype(np.float32)
    transform = Affine(fine, 0, 0, 0, -fine, 0)
    target = Affine(pixel, 0, 2 * fine, 0, -pixel, -2 * fine)
    seconds: tuple[list[float], list[float]] = ([], [])
    for _ in range(ROUNDS):
        start = time.perf_counter()
        resample(values, transform, target, (TILE_SIZE, TILE_SIZE))
        seconds[0].append(time.perf_counter() - start)
        result = np.full((BANDS, TILE_SIZE, TILE_SIZE), np.nan, np.float32)
        start = time.perf_counter()
        reproject(
            values, result, src_transform=transform, dst_transform=target, src_crs=CRS,
            dst_crs=CRS, src_nodata=np.nan, dst_nodata=np.nan, resampling=Resampling.bilinear,
        )  # fmt: skip
        seconds[1].append(time.perf_counter() - start)
    return min(seconds[0]), min(seconds[1])


def main() -> None:
    """Print the rates and the ratio."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--size", type=int, default=4096, help="pixels of the rasters")
    parser.add_argument("--pixel", type=float, default=0.8, help="of the model, in metres")
    parser.add_argument("--fine", type=float, default=0.5, help="of the finer raster")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for pixel in (arguments.pixel, arguments.fine):
            path = Path(folder) / f"{pixel}.tif"
            make_raster(path, arguments.size, pixel)
            rate = reading_rate(path, arguments.pixel)
            print(f"from {pixel} m: {rate:.1f} Mpx per CPU second", flush=True)
            path.unlink()
    own, gdal = resampling_seconds(arguments.fine, arguments.pixel)
    print(f"a tile: {own * 1000:.0f} ms, by GDAL {gdal * 1000:.0f} ms, {gdal / own:.1f} times")


if __name__ == "__main__":
    main()
