"""Prediction of a scene: the heads' soft border, the lattice of tiles, strips from any one on."""

from __future__ import annotations

from contextlib import closing
from typing import Any

import numpy as np
import pytest
import shapely
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rasterio.transform import Affine

from core.hatch.errors import ModelError
from core.hatch.events import Event, Progress
from core.hatch.jobs import AREA_CONTEXT, STRIDE, TILE_CONTEXT, Area
from core.hatch.manifest import Manifest
from core.hatch.reporter import Reporter
from core.inference import predict
from core.inference.predict import SOFT_BORDER, optical_share, predict_tile, probability_strips
from core.raster.grid import Grid
from core.raster.scene import Scene
from core.raster.tiles import TILE_SIZE
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


def test_an_area_has_the_same_strides_and_only_its_tiles(write_raster: WriteRaster) -> None:
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


class Covered(BrightIsBuilding):
    """An engine whose answer is the share of its tile that optical covers."""

    tile = TILE_SIZE

    def predict(
        self, sar: np.ndarray, optical: np.ndarray | None, hallucinate: bool = True
    ) -> tuple[np.ndarray | None, np.ndarray | None]:
        share = 0.0 if optical is None else float(np.isfinite(optical[0]).mean())
        heads = np.full((2, *sar.shape[1:]), share, np.float32)
        return heads if hallucinate else None, None if optical is None else heads


@pytest.mark.parametrize("missing, equal", [(0, True), (STRIDE, False)])
def test_nothing_is_read_beyond_the_context_of_an_area(
    write_raster: WriteRaster, missing: int, equal: bool
) -> None:
    values = np.random.default_rng(0).normal(-15, 3, (1000, 1000)).astype(np.float32)
    bands = np.random.default_rng(1).integers(1, 255, (3, 1000, 1000)).astype(np.uint8)
    sar = write_raster("sar.tif", values, transform=Affine(1, 0, 600_000, 0, -1, 5_750_000))
    area = Area(shapely.box(600_480, 5_749_480, 600_520, 5_749_520).wkt, "EPSG:32631")
    found = []
    for first in (0, 480 - AREA_CONTEXT - TILE_CONTEXT - STRIDE + missing + 1):
        place = Affine(1, 0, 600_000 + first, 0, -1, 5_750_000 - first)
        last = 1000 - first
        optical = write_raster(f"{first}.tif", bands[:, first:last, first:last], transform=place)
        with open_files([sar], optical, area=area) as scene:
            found.append(probabilities(scene, Covered()))
    assert np.array_equal(*found) == equal


class Speckle:
    """A scene in memory, with a corner that is not valid and optical on its left half."""

    def __init__(self, height: int, width: int, top: int) -> None:
        self.grid = Grid(None, Affine(1, 0, 0, 0, -1, -top), width, height)
        rng = np.random.default_rng(0)
        self._sar = rng.normal(0, 3, (4, height, width)).astype(np.float32)
        self._sar[:, : height // 3, : width // 3] = np.nan
        self._optical = rng.normal(0, 1, (5, height, width)).astype(np.float32)
        self._optical[:, :, width // 2 :] = np.nan

    def read(self, row: int, col: int, height: int, width: int) -> tuple[np.ndarray, np.ndarray]:
        rows, cols = np.arange(row, row + height), np.arange(col, col + width)
        known = np.isin(rows, range(self.grid.height))[:, None] & np.isin(
            cols, range(self.grid.width)
        )

        def window(values: np.ndarray) -> np.ndarray:
            near = values.take(rows, 1, mode="clip").take(cols, 2, mode="clip")
            return np.where(known, near, np.float32(np.nan))

        return window(self._sar), window(self._optical)

    def inside(self, row: int, col: int, height: int, width: int) -> np.ndarray:
        return np.add.outer(np.arange(row, row + height), np.arange(col, col + width)) % 7 > 0


class Averaging:
    """An engine whose answer at a pixel depends on all of the tile."""

    manifest = Manifest("averaging", "A test's stand-in.", "none", 1.0, 0.5, "")
    name = "test"
    tile, streams = 96, 1

    def __init__(self) -> None:
        self.calls = 0

    def predict(
        self, sar: np.ndarray, optical: np.ndarray | None, hallucinate: bool = True
    ) -> tuple[np.ndarray | None, np.ndarray | None]:
        self.calls += 1
        first = np.nan_to_num(sar[:2]) + np.nanmean(sar)
        second = None if optical is None else 1 / (1 + np.exp(-np.nan_to_num(optical[:2])))
        return 1 / (1 + np.exp(-first)) if hallucinate else None, second


@pytest.fixture(params=[(512, 2**22), (7, 9000)])
def rows_of_strips(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Strips of whole rows of tiles, and of fewer rows, as of wide rasters."""
    least, pixels = request.param
    monkeypatch.setattr(predict, "_LEAST_ROWS", least)
    monkeypatch.setattr(predict, "STRIP_PIXELS", pixels)


@pytest.mark.usefixtures("rows_of_strips")
@settings(
    max_examples=30,
    suppress_health_check=[HealthCheck.function_scoped_fixture],  # the same for all examples
)
@given(
    height=st.integers(1, 420),
    width=st.integers(1, 150),
    top=st.integers(0, 96),
    finished=st.integers(0, 20),
)
def test_strips_are_the_same_without_those_that_were_finished_before(
    height: int, width: int, top: int, finished: int
) -> None:
    scene, engine = Speckle(height, width, top), Averaging()
    whole = list(probability_strips(scene, engine, Reporter(), Timing()))
    calls, engine.calls = engine.calls, 0
    progress: list[tuple[float, float]] = []

    def note(event: Event) -> None:
        assert isinstance(event, Progress)
        progress.append((event.done, event.total))

    rest = list(probability_strips(scene, engine, Reporter(note), Timing(), finished))
    assert len(rest) == max(0, len(whole) - finished)
    for expected, strip in zip(whole[finished:], rest):
        assert strip.row == expected.row
        for name in ("probability", "contact", "valid", "optical_share"):
            np.testing.assert_array_equal(getattr(strip, name), getattr(expected, name))
    row = rest[0].row if rest else height
    assert engine.calls < calls or row < engine.tile
    if rest:
        done, total = progress[-1]
        assert done == total and len(progress) == total - progress[0][0] + 1


@pytest.mark.parametrize("value", [np.nan, np.inf])
def test_probability_that_is_no_number_is_an_error_of_the_model(value):
    class Overflowing:
        def predict(self, sar, *_):
            maps = np.full((2, *sar.shape[1:]), 0.5, np.float32)
            maps[0, 3, 3] = value
            return maps, None

    sar, valid = np.zeros((4, 32, 32), np.float32), np.ones((32, 32), bool)
    with pytest.raises(ModelError, match="values that are not finite; choose another model"):
        predict_tile(Overflowing(), sar, None, valid)
    valid[3, 3] = False  # where nothing is asked for
    predict_tile(Overflowing(), sar, None, valid)
