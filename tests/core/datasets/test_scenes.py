"""Folders of scenes as arrays, and labels as rasters."""

from __future__ import annotations

import numpy as np
import pytest
from rasterio.transform import Affine
from shapely.geometry import box

from core.datasets.scenes import rasterise, read_labelled
from core.hatch.errors import InputError
from core.raster.grid import Grid
from core.simulator import simulate, write_scene


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    path = tmp_path_factory.mktemp("datasets") / "scene"
    scene = simulate(3, 160, pixel_size_m=0.8, clouds=0.0, nodata=False, style="suburb")
    write_scene(scene, path)
    return path, scene


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
