"""Probabilities of a made-up town, and files of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
from rasterio.crs import CRS
from scipy.ndimage import gaussian_filter

from core.raster.blend import Strip
from core.raster.grid import Grid
from core.raster.probability_file import ProbabilityWriter
from tests.conftest import NORTH_UP, UTM

HEIGHT, WIDTH = 700, 300
GRID = Grid(CRS.from_string(UTM), NORTH_UP, WIDTH, HEIGHT)


def town(seed: int = 0) -> Strip:
    """Blobs of every probability, contact between some of them, a part without data."""
    rng = np.random.default_rng(seed)

    def noise(scale: float) -> np.ndarray:
        values = gaussian_filter(rng.normal(size=(HEIGHT, WIDTH)), scale)
        return (1 / (1 + np.exp(-3 * values / values.std()))).astype(np.float32)

    valid = np.ones((HEIGHT, WIDTH), bool)
    valid[400:450, :120] = False
    return Strip(0, noise(6) * valid, noise(3) * valid, valid, noise(20) * valid)


def cut(whole: Strip, rows: int) -> Iterator[Strip]:
    """The strip in strips of so many rows."""
    for row in range(0, HEIGHT, rows):
        part = slice(row, row + rows)
        yield Strip(
            row,
            whole.probability[part],
            whole.contact[part],
            whole.valid[part],
            whole.optical_share[part],
        )


def write(path: Path, whole: Strip, rows: int = 100, threshold: float = 0.35) -> Path:
    with ProbabilityWriter(path, GRID, "a model", threshold) as writer:
        for _ in writer.write_through(cut(whole, rows)):
            pass
    return path
