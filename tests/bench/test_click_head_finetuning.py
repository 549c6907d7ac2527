"""The head for clicks of a fine-tuned network: on what it is trained, and when it is better."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch

from bench.clicks import head_finetuning, head_training, views
from bench.clicks.head_finetuning import click_ious, is_better, trained_click_head
from bench.clicks.views import training_views, validation_views
from core.datasets.labelled_area import LabelledArea, read_labelled_area
from core.hatch.jobs import SceneInput
from core.networks import CMHCL, build
from core.networks.click_head import HAL_SAR, OPT_SAR
from tests.builders.finetuning import square


@pytest.fixture
def network(tiny_preset: None) -> CMHCL:  # noqa: ARG001
    torch.manual_seed(0)
    network = build("tiny").eval()
    network.add_click_head()
    return network.eval()


@pytest.fixture(scope="module")
def area(suburb: Path) -> LabelledArea:
    scene = SceneInput((str(suburb / "sar.tif"),), str(suburb / "optical.tif"))
    return read_labelled_area(scene, suburb / "buildings.geojson", 0.8, 0)


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(head_training, "BATCH", 2)
    monkeypatch.setattr(head_finetuning, "CLICKED", 6)
    monkeypatch.setattr(views, "TRAINING_VIEWS", 2)
    monkeypatch.setattr(views, "VALIDATION_VIEWS", 2)


def test_network_without_a_head_has_none_to_train(network: CMHCL, area: LabelledArea) -> None:
    network.click = None
    assert trained_click_head(network, area, 2, 0) is None


@pytest.mark.usefixtures("quick")
def test_views_keep_validation_blocks_out_of_training(network: CMHCL, area: LabelledArea) -> None:
    rng = np.random.default_rng(0)
    training = [view for views in training_views(network, area, rng) for view in views]
    validation = [view for views in validation_views(network, area, rng) for view in views]
    assert {view.source for view in validation} == {HAL_SAR, OPT_SAR}
    assert all(len(view.buildings()[0]) for view in [*training, *validation])
    known = area.block_split.validation.sum()
    blocks = [block for block in area.block_split.blocks if block.validation]
    seen = sum(int((view.ids >= 0).sum()) for view in validation if view.source == HAL_SAR)
    assert 0.8 * known < 4 * seen * len(blocks) / 2 < 1.2 * known


def test_no_training_view_knows_a_validation_pixel(
    network: CMHCL, area: LabelledArea, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(views, "CONTEXT", 4096)  # each view is the whole area
    monkeypatch.setattr(views, "TRAINING_VIEWS", 1)
    (seen,) = training_views(network, area, np.random.default_rng(0))
    height, width = area.scene.labelled.shape
    known = seen[0].ids.numpy()[: -(-height // 2), : -(-width // 2)] >= 0
    assert np.array_equal(known, area.block_split.training[::2, ::2])


@pytest.mark.usefixtures("quick")
def test_small_area_is_padded_for_crops(network: CMHCL, suburb: Path) -> None:
    scene = SceneInput((str(suburb / "sar.tif"),), area=square(suburb, 0.1, 0.1, 0.15))
    area = read_labelled_area(scene, suburb / "buildings.geojson", 0.8, 0)
    for (view,) in training_views(network, area, np.random.default_rng(0)):
        assert min(view.ids.shape) >= head_training.CROP


@pytest.mark.usefixtures("quick")
def test_new_head_is_a_copy_with_figures(network: CMHCL, area: LabelledArea) -> None:
    assert network.click is not None
    before = {name: value.clone() for name, value in network.state_dict().items()}
    trained = trained_click_head(network, area, 2, 0)
    assert trained is not None
    head, figures = trained
    rates = (figures.base_iou_1, figures.base_iou_3, figures.new_iou_1, figures.new_iou_3)
    assert all(0 <= rate <= 1 for rate in rates)
    assert all(torch.equal(value, before[name]) for name, value in network.state_dict().items())
    assert not torch.equal(head.logits.weight, network.click.logits.weight)


@pytest.mark.usefixtures("quick")
def test_head_that_finds_buildings_has_a_higher_iou(network: CMHCL, area: LabelledArea) -> None:
    """One that calls everything building overlaps with each, one that calls nothing with none."""
    assert network.click is not None
    seen = [v for vs in validation_views(network, area, np.random.default_rng(0)) for v in vs]
    found = {}
    for bias in (-1e4, 1e4):
        torch.nn.init.constant_(network.click.logits.bias, bias)  # type: ignore[arg-type]
        found[bias] = click_ious(network.click, seen)
    assert found[1e4].shape[1] == 2 and (found[-1e4] == 0).all() and (found[1e4] > 0).all()


@pytest.mark.parametrize(
    ("rise", "better"), [([0.1, 0.1, 0.12], True), ([0.3, -0.3, 0.05], False), ([0, 0, 0], False)]
)
def test_better_is_more_than_chance(rise: list[float], better: bool) -> None:
    before = np.array([0.2, 0.5, 0.7])
    assert is_better(before, before + rise) == better
