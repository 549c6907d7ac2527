"""The mean of fine-tuned and base weights."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
import torch
from torch import nn

from core.hatch.reporter import Reporter
from core.training import finetuning
from core.training.finetuning import SHARE_BY_OPTICAL, mix_with_base


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
