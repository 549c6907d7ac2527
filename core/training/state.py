"""Everything that a step of training changes: network, moving average, optimiser, best so far."""

from __future__ import annotations

import copy
import math
import os
from dataclasses import fields
from pathlib import Path
from pickle import UnpicklingError  # nosec B403 (only the name of an error)

import torch
from torch import Tensor, nn
from torch.nn.parallel import DistributedDataParallel

from ..device import autocast
from ..errors import InputError
from ..job import LossSettings, TrainJob
from ..losses import Losses, total
from ..networks import CMHCL
from .ranks import Ranks

WEIGHT_DECAY, POWER, WARM_UP, CLIP = 5e-4, 0.9, 100, 1.0
EMA = 0.998
_PARTS = ("network", "average", "optimiser", "schedule")


class Objective(nn.Module):
    """The loss as a module, so that DDP sees from its output which parameters it depends on."""

    def __init__(self, network: CMHCL, settings: LossSettings) -> None:
        super().__init__()
        self.network = network
        self._settings = settings

    def forward(self, sar: Tensor, optical: Tensor, targets: Tensor) -> Losses:
        """Images [B, 4 or 5, H, W] with NaN, targets [B, 3, H, W] -> scalars."""
        sar_valid = torch.isfinite(sar).any(dim=1, keepdim=True).float()
        optical_valid = torch.isfinite(optical).any(dim=1, keepdim=True).float()
        with autocast(sar.device):
            out = self.network(sar, optical)
        return total(out, targets, sar_valid, optical_valid, self._settings)


class State:
    """A training between two steps; it can be saved and loaded at any of them.

    With several ranks the gradients are averaged over them, so each rank keeps the same weights.
    """

    def __init__(self, network: CMHCL, job: TrainJob, ranks: Ranks) -> None:
        if ranks.count > 1 and next(network.parameters()).is_cuda:
            # Statistics of the whole batch; on a CPU, which has no such, each share has its own.
            network = nn.SyncBatchNorm.convert_sync_batchnorm(network)
        self.network = network.train()
        if job.frozen_teacher:
            # Evaluation mode, or its batch norm would go on learning.
            network.opt.requires_grad_(False).eval()
        self.objective: nn.Module = Objective(network, job.losses)
        if ranks.count > 1:
            # Unused are the SAR decoder's own logits, always, and what a term without weight needs.
            self.objective = DistributedDataParallel(self.objective, find_unused_parameters=True)
        self.average = copy.deepcopy(network)
        self.optimiser = torch.optim.AdamW(
            network.parameters(), lr=job.learning_rate, weight_decay=WEIGHT_DECAY
        )
        self.schedule = torch.optim.lr_scheduler.LambdaLR(
            self.optimiser, lambda step: learning_rate_share(step, job.steps, job.schedule)
        )
        self.step = 0
        self.best: dict[str, Tensor] = {}
        self.best_figures: dict[str, float] = {}

    def update(self, sar: Tensor, optical: Tensor, targets: Tensor) -> dict[str, float]:
        """One step of the optimiser and of the moving average; the loss and its parts."""
        self.optimiser.zero_grad(set_to_none=True)
        losses = self.objective(sar, optical, targets)
        losses.total.backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), CLIP)
        self.optimiser.step()
        self.schedule.step()
        self.step += 1
        self._average()
        parts = {field.name: getattr(losses, field.name).item() for field in fields(losses)}
        return {"loss": parts.pop("total"), **parts}

    def keep_if_best(self, figures: dict[str, float]) -> None:
        """Remember the moving average when its sum of both IoUs is the highest so far."""
        score = figures["iou"] + figures["iou_optical"]
        if self.best_figures and score <= (
            self.best_figures["iou"] + self.best_figures["iou_optical"]
        ):
            return
        self.best = {k: v.detach().cpu().clone() for k, v in self.average.state_dict().items()}
        self.best_figures = figures

    def save(self, path: Path) -> None:
        """Write the checkpoint, whole or not at all, whatever ends the process or the machine."""
        partial = path.with_name(path.name + ".partial")
        path.parent.mkdir(parents=True, exist_ok=True)
        values = {name: getattr(self, name).state_dict() for name in _PARTS}
        values |= {"step": self.step, "best": self.best, "best_figures": self.best_figures}
        with partial.open("wb") as file:
            torch.save(values, file)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(path)

    def load(self, path: Path) -> None:
        """Go on from a checkpoint. Raises InputError when it is that of another training."""
        try:
            # Tensors and plain containers only: nothing in the file is executed.
            saved = torch.load(path, weights_only=True, map_location="cpu")  # nosec B614
            for name in _PARTS:
                getattr(self, name).load_state_dict(saved[name])
            self.step, self.best = saved["step"], saved["best"]
            self.best_figures = saved["best_figures"]
        except (KeyError, RuntimeError, ValueError, UnpicklingError) as error:
            raise InputError(
                f"The checkpoint {path} is not of this training; remove it, or write the model "
                "under another name."
            ) from error

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


def learning_rate_share(step: int, steps: int, schedule: str) -> float:
    """The learning rate at a step as share of the job's: a warm-up, then down to 0 at ``steps``.

    The warm-up takes WARM_UP steps, of a short training (such as a fine-tuning) the first fifth.
    "poly" is (1 - step / steps)^.9 (Chen et al. 2017), "cosine" half a wave (Loshchilov and Hutter
    2017).
    """
    left = max(1 - step / steps, 0.0)
    decay = left**POWER if schedule == "poly" else (1 - math.cos(math.pi * left)) / 2
    warm_up = min(WARM_UP, max(1, steps // 5))
    return min(1.0, (step + 1) / warm_up) * decay
