"""Check the data of a fine-tuning before anything is trained."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from ..datasets.label_offset import estimate_offset
from ..datasets.labelled_area import LabelledArea, write_blocks
from ..hatch.jobs import CheckJob, TrainingSettings
from ..hatch.manifest import Manifest
from ..hatch.messages import Message
from ..hatch.reporter import Reporter
from ..hatch.results import CheckResult
from ..inference.device import choose_device, on_device
from ..models.store import load_model
from ..networks import CMHCL
from ..raster.validity import valid_pixels
from ..timing import Timing
from ..training.distributed import SINGLE_PROCESS
from ..training.finetuning import VALIDATIONS, figures_on, finetuning_settings
from ..training.loader import batches
from ..training.state import State
from ..training.validation import predictions
from .finetune import base_of, labelled_area_of

FEW_BUILDINGS = 20
FEW_VALIDATION_BUILDINGS = 5
# Layover and digitising cause smaller offsets by themselves (measured, see docs/finetuning.md).
OFFSET_M = {"optical": 5.0, "sar": 8.0}
OFFSET_WINDOW = 1024  # side in pixels of the window in which the offset is estimated
PIXEL_RATIO = 1.6  # of pixel sizes of SAR and model, from which a warning is given
FULL_COVER = 0.99  # of the labelled area
COMPARISONS = 3  # stages, each of which takes about as long as a validation
TIMED_STEPS = 3


def check(job: CheckJob, reporter: Reporter) -> CheckResult:
    """Read and measure what a fine-tuning would work with.

    Raises InputError if the fine-tuning could not begin, Cancelled if the user cancelled the job.
    """
    network, base = load_model(base_of(job.finetune))
    reporter.progress(0, 0, Message("Reading"))
    area = labelled_area_of(job.finetune, base.pixel_size_m, reporter)
    settings = finetuning_settings(job.finetune.training, job.finetune.effort, area)
    if job.blocks:
        write_blocks(area, Path(job.blocks))
    reporter.progress(0, 0, Message("Comparing labels and image"))
    offset = _offset(network, area)
    reporter.progress(0, 0, Message("Measuring the speed"))
    device, reason = choose_device(settings.device)
    seconds = _estimate(on_device(network, device), area, settings, reporter)
    return CheckResult(
        buildings=area.buildings,
        repaired=area.repaired,
        teacher="optical" if area.has_optical else "sar",
        training_blocks=sum(not block.validation for block in area.block_split.blocks),
        validation_blocks=sum(block.validation for block in area.block_split.blocks),
        validation_buildings=area.validation_buildings,
        offset_m=offset,
        seconds=seconds,
        device=Message("{device} ({reason})", device=device.type.upper(), reason=reason),
        warnings=[*area.warnings, *_warnings(area, base, offset)],
    )


def _offset(network: CMHCL, area: LabelledArea) -> tuple[float, float] | None:
    """Offset (east, north) of the labels from the base model's prediction in metres.

    None if the offset is not significant, smaller than OFFSET_M, there are few buildings, or the
    labels are such a prediction.
    """
    if area.is_labelled_by_optical or area.buildings < FEW_BUILDINGS:
        return None
    scene = area.scene
    rows, cols = (slice(*_around(index)) for index in np.nonzero(scene.building))
    window = scene.part(scene.name, rows, cols)
    ((_, heads),) = predictions(network, [window])
    head = "optical" if "optical" in heads else "sar"
    evidence = np.where(valid_pixels(window.sar), heads[head], np.nan)
    found = estimate_offset(
        evidence, window.building > 0, window.evaluation_mask, area.pixel_size_m
    )
    return found if found and math.hypot(*found) >= OFFSET_M[head] else None


def _around(index: np.ndarray) -> tuple[int, int]:
    """First pixel and end of OFFSET_WINDOW pixels around the median of the buildings."""
    start = max(int(np.median(index)) - OFFSET_WINDOW // 2, 0)
    return start, start + OFFSET_WINDOW


def _estimate(
    network: CMHCL, area: LabelledArea, settings: TrainingSettings, reporter: Reporter
) -> float:
    """Estimate the seconds of the fine-tuning on this device from a few steps and a validation."""
    state = State(network, settings)
    whole_batch = SINGLE_PROCESS.batch_slice(settings.batch)
    upcoming = batches([area.training_scene()], settings, 0, whole_batch)
    device = next(network.parameters()).device
    timing = Timing()
    for number, (sar, optical, targets) in zip(range(1 + TIMED_STEPS), upcoming):
        reporter.check()
        # The first step is slow: libraries choose their kernels.
        with timing.part("step" if number else "first"):
            state.update(
                sar.to(device), None if optical is None else optical.to(device), targets.to(device)
            )
    upcoming.close()
    with timing.part("validation"):
        figures_on(area.validation_views, network)
    step, validation = timing.seconds["step"] / TIMED_STEPS, timing.seconds["validation"]
    return (
        settings.steps * step + (VALIDATIONS + COMPARISONS) * validation + timing.seconds["first"]
    )


def _warnings(
    area: LabelledArea, base: Manifest, offset: tuple[float, float] | None
) -> list[Message]:
    """Sentences for the user, each with a remedy."""
    warnings: list[Message] = []
    if area.is_hull:
        warnings.append(
            Message(
                "No labelled area is given, so everything inside the hull of the labels counts as "
                "labelled; choose a polygon around what you have digitised if that is not so."
            )
        )
    if area.is_labelled_by_optical and area.buildings < FEW_BUILDINGS:
        warnings.append(
            Message(
                "The base model finds too few buildings with the optical layer ({count}); "
                "choose an area with {least} at least.",
                count=area.buildings,
                least=FEW_BUILDINGS,
            )
        )
    elif area.buildings < FEW_BUILDINGS:
        warnings.append(
            Message(
                "The labelled area has too few buildings ({count}); digitise at least {least}.",
                count=area.buildings,
                least=FEW_BUILDINGS,
            )
        )
    if not area.block_split.validation.any():
        warnings.append(
            Message(
                "The labelled area is too small to hold out validation blocks, so the result will "
                "have no figures; label a larger area if you need them."
            )
        )
    elif area.validation_buildings < FEW_VALIDATION_BUILDINGS:
        warnings.append(
            Message(
                "The validation blocks have few buildings ({count}), so the figures will be "
                "rough; label a larger area for better ones.",
                count=area.validation_buildings,
            )
        )
    if offset is not None:
        warnings.append(_offset_warning(offset))
    return [*warnings, *_scene_warnings(area, base)]


def _scene_warnings(area: LabelledArea, base: Manifest) -> list[Message]:
    """Sentences for the user on what the base model was not trained for."""
    warnings: list[Message] = []
    ratio = area.sar_pixel_size_m / base.pixel_size_m
    if not 1 / PIXEL_RATIO < ratio < PIXEL_RATIO:
        warnings.append(
            Message(
                "The SAR layer has pixels of {own:.2g} m and the base model was trained at "
                "{base:.2g} m; the layer is resampled, and the model has more to learn.",
                own=area.sar_pixel_size_m,
                base=base.pixel_size_m,
            )
        )
    unknown = set(area.polarisations) - set(base.training.get("polarisations", area.polarisations))
    if unknown:
        warnings.append(
            Message(
                "The base model was trained without {names}; choose a base that was trained with "
                "it, or train thoroughly.",
                names=", ".join(sorted(unknown)),
            )
        )
    covered = area.optical_share
    if 0 < covered < FULL_COVER:
        warnings.append(
            Message(
                "The optical layer covers {share:.0%} of the labelled area and is used only there.",
                share=covered,
            )
        )
    return warnings


def _offset_warning(offset: Sequence[float]) -> Message:
    """The warning of labels that are displaced by (east, north) metres, at least one of them."""
    east, north = (round(metres) for metres in offset)
    along = Message("{metres} m east", metres=east)
    if east < 0:
        along = Message("{metres} m west", metres=-east)
    across = Message("{metres} m north", metres=north)
    if north < 0:
        across = Message("{metres} m south", metres=-north)
    if east and north:
        return Message(
            "The labels seem to be {along} and {across} of the buildings in the image; move them "
            "back, unless layover of tall buildings in SAR explains the offset.",
            along=along,
            across=across,
        )
    return Message(
        "The labels seem to be {shift} of the buildings in the image; move them back, unless "
        "layover of tall buildings in SAR explains the offset.",
        shift=along if east else across,
    )
