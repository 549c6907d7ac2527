"""The algorithm cmhcl:extract with the real worker."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from typing import Any, Optional

import pytest
import scenes
from algorithms import Feedback, algorithm, run
from qgis.core import (
    QgsApplication,
    QgsProcessing,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelParameter,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingUtils,
    QgsProject,
    QgsProperty,
    QgsRasterLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QVariant

pytest_plugins = ["algorithm_fixtures"]
pytestmark = pytest.mark.usefixtures("provider")


@pytest.mark.slow
def test_extract_gives_what_the_dialog_gives(simulated: Path, tmp_path: Path) -> None:
    feedback = Feedback()
    outputs = run(
        "extract", feedback, SAR=[str(simulated / "sar.tif")], OUTPUT=str(tmp_path / "out.gpkg")
    )
    layer = QgsVectorLayer(f"{outputs['OUTPUT']}|layername=footprints", "", "ogr")
    assert layer.featureCount() == outputs["FOOTPRINTS"] > 0
    assert {"confidence", "area_m2", "optical_share"} <= set(layer.fields().names())
    assert feedback.shares[-1] == pytest.approx(100) and "PyTorch" in feedback.textLog()
    assert list(tmp_path.iterdir()) == [tmp_path / "out.gpkg"]


@pytest.mark.slow
def test_extract_in_8_bits_says_that_a_small_scene_does_without(
    simulated: Path, tmp_path: Path
) -> None:
    feedback, out = Feedback(), tmp_path / "out.gpkg"
    outputs = run(
        "extract", feedback, SAR=[str(simulated / "sar.tif")], OUTPUT=str(out), DEVICE="cpu-int8"
    )
    assert outputs["FOOTPRINTS"] > 0
    assert "8-bit inference is not used: the scene is too small" in feedback.textLog()


@pytest.mark.slow
def test_extract_with_relative_paths(simulated: Path, tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.chdir(simulated)
    out = os.path.relpath(tmp_path / "out.gpkg")
    outputs = run("extract", SAR=["sar.tif"], OUTPUT=out)
    assert Path(outputs["OUTPUT"]) == Path(out).absolute() and (tmp_path / "out.gpkg").is_file()


@pytest.mark.slow
def test_extract_writes_a_temporary_geopackage_by_default(simulated: Path) -> None:
    outputs = run("extract", SAR=[str(simulated / "sar.tif")], OUTPUT="TEMPORARY_OUTPUT")
    assert outputs["OUTPUT"].endswith(".gpkg") and Path(outputs["OUTPUT"]).is_file()


@pytest.mark.slow
def test_extension_decides_the_format(simulated: Path, tmp_path: Path) -> None:
    sar, out = [str(simulated / "sar.tif")], tmp_path / "out.fgb"
    outputs = run("extract", SAR=sar, OUTPUT=str(out))
    assert outputs["OUTPUT"] == str(out) and out.read_bytes().startswith(b"fgb")
    layer = QgsVectorLayer(f"{out}|layername=footprints", "", "ogr")
    assert layer.featureCount() == outputs["FOOTPRINTS"] > 0


def test_format_that_cannot_be_written_is_refused(simulated: Path, tmp_path: Path) -> None:
    with pytest.raises(QgsProcessingException, match=r"must end in \.gpkg"):
        run("extract", SAR=[str(simulated / "sar.tif")], OUTPUT=str(tmp_path / "out.shp"))
    assert not list(tmp_path.glob("out*"))


@pytest.mark.parametrize("name", ["extract", "regularise"])
def test_path_that_qgis_would_not_find_again_is_refused(
    name: str, simulated: Path, tmp_path: Path, monkeypatch: Any
) -> None:
    from cmhcl_footprints.cmhcl_plugin.layers import output_paths

    monkeypatch.setattr(output_paths, "_opens_escapes", lambda: False)  # as in QGIS 3.22
    inputs = {"SAR": [str(simulated / "sar.tif")]}
    if name == "regularise":
        inputs = {"INPUT": str(simulated / "buildings.geojson")}
    with pytest.raises(QgsProcessingException, match="cannot open a GeoPackage with “%20” in its"):
        run(name, OUTPUT=str(tmp_path / "a%20b.gpkg"), **inputs)
    assert not list(tmp_path.iterdir())


def test_online_layer_as_optical_is_refused(simulated: Path, tmp_path: Path) -> None:
    uri = "type=xyz&url=http://127.0.0.1/{z}/{x}/{y}.png&zmin=0&zmax=3"
    layer = QgsRasterLayer(uri, "basemap", "wms")
    QgsProject.instance().addMapLayer(layer, False)
    sar, out = [str(simulated / "sar.tif")], tmp_path / "out.gpkg"
    with pytest.raises(QgsProcessingException, match=r"“basemap” is an online layer, not a file"):
        run("extract", SAR=sar, OPTICAL=layer.id(), OUTPUT=str(out))
    assert not out.exists()


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["extent", "extent without system", "area"])
def test_extract_within_a_part(simulated: Path, tmp_path: Path, kind: str) -> None:
    sar = scenes.add_raster(simulated / "sar.tif")
    half = sar.extent()
    half.setXMaximum(half.center().x())
    crs = sar.crs().authid()
    corners = f"{half.xMinimum()},{half.xMaximum()},{half.yMinimum()},{half.yMaximum()}"
    if kind == "area":
        limit = {"AREA": scenes.add_polygon(half.asWktPolygon(), crs=crs)}
    else:
        limit = {"EXTENT": corners if "without" in kind else f"{corners} [{crs}]"}
    context = QgsProcessingContext()  # of no project, so of no coordinate system of its own
    if kind == "area":
        context.setProject(QgsProject.instance())
    outputs = run(
        "extract", None, context, SAR=[sar.source()], OUTPUT=str(tmp_path / "o.gpkg"), **limit
    )
    layer = QgsVectorLayer(f"{outputs['OUTPUT']}|layername=footprints", "", "ogr")
    assert layer.featureCount() > 0
    assert layer.extent().xMaximum() <= half.xMaximum() + 2


@pytest.mark.slow
def test_in_the_background_a_styled_layer_is_loaded(simulated: Path, qtbot: Any) -> None:
    """As from the toolbox: in a thread of the task manager, while QGIS's event loop goes on."""
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback()
    context.setProject(QgsProject.instance())
    output = QgsProcessingOutputLayerDefinition("TEMPORARY_OUTPUT", QgsProject.instance())
    parameters = {"SAR": [str(simulated / "sar.tif")], "OUTPUT": output, "MIN_AREA": 31}
    parameters["PROBABILITY"] = QgsProcessingOutputLayerDefinition(
        "TEMPORARY_OUTPUT", QgsProject.instance()
    )
    chosen = algorithm("extract")
    task = QgsProcessingAlgRunnerTask(chosen, parameters, context, feedback)
    ended: list[tuple[bool, dict[str, Any]]] = []
    task.executed.connect(lambda ok, outputs: ended.append((ok, outputs)))
    QgsApplication.taskManager().addTask(task)
    qtbot.waitUntil(lambda: bool(ended), timeout=120_000)
    ok, outputs = ended[0]
    assert ok and outputs["FOOTPRINTS"] > 0
    assert Path(outputs["PROBABILITY"]).is_file()
    loaded = context.layersToLoadOnCompletion()
    assert set(loaded) == {outputs["OUTPUT"], outputs["PROBABILITY"]}
    probabilities = QgsProcessingUtils.mapLayerFromString(outputs["PROBABILITY"], context)
    loaded[outputs["PROBABILITY"]].postProcessor().postProcessLayer(
        probabilities, context, feedback
    )
    assert probabilities.renderer().type() == "singlebandpseudocolor"
    path, details = outputs["OUTPUT"], loaded[outputs["OUTPUT"]]
    layer = QgsProcessingUtils.mapLayerFromString(path, context)
    details.postProcessor().postProcessLayer(layer, context, feedback)
    assert layer.featureCount() == outputs["FOOTPRINTS"]
    assert layer.renderer().type() == "categorizedSymbol"
    assert layer.renderer().categories()[0].value() == "low"
    # The dialog takes it as a result of its own.
    from cmhcl_footprints.cmhcl_plugin.layers.content import PROPERTY, Source
    from cmhcl_footprints.cmhcl_plugin.layers.provenance import (
        find_probability_file,
        read_provenance,
    )

    provenance = read_provenance(layer)
    assert provenance.job.min_area_m2 == 31 and provenance.job.scene.sar == (
        str(simulated / "sar.tif"),
    )
    assert str(find_probability_file(layer, provenance)) == outputs["PROBABILITY"]
    assert "Smallest area: 31 m²" in layer.metadata().abstract() and layer.isValid()
    digest = Source.of(layer).digest()
    qtbot.waitUntil(lambda: layer.customProperty(PROPERTY) == digest, timeout=15_000)


def test_scheduler_computes_the_same_extraction_on_a_cluster(
    simulated: Path, tmp_path: Path, monkeypatch: Any
) -> None:
    from cmhcl_footprints.cmhcl_plugin.processing import algorithm as base
    from cmhcl_footprints.core.hatch.jobs import ClusterJob
    from cmhcl_footprints.core.hatch.results import ClusterResult

    jobs: list[Any] = []

    def run_job(job: Any, _feedback: Any) -> ClusterResult:
        jobs.append(job)
        out = getattr(job, "extract", job).out
        return ClusterResult(7, out, "", 4, 4, 0.4, "town", 1.0, 0.1, "Dask, local:2")

    monkeypatch.setattr(base, "run_job", run_job)
    parameters = {"SAR": [str(simulated / "sar.tif")], "OUTPUT": str(tmp_path / "o.gpkg")}
    run("extract", **parameters, MIN_AREA=31)
    outputs = run("extract", **parameters, MIN_AREA=31, SCHEDULER=" tcp://head:8786 ")
    assert jobs[1] == ClusterJob(jobs[0], "tcp://head:8786")
    assert jobs[0].out == outputs["OUTPUT"] == str(tmp_path / "o.gpkg")
    assert jobs[0].min_area_m2 == 31 and outputs["FOOTPRINTS"] == 7


@pytest.mark.slow
def test_extract_as_a_step_of_a_model(simulated: Path, tmp_path: Path) -> None:
    model = QgsProcessingModelAlgorithm("m", "m")
    model.addModelParameter(
        QgsProcessingParameterMultipleLayers(
            "rasters", "rasters", layerType=QgsProcessing.SourceType.TypeRaster
        ),
        QgsProcessingModelParameter("rasters"),
    )
    child = QgsProcessingModelChildAlgorithm("cmhcl:extract")
    child.setChildId("step")
    sources = {
        "SAR": QgsProcessingModelChildParameterSource.fromModelParameter("rasters"),
        "MIN_AREA": QgsProcessingModelChildParameterSource.fromStaticValue(50),
        "OUTPUT": QgsProcessingModelChildParameterSource.fromStaticValue(str(tmp_path / "o.gpkg")),
    }
    for name, source in sources.items():
        child.addParameterSources(name, [source])
    model.addChildAlgorithm(child)
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    rasters = [str(simulated / "sar.tif")]
    _, ok = model.run({"rasters": rasters}, context, QgsProcessingFeedback())
    assert ok
    layer = QgsVectorLayer(f"{tmp_path / 'o.gpkg'}|layername=footprints", "", "ogr")
    assert min(feature["area_m2"] for feature in layer.getFeatures()) >= 50


@pytest.mark.usefixtures("fake_worker")
def test_model_is_chosen_by_its_name_or_by_its_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from cmhcl_footprints.cmhcl_plugin.processing import scene_algorithm
    from cmhcl_footprints.core.hatch.library import DEFAULT_MODEL

    shutil.copytree(DEFAULT_MODEL, tmp_path / "models" / "mine")
    manifest = tmp_path / "models" / "mine" / "manifest.json"
    values = json.loads(manifest.read_text(encoding="utf-8"))
    manifest.write_text(json.dumps({**values, "name": "Mine"}), encoding="utf-8")
    monkeypatch.setattr(scene_algorithm, "models_folder", lambda: tmp_path / "models")
    chosen, context = algorithm("extract"), QgsProcessingContext()
    options = chosen.parameterDefinition("MODEL_NAME").options()
    assert len(options) == 2 and options[1] == "Mine"
    mine = str(tmp_path / "models" / "mine")
    for parameters, folder in (
        ({}, ""),
        ({"MODEL_NAME": options[0]}, ""),
        ({"MODEL_NAME": "Mine"}, mine),
        ({"MODEL_NAME": options[0], "MODEL": "/else"}, "/else"),
    ):
        assert chosen.model_folder(parameters, "MODEL", context) == folder


@pytest.mark.parametrize(
    ("value", "threshold"),
    [
        (None, None),
        ("", None),
        (QVariant(QVariant.Double), None),  # of an expression in a model
        (QgsProperty.fromExpression("NULL"), None),
        (QgsProperty.fromExpression("1 / 8.0"), 0.125),
        ("0.7", 0.7),
        ("0,7", 0.7),  # as it is written in German
        (0.1 + 0.2, 0.1 + 0.2),
        (0, 0.0),
    ],
)
def test_empty_threshold_is_that_of_the_model(value: Any, threshold: Optional[float]) -> None:
    parameters = {"THRESHOLD": value}
    assert algorithm("extract").prediction(parameters, QgsProcessingContext()).threshold == (
        threshold
    )
