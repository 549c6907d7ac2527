"""When a training ends, and with which step's weights."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch

from core.hatch.jobs import TrainingSettings
from core.hatch.reporter import Reporter
from core.networks import assemble
from core.timing import Timing
from core.training import loop
from core.training.state import State
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
