"""Peak memory, speed and the network's share of the time, on rasters of growing size.

    python bench/memory.py [--sizes 8192 16384] [--model FOLDER] [--device cpu]

Makes four-band float32 rasters window by window in a temporary folder (16384 pixels: 4.3 GB),
extracts from each in a process of its own, and prints a table. The memory above the loaded model
is the peak less that of an extraction from 64 x 64 pixels.
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
ROOT = Path(__file__).parents[1]


@dataclass(frozen=True)
class Run:
    """One extraction: peak resident memory in MB, the command's result, seconds by part."""

    peak_mb: float
    result: dict[str, float]
    parts: dict[str, float]


def make_raster(path: Path, size: int) -> None:
    """Four bands of decibels with a rotated bright block about every 60 pixels."""
    rng = np.random.default_rng(size)
    rows, cols = np.mgrid[:BLOCK, :BLOCK]
    along, across = 0.9 * cols + 0.44 * rows, 0.9 * rows - 0.44 * cols
    block = np.where((along % 60 < 24) & (across % 60 < 15), 12, 0)
    with rasterio.open(
        path,
        "w",
        driver="GTiff",
        width=size,
        height=size,
        count=4,
        dtype="float32",
        crs="EPSG:32631",
        transform=Affine(0.8, 0, 600_000, 0, -0.8, 5_750_000),
        tiled=True,
        BIGTIFF="IF_SAFER",
    ) as file:
        for row in range(0, size, BLOCK):
            for col in range(0, size, BLOCK):
                height, width = min(BLOCK, size - row), min(BLOCK, size - col)
                values = rng.normal(-15, 2, (4, height, width)) + block[:height, :width]
                file.write(values.astype(np.float32), window=Window(col, row, width, height))


def run(sar: Path, options: list[str]) -> Run:
    """Extract in a child process and watch its memory."""
    out = sar.with_suffix(".gpkg")
    command = [sys.executable, "-m", "core", "extract", "--sar", str(sar), "--out", str(out)]
    command.append("--overwrite")
    log = sar.with_suffix(".log")
    with log.open("w") as stderr:
        child = subprocess.Popen(
            [*command, *options], cwd=ROOT, stdout=subprocess.PIPE, stderr=stderr, text=True
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
    return Run(peak / 2**20, json.loads(output.splitlines()[-1]), parts)


def main() -> None:
    """Print one row per size."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[8192, 16384])
    parser.add_argument("--model", default="")
    parser.add_argument("--device", default="")
    arguments = parser.parse_args()
    options = ["--model", arguments.model] if arguments.model else []
    options += ["--device", arguments.device] if arguments.device else []
    print(f"{'pixels':>8} {'Mpx/s':>7} {'peak MB':>8} {'above model MB':>15} {'network':>8} parts")
    idle_mb = 0.0
    with tempfile.TemporaryDirectory() as folder:
        for size in [64, *arguments.sizes]:
            sar = Path(folder) / f"{size}.tif"
            make_raster(sar, size)
            done = run(sar, options)
            sar.unlink()
            idle_mb = idle_mb or done.peak_mb
            speed = done.result["megapixels"] / done.result["seconds"]
            share = done.parts["network"] / done.parts["total"]
            print(
                f"{size:8} {speed:7.2f} {done.peak_mb:8.0f} {done.peak_mb - idle_mb:15.0f} "
                f"{share:8.0%} {done.parts}",
                flush=True,
            )


if __name__ == "__main__":
    main()
