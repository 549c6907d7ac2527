"""Whether the model gets better by adapting to a scene without any label, against mere averaging.

    python -m bench.adapt REAL [--model M] [--simulated N] [--steps N] [--work DIR]

On each scene of the folder REAL that has buildings, and on N simulated ones:

- statistics: those of batch norm measured on the scene and blended into the trained ones;
- self-training: a few steps on the scene as core.training.adapt takes them, here without optical
  too (bench.adapted measures what "Adapt to this scene" gives);
- both: the first, then the second;
- 8 views: no adaptation, that average itself.

Three situations: SAR alone; SAR and optical; and SAR alone on one half of a scene whose other half
has optical to learn from, as next to a cloud. The threshold is the model's throughout.

Each run is a process of one thread that leaves a file of figures in DIR. Those that are there
already are not run again, so a broken bench goes on.
"""

from __future__ import annotations

import argparse
import copy
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import numpy as np
import rasterio
import shapely
import torch
from torch import nn

from bench.few_shot import processes
from bench.run_cache import cached
from bench.scenes import evaluation_of, has_optical, with_buildings
from core.datasets.scenes import LabelledScene, read_labelled
from core.hatch.jobs import Area, EvaluateJob
from core.hatch.library import DEFAULT_MODEL
from core.hatch.manifest import read_manifest
from core.hatch.reporter import Reporter
from core.inference.device import autocast
from core.inference.engine import TorchEngine
from core.inference.predict import Engine
from core.inference.tta import TTAEngine
from core.models.store import load_model, save_model
from core.networks import CMHCL
from core.simulator import simulate, write_scene
from core.tasks.evaluate import evaluate
from core.training.adapt import pseudo_label, self_train
from core.training.validation import padded

NONE, STATISTICS, SELF_TRAINING, BOTH = "none", "statistics", "self-training", "both"
VIEWS = "8 views"
METHODS = (NONE, VIEWS, STATISTICS, SELF_TRAINING, BOTH)
SAR_ALONE, OPTICAL, NEXT_TO = "SAR alone", "SAR + optical", "SAR next to optical"
SITUATIONS = (SAR_ALONE, OPTICAL, NEXT_TO)
BLEND = 0.3  # share of the scene in the statistics
SEED, SIZE = 900_301, 512


@dataclass(frozen=True)
class Run:
    """One scene in one situation with one method."""

    scene: Path
    situation: str
    method: str


def main() -> None:
    """Adapt, measure, print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("real", type=Path)
    parser.add_argument("--model", type=Path, default=DEFAULT_MODEL)
    parser.add_argument("--simulated", type=int, default=4)
    parser.add_argument("--steps", type=int, default=20)
    parser.add_argument("--work", type=Path, default=Path("build/adapt"))
    arguments = parser.parse_args()

    manifest = read_manifest(arguments.model)
    work = arguments.work / f"{manifest.sha256[:8]}-{arguments.steps}"
    work.mkdir(parents=True, exist_ok=True)
    scenes = {
        "real": with_buildings(arguments.real),
        "simulated": [simulated(SEED + i, arguments.work) for i in range(arguments.simulated)],
    }
    runs = [
        Run(scene, situation, method)
        for method in METHODS
        for scene in (*scenes["real"], *scenes["simulated"])
        for situation in SITUATIONS
        if situation == SAR_ALONE or has_optical(scene)
    ]
    measure = partial(figures_of, arguments.model, arguments.steps, work)
    figures = {}
    with processes() as pool:
        for run, values in zip(runs, pool.map(measure, runs), strict=True):
            print(run, values, file=sys.stderr, flush=True)
            figures[run] = values
    print(f"{manifest.name} ({manifest.sha256[:8]}), {arguments.steps} steps of self-training")
    for kind, folders in scenes.items():
        for situation in SITUATIONS:
            print(f"\n{situation}, {kind} scenes\n\n{table(folders, situation, figures)}")


def simulated(seed: int, work: Path) -> Path:
    """The folder of a simulated scene, made where it is not there yet."""
    folder = work / f"simulated{seed}"
    if not folder.exists():
        write_scene(simulate(seed, SIZE), folder)
    return folder


def figures_of(model: Path, steps: int, work: Path, run: Run) -> dict[str, float]:
    """iou and seconds of a run, from the file of an earlier bench, or measured now."""
    file = work / f"{run.scene.name} {run.situation} {run.method}.json"
    return cached(file, partial(_adapted_and_tested, model, steps, run))


def _adapted_and_tested(model: Path, steps: int, run: Run) -> dict[str, float]:
    start = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        engine = engine_for(run, model, steps, Path(folder))
        iou = evaluate(job_of(run), engine, Reporter()).iou
    return {"iou": iou, "seconds": time.perf_counter() - start}


def job_of(run: Run) -> EvaluateJob:
    """The test: of the situation's inputs, on the right half for NEXT_TO."""
    if run.situation != NEXT_TO:
        return evaluation_of(run.scene, optical=run.situation == OPTICAL)
    with rasterio.open(run.scene / "sar.tif") as file:
        left, bottom, right, top = file.bounds
        half = shapely.box((left + right) / 2, bottom, right, top)
        return evaluation_of(run.scene, area=Area(half.wkt, file.crs.to_wkt()))


def engine_for(run: Run, model: Path, steps: int, folder: Path) -> Engine:
    """The engine of the run's method; an adapted model is written into the folder."""
    engine = TorchEngine(model)
    if run.method == NONE:
        return engine
    views = TTAEngine(engine)
    if run.method == VIEWS:
        return views
    network, manifest = load_model(model)
    scene = seen(read_labelled(run.scene, manifest.pixel_size_m), run.situation)
    if run.method in (STATISTICS, BOTH):
        network = with_statistics_of(scene, network)
    if run.method in (SELF_TRAINING, BOTH):
        labelled = pseudo_label(views, scene.name, scene.sar, scene.optical)
        self_train(network, [labelled], steps, Reporter(), SEED)
    adapted = folder / "model"
    save_model(network, manifest, adapted)
    return TorchEngine(adapted)


def seen(scene: LabelledScene, situation: str) -> LabelledScene:
    """The scene with the optical that the situation grants: none, all, or that of the left half."""
    first_missing = {SAR_ALONE: 0, OPTICAL: None, NEXT_TO: scene.optical.shape[2] // 2}[situation]
    optical = scene.optical.copy()
    if first_missing is not None:
        optical[:, :, first_missing:] = np.nan
    return replace(scene, optical=optical)


def with_statistics_of(scene: LabelledScene, network: CMHCL) -> CMHCL:
    """A copy whose batch norms blend the scene's statistics into their own, where it used them."""
    adapted = copy.deepcopy(network)
    norms = [m for m in adapted.modules() if isinstance(m, nn.BatchNorm2d)]
    for norm in norms:
        norm.train()
        norm.momentum = BLEND  # running = (1 - momentum) * running + momentum * the scene's
    sar, optical = padded(scene.sar), padded(scene.optical)
    with torch.no_grad(), autocast(torch.device("cpu")):
        adapted.predict(sar, optical if torch.isfinite(optical).any() else None)
    return adapted.eval()


def table(scenes: Sequence[Path], situation: str, figures: dict[Run, dict[str, float]]) -> str:
    """Markdown: IoU by scene and method, then the mean IoU and the mean seconds."""
    rows: dict[str, list[dict[str, float]]] = {
        scene.name: [figures[Run(scene, situation, method)] for method in METHODS]
        for scene in scenes
        if Run(scene, situation, NONE) in figures
    }
    lines = ["| scene | " + " | ".join(METHODS), "|---" * (len(METHODS) + 1)]
    for name, row in rows.items():
        lines.append(f"| {name} | " + " | ".join(f"{values['iou']:.3f}" for values in row))
    for key, digits in (("iou", 3), ("seconds", 1)):
        means = [float(np.mean([v[key] for v in column])) for column in zip(*rows.values())]
        lines.append(f"| mean {key} | " + " | ".join(f"{mean:.{digits}f}" for mean in means))
    return "\n".join(f"{line} |" for line in lines)


if __name__ == "__main__":
    main()
