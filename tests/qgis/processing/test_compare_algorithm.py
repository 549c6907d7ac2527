"""The algorithm cmhcl:compare with the real worker."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import scenes
from algorithms import algorithm, run
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorLayer,
)

pytest_plugins = ["algorithm_fixtures"]
pytestmark = pytest.mark.usefixtures("provider")
NUMBERS = ("MATCHED", "CHANGED", "NEW", "MISSING", "MERGED", "SPLIT")


def boxes(name: str, *lefts: float, crs: str = "EPSG:32631", **widths: float) -> QgsVectorLayer:
    """A layer of the project with squares of 10 m at these distances from the origin."""
    layer = QgsVectorLayer(f"Polygon?crs={crs}&field=n:int", name, "memory")
    change = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem("EPSG:32631"), layer.crs(), QgsProject.instance()
    )
    x, y = scenes.ORIGIN
    for number, left in enumerate(lefts):
        feature = QgsFeature(layer.fields())
        width = widths.get(f"w{number}", 10)
        geometry = QgsGeometry.fromWkt(
            f"Polygon (({x + left} {y}, {x + left + width} {y}, {x + left + width} {y - 10}, "
            f"{x + left} {y - 10}, {x + left} {y}))"
        )
        geometry.transform(change)
        feature.setGeometry(geometry)
        feature.setAttributes([number])
        layer.dataProvider().addFeature(feature)
    layer.updateExtents()
    QgsProject.instance().addMapLayer(layer)
    return layer


def test_compare_tells_figures_and_writes_the_differences(tmp_path: Path) -> None:
    """Layers in two coordinate systems, filtered, with unsaved edits; ids are those of QGIS."""
    layer = boxes("new map", 0, 20, 40, 60, w1=6)
    layer.setSubsetString('"n" <> 0')
    reference = boxes("old map", 20, 40, 80, crs="EPSG:4326")
    reference.startEditing()
    reference.deleteFeature(3)
    out = str(tmp_path / "differences.gpkg")
    outputs = run("compare", INPUT=layer, REFERENCE=reference, OUTPUT=out)
    reference.rollBack()
    assert [outputs[name] for name in NUMBERS] == [1, 1, 1, 0, 0, 0]
    assert outputs["RECALL"] == 1 and outputs["PRECISION"] == pytest.approx(2 / 3)
    assert outputs["F1"] == 0.8 and outputs["MEAN_IOU"] == pytest.approx(0.8, abs=0.01)
    found = QgsVectorLayer(outputs["OUTPUT"], "", "ogr")
    assert found.crs().authid() == "EPSG:32631"
    ids = {f["status"]: (f["polygon_id"], f["reference_id"]) for f in found.getFeatures()}
    assert ids["matched"] == (3, 2) and ids["changed"] == (2, 1) and ids["new"][0] == 4


@pytest.mark.slow
def test_thresholds_and_area_are_passed_on(tmp_path: Path) -> None:
    layer, reference = boxes("a", 0, 20), boxes("b", 4, 20)
    options = {"MIN_IOU": 0.4, "CHANGED_IOU": 0.4, "MAX_SHIFT": 5}
    common: dict[str, Any] = {"INPUT": layer, "REFERENCE": reference}
    outputs = run("compare", **common, **options, OUTPUT=str(tmp_path / "1.gpkg"))
    assert outputs["MATCHED"] == 2 and outputs["MEDIAN_SHIFT_M"] == pytest.approx(2, abs=0.01)
    area = boxes("area", 18, w0=20)
    outputs = run("compare", **common, AREA=area, OUTPUT=str(tmp_path / "2.gpkg"))
    assert [outputs[name] for name in NUMBERS[:4]] == [1, 0, 0, 0]


@pytest.mark.slow
def test_confidence_comes_from_the_probabilities(simulated: Path, tmp_path: Path) -> None:
    footprints, probability = str(tmp_path / "f.gpkg"), str(tmp_path / "p.tif")
    sar = [str(simulated / "sar.tif")]
    run("extract", SAR=sar, OUTPUT=footprints, PROBABILITY=probability)
    outputs = run(
        "compare",
        INPUT=footprints,
        REFERENCE=str(simulated / "buildings.geojson"),
        PROBABILITY=probability,
        OUTPUT=str(tmp_path / "c.gpkg"),
    )
    found = QgsVectorLayer(outputs["OUTPUT"], "", "ogr")
    missing = [f["confidence"] for f in found.getFeatures() if f["status"] == "missing"]
    assert outputs["MISSING"] == len(missing) > 0
    assert all(0 <= value <= 1 for value in missing if value is not None)


def loaded_result(out: Path) -> QgsVectorLayer:
    """As in the toolbox: the layer is loaded when the algorithm has ended."""
    layer, reference = boxes("a", 0, 20), boxes("b", 0)
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    details = QgsProcessingContext.LayerDetails("differences", QgsProject.instance(), "OUTPUT")
    chosen = algorithm("compare")
    context.addLayerToLoadOnCompletion(str(out), details)
    parameters = {"INPUT": layer, "REFERENCE": reference, "OUTPUT": str(out)}
    outputs, ok = chosen.run(parameters, context, QgsProcessingFeedback(), catchExceptions=False)
    assert ok
    loaded = QgsVectorLayer(outputs["OUTPUT"], "differences", "ogr")
    processor = context.layerToLoadOnCompletionDetails(outputs["OUTPUT"]).postProcessor()
    processor.postProcessLayer(loaded, context, QgsProcessingFeedback())
    return loaded


def test_loaded_results_have_the_style_and_the_figures(tmp_path: Path) -> None:
    """The second one too: QGIS has deleted the post-processor of the first."""
    for name in ("1.gpkg", "2.gpkg"):
        loaded = loaded_result(tmp_path / name)
        labels = [category.label() for category in loaded.renderer().categories()]
        assert labels[:3] == ["matched", "changed outline or place", "new"] and len(labels) == 6
        assert "1 matched, 0 changed, 1 new, 0 missing" in loaded.metadata().abstract()


def test_output_may_not_be_an_input(tmp_path: Path) -> None:
    layer = boxes("a", 0)
    path = scenes.write_footprints(tmp_path / "f.gpkg")
    with pytest.raises(QgsProcessingException, match="also an input"):
        run("compare", INPUT=str(path), REFERENCE=layer, OUTPUT=str(path))


def test_layer_without_a_crs_is_named(tmp_path: Path) -> None:
    layer, reference = boxes("a", 0), boxes("nowhere", 0)
    reference.setCrs(QgsCoordinateReferenceSystem())
    with pytest.raises(QgsProcessingException, match="“nowhere” has no coordinate system"):
        run("compare", INPUT=layer, REFERENCE=reference, OUTPUT=str(tmp_path / "c.gpkg"))
