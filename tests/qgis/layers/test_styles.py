"""Styles are drawn in threads of their own: what they must not contain."""

from __future__ import annotations

from pathlib import Path

import pytest
from qgis.core import QgsVectorLayer

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
