"""What a fine-tuning on the left half of a scene gives on its right half.

    python -m bench.halves REAL [--model M] [--effort E] [--scenes NAME ...] [--threads N]
                                [--work DIR]

On each scene of the folder REAL with at least 20 buildings: from SAR alone, and with optical where
there is one. Nothing is chosen on the right half. Figures of the base and of the fine-tuned model
on it, each at its own threshold. Runs whose figures are stored are not repeated.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import mean

import rasterio
import shapely
import torch

from bench.finetuning_options import parser_of, scenes_of, title_of, work_of
from bench.run_cache import cached
from bench.scenes import evaluation_of, has_optical, scene_input
from core.hatch.jobs import Area, FinetuneJob
from core.hatch.names import LABELS_FILE, SAR_FILE
from core.hatch.reporter import Reporter
from core.inference.engine import TorchEngine
from core.tasks.evaluate import evaluate
from core.tasks.finetune import finetune

FIGURES = ("iou", "object_f1", "ece")


@dataclass(frozen=True)
class HalfScene:
    """A scene's folder, and whether optical is used."""

    scene: Path
    optical: bool

    @property
    def name(self) -> str:
        """The scene and its inputs."""
        return f"{self.scene.name} {'with optical' if self.optical else 'SAR alone'}"


def main() -> None:
    """Fine-tune, test, print the table."""
    arguments = parser_of(__doc__, "halves").parse_args()
    torch.set_num_threads(arguments.threads)
    work = work_of(arguments)
    runs = [
        HalfScene(folder, optical)
        for folder in scenes_of(arguments)
        for optical in (False, True)
        if not optical or has_optical(folder)
    ]
    print(f"{title_of(arguments)}\n")
    print("| scene | " + " | ".join(f"{name}: base | fine-tuned" for name in FIGURES) + " |")
    print("|---" * (1 + 2 * len(FIGURES)) + "|")
    rows = {run: figures_of(arguments.model, arguments.effort, work, run) for run in runs}
    for optical in (False, True):
        group = [values for run, values in rows.items() if run.optical == optical]
        if group:
            means = {name: mean(values[name] for values in group) for name in group[0]}
            print(row(f"mean {'with optical' if optical else 'SAR alone'}", means))


def figures_of(base: Path, effort: str, work: Path, run: HalfScene) -> dict[str, float]:
    """Figures from the file of an earlier run, or of a new one; prints their row."""
    file = work / f"{run.name}.json"
    figures = cached(file, partial(_measured, base, effort, file.with_suffix(""), run))
    print(row(run.name, figures), flush=True)
    return figures


def row(name: str, figures: dict[str, float]) -> str:
    """A line of the table."""
    cells = [f"{figures[f'{stage} {key}']:.3f}" for key in FIGURES for stage in ("base", "new")]
    return f"| {name} | {' | '.join(cells)} |"


def _measured(base: Path, effort: str, out: Path, run: HalfScene) -> dict[str, float]:
    left, right = halves(run.scene)
    labels = str(run.scene / LABELS_FILE)
    scene = scene_input(run.scene, run.optical, left)
    finetune(FinetuneJob(scene, labels, str(out), base=str(base), effort=effort), Reporter())
    test = evaluation_of(run.scene, run.optical, right)
    figures: dict[str, float] = {}
    for stage, model in (("base", base), ("new", out)):
        result = evaluate(test, TorchEngine(model), Reporter())
        figures |= {f"{stage} {key}": float(getattr(result, key)) for key in FIGURES}
    shutil.rmtree(out)
    return figures


def halves(folder: Path) -> tuple[Area, Area]:
    """The left and the right half of a scene's extent."""
    with rasterio.open(folder / SAR_FILE) as file:
        west, south, east, north = file.bounds
        crs = file.crs.to_wkt()
    middle = (west + east) / 2
    left, right = shapely.box(west, south, middle, north), shapely.box(middle, south, east, north)
    return Area(left.wkt, crs), Area(right.wkt, crs)


if __name__ == "__main__":
    main()
