"""State of a training: network, moving average, optimiser, best weights so far."""

from __future__ import annotations

import copy
import math
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn.parallel import DistributedDataParallel

from ..hatch.errors import DivergedError, InputError, raise_shortage
from ..hatch.files import cannot_write, is_almost_full, writing
from ..hatch.jobs import LossSettings, TrainingSettings
from ..hatch.library import CHECKPOINT
from ..inference.device import autocast
from ..networks import CMHCL
from ..networks.losses import Losses, total
from ..networks.masked_bands import valid_mask
from .checkpoint import read_checkpoint, write_checkpoint
from .distributed import SINGLE_PROCESS, ProcessGroup
from .fingerprint import TrainingFingerprint

WEIGHT_DECAY, POWER, WARM_UP, CLIP = 5e-4, 0.9, 100, 1.0
EMA = 0.998
_PARTS = ("network", "average", "optimiser", "schedule")
_FACTS = ("step", "best", "best_figures", "best_step", "history")


class Objective(nn.Module):
    """The loss as a module, so that DDP finds the parameters that it depends on."""

    def __init__(self, network: CMHCL, settings: LossSettings) -> None:
        super().__init__()
        self.network = network
        self._settings = settings

    def forward(self, sar: Tensor, optical: Tensor | None, targets: Tensor) -> Losses:
        """Losses of images [B, 4 or 5, H, W] with NaN and targets as returned by ``crop_batch``.

        Pixels that are not labelled are left out of every term, alignments included.
        """
        targets, labelled = targets[:, :-1], targets[:, -1:]
        sar_valid = valid_mask(sar) * labelled
        optical_valid = torch.zeros_like(sar_valid) if optical is None else valid_mask(optical)
        with autocast(sar.device):
            out = self.network(sar, optical)
        return total(out, targets, sar_valid, optical_valid, self._settings)


class State:
    """State of a training between two steps; can be saved and loaded after any step.

    With several processes the gradients are averaged, so that each keeps the same weights.
    A checkpoint is loaded only if its ``fingerprint`` is the same, with None any checkpoint.
    """

    def __init__(
        self,
        network: CMHCL,
        settings: TrainingSettings,
        processes: ProcessGroup = SINGLE_PROCESS,
        fingerprint: TrainingFingerprint | None = None,
    ) -> None:
        self.settings, self.processes, self.fingerprint = settings, processes, fingerprint
        if processes.count > 1 and next(network.parameters()).is_cuda:
            # Statistics of the whole batch; on CPUs, which lack this, each process has its own.
            network = nn.SyncBatchNorm.convert_sync_batchnorm(network)  # type: ignore[no-untyped-call]
        self.network = network.train()
        for part in _frozen(network, settings):
            # Evaluation mode, or batch norm would continue to update its statistics.
            part.requires_grad_(False).eval()
        self.objective: nn.Module = Objective(network, settings.losses)
        if processes.count > 1:
            # The SAR decoder's own logits, and inputs of terms of weight 0, are unused.
            self.objective = DistributedDataParallel(self.objective, find_unused_parameters=True)
        self.average = copy.deepcopy(network)
        self.optimiser = torch.optim.AdamW(
            network.parameters(), lr=settings.learning_rate, weight_decay=WEIGHT_DECAY
        )
        self.schedule = torch.optim.lr_scheduler.LambdaLR(
            self.optimiser,
            lambda step: learning_rate_share(step, settings.steps, settings.schedule),
        )
        self.step = 0
        self.best: dict[str, Tensor] = {}
        self.best_figures: dict[str, float] = {}
        self.best_step = 0
        self.history: list[dict[str, float]] = []

    def update(self, sar: Tensor, optical: Tensor | None, targets: Tensor) -> dict[str, float]:
        """Take one step of optimiser and moving average; returns the loss and its parts.

        Raises DivergedError if the loss or its gradient is not finite.
        """
        self.optimiser.zero_grad(set_to_none=True)
        losses = self.objective(sar, optical, targets)
        losses.total.backward()
        norm = torch.nn.utils.clip_grad_norm_(self.network.parameters(), CLIP)
        if not torch.isfinite(losses.total + norm):
            raise DivergedError
        self.optimiser.step()
        self.schedule.step()
        self.step += 1
        self._average()
        parts = {field.name: getattr(losses, field.name).item() for field in fields(losses)}
        return {"loss": parts.pop("total"), **parts}

    def keep_if_best(self, figures: dict[str, float]) -> None:
        """Remember the moving average if the sum of its IoUs is the highest so far.

        Without figures the latest one is the best.
        """
        if figures and self.best_figures and iou_sum(figures) <= iou_sum(self.best_figures):
            return
        self.best = {k: v.detach().cpu().clone() for k, v in self.average.state_dict().items()}
        self.best_figures = figures
        self.best_step = self.step

    def save(self, path: Path) -> None:
        """Write the checkpoint, whole or not at all, whatever ends the process or the machine.

        Raises InputError if it cannot be written, as on a full disk; the previous checkpoint stays.
        """
        with writing(path):
            path.parent.mkdir(parents=True, exist_ok=True)
        values = {name: getattr(self, name).state_dict() for name in _PARTS}
        values |= {name: getattr(self, name) for name in _FACTS}
        if self.fingerprint is not None:
            values["taught"] = asdict(self.fingerprint)  # the key of earlier versions
        with writing(path):
            try:
                write_checkpoint(values, path)
            except RuntimeError as error:  # torch's own, which hides that of the file
                if isinstance(error.__context__, OSError) or is_almost_full(path.parent):
                    raise cannot_write(path, error.__context__ or error) from error
                raise

    def load(self, path: Path) -> None:
        """Load a checkpoint. Raises InputError if it is damaged or that of another training."""
        saved = read_checkpoint(path)
        try:
            if self.fingerprint is not None:
                self.fingerprint.check_same(saved.get("taught", {}), path)
            self._check(saved)
            for name in _PARTS:
                getattr(self, name).load_state_dict(saved[name])
            for name in _FACTS:
                setattr(self, name, saved[name])
        except (
            ArithmeticError,
            AttributeError,
            LookupError,
            RuntimeError,
            TypeError,
            ValueError,
        ) as error:
            raise_shortage(error)
            raise InputError(
                "The checkpoint {path} belongs to another training; remove it, or write the model "
                "under another name.",
                path=path,
            ) from error

    def _check(self, saved: dict[str, Any]) -> None:
        """Raise an error if a value is of another type than in a training.

        The weights are checked where they are loaded, except for the best ones.
        """
        own = {"step": 0, "best": {}, "best_figures": {}, "best_step": 0, "history": []}
        own |= {name: getattr(self, name).state_dict() for name in ("optimiser", "schedule")}
        if not _is_like(saved, own) or saved["step"] < 0:
            raise TypeError("values of other types")
        rows = [saved["best_figures"], *saved["history"]]
        if not all(_is_like(row, dict.fromkeys(row, 0.0)) for row in rows):
            raise TypeError("figures that are not numbers")
        if saved["best_figures"]:
            iou_sum(saved["best_figures"])
        if not all("step" in row for row in saved["history"]):
            raise KeyError("step")
        if saved["best"]:
            copy.deepcopy(self.average).load_state_dict(saved["best"])
        elif saved["step"] >= self.settings.steps:
            raise ValueError("no best weights")

    @torch.no_grad()
    def _average(self) -> None:
        # Short at first, or the initial weights would keep a large share.
        decay = min(EMA, (1 + self.step) / (10 + self.step))
        pairs = zip(
            self.average.state_dict().values(), self.network.state_dict().values(), strict=True
        )
        for mean, now in pairs:
            if mean.is_floating_point():
                mean.lerp_(now, 1 - decay)
            else:
                mean.copy_(now)


def checkpoint_of(out: str) -> Path:
    """The checkpoint of an interrupted training of the model folder ``out``."""
    return Path(out + CHECKPOINT)


def _frozen(network: CMHCL, settings: TrainingSettings) -> list[nn.Module]:
    """The parts of the network that are not trained."""
    branches = (network.opt, network.hal, network.sar)
    frozen: list[nn.Module] = [network.opt] if settings.frozen_teacher else []
    if settings.scope != "everything":
        frozen += [branch.encoder for branch in branches]
    if settings.scope == "heads":
        frozen += [branch.decoder for branch in branches]
    return frozen


def _is_like(value: Any, own: Any) -> bool:
    """Whether a value has the type of another, and so have the values that are in both.

    Lists may have any length, and a whole number may stand for another one. None stands for any.
    """
    if isinstance(own, dict):
        return isinstance(value, dict) and all(
            _is_like(value[key], own[key]) for key in own.keys() & value.keys()
        )
    if isinstance(own, list):
        return isinstance(value, list) and all(map(_is_like, value, own))
    if isinstance(own, float):
        return isinstance(value, (int, float)) and not isinstance(value, bool)
    return own is None or type(value) is type(own)


def iou_sum(figures: dict[str, float]) -> float:
    """Model selection score: the sum of the IoUs of both heads."""
    return figures["iou"] + figures["iou_optical"]


def learning_rate_share(step: int, steps: int, schedule: str) -> float:
    """Learning rate at a step relative to the full one: warm-up, then decay to 0 at ``steps``.

    The warm-up takes WARM_UP steps, but at most a fifth of a short training. ``schedule`` is
    "poly", (1 - step / steps)^0.9 (Chen et al. 2017), or "cosine", half a wave (Loshchilov and
    Hutter 2017).
    """
    left = max(1 - step / steps, 0.0)
    decay = left**POWER if schedule == "poly" else (1 - math.cos(math.pi * left)) / 2
    warm_up = min(WARM_UP, max(1, steps // 5))
    return min(1.0, (step + 1) / warm_up) * decay
