"""How long outlines take, without the network, on predictions of growing size."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from rasterio.crs import CRS
from rasterio.transform import Affine

from bench.town import Town
from core.footprints.vectorise import vectorise
from core.footprints.write import FootprintFile
from core.raster.blend import Strip
from core.raster.grid import Grid
from core.timing import Timing

ROWS = 512  # of a strip at most
STRIP_PIXELS = 2**22  # of a strip at most
THRESHOLD = 0.5
MIN_AREA_M2 = 10.0


@dataclass(frozen=True)
class Times:
    """Times of one raster.

    ``parts`` are seconds by step; steps that run side by side may add up to more than ``seconds``.
    ``cpu`` are seconds of all threads.
    """

    footprints: int
    megapixels: float
    seconds: float
    cpu: float
    parts: dict[str, float]

    def __str__(self) -> str:
        steps = [f"{name} {1000 * s / self.megapixels:.1f}" for name, s in self.parts.items()]
        return (
            f"{self.footprints} footprints, {self.megapixels:.0f} Mpx: "
            f"{self.megapixels / self.seconds:.1f} Mpx/s, "
            f"{10_000 * self.seconds / self.footprints:.2f} s per 10,000 footprints "
            f"({10_000 * self.cpu / self.footprints:.2f} of CPU); ms/Mpx: {', '.join(steps)}"
        )


class _TimedStrips:
    """Passes on strips, with the seconds that it took to make them."""

    def __init__(self, strips: Iterator[Strip]) -> None:
        self._strips = strips
        self.seconds = self.cpu = 0.0

    def strips(self) -> Iterator[Strip]:
        """The strips."""
        while True:
            started, cpu = time.perf_counter(), time.thread_time()
            strip = next(self._strips, None)
            self.seconds += time.perf_counter() - started
            self.cpu += time.thread_time() - cpu
            if strip is None:
                return
            yield strip


def measure(town: Town, width: int, height: int) -> Times:
    """From predictions of a town to a GeoPackage in a temporary folder."""
    grid = Grid(CRS.from_epsg(32631), Affine(0.8, 0, 6e5, 0, -0.8, 5.75e6), width, height)
    timing = Timing()
    rows = 2 ** int(np.log2(min(ROWS, STRIP_PIXELS // width)))
    made = _TimedStrips(town.strips(width, height, rows))
    with tempfile.TemporaryDirectory() as folder:
        started, cpu = time.perf_counter(), time.process_time()
        file = FootprintFile(Path(folder) / "footprints.gpkg", grid.crs, "town")
        for batch in vectorise(made.strips(), grid, THRESHOLD, MIN_AREA_M2, timing):
            with timing.part("writing"):
                file.add(batch)
        seconds = time.perf_counter() - started - made.seconds
        cpu = time.process_time() - cpu - made.cpu
    return Times(file.count, width * height / 1e6, seconds, cpu, dict(timing.seconds))


def exponent(footprints: Sequence[float], seconds: Sequence[float]) -> float:
    """The power of the number of footprints with which the time grows."""
    slope, _ = np.polyfit(np.log(footprints), np.log(seconds), 1)
    return float(slope)


def print_times(sizes: Sequence[tuple[int, int]]) -> None:
    """Print a line for each width and height, and the exponent if there are several."""
    town = Town()
    measure(town, 1024, 1024)  # the first run loads libraries
    times = []
    for width, height in sizes:
        times.append(measure(town, width, height))
        print(times[-1], flush=True)
    if len(times) > 1:
        numbers = [one.footprints for one in times]
        wall, cpu = [one.seconds for one in times], [one.cpu for one in times]
        print(
            f"time grows with the power {exponent(numbers, wall):.3f} of the number of footprints, "
            f"CPU time with {exponent(numbers, cpu):.3f}"
        )
