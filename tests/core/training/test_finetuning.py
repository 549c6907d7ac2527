"""The mean of fine-tuned and base weights."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from torch import nn

from core.hatch.reporter import Reporter
from core.training import finetuning
from core.training.finetuning import LEAST_THRESHOLD, SHARE_BY_OPTICAL, mix_with_base, threshold_for


class Network(nn.Module):
    """One weight and one counter, as batch norm has."""

    def __init__(self, weight: float, count: int) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.tensor([weight]))
        self.register_buffer("count", torch.tensor(count))


BASE = {"weight": torch.tensor([0.0]), "count": torch.tensor(3)}


AREA = SimpleNamespace(validation_views=["view"], is_labelled_by_optical=False)


@pytest.mark.parametrize("optimum", [1.0, 0.75, 0.5])
def test_share_that_validates_best_is_kept(monkeypatch, optimum):
    def figures(_views, network):
        return {"iou": 1 - abs(network.weight.item() - optimum), "iou_optical": 0.0}

    monkeypatch.setattr(finetuning, "figures_on", figures)
    network = Network(1.0, 7)
    assert mix_with_base(network, BASE, AREA, Reporter()) == optimum
    assert network.weight.item() == optimum and int(network.count) == 7


def test_without_validation_blocks_weights_stay_as_fine_tuned():
    network = Network(1.0, 7)
    assert (
        mix_with_base(
            network,
            BASE,
            SimpleNamespace(validation_views=[], is_labelled_by_optical=False),
            Reporter(),
        )
        == 1.0
    )
    assert network.weight.item() == 1.0


def test_of_equal_shares_the_largest_is_kept(monkeypatch):
    monkeypatch.setattr(finetuning, "figures_on", lambda *_: {"iou": 0.5, "iou_optical": 0.5})
    assert mix_with_base(Network(1.0, 7), BASE, AREA, Reporter()) == 1.0


@pytest.mark.parametrize("views", [["view"], []])
def test_half_of_what_optical_taught_is_kept_without_validating(monkeypatch, views):
    monkeypatch.setattr(finetuning, "figures_on", lambda *_: pytest.fail("there is no choice"))
    area = SimpleNamespace(validation_views=views, is_labelled_by_optical=True)
    network = Network(1.0, 7)
    assert mix_with_base(network, BASE, area, Reporter()) == SHARE_BY_OPTICAL
    assert network.weight.item() == SHARE_BY_OPTICAL < 1


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
