"""The head for clicks, as a part of the network."""

from __future__ import annotations

import pytest
import torch

from core.networks import assemble
from core.networks.click_head import HAL_SAR, MAPS, OPT_SAR, point_map
from tests.builders.networks import TINY


def test_map_of_points_falls_with_the_distance_to_the_nearest():
    found = point_map(torch.tensor([[2.0, 3.0], [2.0, 13.0]]), 8, 20)
    assert found.shape == (8, 20) and found[2, 3] == found[2, 13] == 1
    assert found[2, 7] == pytest.approx(0.5)
    assert (found[2, 3:9].diff() < 0).all() and (found[2, 8:13].diff() > 0).all()
    assert not point_map(torch.empty(0, 2), 8, 20).any()


def test_head_is_optional_and_no_part_of_the_prediction():
    torch.manual_seed(0)
    network = assemble(TINY).eval()
    images = torch.randn(1, 4, 64, 64), torch.randn(1, 5, 64, 64)
    assert network.click is None
    assert not [name for name in network.state_dict() if name.startswith("click")]
    with torch.no_grad():
        before = network.predict(*images)
        network.add_click_head()
        after = network.predict(*images)
        probabilities = network.probabilities(*network.fused(*images))
    for first, second, third in zip(before, after, probabilities, strict=True):
        assert torch.equal(first, second) and torch.equal(first, third)


def test_head_reads_points_and_tells_the_fusion_heads_apart():
    torch.manual_seed(0)
    network = assemble(TINY).eval()
    head = network.add_click_head().eval()
    with torch.no_grad():
        features, _ = network.fused(torch.randn(1, 4, 64, 64), None)
        assert features is not None
        maps = torch.zeros(1, MAPS, 32, 32)
        empty = head(features, maps, HAL_SAR)
        maps[0, 2] = point_map(torch.tensor([[16.0, 16.0]]), 32, 32)
        clicked = head(features, maps, HAL_SAR)
        other = head(features, maps, OPT_SAR)
    assert clicked.shape == (1, 1, 32, 32)
    assert not torch.equal(empty, clicked) and not torch.equal(clicked, other)
