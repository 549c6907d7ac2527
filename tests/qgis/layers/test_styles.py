"""Styles are drawn in threads of their own: what they must not contain."""

from __future__ import annotations

from pathlib import Path
from typing import Optional

import pytest
from qgis.core import QgsExpression, QgsExpressionContext, QgsFeature, QgsVectorLayer

STYLES = ["footprints", "comparison", "blocks"]


@pytest.mark.parametrize("name", STYLES)
def test_style_shares_no_expression_with_the_thread_that_draws_it(
    name: str, plugin_folder: Path
) -> None:
    """QGIS ends if a layer is removed while such an expression is copied."""
    from cmhcl_footprints.cmhcl_plugin.layers.styles import set_style

    layer = QgsVectorLayer("Polygon?field=confidence:double", "a", "memory")
    set_style(layer, name)
    renderer = layer.renderer()
    assert renderer.categories()
    assert not renderer.orderByEnabled()
    for category in renderer.categories():
        symbol = category.symbol()
        assert not symbol.dataDefinedProperties().hasActiveProperties()
        for part in symbol.symbolLayers():
            assert not part.dataDefinedProperties().hasActiveProperties()
    assert sorted(path.stem for path in plugin_folder.glob("resources/styles/*.qml")) == sorted(
        [*STYLES, "probability", "uncertainty"]
    )


def test_matched_buildings_are_drawn_above_missing_ones() -> None:
    from cmhcl_footprints.cmhcl_plugin.layers.styles import set_style

    layer = QgsVectorLayer("Polygon?field=status:string", "a", "memory")
    set_style(layer, "comparison")
    renderer = layer.renderer()
    assert renderer.usingSymbolLevels()
    level = {
        category.value(): {part.renderingPass() for part in category.symbol().symbolLayers()}
        for category in renderer.categories()
    }
    assert level["missing"] == level["missing, covered"] == {0}
    assert level["new"] == level["new, covered"] == {1}
    assert (level["changed"], level["matched"]) == ({2}, {3})


@pytest.mark.parametrize(
    ("decision", "category"),
    [("accepted", "accepted"), ("Marked ", "marked"), ("yes", "high"), (None, "high")],
)
def test_footprints_are_drawn_by_decisions_as_a_review_reads_them(
    decision: Optional[str], category: str
) -> None:
    from cmhcl_footprints.cmhcl_plugin.layers.styles import set_style

    uri = "Polygon?field=confidence:double&field=review:string"
    layer = QgsVectorLayer(uri, "a", "memory")
    set_style(layer, "footprints")
    feature = QgsFeature(layer.fields())
    feature.setAttributes([0.9, decision])
    context = QgsExpressionContext()
    context.setFeature(feature)
    drawn_by = QgsExpression(layer.renderer().classAttribute())
    assert drawn_by.evaluate(context) == category
