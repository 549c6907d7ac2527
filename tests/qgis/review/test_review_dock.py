"""The review dock: keys, map, undo, saving, and the layer as labels."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import scenes
from osgeo import ogr
from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtWidgets import QAction, QDockWidget
from review_layers import footprints, press, states

pytest_plugins = ["review_fixtures"]


def test_keys_work_in_the_dock_and_on_the_map_while_it_is_open(
    dock: Any, qgis_canvas: Any, tmp_path: Path
) -> None:
    layer = footprints(tmp_path)
    dock.review(layer)
    assert dock.facts.text() == "Footprint 3"  # nothing is known of it
    press(dock.accept_button, "A")
    assert dock.facts.text() == "Confidence 55%"
    press(qgis_canvas, "D")
    press(qgis_canvas, "M")
    press(dock.skip_button, "B")
    assert states(layer) == {3: "accepted", 4: "marked", 1: None}
    assert dock.facts.text() == "<b>marked for later</b> · Confidence 70%"
    press(dock.back_button, "N")
    assert dock.figures.text() == "3 of 4 reviewed, 1 deleted"
    dock.hide()
    press(qgis_canvas, "D")
    assert layer.featureCount() == 3


def test_key_on_the_map_goes_before_the_same_one_of_qgis(
    dock: Any, qgis_canvas: Any, tmp_path: Path
) -> None:
    """As R, which is also that of stream digitising in QGIS 3.40."""
    layer = footprints(tmp_path)
    dock.review(layer)
    window = qgis_canvas.window()
    other = QAction("Another", window)
    other.setShortcut("A")
    window.addAction(other)
    triggered = []
    other.triggered.connect(triggered.append)
    press(qgis_canvas, "A")
    window.removeAction(other)
    assert states(layer)[3] == "accepted" and not triggered


def test_map_goes_to_each_footprint(dock: Any, qgis_canvas: Any, tmp_path: Path) -> None:
    layer = footprints(tmp_path)
    qgis_canvas.setDestinationCrs(layer.crs())
    dock.review(layer)
    zoomed = qgis_canvas.extent()
    assert zoomed.contains(layer.getFeature(3).geometry().boundingBox())
    assert 30 < zoomed.width() < 200
    drawn = dock._marker.band.asGeometry().boundingBox()
    assert drawn == layer.getFeature(3).geometry().boundingBox()
    dock.skip_button.click()
    assert qgis_canvas.extent().contains(layer.getFeature(2).geometry().boundingBox())
    assert qgis_canvas.extent().width() == pytest.approx(zoomed.width())  # moved, not zoomed
    dock.hide()
    assert dock._marker.band.asGeometry().isEmpty()


def test_footprint_comes_back_after_undo_and_rollback(
    dock: Any, qtbot: Any, tmp_path: Path
) -> None:
    layer = footprints(tmp_path)
    dock.review(layer)
    dock.delete_button.click()
    layer.undoStack().undo()
    qtbot.waitUntil(lambda: dock.figures.text() == "0 of 4 reviewed, 0 deleted")
    assert dock.facts.text() == "Footprint 3"
    dock.accept_button.click()
    layer.rollBack()
    qtbot.waitUntil(lambda: dock.figures.text() == "0 of 4 reviewed, 0 deleted")


def test_layer_with_other_content_is_reviewed_from_the_start(
    dock: Any, qtbot: Any, tmp_path: Path
) -> None:
    from cmhcl_footprints.cmhcl_plugin.layers import content

    layer = footprints(tmp_path)
    dock.review(layer)
    source = content.Source.of(layer)
    other = content.Source.of(footprints(tmp_path, (0.11, 0.22), name="other"))
    content.show_replaced(layer, content.replace_content(source, other, source.digest()))
    qtbot.waitUntil(lambda: "11%" in dock.facts.text())
    dock.accept_button.click()
    assert layer.commitChanges()
    assert sorted(states(layer).values(), key=str) == [None, "accepted"]


def test_reviewed_layer_is_saved_and_offered_as_labels(
    dock: Any, qtbot: Any, tmp_path: Path
) -> None:
    layer = footprints(tmp_path)
    wanted: list[Any] = []
    dock.labels_requested.connect(wanted.append)
    dock.review(layer)
    assert not dock.labels_button.isVisible() and not dock.save_button.isEnabled()
    dock.skip_button.click()
    for button in (dock.accept_button, dock.mark_button, dock.delete_button):
        button.click()
    assert dock.facts.text().startswith("1 skipped, without a decision.")
    dock.facts.linkActivated.emit("again")
    dock.accept_button.click()
    end = "All footprints are reviewed: 2 accepted, 1 marked for later, 1 deleted."
    assert dock.facts.text() == end
    assert not dock.accept_button.isEnabled() and dock.back_button.isEnabled()
    dock.labels_button.click()
    assert not wanted
    assert "“found” has unsaved edits; save them" in dock.messages.text
    dock.save_button.click()
    qtbot.waitUntil(lambda: not dock.save_button.isEnabled())
    assert dock.facts.text() == end and layer.isEditable()
    dock.labels_button.click()
    assert wanted == [layer]
    on_disk = QgsVectorLayer(layer.source(), "", "ogr")
    assert states(on_disk) == {2: "accepted", 4: "marked", 3: "accepted"}
    dock.show_which.setCurrentIndex(1)
    assert dock.show_which.currentText() == "Marked for later (1)"
    assert dock.facts.text() == "<b>marked for later</b> · Confidence 70%"
    layer.rollBack()


def test_save_that_fails_is_reported(dock: Any, tmp_path: Path) -> None:
    layer = footprints(tmp_path)
    dock.review(layer)
    dock.accept_button.click()
    source = ogr.Open(str(tmp_path / "found.gpkg"), 1)
    source.ExecuteSQL("DROP TABLE footprints")
    source = None
    dock.save_button.click()
    assert "“found” cannot be saved (" in dock.messages.text
    layer.rollBack()


def test_removed_and_empty_layers_are_explained(dock: Any, tmp_path: Path) -> None:
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
    assert dock.facts.text() == "This layer has no footprints."
    project.clear()
    assert dock.facts.text() == choose


def test_topmost_layer_with_footprints_is_chosen(
    dock: Any, qgis_iface: Any, tmp_path: Path
) -> None:
    qgis_iface.setActiveLayer(scenes.add_labels())
    layer = footprints(tmp_path)
    dock.review()
    assert dock.layers.currentLayer() == layer
    assert qgis_iface.activeLayer() == layer


def test_reviewed_layer_becomes_the_labels_of_a_fine_tuning(
    qgis_iface: Any, fake_root: Path, tmp_path: Path
) -> None:
    from cmhcl_footprints.cmhcl_plugin import plugin as module
    from cmhcl_footprints.cmhcl_plugin.worker.process import WorkerProcess

    plugin = module.CmhclPlugin(qgis_iface)
    plugin.initGui()
    plugin.worker._root = plugin.trainer._root = fake_root
    assert isinstance(plugin.worker, WorkerProcess)
    layer = footprints(tmp_path)
    plugin.panel.open()
    plugin.pages.extract.review_button.click()
    assert isinstance(plugin.review, QDockWidget) and plugin.review.isVisible()
    plugin.review.labels_requested.emit(layer)
    assert plugin.pages.finetune.preparing.form.labels.currentLayer() == layer
    assert plugin.pages.tabs.currentWidget() == plugin.pages.finetune
    plugin.unload()


def test_layer_that_a_comparison_has_hidden_is_shown(dock: Any, tmp_path: Path) -> None:
    layer = footprints(tmp_path)
    node = QgsProject.instance().layerTreeRoot().findLayer(layer)
    node.setItemVisibilityChecked(False)
    dock.review(layer)
    assert node.isVisible()


def test_message_stays_until_the_next_step(dock: Any, qgis_iface: Any, tmp_path: Path) -> None:
    dock.review(footprints(tmp_path))
    press(dock.accept_button, "J")
    assert dock.messages.isVisible() and "No other footprint touches" in dock.messages.text
    assert qgis_iface.messageBar().currentItem() is None
    press(dock.accept_button, "N")
    assert not dock.messages.isVisible()
