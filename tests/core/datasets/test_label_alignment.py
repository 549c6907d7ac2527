"""Label polygons that miss the image by a known number of metres."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from rasterio.crs import CRS
from rasterio.transform import Affine

from core.datasets.label_alignment import BLOCK, REACH, aligned
from core.datasets.scenes import rasterise
from core.raster.grid import Grid

PIXEL_M = 0.8
WIDTH, HEIGHT = 2 * BLOCK, BLOCK + 20
METRES = Grid(CRS.from_epsg(32631), Affine(0.8, 0, 6e5, 0, -0.8, 5.75e6), WIDTH, HEIGHT)
DEGREES = Grid(CRS.from_epsg(4326), Affine(1e-5, 0, 4, 0, -7e-6, 52), WIDTH, HEIGHT)


def town(grid: Grid) -> np.ndarray:
    """Sixty houses of random sizes, in both halves of a grid."""
    rng = np.random.default_rng(5)
    corners = rng.integers((24, 24), (WIDTH - 44, HEIGHT - 44), (60, 2))
    sides = rng.integers(7, 18, (60, 2))
    boxes = [shapely.box(x, y, x + w, y + h) for (x, y), (w, h) in zip(corners, sides)]
    return shapely.transform(np.array(boxes), lambda at: at @ matrix(grid) + origin(grid))


def matrix(grid: Grid) -> np.ndarray:
    return np.diag([grid.transform.a, grid.transform.e])


def origin(grid: Grid) -> np.ndarray:
    return np.array([grid.transform.c, grid.transform.f])


def shifted(polygons: np.ndarray, right: float, down: float, grid: Grid) -> np.ndarray:
    """Polygons moved by pixels."""
    return shapely.transform(polygons, lambda at: at + np.array([right, down]) @ matrix(grid))


def seen(polygons: np.ndarray, grid: Grid) -> np.ndarray:
    building = rasterise(polygons, grid)[0]
    noise = np.random.default_rng(1).normal(0, 0.2, building.shape)
    return np.clip(0.2 + 0.6 * building + noise, 0, 1)


def distances(first: np.ndarray, second: np.ndarray, grid: Grid) -> np.ndarray:
    """Of centroids, in pixels."""
    x, y = (get(shapely.centroid(first)) - get(shapely.centroid(second)) for get in AXES)
    return np.hypot(x / grid.transform.a, y / grid.transform.e)


AXES = (shapely.get_x, shapely.get_y)
KNOWN = np.ones((HEIGHT, WIDTH), bool)


@pytest.mark.parametrize("grid", [METRES, DEGREES], ids=["metres", "degrees"])
@settings(max_examples=15)
@given(right=st.integers(-12, 12), down=st.integers(-12, 12))
def test_labels_return_to_their_buildings(grid, right, down):
    truth = town(grid)
    found = aligned(shifted(truth, right, down, grid), seen(truth, grid), KNOWN, grid, PIXEL_M)
    assert distances(found, truth, grid).max() <= 1
    np.testing.assert_allclose(shapely.area(found), shapely.area(truth))


def test_blocks_with_another_offset_have_their_own():
    truth = town(METRES)
    west = shapely.get_x(shapely.centroid(truth)) < METRES.bounds[0] + BLOCK * 0.8
    labels = np.where(west, shifted(truth, 6, 2, METRES), shifted(truth, -5, 0, METRES))
    found = aligned(labels, seen(truth, METRES), KNOWN, METRES, PIXEL_M)
    # A house on the border of the blocks, displaced into the other one, is moved with that.
    assert np.mean(distances(found, truth, METRES) <= 1) > 0.9
    assert np.mean(distances(labels, truth, METRES) <= 1) == 0


def test_correct_labels_stay_where_they_are():
    truth = town(METRES)
    assert (aligned(truth, seen(truth, METRES), KNOWN, METRES, PIXEL_M) == truth).all()


@pytest.mark.parametrize("count", [0, 5])
def test_of_few_labels_no_offset_is_estimated(count):
    labels = shifted(town(METRES)[:count], 12, 0, METRES)
    found = aligned(labels, seen(town(METRES), METRES), KNOWN, METRES, PIXEL_M)
    assert len(found) == count
    assert distances(found, labels, METRES).max(initial=0) <= np.hypot(REACH, REACH)


def test_labels_displaced_each_by_itself_come_nearer_to_their_buildings():
    truth = town(METRES)
    angle = np.random.default_rng(2).uniform(0, 2 * np.pi, len(truth))
    moves = 3 * np.stack([np.cos(angle), np.sin(angle)], axis=1)
    labels = np.array([shifted(house, *move, METRES) for house, move in zip(truth, moves)])
    found = aligned(labels, seen(truth, METRES), KNOWN, METRES, PIXEL_M)
    assert distances(found, truth, METRES).mean() < 1.5
    np.testing.assert_allclose(shapely.area(found), shapely.area(truth))


def test_labels_without_evidence_stay_where_they_are():
    labels = shifted(town(METRES), 8, 0, METRES)
    nothing = np.full(KNOWN.shape, np.nan)
    assert (aligned(labels, nothing, KNOWN, METRES, PIXEL_M) == labels).all()
