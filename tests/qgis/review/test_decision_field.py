"""The field "review" of layers that QGIS changes by itself, or that is not stored in the layer."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from qgis.core import (
    QgsDefaultValue,
    QgsField,
    QgsGeometry,
    QgsProject,
    QgsVectorLayer,
    QgsVectorLayerJoinInfo,
)
from qgis.PyQt.QtCore import QVariant
from review_layers import footprints, states


@pytest.mark.parametrize("default", ["'todo'", "''", "NULL", "'marked'"])
def test_default_values_on_update_replace_no_decision(tmp_path: Path, default: str) -> None:
    from cmhcl_footprints.cmhcl_plugin.review.walk import ReviewWalk

    layer = footprints(tmp_path)
    assert layer.startEditing()
    assert layer.addAttribute(QgsField("review", QVariant.String, len=8))
    assert layer.addAttribute(QgsField("changed", QVariant.String))
    review, changed = (layer.fields().indexFromName(name) for name in ("review", "changed"))
    layer.setDefaultValueDefinition(review, QgsDefaultValue(default, True))
    layer.setDefaultValueDefinition(changed, QgsDefaultValue("'yes'", True))
    walk = ReviewWalk(layer)
    walk.accept()
    walk.mark()
    wanted = {3: "accepted", 2: "marked", 4: None, 1: None}
    assert states(layer) == wanted
    assert layer.getFeature(3)["changed"] == "yes"  # the user's own field follows
    walk.back()
    layer.undoStack().undo()
    walk.refresh()
    assert walk.current == 2 and states(layer)[2] is None
    walk.mark()
    assert layer.commitChanges()
    assert states(layer) == wanted


def test_default_value_on_update_replaces_no_decision_when_squared(tmp_path: Path) -> None:
    from cmhcl_footprints.cmhcl_plugin.review.walk import ReviewWalk

    layer = footprints(tmp_path)
    assert layer.startEditing()
    assert layer.addAttribute(QgsField("review", QVariant.String, len=8))
    skewed = "Polygon ((600000 5750000, 600010 5750001, 600009 5750008, 600000 5750008))"
    layer.changeGeometry(3, QgsGeometry.fromWkt(skewed))
    layer.setDefaultValueDefinition(2, QgsDefaultValue("'todo'", True))
    walk = ReviewWalk(layer)
    walk.accept()
    walk.back()
    walk.square()
    assert states(layer)[3] == "accepted" and walk.state == "accepted"
    assert not layer.getFeature(3).geometry().equals(QgsGeometry.fromWkt(skewed))


def virtual(layer: QgsVectorLayer) -> None:
    layer.addExpressionField("''", QgsField("review", QVariant.String, len=8))


def joined(layer: QgsVectorLayer) -> None:
    other = QgsVectorLayer("NoGeometry?field=key:integer&field=Review:string(8)", "o", "memory")
    QgsProject.instance().addMapLayer(other)
    join = QgsVectorLayerJoinInfo()
    join.setJoinLayer(other)
    join.setJoinFieldName("key")
    join.setTargetFieldName("fid")
    join.setPrefix("")
    assert layer.addJoin(join)


@pytest.mark.parametrize("add", [virtual, joined])
def test_field_that_is_not_in_the_layer_is_named(tmp_path: Path, add: Any) -> None:
    from cmhcl_footprints.cmhcl_plugin.review.walk import ReviewWalk
    from cmhcl_footprints.core.hatch.errors import InputError

    layer = footprints(tmp_path)
    add(layer)
    walk = ReviewWalk(layer)
    said = "“review” of the layer “found” is virtual or joined"
    with pytest.raises(InputError, match=said):
        walk.accept()
    assert layer.startEditing()
    with pytest.raises(InputError, match=said):
        walk.accept()
    assert not layer.isModified()


def test_joins_leave_the_layer_its_own_field(tmp_path: Path) -> None:
    from cmhcl_footprints.cmhcl_plugin.review.walk import ReviewWalk

    layer = footprints(tmp_path)
    ReviewWalk(layer).accept()  # which adds the field
    joined(layer)
    walk = ReviewWalk(layer)
    walk.accept()
    assert layer.commitChanges()
    walk = ReviewWalk(layer)
    walk.accept()
    assert sorted(states(layer).items()) == [(1, None), *((i, "accepted") for i in (2, 3, 4))]
