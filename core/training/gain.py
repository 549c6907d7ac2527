"""Whether a network is better than its base by more than chance."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..datasets.labelled_area import View
from ..hatch.results import HEADS
from ..metrics import PixelCounts
from ..networks import CMHCL
from .validation import predictions

_COUNTS = ("true_positive", "false_positive", "false_negative")


def is_better(network: CMHCL, base: CMHCL, views: Sequence[View], threshold: float) -> bool:
    """Whether ``network`` has a higher IoU on the blocks than ``base``, beyond the standard error.

    IoU is that of all blocks together at ``threshold``, and the mean of both heads, if there is
    optical. Adjacent pixels err alike, but blocks hardly do: the error of the gain is estimated by
    leaving out each block in turn (jackknife), of both networks, as they err in the same places.
    """
    before, after = (_counts(each, views, threshold) for each in (base, network))
    gain = _iou(after.sum(axis=1)) - _iou(before.sum(axis=1))
    return bool(gain > _standard_error(_iou_without_each(after) - _iou_without_each(before)))


def _counts(network: CMHCL, views: Sequence[View], threshold: float) -> np.ndarray:
    """_COUNTS of each head that predicts and each block, [heads, blocks, 3]."""
    found: dict[str, list[list[int]]] = {name: [] for name in HEADS}
    inputs = [view.input for view in views]
    for view, (scene, heads) in zip(views, predictions(network, inputs), strict=True):
        for block in view.blocks:
            window = block.rows, block.cols
            truth, valid = scene.building[window] > 0, scene.evaluation_mask[window]
            for name, blocks in found.items():
                counts = PixelCounts()
                if name in heads:
                    counts.add(heads[name][window] >= threshold, truth, valid)
                blocks.append([getattr(counts, each) for each in _COUNTS])
    by_head = np.array(list(found.values()), float)
    return by_head[by_head.any(axis=(1, 2))]


def _iou(counts: np.ndarray) -> np.ndarray:
    """Mean over the heads of the IoU of _COUNTS [heads, ..., 3]; 0 without any building."""
    union = counts.sum(axis=-1)
    mean: np.ndarray = (counts[..., 0] / np.maximum(union, 1)).mean(axis=0)
    return mean


def _iou_without_each(counts: np.ndarray) -> np.ndarray:
    """IoU of all blocks but one, for each block, [blocks]."""
    return _iou(counts.sum(axis=1, keepdims=True) - counts)


def _standard_error(without_each: np.ndarray) -> float:
    """Jackknife estimate (Efron and Stein, Annals of Statistics 1981), infinite for one block."""
    blocks = len(without_each)
    if blocks < 2:
        return np.inf
    return float(np.sqrt((blocks - 1) * without_each.var()))
