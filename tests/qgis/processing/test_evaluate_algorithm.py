"""The algorithm cmhcl:evaluate with the real worker."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import scenes
from algorithms import run
from qgis.core import QgsFeature, QgsProcessingException, QgsProject, QgsVectorLayer

pytest_plugins = ["algorithm_fixtures"]
pytestmark = pytest.mark.usefixtures("provider")


@pytest.mark.slow
def test_evaluate_tells_figures_and_writes_them(simulated: Path, tmp_path: Path) -> None:
    outputs = run(
        "evaluate",
        SAR=[str(simulated / "sar.tif")],
        OPTICAL=str(simulated / "optical.tif"),
        LABELS=str(simulated / "buildings.geojson"),
        OUTPUT=str(tmp_path / "figures.json"),
    )
    figures = json.loads((tmp_path / "figures.json").read_text(encoding="utf-8"))
    assert 0 < outputs["IOU"] < 1 and 0 <= outputs["OBJECT_F1"] <= 1
    assert figures["iou"] == outputs["IOU"] and figures["pixels"] > 0


def test_labels_of_elsewhere_are_named(simulated: Path) -> None:
    far = scenes.add_polygon("Polygon ((0 0, 9 0, 9 9, 0 9, 0 0))", name="far away")
    with pytest.raises(QgsProcessingException, match="far away"):
        run("evaluate", SAR=[str(simulated / "sar.tif")], LABELS=far)


@pytest.mark.slow
def test_finished_footprints_are_evaluated_without_a_model(tmp_path: Path) -> None:
    labels = scenes.add_labels(4, name="true")
    found = scenes.add_labels(2, name="found")
    x, y = scenes.ORIGIN
    area = scenes.add_polygon(
        f"Polygon (({x} {y}, {x + 45} {y}, {x + 45} {y - 60}, {x} {y - 60}, {x} {y}))"
    )
    outputs = run(
        "evaluate", FOOTPRINTS=found, LABELS=labels, OUTPUT=str(tmp_path / "figures.json")
    )
    assert outputs["PRECISION"] == outputs["OBJECT_PRECISION"] == 1
    assert outputs["IOU"] == pytest.approx(0.5) and outputs["OBJECT_RECALL"] == 0.5
    assert outputs["F1"] == pytest.approx(2 / 3) and "ECE" not in outputs
    figures = json.loads((tmp_path / "figures.json").read_text(encoding="utf-8"))
    assert figures["iou"] == outputs["IOU"] and figures["reference"] == 4
    limited = run("evaluate", FOOTPRINTS=found, LABELS=labels, AREA=area)
    assert limited["IOU"] == pytest.approx(2 / 3) and limited["OBJECT_RECALL"] > 0.5


@pytest.mark.slow
@pytest.mark.parametrize("name", ["FOOTPRINTS", "LABELS"])
@pytest.mark.parametrize("has_feature", [False, True])
def test_figures_of_an_empty_layer_are_zero(name: str, has_feature: bool) -> None:
    empty = QgsVectorLayer("Polygon?crs=EPSG:32631", "empty", "memory")
    if has_feature:
        empty.dataProvider().addFeature(QgsFeature())
    QgsProject.instance().addMapLayer(empty)
    x, y = scenes.ORIGIN
    around = f"Polygon (({x} {y}, {x + 99} {y}, {x + 99} {y - 99}, {x} {y - 99}, {x} {y}))"
    layers = {"FOOTPRINTS": scenes.add_labels(), "LABELS": scenes.add_labels(), name: empty}
    for area in ({}, {"AREA": scenes.add_polygon(around)}):
        outputs = run("evaluate", **layers, **area)
        assert [outputs[key] for key in ("IOU", "F1", "PRECISION", "RECALL")] == [0, 0, 0, 0]


def test_either_sar_or_footprints(simulated: Path) -> None:
    labels = scenes.add_labels()
    for both in ({}, {"SAR": [str(simulated / "sar.tif")], "FOOTPRINTS": labels}):
        with pytest.raises(QgsProcessingException, match="Choose either SAR"):
            run("evaluate", LABELS=labels, **both)


def test_figures_replace_nothing_of_another_kind(tmp_path: Path) -> None:
    out = tmp_path / "a.gpkg"
    out.write_text("the user's")
    labels = scenes.add_labels(4)
    with pytest.raises(QgsProcessingException, match=r"must end in \.json; change its name: "):
        run("evaluate", FOOTPRINTS=labels, LABELS=labels, OUTPUT=str(out))
    assert out.read_text() == "the user's"
