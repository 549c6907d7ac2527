"""Layers whose file is replaced come back if it was not."""

from __future__ import annotations

from pathlib import Path

import scenes
from qgis.core import QgsProject, QgsVectorLayer


def test_layer_comes_back_though_its_group_was_removed(tmp_path: Path) -> None:
    from cmhcl_footprints.cmhcl_plugin.layers.replaced_layers import ReplacedLayers

    path, project = scenes.write_footprints(tmp_path / "f.gpkg"), QgsProject.instance()
    layer = project.addMapLayer(QgsVectorLayer(str(path), "mine", "ogr"), False)
    group = project.layerTreeRoot().addGroup("group")
    group.addLayer(layer)
    replaced = ReplacedLayers([path], project)
    assert not project.mapLayers()
    project.layerTreeRoot().removeChildNode(group)
    replaced.put_back()
    assert [layer.name() for layer in project.mapLayers().values()] == ["mine"]
    assert len(project.layerTreeRoot().findLayers()) == 1
