"""Joint training of the three branches on folders of scenes: read, loop, validate, keep the best.

A run can be broken off at any moment: its checkpoint lies beside the model it will become, and the
same job goes on from there. What a step sees depends on the seed and the step's number alone.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, replace
from functools import partial
from pathlib import Path
from pickle import UnpicklingError  # nosec B403
from typing import Any

import torch

from ..datasets.scenes import LabelledScene, read_labelled
from ..datasets.store import LIST_SUFFIX, listed_scenes
from ..hatch.errors import InputError
from ..hatch.jobs import SCHEDULES, SCOPES, TrainJob
from ..hatch.manifest import Manifest
from ..hatch.reporter import Reporter
from ..inference.device import choose_device, on_device
from ..models.store import load_model, save_model
from ..networks import CMHCL, PRESETS, build
from ..networks.encoder import load_imagenet
from ..timing import Timing
from ..training.calibration import calibrate
from ..training.distributed import joined
from ..training.loop import learn
from ..training.state import State, checkpoint_of
from ..training.validation import validate

PIXEL_SIZE_M = 0.8
NOTICE = "Trained on scenes of your own; check its figures before you rely on it."


def train(job: TrainJob, reporter: Reporter) -> dict[str, Any]:
    """Train a model and write it to ``job.out``.

    Returns model, iou (SAR alone), iou_optical, threshold and steps; the figures are those of the
    best validation, averaged over the validation scenes (of the training scenes where there are
    none, which ``validated_on`` then says), after calibration. Of several processes, started by
    torchrun, only the first reports and returns anything. Raises InputError for scenes that cannot
    be read.
    """
    _check(job)
    device, reason = choose_device(job.device)
    with joined(device) as processes:
        reporter = reporter if processes.first else Reporter()
        processes = f", {processes.count} processes" if processes.count > 1 else ""
        reporter.log(f"Training on {device}{processes}: {reason}")
        network, manifest = _start(job)
        scenes = _read(job.scenes, manifest.pixel_size_m, reporter)
        held_out = _read(job.validation, manifest.pixel_size_m, reporter)
        state = State(on_device(network, device), job, processes)
        checkpoint = checkpoint_of(job.out)
        if checkpoint.exists():
            state.load(checkpoint)
            reporter.log(f"Going on from step {state.step} of {checkpoint}")
        figures_of = partial(validate, scenes=held_out or scenes[:8])
        learn(state, scenes, figures_of, job, reporter, Timing(), processes)
        if not processes.first:
            return {}
    network.load_state_dict(state.best)
    manifest = replace(
        manifest,
        name=Path(job.out).name,
        parent=manifest.name,
        fixed_look=job.fixed_look,
        training={
            "scenes": len(scenes),
            "validated_on": [scene.name for scene in held_out] or "the training scenes themselves",
            "settings": {
                key: value
                for key, value in asdict(job).items()
                if key not in ("scenes", "validation", "out", "base", "imagenet", "device")
            },
        },
    )
    calibration = calibrate(network, held_out)
    figures = validate(network, held_out or scenes[:8])
    manifest = replace(
        manifest,
        threshold=figures["threshold"],
        figures={"validation": figures, "calibration": calibration},
    )
    save_model(network, manifest, Path(job.out))
    checkpoint.unlink(missing_ok=True)
    return {"model": job.out, "steps": state.step, **figures}


def _check(job: TrainJob) -> None:
    if not job.scenes:
        raise InputError("There is no scene to train on; give folders with sar.tif, ...")
    if job.crop < 32 or job.crop % 32:
        raise InputError(f"Crops of {job.crop} px don't fit the network; use a multiple of 32.")
    if min(job.steps, job.batch, job.validate_every, job.checkpoint_every) < 1:
        raise InputError("Steps, batch and the steps between two validations are at least 1.")
    if job.schedule not in SCHEDULES:
        raise InputError(
            f"There is no schedule {job.schedule!r}; use one of {', '.join(SCHEDULES)}."
        )
    if job.scope not in SCOPES:
        raise InputError(f"There is no scope {job.scope!r}; use one of {', '.join(SCOPES)}.")


def _start(job: TrainJob) -> tuple[CMHCL, Manifest]:
    """The network to train, and what its manifest says before the training."""
    torch.manual_seed(job.seed)
    if job.base:
        network, manifest = load_model(Path(job.base))
        pixel_size_m = job.pixel_size_m or manifest.pixel_size_m
        return network, replace(manifest, notice=NOTICE, pixel_size_m=pixel_size_m)
    if job.preset not in PRESETS:
        raise InputError(f"There is no network {job.preset!r}; use one of {', '.join(PRESETS)}.")
    network = build(job.preset)
    if job.imagenet:
        try:
            weights = torch.load(job.imagenet, weights_only=True)
            for branch in (network.opt, network.hal, network.sar):
                load_imagenet(branch.encoder, weights)
        except (OSError, UnpicklingError, KeyError, RuntimeError) as error:
            raise InputError(
                f"{job.imagenet} holds no weights of the encoder of {job.preset!r}; give a file "
                "of its state dict or none."
            ) from error
    return network, Manifest("", NOTICE, job.preset, job.pixel_size_m or PIXEL_SIZE_M, 0.5, "")


def _read(entries: Sequence[str], pixel_size_m: float, reporter: Reporter) -> list[LabelledScene]:
    lists = [entry for entry in entries if entry.endswith(LIST_SUFFIX)]
    stored = [scene for path in lists for scene in listed_scenes(Path(path), pixel_size_m)]
    folders = [Path(entry) for entry in entries if entry not in lists]
    scenes = []
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for scene in pool.map(lambda folder: read_labelled(folder, pixel_size_m), folders):
            scenes.append(scene)
            reporter.progress(len(scenes), len(folders), f"Read {scene.name}")
    return stored + scenes
