"""The head for clicks of a fine-tuned network, trained further on the labelled buildings.

Fine-tuning changes the features that the head reads. Whether a new head is better than that of the
base is measured on buildings of the validation blocks.
"""

from __future__ import annotations

import copy
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np

from core.datasets.labelled_area import LabelledArea
from core.networks import CMHCL
from core.networks.click_head import ClickHead

from .head_training import BATCH, ClickTraining, Features, Pool, Sample, masks_of, middle_sample
from .views import training_views, validation_views

LEARNING_RATE = 3e-4
STEPS = 30  # about an eighth of the time of a Quick fine-tuning on a CPU
LEAST_BUILDINGS = 5  # in validation; with fewer the figures are chance
CLICKED = 60  # buildings of validation that are clicked for each fusion head, at most
AFTER = (1, 3)  # clicks; the mean of both IoUs of a building is compared


@dataclass(frozen=True)
class ClickFigures:
    """Mean IoU of clicked buildings of the validation blocks, by head and number of clicks.

    Both heads read the features of the fine-tuned network. ``better`` says whether the new one is,
    by more than chance.
    """

    base_iou_1: float
    base_iou_3: float
    new_iou_1: float
    new_iou_3: float
    better: bool


def trained_click_head(
    network: CMHCL, area: LabelledArea, steps: int, seed: int
) -> tuple[ClickHead, ClickFigures] | None:
    """Train a copy of the head of a fine-tuned network, which is set to evaluation mode.

    Returns
    -------
    tuple or None
        The new head, and how both heads answer clicks in the validation blocks. None if there are
        too few buildings to train or validate a head on, or the network has none.
    """
    if network.click is None:
        return None
    network.eval()
    rng = np.random.default_rng(seed)
    validation = list(chain.from_iterable(validation_views(network, area, rng)))
    pool = Pool(list(chain.from_iterable(training_views(network, area, rng))))
    before = click_ious(network.click, validation)
    if len(before) < LEAST_BUILDINGS or not pool.sources:
        return None
    head = copy.deepcopy(network.click)
    training = ClickTraining(head, steps, LEARNING_RATE, fixed_norm=True)
    while training.step < steps:
        training.update(pool, seed)
    after = click_ious(training.average, validation)
    base_1, base_3 = map(float, before.mean(axis=0))
    new_1, new_3 = map(float, after.mean(axis=0))
    better = is_better(before.mean(axis=1), after.mean(axis=1))
    return training.average, ClickFigures(base_1, base_3, new_1, new_3, better)


def is_better(before: np.ndarray, after: np.ndarray) -> bool:
    """Whether values [n] of the same buildings rose by more than the standard error of the rise."""
    rise = after - before
    return bool(rise.mean() > rise.std(ddof=1) / np.sqrt(len(rise)))


def click_ious(head: ClickHead, views: Sequence[Features]) -> np.ndarray:
    """IoU of clicked buildings after so many clicks as in AFTER, float [n, 2].

    The first click is in the middle of the building, each further one in that of the largest error.
    """
    rows = []
    for source in sorted({view.source for view in views}):
        buildings = [
            (view, int(number))
            for view in views
            if view.source == source
            for number in view.buildings()[0]
        ]
        for start in range(0, len(buildings[:CLICKED]), BATCH):
            batch = buildings[:CLICKED][start : start + BATCH]
            rows.append(_ious(head, [middle_sample(*building) for building in batch], source))
    return np.concatenate(rows) if rows else np.zeros((0, len(AFTER)))


def _ious(head: ClickHead, samples: Sequence[Sample], source: int) -> np.ndarray:
    columns = []
    for clicks in range(1, max(AFTER) + 1):
        masks = masks_of(head, samples, source)
        if clicks in AFTER:
            columns.append([_iou(s, mask.numpy()) for s, mask in zip(samples, masks, strict=True)])
        for sample, mask in zip(samples, masks, strict=True):
            sample.click(mask)
    return np.array(columns).T


def _iou(sample: Sample, mask: np.ndarray) -> float:
    building, known = sample.building.numpy(), sample.known.numpy()
    return float((mask & building).sum() / ((mask & known) | building).sum())
