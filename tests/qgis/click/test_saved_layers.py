"""The layer of clicks in a project that plugin 0.1.0 saved."""

from __future__ import annotations

from pathlib import Path

import scenes
from map_mouse import GROUP, Mouse
from osgeo import ogr
from qgis.core import QgsProject, QgsVectorLayer

pytest_plugins = ["map_mouse_fixtures"]


def save_project_of_0_1_0(folder: Path) -> Path:
    """A project with a layer of two clicked footprints, the less certain one accepted."""
    footprints = scenes.write_footprints(folder / "footprints_by_click_plain.gpkg")
    source = ogr.Open(str(footprints), 1)
    source.ExecuteSQL("ALTER TABLE footprints ADD COLUMN review TEXT(8)")
    source.ExecuteSQL("UPDATE footprints SET review = 'accepted' WHERE confidence < 0.6")
    source = None
    project = QgsProject.instance()
    layer = QgsVectorLayer(f"{footprints}|layername=footprints", footprints.stem, "ogr")
    layer.setCustomProperty("cmhcl/by_click", True)
    project.addMapLayer(layer, False)
    project.layerTreeRoot().insertGroup(0, GROUP).addLayer(layer)
    path = folder / "project.qgz"
    assert project.write(str(path))
    project.clear()
    return path


def test_click_goes_into_the_layer_of_0_1_0_and_keeps_its_review(mouse: Mouse) -> None:
    assert QgsProject.instance().read(str(save_project_of_0_1_0(mouse.folder)))
    before = {feature["confidence"]: feature.id() for feature in mouse.layer.getFeatures()}
    mouse.scene()
    mouse.by_click.action.trigger()
    mouse.drag_whole()
    mouse.wait()
    assert len(list(mouse.folder.glob("footprints_by_click*.gpkg"))) == 1
    assert mouse.status.startswith("1 added, 1 replaced")
    after = {feature["confidence"]: feature for feature in mouse.layer.getFeatures()}
    assert sorted(after) == sorted(before) == [0.55, 0.9]
    assert after[0.55].id() == before[0.55] and after[0.55]["review"] == "accepted"
    assert after[0.9].id() == before[0.9] and not after[0.9]["review"]
    assert mouse.layer.commitChanges(), mouse.layer.commitErrors()
