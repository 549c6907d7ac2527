"""Layers of the same file: each is reloaded after another one was saved."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import scenes
from qgis.core import QgsProject, QgsVectorLayer


def shown(path: Path, name: str) -> QgsVectorLayer:
    layer = QgsVectorLayer(f"{path}|layername=footprints", name, "ogr")
    QgsProject.instance().addMapLayer(layer)
    return layer


def follower(layers: list[QgsVectorLayer], told: list[Any]) -> Any:
    """What follows these layers, and notes itself each time it is told of a change."""
    from cmhcl_footprints.cmhcl_plugin.layers.twin_layers import TwinLayers

    twins = TwinLayers()
    twins.follow(layers)
    twins.changed.connect(lambda: told.append(twins))
    return twins


def test_each_layer_of_the_file_is_told_of_changes_by_others_alone(tmp_path: Path) -> None:
    path = scenes.write_footprints(tmp_path / "a.gpkg")
    other = shown(scenes.write_footprints(tmp_path / "b.gpkg"), "other")
    first, told = shown(path, "first"), []
    of_first, of_other = follower([first], told), follower([other], told)
    second = shown(path, "second")  # added later
    of_second = follower([second], told)
    first.startEditing()
    first.deleteFeature(next(first.getFeatures()).id())
    assert first.commitChanges()
    assert set(told) == {of_second}
    told.clear()
    second.reload()  # another program changed the file
    assert told == [of_first]
    told.clear()
    of_first.follow([])
    QgsProject.instance().removeMapLayer(second.id())
    first.reload()
    other.reload()
    assert not told and of_other not in told


def test_unsaved_edits_of_a_layer_that_is_reloaded_stay(tmp_path: Path) -> None:
    path = scenes.write_footprints(tmp_path / "a.gpkg")
    first, second, told = shown(path, "first"), shown(path, "second"), []
    twins = follower([first], told)
    (kept, deleted) = sorted(feature.id() for feature in first.getFeatures())
    index = first.fields().indexFromName("confidence")
    first.startEditing()
    first.changeAttributeValue(kept, index, 0.123)
    second.startEditing()
    second.deleteFeature(deleted)
    assert second.commitChanges()
    assert twins in told and first.isModified()
    assert first.commitChanges(), first.commitErrors()
    assert [feature["confidence"] for feature in first.getFeatures()] == [0.123]
