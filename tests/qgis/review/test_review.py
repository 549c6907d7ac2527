"""Review: the walk through a layer, its edits, and the dock with its keys."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Optional

import pytest
import scenes
from osgeo import ogr, osr
from qgis.core import (
    Qgis,
    QgsFeature,
    QgsGeometry,
    QgsProject,
    QgsVectorLayer,
    QgsVectorLayerUtils,
)
from qgis.PyQt.QtCore import QCoreApplication, QEvent, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QDockWidget, QWidget

CONFIDENCES = (0.9, 0.55, None, 0.7)
BY_CONFIDENCE = [3, 2, 4, 1]  # their ids, the one without any first


def footprints(
    folder: Path,
    values: tuple[Optional[float], ...] = CONFIDENCES,
    *,
    field: str = "confidence",
    name: str = "found",
) -> QgsVectorLayer:
    """A GeoPackage on the map with a square for each value; the later, the larger."""
    path = folder / f"{name}.gpkg"
    source = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(32631)
    table = source.CreateLayer("footprints", reference, ogr.wkbPolygon)
    table.CreateField(ogr.FieldDefn(field, ogr.OFTReal))
    for i, value in enumerate(values):
        feature = ogr.Feature(table.GetLayerDefn())
        x, y, side = scenes.ORIGIN[0] + 100 * i, scenes.ORIGIN[1], 5 + i
        feature.SetGeometry(
            ogr.CreateGeometryFromWkt(
                f"POLYGON(({x} {y},{x + side} {y},{x + side} {y + side},{x} {y + side},{x} {y}))"
            )
        )
        if value is not None:
            feature.SetField(field, value)
        table.CreateFeature(feature)
    source = table = None
    layer = QgsVectorLayer(f"{path}|layername=footprints", name, "ogr")
    QgsProject.instance().addMapLayer(layer)
    return layer


def states(layer: QgsVectorLayer) -> dict[int, Any]:
    """What the field of the layer says, by id; None where it says nothing."""
    return {f.id(): f["review"] or None for f in layer.getFeatures()}


def path_of(walk: Any) -> list[int]:
    """The ids that the walk visits when all is skipped."""
    visited = []
    while walk.current is not None:
        visited.append(walk.current)
        walk.skip()
    return visited


@pytest.fixture
def walk(tmp_path: Path) -> Any:
    from cmhcl_footprints.cmhcl_plugin.review.walk import ReviewWalk

    return ReviewWalk(footprints(tmp_path))


def test_least_certain_first(walk: Any) -> None:
    assert path_of(walk) == BY_CONFIDENCE
    assert not walk.layer.isEditable()  # looking is no edit


def test_by_area_without_confidence(tmp_path: Path) -> None:
    from cmhcl_footprints.cmhcl_plugin.review.walk import ReviewWalk

    layer = footprints(tmp_path, (0.1, 0.9, 0.5), field="other")
    layer.startEditing()
    layer.changeGeometry(2, QgsGeometry.fromWkt("POLYGON((0 0, 1 0, 1 1, 0 0))"))
    assert path_of(ReviewWalk(layer)) == [2, 1, 3]


def test_decisions_are_one_edit_each(walk: Any) -> None:
    layer = walk.layer
    walk.accept()
    walk.delete()
    walk.mark()
    assert states(layer) == {3: "accepted", 4: "marked", 1: None}
    assert (walk.current, walk.total, walk.deleted, walk.count("")) == (1, 4, 1, 1)
    assert layer.undoStack().count() == 3
    texts = [layer.undoStack().text(i) for i in range(3)]
    assert texts == ["Accept footprint", "Delete footprint", "Mark footprint for later"]
    for _ in range(3):
        layer.undoStack().undo()
    assert layer.fields().indexFromName("review") < 0 and layer.featureCount() == 4


def test_back_and_undo_lead_to_what_was_decided(walk: Any) -> None:
    walk.accept()
    walk.delete()
    walk.back()
    assert (walk.current, walk.state) == (3, "accepted")  # the deleted one is passed over
    walk.mark()
    assert (walk.current, states(walk.layer)[3]) == (4, "marked")
    walk.layer.undoStack().undo()  # accepted again: still decided
    walk.refresh()
    assert walk.current == 4
    walk.layer.undoStack().undo()  # the deleted one is back
    walk.refresh()
    assert (walk.current, walk.deleted, walk.total) == (2, 0, 4)
    walk.layer.undoStack().redo()
    walk.refresh()
    assert (walk.current, walk.deleted) == (4, 1)
    assert path_of(walk) == [4, 1]


def test_goes_on_where_it_stopped(walk: Any) -> None:
    from cmhcl_footprints.cmhcl_plugin.review.walk import MARKED, ReviewWalk

    source = walk.layer.source()
    walk.accept()
    walk.mark()
    assert walk.layer.commitChanges()
    again = ReviewWalk(QgsVectorLayer(source, "again", "ogr"))
    assert (again.current, again.total, again.count("accepted")) == (4, 4, 1)
    again.restart(MARKED)
    assert again.current == 2
    again.accept()
    assert again.current is None and states(again.layer)[2] == "accepted"


def test_skipped_ones_come_again(walk: Any) -> None:
    assert path_of(walk) == BY_CONFIDENCE
    walk.back()
    assert walk.current == 1
    walk.restart("")
    assert walk.current == 3


def test_edits_of_others(walk: Any) -> None:
    layer = walk.layer
    walk.accept()
    layer.deleteFeature(2)  # the current one
    walk.refresh()
    assert (walk.current, walk.deleted) == (4, 1)
    new = QgsFeature(layer.fields())
    new.setGeometry(QgsGeometry.fromWkt("POLYGON((0 0, 9 0, 9 9, 0 0))"))
    new["confidence"] = 0.95
    layer.addFeature(new)
    walk.refresh()
    assert path_of(walk) == [4, 1, new.id()]
    layer.rollBack()
    walk.refresh()
    assert (walk.current, walk.total, walk.deleted) == (3, 4, 0)


def test_layers_that_cannot_keep_decisions(tmp_path: Path) -> None:
    from cmhcl_footprints.cmhcl_plugin.review.walk import ReviewWalk
    from cmhcl_footprints.core.hatch.errors import InputError

    layer = footprints(tmp_path, (0.5,), field="review")
    walk = ReviewWalk(layer)
    with pytest.raises(InputError, match="The field “review” of the layer “found” does not hold"):
        walk.accept()
    layer = footprints(tmp_path, (0.5,), name="locked")
    layer.setReadOnly(True)
    walk = ReviewWalk(layer)
    for step in (walk.accept, walk.delete):
        with pytest.raises(InputError, match="“locked” cannot be edited here; export it"):
            step()
    assert walk.current == 1 and walk.count("") == 1


def test_decisions_on_unsaved_footprints_are_kept_or_refused(walk: Any) -> None:
    from cmhcl_footprints.core.hatch.errors import InputError

    def draw() -> int:
        new = QgsVectorLayerUtils.createFeature(walk.layer, QgsGeometry(), {1: -2.0})
        walk.layer.addFeature(new)
        walk.restart("")
        return int(new.id())

    walk.layer.startEditing()
    drawn_before = draw()
    assert walk.current == drawn_before
    with pytest.raises(InputError, match="This footprint of the layer “found” is new; save the"):
        walk.accept()
    walk.delete()
    walk.accept()  # adds the field
    drawn_after = draw()
    assert walk.current == drawn_after
    walk.accept()
    assert walk.layer.commitChanges()
    assert sorted(states(walk.layer).values(), key=str) == [None] * 3 + ["accepted"] * 2


def test_new_ids_and_filters_are_no_deletions(walk: Any) -> None:
    layer = walk.layer
    layer.startEditing()
    new = QgsFeature(layer.fields())
    new["confidence"] = 0.1
    layer.addFeature(new)
    walk.refresh()
    walk.restart("")
    assert path_of(walk) == [3, new.id(), 2, 4, 1]
    layer.commitChanges()
    walk.refresh()
    assert (walk.total, walk.deleted) == (5, 0)
    layer.setSubsetString("confidence > 0.6")
    walk.refresh()
    assert (walk.total, walk.deleted) == (2, 0)


# The dock


@pytest.fixture
def dock(qgis_iface: Any) -> Iterator[Any]:
    from cmhcl_footprints.cmhcl_plugin.review.panel import ReviewDock

    qgis_iface.mainWindow().show()
    dock = ReviewDock(qgis_iface)
    qgis_iface.messageBar().clear_messages()
    qgis_iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    yield dock
    dock.leave()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def press(where: QWidget, key: str) -> None:
    where.window().activateWindow()
    where.setFocus()
    QTest.keyClick(where, key)


def test_keys_in_the_dock_and_on_the_map(dock: Any, qgis_canvas: Any, tmp_path: Path) -> None:
    layer = footprints(tmp_path)
    dock.review(layer)
    assert dock.facts.text() == "Footprint 3"  # nothing is known of it
    press(dock.accept_button, "A")
    assert dock.facts.text() == "Confidence 0.55"
    press(qgis_canvas, "D")
    press(qgis_canvas, "M")
    press(dock.skip_button, "B")
    assert states(layer) == {3: "accepted", 4: "marked", 1: None}
    assert dock.facts.text() == "<b>marked for later</b> · Confidence 0.70"
    press(dock.back_button, "N")
    assert dock.figures.text() == "3 of 4 reviewed, 1 deleted"
    dock.hide()
    press(qgis_canvas, "D")
    assert layer.featureCount() == 3


def test_map_follows(dock: Any, qgis_canvas: Any, tmp_path: Path) -> None:
    layer = footprints(tmp_path)
    qgis_canvas.setDestinationCrs(layer.crs())
    dock.review(layer)
    zoomed = qgis_canvas.extent()
    assert zoomed.contains(layer.getFeature(3).geometry().boundingBox())
    assert 30 < zoomed.width() < 200
    drawn = dock._band.asGeometry().boundingBox()
    assert drawn == layer.getFeature(3).geometry().boundingBox()
    dock.skip_button.click()
    assert qgis_canvas.extent().contains(layer.getFeature(2).geometry().boundingBox())
    assert qgis_canvas.extent().width() == pytest.approx(zoomed.width())  # moved, not zoomed
    dock.hide()
    assert dock._band.asGeometry().isEmpty()


def test_undo_in_qgis_brings_it_back(dock: Any, qtbot: Any, tmp_path: Path) -> None:
    layer = footprints(tmp_path)
    dock.review(layer)
    dock.delete_button.click()
    layer.undoStack().undo()
    qtbot.waitUntil(lambda: dock.figures.text() == "0 of 4 reviewed, 0 deleted")
    assert dock.facts.text() == "Footprint 3"
    dock.accept_button.click()
    layer.rollBack()
    qtbot.waitUntil(lambda: dock.figures.text() == "0 of 4 reviewed, 0 deleted")


def test_a_layer_outlined_again_is_gone_through_anew(dock: Any, qtbot: Any, tmp_path: Path) -> None:
    from cmhcl_footprints.cmhcl_plugin.layers.content import replace_content

    layer = footprints(tmp_path)
    dock.review(layer)
    replace_content(layer, footprints(tmp_path, (0.11, 0.22), name="other"))
    qtbot.waitUntil(lambda: "0.11" in dock.facts.text())
    dock.accept_button.click()
    assert layer.commitChanges()
    assert sorted(states(layer).values(), key=str) == [None, "accepted"]


def test_end_save_and_labels(dock: Any, qgis_iface: Any, qtbot: Any, tmp_path: Path) -> None:
    layer = footprints(tmp_path)
    wanted: list[Any] = []
    dock.labels_wanted.connect(wanted.append)
    dock.review(layer)
    assert not dock.labels_button.isVisible() and not dock.save_button.isEnabled()
    dock.skip_button.click()
    for button in (dock.accept_button, dock.mark_button, dock.delete_button):
        button.click()
    assert dock.facts.text().startswith("1 left that you skipped.")
    dock.facts.linkActivated.emit("again")
    dock.accept_button.click()
    end = "All are reviewed: 2 accepted, 1 marked for later, 1 deleted."
    assert dock.facts.text() == end
    assert not dock.accept_button.isEnabled() and dock.back_button.isEnabled()
    dock.labels_button.click()
    assert not wanted
    (told,) = qgis_iface.messageBar().get_messages(Qgis.MessageLevel.Warning)
    assert "“found” has unsaved edits; save it" in told
    dock.save_button.click()
    qtbot.waitUntil(lambda: not dock.save_button.isEnabled())
    assert dock.facts.text() == end and layer.isEditable()
    dock.labels_button.click()
    assert wanted == [layer]
    on_disk = QgsVectorLayer(layer.source(), "", "ogr")
    assert states(on_disk) == {2: "accepted", 4: "marked", 3: "accepted"}
    dock.show_which.setCurrentIndex(1)
    assert dock.show_which.currentText() == "Marked for later (1)"
    assert dock.facts.text() == "<b>marked for later</b> · Confidence 0.70"
    layer.rollBack()


def test_save_that_fails_is_told(dock: Any, qgis_iface: Any, tmp_path: Path) -> None:
    layer = footprints(tmp_path)
    dock.review(layer)
    dock.accept_button.click()
    source = ogr.Open(str(tmp_path / "found.gpkg"), 1)
    source.ExecuteSQL("DROP TABLE footprints")
    source = None
    dock.save_button.click()
    (told,) = qgis_iface.messageBar().get_messages(Qgis.MessageLevel.Critical)
    assert "“found” cannot be saved (" in told
    layer.rollBack()


def test_layers_that_go_or_are_empty(dock: Any, tmp_path: Path) -> None:
    project = QgsProject.instance()
    dock.review()
    choose = "Choose the layer whose footprints you want to go through."
    assert dock.facts.text() == choose and not dock.accept_button.isEnabled()
    first, second = footprints(tmp_path, name="a"), footprints(tmp_path, (), name="b")
    dock.review(first)
    dock.accept_button.click()
    first.selectAll()
    project.removeMapLayer(first.id())
    assert dock.facts.text() == choose and dock.layers.currentLayer() is None
    dock.review(second)
    assert dock.facts.text() == "This layer has no footprint."
    project.clear()
    assert dock.facts.text() == choose


def test_likeliest_layer(dock: Any, qgis_iface: Any, tmp_path: Path) -> None:
    qgis_iface.setActiveLayer(scenes.add_labels())
    layer = footprints(tmp_path)
    dock.review()
    assert dock.layers.currentLayer() == layer
    assert qgis_iface.activeLayer() == layer


def test_labels_reach_the_page_fine_tune(qgis_iface: Any, fake_root: Path, tmp_path: Path) -> None:
    from cmhcl_footprints.cmhcl_plugin import plugin as module
    from cmhcl_footprints.cmhcl_plugin.worker.process import Worker

    plugin = module.CmhclPlugin(qgis_iface)
    plugin.initGui()
    plugin.worker._root = plugin.trainer._root = fake_root
    assert isinstance(plugin.worker, Worker)
    layer = footprints(tmp_path)
    plugin.show_dialog()
    plugin.dialog.extract.review_button.click()
    assert isinstance(plugin.review, QDockWidget) and plugin.review.isVisible()
    plugin.review.labels_wanted.emit(layer)
    assert plugin.dialog.finetune.form.labels.currentLayer() == layer
    assert plugin.dialog.tabs.currentWidget() == plugin.dialog.finetune
    plugin.unload()
