"""Calibration: the known answer is found, folded exactly, and measured where it was not fitted."""

from __future__ import annotations

import copy
from dataclasses import replace

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.special import expit, logit

from core.datasets.scenes import LabelledScene
from core.networks import Preset, assemble
from core.networks.encoder import BasicBlock, ResNet
from core.training.calibration import calibrate, fit_platt, fold, limit_level, logit_bins
from core.training.validation import predictions


def histogram(p: np.ndarray, building: np.ndarray) -> np.ndarray:
    bins = logit_bins(p)
    return np.stack([np.bincount(bins[building == c], minlength=1400) for c in (False, True)])


@settings(max_examples=20)
@given(st.floats(0.4, 3), st.floats(-2, 2), st.integers(0, 2**32))
def test_a_known_distortion_is_found(scale, offset, seed):
    rng = np.random.default_rng(seed)
    z = rng.normal(0, 2, 200_000)  # logits that are right
    building = rng.random(z.size) < expit(z)
    found = fit_platt(histogram(expit((z - offset) / scale), building))
    assert found == pytest.approx((scale, offset), abs=0.08)


def test_what_is_calibrated_stays():
    rng = np.random.default_rng(0)
    p = rng.random(500_000)
    assert fit_platt(histogram(p, rng.random(p.size) < p)) == pytest.approx((1, 0), abs=0.02)


@pytest.mark.parametrize("p", [0.0, 1e-9, 0.5, 1 - 1e-9, 1.0])
def test_every_probability_has_a_bin(p):
    assert 0 <= logit_bins(np.array([p], np.float32))[0] < 1400


@pytest.fixture
def network():
    torch.manual_seed(0)
    return assemble(Preset(lambda bands: ResNet(bands, BasicBlock, (1, 1, 1, 1), width=8), 8))


def make_scene(optical: bool = True) -> LabelledScene:
    """Noise with bright buildings, larger than a block both ways."""
    rng = np.random.default_rng(0)
    building = np.kron(rng.random((20, 20)) < 0.3, np.ones((15, 15))).astype(np.uint8)
    images = (rng.normal(0, 0.5, (9, 300, 300)) + building).astype(np.float16)
    if not optical:
        images[4:] = np.nan
    nothing = np.zeros_like(building)
    return LabelledScene("made", images[:4], images[4:], building, nothing, nothing, 1 + nothing)


def test_folding_is_exact(network):
    scenes = [make_scene()]
    _, before = next(predictions(network, scenes))
    fold(network.fuse_hal, 1.7, -0.6)
    _, after = next(predictions(network, scenes))
    expected = expit(1.7 * logit(before["sar"].astype(float)) - 0.6)
    # As near as bfloat16 comes, in which networks run where it is fast.
    assert np.abs(after["sar"] - expected).max() < 0.02
    np.testing.assert_array_equal(after["optical"], before["optical"])


def test_calibration_error_falls_on_blocks_that_were_not_fitted(network):
    """A network that knows nothing should say how common buildings are."""
    figures = calibrate(network, [make_scene()])
    assert set(figures) == {"sar", "optical"}
    for head in figures.values():
        assert head["ece"] < 0.05 < head["ece_before"]


def test_without_optical_its_head_stays_as_it_is(network):
    bias = network.fuse_opt.logits.bias.clone()
    assert set(calibrate(network, [make_scene(optical=False)])) == {"sar"}
    assert torch.equal(network.fuse_opt.logits.bias, bias)


def test_without_scenes_nothing_is_calibrated(network):
    assert calibrate(network, []) == {}


@pytest.mark.parametrize(
    ("offset", "share"),  # of the network over its base, and of the way from there to the labels
    [(-2.0, 0), (4.0, 0.5)],
)
def test_the_level_goes_no_further_than_half_the_way_to_the_labels(network, offset, share):
    scene = make_scene()
    fold(network.fuse_hal, 1.0, -4.0)
    base = copy.deepcopy(network)
    torch.nn.init.normal_(network.fuse_hal.logits.weight, std=5)
    fold(network.fuse_hal, 1.0, offset)
    limit_level(network, base, [scene])
    (_, before), (_, after) = (next(predictions(each, [scene])) for each in (base, network))
    level = before["sar"].mean()
    assert level < 0.2 < scene.building.mean()
    wanted = level + share * (scene.building.mean() - level)
    assert after["sar"].mean() == pytest.approx(wanted, abs=0.01)
    assert np.abs(after["sar"] - before["sar"]).max() > 0.05  # the level alone is limited


def test_the_level_with_optical_is_free(network):
    base = copy.deepcopy(network)
    fold(network.fuse_opt, 1.0, 4.0)
    bias = network.fuse_opt.logits.bias.clone()
    limit_level(network, base, [make_scene()])
    assert torch.equal(network.fuse_opt.logits.bias, bias)


def test_a_level_within_the_bounds_stays(network):
    fold(network.fuse_hal, 1.0, -4.0)
    base = copy.deepcopy(network)
    fold(network.fuse_hal, 1.0, 0.5)
    bias = network.fuse_hal.logits.bias.clone()
    limit_level(network, base, [make_scene(optical=False)])
    assert torch.equal(network.fuse_hal.logits.bias, bias)


def test_only_labelled_pixels_have_a_level(network):
    base = copy.deepcopy(network)
    fold(network.fuse_hal, 1.0, 3.0)
    bias = network.fuse_hal.logits.bias.clone()
    nothing = replace(make_scene(), labelled=np.zeros((300, 300), np.uint8))
    limit_level(network, base, [nothing])
    assert torch.equal(network.fuse_hal.logits.bias, bias)
    limit_level(network, base, [nothing, make_scene(optical=False)])
    assert network.fuse_hal.logits.bias[1] < bias[1] - 2
