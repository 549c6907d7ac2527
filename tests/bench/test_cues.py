"""Trials that leave out a cue of the simulator: radars, filters, runs, table and picture."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image
from scipy import ndimage
from torch.nn import functional as F

from bench.cues import despeckling, reliance
from bench.cues import run as running
from bench.cues.baselines import Brightness, Everything, displaced_brightness
from bench.cues.despeckling import lee, merlin
from bench.cues.draw import look
from bench.cues.report import table
from bench.cues.run import read_figures, run, training_scene
from bench.cues.trials import TRIALS, recipe
from bench.pretrain.packing import COLOURS, SAR_BANDS, unpack
from bench.pretrain.radars import ABSENT_DB
from core.datasets.scenes import LabelledScene
from core.networks import PRESETS, Preset
from core.networks.encoder import BasicBlock, ResNet
from core.simulator import make_city, simulate, write_scene

CHANGED = {
    "no facades": {"wall_db"},
    "no shadows": {"noise_floor_db"},
    "classes redrawn": {"class_spread_db"},
    "roofs as dark as terrain": {"roof_db"},
    "cluttered surroundings": {"patches_db", "background_clutter", "canopy_db", "roof_db"},
    "no double bounce": {"double_bounce_db"},
    "same speckle": {"looks", "resolution", "sidelobe"},
    "single look": {"looks", "resolution", "sidelobe"},
    "multi-look": {"looks"},
    "steep view": {"incidence_deg"},
    "flat view": {"incidence_deg"},
    "no facades, no double bounce": {"wall_db", "double_bounce_db"},
}


@pytest.mark.parametrize("name", CHANGED)
def test_a_trial_changes_its_cue_in_all_scenes_and_nothing_else(name):
    for seed in range(20):
        base = asdict(recipe(np.random.default_rng(seed)))
        own = asdict(TRIALS[name].radar(np.random.default_rng(seed)))
        differing = {key for key in base if own[key] != base[key]}
        assert differing <= CHANGED[name]
        if "wall_db" in CHANGED[name]:
            assert own["wall_db"] == ABSENT_DB
    assert differing


@pytest.mark.slow
def test_all_trials_show_the_same_buildings():
    whole, without = (training_scene(TRIALS[name], {}, (7, 1)) for name in ("recipe", "no facades"))
    assert (whole[-1] & 1 == without[-1] & 1).all() and (whole[-1] & 1).any()
    assert (whole[:SAR_BANDS] != without[:SAR_BANDS]).mean() > 0.02


def block(height: float) -> np.ndarray:
    """One polarisation of a bright block in speckle, the uppermost rows without data."""
    sar = np.full((4, 64, 64), np.nan, np.float32)
    sar[0] = np.random.default_rng(0).normal(0, 1, (64, 64))
    sar[0, 20:44, 20:44] += height
    sar[0, :4] = np.nan
    return sar


@pytest.mark.slow
def test_brightness_tells_less_where_surroundings_are_cluttered():
    plain, cluttered = (
        np.mean([displaced_brightness(scene_of(name, seed)) for seed in range(4)])
        for name in ("recipe", "cluttered surroundings")
    )
    assert cluttered < 0.8 * plain


def scene_of(trial: str, seed: int) -> LabelledScene:
    """A training scene of a trial."""
    packed = training_scene(TRIALS[trial], {}, (7, seed))
    return unpack(trial, packed, np.ones(SAR_BANDS + COLOURS, bool))


def test_the_lee_filter_removes_speckle_and_keeps_nodata():
    def contrast_to_noise(band: np.ndarray) -> float:
        return float(np.median(band[24:40, 24:40]) - np.median(band[8:16])) / band[8:16].std()

    sar = block(1.2)
    filtered = lee(sar)
    assert contrast_to_noise(filtered[0]) > 2 * contrast_to_noise(sar[0])
    assert (np.isfinite(filtered) == np.isfinite(sar)).all()


def test_the_lee_filter_keeps_edges():
    profile = np.median(lee(block(6))[0, 24:40], axis=0)
    assert np.diff(profile)[19] > 0.7 * np.ptp(profile)  # a mean over 5 pixels: 0.2


class Mean(torch.nn.Module):
    """Stands in for the despeckling network: a mean over 5 x 5 pixels, of an image [H, W]."""

    def forward(self, image: torch.Tensor) -> torch.Tensor:
        assert all(side % 32 == 0 for side in image.shape)
        return F.avg_pool2d(image[None, None], 5, 1, 2, count_include_pad=False)


def test_the_despeckling_network_gets_logarithmic_amplitudes_of_any_size(monkeypatch):
    monkeypatch.setattr(despeckling, "_network", Mean)
    sar = block(3)[:, :61, :50]
    filtered = merlin(sar)
    assert (np.isfinite(filtered) == np.isfinite(sar)).all()
    mean = ndimage.uniform_filter(sar[0, 4:], 5)
    assert np.corrcoef(filtered[0, 6:-2, 2:-2].ravel(), mean[2:-2, 2:-2].ravel())[0, 1] > 0.95


def test_baselines_rank_pixels_by_brightness_or_not_at_all():
    sar = torch.full((1, 4, 32, 32), float("nan"))
    sar[0, 1] = torch.randn(32, 32, generator=torch.Generator().manual_seed(0))
    p, _ = Brightness().predict(sar, None)
    mean = ndimage.uniform_filter(sar[0, 1].numpy(), 5)
    inside = np.s_[4:28, 4:28]
    assert np.corrcoef(p[0, 0].numpy()[inside].ravel(), mean[inside].ravel())[0, 1] > 0.99
    assert Everything().predict(sar, None)[0].unique().numel() == 1


def test_displaced_brightness_finds_buildings_that_layover_has_moved():
    building = np.zeros((96, 96), np.uint8)
    building[40:60, 40:60] = 1
    sar = np.full((4, 96, 96), np.nan, np.float16)
    sar[0] = np.roll(building, (-8, 4), (0, 1)) * 4.0
    nothing = np.zeros_like(building)
    scene = LabelledScene.of("moved", (sar, None), (building, nothing, nothing))
    assert displaced_brightness(scene) > 0.95

    plain = running.ValidationSet({"real": [scene]}, running.CPU).figures(Brightness())
    assert plain["real/sar/ap"] < 0.6
    assert np.isnan(displaced_brightness(LabelledScene.of("", (sar, None), (nothing,) * 3)))


def test_reliance_compares_a_model_on_the_same_cities(data, monkeypatch, capsys):
    monkeypatch.setattr(reliance, "load_model", lambda _: (Brightness(), None))
    monkeypatch.setattr(reliance, "read_city", lambda _: make_city(np.random.default_rng(0), 480))
    names = ("recipe", "roofs as dark as terrain", "despeckled, Lee")
    monkeypatch.setattr(reliance, "TRIALS", {name: TRIALS[name] for name in names})
    reliance.print_reliance(data, data, scenes=1)

    lines = capsys.readouterr().out.splitlines()[2:]
    rows = {name: list(map(float, cells)) for name, *cells in (x[2:-2].split(" | ") for x in lines)}
    assert list(rows) == list(names[:2])  # filters change no scene
    assert rows["roofs as dark as terrain"][2] < rows["recipe"][2]


@pytest.fixture
def data(tmp_path, monkeypatch) -> Path:
    """A folder of data with one scene that stands for a real one; a tiny network."""
    small = Preset(lambda bands: ResNet(bands, BasicBlock, (1, 1, 1, 1), 8), 8, 4)
    monkeypatch.setitem(PRESETS, "small", small)
    monkeypatch.setitem(running.SETTINGS, "preset", "small")
    monkeypatch.setitem(running.SETTINGS, "crop", 32)
    monkeypatch.setattr(running, "held_out_scenes", lambda data, _: running.real_scenes(data))
    (tmp_path / "geometry").mkdir()
    scene = simulate(3, 96, style="suburb", pixel_size_m=0.8, clouds=0.0, nodata=False)
    write_scene(scene, tmp_path / "real" / "town")
    return tmp_path


@pytest.mark.slow
def test_runs_leave_figures_and_weights_and_are_not_made_again(data, tmp_path):
    work = tmp_path / "work"
    names = ["recipe", "despeckled, Lee"]
    run(data, work, names[:1], [0], scenes=1, steps=2)
    run(data, work, names, [0], scenes=1, steps=2)

    lines = read_figures(work)
    assert [line["trial"] for line in lines] == names
    assert all(0 < line["at"]["2"]["real/sar/ap"] <= 1 for line in lines)

    look(data, work, tmp_path / "look.png", names, ["town"])
    with Image.open(tmp_path / "look.png") as image:
        assert image.width > 2 * image.height


def test_trials_are_compared_with_the_recipe_of_the_same_seed():
    def line(trial: str, seed: int, ap: float) -> dict:
        figures = {"simulated/sar": 0.5, "simulated/sar/ap": 0.6, "real/sar": 0.2}
        at = {str(step): {**figures, "real/sar/ap": ap * step / 200} for step in (100, 200)}
        return json.loads(json.dumps({"trial": trial, "seed": seed, "at": at}))

    lines = [line("recipe", 0, 0.30), line("recipe", 1, 0.20), line("no facades", 1, 0.26)]
    rows = table(lines).splitlines()
    assert rows[2].startswith("| recipe | 2 | 0.500 | 0.600 | 0.200, 0.200 | 0.125, 0.250 | +0.000")
    assert rows[3].endswith("| +0.060 |")
