"""The scenes of the ablation: what they show, of which places, and their fingerprint."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from rasterio.features import rasterize

from bench.ablation import data, scenes
from bench.ablation.radar import random_radar
from bench.pretrain.chips import BACKGROUND, BUILDING, TEACHING, UNKNOWN, Chip
from tests.builders.rasters import WriteRaster


@pytest.mark.slow
def test_fingerprint_changes_with_the_radar(monkeypatch):
    digest = scenes.fingerprint.__wrapped__  # not cached
    before = digest()
    assert digest() == before
    monkeypatch.setattr(scenes, "random_radar", lambda rng: replace(random_radar(rng), looks=1.3))
    assert digest() != before


@pytest.fixture
def chip() -> Chip:
    """Red roofs on a green background, and a strip of which nothing is known."""
    rng = np.random.default_rng(0)
    rgb = rng.normal((60, 110, 50), 8, (200, 240, 3))
    mask = np.full((200, 240), BACKGROUND, np.uint8)
    for row in range(10, 180, 40):
        for col in range(10, 200, 40):
            rgb[row : row + 20, col : col + 25] += (110, -50, 0)
            mask[row : row + 20, col : col + 25] = BUILDING
    mask[:, 230:] = UNKNOWN
    return Chip("dubai_test", np.clip(rgb, 0, 255).astype(np.uint8), mask)


def test_scenes_of_both_kinds_show_buildings_in_both_images(tmp_path: Path, chip, monkeypatch):
    monkeypatch.setattr(scenes, "SIZE", 128)
    photograph, city = scenes.photograph_scene(1, [chip]), scenes.city_scene(1, "suburb")
    for scene in (photograph, city):
        assert np.isfinite(scene.sar).all(axis=(1, 2)).sum() == 1
        assert np.isfinite(scene.optical).any(axis=(1, 2)).tolist() == [True] * 3 + [False] * 2
        assert 0 < scene.building.mean() < 0.8 and len(scene.footprints)
        drawn = rasterize([(p, 1) for p in scene.footprints], scene.building.shape) > 0
        assert (drawn == scene.building).mean() > 0.98
    assert city.known.all()
    red = photograph.optical[0]
    assert red[photograph.building].mean() > np.nanmean(red[~photograph.building]) + 1

    data.write_scene(photograph, tmp_path / "test-00.npz")
    (again,) = data.read_scenes(tmp_path, "test")
    assert again.sar.dtype == np.float32 and (again.building == photograph.building).all()
    assert np.nanmax(np.abs(again.sar - photograph.sar)) < 0.01
    assert (again.known == photograph.known).all()
    assert len(again.footprints) == len(photograph.footprints)


def test_each_place_is_in_one_split(shared_data: Path):
    names = names_of_chips(shared_data / "optical")
    assert all(names) and not (names[0] & names[1] or names[0] & names[2] or names[1] & names[2])


def test_each_made_place_is_in_the_split_of_its_name(tmp_path: Path, write_raster: WriteRaster):
    places = (TEACHING, scenes.VALIDATION_PLACES, scenes.TEST_PLACES)
    training, validation, test = ({f"{name}_0" for name in names} for names in places)
    for name in (*training, *validation, *test, "massbuild_0", "unknown_0"):
        (tmp_path / name).mkdir()
        for file, bands in (("optical.tif", 3), ("buildings.tif", 1)):
            write_raster(f"{name}/{file}", np.ones((bands, 8, 8), np.uint8))
    assert names_of_chips(tmp_path) == [training, validation, test]


def names_of_chips(folder: Path) -> list[set[str]]:
    splits = (data.TRAINING, data.VALIDATION, data.PHOTOGRAPHS)
    return [{chip.name for chip in scenes.chips_of(folder, split)} for split in splits]


def test_all_radars_look_south_and_are_of_one_look():
    setups = [random_radar(np.random.default_rng(seed)) for seed in range(50)]
    assert all(165 <= s.look_azimuth_deg <= 195 and s.looks < 1.2 for s in setups)
