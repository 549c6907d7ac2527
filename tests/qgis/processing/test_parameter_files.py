"""No algorithm takes a file as its output that it also reads."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import scenes
from algorithms import algorithm, run
from qgis.core import (
    QgsCoordinateTransformContext,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingOutputLayerDefinition,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
)

pytest_plugins = ["algorithm_fixtures"]
pytestmark = pytest.mark.usefixtures("provider")


@pytest.fixture
def houses(tmp_path: Path) -> Path:
    """A GeoPackage of one polygon."""
    layer = QgsVectorLayer("Polygon?crs=EPSG:32631", "houses", "memory")
    path = tmp_path / "houses.gpkg"
    options = QgsVectorFileWriter.SaveVectorOptions()
    context = QgsCoordinateTransformContext()
    QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(path), context, options)
    return path


@pytest.mark.parametrize("by_layer", [True, False])
def test_regularise_refuses_its_own_input(houses: Path, by_layer: bool) -> None:
    layer = QgsVectorLayer(str(houses), "houses", "ogr")
    QgsProject.instance().addMapLayer(layer)
    before = houses.read_bytes()
    chosen = layer if by_layer else str(houses)
    output = QgsProcessingOutputLayerDefinition(str(houses))
    for out in (str(houses), output):
        with pytest.raises(QgsProcessingException, match=r"also an input.*houses\.gpkg"):
            run("regularise", INPUT=chosen, OUTPUT=out)
    assert houses.read_bytes() == before


@pytest.mark.parametrize("name", ["AREA", "PROBABILITY", "OUTPUT"])
def test_extract_refuses_its_inputs(houses: Path, tmp_path: Path, name: str) -> None:
    sar = str(scenes.write_raster(tmp_path / "sar.tif", scenes.speckle()))
    values: dict[str, Any] = {"SAR": [sar], "OUTPUT": str(tmp_path / "o.gpkg")}
    same = {"AREA": str(houses), "PROBABILITY": sar, "OUTPUT": sar}[name]
    values |= {"AREA": same, "OUTPUT": same} if name == "AREA" else {name: same}
    context = QgsProcessingContext()
    allowed, problem = algorithm("extract").checkParameterValues(values, context)
    assert not allowed and "also an input" in problem


@pytest.mark.slow
@pytest.mark.parametrize("extension", ["gpkg", "geojson", "fgb"])
def test_layer_that_is_being_edited_is_not_replaced(tmp_path: Path, extension: str) -> None:
    """Some formats would be written back as they were when the edits are saved."""
    out = str(tmp_path / f"o.{extension}")
    labels, reference = scenes.add_labels(), scenes.add_labels(name="reference")
    run("regularise", INPUT=labels, OUTPUT=out)
    layer = QgsVectorLayer(out, "open", "ogr")
    QgsProject.instance().addMapLayer(layer)
    assert layer.startEditing() and layer.deleteFeature(next(layer.getFeatures()).id())
    with pytest.raises(QgsProcessingException, match="is open in this project"):
        run("regularise", INPUT=labels, OUTPUT=out)
    assert layer.commitChanges() and layer.featureCount() == 2
    with pytest.raises(QgsProcessingException, match="is open in this project"):
        run("compare", INPUT=labels, REFERENCE=reference, OUTPUT=out)  # the worker would refuse it
    assert run("regularise", INPUT=labels, OUTPUT=out)["POLYGONS"] == 3


@pytest.mark.parametrize("table", ["houses", "other"])
def test_table_that_is_being_edited_is_not_replaced(houses: Path, table: str) -> None:
    layer = QgsVectorLayer(f"{houses}|layername=houses", "open", "ogr")
    QgsProject.instance().addMapLayer(layer)
    assert layer.startEditing()
    out = f"ogr:dbname='{houses}' table=\"{table}\" (geom)"
    if table == "houses":
        with pytest.raises(QgsProcessingException, match="is open in this project"):
            run("regularise", INPUT=scenes.add_labels(), OUTPUT=out)
    else:
        assert run("regularise", INPUT=scenes.add_labels(), OUTPUT=out)["POLYGONS"] == 3
    layer.rollBack()


@pytest.mark.parametrize("name", ["compare", "osm", "extract"])
def test_file_of_a_layer_is_refused_before_the_worker_starts(tmp_path: Path, name: str) -> None:
    out = tmp_path / "o.geojson"
    out.write_text(json.dumps({"type": "FeatureCollection", "features": []}))
    QgsProject.instance().addMapLayer(QgsVectorLayer(str(out), "open", "ogr"))
    sar = str(scenes.write_raster(tmp_path / "sar.tif", scenes.speckle()))
    labels, reference = scenes.add_labels(), scenes.add_labels(name="reference")
    inputs = {
        "compare": {"INPUT": labels, "REFERENCE": reference},
        "osm": {"INPUT": labels},
        "extract": {"SAR": [sar]},
    }
    with pytest.raises(QgsProcessingException, match="is open in this project"):
        run(name, **inputs[name], OUTPUT=str(out))


@pytest.mark.slow
@pytest.mark.parametrize("output", ["memory:", "memory:found"])
@pytest.mark.parametrize("defined", [False, True])
def test_layer_in_memory_is_a_temporary_file(output: str, defined: bool) -> None:
    labels, reference = scenes.add_labels(), scenes.add_labels(name="reference")
    value = QgsProcessingOutputLayerDefinition(output) if defined else output
    outputs = run("compare", INPUT=labels, REFERENCE=reference, OUTPUT=value)
    assert QgsVectorLayer(outputs["OUTPUT"], "", "ogr").featureCount() == 3
    assert "processing" in outputs["OUTPUT"] and outputs["OUTPUT"].endswith(".gpkg")


@pytest.mark.parametrize("name", ["compare", "extract", "label_next"])
def test_table_of_a_database_is_refused_by_name(houses: Path, tmp_path: Path, name: str) -> None:
    sar = str(scenes.write_raster(tmp_path / "sar.tif", scenes.speckle()))
    labels = scenes.add_labels()
    inputs = {
        "compare": {"INPUT": labels, "REFERENCE": labels},
        "extract": {"SAR": [sar]},
        "label_next": {"PROBABILITY": sar},
    }
    for out in (f"ogr:dbname='{houses}' table=\"new\" (geom)", f"{houses}|layername=new"):
        with pytest.raises(QgsProcessingException, match="The output is not a file on this comp"):
            run(name, **inputs[name], OUTPUT=out)


def test_one_of_several_layers_of_a_file_must_be_named(houses: Path, tmp_path: Path) -> None:
    layer = QgsVectorLayer("Point?crs=EPSG:32631", "trees", "memory")
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.actionOnExistingFile = QgsVectorFileWriter.CreateOrOverwriteLayer
    options.layerName = "trees"
    context = QgsCoordinateTransformContext()
    QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(houses), context, options)
    named, feedback = f"{houses}|layername=houses", QgsProcessingContext()
    for name, parameter in (("regularise", "INPUT"), ("compare", "REFERENCE")):
        chosen = algorithm(name)
        values = {"INPUT": named, "REFERENCE": named, "OUTPUT": str(tmp_path / "o.gpkg")}
        assert chosen.checkParameterValues(values, feedback) == (True, "")
        for value in (str(houses), QgsProcessingFeatureSourceDefinition(str(houses))):
            allowed, problem = chosen.checkParameterValues({**values, parameter: value}, feedback)
            assert not allowed and "where NAME is one of houses, trees" in problem
