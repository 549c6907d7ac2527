"""Calibration of the probability of building.

Platt scaling (Platt 1999) of each fusion head: p = sigmoid(scale * d + offset), where d is the
logit of building minus that of background. Guo et al. (ICML 2017) show that a scale is enough after
cross-entropy; with Dice in the loss an offset is needed too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import numpy as np
import torch
from scipy.optimize import brentq, minimize
from scipy.special import expit, logit

from ..datasets.scenes import LabelledScene
from ..metrics import CalibrationBins
from ..networks import CMHCL
from ..networks.fusion import FusionHead
from ..raster.validity import valid_pixels
from .validation import predictions

BLOCK = 128  # pixels; blocks are used for fitting and measuring in turn, as on a chessboard
SCALES = (0.2, 5.0)
_LIMIT, _PER_UNIT = 14.0, 50  # of the histogram of logits: -14..14, 50 bins a unit


def calibrate(network: CMHCL, scenes: Sequence[LabelledScene]) -> dict[str, dict[str, float]]:
    """Calibrate both heads of a network in place, on scenes that it was not trained on.

    Returns by head scale and offset, fitted on half of the blocks, and the expected calibration
    error, 0 to 1, before and after (ece_before, ece), measured on the other half. A head that sees
    no building or no background in one half is left unchanged and has no entry.
    """
    before = _predict(network, scenes)
    fitted = {
        name: fit_platt(head.counts[0])
        for name, head in before.items()
        if head.counts.any(axis=-1).all()
    }
    heads = {"sar": network.fuse_hal, "optical": network.fuse_opt}
    for name, (scale, offset) in fitted.items():
        fold(heads[name], scale, offset)
    after = _predict(network, scenes)
    return {
        name: {
            "scale": scale,
            "offset": offset,
            "ece_before": before[name].measured.error(),
            "ece": after[name].measured.error(),
        }
        for name, (scale, offset) in fitted.items()
    }


def limit_level(network: CMHCL, base: CMHCL, scenes: Sequence[LabelledScene]) -> None:
    """Shift the logits of HAL-SAR in place, if their mean probability is out of bounds.

    The bounds are the mean probability of ``base`` and the point half-way from it to the share of
    building, all over the labelled pixels of the scenes.
    """
    before, after = (_predict(each, scenes)["sar"].counts.sum(axis=0) for each in (base, network))
    background, building = after
    pixels = background + building
    if not pixels.any():
        return
    level = _mean_probability(before.sum(axis=0))
    low, high = sorted((level, (level + building.sum() / pixels.sum()) / 2))
    found = _mean_probability(pixels)
    if not low <= found <= high:
        fold(network.fuse_hal, 1.0, _offset_to(low if found < low else high, pixels))


def fit_platt(counts: np.ndarray) -> tuple[float, float]:
    """Scale and offset with the least negative log-likelihood.

    ``counts`` [2, bins] are histograms of the logits of background and building pixels in the
    bins of ``logit_bins``, each with at least one pixel.
    """
    d = _centres(counts.shape[1])
    background, building = counts / counts.sum()

    def negative_log_likelihood(x: np.ndarray) -> tuple[float, np.ndarray]:
        z = x[0] * d + x[1]
        loss = (building * np.logaddexp(0, -z) + background * np.logaddexp(0, z)).sum()
        slope = (building + background) * expit(z) - building
        return loss, np.array([(slope * d).sum(), slope.sum()])

    best = minimize(
        negative_log_likelihood, (1.0, 0.0), jac=True, method="L-BFGS-B", bounds=[SCALES, (-9, 9)]
    )
    return float(best.x[0]), float(best.x[1])


def logit_bins(probability: np.ndarray) -> np.ndarray:
    """The bin of the logit of each probability, for ``fit_platt``."""
    edge = expit(_LIMIT - 1 / _PER_UNIT)
    d = logit(np.clip(probability.astype(np.float64), 1 - edge, edge))
    bins: np.ndarray = ((d + _LIMIT) * _PER_UNIT).astype(np.intp)
    return bins


def _offset_to(mean: float, counts: np.ndarray) -> float:
    """What to add to the logits in the bins of ``logit_bins`` for this mean probability."""
    bounds = -3 * _LIMIT, 3 * _LIMIT
    return float(brentq(lambda offset: _mean_probability(counts, offset) - mean, *bounds))


def _mean_probability(counts: np.ndarray, offset: float = 0.0) -> float:
    """The mean probability of pixels whose logits, by bins of ``logit_bins``, are shifted."""
    return float(np.average(expit(_centres(len(counts)) + offset), weights=counts))


def _centres(bins: int) -> np.ndarray:
    """The logits in the centres of the bins of ``logit_bins``."""
    centres: np.ndarray = (np.arange(bins) + 0.5) / _PER_UNIT - _LIMIT
    return centres


@torch.no_grad()
def fold(head: FusionHead, scale: float, offset: float) -> None:
    """Fold scale and offset into the last, linear layer of a head."""
    head.logits.weight.mul_(scale)
    head.logits.bias.mul_(scale)  # type: ignore[union-attr]
    head.logits.bias[1] += offset  # type: ignore[index]


class _Head:
    """Predictions of one head: logits for fitting, and probabilities for measuring."""

    def __init__(self) -> None:
        # [for fitting or measuring, background or building, bins]
        self.counts = np.zeros((2, 2, int(2 * _LIMIT * _PER_UNIT)))
        self.measured = CalibrationBins()

    def add(self, p: np.ndarray, building: np.ndarray, seen: np.ndarray) -> None:
        """Count a scene: probability [H, W], labels and validity bool [H, W]."""
        height, width = p.shape
        half = np.add.outer(np.arange(height) // BLOCK, np.arange(width) // BLOCK) % 2
        where = half[seen], building[seen].astype(np.intp), logit_bins(p[seen])
        np.add.at(self.counts, where, 1)
        self.measured.add(p, building, seen & (half == 1))


def _predict(network: CMHCL, scenes: Sequence[LabelledScene]) -> dict[str, _Head]:
    heads: dict[str, _Head] = defaultdict(_Head)
    for scene, probabilities in predictions(network, scenes):
        for name, p in probabilities.items():
            # Without optical the other head predicts.
            valid = scene.evaluation_mask
            if name == "optical":
                valid = valid & valid_pixels(scene.optical)
            heads[name].add(p, scene.building > 0, valid)
    return heads
