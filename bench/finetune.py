"""What a fine-tuning on one scene gives on its validation blocks.

    python -m bench.finetune REAL [--model M] [--effort E] [--scenes NAME ...] [--workers N]
                                  [--threads N] [--work DIR]

On each scene of the folder REAL that has at least 20 buildings: from SAR alone, and where there is
optical with it, once whole and once without MSAL and MFAL. Figures are those of the validation
blocks: IoU of the base as it is, of the base with a threshold chosen on these blocks, and of the
new model; seconds, and their estimate before the start for all steps, though a training may end
early. Runs whose figures are stored are not repeated.
"""

from __future__ import annotations

import shutil
import sys
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from multiprocessing import get_context
from pathlib import Path

import rasterio
import shapely
import torch

from bench.finetuning_options import parser_of, scenes_of, title_of, work_of
from bench.run_cache import cached
from bench.scenes import has_optical, scene_input
from core.hatch.jobs import Area, CheckJob, FinetuneJob, LossSettings
from core.hatch.reporter import Reporter
from core.hatch.results import HEADS, STAGES
from core.tasks.check import check
from core.tasks.finetune import finetune

SAR_ALONE, WHOLE, WITHOUT = "SAR alone", "with optical", "with optical, no MSAL, no MFAL"
VARIANTS = {
    SAR_ALONE: LossSettings(),
    WHOLE: LossSettings(),
    WITHOUT: LossSettings(lambda_msa=0.0, lambda_mfa=0.0),
}


@dataclass(frozen=True)
class SceneVariant:
    """A scene's folder and how it is trained on."""

    scene: Path
    variant: str


def main() -> None:
    """Fine-tune, print the table."""
    parser = parser_of(__doc__, "finetune")
    parser.add_argument("--workers", type=int, default=1, help="runs at a time")
    arguments = parser.parse_args()
    work = work_of(arguments)
    runs = [
        SceneVariant(folder, variant)
        for folder in scenes_of(arguments)
        for variant in VARIANTS
        if variant == SAR_ALONE or has_optical(folder)
    ]
    measure = partial(figures_of, arguments.model, arguments.effort, work)
    figures = {}
    with ProcessPoolExecutor(
        arguments.workers, get_context("spawn"), torch.set_num_threads, (arguments.threads,)
    ) as pool:
        for run, values in zip(runs, pool.map(measure, runs), strict=True):
            print(run.scene.name, run.variant, values, file=sys.stderr, flush=True)
            figures[run] = values
    print(f"{title_of(arguments)}\n\n{table(figures)}")


def figures_of(base: Path, effort: str, work: Path, run: SceneVariant) -> dict[str, float]:
    """From the file of an earlier bench, or measured now."""
    file = work / f"{run.scene.name} {run.variant}.json"
    return cached(file, partial(_trained, base, effort, file.with_suffix(""), run))


def _trained(base: Path, effort: str, out: Path, run: SceneVariant) -> dict[str, float]:
    """IoU by head and stage ("sar base", ...), seconds estimated and taken, and steps."""
    with rasterio.open(run.scene / "sar.tif") as file:
        whole = Area(shapely.box(*file.bounds).wkt, file.crs.to_wkt())
    job = FinetuneJob(
        scene_input(run.scene, run.variant != SAR_ALONE, whole),
        str(run.scene / "buildings.geojson"),
        str(out),
        base=str(base),
        effort=effort,
        training=replace(FinetuneJob.training, losses=VARIANTS[run.variant]),
    )
    estimate = check(CheckJob(job), Reporter()).seconds
    result = finetune(job, Reporter())
    shutil.rmtree(out)
    ious = {f"{row.head} {row.what}": row.iou for row in result.figures}
    return {**ious, "estimate": estimate, "seconds": result.seconds, "steps": result.steps}


def table(figures: dict[SceneVariant, dict[str, float]]) -> str:
    """Markdown, a row for each run."""
    columns = [f"{head} {stage}" for head in HEADS for stage in STAGES]
    lines = [
        "| scene | trained | " + " | ".join(columns) + " | steps | seconds estimated | seconds |",
        "|---" * (len(columns) + 5) + "|",
    ]
    for run, values in figures.items():
        cells = [f"{values[name]:.3f}" if name in values else "" for name in columns]
        lines.append(
            f"| {run.scene.name} | {run.variant} | {' | '.join(cells)} "
            f"| {values['steps']:.0f} | {values['estimate']:.0f} | {values['seconds']:.0f} |"
        )
    return "\n".join(lines)


if __name__ == "__main__":
    main()
