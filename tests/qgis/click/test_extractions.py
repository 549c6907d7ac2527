"""Extractions of areas in a queue, and changes to QGIS while they run."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from map_mouse import CENTRE, Mouse
from qgis.core import Qgis, QgsCoordinateReferenceSystem, QgsProject
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QPoint, Qt

pytest_plugins = ["map_mouse_fixtures"]


def test_three_rectangles_in_a_row_are_extracted_in_turn(mouse: Mouse) -> None:
    mouse.scene()
    mouse.by_click.action.trigger()
    for left in (2, 4, 6):
        mouse.drag(QPoint(left, 2), QPoint(498, 498))
    assert len(mouse.runs) == 3
    mouse.wait()
    assert mouse.layer.featureCount() == 2 and mouse.layer.undoStack().count() == 3


def test_cancel_in_the_task_bar_ends_the_extraction_silently(mouse: Mouse) -> None:
    mouse.scene("polite")
    mouse.by_click.action.trigger()
    mouse.drag_whole()
    (run,) = mouse.runs
    run.task.cancel()
    mouse.wait()
    assert not mouse.messages(Qgis.MessageLevel.Critical)
    assert mouse.canvas.cursor().shape() == Qt.CursorShape.CrossCursor


def test_crash_of_the_worker_is_reported(mouse: Mouse) -> None:
    mouse.scene("crash")
    mouse.by_click.action.trigger()
    mouse.drag_whole()
    mouse.wait()
    (sentence,) = mouse.messages(Qgis.MessageLevel.Critical)
    assert "The worker ended unexpectedly" in sentence
    assert mouse.layer is None


def test_result_arrives_though_the_sar_layer_was_removed(mouse: Mouse) -> None:
    layer = mouse.scene()
    mouse.by_click.action.trigger()
    mouse.drag_whole()
    QgsProject.instance().removeMapLayer(layer.id())
    mouse.wait()
    assert mouse.layer.featureCount() == 2
    mouse.drag_whole()
    (sentence,) = mouse.messages(Qgis.MessageLevel.Warning)
    assert sentence == "CMH-CL:Add a SAR raster to the project first."


@pytest.mark.parametrize("working", [False, True])
def test_closing_the_project_cancels_extractions(mouse: Mouse, working: bool) -> None:
    mouse.scene("polite" if working else "plain")
    mouse.by_click.action.trigger()
    mouse.drag_whole()
    if working:
        mouse.wait_until_working()
    QgsProject.instance().clear()
    assert not mouse.runs
    mouse.wait_for_worker()
    assert not QgsProject.instance().mapLayers()


def test_area_after_its_layer_was_removed_creates_another(mouse: Mouse) -> None:
    mouse.scene()
    mouse.by_click.action.trigger()
    for count in (1, 2):
        mouse.drag_whole()
        mouse.wait()
        assert mouse.layer.featureCount() == 2
        names = sorted(path.name for path in mouse.folder.glob("footprints_by_click*.gpkg"))
        assert len(names) == count
        QgsProject.instance().removeMapLayer(mouse.layer.id())


def test_read_only_layer_is_reported(mouse: Mouse) -> None:
    mouse.scene()
    mouse.by_click.action.trigger()
    mouse.drag_whole()
    mouse.wait()
    mouse.layer.rollBack()
    mouse.layer.setReadOnly(True)
    mouse.drag_whole()
    mouse.wait()
    (sentence,) = mouse.messages(Qgis.MessageLevel.Critical)
    assert "is read-only; allow edits in Project" in sentence


def test_layer_with_a_filter_is_reported_and_not_changed(mouse: Mouse) -> None:
    mouse.scene()
    mouse.by_click.action.trigger()
    mouse.drag_whole()
    mouse.wait()
    assert mouse.layer.commitChanges()
    mouse.layer.setSubsetString("confidence > 0.6")
    mouse.drag_whole()
    mouse.wait()
    (sentence,) = mouse.messages(Qgis.MessageLevel.Critical)
    assert "has a filter that hides footprints; clear it" in sentence
    mouse.layer.setSubsetString("")
    assert mouse.layer.featureCount() == 2


def test_decision_before_the_first_save_is_saved(mouse: Mouse) -> None:
    from cmhcl_footprints.cmhcl_plugin.review.walk import ReviewWalk

    mouse.scene()
    mouse.by_click.action.trigger()
    mouse.drag_whole()
    mouse.wait()
    ReviewWalk(mouse.layer).accept()
    assert mouse.layer.commitChanges()
    reviewed = [(f["confidence"], f["review"] or None) for f in mouse.layer.getFeatures()]
    assert sorted(reviewed) == [(0.55, "accepted"), (0.9, None)]


def test_folder_that_cannot_be_written_is_reported(mouse: Mouse) -> None:
    mouse.scene()
    mouse.by_click.action.trigger()
    mouse.settings.set_output("/proc/out.gpkg")
    mouse.drag_whole()
    mouse.wait()
    (sentence,) = mouse.messages(Qgis.MessageLevel.Critical)
    assert "cannot be written" in sentence and mouse.layer is None


def test_area_works_after_a_field_was_removed_from_the_layer(mouse: Mouse) -> None:
    mouse.scene()
    mouse.by_click.action.trigger()
    mouse.drag_whole()
    mouse.wait()
    layer = mouse.layer
    layer.deleteAttribute(layer.fields().indexFromName("model"))
    layer.commitChanges()
    mouse.drag_whole()
    mouse.wait()
    assert layer.featureCount() == 2 and layer.fields().indexFromName("model") == -1


def test_unload_during_an_extraction_leaves_nothing(mouse: Mouse, monkeypatch: Any) -> None:
    before = mouse.map_items
    mouse.scene("polite")
    mouse.by_click.action.trigger()
    mouse.drag_whole()
    mouse.move(CENTRE)
    mouse.wait_until_working()
    mouse.click()
    folder = Path(mouse.jobs[0].out).parent
    assert folder.is_dir()
    tool = mouse.by_click.tool
    mouse.plugin.unload()
    monkeypatch.setattr(mouse.plugin, "worker", None)  # it is unloaded
    assert mouse.canvas.mapTool() != tool and not folder.exists()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    mouse.canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    QgsProject.instance().clear()
    assert mouse.map_items == before - 6  # those of drawing, of the building and of its points
