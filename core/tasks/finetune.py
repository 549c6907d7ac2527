"""Fine-tuning on an area of the user's own: read, divide, train, compare with the base, write.

The model appears with its report as a whole or not at all. A run can be broken off at any moment:
the checkpoint lies beside the model it will become, and the same job goes on from there.
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import datetime
from pathlib import Path
from typing import Any

import numpy as np
import torch

from ..datasets.area_of_interest import AreaOfInterest, View, read_area_of_interest, write_blocks
from ..datasets.scenes import LabelledScene
from ..datasets.validation_blocks import GUARD_M, Block
from ..hatch.errors import InputError
from ..hatch.jobs import EFFORTS, SCOPES, EvaluateJob, FinetuneJob, TrainJob
from ..hatch.library import BLOCKS, REPORT
from ..hatch.manifest import Manifest, write_manifest
from ..hatch.reporter import Reporter
from ..inference.device import choose_device, on_device
from ..inference.engine import TorchEngine
from ..metrics import PixelCounts
from ..models.store import DEFAULT_MODEL, load_model, save_model
from ..networks import CMHCL
from ..report.html_report import BlockResult, write_report
from ..report.pictures import block_pictures
from ..timing import Timing
from ..training.calibration import calibrate
from ..training.loop import learn
from ..training.state import State, checkpoint_of
from ..training.validation import HEADS, predictions, validate
from .evaluate import evaluate

STEPS = {"quick": 150, "thorough": 600}
LEARNING_RATES = {"heads": 2e-3, "decoders": 1e-3, "everything": 5e-4}
VALIDATIONS = 10  # in a run
PATIENCE = 4  # validations without anything better
CROP = 256  # pixels
NOTICE = "Fine-tuned on “{}”, an area of your own; elsewhere its figures may not hold."
SAR_ALONE = " It learnt from SAR alone: with an optical layer, its base is the better choice."
RECORDED = {  # of the training's settings, in the manifest
    "scope",
    "steps",
    "batch",
    "crop",
    "learning_rate",
    "schedule",
    "patience",
    "losses",
    "frozen_teacher",
    "seed",
}


def finetune(job: FinetuneJob, reporter: Reporter) -> dict[str, Any]:
    """Train the base on the labelled area, compare both on ground kept apart, write the model.

    Returns what FinetuneJob promises. Raises InputError for bad input and a full disk, Cancelled
    when the user asked for a stop.
    """
    timing = Timing()
    device, reason = choose_device(job.device)
    reporter.log(f"Fine-tuning on {device}: {reason}")
    network, base = load_model(base_of(job))
    reporter.progress(0, 0, "Reading")
    with timing.part("reading"):
        area = read_area_of_interest(job, base.pixel_size_m)
    training = training_job(job, area)
    views = area.validation_views()
    torch.manual_seed(job.seed)
    state = State(on_device(network, device), training)
    checkpoint = checkpoint_of(job.out)
    if checkpoint.exists():
        state.load(checkpoint)
        reporter.log(f"Going on from step {state.step} of {checkpoint}")
        for entry in state.history:  # whoever follows may not have seen them
            reporter.metric(**entry)
    stopped = learn(
        state,
        [area.training_scene()],
        lambda network: figures_on(views, network),
        training,
        reporter,
        timing,
        validated=lambda: _preview(state, views, reporter),
    )
    reporter.progress(0, 0, "Comparing with the base model")
    with timing.part("comparison"):
        network.load_state_dict(state.best)
        result = _finish(job, training, network, base, area, views, state, reporter)
    checkpoint.unlink(missing_ok=True)
    reporter.log(f"Time: {timing}")
    return {**result, "steps": state.step, "seconds": timing.total, "stopped": stopped}


def base_of(job: FinetuneJob) -> Path:
    """The folder of the model that the job starts from."""
    return Path(job.base) if job.base else DEFAULT_MODEL


def training_job(job: FinetuneJob, area: AreaOfInterest) -> TrainJob:
    """How the loop trains on this area. Raises InputError for settings that make no sense."""
    if job.effort not in EFFORTS or job.scope not in SCOPES:
        raise InputError(
            f"There is no effort {job.effort!r} or no scope {job.scope!r}; use one of "
            f"{', '.join(EFFORTS)} and one of {', '.join(SCOPES)}."
        )
    if min(job.batch, job.steps + 1) < 1 or job.learning_rate < 0:
        raise InputError("Batch and steps are at least 1, and the learning rate is not negative.")
    steps = job.steps or STEPS[job.effort]
    every = max(1, steps // VALIDATIONS)
    side = min(CROP, max(area.grid.width, area.grid.height))
    return TrainJob(
        scenes=(),
        out=job.out,
        base=job.base,
        steps=steps,
        batch=job.batch,
        crop=-(-side // 32) * 32,
        learning_rate=job.learning_rate or LEARNING_RATES[job.scope],
        schedule="cosine",
        losses=job.losses,
        scope=job.scope,
        frozen_teacher=job.frozen_teacher,
        patience=PATIENCE * every,
        validate_every=every,
        checkpoint_every=every,
        seed=job.seed,
        device=job.device,
    )


def figures_on(views: Sequence[View], network: CMHCL) -> dict[str, float]:
    """Of the pixels of all validation blocks together; none where nothing is held out."""
    return validate(network, scenes_of(views), pooled=True) if views else {}


def scenes_of(views: Sequence[View]) -> list[LabelledScene]:
    """The scenes that a network is validated on."""
    return [view.scene for view in views]


def _preview(state: State, views: Sequence[View], reporter: Reporter) -> None:
    """Show the first validation block as the network sees it from SAR alone."""
    for view in views[:1]:
        block = view.blocks[0]
        ((scene, heads),) = predictions(state.average, [view.scene])
        pictures = block_pictures(*_cut(block, scene, heads["sar"]))
        shown = {name: pictures[name] for name in ("sar", "labels", "prediction")}
        reporter.preview(shown, f"Validation {_name(block)}, step {state.step}")


def _cut(
    block: Block, scene: LabelledScene, probability: np.ndarray
) -> tuple[LabelledScene, np.ndarray]:
    return scene.part(_name(block), block.rows, block.cols), probability[block.rows, block.cols]


def _name(block: Block) -> str:
    return f"block {block.number}"


def _finish(
    job: FinetuneJob,
    training: TrainJob,
    network: CMHCL,
    base: Manifest,
    area: AreaOfInterest,
    views: Sequence[View],
    state: State,
    reporter: Reporter,
) -> dict[str, Any]:
    """Calibrate, compare with the base and write the model folder with its report."""
    out = Path(job.out)
    unfinished = out.with_name(f".{out.name}.unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)  # of a process that was killed
    manifest = replace(
        base,
        name=job.title or out.name,
        parent=base.name,
        notice=NOTICE.format(area.scene.name) + ("" if area.has_optical else SAR_ALONE),
        training=_record(job, training, area),
        figures={},
    )
    calibration: dict[str, Any] = {}
    rows: list[dict[str, Any]] = []
    blocks: list[BlockResult] = []
    try:
        if views:
            calibration = calibrate(network, scenes_of(views))
            threshold = figures_on(views, network)["threshold"]
            manifest = replace(manifest, threshold=threshold)
        manifest = save_model(network, manifest, unfinished)
        if views:
            rows = _rows(job, area, base.threshold, unfinished, views, reporter)
            blocks = _block_results(network, manifest.threshold, views)
        verdict = _verdict(rows)
        figures = {"rows": rows, "calibration": calibration, "verdict": verdict}
        manifest = replace(manifest, figures=figures)
        write_manifest(manifest, unfinished)
        write_report(unfinished / REPORT, manifest, state.history, blocks, _notes(area))
        write_blocks(area, unfinished / BLOCKS)
        if out.exists():
            shutil.rmtree(out)
        unfinished.replace(out)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
    return {
        "model": str(out),
        "report": str(out / REPORT),
        "validation": {
            "blocks": sum(len(view.blocks) for view in views),
            "buildings": area.validation_buildings,
        },
        "verdict": verdict,
        "figures": rows,
    }


def _record(job: FinetuneJob, training: TrainJob, area: AreaOfInterest) -> dict[str, Any]:
    """What the manifest remembers of the training; names of files, not where they lie."""
    settings = {name: value for name, value in asdict(training).items() if name in RECORDED}
    validation = sum(block.validation for block in area.division.blocks)
    return {
        "date": datetime.now().astimezone().isoformat(timespec="seconds"),
        "sar": [Path(path).name for path in job.sar],
        "optical": Path(job.optical).name if job.optical else "",
        "labels": Path(job.labels).name,
        "area": asdict(area.area),
        "buildings": area.buildings,
        "polarisations": list(area.polarisations),
        "radiometry": area.radiometry,
        "pixel_size_m": area.pixel_size_m,
        "blocks": {"training": len(area.division.blocks) - validation, "validation": validation},
        "settings": {"effort": job.effort, **settings},
    }


def _rows(
    job: FinetuneJob,
    area: AreaOfInterest,
    base_threshold: float,
    new: Path,
    views: Sequence[View],
    reporter: Reporter,
) -> list[dict[str, Any]]:
    """Figures of base and new model on the validation blocks, as extraction would have it.

    The base is measured twice: as it is, and with a threshold chosen on these blocks as the new
    model's was, so that no gain of the threshold alone is taken for one of the training.
    """
    network, _ = load_model(base_of(job))
    network = on_device(network, choose_device(job.device)[0])
    adapted = figures_on(views, network)["threshold"]
    base_engine, new_engine = (TorchEngine(path, job.device) for path in (base_of(job), new))
    rows = []
    for what, engine, threshold in (
        ("base", base_engine, base_threshold),
        ("base adapted", base_engine, adapted),
        ("new", new_engine, new_engine.manifest.threshold),
    ):
        for head in HEADS if area.has_optical else HEADS[:1]:
            reporter.check()
            figures = evaluate(
                EvaluateJob(
                    sar=job.sar,
                    labels=job.labels,
                    optical=job.optical if head == "optical" else "",
                    area=area.validation_area,
                    polarisations=job.polarisations,
                    radiometry=job.radiometry,
                    threshold=threshold,
                ),
                engine,
                Reporter(),
            )
            kept = {name: figures[name] for name in ("iou", "f1", "object_f1", "ece")}
            rows.append({"what": what, "head": head, "threshold": threshold, **kept})
    return rows


def _block_results(network: CMHCL, threshold: float, views: Sequence[View]) -> list[BlockResult]:
    """IoU by head of each block that has buildings, and its pictures as seen by SAR alone."""
    results = []
    for view, (scene, heads) in zip(views, predictions(network, scenes_of(views)), strict=True):
        for block in view.blocks:
            part, _ = _cut(block, scene, heads["sar"])
            if not (part.building > 0)[part.seen].any():
                continue
            ious = {}
            for head, probability in heads.items():
                counts = PixelCounts()
                _, of_block = _cut(block, scene, probability)
                counts.add(of_block >= threshold, part.building > 0, part.seen)
                ious[head] = counts.figures()["iou"]
            pictures = block_pictures(*_cut(block, scene, heads["sar"]))
            results.append(BlockResult(part.name, ious, pictures))
    return results


def _verdict(rows: Sequence[dict[str, Any]]) -> str:
    """Whether the new model beats the base with a threshold as well chosen, in mean IoU."""

    def mean_iou(what: str) -> float:
        return float(np.mean([row["iou"] for row in rows if row["what"] == what]))

    if not rows:
        return "unknown"
    return "better" if mean_iou("new") > mean_iou("base adapted") else "worse"


def _notes(area: AreaOfInterest) -> list[str]:
    """What a reader of the figures must know."""
    if not area.division.validation.any():
        return [
            "The labelled area was too small to keep ground apart, so nothing is known of how good "
            "the model is: label a larger area, or compare it by eye."
        ]
    notes = [
        "The validation blocks were never trained on, and no training ground lies within "
        f"{GUARD_M:.0f} m of them.",
        "The best step, the threshold and the calibration were chosen on these same blocks, which "
        "flatters the figures of the new model a little.",
        "The base with its threshold chosen here shows what the threshold alone would have given.",
    ]
    if area.is_hull:
        notes.append(
            "No labelled area was given: everything inside the hull of the labels counted as "
            "looked at."
        )
    if not area.has_optical:
        notes.append("Only the hallucination and SAR branches learnt; the optical branch rested.")
    return notes
