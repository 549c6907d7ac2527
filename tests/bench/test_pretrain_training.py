"""Training of the default model: runs, what they start from, and their records."""

from __future__ import annotations

import json
import math
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from safetensors.torch import load_file, save_file

from bench.pretrain.publish import training_record
from bench.pretrain.scenes import Recipe
from bench.pretrain.train import Plan, Training, base_training, train
from bench.pretrain.validation import ValidationSet
from core.hatch.errors import InputError
from core.hatch.manifest import WEIGHTS, Manifest
from core.models.store import save_model
from core.networks import PRESETS, Preset, build
from core.networks.encoder import BasicBlock, EfficientNetLite0, ResNet
from tests.builders.pretraining import CPU, labelled

pytest_plugins = ["tests.bench.pretraining_fixtures"]


@pytest.fixture
def small_plan(tmp_path, scenes, monkeypatch) -> Plan:
    """A training of a tiny network on two scenes."""
    small = Preset(lambda bands: ResNet(bands, BasicBlock, (1, 1, 1, 1), 8), 8, 4)
    monkeypatch.setitem(PRESETS, "small", small)
    folder = tmp_path / "scenes"
    folder.mkdir()
    for kind, packed in scenes.items():
        np.save(folder / f"{Recipe(kind, True).name}-000001.npy", packed)
    size = {"batch": 2, "crop": 32, "capacity": 2, "least": 2}
    return Plan("test", folder, tmp_path / "out", preset="small", **size)


def small_validation() -> ValidationSet:
    return ValidationSet({"real": [labelled(64)], "simulated": [labelled(64)]}, CPU)


@pytest.mark.parametrize("end", [{"steps": 5}, {"seconds": 0.5}])
def test_a_training_ends_and_leaves_weights_and_a_log(tmp_path, small_plan, end):
    train(replace(small_plan, **end), small_validation(), CPU)

    log = tmp_path / "out" / "test.jsonl"
    lines = [json.loads(line) for line in log.read_text().splitlines()]
    assert lines[-1]["end"] and lines[-1]["step"] >= 3
    assert "steps" not in end or lines[-1]["step"] == 3 + end["steps"]
    assert math.isfinite(lines[-1]["score"]) and 0 <= lines[-1]["real/sar"] <= 1
    for kept in ("best", "last"):
        weights = load_file(tmp_path / "out" / f"test-{kept}.safetensors")
        assert weights.keys() == build("small").state_dict().keys()


def test_an_interrupted_training_goes_on_from_its_latest_validation(
    tmp_path, small_plan, monkeypatch
):
    plan = replace(small_plan, steps=7, validate_every=4)
    validation = small_validation()

    def figures(self, network):
        if (out / "test.state").exists():
            raise KeyboardInterrupt
        return real_figures(self, network)

    out, real_figures = tmp_path / "out", ValidationSet.figures
    with monkeypatch.context() as context:
        context.setattr(ValidationSet, "figures", figures)
        with pytest.raises(KeyboardInterrupt):
            train(plan, validation, CPU)

    with pytest.raises(InputError, match="other settings was interrupted"):
        train(replace(plan, learning_rate=1e-4), validation, CPU)
    train(plan, validation, CPU)

    lines = [json.loads(line) for line in (out / "test.jsonl").read_text().splitlines()]
    assert [line.get("step") for line in lines] == [None, 4, 8, 10]
    assert lines[-1]["end"] and lines[-1]["s"] >= lines[1]["s"]
    assert not (out / "test.state").exists()


def test_a_cuda_graph_is_refused_without_cuda(small_plan):
    with pytest.raises(InputError, match="NVIDIA GPU"):
        Training(replace(small_plan, graphed=True), CPU)


def test_a_training_that_goes_on_from_a_model_leaves_out_its_head_for_clicks(tmp_path):
    network = build("fast")
    network.add_click_head()
    weights = tmp_path / "weights.safetensors"
    save_file(network.state_dict(), weights)

    training = Training(Plan("test", tmp_path, tmp_path, batch=1, base=str(weights)), CPU)

    assert training.network.click is None
    assert torch.equal(training.network.fuse_hal.logits.weight, network.fuse_hal.logits.weight)


def test_training_of_optical_alone_keeps_what_does_not_read_it(
    tmp_path, small_plan, pool, monkeypatch
):
    """The OPT encoder of another kind starts from ImageNet, the rest from the base."""
    mixed = replace(PRESETS["small"], optical=EfficientNetLite0, shared=64)
    monkeypatch.setitem(PRESETS, "small mixed", mixed)
    base, base_file = build("small"), tmp_path / "base.safetensors"
    save_file(base.state_dict(), base_file)
    imagenet = dict(EfficientNetLite0(3).state_dict())
    torch.save(imagenet, tmp_path / "imagenet.pth")
    plan = replace(
        small_plan,
        preset="small mixed",
        base=str(base_file),
        imagenet=str(tmp_path / "imagenet.pth"),
        optical_only=True,
    )
    training = Training(plan, CPU)
    stem = training.network.opt.encoder._conv_stem.weight
    torch.testing.assert_close(stem[:, :3], imagenet["_conv_stem.weight"] * 3 / 5)
    before = {name: weight.clone() for name, weight in training.network.state_dict().items()}

    for _ in range(2):
        training.update(pool, 0.0)

    own = base.state_dict()
    after = training.weights()
    changed = {name for name in after if not torch.equal(after[name], before[name].to(after[name]))}
    trained = ("opt.", "fuse_opt.", "shared.norms.0.")
    assert changed and all(name.startswith(trained) for name in changed)
    for part in trained:
        assert any(name.startswith(part) for name in changed)
    for name in own:
        if not name.startswith(trained):
            torch.testing.assert_close(after[name], own[name].to(after[name]))


def test_a_teacher_adds_a_term_that_is_zero_for_itself(tmp_path, small_plan, pool):
    network = build("small")
    folder = tmp_path / "teacher"
    save_model(network, Manifest("t", "", "small", 0.8, 0.5, ""), folder)
    training = Training(replace(small_plan, teacher=str(folder)), CPU)
    crops, sar, optical = training.batch(pool)

    _, parts = training.loss_terms(sar, optical, crops)
    training.network.load_state_dict(training.teacher.state_dict())
    training.network.eval()
    _, own = training.loss_terms(sar, optical, crops)

    assert parts["teacher"] > 0
    assert own["teacher"].item() == pytest.approx(0, abs=1e-5)


def test_the_record_names_all_trainings_before_also_if_the_base_is_replaced_later(
    tmp_path, small_plan
):
    first = {"steps": 40, "seconds": 5, "scenes": 60, "where": "one GPU"}
    second = {**first, "steps": 30, "continues": first}
    base = save_base(tmp_path / "base", {**second, "settings": {"batch": 64}})

    train(replace(small_plan, steps=1, base=str(base)), small_validation(), CPU)
    save_base(tmp_path / "base", {**first, "steps": 99})

    assert training_record(small_plan.out / "test.jsonl")[1]["continues"] == second


def save_base(folder: Path, training: dict[str, Any]) -> Path:
    save_model(
        build("small"), Manifest("base", "", "small", 0.8, 0.5, "", training=training), folder
    )
    return folder / WEIGHTS


def test_a_record_names_no_training_before_without_a_manifest_beside_the_weights(
    tmp_path, small_plan
):
    base = tmp_path / "all-last.safetensors"
    save_file(build("small").state_dict(), base)

    train(replace(small_plan, steps=1, base=str(base)), small_validation(), CPU)

    assert base_training(str(base)) == base_training("") == {}
    assert "continues" not in training_record(small_plan.out / "test.jsonl")[1]
