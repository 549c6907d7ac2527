"""Training of the candidates for equal CPU time, and the table of the runs."""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch

from bench.pretrain.packing import read_scenes
from bench.pretrain.pool import Pool
from bench.pretrain.scenes import Recipe
from bench.pretrain.train import Plan, Training
from bench.pretrain.validation import ValidationSet
from core.networks import CMHCL

from .candidates import CANDIDATES

CPU = torch.device("cpu")
FIGURES = "figures.jsonl"
GROUPS = ("simulated", "real", "photographs")
KEYS = [f"{group}/{head}" for group in GROUPS for head in ("sar", "optical")]
PARTS = 3  # evaluations in a run
SETTINGS: dict[str, Any] = {"batch": 8, "crop": 160, "learning_rate": 1e-3, "warm_up": 50}


class CandidateTraining(Training):
    """As the training of the default model, of a given network."""

    def __init__(self, network: CMHCL, plan: Plan) -> None:
        self._candidate = network
        super().__init__(plan, CPU)

    def new_network(self) -> CMHCL:
        return self._candidate


def run(work: Path, scenes: Path, imagenet: Path, out: Path, seconds: float) -> None:
    """Train the candidates that are not in ``out``, each for ``seconds`` of CPU time.

    ``work`` and ``scenes`` are folders of bench.pretrain, ``imagenet`` is a file with the public
    weights of EfficientNet-Lite0.
    """
    out.mkdir(parents=True, exist_ok=True)
    validation = ValidationSet({g: read_scenes(work / f"{g}.npz") for g in GROUPS}, CPU)
    pool = read_pool(scenes)
    weights = torch.load(imagenet, map_location=CPU, weights_only=True)
    for name, candidate in CANDIDATES.items():
        about = {"network": name, "seconds": seconds, "scenes": len(pool)}
        if any(about.items() <= line.items() for line in read_figures(out)):
            continue
        torch.manual_seed(0)
        plan = Plan("networks", scenes, out, **SETTINGS)
        training = CandidateTraining(candidate.network(weights), plan)
        line = {**about, "at": _train(training, pool, validation, seconds)}
        with (out / FIGURES).open("a", encoding="utf-8") as log:
            log.write(json.dumps(line) + "\n")
        print(json.dumps(line), flush=True)


def read_pool(folder: Path) -> Pool:
    """All scenes of a folder."""
    paths = sorted(folder.glob("*.npy"))
    pool = Pool(len(paths), CPU, canonical=False)
    for path in paths:
        pool.add(np.load(path), Recipe.of(path))
    return pool


def _train(
    training: CandidateTraining, pool: Pool, validation: ValidationSet, seconds: float
) -> list[dict[str, Any]]:
    """Train until ``seconds`` of CPU time are spent on steps; the figures of each evaluation."""
    found: list[dict[str, Any]] = []
    spent = 0.0
    while len(found) < PARTS:
        start = time.process_time()
        training.update(pool, spent / seconds)
        spent += time.process_time() - start
        if spent >= seconds * (len(found) + 1) / PARTS:
            figures = validation.figures(training.average)
            found.append({"step": training.step, "cpu_s": round(spent), **figures})
    return found


def read_figures(out: Path) -> list[dict[str, Any]]:
    """The lines of all runs so far."""
    path = out / FIGURES
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return [json.loads(line) for line in lines]


def table(lines: Sequence[dict[str, Any]]) -> str:
    """The last figures of each run as Markdown: IoU at the best common threshold of a group."""
    rows = [["network", "steps", *KEYS], ["---"] * (len(KEYS) + 2)]
    for line in lines:
        last = line["at"][-1]
        rows.append([line["network"], str(last["step"]), *(f"{last[key]:.3f}" for key in KEYS)])
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)
