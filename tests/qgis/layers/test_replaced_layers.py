"""Layers whose file is replaced are empty meanwhile, and as before if it was not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import scenes
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsLayerTreeModel,
    QgsMapLayerStyle,
    QgsMapThemeCollection,
    QgsProject,
    QgsRasterLayer,
    QgsRelation,
    QgsVectorLayer,
    QgsVectorLayerJoinInfo,
)


@pytest.fixture
def layers(tmp_path: Path) -> list[Any]:
    """Footprints and their probabilities in a group of the project."""
    footprints = scenes.write_footprints(tmp_path / "f.gpkg")
    raster = scenes.write_raster(tmp_path / "p.tif", scenes.speckle(3, 20))
    project = QgsProject.instance()
    group = project.layerTreeRoot().addGroup("group")
    layers = [QgsVectorLayer(str(footprints), "mine", "ogr"), QgsRasterLayer(str(raster), "p")]
    for layer in layers:
        project.addMapLayer(layer, False)
        group.addLayer(layer)
    return layers


def replaced(layers: list[Any]) -> Any:
    from cmhcl_footprints.cmhcl_plugin.layers.replaced_layers import ReplacedLayers

    paths = [Path(layer.source()) for layer in layers]
    return ReplacedLayers(paths, QgsProject.instance())


def styles(layers: list[Any]) -> list[str]:
    found = []
    for layer in layers:
        style = QgsMapLayerStyle()
        style.readFromLayer(layer)
        found.append(style.xmlData())
    return found


def test_layers_are_as_before_with_what_refers_to_them(layers: list[Any]) -> None:
    project, footprints = QgsProject.instance(), layers[0]
    footprints.setFieldAlias(1, "how sure")
    footprints.setCrs(QgsCoordinateReferenceSystem("EPSG:32632"))  # another than the file's
    survey = scenes.add_labels(name="survey")
    join = QgsVectorLayerJoinInfo()
    join.setJoinLayer(footprints)
    join.setJoinFieldName("fid")
    join.setTargetFieldName(survey.fields().names()[0])
    survey.addJoin(join)
    relation = QgsRelation()
    relation.setId("r")
    relation.setReferencedLayer(footprints.id())
    relation.setReferencingLayer(survey.id())
    relation.addFieldPair(survey.fields().names()[0], "fid")
    project.relationManager().addRelation(relation)
    root = project.layerTreeRoot()
    theme = QgsMapThemeCollection.createThemeFromCurrentState(root, QgsLayerTreeModel(root))
    project.mapThemeCollection().insert("field work", theme)
    before, fields = styles(layers), survey.fields().names()

    files = replaced(layers)
    assert footprints.featureCount() == 0 and layers[1].bandCount() == 1
    files.put_back()
    assert footprints.featureCount() == 2 and layers[1].bandCount() == 3
    assert styles(layers) == before and survey.fields().names() == fields
    assert project.relationManager().relation("r").isValid()
    assert footprints.crs().authid() == "EPSG:32632"
    records = project.mapThemeCollection().mapThemeState("field work").layerRecords()
    assert footprints.id() in [record.layer().id() for record in records]
    (group,) = root.findGroups()
    assert [node.layerId() for node in group.children()] == [layer.id() for layer in layers]


def test_project_that_is_saved_meanwhile_has_the_files(layers: list[Any], tmp_path: Path) -> None:
    project, path = QgsProject.instance(), str(tmp_path / "project.qgs")
    layers[0].setFieldAlias(1, "how sure")
    files = replaced(layers)
    assert project.write(path)
    files.put_back()
    project.clear()
    assert project.read(path)
    found = {layer.name(): layer for layer in project.mapLayers().values()}
    assert found["mine"].featureCount() == 2 and found["p"].bandCount() == 3
    index = found["mine"].fields().indexFromName("confidence")
    assert found["mine"].attributeAlias(index) == "how sure"


@pytest.mark.usefixtures("layers")
def test_layers_of_missing_files_are_replaced_too(tmp_path: Path) -> None:
    project, path = QgsProject.instance(), str(tmp_path / "project.qgs")
    assert project.write(path)
    project.clear()
    (tmp_path / "f.gpkg").rename(tmp_path / "moved.gpkg")
    project.read(path)
    files = replaced([layer for layer in project.mapLayers().values() if layer.name() == "mine"])
    (tmp_path / "moved.gpkg").rename(tmp_path / "f.gpkg")
    files.put_back()
    (mine,) = project.mapLayersByName("mine")
    assert mine.isValid() and mine.featureCount() == 2


def test_another_project_is_left_alone(layers: list[Any], tmp_path: Path) -> None:
    project, path = QgsProject.instance(), str(tmp_path / "project.qgs")
    assert project.write(path)
    files = replaced(layers)
    project.read(path)  # with layers of the same ids
    files.remove()
    assert len(project.mapLayers()) == 2


def test_replaced_layers_are_removed(layers: list[Any]) -> None:
    replaced(layers).remove()
    assert not QgsProject.instance().mapLayers()
