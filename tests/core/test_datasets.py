"""Scenes as arrays, their targets, and what a crop of them may be."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rasterio.transform import Affine
from shapely.geometry import box

from core.datasets.augment import augment_optical, augment_sar
from core.datasets.crops import crop_batch
from core.datasets.scenes import LabelledScene, rasterise, read_labelled
from core.hatch.errors import InputError
from core.raster.grid import Grid
from core.simulator import simulate, write_scene


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    path = tmp_path_factory.mktemp("datasets") / "scene"
    scene = simulate(3, 160, pixel_size_m=0.8, clouds=0.0, nodata=False, style="suburb")
    write_scene(scene, path)
    return path, scene


def make_scene(height: int, width: int) -> LabelledScene:
    rng = np.random.default_rng(0)
    sar = rng.normal(size=(4, height, width)).astype(np.float16)
    optical = rng.normal(size=(5, height, width)).astype(np.float16)
    optical[4] = np.nan
    ones = np.ones((height, width), np.uint8)
    return LabelledScene("made", sar, optical, ones, ones, ones, ones)


def test_a_folder_is_read_as_it_was_simulated(folder):
    path, scene = folder
    read = read_labelled(path, 0.8)
    assert read.sar.shape[1:] == read.building.shape == (160, 160)
    assert (read.building.astype(bool) == scene.buildings).mean() > 0.999
    assert np.isfinite(read.sar).all() and np.isnan(read.optical[4]).all()
    assert abs(np.median(read.sar[0])) < 0.05


def test_a_scene_without_optical_has_none(folder, tmp_path):
    for name in ("sar.tif", "buildings.geojson"):
        (tmp_path / name).write_bytes((folder[0] / name).read_bytes())
    assert np.isnan(read_labelled(tmp_path, 0.8).optical).all()


def test_a_folder_that_is_no_scene_is_named(tmp_path):
    with pytest.raises(InputError, match=r"no sar\.tif"):
        read_labelled(tmp_path, 0.8)


@settings(max_examples=40, deadline=None)
@given(st.integers(20, 100), st.integers(20, 100), st.integers(0, 2**32))
def test_crops_of_any_scene(height, width, seed):
    sar, optical, targets = crop_batch(
        [make_scene(height, width)], 2, 64, np.random.default_rng(seed)
    )
    assert sar.shape == (2, 4, 64, 64) and optical.shape == (2, 5, 64, 64)
    assert targets.shape == (2, 4, 64, 64)
    assert sar.dtype == optical.dtype == targets.dtype == np.float32
    # At least one polarisation stays wherever there is ground, and nothing beyond it is known.
    known = np.isfinite(sar).any(axis=1)
    assert (targets == known[:, None]).all()
    # The whole scene or the whole crop, unless the crop is zoomed.
    for image in known:
        sides = sorted((image.any(axis=0).sum(), image.any(axis=1).sum()))
        for side, length in zip(sides, sorted((height, width)), strict=True):
            assert min(64, int(0.69 * length)) <= side <= min(64, int(1.41 * length) + 1)


def test_crops_depend_on_the_random_numbers_alone():
    scenes = [make_scene(90, 90), make_scene(70, 120)]
    first, second = (crop_batch(scenes, 3, 64, np.random.default_rng(5)) for _ in range(2))
    for one, other in zip(first, second, strict=True):
        np.testing.assert_array_equal(one, other)


def test_a_share_of_a_batch_is_those_crops_of_the_whole():
    scenes = [make_scene(90, 90), make_scene(70, 120)]
    whole = crop_batch(scenes, 6, 64, np.random.default_rng(5))
    share = crop_batch(scenes, 6, 64, np.random.default_rng(5), share=slice(2, 4))
    for one, other in zip(whole, share, strict=True):
        np.testing.assert_array_equal(one[2:4], other)


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 2**32))
def test_images_and_targets_stay_on_top_of_each_other(seed):
    """Whatever the turn, the zoom and the colours: bright is building, dark is edge."""
    rng = np.random.default_rng(seed)
    building = np.kron(rng.integers(0, 2, (12, 12)), np.ones((10, 10))).astype(np.uint8)
    edge = np.kron(np.eye(12), np.ones((10, 10))).astype(np.uint8)
    values = (5.0 * building - 5.0 * edge).astype(np.float16)
    scene = replace(
        make_scene(120, 120),
        sar=np.tile(values, (4, 1, 1)),
        optical=np.tile(values, (5, 1, 1)),
        building=building,
        edge=edge,
    )
    sar, optical, targets = crop_batch([scene], 1, 64, rng)
    expected = targets[0, 0] - targets[0, 1]
    # Images that lay another way round would not correlate; optical may be shifted by two pixels.
    for image, least in ((sar, 0.7), (optical, 0.4)):
        for band in image[0]:
            known = np.isfinite(band)
            if known.sum() > 1000:
                assert np.corrcoef(band[known], expected[known])[0, 1] > least


@pytest.mark.parametrize("fixed_look", [True, False])
def test_only_scenes_of_any_look_are_turned(fixed_look):
    """SAR grows brighter downwards; with a fixed look it does so in every crop."""
    ramp = np.tile(np.linspace(-4, 4, 100, dtype=np.float16)[:, None], (4, 1, 100))
    scene = replace(make_scene(100, 100), sar=ramp)
    sar, _, _ = crop_batch([scene], 32, 64, np.random.default_rng(0), fixed_look=fixed_look)
    brightness = np.nanmean(sar, axis=1)
    down = brightness[:, 32:].mean(axis=(1, 2)) - brightness[:, :32].mean(axis=(1, 2))
    assert (down > 1).all() if fixed_look else (down > 1).any() and (down < -1).any()


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 2**32))
def test_augmentation_invents_no_pixel(seed):
    rng = np.random.default_rng(seed)
    known = rng.random((32, 32)) > 0.1
    image = np.where(known, rng.normal(size=(5, 32, 32)), np.nan).astype(np.float32)
    sar, optical = augment_sar(image[:4].copy(), rng), augment_optical(image.copy(), rng)
    assert (np.isfinite(sar).any(axis=0) == known).all()
    assert not np.isfinite(optical).any(axis=0)[~known].any()
    for band in sar:
        assert (np.isfinite(band) == known).all() or np.isnan(band).all()


def test_targets_by_hand():
    """Two buildings that share a wall, one behind a gap of one pixel, one behind a gap of two."""
    rows = [(1, 3), (3, 5), (6, 8), (10, 12)]
    polygons = np.array([box(1, -bottom, 5, -top) for top, bottom in rows])
    building, edge, contact = rasterise(polygons, Grid(None, Affine(1, 0, 0, 0, -1, 0), 7, 13))
    assert building[:, 3].tolist() == [0, 1, 1, 1, 1, 0, 1, 1, 0, 0, 1, 1, 0]
    assert contact[:, 3].tolist() == [0, 0, 1, 1, 0, 1, 0, 0, 0, 0, 0, 0, 0]
    assert edge.tolist() == building.tolist()  # no building is more than two pixels high
    assert not contact[:, 6].any()


def test_an_edge_is_one_pixel_wide_and_none_at_the_border_of_the_image():
    polygons = np.array([box(-5, -6, 6, 5)])
    _, edge, contact = rasterise(polygons, Grid(None, Affine(1, 0, 0, 0, -1, 0), 9, 9))
    expected = np.zeros((9, 9), int)
    expected[5, :6] = expected[:6, 5] = 1
    assert edge.tolist() == expected.tolist() and not contact.any()


def test_labels_that_overlap_are_two_buildings():
    polygons = np.array([box(0, -9, 5, 0), box(4, -9, 9, 0)])
    building, _, contact = rasterise(polygons, Grid(None, Affine(1, 0, 0, 0, -1, 0), 9, 9))
    assert building.all()
    assert contact[4].tolist() == [0, 0, 0, 1, 1, 0, 0, 0, 0]


def test_no_labels_no_targets():
    targets = rasterise(np.array([]), Grid(None, Affine(1, 0, 0, 0, -1, 0), 9, 9))
    assert not np.any(targets)
