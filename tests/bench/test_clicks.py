"""The bench of clicks: simulated clicks, scenes, a short training, the figures."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from affine import Affine

from bench.clicks import finetuned
from bench.clicks.features import read_features, write_features
from bench.clicks.finetuned import print_finetuned
from bench.clicks.measure import MOST, Case, figures, ious
from bench.clicks.scenes import ClickScene, read_scenes, write_scenes
from bench.clicks.train import mean_head, train, trained_head
from bench.pretrain import scenes as simulated
from bench.pretrain.scenes import Sources
from core.inference.click_tile import predicted_tile
from core.models.store import load_model, save_model
from core.networks import assemble
from core.raster.grid import Grid
from core.training import finetuning
from tests.builders.networks import TINY
from tests.conftest import BrightIsBuilding


def block(rows: slice, cols: slice) -> np.ndarray:
    mask = np.zeros((60, 60), bool)
    mask[rows, cols] = True
    return mask


BUILDING = block(slice(20, 40), slice(20, 41))


def test_figures_count_clicks_to_a_goal() -> None:
    curves = np.zeros((2, MOST))
    curves[0, 2:] = 0.75
    result = figures(curves)
    assert result["NoC 0.7"] == (3 + MOST) / 2 and result["missed 0.7"] == 0.5
    assert result["NoC 0.8"] == MOST and result["IoU 1"] == 0 and result["IoU 3"] == 0.375


def test_one_click_finds_a_building_that_the_network_sees() -> None:
    engine = BrightIsBuilding()
    sar = np.zeros((4, 64, 64), np.float32)
    sar[:, 20:40, 20:41] = 9
    grid = Grid(None, Affine(0.8, 0, 0, 0, -0.8, 0), 64, 64)
    ids = np.pad(BUILDING.astype(np.int32), (0, 4))
    case = Case("block", predicted_tile(engine, sar, None, (0, 0)), ids, grid)
    (building,) = case.buildings(5)
    assert np.array_equal(building, ids > 0)
    assert ious(engine, case, building) == pytest.approx([1.0] * MOST)


@pytest.mark.slow
def test_scenes_are_simulated_once_with_their_buildings(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(simulated, "SIDE", 128)
    write_scenes(Sources({}, []), range(2), tmp_path)
    first, second = read_scenes(tmp_path)
    assert first.sar.shape == first.optical.shape == (4, 128, 128)
    assert first.ids.max() > 0 and first.ids.shape == (128, 128)
    assert not np.array_equal(first.ids, second.ids)
    times = [path.stat().st_mtime_ns for path in sorted(tmp_path.iterdir())]
    write_scenes(Sources({}, []), range(2), tmp_path)
    assert [path.stat().st_mtime_ns for path in sorted(tmp_path.iterdir())] == times


@pytest.mark.slow
def test_training_resumes(tmp_path, capsys) -> None:
    rng = np.random.default_rng(0)
    torch.manual_seed(0)
    network = assemble(TINY).eval()
    ids = np.kron(np.arange(1, 5).reshape(2, 2), np.ones((64, 64), np.int32)).astype(np.int32)
    ids[::64] = ids[:, ::64] = 0
    images = [rng.normal(size=(4, 128, 128)).astype(np.float16) + (ids > 2) for _ in range(2)]
    (tmp_path / "scenes").mkdir()
    scene = ClickScene("a", images[0], images[1], ids)
    np.savez(tmp_path / "scenes/0.npz", **vars(scene))
    write_features(network, tmp_path / "scenes", tmp_path / "features")
    features = read_features(tmp_path / "features")
    assert [f.source for f in features] == [0, 1] and features[0].ids.shape == (64, 64)
    train(features, 1, tmp_path / "head")
    train(features, 2, tmp_path / "head")
    assert "from step 1" in capsys.readouterr().out
    head, steps = trained_head(network, tmp_path / "head")
    assert steps == 2 and not head.training and network.click is head
    train(features, 1, tmp_path / "further", base=tmp_path / "head")
    further, steps = trained_head(network, tmp_path / "further")
    assert steps == 1 and not torch.equal(further.logits.weight, head.logits.weight)
    assert torch.allclose(further.logits.weight, head.logits.weight, atol=0.01)
    mean, *counts = mean_head(network, tmp_path / "head", tmp_path / "further")
    assert counts == [2, 1] and network.click is mean
    ends = head.logits.weight + further.logits.weight
    assert torch.allclose(mean.logits.weight, ends / 2, atol=1e-6)


@pytest.mark.slow
def test_fine_tuned_models_are_clicked_with_both_heads(
    suburb, base, tmp_path, monkeypatch, capsys
) -> None:
    monkeypatch.setitem(finetuning.STEPS, "quick", 10)
    monkeypatch.setattr(finetuned, "STEPS", 2)
    network, manifest = load_model(base)
    network.add_click_head()
    save_model(network, manifest, base)
    print_finetuned(suburb.parent, tmp_path / "work", base, [suburb.name], "quick", 2)
    lines = capsys.readouterr().out.splitlines()
    rows = [line for line in lines[2:] if line.startswith(f"| {suburb.name} |")]
    assert len(rows) == 2 * 3 and all(row.count("|") == 8 for row in rows)
    assert any(line.startswith(f"{suburb.name}: ClickFigures(") for line in lines)
    click = {}
    for title in ("head of the base", "trained head"):
        found = load_model(tmp_path / "work" / suburb.name / title)[0].click
        assert found is not None
        click[title] = found.logits.weight
    assert network.click is not None
    assert torch.allclose(click["head of the base"], network.click.logits.weight, atol=1e-3)
    assert not torch.equal(click["head of the base"], click["trained head"])
