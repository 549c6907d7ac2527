"""The soft border between both heads; tiles that do not depend on crop and area."""

from __future__ import annotations

from contextlib import closing
from typing import Any

import numpy as np
import pytest
import shapely
from rasterio.transform import Affine

from core.hatch.jobs import Area
from core.hatch.reporter import Reporter
from core.inference.predict import SOFT_BORDER, optical_share, probability_strips
from core.raster.scene import Scene
from core.timing import Timing
from tests.builders.rasters import WriteRaster, open_files
from tests.conftest import BrightIsBuilding


def test_soft_border_lies_inside_the_optical_and_not_along_the_edge_of_sar() -> None:
    sar, optical = np.ones((40, 100), bool), np.ones((40, 100), bool)
    optical[:, 60:] = False
    sar[:, :5] = optical[:, :5] = False
    share = optical_share(optical, sar)
    assert (share[:, 60:] == 0).all() and (share[:, :5] == 0).all()
    assert (share[:, 5 : 60 - SOFT_BORDER] == 1).all()
    assert (np.diff(share[20, 60 - SOFT_BORDER : 61]) < 0).all()


class Strided(BrightIsBuilding):
    """An engine whose answer depends on a pixel's place in the stride, as a network's does."""

    def predict(
        self, sar: np.ndarray, optical: np.ndarray | None, hallucinate: bool = True
    ) -> tuple[np.ndarray | None, np.ndarray | None]:
        self.calls.append((optical is not None, hallucinate))
        rows, cols = np.indices(sar.shape[1:])
        place = (32 * (rows % 32) + cols % 32) / 1024
        return np.stack([place, place]).astype(np.float32), None


def probabilities(scene: Scene, engine: Any) -> np.ndarray:
    """The probability of building on the whole grid of a scene."""
    with closing(probability_strips(scene, engine, Reporter(), Timing())) as strips:
        return np.concatenate([strip.probability for strip in strips])


def write(write_raster: WriteRaster, row: int, col: int) -> str:
    """A file without the first rows and columns of a scene."""
    values = np.random.default_rng(0).normal(-15, 3, (500, 420)).astype(np.float32)
    place = Affine(1, 0, 600_000 + col, 0, -1, 5_750_000 - row)
    return write_raster(f"{row}.tif", values[row:, col:], transform=place)


@pytest.mark.parametrize("row, col", [(1, 1), (37, 101), (200, 300)])
def test_a_crop_has_the_same_strides(write_raster: WriteRaster, row: int, col: int) -> None:
    with open_files([write(write_raster, 0, 0)]) as scene:
        whole = probabilities(scene, Strided())
    with open_files([write(write_raster, row, col)]) as scene:
        crop = probabilities(scene, Strided())
    assert len(np.unique(whole)) > 1000
    np.testing.assert_allclose(crop, whole[row:, col:], atol=1e-6)


def test_an_area_has_the_same_strides_and_only_its_tiles(
    write_raster: WriteRaster,
) -> None:
    path = write(write_raster, 0, 0)
    with open_files([path]) as scene:
        whole = probabilities(scene, engine := Strided())
    tiles = len(engine.calls)
    left, right, top, bottom = 203, 280, 330, 395
    corners = [(left, -top), (right, -top), (right, -bottom)]  # a triangle
    triangle = shapely.Polygon([(600_000 + x, 5_750_000 + y) for x, y in corners])
    with open_files([path], area=Area(triangle.wkt, "EPSG:32631")) as scene:
        part = probabilities(scene, engine := Strided())
        row, col, height, width = scene.layer_grid.window_of(scene.grid.bounds)
        inside = scene.inside(0, 0, height, width)
    assert 0 < len(engine.calls) < tiles
    np.testing.assert_allclose(part, whole[row : row + height, col : col + width] * inside)
