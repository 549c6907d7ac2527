"""One row, one seed: train, choose the threshold, measure, write it down.

The loop is the same for every row: data and their order, first weights, steps, learning rate and
its schedule. No row has a setting of its own other than those of its loss.
"""

from __future__ import annotations

import json
import os
import platform
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timezone
from functools import cache
from pathlib import Path
from typing import Any, cast

import numpy as np
import torch
from torch import Tensor
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from bench.step_graph import StepGraph
from core.hatch.files import atomic_output
from core.inference.device import autocast, computes_bfloat16, on_device
from core.networks import CMHCL

from .data import TESTS, TRAINING, VALIDATION, Batch, BenchmarkScene, crop_batch, read_scenes
from .measure import best_threshold, cost, figures, probabilities
from .rows import Row, row_named

WEIGHT_DECAY, POWER, CLIP, EMA = 5e-4, 0.9, 1.0, 0.99


@dataclass(frozen=True)
class Recipe:
    """Settings that all rows share. Crops in pixels; ``warm_up`` in steps."""

    steps: int
    batch: int = 8
    crop: int = 128
    learning_rate: float = 2e-3
    warm_up: int = 50


@dataclass(frozen=True)
class RunFolders:
    """``scenes`` is filled by the module scenes and named by their digest; ``runs`` has results."""

    scenes: Path
    runs: Path

    def result(self, row: str, seed: int) -> Path:
        """Path of a run's figures."""
        return self.runs / f"{_slug(row)}-{seed}.json"

    def weights(self, row: str, seed: int) -> Path:
        """Path of a run's weights; only teachers have them."""
        return self.runs / f"{_slug(row)}-{seed}.pt"


def is_done(row: Row, seed: int, recipe: Recipe, folders: RunFolders) -> bool:
    """Whether the run has been made, by this recipe and on these scenes."""
    path = folders.result(row.name, seed)
    if not path.exists():
        return False
    result = json.loads(path.read_text())
    return result["recipe"] == asdict(recipe) and result["scenes"] == folders.scenes.name


def run(
    name: str, seed: int, recipe: Recipe, folders: RunFolders, keep: bool, device: str = "cpu"
) -> dict[str, Any]:
    """Train a row and write its figures, and with ``keep`` its weights, for its students."""
    row = row_named(name)
    torch.set_num_threads(1)
    network, seconds = train(row, seed, recipe, folders, torch.device(device))
    # Real scenes are too few to keep some for validation.
    validation = _scenes(folders.scenes, VALIDATION) or _scenes(folders.scenes, TRAINING)
    threshold = best_threshold(probabilities(row, network, validation), validation)
    tests = {test: scenes for test in TESTS if (scenes := _scenes(folders.scenes, test))}
    result = {
        "row": name,
        "seed": seed,
        "recipe": asdict(recipe),
        "scenes": folders.scenes.name,
        "figures": {
            test: figures(probabilities(row, network, scenes), scenes, threshold)
            for test, scenes in tests.items()
        },
        "threshold": threshold,
        "seconds": seconds,
        "date": datetime.now(timezone.utc).isoformat(timespec="seconds"),
        "machine": _machine(device),
        "dtype": "bf16" if computes_bfloat16(torch.device(device)) else "fp32",
        **cost(row, network.cpu()),
    }
    if keep:
        _write(folders.weights(name, seed), lambda path: torch.save(network.state_dict(), path))
    _write(folders.result(name, seed), lambda path: path.write_text(json.dumps(result, indent=1)))
    return result


def train(
    row: Row, seed: int, recipe: Recipe, folders: RunFolders, device: torch.device
) -> tuple[CMHCL, float | None]:
    """The moving average of the trained network, and the processor's seconds, None on a GPU."""
    torch.manual_seed(seed)
    network = row.network()
    teacher = _teacher(row, seed, folders, device)
    if row.initial and teacher:
        row.initial(network, teacher)
    scenes = _training_scenes(row, teacher, folders)
    freeze_all_but(on_device(network, device), row.trained)
    parameters = [p for p in network.parameters() if p.requires_grad]
    optimiser = _optimiser(parameters, recipe, device)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: _rate_share(step, recipe))
    average = AveragedModel(network, multi_avg_fn=get_ema_multi_avg_fn(EMA), use_buffers=True)

    def descend(*tensors: Tensor) -> Tensor:
        with autocast(device):
            loss = row.loss(network, teacher, Batch(*tensors))
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(parameters, CLIP)
        optimiser.step()
        return loss.detach()

    update = StepGraph(descend) if device.type == "cuda" else descend
    start = time.process_time()
    for step in range(recipe.steps):
        rng = np.random.default_rng((seed, step))
        turned = row.condition.quarter_turns
        batch = crop_batch(scenes, recipe.batch, recipe.crop, rng, turned)
        update(*(tensor.to(device) for tensor in batch.tensors))
        schedule.step()
        average.update_parameters(network)
    seconds = time.process_time() - start
    return cast(CMHCL, average.module), seconds if device.type == "cpu" else None


def _optimiser(
    parameters: list[torch.nn.Parameter], recipe: Recipe, device: torch.device
) -> torch.optim.Optimizer:
    """AdamW; on a GPU its steps can be part of a CUDA graph."""
    rate = recipe.learning_rate
    if device.type == "cpu":
        return torch.optim.AdamW(parameters, lr=rate, weight_decay=WEIGHT_DECAY)
    own = torch.tensor(rate, device=device)
    return torch.optim.AdamW(
        parameters, lr=own, weight_decay=WEIGHT_DECAY, fused=True, capturable=True
    )


def _training_scenes(
    row: Row, teacher: CMHCL | None, folders: RunFolders
) -> Sequence[BenchmarkScene]:
    """Scenes of the row's condition and, with pseudo-labels, the others as the teacher predicts."""
    scenes = _scenes(folders.scenes, TRAINING)
    kept = row.condition.change(scenes)
    if not row.pseudo_labels or teacher is None:
        return kept
    others = scenes[len(kept) :]
    found = probabilities(row_named(row.teacher), teacher, others)
    labelled = (replace(s, building=p >= 0.5) for s, p in zip(others, found, strict=True))
    return [*kept, *labelled]


def _teacher(row: Row, seed: int, folders: RunFolders, device: torch.device) -> CMHCL | None:
    """The network of the row that teaches, as its run with the same seed has left it."""
    if not row.teacher:
        return None
    teacher = row_named(row.teacher).network()
    teacher.load_state_dict(torch.load(folders.weights(row.teacher, seed), weights_only=True))
    return on_device(teacher, device).eval().requires_grad_(False)


def freeze_all_but(network: CMHCL, trained: tuple[str, ...]) -> None:
    """Only these parts of the network learn; the others stay as they are."""
    network.train()
    for name, part in network.named_children():
        if name not in trained:
            # Evaluation mode, or its batch norm would continue to learn.
            part.requires_grad_(False).eval()


def _rate_share(step: int, recipe: Recipe) -> float:
    """Share of the learning rate: warm-up, then poly decay."""
    return min(1.0, (step + 1) / recipe.warm_up) * (1 - step / recipe.steps) ** POWER


@cache
def _scenes(folder: Path, split: str) -> list[BenchmarkScene]:
    """Read once in a process, which makes many runs."""
    return read_scenes(folder, split)


def _machine(device: str) -> str:
    """GPU, or processor and its cores, and PyTorch's version."""
    if device == "cuda":
        return f"{torch.cuda.get_device_name()}, PyTorch {torch.__version__}"
    facts = Path("/proc/cpuinfo")  # platform.processor() says nothing there
    lines = facts.read_text().splitlines() if facts.exists() else []
    names = [line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")]
    name = names[0] if names else platform.processor() or platform.machine()
    return f"{os.cpu_count()} cores ({name}), PyTorch {torch.__version__}"


def _slug(name: str) -> str:
    return "".join(c if c.isalnum() else "-" for c in name.lower())


def _write(path: Path, write: Any) -> None:
    """Write atomically."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with atomic_output(path) as new:
        write(new)
