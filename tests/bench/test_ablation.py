"""The ablation: losses of the neighbours by hand, every row's step, the report, what is resumed."""

from __future__ import annotations

import json
import math
from dataclasses import asdict
from pathlib import Path

import numpy as np
import pytest
import torch

from bench.ablation import __main__ as suite
from bench.ablation import data, measure, neighbours, report, rows, run
from core.networks import CMHCL

SIZE = 64


def make_batch(seed: int = 0) -> data.Batch:
    random = torch.Generator().manual_seed(seed)
    y = (torch.rand(2, 1, SIZE, SIZE, generator=random) > 0.7).float()
    sar = torch.randn(2, 4, SIZE, SIZE, generator=random) + y
    optical = torch.randn(2, 5, SIZE, SIZE, generator=random) + 2 * y
    return data.Batch(sar, optical, y, torch.ones_like(y))


def make_scenes(count: int = 2) -> list[data.BenchmarkScene]:
    batch = make_batch()
    return [
        data.BenchmarkScene(
            batch.sar[i].numpy().astype(np.float16),
            batch.optical[i].numpy().astype(np.float16),
            batch.y[i, 0].numpy() > 0,
            measure.polygons(batch.y[i, 0].numpy() > 0),
        )
        for i in range(count)
    ]


def make_network(row: rows.Row) -> CMHCL:
    torch.manual_seed(0)
    return row.network()


ALL = (*rows.ROWS, *rows.SWITCHES)


def test_sigmoid_distance_is_a_sum_over_the_features_of_an_image():
    student = torch.zeros(2, 3, 1, 1)  # sigmoid .5
    teacher = torch.full((2, 3, 1, 1), math.log(3))  # sigmoid .75
    assert neighbours.sigmoid_distance(student, teacher).item() == pytest.approx(3 * 0.25**2)


def test_soft_cross_entropy_by_hand():
    """Logits 10 ln 3 apart at T = 10 are 3 to 1."""
    teacher = torch.tensor([0.0, 10 * math.log(3)]).view(1, 2, 1, 1)
    student = torch.zeros(1, 2, 1, 1)
    loss = neighbours.soft_cross_entropy(student, teacher, 10.0)
    assert loss.item() == pytest.approx(math.log(2))
    certain = torch.tensor([0.0, 10 * math.log(9)]).view(1, 2, 1, 1)
    expected = -(0.25 * math.log(0.1) + 0.75 * math.log(0.9))
    assert neighbours.soft_cross_entropy(certain, teacher, 10.0).item() == pytest.approx(expected)


def test_mmd_by_hand():
    """One vector at 0 and one at 2: squared distance 4 in two of two ordered pairs, so m = 4."""
    first, second = torch.zeros(1, 1), torch.full((1, 1), 2.0)
    across = sum(math.exp(-4 / (4 * 2.0**power)) for power in (-2, -1, 0, 1, 2))
    assert neighbours.mmd(first, second).item() == pytest.approx(2 * 5 - 2 * across, rel=1e-5)


def test_mmd_of_a_set_with_itself_is_nothing():
    vectors = torch.randn(16, 4)
    assert neighbours.mmd(vectors, vectors).abs() < 1e-5


@pytest.mark.slow
@pytest.mark.parametrize(
    "loss", [neighbours.hoffman, neighbours.garcia, neighbours.disoptnet, neighbours.msh_net]
)
def test_neighbours_follow_their_teacher(loss):
    """HAL gets another gradient from another teacher; the teacher gets none."""
    batch, gradients = make_batch(), []
    for seed in (1, 2):
        torch.manual_seed(0)
        network = rows.small_network()
        torch.manual_seed(seed)
        teacher = rows.small_network().eval()
        loss(network, teacher, batch).backward()
        gradients.append(network.hal.encoder.conv1.weight.grad)
        assert all(p.grad is None for p in teacher.parameters())
    assert not torch.allclose(*gradients)


@pytest.mark.parametrize("row", ALL, ids=lambda row: row.name)
def test_row_trains_what_it_says_and_predicts(row):
    """One step moves every part of ``trained`` and no other; the prediction is a probability."""
    batch, network = make_batch(), make_network(row)
    teacher = make_network(row).eval().requires_grad_(False) if row.teacher else None
    run.freeze_all_but(network, row.trained)
    row.loss(network, teacher, batch).backward()
    for name, part in network.named_children():
        moved = any(p.grad is not None and p.grad.abs().sum() > 0 for p in part.parameters())
        assert moved == (name in row.trained), name
    with torch.inference_mode():
        p = row.predict(network.eval(), batch.sar, batch.optical)
    assert p.shape == (2, SIZE, SIZE) and 0 <= p.min() < p.max() <= 1


@pytest.mark.slow
def test_rows_without_optical_at_test_time_do_not_look_at_it():
    batch = make_batch()
    other = torch.randn_like(batch.optical)
    for row in ALL:
        network = make_network(row).eval()
        with torch.inference_mode():
            same = torch.equal(
                row.predict(network, batch.sar, batch.optical),
                row.predict(network, batch.sar, other),
            )
        assert same == (row.name not in (rows.OPT_ONLY, rows.OPT_SAR)), row.name


def test_names_are_unique_and_teachers_exist():
    assert len({row.name for row in ALL}) == len(ALL)
    for row in ALL:
        assert not row.teacher or not rows.row_named(row.teacher).teacher


def test_whole_predicts_as_the_product_does():
    batch, row = make_batch(), rows.row_named(rows.WHOLE)
    network = make_network(row).eval()
    with torch.inference_mode():
        product, _ = network.predict(batch.sar, None)
        assert torch.allclose(row.predict(network, batch.sar, batch.optical), product[:, 0])


def test_hal_sar_rows_have_equal_parameters_at_extraction():
    def parameters(name: str) -> float:
        row = rows.row_named(name)
        return measure.cost(row, make_network(row))["parameters"]

    whole = parameters(rows.WHOLE)
    network = rows.small_network()
    parts = (network.hal, network.sar, network.fuse_hal)
    everything = sum(p.numel() for part in parts for p in part.parameters())
    assert everything * 0.9 < whole < everything * 1.1
    for name in ("Hoffman 2016", "DisOptNet 2022", "MSH-Net 2023", "CMH-CL less MFAL"):
        assert parameters(name) == whole
    assert parameters(rows.SAR_ONLY) < 0.6 * whole


def test_multiply_adds_of_a_convolution():
    """A 3 x 3 convolution of 4 to 8 bands on a tile: 9 * 4 * 8 multiply-adds a pixel."""
    convolution = torch.nn.Conv2d(4, 8, 3, padding=1, bias=False)
    row = rows.Row("test", "", sum, lambda network, sar, _: network(sar)[:, 0], ())
    cost = measure.cost(row, convolution)  # type: ignore[arg-type]
    assert cost == {"parameters": 288, "multiply_adds": 288 * measure.TILE**2}


def test_figures_of_a_perfect_prediction():
    block = np.zeros((SIZE, SIZE), bool)
    block[10:30, 10:30] = True
    outline = measure.polygons(block)
    scenes = [data.BenchmarkScene(s.sar, s.optical, block, outline) for s in make_scenes()]
    found = [np.where(block, 0.6, 0.2).astype(np.float32)] * 2
    assert measure.best_threshold(found, scenes) == pytest.approx(0.25)
    assert set(measure.figures(found, scenes, 0.5).values()) == {1.0}
    assert set(measure.figures(found, scenes, 0.1)) == set(measure.FIGURES)
    assert measure.figures(found, scenes, 0.1)["precision"] == pytest.approx(400 / SIZE**2)


def test_crops_of_all_images_show_one_place():
    scene = make_scenes(1)[0]
    scene.sar[0] = scene.optical[0] = scene.building  # same place, so same turn in all three
    batch = data.crop_batch([scene], 6, 32, np.random.default_rng(0))
    assert batch.y.shape == (6, 1, 32, 32)
    assert torch.equal(batch.sar[:, :1], batch.y) and torch.equal(batch.optical[:, :1], batch.y)
    again = data.crop_batch([scene], 6, 32, np.random.default_rng(0))
    assert torch.equal(again.y, batch.y)


def make_runs(ious: dict[str, tuple[float, ...]]) -> report.Runs:
    return {
        (name, seed): {
            "row": name,
            "seed": seed,
            "figures": {figure: iou for figure in measure.FIGURES},
            "seconds": 10.0,
            "threshold": 0.5,
            "parameters": 1e6,
            "multiply_adds": 2e9,
            "date": "2026-01-02T03:04:05+00:00",
            "machine": "two abaci",
            "precision": "fp32",
            "recipe": asdict(run.Recipe(7)),
        }
        for name, values in ious.items()
        for seed, iou in enumerate(values)
    }


def test_aggregates_by_hand():
    runs = make_runs(
        {
            rows.SAR_ONLY: (0.4, 0.5, 0.6),
            rows.OPT_SAR: (0.8, 0.9, 1.0),
            rows.WHOLE: (0.55, 0.62, 0.69),
            rows.OPT_ONLY: (0.7, 0.7, 0.7),
        }
    )
    assert report.spread(runs, rows.SAR_ONLY, "iou").text() == "0.500 ± 0.100"
    paired = report.difference(runs, rows.WHOLE, rows.SAR_ONLY, "iou")
    assert paired.text(signed=True) == "+0.120 ± 0.030"
    assert report.gap_closed(runs, rows.WHOLE) == pytest.approx(0.3)
    frozen = rows.row_named("Frozen teacher")
    runs |= make_runs({frozen.name: (0.5,)})
    assert report.seconds(runs, frozen) == 20


def test_one_seed_has_no_deviation():
    assert report.Spread.of([0.5]).text() == "0.500"
    assert report.Spread.of([-0.0123]).text(signed=True) == "-0.012"


def test_report_is_written_from_the_runs_alone(tmp_path: Path):
    place = run.Workplace(tmp_path / "scenes", tmp_path / "runs")
    place.runs.mkdir()
    runs = make_runs({rows.SAR_ONLY: (0.4,), rows.OPT_SAR: (0.8,), rows.WHOLE: (0.6,)})
    for (name, seed), result in runs.items():
        place.result(name, seed).write_text(json.dumps(result))
    (tmp_path / "ablation.md").write_text(f"Prose.\n{suite.RESULTS}\nOld results.\n")
    small = suite.Suite("make ablation", run.Recipe(7), (0,), place.runs, tmp_path)
    suite.write_report(small)
    text = (tmp_path / "ablation.md").read_text()
    assert text.startswith("Prose.\n") and "Old results" not in text
    assert "| CMH-CL: whole | 0.600 |" in text and "| 50 % |" in text and "two abaci" in text
    lines = (tmp_path / "ablation.csv").read_text().splitlines()
    assert len(lines) == 1 + 3 and lines[1].startswith("SAR only,0,0.4,")
    assert (tmp_path / "images" / "ablation.png").stat().st_size > 1000


def test_runs_are_made_once_and_again_after_a_change(tmp_path: Path, monkeypatch):
    monkeypatch.setattr(run, "_scenes", lambda *_: make_scenes())
    place = run.Workplace(tmp_path / "scenes", tmp_path / "runs")
    recipe = run.Recipe(2, batch=2, crop=32, warm_up=1)
    teacher, taught = rows.row_named(rows.OPT_ONLY), rows.row_named("Hoffman 2016")
    assert not run.is_done(teacher, 0, recipe, place)
    first = run.run(teacher.name, 0, recipe, place, keep=True)
    assert run.is_done(teacher, 0, recipe, place) and not run.is_done(teacher, 1, recipe, place)
    assert not run.is_done(teacher, 0, run.Recipe(3), place)
    assert run.run(teacher.name, 0, recipe, place, keep=True)["figures"] == first["figures"]
    run.run(taught.name, 0, recipe, place, keep=False)
    assert set(report.read_runs(place.runs)) == {(teacher.name, 0), (taught.name, 0)}
    small = suite.Suite("make ablation", recipe, (0,), place.runs, tmp_path)
    left = suite._missing((teacher, taught, rows.row_named(rows.WHOLE)), small, place)
    assert [(row.name, seed) for row, seed in left] == [(rows.WHOLE, 0)]
