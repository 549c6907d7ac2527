"""The sample that statistics are measured on."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from rasterio.transform import Affine

from core.raster.grid import Bounds, Grid
from core.raster.statistics import Read, is_covered, measure

sides = st.integers(700, 40_000)
coordinates = st.integers(-100_000, 100_000)


def windows(grid: Grid) -> set[Bounds]:
    """Bounds of the windows that are sampled."""
    seen = set()

    def read(window: Grid) -> np.ndarray:
        seen.add(window.bounds)
        assert window.width <= 64 and window.height <= 64
        shape = (1, window.height, window.width)
        return -np.arange(1, np.prod(shape) + 1, dtype=np.float32).reshape(shape)

    measure(grid, read, None, "db", False)
    return seen


def uniform(values: np.ndarray) -> bool | None:
    """What is measured of SAR of these values [h, w]; None if none is valid."""
    height, width = values.shape
    grid = Grid(None, Affine(1, 0, 0, 0, -1, height), width, height)

    def read(window: Grid) -> np.ndarray:
        left, top = round(window.bounds[0]), round(height - window.bounds[3])
        return values[None, top : top + window.height, left : left + window.width]

    found = measure(grid, read, None, "db", False)
    return None if found is None else found.sar_is_uniform


def test_a_scene_is_uniform_only_if_all_of_it_is() -> None:
    flat = np.full((2000, 1500), -10, np.float32)
    assert uniform(flat)
    with_holes = flat.copy()
    with_holes[::2] = np.nan
    assert uniform(with_holes)
    one_differs = flat.copy()
    one_differs[1999, 1499] = -9
    assert uniform(one_differs) is False
    one_pixel = np.full((300, 300), np.nan, np.float32)
    assert uniform(one_pixel) is None
    one_pixel[7, 9] = -10
    assert uniform(one_pixel) is False  # too little to say


def grid_of(values: np.ndarray) -> tuple[Grid, Read]:
    """A grid, and how values [bands, h, w] on it are read; NaN beyond it."""
    _, height, width = values.shape
    padded = np.pad(values, ((0, 0), (0, 512), (0, 512)), constant_values=np.nan)

    def read(window: Grid) -> np.ndarray:
        left, top = round(window.bounds[0]), round(height - window.bounds[3])
        return padded[:, top : top + window.height, left : left + window.width]

    return Grid(None, Affine(1, 0, 0, 0, -1, height), width, height), read


def test_shares_of_bands_and_of_optical_are_measured() -> None:
    sar = -np.random.default_rng(0).random((3, 400, 400), np.float32)
    sar[0, :, :100], sar[1], sar[2] = np.nan, np.nan, -5
    optical = np.ones((1, 400, 400), np.float32)
    optical[:, 200:] = np.nan
    (grid, read_sar), (_, read_optical) = grid_of(sar[:2]), grid_of(optical)
    found = measure(grid, read_sar, read_optical, "db", False)
    assert found and found.band_shares == (0.75, 0.0) and found.optical_share == 0.5
    flat = measure(*grid_of(sar[[0, 2]]), None, "db", False)
    assert flat and flat.band_shares == (0.75, 0.0)  # one value says nothing either


def test_one_pixel_of_optical_on_sar_is_found() -> None:
    sar = np.full((1, 2000, 1500), -5, np.float32)
    sar[:, :100] = np.nan
    optical = np.full((1, 2000, 1500), np.nan, np.float32)
    (grid, read_sar), (_, read_optical) = grid_of(sar), grid_of(optical)
    optical[:, :100] = 1  # beside SAR
    assert not is_covered(grid, read_sar, grid_of(optical)[1])
    optical[0, 1999, 1499] = 1
    assert is_covered(grid, read_sar, grid_of(optical)[1])
    assert not is_covered(grid, read_sar, read_optical)


@settings(max_examples=30)
@given(sides, sides, coordinates, coordinates)
def test_shifted_scene_has_the_same_windows_away_from_its_edges(
    height: int, width: int, x: int, y: int
) -> None:
    grid = Grid(None, Affine(1, 0, x, 0, -1, y), width, height)
    shifted = grid.crop(1, 1, height, width)
    first, second = windows(grid), windows(shifted)
    left, bottom, right, top = x + 1, y - height, x + width, y - 1  # what both have
    for one, other in ((first, second), (second, first)):
        uncut = {w for w in one if left < w[0] and bottom < w[1] and w[2] < right and w[3] < top}
        assert uncut <= other
    assert 7 * 7 <= len(first) <= 16 * 16
    for a, b, c, d in first:
        assert x <= a < c <= x + width and y - height <= b < d <= y
