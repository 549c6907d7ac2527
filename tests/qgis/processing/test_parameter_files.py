"""No algorithm takes a file as its output that it also reads."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import scenes
from algorithms import algorithm, run
from qgis.core import (
    QgsCoordinateTransformContext,
    QgsProcessingContext,
    QgsProcessingException,
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
