"""What labels from an optical image give, beside drawn ones and none.

    python -m bench.optical_teacher REAL [--model M] [--effort E] [--scenes NAME ...]
                                    [--threads N] [--work DIR]

On each scene of the folder REAL with optical and at least 20 buildings: fine-tuned on the left half
with labels from optical, or with the true ones and optical, and tested on the right half, each
model at its own threshold. Nothing is chosen on the right half. Runs whose figures are stored are
not repeated.
"""

from __future__ import annotations

import shutil
from functools import partial
from pathlib import Path
from statistics import mean

import torch

from bench.finetuning_options import parser_of, scenes_of, title_of, work_of
from bench.halves import halves
from bench.run_cache import Figures, cached
from bench.scenes import evaluation_of, has_optical, scene_input
from core.hatch.jobs import FROM_OPTICAL, FinetuneJob
from core.hatch.names import LABELS_FILE
from core.hatch.reporter import Reporter
from core.inference.engine import TorchEngine
from core.tasks.evaluate import evaluate
from core.tasks.finetune import finetune

FIGURES = ("iou", "object_f1", "ece")
BASE, OPTICAL, TRUE = STAGES = ("base", "labels from optical", "true labels")
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
    out = work / f"{folder.name} {stage}"
    model = base if stage == BASE else out
    if stage != BASE:
        labels = FROM_OPTICAL if stage == OPTICAL else str(folder / LABELS_FILE)
        scene = scene_input(folder, True, left)
        finetune(FinetuneJob(scene, labels, str(out), base=str(base), effort=effort), Reporter())
    figures: Figures = {}
    for test, optical in TESTS.items():
        result = evaluate(evaluation_of(folder, optical, right), TorchEngine(model), Reporter())
        figures |= {f"{test} {name}": float(getattr(result, name)) for name in FIGURES}
    shutil.rmtree(out, ignore_errors=True)
    return figures


if __name__ == "__main__":
    main()
