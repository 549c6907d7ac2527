"""Peak memory, speed and the network's share of the time, on rasters of growing size.

    python -m bench.memory [--sizes 8192 16384] [--model FOLDER] [--device cpu]
    python -m bench.memory --cheap [--sizes 8192 16384x4096 65536x1024] [--probability]

Makes four-band float32 rasters window by window in a temporary folder (16384 pixels: 4.3 GB),
extracts from each in a process of its own, and prints a table. The memory above the loaded model
is the peak less that of an extraction from 64 x 64 pixels. A size is a side, or width x height.
With --cheap a threshold takes the place of the network, whose memory does not depend on the size,
so that wide rasters take a minute; the figures are then those of all that is around the network.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import psutil
import rasterio
from rasterio.transform import Affine
from rasterio.windows import Window

BLOCK = 1024
SQUARE = ("8192", "16384")
WIDE = ("8192x8192", "16384x4096", "65536x1024")
ROOT = Path(__file__).parents[1]


@dataclass(frozen=True)
class MeasuredExtraction:
    """One extraction: peak resident memory in MB, the command's result, seconds by part."""

    peak_mb: float
    result: dict[str, float]
    parts: dict[str, float]


def make_raster(path: Path, width: int, height: int) -> None:
    """Four bands of decibels with a rotated bright block about every 60 pixels."""
    rng = np.random.default_rng(width)
    noise = rng.normal(-15, 2, (4, 2 * BLOCK, 2 * BLOCK)).astype(np.float32)
    rows, cols = np.mgrid[:BLOCK, :BLOCK]
    along, across = 0.9 * cols + 0.44 * rows, 0.9 * rows - 0.44 * cols
    block = np.where((along % 60 < 24) & (across % 60 < 15), np.float32(12), np.float32(0))
    with rasterio.open(
        path,
        "w",
        driver="GTiff",
        width=width,
        height=height,
        count=4,
        dtype="float32",
        crs="EPSG:32631",
        transform=Affine(0.8, 0, 600_000, 0, -0.8, 5_750_000),
        tiled=True,
        BIGTIFF="IF_SAFER",
    ) as file:
        for row in range(0, height, BLOCK):
            for col in range(0, width, BLOCK):
                rows, cols = min(BLOCK, height - row), min(BLOCK, width - col)
                top, left = rng.integers(0, BLOCK, 2)
                values = noise[:, top : top + rows, left : left + cols] + block[:rows, :cols]
                file.write(values, window=Window(col, row, cols, rows))


def run(sar: Path, cheap: bool, options: list[str]) -> MeasuredExtraction:
    """Extract in a child process and watch its memory."""
    out = sar.with_suffix(".gpkg")
    command = ["core", "extract", "--sar", str(sar), "--out", str(out), "--overwrite"]
    if cheap:
        command = ["bench.cheap_engine", str(sar), str(out)]
    log = sar.with_suffix(".log")
    with log.open("w") as stderr:
        child = subprocess.Popen(
            [sys.executable, "-m", *command, *options],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=stderr,
            text=True,
        )
        process, peak = psutil.Process(child.pid), 0
        while child.poll() is None:
            try:
                peak = max(peak, process.memory_info().rss)
            except psutil.NoSuchProcess:
                break
            time.sleep(0.02)
        output, _ = child.communicate()
    text = log.read_text()
    if child.returncode != 0:
        raise SystemExit(text)
    times = re.findall(r"Time: (.*)", text)[-1]
    parts = {name.strip(): float(s) for name, s in re.findall(r"([a-z ]+) ([\d.]+) s", times)}
    return MeasuredExtraction(peak / 2**20, json.loads(output.splitlines()[-1]), parts)


def size_of(text: str) -> tuple[int, int]:
    """Width and height from ``8192`` or ``65536x1024``."""
    width, _, height = text.partition("x")
    return int(width), int(height or width)


def main() -> None:
    """Print one row per size."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--sizes", type=size_of, nargs="+")
    parser.add_argument("--model", default="")
    parser.add_argument("--device", default="")
    parser.add_argument("--cheap", action="store_true")
    parser.add_argument("--probability", action="store_true")
    arguments = parser.parse_args()
    options = ["--model", arguments.model] if arguments.model else []
    options += ["--device", arguments.device] if arguments.device else []
    sizes = arguments.sizes or [size_of(text) for text in (WIDE if arguments.cheap else SQUARE)]
    print(f"{'pixels':>14} {'Mpx/s':>7} {'peak MB':>8} {'above model MB':>15} {'network':>8} parts")
    idle_mb = 0.0
    with tempfile.TemporaryDirectory() as folder:
        for width, height in [(64, 64), *sizes]:
            sar = Path(folder) / f"{width}.tif"
            make_raster(sar, width, height)
            wanted = ["--probability", f"{folder}/p{width}.tif"] if arguments.probability else []
            done = run(sar, arguments.cheap, [*options, *wanted])
            sar.unlink()
            idle_mb = idle_mb or done.peak_mb
            speed = done.result["megapixels"] / done.result["seconds"]
            share = done.parts["network"] / done.parts["total"]
            print(
                f"{f'{width} x {height}':>14} {speed:7.2f} {done.peak_mb:8.0f} "
                f"{done.peak_mb - idle_mb:15.0f} {share:8.0%} {done.parts}",
                flush=True,
            )


if __name__ == "__main__":
    main()
