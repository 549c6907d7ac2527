"""The algorithm cmhcl:finetune, mostly with the fake worker."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import scenes
from algorithms import Feedback, algorithm, raster, run
from qgis.core import QgsProcessingContext, QgsProject, QgsVectorLayer

pytest_plugins = ["algorithm_fixtures"]
pytestmark = pytest.mark.usefixtures("provider")


@pytest.mark.slow
def test_a_fine_tuned_model_extracts(simulated: Path, tmp_path: Path) -> None:
    """Two steps make no better model, but a whole one."""
    sar = [str(simulated / "sar.tif")]
    outputs = run(
        "finetune",
        SAR=sar,
        LABELS=str(simulated / "buildings.geojson"),
        TITLE="Two steps",
        FOLDER=str(tmp_path / "models"),
        STEPS=2,
        BATCH=1,
    )
    assert Path(outputs["MODEL"]) == tmp_path / "models" / "Two steps"
    assert Path(outputs["REPORT"]).is_file() and outputs["VERDICT"]
    out = str(tmp_path / "out.gpkg")
    assert run("extract", SAR=sar, MODEL=outputs["MODEL"], OUTPUT=out)["OUTPUT"] == out
    layer = QgsVectorLayer(f"{out}|layername=footprints", "", "ogr")
    assert {feature["model"] for feature in layer.getFeatures()} <= {"Two steps"}


@pytest.mark.usefixtures("fake_worker")
@pytest.mark.parametrize("with_optical", [False, True])
def test_finetune_puts_a_model_into_the_library(
    tmp_path: Path, monkeypatch: Any, with_optical: bool
) -> None:
    from cmhcl_footprints.cmhcl_plugin.processing import finetune

    monkeypatch.setattr(finetune, "models_folder", lambda: tmp_path / "models")
    x, y = scenes.ORIGIN
    labels = scenes.add_polygon(f"Polygon (({x + 5} {y - 5}, {x + 20} {y - 5}, {x + 20} {y - 20}))")
    feedback = Feedback()
    optional = {"OPTICAL": raster(tmp_path, "optical")[0]} if with_optical else {}
    for expected in ("Łódź", "Łódź (2)"):
        outputs = run(
            "finetune",
            feedback,
            SAR=raster(tmp_path, "town"),
            LABELS=labels,
            TITLE="Łódź",
            **optional,
        )
        assert Path(outputs["MODEL"]) == tmp_path / "models" / expected
    assert Path(outputs["REPORT"]).read_text() == "<p>A report.</p>"
    assert outputs["VERDICT"] == "better" and outputs["IOU_BASE"] < outputs["IOU_NEW"]
    assert ("IOU_NEW_OPTICAL" in outputs) == with_optical
    assert "iou 0.4" in feedback.textLog()


X, Y = scenes.ORIGIN
SQUARE = f"Polygon (({X + 5} {Y - 5}, {X + 20} {Y - 5}, {X + 20} {Y - 20}))"


def test_corrections_are_those_of_labels_from_optical(tmp_path: Path) -> None:
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    chosen = algorithm("finetune")
    plain = {
        "SAR": raster(tmp_path, "town"),
        "OPTICAL": raster(tmp_path, "optical")[0],
        "LABELS": scenes.add_polygon(SQUARE),
        "CORRECTIONS": scenes.add_polygon(SQUARE, name="clicked"),
        "FOLDER": str(tmp_path),
    }
    optical = {**plain, "LABELS_FROM": "optical"}
    job = chosen.completed(chosen.job(optical, context), optical, context)
    assert Path(job.corrections).is_file() and "clicked" in Path(job.corrections).name
    assert chosen.job(plain, context).corrections == ""


def test_finetune_parameters_reach_the_job(tmp_path: Path) -> None:
    from cmhcl_footprints.core.hatch.errors import InputError
    from cmhcl_footprints.core.hatch.jobs import FROM_OPTICAL

    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    chosen = algorithm("finetune")

    def job_of(parameters: dict[str, Any]) -> Any:
        return chosen.completed(chosen.job(parameters, context), parameters, context)

    plain = {
        "SAR": raster(tmp_path, "town"),
        "LABELS": scenes.add_polygon(SQUARE),
        "FOLDER": str(tmp_path),
    }
    job = job_of(plain)
    scene = type(job.scene)(job.scene.sar)
    default = type(job)(scene, labels=job.labels, out=str(tmp_path / "town"), title="town")
    assert job == default and Path(job.labels).is_file()
    optical = {"LABELS_FROM": "optical", "OPTICAL": raster(tmp_path, "optical")[0]}
    job = chosen.job({**plain, **optical, "LABELS": None}, context)
    assert job.labels == FROM_OPTICAL and job.scene.optical
    both = {**plain, **optical, "LABELS_QUALITY": "partial"}
    assert chosen.job(both, context).labels_quality == "complete"
    with pytest.raises(InputError, match="no optical raster to take labels from"):
        chosen.job(plain | {"LABELS_FROM": "optical"}, context)
    with pytest.raises(InputError, match="There are no labels"):
        chosen.job({**plain, "LABELS": None}, context)
    changed = {
        "AREA": scenes.add_polygon(SQUARE, name="area"),
        "BASE": str(tmp_path / "base"),
        "LABELS_QUALITY": "partial",
        "EFFORT": "thorough",
        "SCOPE": "heads",
        "STEPS": 7,
        "BATCH": 2,
        "LEARNING_RATE": 0.01,
        "LAMBDA_MSA": 0.0,
        "DISTANCE": "mse",
        "FROZEN_TEACHER": True,
        "SEED": 3,
        "POLARISATIONS": "vv, vh",
        "RADIOMETRY": "db",
        "DEVICE": "cpu",
    }
    job = job_of(plain | changed)
    assert job.base == str(tmp_path / "base")
    scene, training = job.scene, job.training
    assert scene.area and scene.polarisations == ("VV", "VH") and scene.radiometry == "db"
    assert job.labels_quality == "partial"
    assert job.effort == "thorough" and training.scope == "heads"
    assert (training.steps, training.batch, training.learning_rate) == (7, 2, 0.01)
    assert (training.seed, training.device, training.frozen_teacher) == (3, "cpu", True)
    assert training.losses.lambda_msa == 0 and training.losses.distance == "mse"
