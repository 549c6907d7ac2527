"""Runs on disk: locks, what can be resumed, and what is deleted."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

# As plugin 0.1.0 wrote it.
JOB_OF_0_1_0 = (
    '{"version": 1, "request": "run", "id": "20240101-120000-000001", "job": "finetune", '
    '"arguments": {"sar": ["/data/sar.tif"], "labels": "/p/runs/1/houses.gpkg", '
    '"out": "/p/models/Town \\u2013 1", "optical": "/data/rgb.tif", '
    '"area": {"wkt": "POLYGON((0 0,1 0,1 1,0 0))", "crs": "EPSG:32631"}, '
    '"base": "/p/models/base", "title": "Town \\u2013 1", "polarisations": ["VV", "VH"], '
    '"radiometry": "db", "effort": "thorough", "scope": "heads", "steps": 0, "batch": 2, '
    '"learning_rate": 0.0003, "losses": {"temperature": 3.0, "lambda_msa": 0.5, '
    '"lambda_mfa": 1.0, "lambda_edge": 0.25, "lambda_contact": 0.1, "distance": "kl", '
    '"mutual": false, "share": true, "decoders": true}, "frozen_teacher": true, "seed": 7, '
    '"device": "cpu"}}\n'
)


def a_job(out: Path, title: str = "Town – 1") -> Any:
    from cmhcl_footprints.core.hatch.jobs import (
        Area,
        FinetuneJob,
        LossSettings,
        SceneInput,
        TrainingSettings,
    )

    area = Area("POLYGON((0 0,1 0,1 1,0 0))", "EPSG:32631")
    return FinetuneJob(
        scene=SceneInput(sar=("a.tif",), area=area),
        labels="l.gpkg",
        out=str(out),
        title=title,
        training=TrainingSettings(losses=LossSettings(temperature=3.0)),
    )


def a_run(folder: Path, out: Path) -> Any:
    """A run with a job, locked by this process."""
    from cmhcl_footprints.cmhcl_plugin.runs.run import create_run

    run = create_run(folder)
    run.write_job(a_job(out))
    return run


def test_locked_run_is_not_interrupted(tmp_path: Path) -> None:
    from cmhcl_footprints.cmhcl_plugin.runs.run import interrupted_runs

    run = a_run(tmp_path / "runs", tmp_path / "m")
    assert interrupted_runs(tmp_path / "runs") == []
    run.release()
    (found,) = interrupted_runs(tmp_path / "runs")
    assert found.folder == run.folder and found.job == run.job and found.title == "Town – 1"
    assert interrupted_runs(tmp_path / "runs") == []


def test_run_of_a_process_is_interrupted_once_that_was_killed(
    tmp_path: Path, plugin_folder: Path
) -> None:
    from cmhcl_footprints.cmhcl_plugin.runs.run import interrupted_runs

    code = (
        "import sys, time, pathlib; sys.path.insert(0, sys.argv[1]);"
        "from cmhcl_footprints.cmhcl_plugin.runs.run import create_run;"
        "from cmhcl_footprints.core.hatch.jobs import FinetuneJob, SceneInput;"
        "run = create_run(pathlib.Path(sys.argv[2]));"
        "run.write_job(FinetuneJob(SceneInput(('a',)), labels='l', out='o'));"
        "print('written', flush=True); time.sleep(60)"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code, str(plugin_folder.parent), str(tmp_path)],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout and process.stdout.readline() == "written\n"
    assert interrupted_runs(tmp_path) == []
    process.kill()
    process.wait()
    (found,) = interrupted_runs(tmp_path)
    assert found.job.out == "o"


def test_run_of_plugin_0_1_0_is_interrupted_and_has_its_job(tmp_path: Path) -> None:
    from cmhcl_footprints.cmhcl_plugin.runs.run import interrupted_runs, model_folders
    from cmhcl_footprints.core.hatch import jobs

    folder = tmp_path / "20240101-120000-000001"
    folder.mkdir()
    (folder / "job.json").write_text(JOB_OF_0_1_0, encoding="utf-8")
    assert model_folders(tmp_path) == {"/p/models/Town – 1"}
    (run,) = interrupted_runs(tmp_path)
    assert run.title == "Town – 1" and run.blocks == folder / "blocks.geojson"
    assert run.job == jobs.FinetuneJob(
        scene=jobs.SceneInput(
            sar=("/data/sar.tif",),
            optical="/data/rgb.tif",
            polarisations=("VV", "VH"),
            radiometry="db",
            area=jobs.Area("POLYGON((0 0,1 0,1 1,0 0))", "EPSG:32631"),
        ),
        labels="/p/runs/1/houses.gpkg",
        out="/p/models/Town – 1",
        base="/p/models/base",
        title="Town – 1",
        effort="thorough",
        training=jobs.TrainingSettings(
            steps=0,
            batch=2,
            learning_rate=0.0003,
            losses=jobs.LossSettings(temperature=3.0, lambda_msa=0.5),
            scope="heads",
            frozen_teacher=True,
            seed=7,
            device="cpu",
        ),
    )


def test_deleted_run_takes_its_checkpoint_but_not_the_model(tmp_path: Path) -> None:
    out = tmp_path / "model"
    run = a_run(tmp_path / "runs", out)
    out.mkdir()
    others = [tmp_path / "model 2.checkpoint", out / "weights.safetensors"]
    for path in [*others, tmp_path / "model.checkpoint"]:
        path.touch()
    unfinished = tmp_path / ".model.checkpoint.unfinished"
    unfinished.mkdir()
    run.delete()
    assert not unfinished.exists()
    assert not run.folder.exists()
    assert sorted(tmp_path.glob("model*")) == sorted([out, others[0]])
    assert others[1].exists()


def test_run_without_a_job_is_deleted(tmp_path: Path) -> None:
    from cmhcl_footprints.cmhcl_plugin.runs.run import create_run, interrupted_runs

    run = create_run(tmp_path)
    (run.folder / "houses.gpkg").touch()
    run.release()
    assert interrupted_runs(tmp_path) == []
    assert list(tmp_path.iterdir()) == []


def test_job_that_cannot_be_read_is_left_alone(tmp_path: Path) -> None:
    from cmhcl_footprints.cmhcl_plugin.runs.run import create_run, interrupted_runs

    unknown = json.loads(JOB_OF_0_1_0)
    unknown["arguments"]["effort"] = "endless"
    for text in ('{"version": 99}', json.dumps(unknown), "{"):
        run = create_run(tmp_path)
        (run.folder / "job.json").write_text(text, encoding="utf-8")
        run.release()
        assert interrupted_runs(tmp_path) == []
        assert run.folder.is_dir()


def test_model_folders_are_those_of_all_runs(tmp_path: Path) -> None:
    from cmhcl_footprints.cmhcl_plugin.runs.run import interrupted_runs, model_folders

    runs = [a_run(tmp_path / "runs", tmp_path / name) for name in ("a", "b")]
    assert model_folders(tmp_path / "runs") == {run.job.out for run in runs}
    assert model_folders(tmp_path / "none") == set()
    assert interrupted_runs(tmp_path / "none") == []


def test_folder_that_cannot_be_created_is_reported(tmp_path: Path) -> None:
    from cmhcl_footprints.cmhcl_plugin.runs.run import create_run
    from cmhcl_footprints.core.hatch.errors import InputError

    (tmp_path / "file").touch()
    with pytest.raises(InputError, match="cannot be written"):
        create_run(tmp_path / "file" / "runs")


def an_extraction(folder: Path, out: Path) -> Any:
    """The run of an extraction, locked by this process."""
    from cmhcl_footprints.cmhcl_plugin.runs.run import create_run
    from cmhcl_footprints.core.hatch.jobs import ExtractJob, SceneInput

    run = create_run(folder)
    run.write_job(ExtractJob(SceneInput(sar=("/data/Größe.tif",)), str(out)))
    return run


def test_extraction_is_interrupted_and_has_its_job(tmp_path: Path) -> None:
    from cmhcl_footprints.cmhcl_plugin.runs.run import interrupted_runs, model_folders

    run = an_extraction(tmp_path / "runs", tmp_path / "out.gpkg")
    run.release()
    (found,) = interrupted_runs(tmp_path / "runs")
    assert found.job == run.job and found.title == "Größe"
    assert model_folders(tmp_path / "runs") == set()


@pytest.mark.parametrize("alive", [False, True])
def test_deleted_extraction_takes_its_strips_unless_they_are_in_use(
    tmp_path: Path, alive: bool
) -> None:
    from cmhcl_footprints.core.hatch.files import unfinished_path
    from cmhcl_footprints.core.hatch.remains import LOCK
    from cmhcl_footprints.core.hatch.resume_folders import strips_folder

    out = tmp_path / "out.gpkg"
    run = an_extraction(tmp_path / "runs", out)
    out.touch()
    for folder, name in ((strips_folder(out), "a-00000.npz"), (unfinished_path(out), LOCK)):
        folder.mkdir()
        (folder / name).touch()
    code = "import fcntl, sys; file = open(sys.argv[1]); fcntl.flock(file, fcntl.LOCK_EX);"
    code += "print('locked', flush=True); sys.stdin.read()"
    lock = str(unfinished_path(out) / LOCK) if alive else str(out)
    with subprocess.Popen(
        [sys.executable, "-c", code, lock], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout and other.stdout.readline()
        run.delete()
        assert strips_folder(out).is_dir() == alive and unfinished_path(out).exists() == alive
    assert out.exists() and not run.folder.exists()
