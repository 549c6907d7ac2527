"""When a training ends, and with which step's weights."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pytest
import torch

from core.datasets.scenes import LabelledScene
from core.hatch.errors import InputError
from core.hatch.jobs import TrainingSettings
from core.hatch.reporter import Reporter
from core.networks import CMHCL, assemble
from core.timing import Timing
from core.training import loop
from core.training.state import State
from core.training.validation import validate
from tests.builders.networks import TINY


@pytest.mark.parametrize(
    ("steps", "ended", "after"),
    [(4, "steps", 4), (6, "steps", 6), (8, "early", 6)],  # the best step is 2, the patience is 4
)
def test_ends_early_only_before_the_last_step(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, steps: int, ended: str, after: int
) -> None:
    batch = (torch.zeros(1, 4, 32, 32), None, torch.zeros(1, 4, 32, 32))
    monkeypatch.setattr(loop, "batches", lambda *_: (batch for _ in range(steps)))
    monkeypatch.setattr(State, "update", _count)
    settings = TrainingSettings(steps=steps, patience=4, validate_every=2)
    state = State(assemble(TINY), settings)
    figures = iter([0.3, 0.2, 0.1, 0.0])
    stopped = loop.train(
        state,
        [],
        lambda _: {"iou": next(figures), "iou_optical": 0.5},
        tmp_path / "model.checkpoint",
        Reporter(),
        Timing(),
    )
    assert (stopped, state.step, state.best_step) == (ended, after, 2)


def _count(state: State, *_: object) -> dict[str, float]:
    state.step += 1
    return {"loss": 1.0}


@pytest.mark.parametrize("at", ["loss", "gradient", "validation"])
def test_training_that_diverges_ends_with_one_sentence_and_no_checkpoint(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: str
) -> None:
    checkpoint = tmp_path / "model.checkpoint"
    batch = (torch.randn(1, 4, 64, 64), None, torch.ones(1, 4, 64, 64))
    monkeypatch.setattr(loop, "batches", lambda *_: (batch for _ in range(4)))
    state = State(assemble(TINY), TrainingSettings(steps=4, validate_every=2, checkpoint_every=1))
    bias = state.network.fuse_hal.logits.bias
    if at == "gradient":
        bias.register_hook(lambda gradient: gradient * math.inf)

    def spoil(value: State, _: Path) -> None:
        checkpoint.touch()
        with torch.no_grad():
            (bias if at == "loss" else value.average.fuse_hal.logits.bias).fill_(math.nan)

    monkeypatch.setattr(State, "save", spoil)

    def figures(network: CMHCL) -> dict[str, float]:
        return validate(network, [scene()])

    with (
        pytest.raises(InputError, match=r"has diverged.*lower the learning rate"),
        loop.removed_if_diverged(checkpoint),
    ):
        loop.train(state, [], figures, checkpoint, Reporter(), Timing())
    assert not checkpoint.exists() and not state.best


def scene() -> LabelledScene:
    zeros = np.zeros((32, 32), np.uint8)
    return LabelledScene.of("a", (np.ones((4, 32, 32), np.float32), None), (zeros, zeros, zeros))
