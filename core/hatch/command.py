"""The command lines that do the same as a job. Standard library only, Python 3.9+."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from .jobs import ExtractJob, FinetuneJob
from .scene_input import SceneInput

# Fields whose options turn something off.
_NEGATED = {"share", "decoders"}


def extract_arguments(job: ExtractJob, area: str = "") -> list[str]:
    """The arguments of ``python -m core`` for an extraction; defaults are left out.

    ``area`` is a vector file of the polygon that limits the job, needed if the job has one.
    Raises ValueError if it is missing.
    """
    return [
        ExtractJob.name,
        *_scene_options(job.scene, area),
        *_option("--model", job.model, ""),
        *_option("--threshold", job.threshold, None),
        *_option("--careful", job.careful, False),
        *_option("--min-area", job.min_area_m2, ExtractJob.min_area_m2),
        *_option("--device", job.device, ExtractJob.device),
        *_option("--probability", job.probability, ""),
        *_option("--overwrite", job.overwrite, False),
        *_option("--out", job.out, ""),
    ]


def finetune_arguments(job: FinetuneJob, area: str = "") -> list[str]:
    """The arguments of ``python -m core`` for a fine-tuning, as ``extract_arguments``.

    Settings that the command line has for folders of scenes alone are not among them.
    """
    training, defaults = job.training, FinetuneJob.training
    names = ("scope", "steps", "batch", "learning_rate", "frozen_teacher", "seed", "device")
    settings = [(name, getattr(training, name), getattr(defaults, name)) for name in names]
    for field in fields(training.losses):
        own, usual = getattr(training.losses, field.name), getattr(defaults.losses, field.name)
        settings.append((field.name, own, usual))
    options = [word for setting in settings for word in _setting(*setting)]
    return [
        "train",
        *_scene_options(job.scene, area),
        *_option("--labels", job.labels, ""),
        *_option("--labels-quality", job.labels_quality, FinetuneJob.labels_quality),
        *_option("--corrections", job.corrections, ""),
        *_option("--base", job.base, ""),
        *_option("--title", job.title, ""),
        *_option("--effort", job.effort, FinetuneJob.effort),
        *options,
        *_option("--overwrite", job.overwrite, False),
        *_option("--out", job.out, ""),
    ]


def _scene_options(scene: SceneInput, area: str) -> list[str]:
    if scene.area and not area:
        raise ValueError("the job has an area, but no file of it is given")
    polarisations = ["--polarisations", *scene.polarisations] if scene.polarisations else []
    return [
        *("--sar", *scene.sar),
        *_option("--optical", scene.optical, ""),
        *polarisations,
        *_option("--radiometry", scene.radiometry, SceneInput.radiometry),
        *_option("--sar-crs", scene.sar_crs, ""),
        *_option("--optical-crs", scene.optical_crs, ""),
        *_option("--area", area, ""),
    ]


def _setting(name: str, value: Any, default: Any) -> list[str]:
    """The option of a field of the training's settings."""
    option = name.replace("_", "-")
    if name in _NEGATED:
        return _option(f"--no-{option}", not value, False)
    return _option(f"--{option}", value, default)


def _option(name: str, value: Any, default: Any) -> list[str]:
    """An option and its value, the option alone if it is a switch, nothing for the default.

    A value that begins with "-" is joined to the name: alone, argparse takes it for an option.
    """
    if value == default:
        return []
    if value is True:
        return [name]
    return [f"{name}={value}"] if str(value).startswith("-") else [name, str(value)]
