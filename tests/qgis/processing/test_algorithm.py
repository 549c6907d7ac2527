"""How an algorithm runs its job: progress, cancelling, errors; mostly with the fake worker."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from algorithms import Feedback, raster, run
from qgis.core import QgsProcessingException

pytest_plugins = ["algorithm_fixtures"]
pytestmark = pytest.mark.usefixtures("provider")


@pytest.mark.parametrize(
    ("name", "parameters", "sentence"),
    [
        ("extract", {"SAR": ["missing.tif"]}, "value for SAR"),
        ("extract", {"EXTENT": "0,1,0,1", "AREA": "x.gpkg"}, "not both"),
        ("extract", {"POLARISATIONS": "VV,XX"}, "Polarisations are names among HH"),
        ("extract", {"THRESHOLD": "half"}, "threshold is not a number; write it like 0.5: half"),
        ("extract", {"MODEL": "/nowhere"}, "does not exist; choose another model: /nowhere"),
        ("simulate", {"STYLE": "lunar"}, "style must be one of perimeter"),
    ],
)
def test_wrong_parameters_are_named_in_one_sentence(
    simulated: Path, tmp_path: Path, name: str, parameters: dict[str, Any], sentence: str
) -> None:
    common = {"SAR": [str(simulated / "sar.tif")], "OUTPUT": str(tmp_path / "out.gpkg")}
    with pytest.raises(QgsProcessingException, match=sentence):
        run(name, **{**common, **parameters})
    assert list(tmp_path.iterdir()) == []


def test_a_python_without_torch_is_refused() -> None:
    from cmhcl_footprints.cmhcl_plugin.settings import Settings

    Settings(python="/usr/bin/python3").save()
    with pytest.raises(QgsProcessingException, match="/usr/bin/python3 has no torch"):
        run("check_environment")


@pytest.mark.slow
@pytest.mark.usefixtures("fake_worker")
@pytest.mark.parametrize("manner", ["polite", "stubborn"])
def test_cancelling_ends_the_worker(tmp_path: Path, manner: str) -> None:
    feedback = Feedback()
    feedback.progressChanged.connect(feedback.cancel)
    with pytest.raises(QgsProcessingException, match="Cancelled"):
        run("extract", feedback, SAR=raster(tmp_path, manner), OUTPUT=str(tmp_path / "o.gpkg"))
    assert not (tmp_path / "o.gpkg").exists()


@pytest.mark.usefixtures("fake_worker")
@pytest.mark.parametrize("name", ["extract", "check_environment"])
def test_cancelling_before_the_worker_is_up_ends_the_algorithm(tmp_path: Path, name: str) -> None:
    feedback = Feedback()
    feedback.cancel()
    sar = raster(tmp_path, "stubborn")
    with pytest.raises(QgsProcessingException, match="Cancelled"):
        run(name, feedback, SAR=sar, OUTPUT=str(tmp_path / "o.gpkg"))


@pytest.mark.usefixtures("fake_worker")
def test_a_crash_shows_the_last_lines_and_the_log(tmp_path: Path) -> None:
    feedback = Feedback()
    with pytest.raises(QgsProcessingException, match="ended unexpectedly"):
        run("extract", feedback, SAR=raster(tmp_path, "crash"), OUTPUT=str(tmp_path / "o.gpkg"))
    assert "the last words" in feedback.textLog() and "Log: " in feedback.textLog()


@pytest.mark.slow
def test_check_environment_reports_engine_and_speed() -> None:
    outputs = run("check_environment")
    assert outputs["ENGINE"].startswith(("OpenVINO", "PyTorch")) and outputs["REASON"]
    assert outputs["TILE_S"] > 0 and "torch" in outputs["REPORT"]
