"""Joint training of the three branches on folders of scenes.

A run can be interrupted at any moment: its checkpoint is next to the model folder, and the same
job resumes from it. The batch of a step depends only on the seed and the number of the step.
"""

from __future__ import annotations

import os
from collections.abc import Hashable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from dataclasses import asdict, replace
from functools import partial
from pathlib import Path

import torch

from ..datasets.scene_store import LIST_SUFFIX, listed_scenes
from ..datasets.scenes import LabelledScene, read_labelled
from ..hatch import notices
from ..hatch.errors import InputError, raise_shortage
from ..hatch.files import only_run
from ..hatch.jobs import TrainJob
from ..hatch.manifest import UNNAMED, Manifest, model_name
from ..hatch.messages import Message
from ..hatch.names import SAR_FILE
from ..hatch.reporter import Reporter
from ..hatch.results import TrainResult
from ..hatch.same_file import identity_of
from ..inference.device import choose_device, on_device
from ..models.store import load_model, save_model
from ..networks import CMHCL, build
from ..networks.encoder import load_fitting_imagenet
from ..outputs.check import check_contents
from ..timing import Timing
from ..training import loop
from ..training.calibration import calibrate
from ..training.distributed import is_first_process, process_group
from ..training.fingerprint import scenes_fingerprint
from ..training.state import State, checkpoint_of
from ..training.validation import validate

PIXEL_SIZE_M = 0.8
VALIDATED = 8  # training scenes that are validated on if no others are held out


def train(job: TrainJob, reporter: Reporter) -> TrainResult | None:
    """Train a model and write it to ``job.out``.

    The figures are averaged over the validation scenes, or over the training scenes where there
    are none. Of several processes, started by torchrun, only the first reports and returns a
    result. Raises InputError for scenes that cannot be read or are in both sets, if another process
    trains the same model, and if the training diverges. Raises Cancelled if the user cancelled.
    """
    _check_held_out(job)
    alone = only_run(Path(job.out)) if is_first_process() else nullcontext()
    with alone, loop.removed_if_diverged(checkpoint_of(job.out)):
        return _train(job, reporter)


def _train(job: TrainJob, reporter: Reporter) -> TrainResult | None:
    settings = job.training
    device, reason = choose_device(settings.device)
    with process_group(device) as processes:
        reporter = reporter if processes.first else Reporter()
        several = f", {processes.count} processes" if processes.count > 1 else ""
        reporter.log(f"Training on {device}{several}: {reason}")
        network, manifest = _start(job)
        scenes = _read(job.scenes, manifest.pixel_size_m, reporter)
        held_out = _read(job.validation, manifest.pixel_size_m, reporter)
        fingerprint = scenes_fingerprint(scenes, held_out, settings, manifest.sha256)
        state = State(on_device(network, device), settings, processes, fingerprint)
        checkpoint = checkpoint_of(job.out)
        loop.resume(state, checkpoint, reporter)
        tested = held_out or scenes[:VALIDATED]
        loop.train(state, scenes, partial(validate, scenes=tested), checkpoint, reporter, Timing())
        if not processes.first:
            return None
    network.load_state_dict(state.best)
    calibration = calibrate(network, held_out)
    figures = validate(network, tested)
    training = {
        "scenes": len(scenes),
        "validated_on": [scene.name for scene in held_out] or "the training scenes themselves",
        "settings": {
            **{name: value for name, value in asdict(settings).items() if name != "device"},
            "preset": job.preset,
            "pixel_size_m": job.pixel_size_m,
        },
    }
    manifest = replace(
        manifest,
        name=model_name(Path(job.out).name) or UNNAMED,
        parent=manifest.name,
        fixed_look=settings.fixed_look,
        training=training,
        threshold=figures["threshold"],
        figures={"validation": figures, "calibration": calibration},
    )
    check_contents(job)
    save_model(network, manifest, Path(job.out))
    checkpoint.unlink(missing_ok=True)
    return TrainResult(model=job.out, steps=state.step, **figures)


def _check_held_out(job: TrainJob) -> None:
    """Raise InputError if a scene is both trained and validated on, under any name."""
    trained = set(map(_identity, job.scenes))
    for entry in job.validation:
        if _identity(entry) in trained:
            raise InputError(
                "The same scene is given for training and for validation; choose another for one "
                "of them: {path}",
                path=entry,
            )


def _identity(entry: str) -> Hashable:
    """A key that is equal for two names of the same scene or list of scenes."""
    return identity_of(Path(entry) if entry.endswith(LIST_SUFFIX) else Path(entry, SAR_FILE))


def _start(job: TrainJob) -> tuple[CMHCL, Manifest]:
    """The network to train, and its manifest before the training."""
    torch.manual_seed(job.training.seed)
    if job.base:
        network, manifest = load_model(Path(job.base))
        network.click = None  # was trained for the features of the base
        pixel_size_m = job.pixel_size_m or manifest.pixel_size_m
        return network, replace(manifest, notice=notices.SCENES, pixel_size_m=pixel_size_m)
    network = build(job.preset)
    if job.imagenet:
        try:
            weights = torch.load(job.imagenet, weights_only=True)
            branches = (network.opt, network.hal, network.sar)
            load_fitting_imagenet([branch.encoder for branch in branches], weights)
        except Exception as error:  # a damaged file raises errors of any kind
            raise_shortage(error)
            raise InputError(
                "The file has no weights for the encoder of {preset}; give a state dict of that "
                "encoder or no file: {imagenet}",
                imagenet=job.imagenet,
                preset=repr(job.preset),
            ) from error
    return network, Manifest(
        "", notices.SCENES, job.preset, job.pixel_size_m or PIXEL_SIZE_M, 0.5, ""
    )


def _read(entries: Sequence[str], pixel_size_m: float, reporter: Reporter) -> list[LabelledScene]:
    lists = [entry for entry in entries if entry.endswith(LIST_SUFFIX)]
    stored = [scene for path in lists for scene in listed_scenes(Path(path), pixel_size_m)]
    folders = [Path(entry) for entry in entries if entry not in lists]
    scenes = []

    def read(folder: Path) -> LabelledScene:
        return read_labelled(folder, pixel_size_m, reporter)

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for scene in pool.map(read, folders):
            scenes.append(scene)
            reporter.progress(len(scenes), len(folders), Message("Read {name}", name=scene.name))
    return stored + scenes
