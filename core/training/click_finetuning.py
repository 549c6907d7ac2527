"""The head for clicks of a fine-tuned network, trained further on the labelled buildings.

Fine-tuning changes the features that the head reads. The base's head stays unless the new one is
better on buildings of the validation blocks, by more than chance.
"""

from __future__ import annotations

import copy
from collections.abc import Sequence
from itertools import chain
from time import perf_counter

import numpy as np

from ..datasets.area_of_interest import AreaOfInterest
from ..hatch.messages import Message
from ..hatch.reporter import Reporter
from ..hatch.results import ClickFigures
from ..networks import CMHCL
from ..networks.click_head import ClickHead
from .click_training import BATCH, ClickTraining, Features, Pool, Sample, masks_of, middle_sample
from .click_views import training_views, validation_views

LEARNING_RATE = 3e-4
STEPS_SHARE = 0.2  # steps of the head for each step of the network
LEAST_BUILDINGS = 5  # in validation; with fewer the figures are chance
CLICKED = 60  # buildings of validation that are clicked for each fusion head, at most
AFTER = (1, 3)  # clicks; the mean of both IoUs of a building is compared
TIMED_STEPS = 2


def learns_clicks(network: CMHCL, area: AreaOfInterest) -> bool:
    """Whether a fine-tuning trains the head for clicks.

    Only drawn, complete labels show single buildings well enough, and only buildings in validation
    blocks show whether the new head is better.
    """
    complete = not area.is_labelled_by_optical and area.labels.correction is None
    return network.click is not None and complete and area.validation_buildings >= LEAST_BUILDINGS


def click_steps(steps: int) -> int:
    """Steps of the head in a fine-tuning of so many steps."""
    return max(1, round(STEPS_SHARE * steps))


def trained_click_head(
    network: CMHCL, area: AreaOfInterest, steps: int, seed: int, reporter: Reporter
) -> tuple[ClickHead, ClickFigures] | None:
    """Train a copy of the head of a network, which is set to evaluation mode.

    Returns
    -------
    tuple or None
        The new head, and how both heads answer clicks in the validation blocks. None if there is
        nothing to train or validate a head on, or the user asked for the end of the training.

    Raises
    ------
    Cancelled
        If the user cancelled the job.
    """
    if network.click is None or reporter.finishing or not learns_clicks(network, area):
        return None
    network.eval()
    rng = np.random.default_rng(seed)
    validation = list(chain.from_iterable(validation_views(network, area, rng)))
    pool = Pool(list(chain.from_iterable(training_views(network, area, rng))))
    before = click_ious(network.click, validation)
    if len(before) < LEAST_BUILDINGS or not pool.sources:
        return None
    training = _training(network.click, steps)
    while training.step < steps:
        if reporter.finishing:
            return None
        training.update(pool, seed)
        message = Message("Clicks: step {step} of {steps}", step=training.step, steps=steps)
        reporter.progress(training.step, steps, message)
    after = click_ious(training.average, validation)
    base_1, base_3 = map(float, before.mean(axis=0))
    new_1, new_3 = map(float, after.mean(axis=0))
    kept = is_better(before.mean(axis=1), after.mean(axis=1))
    return training.average, ClickFigures(base_1, base_3, new_1, new_3, kept)


def is_better(before: np.ndarray, after: np.ndarray) -> bool:
    """Whether values [n] of the same buildings rose by more than the standard error of the rise."""
    rise = after - before
    return bool(rise.mean() > rise.std(ddof=1) / np.sqrt(len(rise)))


def _training(head: ClickHead, steps: int) -> ClickTraining:
    """The training of a copy of a head."""
    return ClickTraining(copy.deepcopy(head), steps, LEARNING_RATE, fixed_norm=True)


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


def click_seconds(network: CMHCL, area: AreaOfInterest, steps: int, reporter: Reporter) -> float:
    """Estimate the seconds of ``trained_click_head`` on this device; 0 if it trains none."""
    if network.click is None or not learns_clicks(network, area):
        return 0.0
    network.eval()
    started = perf_counter()
    rng = np.random.default_rng(0)
    views = list(chain.from_iterable(training_views(network, area, rng)))
    seconds = perf_counter() - started
    pool = Pool(views)
    if not pool.sources:
        return 0.0
    training = _training(network.click, steps)
    training.update(pool)  # slow: libraries choose their kernels
    started = perf_counter()
    for _ in range(TIMED_STEPS):
        reporter.check()
        training.update(pool)
    return 2 * seconds + steps * (perf_counter() - started) / TIMED_STEPS
