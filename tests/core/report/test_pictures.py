"""Pictures of a block, read back from their PNG."""

from __future__ import annotations

import base64
import warnings
from dataclasses import replace

import numpy as np
import pytest
from rasterio.errors import NotGeoreferencedWarning
from rasterio.io import MemoryFile

from core.datasets.scenes import LabelledScene
from core.report.pictures import (
    BUILDING,
    DIM,
    INVALID,
    LEAST_SIDE,
    MARGIN,
    OUTLINE,
    block_pictures,
    png,
)

SIDE = 50
TIMES = 5  # 50 px become 250


def read(picture: str) -> np.ndarray:
    """uint8 [H, W, 3]"""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", NotGeoreferencedWarning)
        with MemoryFile(base64.b64decode(picture)) as file, file.open() as raster:
            assert raster.driver == "PNG"
            return np.moveaxis(raster.read(), 0, -1)


def at(picture: str, row: int, col: int) -> tuple[int, ...]:
    """The colour in the middle of a pixel of the block."""
    return tuple(read(picture)[row * TIMES + TIMES // 2, col * TIMES + TIMES // 2].tolist())


@pytest.fixture
def scene() -> LabelledScene:
    """One house in the middle; no SAR in the top rows, labels missing in columns 1 to 9."""
    rng = np.random.default_rng(0)
    sar = rng.normal(size=(4, SIDE, SIDE)).astype(np.float16)
    sar[2:] = np.nan
    sar[:, :5] = np.nan
    building = np.zeros((SIDE, SIDE), np.uint8)
    building[20:30, 20:30] = 1
    known = np.ones((SIDE, SIDE), np.uint8)
    known[:, 1:10] = 0
    none = np.zeros_like(building)
    optical = np.full((5, SIDE, SIDE), np.nan, np.float16)
    return LabelledScene("block", sar, optical, building, none, none, known)


@pytest.fixture
def probability(scene) -> np.ndarray:
    return scene.building.astype(np.float32)


def test_a_png_gives_back_its_pixels_and_no_warning():
    image = np.random.default_rng(1).integers(0, 256, (7, 5, 3), dtype=np.uint8)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        file = png(image)
    assert np.array_equal(read(file), image)


def test_all_are_of_one_size_and_large_enough(scene, probability):
    pictures = block_pictures(scene, probability)
    assert set(pictures) == {"sar", "labels", "prediction"}
    assert {read(picture).shape for picture in pictures.values()} == {(250, 250, 3)}


def test_a_large_block_keeps_its_size():
    shape = LEAST_SIDE + 20, 60
    empty = np.zeros(shape, np.uint8)
    nothing = np.full((5, *shape), np.nan, np.float16)
    scene = LabelledScene("tall", nothing[:4], nothing, empty, empty, empty, empty + 1)
    picture = read(block_pictures(scene, empty.astype(np.float32))["sar"])
    assert picture.shape == (*shape, 3) and (picture == INVALID).all()


def test_sar_is_grey_from_the_bands_that_are_there(scene, probability):
    picture = read(block_pictures(scene, probability)["sar"])[::TIMES, ::TIMES].astype(float)
    assert (picture[:5] == INVALID).all()
    there = picture[5:]
    assert (there == there[..., :1]).all() and there.min() == 0 and there.max() == 255
    mean = scene.sar[:2, 5:].astype(float).mean(axis=0)
    inner = (there[..., 0] > 0) & (there[..., 0] < 255)
    assert np.corrcoef(there[..., 0][inner], mean[inner])[0, 1] > 0.999


def test_labels_are_outlined_where_they_hold(scene, probability):
    scene.building[20:30, 2:6] = 1
    picture = block_pictures(scene, probability)["labels"]
    outlined = (read(picture) == OUTLINE).all(axis=-1)
    assert outlined[20 * TIMES : 20 * TIMES + 2, 20 * TIMES : 30 * TIMES].all()
    assert not outlined[20 * TIMES + 2 : 30 * TIMES - 2, 20 * TIMES + 2 : 30 * TIMES - 2].any()
    assert not outlined[:, TIMES : 10 * TIMES].any()


def test_only_labelled_pixels_and_a_margin_are_shown(scene, probability):
    middle = np.zeros_like(scene.labelled)
    middle[3:30, 20:40] = 1
    pictures = block_pictures(replace(scene, labelled=middle), probability)
    height, width = 3 + 27 + MARGIN, MARGIN + 20 + MARGIN
    times = -(-LEAST_SIDE // height)
    assert read(pictures["sar"]).shape == (height * times, width * times, 3)
    outlined = (read(pictures["labels"]) == OUTLINE).all(axis=-1)
    assert outlined[20 * times, MARGIN * times : (MARGIN + 10) * times].all()


def test_unlabelled_pixels_are_hatched(scene, probability):
    whole = replace(scene, labelled=np.ones_like(scene.labelled))
    hatched = read(block_pictures(scene, probability)["labels"]).astype(int)
    plain = read(block_pictures(whole, probability)["labels"]).astype(int)
    darker = (hatched < plain).any(axis=-1)
    assert 0.3 < darker[50:, TIMES : 10 * TIMES].mean() < 0.6
    assert not darker[:, 10 * TIMES :].any()


def test_the_prediction_is_tinted_by_probability(scene, probability):
    probability[35:45, 35:45], probability[25, 25] = 0.5, np.nan
    probability[:5] = 1
    pictures = block_pictures(scene, probability)
    for row, col, share in [(24, 24, 0.7), (40, 40, 0.35), (15, 40, 0.0), (25, 25, 0.0)]:
        before = DIM * np.array(at(pictures["sar"], row, col))
        after = np.array(at(pictures["prediction"], row, col))
        expected = before + share * (np.array(BUILDING) - before)
        assert np.abs(after - expected).max() <= 1
    assert at(pictures["prediction"], 2, 30) == INVALID


def test_optical_is_shown_where_there_is_one(scene, probability):
    scene.optical[:3, :, :25] = np.linspace(-1, 1, 25)
    picture = block_pictures(scene, probability)["optical"]
    assert at(picture, 30, 0) == (0, 0, 0) and at(picture, 30, 24) == (255, 255, 255)
    assert at(picture, 30, 40) == INVALID


def test_panchromatic_is_grey(scene, probability):
    scene.optical[4] = np.linspace(-1, 1, SIDE)
    red, green, blue = at(block_pictures(scene, probability)["optical"], 30, 20)
    assert red == green == blue and 60 < red < 160
