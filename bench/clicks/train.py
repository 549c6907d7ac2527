"""Training of the head for clicks on the features of a frozen network, with a checkpoint."""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch

from core.inference.device import on_device
from core.networks import CMHCL
from core.networks.click_head import ClickHead
from core.training.checkpoint import read_checkpoint, write_checkpoint

from .head_training import LEARNING_RATE, ClickTraining, Features, Pool

FURTHER_LEARNING_RATE = 1.5e-3
NOTE_EVERY = 25
_PARTS = ("head", "average", "optimiser")


def train(scenes: Sequence[Features], steps: int, out: Path, base: Path | None = None) -> None:
    """Train to so many steps, going on from OUT.checkpoint if it exists; logs to OUT.jsonl.

    With ``base``, the head of BASE.checkpoint is trained further on disturbed samples, by a new
    schedule of the learning rate.
    """
    pool = Pool(scenes, disturbed=base is not None)
    torch.manual_seed(0)
    head = on_device(ClickHead(len(scenes[0].fused)), torch.device("cpu"))
    if base:
        head.load_state_dict(read_checkpoint(base.with_suffix(".checkpoint"))["average"])
    training = ClickTraining(head, steps, FURTHER_LEARNING_RATE if base else LEARNING_RATE)
    checkpoint = out.with_suffix(".checkpoint")
    if checkpoint.exists():
        _load(training, checkpoint)
    print(f"{len(pool)} buildings, from step {training.step}", flush=True)
    losses: list[float] = []
    started = time.perf_counter()
    while training.step < steps:
        losses.append(training.update(pool, seed=1 if base else 0))
        if training.step % NOTE_EVERY == 0 or training.step == steps:
            seconds = round(time.perf_counter() - started, 1)
            entry = {"step": training.step, "loss": round(float(np.mean(losses)), 4), "s": seconds}
            with out.with_suffix(".jsonl").open("a", encoding="utf-8") as log:
                log.write(json.dumps(entry) + "\n")
            print(entry, flush=True)
            _save(training, checkpoint)
            losses.clear()


def trained_head(network: CMHCL, out: Path) -> tuple[ClickHead, int]:
    """The head for a network in OUT.checkpoint, in evaluation mode, and its number of steps."""
    values = read_checkpoint(out.with_suffix(".checkpoint"))
    head = network.add_click_head()
    head.load_state_dict(values["average"])
    return head.eval(), int(values["step"])


def mean_head(network: CMHCL, first: Path, second: Path) -> tuple[ClickHead, int, int]:
    """The head with the mean weights of two trainings for a network, and their numbers of steps.

    Source: Wortsman et al., CVPR 2022 (WiSE-FT).
    """
    head, first_steps = trained_head(network, first)
    weights = head.state_dict()
    head, second_steps = trained_head(network, second)
    for name, mean in head.state_dict().items():
        if mean.is_floating_point():
            mean.lerp_(weights[name], 0.5)
    return head, first_steps, second_steps


def _save(training: ClickTraining, path: Path) -> None:
    values = {name: getattr(training, name).state_dict() for name in _PARTS}
    write_checkpoint({**values, "step": training.step}, path)


def _load(training: ClickTraining, path: Path) -> None:
    values = read_checkpoint(path)
    training.step = values["step"]
    for name in _PARTS:
        getattr(training, name).load_state_dict(values[name])
