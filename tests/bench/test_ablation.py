"""The ablation: losses by hand, every row's step, scenes, conditions, report, what is resumed."""

from __future__ import annotations

import math
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from bench.ablation import __main__ as suite
from bench.ablation import conditions, data, measure, related_methods, report, rows, run, schedule
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
            batch.sar[i % 2].numpy(),
            batch.optical[i % 2].numpy(),
            batch.y[i % 2, 0].numpy() > 0,
            np.ones((SIZE, SIZE), bool),
            data.polygons(batch.y[i % 2, 0].numpy() > 0),
        )
        for i in range(count)
    ]


def with_blocks(blocks: int) -> data.BenchmarkScene:
    """A scene with so many separate buildings of 4 x 4 pixels."""
    building = np.zeros((SIZE, SIZE), bool)
    for i in range(blocks):
        row, col = 8 * (i // 8), 8 * (i % 8)
        building[row + 2 : row + 6, col + 2 : col + 6] = True
    scene = make_scenes(1)[0]
    return replace(scene, building=building, footprints=data.polygons(building))


def make_network(row: rows.Row) -> CMHCL:
    torch.manual_seed(0)
    return row.network()


ALL = (*rows.ROWS, *rows.FURTHER, *rows.UNDER_CONDITIONS)
OF_OPTICAL = (rows.OPT_ONLY, rows.OPT_SAR)


def test_sigmoid_distance_is_a_sum_over_the_features_of_an_image():
    student = torch.zeros(2, 3, 1, 1)  # sigmoid 0.5
    teacher = torch.full((2, 3, 1, 1), math.log(3))  # sigmoid 0.75
    assert related_methods.sigmoid_distance(student, teacher).item() == pytest.approx(3 * 0.25**2)


def test_soft_cross_entropy_by_hand():
    """Logits 10 ln 3 apart at T = 10 are 3 to 1."""
    teacher = torch.tensor([0.0, 10 * math.log(3)]).view(1, 2, 1, 1)
    student = torch.zeros(1, 2, 1, 1)
    valid = torch.ones(1, 1, 1, 1)
    loss = related_methods.soft_cross_entropy(student, teacher, valid, 10.0)
    assert loss.item() == pytest.approx(math.log(2))
    certain = torch.tensor([0.0, 10 * math.log(9)]).view(1, 2, 1, 1)
    expected = -(0.25 * math.log(0.1) + 0.75 * math.log(0.9))
    loss = related_methods.soft_cross_entropy(certain, teacher, valid, 10.0)
    assert loss.item() == pytest.approx(expected)


def test_mmd_by_hand():
    """One vector at 0 and one at 2: squared distance 4 in two of two ordered pairs, so m = 4."""
    first, second = torch.zeros(1, 1), torch.full((1, 1), 2.0)
    across = sum(math.exp(-4 / (4 * 2.0**power)) for power in (-2, -1, 0, 1, 2))
    assert related_methods.mmd(first, second).item() == pytest.approx(2 * 5 - 2 * across, rel=1e-5)


def test_mmd_of_a_set_with_itself_is_nothing():
    vectors = torch.randn(16, 4)
    assert related_methods.mmd(vectors, vectors).abs() < 1e-5


@pytest.mark.slow
@pytest.mark.parametrize(
    "loss",
    [
        related_methods.hoffman,
        related_methods.garcia,
        related_methods.disoptnet,
        related_methods.msh_net,
    ],
)
def test_related_methods_follow_their_teacher(loss):
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


@pytest.mark.parametrize("row", (*rows.ROWS, *rows.FURTHER), ids=lambda row: row.name)
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
        assert same == (not row.name.startswith(OF_OPTICAL)), row.name


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


@pytest.mark.slow
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
    scenes = [replace(s, building=block, footprints=data.polygons(block)) for s in make_scenes()]
    found = [np.where(block, 0.6, 0.2).astype(np.float32)] * 2
    assert measure.best_threshold(found, scenes) == pytest.approx(0.25)
    assert set(measure.figures(found, scenes, 0.5).values()) == {1.0}
    assert set(measure.figures(found, scenes, 0.1)) == set(measure.FIGURES)
    assert measure.figures(found, scenes, 0.1)["precision"] == pytest.approx(400 / SIZE**2)
    labelled = [replace(s, known=block) for s in scenes]
    assert measure.figures(found, labelled, 0.1)["precision"] == 1


def test_scenes_of_any_size_are_predicted_whole():
    row = rows.row_named(rows.SAR_ONLY)
    scene = make_scenes(1)[0]
    cut = replace(scene, sar=scene.sar[:, :50, :41], optical=scene.optical[:, :50, :41],
                  building=scene.building[:50, :41])  # fmt: skip
    found = measure.probabilities(row, make_network(row), [cut])
    assert found[0].shape == (50, 41)


@pytest.mark.parametrize("quarter_turns", [True, False])
def test_crops_of_all_images_show_one_place(quarter_turns):
    scene = make_scenes(1)[0]
    scene.sar[0] = scene.optical[0] = scene.building  # same place, so same turn in all three
    batch = data.crop_batch([scene], 6, 32, np.random.default_rng(0), quarter_turns)
    assert batch.y.shape == (6, 1, 32, 32)
    assert torch.equal(batch.sar[:, :1], batch.y) and torch.equal(batch.optical[:, :1], batch.y)
    again = data.crop_batch([scene], 6, 32, np.random.default_rng(0), quarter_turns)
    assert torch.equal(again.y, batch.y)


def test_without_quarter_turns_up_stays_up():
    scene = make_scenes(1)[0]
    scene.sar[0] = np.arange(SIZE)[:, None]
    rng = np.random.default_rng(0)
    fixed = data.crop_batch([scene], 16, 32, rng, quarter_turns=False).sar[:, 0]
    assert (fixed.diff(dim=1) == 1).all()
    turned = data.crop_batch([scene], 16, 32, rng).sar[:, 0]
    assert not (turned.diff(dim=1) == 1).all()


def test_so_many_buildings_are_left_out_of_labels():
    scene = with_blocks(64)
    kept = conditions.left_out([scene] * 20, 0.4)
    shares = [s.building.sum() / scene.building.sum() for s in kept]
    assert np.mean(shares) == pytest.approx(0.6, abs=0.05) and len(set(shares)) > 1
    for s in kept:
        assert (s.building <= scene.building).all()
        assert s.building.sum() % 16 == 0  # whole buildings
        assert s.sar is scene.sar and s.footprints is scene.footprints


def test_labels_are_displaced_by_so_many_metres_at_most():
    scene = with_blocks(1)
    scene = replace(scene, building=np.roll(scene.building, (28, 28), (0, 1)))
    centre = np.argwhere(scene.building).mean(axis=0)
    moved = conditions.shifted([scene] * 50, 4.0)
    by = [np.argwhere(s.building).mean(axis=0) - centre for s in moved]
    distances = 0.8 * np.linalg.norm(by, axis=1)
    assert distances.max() <= 4.0 + 0.8 and distances.max() > 3 and np.std(distances) > 0.8
    assert np.abs(np.mean(by, axis=0)).max() < 1.5


def test_conditions_leave_the_scenes_as_they_are():
    scenes = [with_blocks(10), with_blocks(20)]
    before = [s.building.copy() for s in scenes]
    for condition in conditions.CONDITIONS:
        condition.change(scenes)
    assert all((s.building == b).all() for s, b in zip(scenes, before, strict=True))


def test_teacher_is_followed_where_it_is_right_and_surer():
    p = torch.tensor([0.9, 0.9, 0.6, 0.4])
    q = torch.tensor([0.8, 0.95, 0.55, 0.1])
    teacher, student = (
        torch.stack([torch.zeros(4), torch.logit(v)]).reshape(1, 2, 2, 2) for v in (p, q)
    )
    building = torch.ones(1, 1, 2, 2)
    assert rows.better(teacher, student, building).flatten().tolist() == [1, 0, 1, 0]
    # Of background the teacher is wrong but in the last pixel, and less sure there.
    assert rows.better(teacher, student, 0 * building).sum() == 0
    assert rows.better(student, teacher, 0 * building).flatten().tolist() == [0, 0, 0, 1]


@pytest.mark.slow
def test_selective_is_the_whole_where_the_teacher_is_never_better():
    """Without a better teacher only the S terms are left, as with all alignments off."""
    batch, row = make_batch(), rows.row_named("CMH-CL, selective")
    network = make_network(row).eval()
    torch.nn.init.zeros_(network.opt.decoder.logits.weight)
    for head in (network.fuse_opt.logits, network.opt.decoder.logits, network.shared.logits):
        torch.nn.init.zeros_(head.weight)
        torch.nn.init.zeros_(head.bias)  # one half everywhere: never right
    without = rows.cmhcl(network, None, batch, rows.WITHOUT_ALIGNMENTS)
    assert torch.allclose(row.loss(network, None, batch), without)


def test_hal_starts_from_the_encoder_of_optical():
    network, teacher = rows.small_network(), rows.small_network()
    first = network.hal.encoder.conv1.weight.clone()
    rows.hal_from_opt(network, teacher)
    taken, given = (n.state_dict() for n in (network.hal.encoder, teacher.opt.encoder))
    for name in taken:
        assert torch.equal(taken[name], first if name == "conv1.weight" else given[name]), name


def test_the_teacher_labels_the_scenes_that_the_condition_leaves_out(tmp_path: Path, monkeypatch):
    every = [replace(s, building=~s.building) for s in make_scenes(14)]
    monkeypatch.setattr(run, "_scenes", lambda *_: every)
    row = rows.row_named("Pseudo-labels, 12 labelled")
    teacher = make_network(row).eval()
    folders = run.RunFolders(tmp_path, tmp_path)
    found = run._training_scenes(row, teacher, folders)
    assert found[:12] == every[:12] and len(found) == 14
    teaching = rows.row_named(row.teacher)
    with torch.inference_mode(), run.autocast(torch.device("cpu")):
        wanted = teaching.predict(
            teacher, *(torch.from_numpy(i)[None] for i in (every[13].sar, every[13].optical))
        )
    assert (found[13].building == (wanted[0] >= 0.5).numpy()).all()
    alone = rows.row_named(f"{rows.LABELS_ALONE}, 12 labelled")
    assert len(run._training_scenes(alone, None, folders)) == 12


def test_runs_are_made_once_and_again_after_a_change(tmp_path: Path, monkeypatch):
    parts = {data.TRAINING: make_scenes(), data.PHOTOGRAPHS: make_scenes()}
    monkeypatch.setattr(run, "_scenes", lambda _, split: parts.get(split, []))
    folders = run.RunFolders(tmp_path / "scenes", tmp_path / "runs")
    recipe = run.Recipe(2, batch=2, crop=32, warm_up=1)
    teacher, taught = rows.row_named(rows.OPT_ONLY), rows.row_named("Hoffman 2016")
    assert not run.is_done(teacher, 0, recipe, folders)
    first = run.run(teacher.name, 0, recipe, folders, keep=True)
    assert set(first["figures"]) == {data.PHOTOGRAPHS}
    assert run.is_done(teacher, 0, recipe, folders) and not run.is_done(teacher, 1, recipe, folders)
    assert not run.is_done(teacher, 0, run.Recipe(3), folders)
    assert run.run(teacher.name, 0, recipe, folders, keep=True)["figures"] == first["figures"]
    run.run(taught.name, 0, recipe, folders, keep=False)
    assert set(report.read_runs(folders.runs)) == {(teacher.name, 0), (taught.name, 0)}
    every = schedule.tasks((teacher, taught, rows.row_named(rows.WHOLE)), 0, recipe, folders)
    assert [task.row.name for task in schedule.missing(every)] == [rows.WHOLE]


def test_every_row_is_a_task_with_each_seed():
    every = [task for task in suite.tasks(suite.FULL) if task.folders.runs == suite.FULL.runs]
    made = [(task.row.name, task.seed) for task in every]
    assert sorted(made) == sorted((row.name, seed) for row in ALL for seed in (0, 1, 2))
    assert [seed for _, seed in made] == sorted(seed for _, seed in made)
    assert {name for name, _ in made[: len(rows.ROWS)]} == {row.name for row in rows.ROWS}
    teachers = {row.teacher for row in ALL}
    assert all(task.teaches == (task.row.name in teachers) for task in every)


def test_the_long_suite_has_the_rows_with_all_labels_alone():
    every = list(suite.tasks(suite.LONG))
    assert {task.row for task in every} == {*rows.ROWS, *rows.FURTHER}
    assert {task.recipe.steps for task in every} == {2 * suite.FULL.recipe.steps}


class Pool(ThreadPoolExecutor):
    """Takes the place of the pool of processes."""

    def __init__(self, workers: int, _: object) -> None:
        super().__init__(workers)


def test_a_run_waits_for_its_teacher_and_is_not_made_if_that_fails(tmp_path: Path, monkeypatch):
    names = ("Hoffman 2016", rows.OPT_ONLY, rows.SAR_ONLY, "MSH-Net 2023", rows.OPT_SAR)
    chosen = [rows.row_named(name) for name in names]
    made: list[str] = []

    def fake(name: str, seed: int, *_: object) -> dict:
        if name == rows.OPT_SAR:
            raise MemoryError("too large")
        made.append(name)
        return {"row": name, "seed": seed, "figures": {}}

    monkeypatch.setattr(schedule, "ProcessPoolExecutor", Pool)
    monkeypatch.setattr(schedule, "run", fake)
    folders = run.RunFolders(tmp_path, tmp_path)
    every = schedule.tasks(chosen, 0, run.Recipe(1), folders)
    notes: list[str] = []
    failed = schedule.make_runs(every, 2, "cpu", notes.append)

    assert sorted(made) == sorted((rows.OPT_ONLY, rows.SAR_ONLY, "Hoffman 2016"))
    assert made.index(rows.OPT_ONLY) < made.index("Hoffman 2016")
    assert [task.row.name for task in failed] == [rows.OPT_SAR, "MSH-Net 2023"]
    assert "OPT + SAR, seed 0: MemoryError: too large" in notes
