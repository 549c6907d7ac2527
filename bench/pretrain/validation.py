"""Building IoU of a network on whole scenes, at all thresholds at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol, Self

import numpy as np
import torch
from torch import Tensor

from core.datasets.scenes import LabelledScene
from core.inference.device import autocast
from core.training.validation import padded

STEPS = 20  # thresholds 0, 0.05, ... 0.95
FINE_STEPS = 1000  # thresholds for the average precision


class Network(Protocol):
    """CMHCL, or another network with its ``predict``."""

    def eval(self) -> Self: ...

    def predict(
        self, sar: Tensor, optical: Tensor | None, /
    ) -> tuple[Tensor | None, Tensor | None]: ...


class ValidationSet:
    """Validation scenes on the device. ``groups``: scenes by name of the group."""

    def __init__(self, groups: Mapping[str, Sequence[LabelledScene]], device: torch.device) -> None:
        self._groups = {
            name: [_on(scene, device) for scene in scenes] for name, scenes in groups.items()
        }
        self.names = {name: [s.name for s in scenes] for name, scenes in groups.items()}

    @torch.no_grad()
    def figures(self, network: Network) -> dict[str, float]:
        """By group and head: mean IoU at the best common threshold, that threshold, single IoUs,
        and the mean of the average precisions of pixels, which needs no threshold.

        Keys such as "real/sar", "real/sar/threshold", "real/sar/oem_ex0" and "real/sar/ap".
        """
        # Benchmarking convolutions for every scene size would take longer than it saves.
        with torch.backends.cudnn.flags(benchmark=False):
            return self._figures(network.eval())

    def _figures(self, network: Network) -> dict[str, float]:
        found: dict[str, float] = {}
        for group, scenes in self._groups.items():
            curves: dict[str, dict[str, np.ndarray]] = {"sar": {}, "optical": {}}
            precisions: dict[str, list[float]] = {"sar": [], "optical": []}
            for name, (sar, optical, truth, seen) in zip(self.names[group], scenes, strict=True):
                with autocast(sar.device):
                    heads = network.predict(sar, optical)
                for head, p in zip(curves, heads, strict=True):
                    if p is not None and bool(truth.any()):
                        height, width = truth.shape
                        building = p[0, 0, :height, :width]
                        curves[head][name] = iou_curve(building, truth, seen)
                        precisions[head].append(average_precision(building, truth, seen))
            for head, own in curves.items():
                if own:
                    found |= _summary(f"{group}/{head}", own)
                    found[f"{group}/{head}/ap"] = round(float(np.mean(precisions[head])), 4)
        return found


def score(figures: Mapping[str, float]) -> float:
    """Criterion for the best weights: sum of both heads' IoU on real and on simulated scenes."""
    wanted = ("real/sar", "real/optical", "simulated/sar", "simulated/optical")
    return sum(figures.get(name, 0.0) for name in wanted)


def iou_curve(p: Tensor, truth: Tensor, seen: Tensor) -> np.ndarray:
    """IoU [STEPS] of p >= 0, 0.05, ... over the seen pixels; all [H, W], truth and seen bool."""
    background, building = _pixels_above(p, truth, seen, STEPS)
    union = background + truth[seen].sum()
    return (building / union.clamp(min=1)).cpu().numpy()


def average_precision(p: Tensor, truth: Tensor, seen: Tensor) -> float:
    """Mean precision over the recall of all thresholds; that of chance is the share of buildings.

    ``p``, ``truth`` and ``seen`` are as for ``iou_curve``. NaN if there is no building.
    """
    background, building = (n.flip(0) for n in _pixels_above(p, truth, seen, FINE_STEPS))
    precision = building / (background + building).clamp(min=1)
    return float((precision * building.diff(prepend=building.new_zeros(1))).sum() / building[-1])


def _pixels_above(p: Tensor, truth: Tensor, seen: Tensor, steps: int) -> Tensor:
    """Pixels of background and of building, [2, steps], with p >= 0, 1 / steps, ..."""
    bins = (p[seen].float() * steps).long().clamp(0, steps - 1)
    both = torch.bincount(bins + steps * truth[seen], minlength=2 * steps).reshape(2, steps)
    return both.flip(1).cumsum(1).flip(1).double()


def _summary(key: str, curves: Mapping[str, np.ndarray]) -> dict[str, float]:
    mean = np.mean(list(curves.values()), axis=0)
    best = int(mean.argmax())
    return {
        key: round(float(mean[best]), 4),
        f"{key}/threshold": best / STEPS,
        **{f"{key}/{name}": round(float(curve[best]), 3) for name, curve in curves.items()},
    }


def _on(scene: LabelledScene, device: torch.device) -> tuple[Tensor, Tensor | None, Tensor, Tensor]:
    has_optical = bool(np.isfinite(scene.optical).any())
    return (
        padded(scene.sar).to(device),
        padded(scene.optical).to(device) if has_optical else None,
        torch.from_numpy(scene.building > 0).to(device),
        torch.from_numpy(scene.evaluation_mask).to(device),
    )
