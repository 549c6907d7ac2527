"""All buildings of an area with a fake worker: what it asks for and adds to the layer."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from map_mouse import Mouse, bounds
from qgis.core import QgsCoordinateReferenceSystem, QgsField, QgsProject
from qgis.PyQt.QtCore import Qt, QVariant

pytest_plugins = ["map_mouse_fixtures"]


def test_rectangle_adds_footprints_to_a_new_layer(mouse: Mouse) -> None:
    mouse.scene()
    mouse.by_click.action.trigger()
    mouse.drag_whole()
    mouse.wait()
    layer = mouse.layer
    assert layer.featureCount() == 2 and layer.isEditable()
    assert Path(layer.source().split("|")[0]) == mouse.folder / "footprints_by_click_plain.gpkg"
    assert layer.renderer().categories()[0].value() == "low"
    assert str(mouse.folder / "plain.tif") in layer.metadata().abstract()
    assert mouse.iface.activeLayer() == layer
    assert sorted(f["confidence"] for f in layer.getFeatures()) == [0.55, 0.9]
    assert mouse.status.startswith("2 added, 0 replaced")
    assert layer.commitChanges(), layer.commitErrors()
    assert layer.featureCount() == 2


@pytest.mark.parametrize("decision", ["accepted", "ACCEPTED"])
def test_accepted_footprint_is_not_replaced_by_another_rectangle(
    mouse: Mouse, decision: str
) -> None:
    mouse.scene()
    mouse.by_click.action.trigger()
    mouse.drag_whole()
    mouse.wait()
    layer = mouse.layer
    accepted, other = sorted(feature.id() for feature in layer.getFeatures())
    shape = layer.getGeometry(accepted).buffer(-0.5, 4)
    layer.changeGeometry(accepted, shape)
    layer.changeAttributeValue(accepted, layer.fields().indexFromName("review"), decision)
    mouse.drag_whole()
    mouse.wait()
    assert mouse.status.startswith("1 added, 1 replaced")
    ids = {feature.id() for feature in layer.getFeatures()}
    assert ids == {accepted, other}
    assert layer.getGeometry(accepted).equals(shape)


def test_job_has_the_settings_of_the_page_extract(mouse: Mouse) -> None:
    layer = mouse.scene()
    mouse.by_click.action.trigger()
    mouse.settings.update(threshold=0.35, careful=True)
    mouse.settings.scene.choose_optical(layer)
    mouse.drag_whole()
    (job,) = mouse.jobs
    assert job.threshold == 0.35 and job.careful and job.scene.optical
    assert job.scene.sar == (str(mouse.folder / "plain.tif"),)
    # With 32 pixels around it, so that the footprints in it are complete.
    assert mouse.requested().area() == pytest.approx((560 * 0.8) ** 2, rel=0.01)
    assert mouse.requested().centroid().asPoint().distance(layer.extent().center()) < 2


def test_rectangle_needs_no_dialog_and_takes_the_active_raster(mouse: Mouse) -> None:
    mouse.scene("another")
    mouse.scene("plain")
    mouse.by_click.action.trigger()
    mouse.drag_whole()
    assert mouse.jobs[0].scene.sar == (str(mouse.folder / "plain.tif"),)
    assert mouse.plugin.pages is None
    mouse.plugin.panel.open()
    assert mouse.plugin.pages.extract.form.sar.layers.layers()[0].name() == "plain"
    mouse.wait()


def test_each_area_is_one_edit_that_can_be_undone(mouse: Mouse) -> None:
    mouse.scene()
    mouse.by_click.action.trigger()
    for number in (1, 2):
        mouse.drag_whole()
        mouse.wait()
        assert mouse.layer.featureCount() == 2  # the same two buildings
        assert mouse.layer.undoStack().count() == number
    assert mouse.status.startswith("2 added, 2 replaced")
    first = {feature.id() for feature in mouse.layer.getFeatures()}
    mouse.layer.undoStack().undo()
    assert mouse.layer.featureCount() == 2
    assert {feature.id() for feature in mouse.layer.getFeatures()} == first
    mouse.layer.undoStack().undo()
    assert mouse.layer.featureCount() == 0
    mouse.layer.undoStack().redo()
    assert mouse.layer.featureCount() == 2


def test_values_of_the_user_stay_where_one_footprint_replaces_one(mouse: Mouse) -> None:
    mouse.scene()
    mouse.by_click.action.trigger()
    mouse.drag_whole()
    mouse.wait()
    layer = mouse.layer
    assert layer.commitChanges()
    layer.dataProvider().addAttributes([QgsField("owner", QVariant.String)])
    layer.updateFields()
    before = {feature.id(): feature["confidence"] for feature in layer.getFeatures()}
    values = {"owner": "me", "review": "marked", "confidence": 0.1}
    layer.startEditing()
    for id in before:
        for name, value in values.items():
            layer.changeAttributeValue(id, layer.fields().indexFromName(name), value)
        layer.changeGeometry(id, layer.getGeometry(id).buffer(-0.5, 4))
    mouse.drag_whole()
    mouse.wait()
    assert mouse.status.startswith("2 added, 2 replaced")
    after = list(layer.getFeatures())
    assert {feature.id(): feature["confidence"] for feature in after} == before
    assert [(feature["owner"], feature["review"]) for feature in after] == [("me", "marked")] * 2
    layer.undoStack().undo()
    assert {feature["confidence"] for feature in layer.getFeatures()} == {0.1}
    layer.rollBack()


def test_area_in_a_reopened_project_goes_into_its_layer(mouse: Mouse) -> None:
    mouse.scene()
    mouse.by_click.action.trigger()
    mouse.drag_whole()
    mouse.wait()
    mouse.layer.commitChanges()
    path = str(mouse.folder / "project.qgz")
    project = QgsProject.instance()
    assert project.write(path)
    project.clear()
    assert project.read(path)
    mouse.look_at(project.mapLayersByName("plain")[0])
    mouse.drag_whole()
    mouse.wait()
    assert len(project.mapLayers()) == 2
    assert mouse.layer.featureCount() == 2 and mouse.layer.isEditable()


def test_area_without_a_building_creates_no_layer(mouse: Mouse, monkeypatch: Any) -> None:
    mouse.scene()
    mouse.by_click.action.trigger()
    on_finished = mouse.by_click.extraction._on_finished
    monkeypatch.setattr(
        mouse.by_click.extraction,
        "_on_finished",
        lambda run, result: on_finished(run, replace(result, footprints=0)),
    )
    mouse.drag_whole()
    mouse.wait()
    assert mouse.layer is None and mouse.status == "No building was found here."


# The map


def test_area_stays_on_the_map_while_it_is_extracted(mouse: Mouse) -> None:
    mouse.scene("polite")
    mouse.by_click.action.trigger()
    assert mouse.canvas.cursor().shape() == Qt.CursorShape.CrossCursor
    mouse.drag_whole()
    (run,) = mouse.runs
    assert run.band.isVisible() and run.band.asGeometry().area() > 0
    assert mouse.canvas.cursor().shape() == Qt.CursorShape.BusyCursor
    before = bounds(run.band.asGeometry())
    mouse.canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    assert bounds(run.band.asGeometry()) != before
