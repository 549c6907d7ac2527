"""Building IoU of a network on whole scenes, at all thresholds at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import torch
from torch import Tensor

from core.datasets.scenes import LabelledScene
from core.inference.device import autocast
from core.networks import CMHCL
from core.training.validation import padded

STEPS = 20  # thresholds 0, .05, ... .95


class ValidationSet:
    """Validation scenes on the device. ``groups``: scenes by name of the group."""

    def __init__(self, groups: Mapping[str, Sequence[LabelledScene]], device: torch.device) -> None:
        self._groups = {
            name: [_on(scene, device) for scene in scenes] for name, scenes in groups.items()
        }
        self.names = {name: [s.name for s in scenes] for name, scenes in groups.items()}

    @torch.no_grad()
    def figures(self, network: CMHCL) -> dict[str, float]:
        """By group and head: mean IoU at the best common threshold, that threshold, single IoUs.

        Keys such as "real/sar", "real/sar/threshold" and "real/sar/oem_ex0".
        """
        # Benchmarking convolutions for every scene size would take longer than it saves.
        with torch.backends.cudnn.flags(benchmark=False):
            return self._figures(network.eval())

    def _figures(self, network: CMHCL) -> dict[str, float]:
        found: dict[str, float] = {}
        for group, scenes in self._groups.items():
            curves: dict[str, dict[str, np.ndarray]] = {"sar": {}, "optical": {}}
            for name, (sar, optical, truth, seen) in zip(self.names[group], scenes, strict=True):
                with autocast(sar.device):
                    heads = network.predict(sar, optical)
                for head, p in zip(curves, heads, strict=True):
                    if p is not None and bool(truth.any()):
                        height, width = truth.shape
                        curves[head][name] = iou_curve(p[0, 0, :height, :width], truth, seen)
            for head, own in curves.items():
                if own:
                    found |= _summary(f"{group}/{head}", own)
        return found


def score(figures: Mapping[str, float]) -> float:
    """Criterion for the best weights: sum of both heads' IoU on real and on simulated scenes."""
    wanted = ("real/sar", "real/optical", "simulated/sar", "simulated/optical")
    return sum(figures.get(name, 0.0) for name in wanted)


def iou_curve(p: Tensor, truth: Tensor, seen: Tensor) -> np.ndarray:
    """IoU [STEPS] of p >= 0, 0.05, ... over the seen pixels; all [H, W], truth and seen bool."""
    bins = (p[seen].float() * STEPS).long().clamp(0, STEPS - 1)
    both = torch.bincount(bins + STEPS * truth[seen], minlength=2 * STEPS).reshape(2, STEPS)
    above = both.flip(1).cumsum(1).flip(1).double()
    union = above[0] + truth[seen].sum()
    return (above[1] / union.clamp(min=1)).cpu().numpy()


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
