"""Joint training of the three branches on folders of scenes: read, loop, validate, keep the best.

A run can be broken off at any moment: its checkpoint lies beside the model it will become, and the
same job goes on from there. What a step sees depends on the seed and the step's number alone.
"""

from __future__ import annotations

import copy
import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from dataclasses import asdict, replace
from pathlib import Path
from pickle import UnpicklingError  # nosec B403 (only the name of an error)
from typing import Any

import numpy as np
import torch
from torch import Tensor

from .datasets.crops import crop_batch
from .datasets.scenes import LabelledScene, read_labelled
from .device import choose_device, computes_bfloat16, on_device
from .errors import InputError
from .job import TrainJob
from .losses import LossSettings, total
from .metrics import PixelCounts
from .models.manifest import Manifest
from .models.store import load_model, save_model
from .networks import CMHCL, PRESETS, build
from .networks.encoder import load_imagenet
from .reporter import Reporter

PIXEL_SIZE_M = 0.8
NOTICE = "Trained on scenes of your own; check its figures before you rely on it."
WEIGHT_DECAY, POWER, WARM_UP, CLIP = 5e-4, 0.9, 100, 1.0
EMA = 0.998
CHECKPOINT_EVERY, VALIDATE_EVERY = 50, 100
THRESHOLDS = np.linspace(0.1, 0.9, 17)


def train(job: TrainJob, reporter: Reporter) -> dict[str, Any]:
    """Train a model and write it to ``job.out``.

    Returns model, iou (SAR alone), iou_optical, threshold and steps; the figures are those of the
    best validation, averaged over the validation scenes (of the training scenes where there are
    none, which ``validated_on`` then says). Raises InputError for scenes that cannot be read.
    """
    if not job.scenes:
        raise InputError("There is no scene to train on; give folders with sar.tif, ...")
    device, reason = choose_device(job.device)
    reporter.log(f"Training on {device}: {reason}")
    network, start = _start(job)
    scenes = _read(job.scenes, start.pixel_size_m, reporter)
    held_out = _read(job.validation, start.pixel_size_m, reporter)

    state = _State(on_device(network, device), job)
    checkpoint = Path(f"{job.out}.checkpoint")
    if checkpoint.exists():
        state.load(checkpoint)
        reporter.log(f"Going on from step {state.step} of {checkpoint}")
    settings = LossSettings()
    amp = _autocast(device)
    while state.step < job.steps:
        rng = np.random.default_rng((job.seed, state.step))
        crops = crop_batch(scenes, job.batch, job.crop, rng)
        sar, optical, building = (torch.from_numpy(part).to(device) for part in crops)
        losses = state.update(sar, optical, building, settings, amp)
        reporter.progress(state.step, job.steps, f"Step {state.step}, loss {losses['loss']:.3f}")
        if state.step % VALIDATE_EVERY == 0 or state.step == job.steps:
            figures = validate(state.average, held_out or scenes[:8], device)
            reporter.metric(step=state.step, **losses, **figures)
            state.keep_if_best(figures)
        elif state.step % 10 == 0:
            reporter.metric(step=state.step, **losses)
        if state.step % CHECKPOINT_EVERY == 0 or state.step == job.steps:
            state.save(checkpoint)
    figures = state.best_figures
    network.load_state_dict(state.best)
    manifest = replace(
        start,
        name=Path(job.out).name,
        threshold=figures["threshold"],
        parent=start.name,
        training={
            "scenes": len(scenes),
            "validated_on": [scene.name for scene in held_out] or "the training scenes themselves",
            "settings": {
                key: value
                for key, value in asdict(job).items()
                if key in ("steps", "batch", "crop", "learning_rate", "seed")
            },
            "losses": asdict(settings),
        },
        figures={"validation": figures},
    )
    save_model(network, manifest, Path(job.out))
    checkpoint.unlink(missing_ok=True)
    return {"model": job.out, "steps": state.step, **figures}


def validate(
    network: CMHCL, scenes: Sequence[LabelledScene], device: torch.device
) -> dict[str, float]:
    """Mean over scenes of building IoU, at the one threshold that suits both heads best.

    Keys: iou (SAR alone), iou_optical (0 where no scene has optical), threshold.
    """
    network.eval()
    alone: list[list[float]] = []
    helped: list[list[float]] = []
    for scene in scenes:
        sar, optical, y = (_padded(part).to(device) for part in _parts(scene))
        seen = torch.isfinite(sar).any(dim=1)[0].cpu().numpy()
        has_optical = bool(torch.isfinite(optical).any())
        with torch.inference_mode(), _autocast(device):
            p_hs, p_os = network.predict(sar, optical if has_optical else None)
        truth = y[0, 0].cpu().numpy() > 0.5
        alone.append(_ious(p_hs, truth, seen))
        if has_optical:
            helped.append(_ious(p_os, truth, seen))
    network.train()
    iou = np.mean(alone, axis=0)
    iou_optical = np.mean(helped, axis=0) if helped else np.zeros_like(iou)
    best = int((iou + iou_optical).argmax())
    return {
        "iou": float(iou[best]),
        "iou_optical": float(iou_optical[best]),
        "threshold": float(THRESHOLDS[best]),
    }


class _State:
    """Everything that a step changes: network, its moving average, optimiser, best so far."""

    def __init__(self, network: CMHCL, job: TrainJob) -> None:
        self.network = network.train()
        if job.frozen_teacher:
            # Evaluation mode, or its batch norm would go on learning.
            network.opt.requires_grad_(False).eval()
        self.average = copy.deepcopy(network)
        self.optimiser = torch.optim.AdamW(
            network.parameters(), lr=job.learning_rate, weight_decay=WEIGHT_DECAY
        )
        self.schedule = torch.optim.lr_scheduler.LambdaLR(
            self.optimiser,
            lambda step: min(1.0, (step + 1) / WARM_UP) * max(1 - step / job.steps, 0.0) ** POWER,
        )
        self.step = 0
        self.best: dict[str, Tensor] = {}
        self.best_figures: dict[str, float] = {}

    def update(
        self, sar: Tensor, optical: Tensor, y: Tensor, settings: LossSettings, amp: Any
    ) -> dict[str, float]:
        """One step of the optimiser and of the moving average."""
        sar_valid = torch.isfinite(sar).any(dim=1, keepdim=True).float()
        optical_valid = torch.isfinite(optical).any(dim=1, keepdim=True).float()
        with amp:
            out = self.network(sar, optical)
        losses = total(out, y, sar_valid, optical_valid, settings)
        self.optimiser.zero_grad(set_to_none=True)
        losses.total.backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), CLIP)
        self.optimiser.step()
        self.schedule.step()
        self.step += 1
        self._average()
        return {
            "loss": losses.total.item(),
            "seg": losses.seg.item(),
            "msa": losses.msa.item(),
            "mfa": losses.mfa.item(),
        }

    def keep_if_best(self, figures: dict[str, float]) -> None:
        """Remember the moving average when its mean of both IoUs is the highest so far."""
        score = figures["iou"] + figures["iou_optical"]
        if self.best_figures and score <= (
            self.best_figures["iou"] + self.best_figures["iou_optical"]
        ):
            return
        self.best = {k: v.detach().cpu().clone() for k, v in self.average.state_dict().items()}
        self.best_figures = figures

    def save(self, path: Path) -> None:
        """Write the checkpoint, whole or not at all."""
        partial = path.with_name(path.name + ".partial")
        path.parent.mkdir(parents=True, exist_ok=True)
        torch.save(
            {
                "network": self.network.state_dict(),
                "average": self.average.state_dict(),
                "optimiser": self.optimiser.state_dict(),
                "schedule": self.schedule.state_dict(),
                "step": self.step,
                "best": self.best,
                "best_figures": self.best_figures,
            },
            partial,
        )
        partial.replace(path)

    def load(self, path: Path) -> None:
        """Go on from a checkpoint."""
        # Tensors and plain containers only: nothing in the file is executed.
        saved = torch.load(path, weights_only=True, map_location="cpu")  # nosec B614
        for name in ("network", "average", "optimiser", "schedule"):
            getattr(self, name).load_state_dict(saved[name])
        self.step, self.best = saved["step"], saved["best"]
        self.best_figures = saved["best_figures"]

    @torch.no_grad()
    def _average(self) -> None:
        # A short memory at first, or the random weights of the start would linger.
        decay = min(EMA, (1 + self.step) / (10 + self.step))
        pairs = zip(
            self.average.state_dict().values(), self.network.state_dict().values(), strict=True
        )
        for mean, now in pairs:
            if mean.is_floating_point():
                mean.lerp_(now, 1 - decay)
            else:
                mean.copy_(now)


def _start(job: TrainJob) -> tuple[CMHCL, Manifest]:
    """The network to train, and what its manifest says before the training."""
    torch.manual_seed(job.seed)
    if job.base:
        network, manifest = load_model(Path(job.base))
        return network, replace(manifest, notice=NOTICE)
    if job.preset not in PRESETS:
        raise InputError(f"There is no network {job.preset!r}; use one of {', '.join(PRESETS)}.")
    network = build(job.preset)
    if job.imagenet:
        try:
            weights = torch.load(job.imagenet, weights_only=True)  # nosec B614
            for branch in (network.opt, network.hal, network.sar):
                load_imagenet(branch.encoder, weights)
        except (OSError, UnpicklingError, KeyError, RuntimeError) as error:
            raise InputError(
                f"{job.imagenet} holds no weights of the encoder of {job.preset!r}; give a file "
                "of its state dict or none."
            ) from error
    return network, Manifest("", NOTICE, job.preset, PIXEL_SIZE_M, 0.5, "")


def _read(folders: Sequence[str], pixel_size_m: float, reporter: Reporter) -> list[LabelledScene]:
    scenes = []
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for scene in pool.map(lambda folder: read_labelled(Path(folder), pixel_size_m), folders):
            scenes.append(scene)
            reporter.progress(len(scenes), len(folders), f"Read {scene.name}")
    return scenes


def _parts(scene: LabelledScene) -> tuple[Tensor, Tensor, Tensor]:
    sar, optical, building = (
        torch.from_numpy(part.astype(np.float32))
        for part in (scene.sar, scene.optical, scene.building[None])
    )
    return sar[None], optical[None], building[None]


def _padded(image: Tensor) -> Tensor:
    """Grown with NaN to multiples of 32."""
    height, width = image.shape[-2:]
    return torch.nn.functional.pad(image, (0, -width % 32, 0, -height % 32), value=float("nan"))


def _ious(probability: Tensor | None, truth: np.ndarray, seen: np.ndarray) -> list[float]:
    """Building IoU over the pixels seen, at each threshold."""
    if probability is None:
        raise ValueError("the head that is asked for did not run")
    p = probability[0].cpu().numpy()
    ious = []
    for threshold in THRESHOLDS:
        counts = PixelCounts()
        counts.add(p >= threshold, truth, seen)
        ious.append(counts.figures()["iou"])
    return ious


def _autocast(device: torch.device) -> Any:
    if computes_bfloat16(device):
        return torch.autocast(device.type, torch.bfloat16)
    return nullcontext()
