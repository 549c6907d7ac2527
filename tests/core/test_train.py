"""Training: what a crop may be, that a broken run ends as an unbroken one, that it learns."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from core.datasets.crops import crop_batch
from core.datasets.scenes import LabelledScene, read_labelled
from core.errors import Cancelled, InputError
from core.job import Metric, TrainJob
from core.models.store import load_model
from core.reporter import Reporter
from core.simulate import simulate, write_scene
from core.train import train


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    path = tmp_path_factory.mktemp("train") / "scene"
    scene = simulate(3, 160, pixel_size_m=0.8, clouds=0.0, nodata=False, style="suburb")
    write_scene(scene, path)
    return path, scene


def make_scene(height: int, width: int) -> LabelledScene:
    rng = np.random.default_rng(0)
    sar = rng.normal(size=(4, height, width)).astype(np.float16)
    optical = rng.normal(size=(5, height, width)).astype(np.float16)
    optical[4] = np.nan
    return LabelledScene("made", sar, optical, np.ones((height, width), np.uint8))


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
    sar, optical, building = crop_batch(
        [make_scene(height, width)], 2, 64, np.random.default_rng(seed)
    )
    assert sar.shape == (2, 4, 64, 64) and optical.shape == (2, 5, 64, 64)
    assert building.shape == (2, 1, 64, 64)
    known = np.isfinite(sar).any(axis=1)
    # At least one polarisation stays wherever there is ground, and nothing beyond it is known.
    assert known.sum() == 2 * min(height, 64) * min(width, 64)
    assert (building[:, 0][known] == 1).all() and (building[:, 0][~known] == 0).all()
    assert not np.isfinite(optical).any(axis=1)[~known].any()


def test_crops_depend_on_the_random_numbers_alone():
    scenes = [make_scene(90, 90), make_scene(70, 120)]
    first, second = (crop_batch(scenes, 3, 64, np.random.default_rng(5)) for _ in range(2))
    for one, other in zip(first, second, strict=True):
        np.testing.assert_array_equal(one, other)


def small_job(folder, out, **values) -> TrainJob:
    job = TrainJob((str(folder),), str(out), validation=(str(folder),), batch=2, crop=64, steps=4)
    return replace(job, **values)


def test_a_broken_run_ends_as_an_unbroken_one(folder, tmp_path, monkeypatch):
    monkeypatch.setattr("core.train.CHECKPOINT_EVERY", 1)
    monkeypatch.setattr("core.train.VALIDATE_EVERY", 2)
    train(small_job(folder[0], tmp_path / "whole"), Reporter())

    steps = 0

    def count(event):
        nonlocal steps
        steps += isinstance(event, Metric)

    broken = small_job(folder[0], tmp_path / "broken")
    with pytest.raises(Cancelled):
        train(broken, Reporter(count, lambda: steps == 1))
    assert not (tmp_path / "broken").exists()
    result = train(broken, Reporter())
    assert result["steps"] == 4
    whole, resumed = (load_model(tmp_path / name)[1] for name in ("whole", "broken"))
    assert whole.sha256 == resumed.sha256
    assert sorted(p.name for p in tmp_path.iterdir()) == ["broken", "whole"]


def test_training_learns(folder, tmp_path):
    """On one scene the loss falls by a fifth in few steps."""

    def last_loss(steps: int) -> float:
        losses = []

        def follow(event):
            if isinstance(event, Metric):
                losses.append(event.values["loss"])

        job = small_job(folder[0], tmp_path / str(steps), steps=steps, learning_rate=5e-3)
        train(job, Reporter(follow))
        return losses[-1]

    assert last_loss(40) < last_loss(1) * 0.8


def test_a_frozen_teacher_stays_as_it_was(folder, tmp_path):
    train(small_job(folder[0], tmp_path / "base", steps=1), Reporter())
    frozen = small_job(folder[0], tmp_path / "next", steps=3, base=str(tmp_path / "base"))
    train(replace(frozen, frozen_teacher=True, learning_rate=0.1), Reporter())
    before, after = (load_model(tmp_path / n)[0].state_dict() for n in ("base", "next"))
    same = {name for name in before if torch.equal(before[name], after[name])}
    assert {name for name in before if name.startswith("opt.")} <= same
    assert "hal.decoder.logits.weight" not in same


def test_training_goes_on_from_a_base(folder, tmp_path):
    train(small_job(folder[0], tmp_path / "base", steps=1), Reporter())
    job = small_job(folder[0], tmp_path / "next", steps=1, base=str(tmp_path / "base"))
    # The network is the base's, whatever the job's preset says.
    train(replace(job, preset="base"), Reporter())
    manifest = load_model(tmp_path / "next")[1]
    assert manifest.parent == "base" and manifest.preset == "light"
