"""The new model: of fine-tuned weights and those of the base."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from torch import nn

from core.networks import build
from core.training.finetuning import (
    BASE,
    EVERYTHING,
    HALLUCINATION,
    PARTS,
    join_with_base,
    mix_with_base,
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


@pytest.mark.parametrize(
    ("is_labelled_by_optical", "views", "better", "joined", "weights", "levels"),
    [
        (False, ["view"], True, HALLUCINATION, (1.5, 2.0), 1),
        (False, ["view"], False, BASE, (1.0, 1.0), 1),
        (False, [], False, HALLUCINATION, (1.5, 2.0), 1),  # nothing to judge it by
        (True, ["view"], False, EVERYTHING, (1.5, 1.5), 0),
    ],
)
def test_weights_that_are_not_proven_better_are_those_of_the_base(
    monkeypatch, is_labelled_by_optical, views, better, joined, weights, levels
):
    limited = []
    module = "core.training.finetuning"
    monkeypatch.setattr(f"{module}.limit_level", lambda *arguments: limited.append(arguments))
    monkeypatch.setattr(f"{module}.is_better", lambda *_: better)
    area = SimpleNamespace(
        is_labelled_by_optical=is_labelled_by_optical, validation_views=views, whole=["scene"]
    )
    network, base = Network(2.0, 7), Network(1.0, 3)
    assert join_with_base(network, base, 0.3, area) == joined
    assert (network.hal.weight.item(), network.sar.weight.item()) == weights
    assert len(limited) == levels
