"""Checkpoints of interrupted trainings, with and without the right checksum."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import cast

import torch
from torch import nn

from core.hatch.jobs import TrainingSettings
from core.networks import CMHCL
from core.training.state import State

from .kind import FaultError, Kind, Sample
from .mutation import damaged_bytes, damaged_json, odd_value

_MAGIC = b"cmhcl checkpoint sha256:"
_HEADER = len(_MAGIC) + 65


def seeds(folder: Path) -> list[Sample]:
    """A checkpoint after some steps."""
    torch.manual_seed(0)
    state = _state()
    loss = sum(value.square().sum() for value in state.network.parameters())
    cast(torch.Tensor, loss).backward()
    state.optimiser.step()
    state.step, state.best_step = 7, 5
    state.best = dict(state.network.state_dict())
    state.best_figures = {"iou": 0.5, "iou_optical": 0.6}
    state.history = [{"step": 5, "loss": 0.7}, {"step": 5, "iou": 0.5, "iou_optical": 0.6}]
    path = folder / "seed.checkpoint"
    state.save(path)
    return [Sample(path.read_bytes())]


def damage(random: Random, samples: Sequence[Sample]) -> Sample:
    """A checkpoint with other values, or with changed bytes."""
    data = random.choice(samples).data
    body = data[_HEADER:]
    if random.random() < 0.5:
        body = _other_values(random, body)
    if random.random() < 0.5:
        body = damaged_bytes(random, body)
    choice = random.random()
    if choice < 0.7:
        return Sample(_MAGIC + hashlib.sha256(body).hexdigest().encode() + b"\n" + body)
    return Sample(body if choice < 0.9 else data[:_HEADER] + body)


def read(path: Path) -> None:
    """Resume a training from it. Raises InputError; FaultError for values of no training."""
    state = _state()
    state.load(path)
    steps = [row["step"] for row in state.history]
    if not all(isinstance(step, (int, float)) for step in [*steps, state.step, state.best_step]):
        raise FaultError(f"steps that are no numbers: {steps}, {state.step}, {state.best_step}")
    state.keep_if_best({"iou": 0.7, "iou_optical": 0.7})
    state.network.load_state_dict(state.best)


def _other_values(random: Random, body: bytes) -> bytes:
    values = dict(torch.load(io.BytesIO(body), weights_only=True))
    facts = ("step", "best", "best_figures", "best_step", "history", "optimiser", "schedule")
    for name in random.sample(facts, random.randint(1, 3)):
        choice = random.random()
        if choice < 0.2:
            del values[name]
        elif choice < 0.6 and name not in ("best", "optimiser"):
            values[name] = damaged_json(random, values[name])
        elif choice < 0.8 and isinstance(values[name], dict) and values[name]:
            values[name][random.choice(list(values[name]))] = odd_value(random)
        else:
            values[name] = odd_value(random)
    buffer = io.BytesIO()
    torch.save(values, buffer)
    return buffer.getvalue()


class _Network(nn.Module):
    """Stands for a network, which has a thousand tensors."""

    def __init__(self) -> None:
        super().__init__()
        self.opt, self.hal, self.sar = nn.Linear(3, 2), nn.Linear(3, 2), nn.BatchNorm1d(2)


def _state() -> State:
    return State(cast(CMHCL, _Network()), TrainingSettings(steps=10))


KIND = Kind(seeds, damage, read, share=0.05)
