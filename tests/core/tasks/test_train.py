"""Training: that it learns, and that an interrupted run ends as an uninterrupted one."""

from __future__ import annotations

import json
import shutil
from dataclasses import fields, replace
from pathlib import Path

import pytest
import torch

from core.hatch.errors import Cancelled, InputError
from core.hatch.events import Metric
from core.hatch.jobs import TrainingSettings, TrainJob
from core.hatch.reporter import Reporter
from core.models.store import load_model, save_model
from core.networks import PRESETS
from core.simulator import simulate, write_scene
from core.tasks.train import train

pytestmark = pytest.mark.usefixtures("tiny_preset")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    path = tmp_path_factory.mktemp("train") / "scene"
    scene = simulate(3, 160, pixel_size_m=0.8, clouds=0.0, nodata=False, style="suburb")
    write_scene(scene, path)
    return path


def held_out_of(folder: Path) -> Path:
    """A copy of a scene, to validate on."""
    copy = folder.with_name("held out")
    if not copy.exists():
        shutil.copytree(folder, copy)
    return copy


def small_job(folder, out, **values) -> TrainJob:
    """A job of 4 steps; ``values`` are fields of the job or its training settings."""
    names = {field.name for field in fields(TrainingSettings)}
    training = {name: values.pop(name) for name in set(values) & names}
    settings = TrainingSettings(**{"batch": 2, "crop": 64, "steps": 4, **training})
    values = {"validation": (str(held_out_of(folder)),), "preset": "tiny", **values}
    return TrainJob(**{"scenes": (str(folder),), "out": str(out), "training": settings, **values})


def test_imagenet_weights_of_another_encoder_are_refused(folder, tmp_path):
    weights = tmp_path / "weights.pth"
    torch.save(PRESETS["light"].encoder(3).state_dict(), weights)
    job = small_job(folder, tmp_path / "out", preset="fast", imagenet=str(weights))
    with pytest.raises(InputError, match="no weights for the encoder of 'fast'"):
        train(job, Reporter())
    assert sorted(p.name for p in tmp_path.iterdir()) == ["weights.pth"]


@pytest.mark.slow
def test_interrupted_run_ends_like_an_uninterrupted_one(folder, tmp_path):
    often = {"checkpoint_every": 1, "validate_every": 2}
    train(small_job(folder, tmp_path / "whole", **often), Reporter())

    steps = 0

    def count(event):
        nonlocal steps
        steps += isinstance(event, Metric)

    broken = small_job(folder, tmp_path / "broken", **often)
    with pytest.raises(Cancelled):
        train(broken, Reporter(count, lambda: steps == 1))
    assert not (tmp_path / "broken").exists()
    result = train(broken, Reporter())
    assert result.steps == 4
    whole, resumed = (load_model(tmp_path / name)[1] for name in ("whole", "broken"))
    assert whole.sha256 == resumed.sha256
    assert sorted(p.name for p in tmp_path.iterdir()) == ["broken", "whole"]


@pytest.mark.slow
def test_training_learns(folder, tmp_path):
    """On one scene the loss falls by a fifth in few steps."""

    def last_loss(steps: int) -> float:
        losses = []

        def follow(event):
            if isinstance(event, Metric):
                losses.append(event.values["loss"])

        job = small_job(folder, tmp_path / str(steps), steps=steps, learning_rate=5e-3)
        train(job, Reporter(follow))
        return losses[-1]

    assert last_loss(40) < last_loss(1) * 0.8


def test_a_frozen_teacher_stays_as_it_was(folder, tmp_path):
    train(small_job(folder, tmp_path / "base", steps=1), Reporter())
    frozen = {"base": str(tmp_path / "base"), "frozen_teacher": True, "learning_rate": 0.1}
    train(small_job(folder, tmp_path / "next", steps=3, **frozen), Reporter())
    before, after = (load_model(tmp_path / n)[0].state_dict() for n in ("base", "next"))
    same = {name for name in before if torch.equal(before[name], after[name])}
    assert {name for name in before if name.startswith("opt.")} <= same
    assert "hal.decoder.logits.weight" not in same


def test_head_for_clicks_of_a_base_is_left_out(folder, tmp_path):
    train(small_job(folder, tmp_path / "base", steps=1), Reporter())
    network, manifest = load_model(tmp_path / "base")
    network.add_click_head()
    assert save_model(network, manifest, tmp_path / "base").click_head
    train(small_job(folder, tmp_path / "next", steps=1, base=str(tmp_path / "base")), Reporter())
    assert not load_model(tmp_path / "next")[1].click_head


def test_training_goes_on_from_a_base(folder, tmp_path):
    train(small_job(folder, tmp_path / "base", steps=1), Reporter())
    job = small_job(folder, tmp_path / "next", steps=1, base=str(tmp_path / "base"))
    # The network is the base's, whatever the job's preset says.
    train(replace(job, preset="base"), Reporter())
    manifest = load_model(tmp_path / "next")[1]
    assert manifest.parent == "base" and manifest.preset == "tiny"
    assert manifest.pixel_size_m == 0.8


def test_the_pixel_size_is_the_jobs_where_it_names_one(folder, tmp_path):
    train(small_job(folder, tmp_path / "base", steps=1, pixel_size_m=1.6), Reporter())
    job = small_job(folder, tmp_path / "next", steps=1, base=str(tmp_path / "base"))
    train(job, Reporter())
    assert load_model(tmp_path / "next")[1].pixel_size_m == 1.6


def test_a_checkpoint_of_another_training_is_named(folder, tmp_path):
    job = small_job(folder, tmp_path / "model")
    torch.save({"step": 1}, tmp_path / "model.checkpoint")
    with pytest.raises(InputError, match="belongs to another training"):
        train(job, Reporter())


@pytest.mark.slow
def test_a_run_does_not_go_on_with_other_labels(folder, tmp_path):
    steps = 0

    def count(event):
        nonlocal steps
        steps += isinstance(event, Metric)

    scene, often = tmp_path / "scene", {"checkpoint_every": 1, "validate_every": 2}
    shutil.copytree(folder, scene)
    with pytest.raises(Cancelled):
        train(small_job(scene, tmp_path / "model", **often), Reporter(count, lambda: steps == 1))
    labels = json.loads((scene / "buildings.geojson").read_text())
    whole = json.dumps(labels)
    del labels["features"][0]
    (scene / "buildings.geojson").write_text(json.dumps(labels))
    with pytest.raises(InputError, match=r"with other labels; .*model\.checkpoint"):
        train(small_job(scene, tmp_path / "model", **often), Reporter())
    (scene / "buildings.geojson").write_text(whole)
    assert train(small_job(scene, tmp_path / "model", **often), Reporter()).steps == 4


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"schedule": "steps"}, "schedule must be one of poly, cosine"),
        ({"crop": 100}, "multiple of 32"),
        ({"steps": 0}, "at least 1"),
        ({"scenes": ()}, "no scene"),
    ],
)
def test_bad_settings_are_an_error_that_names_the_field(folder, tmp_path, values, words):
    with pytest.raises(InputError, match=words):
        train(small_job(folder, tmp_path / "model", **values), Reporter())


def test_folder_that_got_other_files_meanwhile_is_not_replaced(folder, tmp_path):
    out = tmp_path / "model"

    def add_notes(_event):
        out.mkdir(exist_ok=True)
        (out / "notes.txt").write_text("the user's")

    with pytest.raises(InputError, match=r"other files.*notes\.txt"):
        train(small_job(folder, out), Reporter(add_notes))
    assert [path.name for path in out.iterdir()] == ["notes.txt"]
    (out / "notes.txt").unlink()
    assert train(small_job(folder, out), Reporter()).steps == 4


def test_second_training_of_a_model_at_the_same_time_is_refused(folder, tmp_path):
    out = tmp_path / "models" / "model"
    refused = []

    def start_another(event):
        if isinstance(event, Metric) and not refused:
            with pytest.raises(InputError, match="Another run is writing this output") as error:
                train(small_job(folder, out), Reporter())
            refused.append(str(error.value))

    result = train(small_job(folder, out, checkpoint_every=1), Reporter(start_another))
    assert result.steps == 4 and refused[0].endswith(f": {out}")
    assert [path.name for path in out.parent.iterdir()] == ["model"]


@pytest.mark.parametrize("named", ["the same", "relative", "link", "link to sar.tif", "list"])
def test_scene_that_is_trained_and_validated_on_is_refused(folder, tmp_path, monkeypatch, named):
    monkeypatch.chdir(folder)
    other = tmp_path / "other"
    if named == "link":
        other.symlink_to(folder)
    elif named == "link to sar.tif":
        other.mkdir()
        (other / "sar.tif").symlink_to(folder / "sar.tif")
    elif named == "list":
        (tmp_path / "train.windows").write_text("a 0 9")
    trained = str(tmp_path / "train.windows") if named == "list" else str(folder)
    validated = {"relative": f"../{folder.name}/.", "link": str(other)}.get(named, trained)
    validated = str(other) if named == "link to sar.tif" else validated
    job = small_job(folder, tmp_path / "model", scenes=(trained,), validation=(validated,))
    with pytest.raises(InputError, match="is given for training and for validation; choose") as e:
        train(job, Reporter())
    assert str(e.value).endswith(f": {validated}")
