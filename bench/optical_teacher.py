"""What labels from an optical image give, compared with drawn ones and none.

    python -m bench.optical_teacher REAL [--model M] [--effort E] [--scenes NAME ...]
                                    [--threads N] [--work DIR]

On each scene of the folder REAL with optical and at least 20 buildings: fine-tuned on the left half
with labels from optical, in one round, in two (the second with the model of the first as its base)
or with CORRECTIONS true buildings in place of them, or with all true labels and optical. Tested on
the right half, each model at its own threshold. Nothing is chosen on the right half. Runs whose
figures are stored are not repeated.
"""

from __future__ import annotations

import shutil
from dataclasses import replace
from functools import partial
from pathlib import Path
from statistics import mean

import numpy as np
import pyogrio
import pyproj
import shapely
import torch

from bench.finetuning_options import parser_of, scenes_of, title_of, work_of
from bench.halves import halves
from bench.run_cache import Figures, cached
from bench.scenes import evaluation_of, has_optical, scene_input
from core.hatch.jobs import FROM_OPTICAL, Area, FinetuneJob
from core.hatch.names import LABELS_FILE
from core.hatch.reporter import Reporter
from core.inference.engine import TorchEngine
from core.tasks.evaluate import evaluate
from core.tasks.finetune import finetune

FIGURES = ("iou", "object_f1", "ece")
CORRECTIONS = 10  # buildings
BASE, OPTICAL, TRUE = "base", "labels from optical", "true labels"
TWICE, CORRECTED = "in two rounds", f"{CORRECTIONS} corrected"
STAGES = (BASE, OPTICAL, TWICE, CORRECTED, TRUE)
TESTS = {"SAR alone": False, "with optical": True}


def main() -> None:
    """Fine-tune, test, print the tables."""
    arguments = parser_of(__doc__, "optical_teacher").parse_args()
    torch.set_num_threads(arguments.threads)
    work = work_of(arguments)
    measured = {
        folder.name: {
            stage: cached(
                work / f"{folder.name} {stage}.json",
                partial(_measured, arguments.model, arguments.effort, work, folder, stage),
            )
            for stage in STAGES
        }
        for folder in scenes_of(arguments)
        if has_optical(folder)
    }
    print(title_of(arguments))
    for test in TESTS:
        print("\n".join(["", *table(measured, test)]))


def table(measured: dict[str, dict[str, Figures]], test: str) -> list[str]:
    """Lines of the table of a test, with the mean over the scenes as the last one."""
    columns = [f"{figure}: {' | '.join(STAGES)}" for figure in FIGURES]
    lines = [f"| tested {test} | {' | '.join(columns)} |"]
    lines.append("|---" * (1 + len(FIGURES) * len(STAGES)) + "|")
    values = {
        scene: [stages[stage][f"{test} {figure}"] for figure in FIGURES for stage in STAGES]
        for scene, stages in measured.items()
    }
    values["mean"] = [mean(column) for column in zip(*values.values())]
    lines += [
        f"| {scene} | {' | '.join(f'{value:.3f}' for value in row)} |"
        for scene, row in values.items()
    ]
    return lines


def _measured(base: Path, effort: str, work: Path, folder: Path, stage: str) -> Figures:
    """Figures of both tests on the right half, of the base or of a model that is trained."""
    left, right = halves(folder)
    scene, model = scene_input(folder, True, left), base
    rounds = {BASE: 0, TWICE: 2}.get(stage, 1)
    labels = str(folder / LABELS_FILE) if stage == TRUE else FROM_OPTICAL
    corrections = ""
    if stage == CORRECTED:
        corrections = str(work / f"{folder.name} corrections.gpkg")
        _write_some(folder, left, Path(corrections))
    outs = [work / f"{folder.name} {stage} {number}" for number in range(rounds)]
    for out in outs:
        job = FinetuneJob(scene, labels, str(out), str(model), effort=effort)
        finetune(replace(job, corrections=corrections), Reporter())
        model = out
    figures: Figures = {}
    for test, optical in TESTS.items():
        result = evaluate(evaluation_of(folder, optical, right), TorchEngine(model), Reporter())
        figures |= {f"{test} {name}": float(getattr(result, name)) for name in FIGURES}
    for out in outs:
        shutil.rmtree(out)
    return figures


def _write_some(folder: Path, area: Area, path: Path) -> None:
    """CORRECTIONS of the true buildings within an area, chosen at random."""
    meta, _, wkb, _ = pyogrio.raw.read(folder / LABELS_FILE)
    (inside,) = shapely.from_wkt([area.wkt])
    to_labels = pyproj.Transformer.from_crs(area.crs, meta["crs"], always_xy=True).transform
    inside = shapely.transform(inside, to_labels, interleaved=False)
    within = wkb[shapely.covers(inside, shapely.from_wkb(wkb))]
    chosen = np.random.default_rng(0).permutation(len(within))[:CORRECTIONS]
    pyogrio.raw.write(
        path, within[chosen], [], [], geometry_type="Polygon", crs=meta["crs"], driver="GPKG"
    )


if __name__ == "__main__":
    main()
