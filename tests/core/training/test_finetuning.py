"""The mean of fine-tuned and base weights."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from torch import nn

from core.networks import build
from core.training.finetuning import (
    EVERYTHING,
    HALLUCINATION,
    LEAST_THRESHOLD,
    PARTS,
    mix_with_base,
    threshold_for,
)


class Network(nn.Module):
    """One weight and one counter in each of two branches, as batch norm has."""

    def __init__(self, weight: float, count: int) -> None:
        super().__init__()
        self.hal, self.sar = (nn.BatchNorm2d(1) for _ in range(2))
        for branch in (self.hal, self.sar):
            branch.weight.data.fill_(weight)
            branch.num_batches_tracked.fill_(count)


@pytest.mark.parametrize(
    ("is_labelled_by_optical", "mixed", "sar"),
    [(False, HALLUCINATION, 2.0), (True, EVERYTHING, 1.5)],
)
def test_new_weights_are_a_mean_with_the_base(is_labelled_by_optical, mixed, sar):
    area = SimpleNamespace(is_labelled_by_optical=is_labelled_by_optical)
    network = Network(2.0, 7)
    assert mix_with_base(network, Network(1.0, 3).state_dict(), area) == mixed
    assert (network.hal.weight.item(), network.sar.weight.item()) == (1.5, sar)
    assert {int(b.num_batches_tracked) for b in (network.hal, network.sar)} == {7}


def test_every_part_of_the_hallucination_branch_is_mixed():
    parts = {name.split(".")[0] for name in build("fast").state_dict()}
    own = {name for name in parts if f"{name}.".startswith(PARTS[HALLUCINATION])}
    assert own == {"hal", "shared", "fuse_hal"} and {"sar", "opt", "fuse_opt"} <= parts


@given(st.integers(0, 2**32 - 1), st.floats(0.3, 3))
def test_threshold_for_is_the_best_one_of_calibrated_probabilities(seed, spread):
    probability = np.sort(np.random.default_rng(seed).beta(spread, 2 * spread, 20_000))[::-1]
    hits = probability.cumsum()  # expected, of the most probable pixels
    ious = hits / (np.arange(1, len(hits) + 1) + hits[-1] - hits)
    best = int(ious.argmax())
    assert abs(threshold_for({"iou": ious[best], "iou_optical": 0.0}) - probability[best]) < 0.01


def test_threshold_for_is_that_of_the_mean_iou_of_the_heads():
    assert threshold_for({"iou": 0.2, "iou_optical": 0.6}) == 0.29
    assert threshold_for({"iou": 0.25, "iou_optical": 0.0}) == 0.2
    assert threshold_for({"iou": 0.0, "iou_optical": 0.0}) == LEAST_THRESHOLD
