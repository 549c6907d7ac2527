"""What fine-tuning on a few real scenes is worth, with and without MSAL and MFAL.

    python -m bench.few_shot REAL [--model M] [--steps N] [--seeds S ...] [--work DIR]

Leave one out: each scene of the folder REAL that has buildings is the test of a model that was
fine-tuned on all other scenes of the same sensor, which is its name up to the first "_". Nothing of
the scene left out is seen in any choice: the number of steps is fixed, the threshold is the base
model's, and the model is the moving average after the last step (``train`` validates once, at the
end, and on the training scenes, so there is no step to choose).

Each run is a process of one thread that leaves a file of figures in DIR. Those that are there
already are not run again, so an interrupted bench resumes.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from multiprocessing import get_context
from pathlib import Path

import numpy as np
import torch

from bench.run_cache import cached
from bench.scenes import evaluation_of, has_optical, with_buildings
from core.hatch.jobs import LossSettings, TrainingSettings, TrainJob
from core.hatch.library import DEFAULT_MODEL
from core.hatch.manifest import read_manifest
from core.hatch.reporter import Reporter
from core.inference.engine import TorchEngine
from core.tasks.evaluate import evaluate
from core.tasks.train import train

ZERO_SHOT, WHOLE, WITHOUT = "zero-shot", "with MSAL and MFAL", "without"
LOSSES = {WHOLE: LossSettings(), WITHOUT: LossSettings(lambda_msa=0.0, lambda_mfa=0.0)}
HEAD_TITLES = {"sar": "SAR alone", "optical": "SAR + optical"}
BATCH = 4


@dataclass(frozen=True)
class Trial:
    """A scene, the model it is the test of, and the training of that model (None: the base)."""

    test: Path
    variant: str
    seed: int
    training: TrainJob | None


def main() -> None:
    """Fine-tune, test, print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("real", type=Path)
    parser.add_argument("--model", type=Path, default=DEFAULT_MODEL)
    parser.add_argument("--steps", type=int, default=50)
    parser.add_argument("--learning-rate", type=float, default=1e-4)
    parser.add_argument("--seeds", type=int, nargs="+", default=[0])
    parser.add_argument("--work", type=Path, default=Path("build/few_shot"))
    arguments = parser.parse_args()

    manifest = read_manifest(arguments.model)
    made_with = f"{manifest.sha256[:8]}-{arguments.steps}-{arguments.learning_rate:g}"
    work = arguments.work / made_with
    work.mkdir(parents=True, exist_ok=True)
    runs = runs_of(
        arguments.real,
        arguments.model,
        TrainingSettings(
            steps=arguments.steps,
            batch=BATCH,
            learning_rate=arguments.learning_rate,
            validate_every=arguments.steps,
        ),
        arguments.seeds,
        work,
    )
    measure = partial(figures_of, arguments.model, work)
    figures = []
    with processes() as pool:
        for run, values in zip(runs, pool.map(measure, runs), strict=True):
            print(run.test.name, run.variant, run.seed, values, file=sys.stderr, flush=True)
            figures.append(values)
    print(
        f"{manifest.name} ({manifest.sha256[:8]}), threshold {manifest.threshold:g}; "
        f"{arguments.steps} steps of {BATCH} crops, learning rate {arguments.learning_rate:g}, "
        f"seeds {', '.join(map(str, arguments.seeds))}\n"
    )
    print(table(runs, figures))


def processes() -> ProcessPoolExecutor:
    """Run as many processes as there are cores, of one thread each.

    They are spawned: OpenMP does not survive a fork.
    """
    return ProcessPoolExecutor(os.cpu_count(), get_context("spawn"), torch.set_num_threads, (1,))


def runs_of(
    real: Path, base: Path, settings: TrainingSettings, seeds: Sequence[int], work: Path
) -> list[Trial]:
    """All runs: the base on each scene, then each fine-tuning of it for each scene left out."""
    scenes = with_buildings(real)
    runs = [Trial(scene, ZERO_SHOT, 0, None) for scene in scenes]
    for seed in seeds:
        for scene in scenes:
            sensor = scene.name.split("_")[0]
            others = [s for s in scenes if s.name.split("_")[0] == sensor and s != scene]
            if not others:
                continue
            for variant, losses in LOSSES.items():
                out = work / f"{scene.name} {variant} {seed}"
                training = TrainJob(
                    tuple(map(str, others)),
                    str(out),
                    base=str(base),
                    training=replace(settings, losses=losses, seed=seed),
                )
                runs.append(Trial(scene, variant, seed, training))
    return runs


def figures_of(base: Path, work: Path, run: Trial) -> dict[str, float]:
    """IoU of each head on the scene left out, from the file of an earlier bench or measured now."""
    file = work / f"{run.test.name} {run.variant} {run.seed}.json"
    return cached(file, partial(_trained_and_tested, base, run))


def _trained_and_tested(base: Path, run: Trial) -> dict[str, float]:
    threshold = read_manifest(base).threshold
    if run.training is None:
        return test(run.test, TorchEngine(base), threshold)
    train(run.training, Reporter())
    model = Path(run.training.out)
    values = test(run.test, TorchEngine(model), threshold)
    shutil.rmtree(model)
    return values


def test(scene: Path, engine: TorchEngine, threshold: float) -> dict[str, float]:
    """Building IoU by head: from SAR alone, and with optical where there is one."""
    values = {}
    for head in HEAD_TITLES:
        if head == "optical" and not has_optical(scene):
            continue
        job = evaluation_of(scene, head == "optical", threshold=threshold)
        values[head] = evaluate(job, engine, Reporter()).iou
    return values


def table(runs: Sequence[Trial], figures: Sequence[dict[str, float]]) -> str:
    """Markdown: IoU of each scene, averaged over seeds, and the mean over scenes."""
    columns = [(head, variant) for head in HEAD_TITLES for variant in (ZERO_SHOT, *LOSSES)]
    names = sorted({run.test.name for run in runs})
    rows = []
    for name in names:
        row = []
        for head, variant in columns:
            values = [
                f[head]
                for run, f in zip(runs, figures, strict=True)
                if run.test.name == name and run.variant == variant and head in f
            ]
            row.append(float(np.mean(values)) if values else np.nan)
        rows.append(row)
    lines = [
        "| left out | "
        + " | ".join(f"{HEAD_TITLES[head]}, {variant}" for head, variant in columns),
        "|---" * (len(columns) + 1),
        *(f"| {name} | " + " | ".join(map(_cell, row)) for name, row in zip(names, rows)),
        "| mean | " + " | ".join(map(_cell, np.nanmean(rows, axis=0))),
    ]
    return "\n".join(f"{line} |" for line in lines)


def _cell(value: float) -> str:
    return "" if np.isnan(value) else f"{value:.3f}"


if __name__ == "__main__":
    main()
