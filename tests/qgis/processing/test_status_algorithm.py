"""The algorithm cmhcl:status."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import scenes
from algorithms import run
from qgis.core import QgsProcessingException

pytest_plugins = ["algorithm_fixtures"]
pytestmark = pytest.mark.usefixtures("provider")


@pytest.fixture
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A library and runs of the test's own."""
    module = "cmhcl_footprints.cmhcl_plugin.processing.status"
    monkeypatch.setattr(f"{module}.models_folder", lambda: tmp_path / "models")
    monkeypatch.setattr(f"{module}.runs_folder", lambda: tmp_path / "runs")
    return tmp_path


@pytest.mark.usefixtures("fake_worker")
def test_status_is_json_with_device_models_and_runs(folders: Path) -> None:
    from cmhcl_footprints.cmhcl_plugin.runs.run import create_run
    from cmhcl_footprints.core.hatch.jobs import ExtractJob, SceneInput

    (folders / "models" / "broken").mkdir(parents=True)
    saved = create_run(folders / "runs")
    saved.write_job(ExtractJob(SceneInput(("a.tif",)), out="a.gpkg"))
    outputs = run("status", OUTPUT=str(folders / "status.json"))
    status = json.loads(outputs["STATUS"])
    assert status == json.loads((folders / "status.json").read_text(encoding="utf-8"))
    environment = status["environment"]
    assert environment["device"] == "CPU" and environment["reason"] == "a fake"
    assert Path(environment["python"]).exists() and environment["problem"] == ""
    default, broken = status["models"]
    assert default["is_default"] and 0 < default["threshold"] < 1 and not default["problem"]
    assert broken["name"] == "broken" and broken["problem"] and broken["threshold"] is None
    assert status["saved_runs"] == [{"job": "extract", "out": "a.gpkg", "state": "in use"}]
    assert status["running"] == []
    saved.release()
    again = json.loads(run("status", START=False)["STATUS"])
    assert [found["state"] for found in again["saved_runs"]] == ["interrupted"]
    assert "device" not in again["environment"]


@pytest.mark.usefixtures("folders")
def test_status_has_the_running_jobs(fake_root: Path, qtbot: Any, tmp_path: Path) -> None:
    from cmhcl_footprints.cmhcl_plugin.worker.process import WorkerProcess
    from cmhcl_footprints.cmhcl_plugin.worker.task import JobTask
    from cmhcl_footprints.core.hatch.jobs import ExtractJob, SceneInput
    from qgis.core import QgsApplication

    sar = scenes.write_raster(tmp_path / "polite.tif", scenes.speckle())
    worker = WorkerProcess(root=fake_root)
    handle = worker.submit(ExtractJob(SceneInput((str(sar),)), out=str(tmp_path / "a.gpkg")))
    task = JobTask("A long job", handle)
    QgsApplication.taskManager().addTask(task)
    qtbot.waitUntil(lambda: task.progress() > 0, timeout=15_000)
    running = json.loads(run("status", START=False)["STATUS"])["running"]
    assert running == [{"job": "extract", "title": "A long job", "percent": 25.0}]
    worker.stop()


@pytest.mark.usefixtures("folders")
def test_missing_python_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    module = "cmhcl_footprints.cmhcl_plugin.processing.status"
    monkeypatch.setattr(f"{module}.find_python", lambda: None)
    environment = json.loads(run("status")["STATUS"])["environment"]
    assert environment["python"] is None and environment["problem"]


@pytest.mark.parametrize("name", ["a.gpkg", "folder"])
def test_status_replaces_nothing_of_another_kind(folders: Path, name: str) -> None:
    out = folders / name
    (folders / "folder").mkdir()
    (folders / "a.gpkg").write_text("the user's")
    sentence = r"^The output must end in \.json; change its name: "
    with pytest.raises(QgsProcessingException, match=sentence):
        run("status", OUTPUT=str(out), START=False)
    assert (folders / "a.gpkg").read_text() == "the user's"


def test_status_that_cannot_be_written_is_told_in_one_sentence(folders: Path) -> None:
    (folders / "a.json").mkdir()
    with pytest.raises(QgsProcessingException, match=r"^The output cannot be replaced") as caught:
        run("status", OUTPUT=str(folders / "a.json"), START=False)
    assert str(caught.value).count("choose another") == 1
