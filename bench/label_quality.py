"""What labels that are partly missing, shifted or jittered teach, corrected and as they are.

    python -m bench.label_quality REAL [--model M] [--effort E] [--steps N] [--scenes NAME ...]
                                  [--threads N] [--work DIR]

On each scene of the folder REAL with at least 20 buildings: fine-tuned on the left half, with
optical where there is one, on its labels and on degraded ones, as "complete" and as "partial", and
tested on the right half with the labels as they were, each model at its own threshold. Nothing is
chosen on the right half. Runs whose figures are stored are not repeated.
"""

from __future__ import annotations

import shutil
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from statistics import mean

import numpy as np
import pyogrio
import shapely
import torch

from bench.finetuning_options import parser_of, scenes_of, title_of, work_of
from bench.halves import halves
from bench.optical_teacher import TESTS
from bench.run_cache import Figures, cached
from bench.scenes import evaluation_of, has_optical, scene_input
from core.footprints.read import read_polygons
from core.hatch.jobs import LABELS_QUALITIES, FinetuneJob
from core.hatch.names import LABELS_FILE
from core.hatch.reporter import Reporter
from core.inference.engine import TorchEngine
from core.tasks.evaluate import evaluate
from core.tasks.finetune import finetune

LEFT_OUT = 0.3  # of the buildings
SHIFT_M, JITTER_M = 3.0, 2.0  # of all buildings alike, and of each by itself
FIGURES = ("iou", "object_f1")


@dataclass(frozen=True)
class Labels:
    """How the labels of a scene are degraded; by default not at all."""

    left_out: bool = False
    shifted: bool = False
    jittered: bool = False


LABELS = {
    "clean": Labels(),
    "30 % left out": Labels(left_out=True),
    "shifted by 3 m": Labels(shifted=True),
    "jittered by 2 m": Labels(jittered=True),
    "all three": Labels(True, True, True),
}
BASE = "base"
STAGES = {
    BASE: (Labels(), ""),
    **{
        f"{name}, {quality}": (labels, quality)
        for name, labels in LABELS.items()
        for quality in LABELS_QUALITIES
    },
}


def main() -> None:
    """Degrade, fine-tune, test, print the tables."""
    parser = parser_of(__doc__, "label_quality")
    parser.add_argument("--steps", type=int, default=0, help="default: those of the effort")
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    work = work_of(arguments) / str(arguments.steps or arguments.effort)
    work.mkdir(exist_ok=True)
    job = FinetuneJob(
        scene_input(Path()),
        "",
        "",
        base=str(arguments.model),
        effort=arguments.effort,
        training=replace(FinetuneJob.training, steps=arguments.steps),
    )
    measured = {
        folder.name: {
            stage: cached(
                work / f"{folder.name} {stage}.json",
                partial(_measured, job, work, folder, stage),
            )
            for stage in STAGES
        }
        for folder in scenes_of(arguments)
    }
    print(title_of(arguments) + f", {arguments.steps} steps" * bool(arguments.steps))
    for test in TESTS:
        print("\n".join(["", *table(measured, test)]))


def table(measured: Mapping[str, Mapping[str, Figures]], test: str) -> list[str]:
    """Lines of the table of a test: a row for each stage, with the mean over the scenes last."""
    scenes = {scene: stages for scene, stages in measured.items() if f"{test} iou" in stages[BASE]}
    columns = [f"{figure}: {' | '.join([*scenes, 'mean'])}" for figure in FIGURES]
    lines = [f"| tested {test} | {' | '.join(columns)} |"]
    lines.append("|---" * (1 + len(FIGURES) * (len(scenes) + 1)) + "|")
    for stage in STAGES:
        row = []
        for figure in FIGURES:
            values = [stages[stage][f"{test} {figure}"] for stages in scenes.values()]
            row += [*values, mean(values)]
        lines.append(f"| {stage} | {' | '.join(f'{value:.3f}' for value in row)} |")
    return lines


def degraded(polygons: np.ndarray, how: Labels, seed: int) -> np.ndarray:
    """Polygons [n] in metres, fewer or moved; the random choices depend on the seed alone."""
    rng = np.random.default_rng(seed)
    kept = rng.random(len(polygons)) >= LEFT_OUT
    directions = rng.uniform(0, 2 * np.pi, len(polygons) + 1)
    moves = np.stack([np.cos(directions), np.sin(directions)], axis=1)
    by = how.jittered * JITTER_M * moves[1:] + how.shifted * SHIFT_M * moves[0]
    points, index = shapely.get_coordinates(polygons, return_index=True)
    moved: np.ndarray = shapely.set_coordinates(polygons.copy(), points + by[index])
    return moved[kept] if how.left_out else moved


def _measured(job: FinetuneJob, work: Path, folder: Path, stage: str) -> Figures:
    """Figures of the tests on the right half, of the base or of a model that is trained."""
    left, right = halves(folder)
    labels, quality = STAGES[stage]
    out = work / f"{folder.name} {stage}"
    if quality:
        file = out.with_suffix(".gpkg")
        _write(folder, labels, file)
        job = replace(
            job,
            scene=scene_input(folder, has_optical(folder), left),
            labels=str(file),
            out=str(out),
            labels_quality=quality,
        )
        finetune(job, Reporter())
        file.unlink()
    model = out if quality else Path(job.base)
    figures: Figures = {}
    for test, optical in TESTS.items():
        if optical and not has_optical(folder):
            continue
        result = evaluate(evaluation_of(folder, optical, right), TorchEngine(model), Reporter())
        figures |= {f"{test} {name}": float(getattr(result, name)) for name in FIGURES}
    shutil.rmtree(out, ignore_errors=True)
    return figures


def _write(folder: Path, how: Labels, file: Path) -> None:
    """Write the degraded labels of a scene."""
    table = read_polygons(folder / LABELS_FILE)
    polygons = degraded(table.geometries, how, zlib.crc32(folder.name.encode()))
    pyogrio.raw.write(
        file,
        geometry=shapely.to_wkb(polygons),
        field_data=[],
        fields=[],
        geometry_type="Unknown",
        crs=table.crs,
    )


if __name__ == "__main__":
    main()
