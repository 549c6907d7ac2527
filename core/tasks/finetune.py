"""Fine-tuning on a labelled area: read, split into blocks, train, compare with the base, write.

The model and its report appear whole or not at all. A run can be interrupted at any moment: its
checkpoint is next to the model folder, and the same job resumes from it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import datetime
from pathlib import Path
from typing import Any

import torch

from ..datasets.labelled_area import LabelledArea, read_labelled_area, write_blocks
from ..datasets.validation_blocks import GUARD_M
from ..hatch import notices
from ..hatch.files import atomic_folder, only_run, writing
from ..hatch.jobs import FROM_OPTICAL, PARTIAL, FinetuneJob
from ..hatch.library import BLOCKS, DEFAULT_MODEL, REPORT
from ..hatch.manifest import (
    BASE,
    LABELS_FROM_OPTICAL,
    MEAN_WITH_BASE,
    UNNAMED,
    Manifest,
    model_name,
    write_manifest,
)
from ..hatch.messages import Message
from ..hatch.reporter import Reporter
from ..hatch.results import FinetuneResult, ModelFigures, ValidationBlocks
from ..inference.device import choose_device, on_device
from ..inference.engine import TorchEngine
from ..models.store import load_model, write_model
from ..outputs.check import check_contents
from ..report.html_report import write_report
from ..timing import Timing
from ..training import loop
from ..training.comparison import compare, verdict_of
from ..training.finetuning import (
    block_results,
    figures_on,
    finetuning_settings,
    join_with_base,
    show_preview,
)
from ..training.fingerprint import area_fingerprint
from ..training.optical_labels import area_labelled_by_optical
from ..training.partial_labels import area_with_partial_labels
from ..training.state import State, checkpoint_of

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


def finetune(job: FinetuneJob, reporter: Reporter) -> FinetuneResult:
    """Fine-tune the base on the labelled area, compare both on held-out blocks, write the model.

    Raises InputError for bad input, for a full disk, if another process trains the same model, and
    if the training diverges. Raises Cancelled if the user cancelled the job.
    """
    with only_run(Path(job.out)), loop.removed_if_diverged(checkpoint_of(job.out)):
        return _finetune(job, reporter)


def _finetune(job: FinetuneJob, reporter: Reporter) -> FinetuneResult:
    timing = Timing()
    device, reason = choose_device(job.training.device)
    reporter.log(f"Fine-tuning on {device}: {reason}")
    network, base = load_model(base_of(job))
    reporter.progress(0, 0, Message("Reading"))
    with timing.part("reading"):
        area = labelled_area_of(job, base.pixel_size_m, reporter)
    for warning in area.warnings:
        reporter.log(warning, "warning")
    settings = finetuning_settings(job.training, job.effort, area)
    views = area.validation_views
    torch.manual_seed(settings.seed)
    fingerprint = area_fingerprint(
        area, job.training, base.sha256, job.labels == FROM_OPTICAL, job.labels_quality
    )
    state = State(on_device(network, device), settings, fingerprint=fingerprint)
    checkpoint = checkpoint_of(job.out)
    loop.resume(state, checkpoint, reporter)
    for entry in state.history:  # a plugin that shows the resumed run has not received them
        reporter.metric(**entry)
    stopped = loop.train(
        state,
        [area.training_scene()],
        lambda network: figures_on(views, network),
        checkpoint,
        reporter,
        timing,
        validated=lambda: show_preview(state, views, reporter),
    )
    reporter.progress(0, 0, Message("Comparing with the base model"))
    with timing.part("comparison"):
        state.network.load_state_dict(state.best)
        old = on_device(load_model(base_of(job))[0], device)
        mixed = join_with_base(state.network, old, base.threshold, area)
        figures = _write(job, base, area, state, mixed, reporter)
    checkpoint.unlink(missing_ok=True)
    reporter.log(f"Time: {timing}")
    return FinetuneResult(
        model=job.out,
        report=str(Path(job.out) / REPORT),
        validation=ValidationBlocks(
            sum(len(view.blocks) for view in views), area.validation_buildings
        ),
        verdict=verdict_of(figures),
        figures=figures,
        steps=state.step,
        best_step=0 if mixed == BASE else state.best_step,
        seconds=timing.total,
        stopped=stopped,
        labels_from_optical=area.is_labelled_by_optical,
    )


def base_of(job: FinetuneJob) -> Path:
    """The folder of the model that the job starts from."""
    return Path(job.base) if job.base else DEFAULT_MODEL


def labelled_area_of(job: FinetuneJob, pixel_size_m: float, reporter: Reporter) -> LabelledArea:
    """The labelled area of the job, at the pixel size of its base."""
    seed = job.training.seed
    if job.labels == FROM_OPTICAL:
        engine = _engine_of_base(job)
        return area_labelled_by_optical(job.scene, job.corrections, engine, seed, reporter)
    if job.labels_quality == PARTIAL:
        engine = _engine_of_base(job)
        return area_with_partial_labels(job.scene, Path(job.labels), engine, seed, reporter)
    return read_labelled_area(job.scene, Path(job.labels), pixel_size_m, seed)


def _engine_of_base(job: FinetuneJob) -> TorchEngine:
    return TorchEngine(base_of(job), job.training.device)


def _write(
    job: FinetuneJob,
    base: Manifest,
    area: LabelledArea,
    state: State,
    mixed: str,
    reporter: Reporter,
) -> list[ModelFigures]:
    """Compare with the base and write the model folder with its report."""
    network, views = state.network, area.validation_views
    manifest = _manifest(job, base, area, state, mixed)
    figures: list[ModelFigures] = []
    check_contents(job)
    with atomic_folder(Path(job.out)) as folder:
        manifest = write_model(network, manifest, folder)
        if views:
            old, new = (TorchEngine(path, job.training.device) for path in (base_of(job), folder))
            figures = compare(old, new, job.scene, area, reporter)
        rows = [asdict(row) for row in figures]
        manifest = replace(manifest, figures={"rows": rows, "verdict": verdict_of(figures)})
        write_manifest(manifest, folder)
        blocks = block_results(network, manifest.threshold, views)
        with writing(folder / REPORT):
            write_report(folder / REPORT, manifest, state.history, blocks, _notes(area, mixed))
        write_blocks(area, folder / BLOCKS)
    return figures


def _manifest(
    job: FinetuneJob, base: Manifest, area: LabelledArea, state: State, mixed: str
) -> Manifest:
    """The manifest before the comparison; names of files, not their paths."""
    settings = {name: v for name, v in asdict(state.settings).items() if name in RECORDED}
    validation = sum(block.validation for block in area.block_split.blocks)
    training = {
        "date": datetime.now().astimezone().isoformat(timespec="seconds"),
        "sar": [Path(path).name for path in job.scene.sar],
        "optical": Path(job.scene.optical).name if job.scene.optical else "",
        "labels": _labels_name(job),
        "labels_quality": job.labels_quality,
        **_correction(area),
        "area": asdict(area.area),
        "buildings": area.buildings,
        "polarisations": list(area.polarisations),
        "radiometry": area.radiometry,
        "pixel_size_m": area.sar_pixel_size_m,
        "blocks": {"training": len(area.block_split.blocks) - validation, "validation": validation},
        "settings": {"effort": job.effort, **settings},
        MEAN_WITH_BASE: mixed,
    }
    return replace(
        base,
        name=model_name(job.title) or model_name(Path(job.out).name) or UNNAMED,
        parent=base.name,
        notice=notices.finetuned(area.scene.name, _caveat(area, mixed)),
        training=training,
        figures={},
    )


def _labels_name(job: FinetuneJob) -> str:
    """The name of the labels in the manifest."""
    if job.labels == FROM_OPTICAL:
        return LABELS_FROM_OPTICAL
    # The name of a file may be in another encoding than that of the manifest.
    return Path(job.labels).name.encode(errors="replace").decode()


def _correction(area: LabelledArea) -> dict[str, Any]:
    """The record of the correction of the labels, or by labels, in the manifest."""
    correction, drawn = area.labels.correction, area.labels.drawn
    if drawn:
        return {"corrected_buildings": drawn}
    if correction is None:
        return {}
    moved_m, left_out = round(correction.moved_m, 2), round(correction.left_out, 4)
    return {"labels_correction": {"moved_m": moved_m, "left_out": left_out}}


def _caveat(area: LabelledArea, mixed: str) -> str:
    """Notes for users of the model, besides what it was fine-tuned on."""
    if mixed == BASE:
        return notices.COPY
    if area.is_labelled_by_optical:
        return notices.BY_OPTICAL
    return "" if area.has_optical else notices.SAR_ALONE


def _except_drawn(drawn: int) -> str:
    """The first words of the note on labels from optical."""
    if drawn:
        return f"Except for {drawn} buildings that were drawn,"
    return "No labels were drawn:"


def _notes(area: LabelledArea, mixed: str) -> Sequence[str]:
    """Notes for readers of the figures."""
    if not area.block_split.validation.any():
        return [
            "The labelled area was too small to hold out validation blocks, so the quality of "
            "the model is unknown: label a larger area, or judge it by eye."
        ]
    notes = [
        "The validation blocks were never trained on, and no training pixel is within "
        f"{GUARD_M:.0f} m of them.",
        "The best step was chosen on these same blocks, which flatters the figures of the new "
        "model a little. The threshold is that of the base.",
    ]
    if area.is_labelled_by_optical:
        notes.append(
            f"{_except_drawn(area.labels.drawn)} the labels, also those of the validation blocks, "
            "are what the base predicts with the optical image. The figures say how close the "
            "predictions from SAR alone come to these, not to the truth."
        )
    else:
        notes.append(
            "The base with the threshold that is best here shows what a better threshold alone "
            "would have gained."
        )
    if mixed == BASE:
        notes.append(
            "The weights are those of the base: on these blocks the trained ones were not better "
            "by more than the standard error of the comparison."
        )
    if area.labels.correction is not None:
        notes.append(
            "The labels may be partly missing, shifted or old. The validation blocks are judged by "
            "the corrected ones, without the pixels where the base confidently contradicts the "
            "labels, which favours the base a little. The figures say how close the predictions "
            "come to these labels, not to the truth."
        )
    if area.is_hull:
        notes.append(
            "No labelled area was given: everything inside the hull of the labels counted as "
            "labelled."
        )
    if not area.has_optical:
        notes.append("Only the hallucination and SAR branches were trained, not the optical one.")
    return notes
