"""The choice of a layer, of which some are removed."""

from __future__ import annotations

from typing import Any

import pytest
import scenes
from qgis.core import QgsProject


def combo(qtbot: Any, empty: str) -> Any:
    from cmhcl_footprints.cmhcl_plugin.widgets.layer_combo import POLYGONS, LayerCombo

    made = LayerCombo(POLYGONS, empty)
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize("empty", ["", "None"])
@pytest.mark.parametrize("others", [("a",), ("z",), ("a", "z"), ()])
def test_no_layer_is_chosen_once_the_chosen_one_is_removed(
    qtbot: Any, empty: str, others: tuple[str, ...]
) -> None:
    for name in others:
        scenes.add_labels(name=name)
    layer = scenes.add_labels(name="chosen")
    made = combo(qtbot, empty)
    made.setLayer(layer)
    told: list[Any] = []
    made.layerChanged.connect(told.append)
    QgsProject.instance().removeMapLayer(layer.id())
    assert made.currentLayer() is None and told[-1] is None
    assert made.currentText() == empty


def test_layer_stays_chosen_while_others_are_removed_or_renamed(qtbot: Any) -> None:
    others = [scenes.add_labels(name=name) for name in ("a", "b", "y", "z")]
    layer = scenes.add_labels(name="chosen")
    made = combo(qtbot, "None")
    made.setLayer(layer)
    told: list[Any] = []
    made.layerChanged.connect(told.append)
    layer.setName("w")
    others.pop().setName("first")
    QgsProject.instance().removeMapLayers([other.id() for other in others])
    assert made.currentLayer() == layer and told == []


def test_excepted_layer_is_no_longer_chosen(qtbot: Any) -> None:
    layer = scenes.add_labels(name="chosen")
    scenes.add_labels(name="other")
    made = combo(qtbot, "None")
    made.setLayer(layer)
    made.setExceptedLayerList([layer])
    assert made.currentLayer() is None
