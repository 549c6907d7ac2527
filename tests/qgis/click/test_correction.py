"""Footprints of the layer that are clicked, corrected and put back in their place."""

from __future__ import annotations

from typing import Optional

import pytest
from map_mouse import CENTRE, LEFT, RIGHT, SHIFT, Mouse
from qgis.core import (
    QgsDefaultValue,
    QgsField,
    QgsGeometry,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import Qt, QVariant
from test_buildings import east

pytest_plugins = ["map_mouse_fixtures"]


@pytest.mark.parametrize("saved", [False, True])
def test_corrected_footprint_replaces_the_old_one_in_one_edit(mouse: Mouse, saved: bool) -> None:
    mouse.scene()
    mouse.take_tool()
    mouse.click_building()
    mouse.click_building(east(60))
    layer = mouse.layer
    if saved:
        assert layer.commitChanges()
    before = {f.id(): f.geometry().asWkt(1) for f in layer.getFeatures()}
    edits = layer.undoStack().count()
    mouse.click()
    assert len(mouse.jobs) == 2 and not mouse.buildings.awaits_answer  # it is shown as it is
    assert mouse.preview.area() == pytest.approx(144) and mouse.status == "A footprint to correct"
    mouse.click(east(3), RIGHT)
    mouse.wait_for_answer()
    (point,), (outside,), previous = (
        mouse.jobs[-1].inside,
        mouse.jobs[-1].outside,
        QgsGeometry.fromWkt(mouse.jobs[-1].previous),
    )
    assert abs(point[0] - CENTRE.x()) < 1 and abs(outside[0] - CENTRE.x() - 3) < 1
    assert previous.area() == pytest.approx(144)
    mouse.key(Qt.Key.Key_Return)
    assert mouse.status == "Corrected. Ctrl+Z undoes this."
    assert {f.id() for f in layer.getFeatures()} == before.keys()
    assert layer.undoStack().count() == edits + 1
    changed = min(layer.getFeatures(), key=lambda feature: feature.geometry().area())
    assert changed.geometry().area() < 120
    assert changed["area_m2"] == pytest.approx(changed.geometry().area(), abs=0.01)
    layer.undoStack().undo()
    assert {f.id(): f.geometry().asWkt(1) for f in layer.getFeatures()} == before


def test_footprint_that_is_clicked_and_left_alone_is_not_edited(mouse: Mouse) -> None:
    mouse.scene()
    mouse.take_tool()
    mouse.click_building()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape):
        mouse.click()
        assert not mouse.preview.isEmpty()
        mouse.key(key)
        assert mouse.preview.isEmpty() and mouse.layer.undoStack().count() == 1
    assert len(mouse.jobs) == 1


def test_point_taken_back_brings_the_old_footprint_back(mouse: Mouse) -> None:
    mouse.scene()
    mouse.take_tool()
    mouse.click_building()
    mouse.click()
    mouse.click(east(3), RIGHT)
    mouse.wait_for_answer()
    mouse.key(Qt.Key.Key_Backspace)
    assert mouse.preview.area() == pytest.approx(144)
    mouse.key(Qt.Key.Key_Return)
    assert mouse.layer.undoStack().count() == 1


@pytest.mark.parametrize("default", [None, "'todo'"])
def test_correction_keeps_the_decision_of_a_review(mouse: Mouse, default: Optional[str]) -> None:
    mouse.scene()
    mouse.take_tool()
    mouse.click_building()
    layer = mouse.layer
    if default:  # that QGIS applies on every update
        review = layer.fields().indexFromName("review")
        layer.setDefaultValueDefinition(review, QgsDefaultValue(default, True))
    (id,) = (feature.id() for feature in layer.getFeatures())
    index = layer.fields().indexFromName("review")
    layer.changeAttributeValue(id, index, "accepted", None, True)
    mouse.click()
    mouse.click(east(3), RIGHT)
    mouse.wait_for_answer()
    mouse.key(Qt.Key.Key_Return)
    feature = layer.getFeature(id)
    assert feature["review"] == "accepted" and feature.geometry().area() < 120


def test_new_building_is_cut_at_its_neighbour(mouse: Mouse) -> None:
    mouse.scene()
    mouse.take_tool()
    mouse.click_building()
    mouse.click_building(east(16), accept=False)
    mouse.click(east(14), LEFT)
    mouse.wait_for_answer()
    mouse.click(east(11), LEFT)
    mouse.wait_for_answer()
    mouse.key(Qt.Key.Key_Return)
    first, second = mouse.footprints
    assert first.area() == pytest.approx(144)
    assert first.intersection(second).area() == pytest.approx(0, abs=1e-6)
    areas = [feature["area_m2"] for feature in mouse.layer.getFeatures()]
    assert areas[1] == pytest.approx(second.area(), rel=0.01)


def test_part_that_was_a_footprint_of_its_own_is_replaced(mouse: Mouse) -> None:
    mouse.scene()
    mouse.take_tool()
    mouse.click_building()
    mouse.click_building(east(20))
    mouse.click()
    mouse.click(east(20), LEFT, SHIFT)
    mouse.wait_for_answer()
    mouse.key(Qt.Key.Key_Return)
    (shape,) = mouse.footprints
    assert shape.boundingBox().width() == pytest.approx(32, abs=1)
    mouse.layer.undoStack().undo()
    assert len(mouse.footprints) == 2


def test_accepted_footprint_of_the_same_building_stays(mouse: Mouse) -> None:
    mouse.scene()
    mouse.take_tool()
    mouse.click_building()
    layer = mouse.layer
    (id,) = (feature.id() for feature in layer.getFeatures())
    layer.changeAttributeValue(id, layer.fields().indexFromName("review"), "accepted")
    mouse.click_building(east(7), accept=False)
    mouse.click(east(-4), LEFT, SHIFT)
    mouse.wait_for_answer()
    mouse.key(Qt.Key.Key_Return)
    assert len(mouse.footprints) == 1 and layer.getFeature(id).geometry().area() > 140
    assert mouse.status == "Accepted in a review: not changed."


def test_new_building_in_place_of_one_keeps_what_the_user_wrote(mouse: Mouse) -> None:
    mouse.scene()
    mouse.take_tool()
    mouse.click_building()
    layer = mouse.layer
    assert layer.commitChanges()
    (old,) = layer.getFeatures()
    box = old.geometry().boundingBox()
    box.setXMaximum(box.xMinimum() + 5)  # so that the click is beside it
    layer.startEditing()
    layer.changeGeometry(old.id(), QgsGeometry.fromRect(box))
    for name, value in (("review", "marked"), ("area_m2", 60.0)):
        layer.changeAttributeValue(old.id(), layer.fields().indexFromName(name), value)
    mouse.click_building(east(1))
    assert mouse.status == "Added, 1 replaced. Ctrl+Z undoes this."
    (new,) = layer.getFeatures()
    assert (new.id(), new["review"], new["area_m2"]) == (old.id(), "marked", 144.0)
    assert new.geometry().area() == pytest.approx(144)
    layer.rollBack()


def test_hidden_layer_is_not_picked_from(mouse: Mouse) -> None:
    mouse.scene()
    mouse.take_tool()
    mouse.click_building()
    mouse.canvas.setLayers([layer for layer in mouse.canvas.layers() if layer != mouse.layer])
    mouse.click()
    assert len(mouse.jobs) == 2 and mouse.jobs[-1].previous == ""
    mouse.wait_for_answer()


@pytest.mark.parametrize("stop", [False, True])
def test_footprint_that_is_saved_while_it_is_corrected_keeps_what_the_user_wrote(
    mouse: Mouse, stop: bool
) -> None:
    mouse.scene()
    mouse.take_tool()
    mouse.click_building()
    layer = mouse.layer
    assert layer.commitChanges()
    layer.dataProvider().addAttributes([QgsField("note", QVariant.String)])
    layer.updateFields()
    places = [east(60), east(-60), east(-30)]
    for place in places:
        mouse.click_building(place)
    unsaved = [feature for feature in layer.getFeatures() if feature.id() < 0]
    assert len(unsaved) == 3
    for feature in unsaved:
        number = next(n for n, place in enumerate(places) if feature.geometry().contains(place))
        for name, value in (("note", f"house {number}"), ("review", "accepted")):
            index = layer.fields().indexFromName(name)
            layer.changeAttributeValue(feature.id(), index, value)
    mouse.click(east(60))
    mouse.click(east(63), RIGHT)
    mouse.wait_for_answer()
    assert layer.commitChanges(stop)
    before = {feature.id() for feature in layer.getFeatures()}
    mouse.key(Qt.Key.Key_Return)
    assert mouse.status == "Corrected. Ctrl+Z undoes this."
    after = list(layer.getFeatures())
    assert {feature.id() for feature in after} == before and min(before) > 0
    small = [feature for feature in after if feature.geometry().area() < 120]
    assert [(feature["note"], feature["review"]) for feature in small] == [("house 0", "accepted")]
    assert layer.undoStack().count() == 1


@pytest.mark.parametrize("removed", [True, False])
def test_correction_is_of_the_layer_that_was_clicked(mouse: Mouse, removed: bool) -> None:
    """Also if clicks would go to another layer by now."""
    mouse.scene()
    mouse.take_tool()
    mouse.click_building()
    layers = [mouse.layer, other_layer(mouse)]
    clicked = mouse.layer
    (other,) = (layer for layer in layers if layer != clicked)
    shapes = {f.id(): f.geometry().asWkt(1) for f in other.getFeatures()}
    mouse.canvas.setLayers(layers)
    mouse.click()
    mouse.click(east(3), RIGHT)
    mouse.wait_for_answer()
    if removed:
        QgsProject.instance().removeMapLayer(clicked.id())
    else:
        clicked.removeCustomProperty("cmhcl/by_click")
    mouse.key(Qt.Key.Key_Return)
    after = {f.id(): f.geometry().asWkt(1) for f in other.getFeatures()}
    if removed:
        assert mouse.status == "Added. Ctrl+Z undoes this."
        assert shapes.items() < after.items() and len(after) == len(shapes) + 1
        other.rollBack()
    else:
        assert mouse.status == "Corrected. Ctrl+Z undoes this." and after == shapes
        (corrected,) = clicked.getFeatures()
        assert corrected.geometry().area() < 120


def other_layer(mouse: Mouse) -> QgsVectorLayer:
    """A copy of the layer of clicks, in a file of its own, whose footprint is 60 m further."""
    assert mouse.layer.commitChanges()
    path = str(mouse.folder / "other.gpkg")
    options = QgsVectorFileWriter.SaveVectorOptions()
    context = QgsProject.instance().transformContext()
    QgsVectorFileWriter.writeAsVectorFormatV3(mouse.layer, path, context, options)
    layer = QgsVectorLayer(path, "other", "ogr")
    (footprint,) = layer.getFeatures()
    far = footprint.geometry()
    far.translate(60, 0)
    assert layer.dataProvider().changeGeometryValues({footprint.id(): far})
    layer.setCustomProperty("cmhcl/by_click", True)
    QgsProject.instance().addMapLayer(layer)
    return layer
