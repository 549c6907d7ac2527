"""The table of tasks: every job has one, an unknown job is an error, a model is loaded once."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from inspect import signature
from typing import Any

import pytest

from core import runner
from core.hatch.errors import InputError
from core.hatch.jobs import JOBS, EvaluateJob, ExtractJob, RegulariseJob, SceneInput, SimulateJob
from core.hatch.reporter import Reporter
from core.inference import engine_cache
from core.runner import ENGINE_JOBS, Runner, task_of


@dataclass(frozen=True)
class DanceJob:
    """A job that nothing does."""


def test_every_job_has_a_task():
    """Its first parameters are the job and, for ENGINE_JOBS, a loaded model; the last reports."""
    for job in JOBS.values():
        names = list(signature(task_of(job)).parameters)
        assert names[0] == "job" and names[-1] == "reporter"
        assert ("engine" in names) == (job in ENGINE_JOBS)


def test_unknown_job_is_an_error_and_never_a_training():
    unknown: Any = DanceJob()
    with pytest.raises(TypeError, match="DanceJob"):
        Runner().run(unknown, Reporter())


def test_outputs_are_checked_before_the_model_is_loaded(tmp_path):
    out = tmp_path / "o.gpkg"
    out.touch()
    job = ExtractJob(SceneInput(("a.tif",)), str(out), model="no model")
    with pytest.raises(InputError, match="The output exists"):
        Runner().run(job, Reporter())


@pytest.mark.parametrize("error", [InputError("The disk is full."), KeyboardInterrupt()])
def test_empty_folders_of_a_job_that_fails_are_removed(tmp_path, monkeypatch, error):
    out = tmp_path / "there" / "new" / "scene"
    out.parents[1].mkdir()

    def task(job: SimulateJob, _: Reporter) -> None:
        out.mkdir(parents=True)
        if job.seed:
            (out.parent / "of the user").touch()
        raise error

    monkeypatch.setattr(runner, "task_of", lambda _job: task)
    with pytest.raises(type(error)):
        Runner().run(SimulateJob(0, 64, str(out)), Reporter())
    assert list(tmp_path.rglob("*")) == [tmp_path / "there"]
    with pytest.raises(type(error)):
        Runner().run(SimulateJob(1, 64, str(out)), Reporter())
    assert [path.name for path in tmp_path.rglob("*")] == ["there", "new", "of the user"]


def test_model_is_loaded_again_only_if_model_or_device_changes(monkeypatch):
    loaded = []

    class Engine:
        name = reason = "test"

        def __init__(self, folder: Any, device: str) -> None:
            loaded.append((folder, device))

    monkeypatch.setattr(engine_cache, "load_engine", Engine)
    monkeypatch.setattr(runner, "task_of", lambda _job: lambda _job, loaded, _reporter: loaded)
    scene, run = SceneInput(("a.tif",)), Runner().run
    events: list[Any] = []
    first = run(ExtractJob(scene, "o.gpkg"), Reporter(events.append))
    assert events[0].message == "Loading the model"
    assert run(EvaluateJob(scene, "l.gpkg"), Reporter()) is first
    assert run(ExtractJob(scene, "o.gpkg", device="cpu"), Reporter()) is not first
    assert len(loaded) == 2


@pytest.mark.skipif(sys.platform == "win32", reason="limits of POSIX")
def test_limit_of_open_files_is_raised_and_refused_where_it_cannot_be(monkeypatch):
    import resource

    limits = resource.getrlimit(resource.RLIMIT_NOFILE)
    monkeypatch.setattr(runner, "check_outputs", lambda _: None)
    monkeypatch.setattr(runner, "task_of", lambda _: lambda *_: None)
    job = RegulariseJob("a.gpkg", "b.gpkg")
    try:
        resource.setrlimit(resource.RLIMIT_NOFILE, (64, limits[1]))
        Runner().run(job, Reporter())
        least = min(runner.OPEN_FILES, limits[1])
        assert resource.getrlimit(resource.RLIMIT_NOFILE) == (least, limits[1])
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, limits)
    monkeypatch.setattr(resource, "getrlimit", lambda _: (8, 8))
    monkeypatch.setattr(resource, "setrlimit", lambda *_: pytest.fail("there is nothing to raise"))
    with pytest.raises(InputError, match="Only 8 files may be open at a time; raise the limit to"):
        Runner().run(job, Reporter())


@pytest.mark.skipif(sys.platform == "win32", reason="limits of POSIX")
def test_limit_of_memory_that_would_end_the_process_is_refused(monkeypatch):
    import resource

    limit = resource.getrlimit(resource.RLIMIT_NOFILE)
    limits = {resource.RLIMIT_NOFILE: limit, resource.RLIMIT_AS: (1_000_000_000, -1)}
    monkeypatch.setattr(resource, "getrlimit", limits.__getitem__)
    monkeypatch.setattr(runner, "check_outputs", lambda _: None)
    monkeypatch.setattr(runner, "task_of", lambda _: lambda *_: None)
    with pytest.raises(InputError, match=r"Only 1,000 MB of memory may be used; raise .* 1,600 MB"):
        Runner().run(ExtractJob(SceneInput(("a.tif",)), "b.gpkg"), Reporter())
    assert Runner().run(RegulariseJob("a.gpkg", "b.gpkg"), Reporter()) is None
