"""The arguments of the command ``train``, and the jobs that they stand for."""

from __future__ import annotations

import argparse
from dataclasses import replace
from typing import Any

from ..hatch.errors import InputError
from ..hatch.jobs import (
    AUTO,
    DEVICES,
    DISTANCES,
    EFFORTS,
    FROM_OPTICAL,
    LABELS_QUALITIES,
    POLARISATIONS,
    RADIOMETRIES,
    SCHEDULES,
    SCOPES,
    CheckJob,
    FinetuneJob,
    Job,
    LossSettings,
    SceneInput,
    TrainingSettings,
    TrainJob,
)
from ..hatch.training_settings import FINETUNING, TRAINING
from .argument_help import BANDS, CRS, DEVICE, LAYER, OPTICAL, OVERWRITE, RADIOMETRY, pop_fields


def add_train(commands: Any) -> None:
    """The command ``train``; an option that is not given is not in the namespace."""
    train = commands.add_parser(
        "train",
        argument_default=argparse.SUPPRESS,
        help="train on folders of scenes, or fine-tune on an area of one scene",
        description="On folders of scenes: train SCENE ... --out MODEL. On a labelled area of your "
        "own: train --sar S --labels L --area A --base B --out MODEL.",
    )
    train.add_argument("--out", required=True, help="model folder to write")
    train.add_argument("--overwrite", action="store_true", help=OVERWRITE)
    train.add_argument(
        "--base",
        help="model folder to start from; default: none, for an area the model that is shipped",
    )
    train.add_argument(
        "--scope", choices=SCOPES, help=f"what is trained; default: {_either('scope')}"
    )
    train.add_argument(
        "--steps",
        type=int,
        help=f"of training; default: {TRAINING.steps}, for an area by its effort",
    )
    train.add_argument("--batch", type=int, help=f"crops in each step; default: {_either('batch')}")
    train.add_argument(
        "--learning-rate",
        type=float,
        help=f"highest one; default: {TRAINING.learning_rate}, for an area by its scope",
    )
    train.add_argument("--frozen-teacher", action="store_true", help="keep the base's OPT branch")
    train.add_argument("--seed", type=int, help=f"of all random choices; default: {TRAINING.seed}")
    train.add_argument("--device", choices=DEVICES, help=f"{DEVICE}; default: {AUTO}")
    _add_losses(train.add_argument_group("losses"))
    _add_scenes(train.add_argument_group("folders of scenes"))
    _add_area(train.add_argument_group("an area of your own"))


def _add_scenes(scenes: Any) -> None:
    scenes.add_argument("scenes", nargs="*", help="sar.tif, optical.tif, buildings.geojson in each")
    scenes.add_argument(
        "--validation", action="extend", nargs="+", help="folders never trained on; default: none"
    )
    scenes.add_argument(
        "--imagenet", help="state dict for encoders without a base; default: random weights"
    )
    scenes.add_argument("--preset", help=f"network without a base; default: {TrainJob.preset}")
    scenes.add_argument(
        "--crop", type=int, help=f"side in pixels, a multiple of 32; default: {TRAINING.crop}"
    )
    scenes.add_argument(
        "--schedule",
        choices=SCHEDULES,
        help=f"of the learning rate; default: {TRAINING.schedule}",
    )
    scenes.add_argument(
        "--pixel-size",
        dest="pixel_size_m",
        type=float,
        help="metres; default: that of the base, or 0.8",
    )
    scenes.add_argument(
        "--fixed-look", action="store_true", help="don't turn scenes: layover falls one way in all"
    )
    scenes.add_argument(
        "--patience",
        type=int,
        help="steps without a better validation that end the training; default: 0, any number",
    )
    scenes.add_argument(
        "--validate-every", type=int, help=f"steps; default: {TRAINING.validate_every}"
    )
    scenes.add_argument(
        "--checkpoint-every", type=int, help=f"steps; default: {TRAINING.checkpoint_every}"
    )


def _add_area(area: Any) -> None:
    area.add_argument("--sar", action="extend", nargs="+", help="1 to 4 raster files; required")
    area.add_argument("--optical", help=OPTICAL)
    area.add_argument(
        "--labels",
        help=f"vector file of building polygons{LAYER}, or “{FROM_OPTICAL}”: what the base "
        "predicts with --optical; required",
    )
    area.add_argument(
        "--labels-quality",
        choices=LABELS_QUALITIES,
        help="partial: the labels may be partly missing, shifted or old, and are corrected by what "
        f"the base predicts; default: {FinetuneJob.labels_quality}",
    )
    area.add_argument(
        "--corrections",
        help="vector file of buildings, drawn or clicked, in place of labels from optical there"
        f"{LAYER}; default: none",
    )
    area.add_argument(
        "--area",
        help="vector file: where the labels are complete; default: the hull of the labels, or "
        "the whole scene for labels from optical",
    )
    area.add_argument("--title", help="name of the model; default: that of the folder")
    area.add_argument(
        "--effort", choices=EFFORTS, help=f"number of steps; default: {FinetuneJob.effort}"
    )
    area.add_argument(
        "--polarisations", action="extend", nargs="+", choices=POLARISATIONS, help=BANDS
    )
    area.add_argument(
        "--radiometry", choices=(AUTO, *RADIOMETRIES), help=f"{RADIOMETRY}; default: {AUTO}"
    )
    area.add_argument("--sar-crs", help=CRS)
    area.add_argument("--optical-crs", help=CRS)
    area.add_argument("--check", action="store_true", help="don't train: say what it would meet")


_ONLY_SCENES = {
    *("scenes", "validation", "imagenet", "preset", "crop", "schedule", "pixel_size_m"),
    *("fixed_look", "patience", "validate_every", "checkpoint_every"),
}
_ONLY_AREA = {
    *(
        "sar",
        "optical",
        "labels",
        "labels_quality",
        "corrections",
        "area",
        "title",
        "effort",
        "polarisations",
    ),
    *("radiometry", "sar_crs", "optical_crs", "check"),
}


def _either(name: str) -> str:
    """The default of a setting, which differs between folders of scenes and an area."""
    return f"{getattr(TRAINING, name)}, for an area {getattr(FINETUNING, name)}"


_WEIGHTS = {
    "temperature": "of the softmax in the alignments",
    "lambda_msa": "weight of the alignment of shared features",
    "lambda_mfa": "weight of the alignment of fusion heads",
    "lambda_edge": "weight of the edge loss",
    "lambda_contact": "weight of the contact loss",
}


def _add_losses(group: Any) -> None:
    losses = TRAINING.losses
    for name, text in _WEIGHTS.items():
        option = f"--{name.replace('_', '-')}"
        group.add_argument(option, type=float, help=f"{text}; default: {getattr(losses, name)}")
    group.add_argument(
        "--distance", choices=DISTANCES, help=f"of the alignments; default: {losses.distance}"
    )
    group.add_argument("--mutual", action="store_true", help="also distil HAL into OPT")
    group.add_argument(
        "--no-share", dest="share", action="store_false", help="L_msa without z_share"
    )
    group.add_argument(
        "--no-decoders", dest="decoders", action="store_false", help="L_msa without z"
    )


def training_job(values: dict[str, Any]) -> Job:
    """The job of the command train, which has three. Raises InputError if they are mixed."""
    area = "sar" in values
    mixed = sorted(set(values) & (_ONLY_SCENES if area else _ONLY_AREA))
    if mixed:
        names = ", ".join("--" + name.replace("_", "-") for name in mixed)
        raise InputError(
            "{names} cannot be combined with the other options; see train --help.", names=names
        )
    if values.get("base") and "preset" in values:
        raise InputError("--preset is given with --base, which has its own; leave out one of them.")
    only_check = values.pop("check", False)
    losses = pop_fields(LossSettings, values)
    kind: Any = FinetuneJob if area else TrainJob
    values["training"] = pop_fields(TrainingSettings, values, replace(kind.training, losses=losses))
    if kind is TrainJob:
        return TrainJob(**{"scenes": (), **values})
    if "labels" not in values:
        raise InputError(
            "There are no labels to train on; give a file of building polygons with --labels, or "
            "--labels {optical}.",
            optical=FROM_OPTICAL,
        )
    job = FinetuneJob(scene=pop_fields(SceneInput, values), **values)
    return CheckJob(job) if only_check else job
