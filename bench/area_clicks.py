"""How long a click on the map takes: a real worker, clicks in a row on a simulated scene.

    python -m bench.area_clicks [--size 4000] [--clicks 10] [--sar FILE [--optical FILE]]

Prints one row per click, then medians without the first, which loads the model and measures the
layer: seconds from the job's line to its result, and seconds that the worker's threads computed,
which other programs on the machine hardly change. What QGIS does before and after is not in it.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import psutil
import rasterio
import shapely

from core.hatch.events import Error, Result
from core.hatch.jobs import Area, ExtractJob, Job, SceneInput
from core.hatch.protocol import RunRequest, decode_event, encode_request
from core.hatch.results import ExtractResult, JobResult
from core.hatch.worker_variables import WORKER_VARIABLES
from core.simulator import simulate, write_scene

ROOT = Path(__file__).parents[1]
SIDE = 368  # pixels of the area of a click
PIXEL_M = 0.8


class Client:
    """One worker process, warm from the first job on."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "core.worker"],
            cwd=ROOT,
            env={**os.environ, **WORKER_VARIABLES},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
        )
        assert self._process.stdin and self._process.stdout
        self._requests, self._events = self._process.stdin, self._process.stdout
        self._events.readline()  # ready
        self._number = 0  # of jobs so far
        self._jobs = 0

    def do(self, job: Job) -> JobResult:
        """Its result. Raises SystemExit with the sentence when there is none."""
        self._jobs += 1
        self._requests.write(encode_request(RunRequest(str(self._jobs), job)))
        self._requests.flush()
        while True:
            _, event = decode_event(self._events.readline())
            if isinstance(event, Error):
                raise SystemExit(event.sentence)
            if isinstance(event, Result):
                return event.value

    @property
    def computed(self) -> float:
        """Seconds that its threads have computed so far."""
        times = psutil.Process(self._process.pid).cpu_times()
        return float(times.user + times.system)

    def close(self) -> None:
        """End the process."""
        self._requests.close()
        self._process.wait()


def sample_areas(sar: Path, count: int) -> list[Area]:
    """Squares of SIDE pixels of PIXEL_M at random places of a raster in metres."""
    rng = np.random.default_rng(0)
    half = SIDE * PIXEL_M / 2
    with rasterio.open(sar) as file:
        left, bottom, right, top = file.bounds
        crs = file.crs.to_wkt()
    centres = rng.uniform((left + half, bottom + half), (right - half, top - half), (count, 2))
    return [Area(shapely.box(x - half, y - half, x + half, y + half).wkt, crs) for x, y in centres]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--size", type=int, default=4000, help="pixels of the simulated scene")
    parser.add_argument("--clicks", type=int, default=10)
    parser.add_argument("--sar", type=Path, help="a scene of your own instead")
    parser.add_argument("--optical", default="")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        sar, optical = arguments.sar, arguments.optical
        if sar is None:
            write_scene(simulate(1, arguments.size), name)
            sar, optical = Path(name) / "sar.tif", str(Path(name) / "optical.tif")
        out = str(Path(name) / "footprints.gpkg")
        areas = sample_areas(sar, arguments.clicks)
        for title, image in {"SAR alone": "", "SAR and optical": optical}.items():
            if title == "SAR alone" or image:
                print(title, *table(str(sar), image, out, areas), sep="\n", flush=True)


def table(sar: str, optical: str, out: str, areas: list[Area]) -> list[str]:
    """A row for each click on a fresh worker, and the medians."""
    client = Client()
    rows = [f"{'click':>8} {'seconds':>8} {'computed':>9} {'footprints':>11}"]
    seconds, computed = [], []
    for number, area in enumerate(areas, start=1):
        started, before = time.perf_counter(), client.computed
        scene = SceneInput((sar,), optical, area=area)
        result = client.do(ExtractJob(scene, out, overwrite=True))
        assert isinstance(result, ExtractResult)
        seconds.append(time.perf_counter() - started)
        computed.append(client.computed - before)
        figures = f"{seconds[-1]:>8.2f} {computed[-1]:>9.2f}"
        rows.append(f"{number:>8} {figures} {result.footprints:>11}")
    client.close()
    medians = f"{statistics.median(seconds[1:]):>8.2f} {statistics.median(computed[1:]):>9.2f}"
    return [*rows, f"{'median':>8} {medians}   of 2 to {len(areas)}"]


if __name__ == "__main__":
    main()
