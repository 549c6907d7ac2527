"""Layers of footprints on the map: their names, fields, style, filter and place."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any, Optional

import pytest
import scenes
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFeature,
    QgsField,
    QgsProject,
    QgsRectangle,
    QgsRenderContext,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QVariant

UTM = QgsCoordinateReferenceSystem("EPSG:32631")


@pytest.fixture
def layer(qgis_iface: Any, tmp_path: Path) -> QgsVectorLayer:  # noqa: ARG001
    from cmhcl_footprints.cmhcl_plugin.layers.results import add_footprints

    path = scenes.write_footprints(tmp_path / "f.gpkg")
    return add_footprints(path, UTM, "Footprints sar", QgsProject.instance())


def test_results_of_one_minute_and_one_second_have_distinct_names(layer: QgsVectorLayer) -> None:
    from cmhcl_footprints.cmhcl_plugin.layers.results import run_name

    project, when = QgsProject.instance(), datetime(2026, 11, 26, 14, 5, 9)
    found = []
    for _ in range(4):
        found.append(run_name("sar", "fast", when, project))
        layer = layer.clone()
        layer.setName(found[-1])
        project.addMapLayer(layer)
    whole = "Footprints sar · fast · 14:05"
    assert found == [whole, f"{whole}:09", f"{whole}:09 (2)", f"{whole}:09 (3)"]


def test_later_layers_of_the_user_do_not_fall_into_a_group(
    layer: QgsVectorLayer, qgis_iface: Any
) -> None:
    qgis_iface.setActiveLayer(layer)
    labels = scenes.add_labels()
    root = QgsProject.instance().layerTreeRoot()
    assert root.findGroups() == []
    assert {node.layer() for node in root.children()} == {layer, labels}


def test_fields_have_names_and_footprints_are_told_apart(layer: QgsVectorLayer) -> None:
    aliases = {layer.attributeAlias(i) for i in range(layer.fields().count())}
    assert {"Confidence", "Area (m²)", "Share of optical", "Model"} <= aliases
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    expression, names = QgsExpression(layer.displayExpression()), []
    for feature in layer.getFeatures():
        context.setFeature(feature)
        names.append(expression.evaluate(context))
    assert names == ["Footprint 1 · 55% · 240 m²", "Footprint 2 · 90% · 240 m²"]


def test_map_tip_has_the_confidence_in_per_cent(layer: QgsVectorLayer) -> None:
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    feature = next(layer.getFeatures())
    for confidence, shown in ((0.55, "55%"), (None, "–%")):
        feature["confidence"] = confidence
        context.setFeature(feature)
        tip = QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context)
        assert tip == f"<b>240 m²</b><br>confidence {shown}"


def category_of(layer: QgsVectorLayer, feature: QgsFeature) -> str:
    """Label of the legend for a footprint."""
    context = QgsRenderContext()
    context.expressionContext().setFields(layer.fields())
    context.expressionContext().setFeature(feature)
    renderer = layer.renderer().clone()
    renderer.startRender(context, layer.fields())
    keys = renderer.legendKeysForFeature(feature, context)
    renderer.stopRender(context)
    (label,) = [x.label() for x in renderer.legendSymbolItems() if x.ruleKey() in keys]
    return str(label)


@pytest.mark.parametrize(
    ("confidence", "label"),
    [
        (0.1, "low confidence (up to 50%)"),
        (0.5, "low confidence (up to 50%)"),
        (0.7, "medium (50 to 70%)"),
        (0.71, "high (above 70%)"),
        (None, "without confidence"),  # drawn by hand
    ],
)
def test_confidence_is_seen(layer: QgsVectorLayer, confidence: Optional[float], label: str) -> None:
    feature = next(layer.getFeatures())
    feature["confidence"] = confidence
    assert category_of(layer, feature) == label


def test_decisions_of_a_review_are_seen(layer: QgsVectorLayer) -> None:
    layer.dataProvider().addAttributes([QgsField("review", QVariant.String)])
    layer.updateFields()
    feature = next(layer.getFeatures())
    undecided = category_of(layer, feature)
    for decision, label in (
        ("", undecided),
        ("accepted", "accepted in a review"),
        ("marked", "marked for later"),
    ):
        feature["review"] = decision
        assert category_of(layer, feature) == label


def test_filter_by_confidence_hides_and_keeps_the_filter_of_the_user(layer: QgsVectorLayer) -> None:
    from cmhcl_footprints.cmhcl_plugin.layers.confidence_filter import least_confidence, show_from
    from cmhcl_footprints.core.hatch.errors import InputError

    assert least_confidence(layer) == 0.0
    show_from(layer, 0.7)
    assert layer.featureCount() == 1 and least_confidence(layer) == 0.7
    show_from(layer, 0.0)
    assert layer.subsetString() == "" and layer.featureCount() == 2
    layer.setSubsetString('"confidence" < 0.6 OR "area_m2" > 500')
    show_from(layer, 0.5)
    assert layer.featureCount() == 1
    show_from(layer, 0.6)
    assert layer.featureCount() == 0 and least_confidence(layer) == 0.6
    show_from(layer, 0.0)
    assert layer.subsetString() == '"confidence" < 0.6 OR "area_m2" > 500'
    layer.startEditing()
    with pytest.raises(InputError, match="is being edited"):
        show_from(layer, 0.5)


@pytest.mark.parametrize(
    "user", ["SELECT * FROM footprints WHERE area_m2 > 5", '"area_m2" > 5 -- larger ones']
)
def test_filter_that_cannot_be_combined_stays(layer: QgsVectorLayer, user: str) -> None:
    from cmhcl_footprints.cmhcl_plugin.layers.confidence_filter import show_from
    from cmhcl_footprints.core.hatch.errors import InputError

    assert layer.setSubsetString(user)
    with pytest.raises(InputError, match="has a filter that is not a plain condition"):
        show_from(layer, 0.7)
    assert layer.subsetString() == user and layer.featureCount() == 2
    show_from(layer, 0.0)
    assert layer.subsetString() == user


def test_query_that_was_combined_by_an_earlier_version_comes_back(layer: QgsVectorLayer) -> None:
    from cmhcl_footprints.cmhcl_plugin.layers.confidence_filter import show_from

    query = "SELECT * FROM footprints WHERE area_m2 > 5"
    layer.setSubsetString(f'({query}) AND "confidence" >= 0.70')
    show_from(layer, 0.0)
    assert layer.subsetString() == query and layer.featureCount() == 2


def test_zoom_to_a_result_outside_the_view(layer: QgsVectorLayer, qgis_iface: Any) -> None:
    from cmhcl_footprints.cmhcl_plugin.layers.view import is_in_view, zoom_to

    canvas = qgis_iface.mapCanvas()
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    canvas.setExtent(QgsRectangle(10, 10, 11, 11))
    assert not is_in_view(layer, canvas)
    zoom_to(layer, canvas)
    assert is_in_view(layer, canvas) and canvas.extent().width() < 0.1
    QgsProject.instance().removeMapLayer(layer.id())
    zoom_to(layer, canvas)  # nothing
