"""The Processing algorithms, with the real worker; fine-tuning with a fake one."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import scenes
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsGeometry,
    QgsProcessing,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingFeedback,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelParameter,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingUtils,
    QgsProject,
    QgsVectorLayer,
)

ALGORITHMS = {"extract", "finetune", "evaluate", "regularise", "simulate", "check_environment"}


@pytest.fixture(autouse=True)
def provider() -> Iterator[Any]:
    """The provider, registered as qgis_process does: without any window."""
    import cmhcl_footprints

    plugin = cmhcl_footprints.classFactory(None)
    plugin.initProcessing()
    yield plugin.provider
    QgsApplication.processingRegistry().removeProvider("cmhcl")


@pytest.fixture
def fake(fake_root: Path, monkeypatch: Any) -> None:
    """A fake worker for every algorithm."""
    from cmhcl_footprints.cmhcl_plugin.worker import blocking
    from cmhcl_footprints.cmhcl_plugin.worker.process import Worker

    monkeypatch.setattr(blocking, "Worker", lambda: Worker(root=fake_root))


class Feedback(QgsProcessingFeedback):
    """Remembers what it is told."""

    def __init__(self) -> None:
        super().__init__(False)
        self.shares: list[float] = []
        self.progressChanged.connect(self.shares.append)


def algorithm(name: str) -> Any:
    return QgsApplication.processingRegistry().createAlgorithmById(f"cmhcl:{name}")


def run(name: str, feedback: Any = None, context: Any = None, **parameters: Any) -> dict[str, Any]:
    """Outputs of an algorithm, as ``processing.run`` gives them. Raises QgsProcessingException."""
    if context is None:
        context = QgsProcessingContext()
        context.setProject(QgsProject.instance())
    chosen = algorithm(name)
    allowed, problem = chosen.checkParameterValues(parameters, context)
    if not allowed:
        raise QgsProcessingException(problem)
    outputs, ok = chosen.run(
        parameters, context, feedback or QgsProcessingFeedback(), catchExceptions=False
    )
    assert ok
    return outputs


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A simulated scene, by the algorithm itself."""
    import cmhcl_footprints

    plugin = cmhcl_footprints.classFactory(None)
    plugin.initProcessing()
    folder = tmp_path_factory.mktemp("scene with späces") / "new"
    outputs = run("simulate", SEED=1, SIZE=256, OUTPUT=str(folder))
    QgsApplication.processingRegistry().removeProvider("cmhcl")
    assert outputs["BUILDINGS"] > 0
    assert {Path(outputs[name]).name for name in ("SAR_LAYER", "OPTICAL_LAYER")} == {
        "sar.tif",
        "optical.tif",
    }
    return folder


# The provider


def test_every_algorithm_explains_itself(provider: Any) -> None:
    assert {found.name() for found in provider.algorithms()} == ALGORITHMS
    assert not provider.icon().isNull()
    for found in provider.algorithms():
        assert len(found.shortHelpString()) > 80 and found.group() and found.tags()
        assert all(parameter.help() for parameter in found.parameterDefinitions())
        assert not found.icon().isNull()


def test_the_provider_comes_and_goes_with_the_plugin(qgis_iface: Any) -> None:
    import cmhcl_footprints

    registry = QgsApplication.processingRegistry()
    registry.removeProvider("cmhcl")  # the fixture's
    plugin = cmhcl_footprints.classFactory(qgis_iface)
    plugin.initGui()
    assert registry.providerById("cmhcl")
    plugin.unload()
    assert registry.providerById("cmhcl") is None


# Extract


def test_extract_gives_what_the_dialog_gives(scene: Path, tmp_path: Path) -> None:
    feedback = Feedback()
    outputs = run(
        "extract", feedback, SAR=[str(scene / "sar.tif")], OUTPUT=str(tmp_path / "out.gpkg")
    )
    layer = QgsVectorLayer(f"{outputs['OUTPUT']}|layername=footprints", "", "ogr")
    assert layer.featureCount() == outputs["FOOTPRINTS"] > 0
    assert {"confidence", "area_m2", "optical_share"} <= set(layer.fields().names())
    assert feedback.shares[-1] == pytest.approx(100) and "PyTorch" in feedback.textLog()
    assert list(tmp_path.iterdir()) == [tmp_path / "out.gpkg"]


def test_extract_with_relative_paths(scene: Path, tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.chdir(scene)
    out = os.path.relpath(tmp_path / "out.gpkg")
    outputs = run("extract", SAR=["sar.tif"], OUTPUT=out)
    assert Path(outputs["OUTPUT"]) == Path(out).absolute() and (tmp_path / "out.gpkg").is_file()


def test_extract_writes_a_temporary_geopackage_by_default(scene: Path) -> None:
    outputs = run("extract", SAR=[str(scene / "sar.tif")], OUTPUT="TEMPORARY_OUTPUT")
    assert outputs["OUTPUT"].endswith(".gpkg") and Path(outputs["OUTPUT"]).is_file()


@pytest.mark.parametrize("kind", ["extent", "extent without system", "area"])
def test_extract_within_a_part(scene: Path, tmp_path: Path, kind: str) -> None:
    sar = scenes.add_raster(scene / "sar.tif")
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


def test_in_the_background_a_styled_layer_is_loaded(scene: Path, qtbot: Any) -> None:
    """As from the toolbox: in a thread of the task manager, while QGIS's event loop goes on."""
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback()
    context.setProject(QgsProject.instance())
    output = QgsProcessingOutputLayerDefinition("TEMPORARY_OUTPUT", QgsProject.instance())
    parameters = {"SAR": [str(scene / "sar.tif")], "OUTPUT": output, "MIN_AREA": 31}
    parameters["PROBABILITY"] = "TEMPORARY_OUTPUT"
    chosen = algorithm("extract")
    task = QgsProcessingAlgRunnerTask(chosen, parameters, context, feedback)
    ended: list[tuple[bool, dict[str, Any]]] = []
    task.executed.connect(lambda ok, outputs: ended.append((ok, outputs)))
    QgsApplication.taskManager().addTask(task)
    qtbot.waitUntil(lambda: bool(ended), timeout=120_000)
    ok, outputs = ended[0]
    assert ok and outputs["FOOTPRINTS"] > 0
    assert Path(outputs["PROBABILITY"]).is_file()
    ((path, details),) = context.layersToLoadOnCompletion().items()
    assert path == outputs["OUTPUT"]
    layer = QgsProcessingUtils.mapLayerFromString(path, context)
    details.postProcessor().postProcessLayer(layer, context, feedback)
    assert layer.featureCount() == outputs["FOOTPRINTS"]
    assert layer.renderer().type() == "graduatedSymbol"
    assert layer.renderer().classAttribute() == "confidence"
    # The dialog takes it as a result of its own.
    from cmhcl_footprints.cmhcl_plugin.layers.content import is_edited
    from cmhcl_footprints.cmhcl_plugin.layers.provenance import kept_probabilities, recall

    memory = recall(layer)
    assert memory.job.min_area_m2 == 31 and memory.job.sar == (str(scene / "sar.tif"),)
    assert str(kept_probabilities(layer, memory)) == outputs["PROBABILITY"]
    assert "Smallest area: 31 m²" in layer.metadata().abstract() and not is_edited(layer)


def test_extract_as_a_step_of_a_model(scene: Path, tmp_path: Path) -> None:
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
    rasters = [str(scene / "sar.tif")]
    _, ok = model.run({"rasters": rasters}, context, QgsProcessingFeedback())
    assert ok
    layer = QgsVectorLayer(f"{tmp_path / 'o.gpkg'}|layername=footprints", "", "ogr")
    assert min(feature["area_m2"] for feature in layer.getFeatures()) >= 50


def test_a_scene_goes_to_a_temporary_folder_by_default() -> None:
    outputs = run("simulate", SIZE=64, OUTPUT="TEMPORARY_OUTPUT")
    assert Path(outputs["OUTPUT"]).is_absolute() and Path(outputs["SAR_LAYER"]).is_file()


# Evaluate


def test_evaluate_tells_figures_and_writes_them(scene: Path, tmp_path: Path) -> None:
    outputs = run(
        "evaluate",
        SAR=[str(scene / "sar.tif")],
        OPTICAL=str(scene / "optical.tif"),
        LABELS=str(scene / "buildings.geojson"),
        OUTPUT=str(tmp_path / "figures.json"),
    )
    figures = json.loads((tmp_path / "figures.json").read_text(encoding="utf-8"))
    assert 0 < outputs["IOU"] < 1 and 0 <= outputs["OBJECT_F1"] <= 1
    assert figures["iou"] == outputs["IOU"] and figures["pixels"] > 0


def test_labels_of_elsewhere_are_named(scene: Path) -> None:
    far = scenes.add_polygon("Polygon ((0 0, 9 0, 9 9, 0 9, 0 0))", name="far away")
    with pytest.raises(QgsProcessingException, match="far away"):
        run("evaluate", SAR=[str(scene / "sar.tif")], LABELS=far)


# Regularise


def wobbly(x: float, y: float, width: float = 20, depth: float = 12) -> str:
    """A house whose walls are a little off: its corners, and a point in the middle of each wall."""
    points = [(0, 0), (width / 2, 0.4), (width, 0), (width + 0.4, depth / 2), (width, depth)]
    points += [(width / 2, depth - 0.4), (0, depth), (-0.4, depth / 2), (0, 0)]
    return "(" + ", ".join(f"{x + dx} {y + dy}" for dx, dy in points) + ")"


def houses(*wkts: str, crs: str = "EPSG:32631") -> QgsVectorLayer:
    """A layer of the project with these geometries, numbered from 0."""
    fields = "field=number:int&field=name:string"
    layer = QgsVectorLayer(f"MultiPolygon?crs={crs}&{fields}", "houses", "memory")
    for number, wkt in enumerate(wkts):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([number, f"hóuse {number}"])
        feature.setGeometry(QgsGeometry.fromWkt(wkt))
        layer.dataProvider().addFeature(feature)
    layer.updateExtents()
    QgsProject.instance().addMapLayer(layer)
    return layer


def regularised(layer: Any, tmp_path: Path, **parameters: Any) -> dict[int, QgsFeature]:
    out = str(tmp_path / "straight.gpkg")
    outputs = run("regularise", INPUT=layer, OUTPUT=out, **parameters)
    found = QgsVectorLayer(outputs["OUTPUT"], "", "ogr")
    features = {feature["number"]: feature for feature in found.getFeatures()}
    shapes = [f.geometry() for f in features.values() if not f.geometry().isEmpty()]
    assert outputs["POLYGONS"] == len(shapes) and all(g.isGeosValid() for g in shapes)
    assert all(f["name"] == f"hóuse {number}" for number, f in features.items())
    return features


def corners(geometry: QgsGeometry) -> int:
    """Of a polygon without holes."""
    return geometry.constGet().nCoordinates() - 1


def test_regularise_squares_what_the_user_sees(tmp_path: Path) -> None:
    """Filtered and unsaved features count; attributes stay; courtyards, parts and nothing too."""
    x, y = scenes.ORIGIN
    block = f"Polygon ({wobbly(x, y, 40, 40)}, {wobbly(x + 10, y + 10, 20, 20)})"
    pair = f"MultiPolygon (({wobbly(x, y)}), ({wobbly(x + 50, y)}))"
    bow = f"Polygon (({x} {y}, {x + 20} {y + 20}, {x + 20} {y}, {x} {y + 20}, {x} {y}))"
    layer = houses(f"Polygon ({wobbly(x, y)})", block, pair, bow, f"Polygon ({wobbly(x, y)})", "")
    layer.setSubsetString('"number" <> 4')
    layer.startEditing()
    unsaved = QgsFeature(layer.fields())
    unsaved.setAttributes([6, "hóuse 6"])
    triangle = f"{x} {y} 1, {x + 9} {y} 2, {x} {y + 9} 3, {x} {y} 1"
    unsaved.setGeometry(QgsGeometry.fromWkt(f"MultiPolygonZ ((({triangle})))"))
    assert layer.addFeature(unsaved)
    found = regularised(layer, tmp_path)
    layer.rollBack()
    assert set(found) == {0, 1, 2, 3, 5, 6}
    assert corners(found[0].geometry()) == 4
    assert found[0].geometry().area() == pytest.approx(240, rel=0.02)
    assert len(found[1].geometry().asMultiPolygon()[0]) == 2
    assert found[1].geometry().area() == pytest.approx(40 * 40 - 20 * 20, rel=0.02)
    assert len(found[2].geometry().asMultiPolygon()) == 2
    assert found[3].geometry().area() == pytest.approx(200, rel=0.1)
    assert found[5].geometry().isEmpty()
    assert found[6].geometry().area() == pytest.approx(40.5, rel=0.1)


def test_regularise_only_the_selected_ones(tmp_path: Path) -> None:
    x, y = scenes.ORIGIN
    layer = houses(*(f"Polygon ({wobbly(x + 40 * i, y)})" for i in range(3)))
    layer.selectByExpression('"number" > 0')
    chosen = QgsProcessingFeatureSourceDefinition(layer.id(), selectedFeaturesOnly=True)
    assert set(regularised(chosen, tmp_path)) == {1, 2}


def test_regularise_in_degrees(tmp_path: Path) -> None:
    x, y = scenes.ORIGIN
    metres, degrees = map(QgsCoordinateReferenceSystem, ("EPSG:32631", "EPSG:4326"))
    there = QgsGeometry.fromWkt(f"Polygon ({wobbly(x, y)})")
    there.transform(QgsCoordinateTransform(metres, degrees, QgsProject.instance()))
    found = regularised(houses(there.asWkt(17), crs="EPSG:4326"), tmp_path)[0].geometry()
    found.transform(QgsCoordinateTransform(degrees, metres, QgsProject.instance()))
    assert corners(found) == 4 and found.area() == pytest.approx(240, rel=0.02)
    box = found.orientedMinimumBoundingBox()[0]
    assert found.area() == pytest.approx(box.area(), rel=1e-3)


def test_regularise_has_a_tolerance(tmp_path: Path) -> None:
    x, y = scenes.ORIGIN
    points = [(0, 0), (20, 0), (20, 12), (11, 12), (11, 13), (8, 13), (8, 12), (0, 12), (0, 0)]
    ring = ", ".join(f"{x + dx} {y + dy}" for dx, dy in points)
    layer = houses(f"Polygon (({ring}))")
    for tolerance, expected in ((0.3, 8), (1.5, 4)):
        found = regularised(layer, tmp_path, TOLERANCE=tolerance)
        assert corners(found[0].geometry()) == expected


def test_regularise_without_polygons_is_told(tmp_path: Path) -> None:
    with pytest.raises(QgsProcessingException, match="holds no polygon"):
        regularised(houses(""), tmp_path)


# Fine-tune


def test_a_fine_tuned_model_extracts(scene: Path, tmp_path: Path) -> None:
    """Two steps make no better model, but a whole one."""
    sar = [str(scene / "sar.tif")]
    outputs = run(
        "finetune",
        SAR=sar,
        LABELS=str(scene / "buildings.geojson"),
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


# What goes wrong is told in one sentence


@pytest.mark.parametrize(
    ("name", "parameters", "sentence"),
    [
        ("extract", {"SAR": ["missing.tif"]}, "value for SAR"),
        ("extract", {"EXTENT": "0,1,0,1", "AREA": "x.gpkg"}, "not both"),
        ("extract", {"POLARISATIONS": "VV,XX"}, "Polarisations are names among HH"),
        ("extract", {"MODEL": "/nowhere"}, "/nowhere is not a model"),
        ("simulate", {"STYLE": "lunar"}, "no style 'lunar'"),
    ],
)
def test_what_is_wrong_is_told(
    scene: Path, tmp_path: Path, name: str, parameters: dict[str, Any], sentence: str
) -> None:
    common = {"SAR": [str(scene / "sar.tif")], "OUTPUT": str(tmp_path / "out.gpkg")}
    with pytest.raises(QgsProcessingException, match=sentence):
        run(name, **{**common, **parameters})
    assert list(tmp_path.iterdir()) == []


def test_no_python_is_told() -> None:
    from cmhcl_footprints.cmhcl_plugin.settings import Settings

    Settings(python="/usr/bin/python3").save()
    with pytest.raises(QgsProcessingException, match="/usr/bin/python3 has no torch"):
        run("check_environment")


# With the fake worker


def raster(folder: Path, manner: str) -> list[str]:
    return [str(scenes.write_raster(folder / f"{manner}.tif", scenes.speckle()))]


@pytest.mark.usefixtures("fake")
@pytest.mark.parametrize("manner", ["polite", "stubborn"])
def test_cancelling_ends_the_worker(tmp_path: Path, manner: str) -> None:
    feedback = Feedback()
    feedback.progressChanged.connect(feedback.cancel)
    started = time.monotonic()
    with pytest.raises(QgsProcessingException, match="Cancelled"):
        run("extract", feedback, SAR=raster(tmp_path, manner), OUTPUT=str(tmp_path / "o.gpkg"))
    assert time.monotonic() - started < 15
    assert not (tmp_path / "o.gpkg").exists()


@pytest.mark.usefixtures("fake")
@pytest.mark.parametrize("name", ["extract", "check_environment"])
def test_cancelling_before_anything_is_up(tmp_path: Path, name: str) -> None:
    feedback = Feedback()
    feedback.cancel()
    sar = raster(tmp_path, "stubborn")
    with pytest.raises(QgsProcessingException, match="Cancelled"):
        run(name, feedback, SAR=sar, OUTPUT=str(tmp_path / "o.gpkg"))


@pytest.mark.usefixtures("fake")
def test_a_crash_is_told_with_its_log(tmp_path: Path) -> None:
    feedback = Feedback()
    with pytest.raises(QgsProcessingException, match="ended unexpectedly"):
        run("extract", feedback, SAR=raster(tmp_path, "crash"), OUTPUT=str(tmp_path / "o.gpkg"))
    assert "the last words" in feedback.textLog() and "Log: " in feedback.textLog()


def test_check_environment_tells_what_it_computes_on() -> None:
    outputs = run("check_environment")
    assert outputs["ENGINE"].startswith("PyTorch") and outputs["REASON"]
    assert outputs["TILE_S"] > 0 and "torch" in outputs["REPORT"]


@pytest.mark.usefixtures("fake")
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
    for expected in ("Łódź", "Łódź 2"):
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


def test_finetune_parameters_reach_the_job(tmp_path: Path) -> None:
    x, y = scenes.ORIGIN
    square = f"Polygon (({x + 5} {y - 5}, {x + 20} {y - 5}, {x + 20} {y - 20}))"
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    chosen = algorithm("finetune")
    plain = {
        "SAR": raster(tmp_path, "town"),
        "LABELS": scenes.add_polygon(square),
        "FOLDER": str(tmp_path),
    }
    job = chosen.job(plain, context)
    default = type(job)(sar=job.sar, labels=job.labels, out=str(tmp_path / "town"), title="town")
    assert job == default and Path(job.labels).is_file()
    changed = {
        "AREA": scenes.add_polygon(square, name="area"),
        "BASE": str(tmp_path / "base"),
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
    job = chosen.job(plain | changed, context)
    assert job.base == str(tmp_path / "base")
    assert job.area and job.effort == "thorough" and job.scope == "heads"
    assert (job.steps, job.batch, job.learning_rate, job.seed) == (7, 2, 0.01, 3)
    assert job.losses.lambda_msa == 0 and job.losses.distance == "mse" and job.frozen_teacher
    assert (job.polarisations, job.radiometry, job.device) == (("VV", "VH"), "db", "cpu")
