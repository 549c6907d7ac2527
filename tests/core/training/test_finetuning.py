"""The mean of fine-tuned and base weights."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from torch import nn

from core.training.finetuning import (
    LEAST_THRESHOLD,
    SHARE,
    SHARE_WITH_OPTICAL,
    mix_with_base,
    threshold_for,
)


class Network(nn.Module):
    """One weight and one counter, as batch norm has."""

    def __init__(self, weight: float, count: int) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.tensor([weight]))
        self.register_buffer("count", torch.tensor(count))


BASE = {"weight": torch.tensor([1.0]), "count": torch.tensor(3)}


@pytest.mark.parametrize(
    ("has_optical", "is_labelled_by_optical", "share"),
    [
        (True, False, SHARE_WITH_OPTICAL),
        (True, True, SHARE),
        (False, False, SHARE),
    ],
)
def test_new_weights_are_a_mean_with_the_base(has_optical, is_labelled_by_optical, share):
    area = SimpleNamespace(has_optical=has_optical, is_labelled_by_optical=is_labelled_by_optical)
    network = Network(2.0, 7)
    assert mix_with_base(network, BASE, area) == share
    assert network.weight.item() == 1 + share and int(network.count) == 7


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
