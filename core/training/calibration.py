"""Calibration: probabilities that say how often there is a building.

Platt scaling (Platt 1999) of each fusion head: p = sigmoid(scale * d + offset), where d is the
logit of building less that of ground. Guo et al. (ICML 2017) show a scale alone to suffice for
cross-entropy; with Dice in the loss probabilities are off by an offset too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import numpy as np
import torch
from scipy.optimize import minimize
from scipy.special import expit, logit

from ..datasets.scenes import LabelledScene
from ..metrics import CalibrationBins
from ..networks import CMHCL
from ..networks.fusion import FusionHead
from .validation import predictions

BLOCK = 128  # pixels; fitted on every other block of ground, measured on those between
SCALES = (0.2, 5.0)
_LIMIT, _PER_UNIT = 14.0, 50  # of the histogram of logits: -14..14, 50 bins a unit


def calibrate(network: CMHCL, scenes: Sequence[LabelledScene]) -> dict[str, dict[str, float]]:
    """Calibrate both heads of the network, in place, on scenes that it was not trained on.

    Returns per head ("sar", "optical") scale and offset, fitted on half of the blocks, and the
    expected calibration error before and after, in 0..1, on the other half. A head without
    building or without ground in either half stays as it is and is left out.
    """
    before = _read_off(network, scenes)
    fitted = {
        name: fit_platt(head.counts[0])
        for name, head in before.items()
        if head.counts.any(axis=-1).all()
    }
    heads = {"sar": network.fuse_hal, "optical": network.fuse_opt}
    for name, (scale, offset) in fitted.items():
        fold(heads[name], scale, offset)
    after = _read_off(network, scenes)
    return {
        name: {
            "scale": scale,
            "offset": offset,
            "ece_before": before[name].measured.error(),
            "ece": after[name].measured.error(),
        }
        for name, (scale, offset) in fitted.items()
    }


def fit_platt(counts: np.ndarray) -> tuple[float, float]:
    """Scale and offset of least negative log-likelihood.

    ``counts`` [2, bins]: pixels of ground and of building by their logit, as ``logit_bins`` sorts
    them; at least one of each.
    """
    d = (np.arange(counts.shape[1]) + 0.5) / _PER_UNIT - _LIMIT
    ground, building = counts / counts.sum()

    def negative_log_likelihood(x: np.ndarray) -> tuple[float, np.ndarray]:
        z = x[0] * d + x[1]
        loss = (building * np.logaddexp(0, -z) + ground * np.logaddexp(0, z)).sum()
        slope = (building + ground) * expit(z) - building
        return loss, np.array([(slope * d).sum(), slope.sum()])

    best = minimize(
        negative_log_likelihood, (1.0, 0.0), jac=True, method="L-BFGS-B", bounds=[SCALES, (-9, 9)]
    )
    return float(best.x[0]), float(best.x[1])


def logit_bins(probability: np.ndarray) -> np.ndarray:
    """The bin of each probability's logit, of the histogram that ``fit_platt`` takes."""
    edge = expit(_LIMIT - 1 / _PER_UNIT)
    d = logit(np.clip(probability.astype(np.float64), 1 - edge, edge))
    return ((d + _LIMIT) * _PER_UNIT).astype(np.intp)


@torch.no_grad()
def fold(head: FusionHead, scale: float, offset: float) -> None:
    """Let the head's logits be those calibrated: the last layer is linear, so this is exact."""
    head.logits.weight.mul_(scale)
    head.logits.bias.mul_(scale)  # type: ignore[union-attr]
    head.logits.bias[1] += offset  # type: ignore[index]


class _Head:
    """What one head says of the scenes: logits to fit on, and probabilities to measure."""

    def __init__(self) -> None:
        # [fitted on or measured on, ground or building, bins]
        self.counts = np.zeros((2, 2, int(2 * _LIMIT * _PER_UNIT)))
        self.measured = CalibrationBins()

    def add(self, p: np.ndarray, building: np.ndarray, seen: np.ndarray) -> None:
        """Count a scene, [H, W] each: probability; truth and validity, bool."""
        height, width = p.shape
        half = np.add.outer(np.arange(height) // BLOCK, np.arange(width) // BLOCK) % 2
        where = half[seen], building[seen].astype(np.intp), logit_bins(p[seen])
        np.add.at(self.counts, where, 1)
        self.measured.add(p, building, seen & (half == 1))


def _read_off(network: CMHCL, scenes: Sequence[LabelledScene]) -> dict[str, _Head]:
    heads: dict[str, _Head] = defaultdict(_Head)
    for scene, probabilities in predictions(network, scenes):
        for name, p in probabilities.items():
            # Where optical is missing the other head answers.
            there = scene.evaluation_mask
            if name == "optical":
                there = there & np.isfinite(scene.optical).any(axis=0)
            heads[name].add(p, scene.building > 0, there)
    return heads
