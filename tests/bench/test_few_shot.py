"""The few-shot bench: nothing of the scene left out is in the training that it tests."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bench.few_shot import LOSSES, WHOLE, WITHOUT, ZERO_SHOT, Trial, runs_of, table
from core.hatch.jobs import TrainingSettings, TrainJob

SQUARE = {"type": "Polygon", "coordinates": [[[0, 0], [0, 1], [1, 1], [1, 0], [0, 0]]]}
SETTINGS = TrainingSettings(steps=7, validate_every=7)
TRAINING = TrainJob(("scene",), "model", base="m", training=SETTINGS)


@pytest.fixture
def real(tmp_path: Path) -> Path:
    """Three scenes of sensor a, two of b, one alone, one without a building."""
    for name in ("a_1", "a_2", "a_3", "b_1", "b_2", "alone_1", "a_empty"):
        (tmp_path / name).mkdir()
        features = [{"type": "Feature", "properties": {}, "geometry": SQUARE}]
        labels = {"type": "FeatureCollection", "features": [] if name == "a_empty" else features}
        (tmp_path / name / "buildings.geojson").write_text(json.dumps(labels))
    return tmp_path


def test_training_is_on_all_other_scenes_of_the_sensor(real, tmp_path):
    runs = runs_of(real, Path("m"), SETTINGS, [0, 1], tmp_path)
    trained = {(run.test.name, run.variant, run.seed): run.training for run in runs}

    for variant in LOSSES:
        for seed in (0, 1):
            job = trained["a_2", variant, seed]
            assert job.scenes == (str(real / "a_1"), str(real / "a_3"))
            assert job.training.seed == seed
            assert job.training.losses == LOSSES[variant]
            assert trained["b_1", variant, seed].scenes == (str(real / "b_2"),)
    assert {name for name, _, _ in trained} == {"a_1", "a_2", "a_3", "b_1", "b_2", "alone_1"}
    assert [key for key in trained if key[0] == "alone_1"] == [("alone_1", ZERO_SHOT, 0)]


def test_no_training_validates_on_the_scene_left_out_or_more_than_once(real, tmp_path):
    jobs = [
        run.training for run in runs_of(real, Path("m"), SETTINGS, [0], tmp_path) if run.training
    ]

    assert jobs
    assert all(job.validation == () for job in jobs)
    assert all(job.training.validate_every == job.training.steps for job in jobs)
    assert len({job.out for job in jobs}) == len(jobs)


def test_the_table_averages_seeds_and_then_scenes():
    scenes = [Path("a_1"), Path("a_2")]
    runs = [
        *(Trial(scene, ZERO_SHOT, 0, None) for scene in scenes),
        *(Trial(scene, variant, 0, TRAINING) for variant in LOSSES for scene in scenes),
        Trial(scenes[0], WHOLE, 1, TRAINING),
    ]
    figures = [
        {"sar": 0.1, "optical": 0.3},
        {"sar": 0.2},
        {"sar": 0.4, "optical": 0.5},
        {"sar": 0.6},
        {"sar": 0.2, "optical": 0.4},
        {"sar": 0.3},
        {"sar": 0.8, "optical": 0.7},
    ]
    head, _, first, second, mean = (
        [cell.strip() for cell in line.split("|")[1:-1]]
        for line in table(runs, figures).splitlines()
    )

    assert head[1:4] == [f"SAR alone, {variant}" for variant in (ZERO_SHOT, WHOLE, WITHOUT)]
    assert first == ["a_1", "0.100", "0.600", "0.200", "0.300", "0.600", "0.400"]
    assert second == ["a_2", "0.200", "0.600", "0.300", "", "", ""]
    assert mean == ["mean", "0.150", "0.600", "0.250", "0.300", "0.600", "0.400"]
