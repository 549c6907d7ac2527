"""Run folders: who holds them, what is found after a cut, what goes when they go."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest


def a_job(out: Path, title: str = "Town – 1") -> Any:
    from cmhcl_footprints.core.hatch.jobs import Area, FinetuneJob, LossSettings

    return FinetuneJob(
        sar=("a.tif",),
        labels="l.gpkg",
        out=str(out),
        area=Area("POLYGON((0 0,1 0,1 1,0 0))", "EPSG:32631"),
        losses=LossSettings(temperature=3.0),
        title=title,
    )


def begun(folder: Path, out: Path) -> Any:
    from cmhcl_footprints.cmhcl_plugin.finetune import runs

    run = runs.create(folder)
    run.begin(a_job(out))
    return run


def test_a_run_under_way_is_nobody_elses(tmp_path: Path) -> None:
    from cmhcl_footprints.cmhcl_plugin.finetune import runs

    run = begun(tmp_path / "runs", tmp_path / "m")
    assert runs.cut_off(tmp_path / "runs") == []
    run.release()
    (found,) = runs.cut_off(tmp_path / "runs")
    assert found.folder == run.folder and found.job == run.job
    assert runs.cut_off(tmp_path / "runs") == []


def test_other_process_that_was_killed_leaves_its_run(tmp_path: Path, plugin_folder: Path) -> None:
    """The lock of a process that lives is respected, that of a dead one is not."""
    from cmhcl_footprints.cmhcl_plugin.finetune import runs

    code = (
        "import sys, time, pathlib; sys.path.insert(0, sys.argv[1]);"
        "from cmhcl_footprints.cmhcl_plugin import runs; from cmhcl_footprints.core.job import FinetuneJob;"
        "run = runs.create(pathlib.Path(sys.argv[2]));"
        "run.begin(FinetuneJob(sar=('a',), labels='l', out='o'));"
        "print('begun', flush=True); time.sleep(60)"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code, str(plugin_folder.parent), str(tmp_path)],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout and process.stdout.readline() == "begun\n"
    assert runs.cut_off(tmp_path) == []
    process.kill()
    process.wait()
    (found,) = runs.cut_off(tmp_path)
    assert found.job.out == "o"


def test_removed_with_its_checkpoint_alone(tmp_path: Path) -> None:
    out = tmp_path / "model"
    run = begun(tmp_path / "runs", out)
    out.mkdir()
    others = [tmp_path / "model 2.checkpoint", out / "weights.safetensors"]
    for path in [*others, tmp_path / "model.checkpoint", tmp_path / "model.checkpoint.partial"]:
        path.touch()
    run.remove()
    assert not run.folder.exists()
    assert sorted(tmp_path.glob("model*")) == sorted([out, others[0]])
    assert others[1].exists()


def test_what_never_began_is_swept_away(tmp_path: Path) -> None:
    from cmhcl_footprints.cmhcl_plugin.finetune import runs

    run = runs.create(tmp_path)
    (run.folder / "houses.gpkg").touch()
    run.release()
    assert runs.cut_off(tmp_path) == []
    assert list(tmp_path.iterdir()) == []


def test_job_of_another_version_is_left_alone(tmp_path: Path) -> None:
    from cmhcl_footprints.cmhcl_plugin.finetune import runs

    run = runs.create(tmp_path)
    (run.folder / "job.json").write_text('{"version": 99}')
    run.release()
    assert runs.cut_off(tmp_path) == []
    assert run.folder.is_dir()


def test_models_that_runs_will_become(tmp_path: Path) -> None:
    from cmhcl_footprints.cmhcl_plugin.finetune import runs

    kept = [begun(tmp_path / "runs", tmp_path / name) for name in ("a", "b")]
    assert runs.outs(tmp_path / "runs") == {run.job.out for run in kept}
    assert runs.outs(tmp_path / "none") == set() and runs.cut_off(tmp_path / "none") == []


def test_folder_that_cannot_be_made(tmp_path: Path) -> None:
    from cmhcl_footprints.cmhcl_plugin.finetune import runs
    from cmhcl_footprints.core.hatch.errors import InputError

    (tmp_path / "file").touch()
    with pytest.raises(InputError, match="cannot be written"):
        runs.create(tmp_path / "file" / "runs")
