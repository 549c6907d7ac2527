"""Clicks after a fine-tuning on the left half of a scene, on buildings of its right half."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from bench.halves import halves
from bench.scenes import has_optical, scene_input
from core.datasets.labelled_area import read_labelled_area
from core.hatch.jobs import FinetuneJob
from core.hatch.names import LABELS_FILE
from core.hatch.reporter import Reporter
from core.inference.engine import TorchEngine
from core.models.store import load_model, save_model
from core.tasks.finetune import finetune

from .head_finetuning import STEPS, trained_click_head
from .measure import AFTER, ious, real_case

BASE, TUNED, TRAINED = "base", "fine-tuned, head of the base", "fine-tuned, trained head"


def print_finetuned(
    real: Path, work: Path, model: Path, scenes: Sequence[str], effort: str, buildings: int
) -> None:
    """A table of IoU after clicks, by scene, inputs and model, and what the validation says."""
    columns = " | ".join(f"IoU after {clicks}" for clicks in AFTER)
    print(f"| scene | inputs | model | buildings | {columns} |\n|{'---|' * (4 + len(AFTER))}")
    totals: dict[str, list[list[float]]] = {}
    for name in scenes:
        folder = real / name
        models = {BASE: model, **_fine_tuned(folder, work / name, model, effort)}
        for optical in (False, True)[: 1 + has_optical(folder)]:
            inputs = "with optical" if optical else "SAR alone"
            for title, path in models.items():
                engine = TorchEngine(path)
                case = real_case(engine, folder, optical, halves(folder)[1])
                curves = [ious(engine, case, one) for one in case.buildings(buildings)]
                print(_row(f"{name} | {inputs} | {title}", curves), flush=True)
                totals.setdefault(title, []).extend(curves)
    for title, curves in totals.items():
        print(_row(f"all | both | {title}", curves))


def _fine_tuned(folder: Path, work: Path, base: Path, effort: str) -> dict[str, Path]:
    """The fine-tuned model with either head, as folders; an earlier fine-tuning is kept."""
    out, labels = work / "model", folder / LABELS_FILE
    scene = scene_input(folder, has_optical(folder), halves(folder)[0])
    if not out.exists():
        finetune(FinetuneJob(scene, str(labels), str(out), str(base), effort=effort), Reporter())
    network, manifest = load_model(out)
    of_base = load_model(base)[0].click
    assert of_base is not None
    paths = {TUNED: work / "head of the base", TRAINED: work / "trained head"}
    network.click = of_base
    save_model(network, manifest, paths[TUNED])
    seed = FinetuneJob.training.seed
    area = read_labelled_area(scene, labels, manifest.pixel_size_m, seed)
    trained = trained_click_head(network, area, STEPS, seed)
    if trained is None:
        return {TUNED: paths[TUNED]}
    network.click, figures = trained
    print(f"{folder.name}: {figures}")
    save_model(network, manifest, paths[TRAINED])
    return paths


def _row(start: str, curves: list[list[float]]) -> str:
    means = np.array(curves).mean(axis=0)
    return f"| {start} | {len(curves)} | {' | '.join(f'{means[n - 1]:.3f}' for n in AFTER)} |"
