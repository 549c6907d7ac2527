"""Candidates for the default network: complete networks, trained for equal CPU time."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch

from bench.networks import run as running
from bench.networks import speed
from bench.networks.candidates import CANDIDATES
from bench.networks.run import GROUPS, KEYS, read_figures, run, table
from bench.pretrain.packing import COLOURS, SAR_BANDS, unpack, write_scenes
from bench.pretrain.scenes import CITY, SIDE, Recipe

FAST = "ResNet-18, half width (fast)"


@pytest.mark.parametrize("name", CANDIDATES)
def test_a_candidate_is_a_complete_network(name):
    network = CANDIDATES[name].network().eval()
    sar, optical = torch.randn(1, 4, 64, 64), torch.randn(1, 5, 64, 64)
    with torch.no_grad():
        out = network(sar, optical)
        alone, both = network.predict(sar, optical)
    for logits in (out.z_os, out.z_hs, out.e_os, out.e_hs, out.z_opt, out.z_hal):
        assert logits.shape == (1, 2, 64, 64)
    assert out.f_hs.shape[-1] == 64 // CANDIDATES[name].stride
    assert alone.shape == both.shape == (1, 2, 64, 64)


def test_imagenet_weights_reach_every_encoder():
    candidate = CANDIDATES["EfficientNet-Lite0 from ImageNet"]
    torch.manual_seed(0)
    weights = {
        key: torch.randn(32, 3, 3, 3) if key == "_conv_stem.weight" else value
        for key, value in candidate.network().opt.encoder.state_dict().items()
    }
    network = candidate.network(weights)
    stem = weights["_conv_stem.weight"]
    assert torch.allclose(network.opt.encoder._conv_stem.weight[:, :3], stem * 3 / 5)
    mixed = CANDIDATES["the same, OPT: EfficientNet-Lite0 from ImageNet (mixed)"].network(weights)
    assert torch.allclose(mixed.opt.encoder._conv_stem.weight[:, :3], stem * 3 / 5)
    for branch in (network.hal, network.sar):
        assert torch.allclose(branch.encoder._conv_stem.weight[:, :3], stem * 3 / 4)


def test_every_network_is_measured_alone_with_optical_and_in_training(monkeypatch):
    for name, size in (("TILE", 64), ("CROP", 32), ("BATCH", 2)):
        monkeypatch.setattr(speed, name, size)
    names = (FAST, "ResNet-10, half width")
    times = speed.measure({name: CANDIDATES[name].network() for name in names}, bf16=False)
    assert all(len(own) == 3 and min(own) > 0 for own in times.values())


@pytest.fixture
def scenes(tmp_path) -> Path:
    """A folder with one packed scene to train on, beside the validation scenes."""
    shape = (SAR_BANDS + COLOURS + 1, SIDE, SIDE)
    packed = np.random.default_rng(0).integers(0, 256, shape, np.uint8)
    folder = tmp_path / "scenes"
    folder.mkdir()
    np.save(folder / f"{Recipe(CITY, False).name}-000001.npy", packed)
    everything = np.ones(SAR_BANDS + COLOURS, bool)
    scene = unpack("one", packed[:, :64, :64], everything)
    for group in GROUPS:
        write_scenes([scene], tmp_path / f"{group}.npz")
    return folder


def test_a_run_leaves_figures_of_each_candidate_once(tmp_path, scenes, monkeypatch):
    monkeypatch.setitem(running.SETTINGS, "crop", 32)
    monkeypatch.setitem(running.SETTINGS, "batch", 2)
    monkeypatch.setattr(running, "CANDIDATES", {FAST: CANDIDATES[FAST]})
    out, imagenet = tmp_path / "out", tmp_path / "imagenet.pth"
    torch.save({}, imagenet)
    for _ in range(2):
        run(tmp_path, scenes, imagenet, out, 0.5)

    (line,) = read_figures(out)
    assert len(line["at"]) == running.PARTS
    assert all(0 <= line["at"][-1][key] <= 1 for key in KEYS)
    assert f"| {FAST} | {line['at'][-1]['step']} |" in table([line])
