"""What a step of training changes: learning rate, checkpoint."""

from __future__ import annotations

import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest
import torch

from core.hatch.errors import InputError
from core.hatch.jobs import TrainingSettings
from core.networks import assemble
from core.training.checkpoint import read_checkpoint, write_checkpoint
from core.training.fingerprint import TrainingFingerprint
from core.training.state import State, learning_rate_share
from tests.builders.networks import TINY


@pytest.mark.parametrize(("schedule", "half_way"), [("poly", 0.5**0.9), ("cosine", 0.5)])
def test_the_learning_rate_warms_up_and_decays(schedule, half_way):
    assert learning_rate_share(0, 1000, schedule) == pytest.approx(0.01)
    assert learning_rate_share(500, 1000, schedule) == pytest.approx(half_way)
    assert learning_rate_share(1000, 1000, schedule) == pytest.approx(0)


def test_a_short_training_warms_up_in_its_first_fifth():
    assert learning_rate_share(0, 50, "poly") == pytest.approx(0.1)
    assert learning_rate_share(9, 50, "poly") == pytest.approx((41 / 50) ** 0.9)


def test_full_disk_keeps_the_previous_checkpoint_and_leaves_no_partial_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    network = assemble(TINY)
    state = State(network, TrainingSettings())
    path = tmp_path / "model.checkpoint"
    state.save(path)
    whole = path.read_bytes()

    def full(_, file):
        file.write(b"half of it")
        raise RuntimeError("unexpected pos 62908096 vs 62907984")  # what torch says of it

    monkeypatch.setattr(torch, "save", full)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(total=10**9, free=0))
    with pytest.raises(InputError, match=f"The disk of {tmp_path} is full"):
        state.save(path)
    assert path.read_bytes() == whole and list(tmp_path.iterdir()) == [path]
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(total=10**9, free=10**9))
    with pytest.raises(RuntimeError):
        state.save(path)


@pytest.mark.slow
@pytest.mark.parametrize(
    "change",
    [
        {"step": "7"},
        {"step": -1},
        {"step": 7.5},
        {"step": 2000, "best": {}},
        {"best": {"other": torch.zeros(1)}},
        {"best_figures": {"iou": 0.5}},
        {"best_figures": {"iou": "high", "iou_optical": 0.5}},
        {"history": [5]},
        {"history": [{"loss": 0.5}]},
        {"history": {}},
        {"optimiser": {"state": {}, "param_groups": "none"}},
        {"schedule": {"base_lrs": "fast"}},
    ],
)
def test_checkpoint_of_other_values_is_refused(tmp_path: Path, change: dict[str, object]) -> None:
    state = State(assemble(TINY), TrainingSettings(steps=2000))
    path = tmp_path / "model.checkpoint"
    state.save(path)
    write_checkpoint(read_checkpoint(path) | change, path)
    with pytest.raises(InputError, match="belongs to another training"):
        state.load(path)
    assert state.step == 0 and state.history == []


AB = TrainingFingerprint("a", "b")


@pytest.mark.parametrize(
    ("saved", "fingerprint", "words"),
    [
        (AB, AB, ""),
        (None, AB, ""),  # of an earlier version
        (AB, None, ""),
        (TrainingFingerprint("x", "b"), AB, "with other labels; .*remove the checkpoint"),
        (TrainingFingerprint("x", "y"), AB, "with other labels"),
        (TrainingFingerprint("a", "y"), AB, "belongs to another training"),
    ],
)
def test_checkpoint_of_another_fingerprint_is_refused(
    tmp_path: Path,
    saved: TrainingFingerprint | None,
    fingerprint: TrainingFingerprint | None,
    words: str,
) -> None:
    path = tmp_path / "model.checkpoint"
    before = State(assemble(TINY), TrainingSettings(), fingerprint=saved)
    before.step = 3
    before.save(path)
    state = State(assemble(TINY), TrainingSettings(), fingerprint=fingerprint)
    if words:
        with pytest.raises(InputError, match=words):
            state.load(path)
        assert state.step == 0
    else:
        state.load(path)
        assert state.step == 3


@pytest.mark.parametrize("saved", [7, ["labels"], {"labels": 7}, {"labels": "a", "task": None}])
def test_checkpoint_with_another_kind_of_digest_is_refused(tmp_path: Path, saved: object) -> None:
    state = State(assemble(TINY), TrainingSettings(), fingerprint=AB)
    path = tmp_path / "model.checkpoint"
    state.save(path)
    write_checkpoint(read_checkpoint(path) | {"taught": saved}, path)
    with pytest.raises(InputError, match="belongs to a"):
        state.load(path)
