"""The head for clicks in a fine-tuning: when it is trained, on what, and when it is kept."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from core.datasets.area_of_interest import AreaOfInterest, Correction, read_area_of_interest
from core.hatch.events import Progress
from core.hatch.jobs import SceneInput
from core.hatch.reporter import Reporter
from core.networks import CMHCL, build
from core.networks.click_head import HAL_SAR, OPT_SAR
from core.training import click_finetuning, click_training, click_views
from core.training.click_finetuning import (
    click_ious,
    click_seconds,
    is_better,
    learns_clicks,
    trained_click_head,
)
from core.training.click_views import training_views, validation_views
from tests.builders.finetuning import square


@pytest.fixture
def network(tiny_preset: None) -> CMHCL:  # noqa: ARG001
    torch.manual_seed(0)
    network = build("tiny").eval()
    network.add_click_head()
    return network.eval()


@pytest.fixture(scope="module")
def area(suburb: Path) -> AreaOfInterest:
    scene = SceneInput((str(suburb / "sar.tif"),), str(suburb / "optical.tif"))
    return read_area_of_interest(scene, suburb / "buildings.geojson", 0.8, 0)


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(click_training, "BATCH", 2)
    monkeypatch.setattr(click_finetuning, "CLICKED", 6)
    monkeypatch.setattr(click_views, "TRAINING_VIEWS", 2)
    monkeypatch.setattr(click_views, "VALIDATION_VIEWS", 2)


def test_only_complete_drawn_labels_teach_clicks(network: CMHCL, area: AreaOfInterest) -> None:
    assert learns_clicks(network, area)
    corrected = replace(area.labels, correction=Correction(0.0, 0.0))
    by_optical = replace(area.labels, sure=area.labels.known)
    for labels in (corrected, by_optical):
        assert not learns_clicks(network, replace(area, labels=labels))
    assert not learns_clicks(network, replace(area, validation_buildings=2))
    network.click = None
    assert not learns_clicks(network, area)
    assert trained_click_head(network, area, 2, 0, Reporter()) is None
    assert click_seconds(network, area, 2, Reporter()) == 0


@pytest.mark.usefixtures("quick")
def test_views_keep_validation_blocks_out_of_training(network: CMHCL, area: AreaOfInterest) -> None:
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
    network: CMHCL, area: AreaOfInterest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(click_views, "CONTEXT", 4096)  # each view is the whole area
    monkeypatch.setattr(click_views, "TRAINING_VIEWS", 1)
    (views,) = training_views(network, area, np.random.default_rng(0))
    height, width = area.scene.labelled.shape
    known = views[0].ids.numpy()[: -(-height // 2), : -(-width // 2)] >= 0
    assert np.array_equal(known, area.block_split.training[::2, ::2])


@pytest.mark.usefixtures("quick")
def test_small_area_is_padded_for_crops(network: CMHCL, suburb: Path) -> None:
    scene = SceneInput((str(suburb / "sar.tif"),), area=square(suburb, 0.1, 0.1, 0.15))
    area = read_area_of_interest(scene, suburb / "buildings.geojson", 0.8, 0)
    for (view,) in training_views(network, area, np.random.default_rng(0)):
        assert min(view.ids.shape) >= click_training.CROP


@pytest.mark.usefixtures("quick")
def test_training_reports_its_steps_and_figures(network: CMHCL, area: AreaOfInterest) -> None:
    assert network.click is not None
    before = {name: value.clone() for name, value in network.state_dict().items()}
    events: list = []
    trained = trained_click_head(network, area, 2, 0, Reporter(events.append))
    assert trained is not None
    head, figures = trained
    assert [e.done for e in events if isinstance(e, Progress)] == [1, 2]
    rates = (figures.base_iou_1, figures.base_iou_3, figures.new_iou_1, figures.new_iou_3)
    assert all(0 <= rate <= 1 for rate in rates)
    # The network and its own head stay; the new one differs.
    assert all(torch.equal(value, before[name]) for name, value in network.state_dict().items())
    assert not torch.equal(head.logits.weight, network.click.logits.weight)
    finishing = Reporter(action=lambda: "finish")
    assert trained_click_head(network, area, 2, 0, finishing) is None


@pytest.mark.usefixtures("quick")
def test_estimate_grows_with_the_steps(network: CMHCL, area: AreaOfInterest) -> None:
    assert click_seconds(network, area, 10_000, Reporter()) > click_seconds(
        network, area, 1, Reporter()
    )


@pytest.mark.usefixtures("quick")
def test_head_that_finds_buildings_has_a_higher_iou(network: CMHCL, area: AreaOfInterest) -> None:
    """One that calls everything building overlaps with each, one that calls nothing with none."""
    assert network.click is not None
    views = [v for vs in validation_views(network, area, np.random.default_rng(0)) for v in vs]
    found = {}
    for bias in (-1e4, 1e4):
        torch.nn.init.constant_(network.click.logits.bias, bias)  # type: ignore[arg-type]
        found[bias] = click_ious(network.click, views)
    assert found[1e4].shape[1] == 2 and (found[-1e4] == 0).all() and (found[1e4] > 0).all()


@pytest.mark.parametrize(
    ("rise", "better"), [([0.1, 0.1, 0.12], True), ([0.3, -0.3, 0.05], False), ([0, 0, 0], False)]
)
def test_better_is_more_than_chance(rise: list[float], better: bool) -> None:
    before = np.array([0.2, 0.5, 0.7])
    assert is_better(before, before + rise) == better
