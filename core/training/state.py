"""Everything that a step of training changes: network, moving average, optimiser, best so far."""

from __future__ import annotations

import copy
import math
import os
import shutil
from dataclasses import fields
from pathlib import Path
from pickle import UnpicklingError  # nosec B403

import torch
from torch import Tensor, nn
from torch.nn.parallel import DistributedDataParallel

from ..hatch.errors import InputError
from ..hatch.files import atomic_output
from ..hatch.jobs import LossSettings, TrainingSettings
from ..hatch.library import CHECKPOINT
from ..inference.device import autocast
from ..networks import CMHCL
from ..networks.losses import Losses, total
from .distributed import SINGLE_PROCESS, ProcessGroup

WEIGHT_DECAY, POWER, WARM_UP, CLIP = 5e-4, 0.9, 100, 1.0
EMA = 0.998
_FULL = 1_000_000  # bytes left on a disk that nothing more can be written to
_PARTS = ("network", "average", "optimiser", "schedule")
_FACTS = ("step", "best", "best_figures", "best_step", "history")


class Objective(nn.Module):
    """The loss as a module, so that DDP sees from its output which parameters it depends on."""

    def __init__(self, network: CMHCL, settings: LossSettings) -> None:
        super().__init__()
        self.network = network
        self._settings = settings

    def forward(self, sar: Tensor, optical: Tensor | None, targets: Tensor) -> Losses:
        """Images [B, 4 or 5, H, W] with NaN, targets [B, 4, H, W] -> scalars.

        What the targets do not know is in no term, the alignments included.
        """
        marks, known = targets.split((3, 1), dim=1)
        sar_valid = _valid(sar) * known
        optical_valid = torch.zeros_like(sar_valid) if optical is None else _valid(optical)
        with autocast(sar.device):
            out = self.network(sar, optical)
        return total(out, marks, sar_valid, optical_valid, self._settings)


class State:
    """A training between two steps; it can be saved and loaded at any of them.

    With several processes the gradients are averaged, so that each keeps the same weights.
    """

    def __init__(
        self,
        network: CMHCL,
        settings: TrainingSettings,
        processes: ProcessGroup = SINGLE_PROCESS,
    ) -> None:
        self.settings, self.processes = settings, processes
        if processes.count > 1 and next(network.parameters()).is_cuda:
            # Statistics of the whole batch; on a CPU, which has no such, each share has its own.
            network = nn.SyncBatchNorm.convert_sync_batchnorm(network)
        self.network = network.train()
        for part in _frozen(network, settings):
            # Evaluation mode, or its batch norm would go on learning.
            part.requires_grad_(False).eval()
        self.objective: nn.Module = Objective(network, settings.losses)
        if processes.count > 1:
            # Unused are the SAR decoder's own logits, always, and what a term without weight needs.
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
        """Remember the moving average when its sum of both IoUs is the highest so far.

        Without any figures the latest is taken for the best.
        """
        if figures and self.best_figures and _score(figures) <= _score(self.best_figures):
            return
        self.best = {k: v.detach().cpu().clone() for k, v in self.average.state_dict().items()}
        self.best_figures = figures
        self.best_step = self.step

    def save(self, path: Path) -> None:
        """Write the checkpoint, whole or not at all, whatever ends the process or the machine.

        Raises InputError if the disk is full; the previous checkpoint stays.
        """
        path.parent.mkdir(parents=True, exist_ok=True)
        values = {name: getattr(self, name).state_dict() for name in _PARTS}
        values |= {name: getattr(self, name) for name in _FACTS}
        try:
            with atomic_output(path) as new, new.open("wb") as file:
                torch.save(values, file)
                file.flush()
                os.fsync(file.fileno())
        except (OSError, RuntimeError) as error:  # torch has its own words for a full disk
            if shutil.disk_usage(path.parent).free > _FULL:
                raise
            raise InputError(
                f"The disk of {path.parent} is full; free some space and start again: the training "
                "goes on from where it was saved last."
            ) from error

    def load(self, path: Path) -> None:
        """Go on from a checkpoint. Raises InputError when it is that of another training."""
        try:
            # Tensors and plain containers only: nothing in the file is executed.
            saved = torch.load(path, weights_only=True, map_location="cpu")
            for name in _PARTS:
                getattr(self, name).load_state_dict(saved[name])
            for name in _FACTS:
                setattr(self, name, saved[name])
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


def checkpoint_of(out: str) -> Path:
    """The file that a broken training of the model folder ``out`` goes on from."""
    return Path(out + CHECKPOINT)


def _frozen(network: CMHCL, settings: TrainingSettings) -> list[nn.Module]:
    """The parts that the job leaves as they are in the base."""
    branches = (network.opt, network.hal, network.sar)
    frozen: list[nn.Module] = [network.opt] if settings.frozen_teacher else []
    if settings.scope != "everything":
        frozen += [branch.encoder for branch in branches]
    if settings.scope == "heads":
        frozen += [branch.decoder for branch in branches]
    return frozen


def _score(figures: dict[str, float]) -> float:
    return figures["iou"] + figures["iou_optical"]


def _valid(image: Tensor) -> Tensor:
    return torch.isfinite(image).any(dim=1, keepdim=True).float()


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
