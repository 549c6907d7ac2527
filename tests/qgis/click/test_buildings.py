"""Clicks on buildings with a fake worker: what a click asks, shows and adds to the layer."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest
from map_mouse import CENTRE, CTRL, LEFT, NO_KEY, RIGHT, SHIFT, Mouse, bounds
from qgis.core import Qgis, QgsCoordinateReferenceSystem, QgsPointXY, QgsProject
from qgis.gui import QgsMapToolPan, QgsMessageBar
from qgis.PyQt.QtCore import QPoint, Qt

pytest_plugins = ["map_mouse_fixtures"]
UNDO = (Qt.Key.Key_Z, CTRL)


def east(metres: float, north: float = 0) -> QgsPointXY:
    """A point this far from the centre."""
    return QgsPointXY(CENTRE.x() + metres, CENTRE.y() + north)


def width(mouse: Mouse) -> float:
    """Of the footprint under way, in whole metres."""
    return round(mouse.preview.boundingBox().width())


def test_click_shows_a_footprint_and_enter_adds_it(mouse: Mouse) -> None:
    mouse.scene()
    mouse.take_tool()
    assert mouse.status == "Footprints from “plain”"
    assert mouse.hint == "Click a building · drag a rectangle around several"
    mouse.click()
    assert mouse.status == "Looking for the building…"
    assert mouse.hint.startswith("Looking for the building… · ")
    assert mouse.canvas.cursor().shape() == Qt.CursorShape.BusyCursor
    mouse.wait_for_answer()
    assert mouse.canvas.cursor().shape() == Qt.CursorShape.CrossCursor
    assert width(mouse) == 12 and mouse.preview.contains(CENTRE)
    assert mouse.layer is None and mouse.status == "144 m², confidence 80%"
    assert mouse.hint.startswith("144 m², confidence 80% · Shift+click: add a part")
    mouse.key(Qt.Key.Key_Return)
    assert mouse.preview.isEmpty() and mouse.session is None
    assert mouse.status == "Added. Ctrl+Z undoes this."
    assert mouse.hint == f"{mouse.status} · Click a building · drag a rectangle around several"
    layer = mouse.layer
    (feature,) = layer.getFeatures()
    assert feature.geometry().area() == pytest.approx(144) and layer.isEditable()
    values = {name: feature[name] for name in feature.fields().names() if name != "fid"}
    assert not values.pop("review")
    assert values == {
        "confidence": 0.8,
        "area_m2": 144.0,
        "optical_share": 0.0,
        "model": "a model",
        "regularised": True,
    }
    assert Path(layer.source().split("|")[0]) == mouse.folder / "footprints_by_click_plain.gpkg"
    assert layer.renderer().categories()[0].value() == "low"
    assert str(mouse.folder / "plain.tif") in layer.metadata().abstract()
    assert mouse.iface.activeLayer() == layer
    assert layer.commitChanges(), layer.commitErrors()
    assert [f["regularised"] for f in layer.getFeatures()] == [True]
    assert layer.crs() == QgsCoordinateReferenceSystem("EPSG:32631")


def test_job_has_the_point_and_the_settings_of_the_page_extract(mouse: Mouse) -> None:
    layer = mouse.scene()
    mouse.take_tool()
    mouse.settings.update(threshold=0.35)
    mouse.settings.scene.choose_optical(layer)
    mouse.click()
    (job,) = mouse.jobs
    assert job.name == "building" and job.threshold == 0.35 and job.scene.optical
    assert job.scene.sar == (str(mouse.folder / "plain.tif"),) and job.scene.area is None
    (point,) = job.inside
    assert QgsPointXY(*point).distance(CENTRE) < 1 and job.outside == () and job.previous == ""


def test_next_building_accepts_the_one_before(mouse: Mouse) -> None:
    mouse.scene()
    mouse.take_tool()
    for number in range(3):
        mouse.click_building(east(30 * number), accept=False)
        assert (mouse.layer.featureCount() if mouse.layer else 0) == number
    mouse.key(Qt.Key.Key_Enter)
    assert mouse.layer.featureCount() == 3 and mouse.layer.undoStack().count() == 3


@pytest.mark.parametrize(
    ("place", "keys", "button", "expected"),
    [
        (4, NO_KEY, LEFT, 16),  # in the footprint: a point more of it
        (8, NO_KEY, LEFT, 20),  # near it
        (30, SHIFT, LEFT, 42),  # anywhere, with Shift
        (4, NO_KEY, RIGHT, 10),
        (4, CTRL, LEFT, 10),
    ],
)
def test_further_points_change_the_footprint(
    mouse: Mouse, place: float, keys: object, button: object, expected: float
) -> None:
    mouse.scene()
    mouse.take_tool()
    mouse.click_building(accept=False)
    before = mouse.session.wkt
    mouse.click(east(place), button, keys)
    mouse.wait_for_answer()
    assert abs(width(mouse) - expected) <= 1 and mouse.layer is None
    _, second = mouse.jobs
    assert len(second.inside) + len(second.outside) == 2 and second.previous == before
    mouse.key(Qt.Key.Key_Return)
    assert mouse.layer.featureCount() == 1


def test_ctrl_z_takes_back_one_point_then_undoes_the_edit_before(mouse: Mouse) -> None:
    mouse.scene()
    mouse.take_tool()
    mouse.click_building()
    mouse.click_building(east(40), accept=False)
    mouse.click(east(70), LEFT, SHIFT)
    mouse.wait_for_answer()
    assert width(mouse) == 42
    mouse.key(*UNDO)
    assert width(mouse) == 12 and len(mouse.jobs) == 3  # the answer before is not asked for again
    mouse.key(*UNDO)
    assert mouse.preview.isEmpty() and mouse.session is None
    assert mouse.layer.featureCount() == 1
    mouse.layer.undoStack().undo()  # what QGIS does on the next one
    assert mouse.layer.featureCount() == 0


def test_escape_drops_the_building(mouse: Mouse) -> None:
    mouse.scene()
    mouse.take_tool()
    mouse.click_building(accept=False)
    mouse.key(Qt.Key.Key_Escape)
    assert mouse.preview.isEmpty() and mouse.layer is None
    assert mouse.status.startswith("Footprints from")
    mouse.key(Qt.Key.Key_Return)
    assert mouse.layer is None


def test_answer_to_a_dropped_building_is_ignored(mouse: Mouse) -> None:
    mouse.scene()
    mouse.take_tool()
    mouse.click()
    mouse.key(Qt.Key.Key_Escape)
    mouse.click(east(60))
    mouse.wait_for_answer()
    assert mouse.preview.contains(east(60)) and not mouse.preview.contains(CENTRE)
    assert len(mouse.jobs) == 2


def test_fast_clicks_wait_for_one_another(mouse: Mouse) -> None:
    """Without an answer it is not known whether a click is on the next building."""
    mouse.scene()
    mouse.take_tool()
    for metres in (0, 30, 60):
        mouse.click(east(metres))
    mouse.key(Qt.Key.Key_Return)
    assert len(mouse.jobs) == 1
    assert mouse.buildings.band.waiting.numberOfVertices() == 2
    mouse.qtbot.waitUntil(lambda: not mouse.buildings.is_under_way)
    assert mouse.layer.featureCount() == 3


def test_click_waits_for_a_running_extraction(mouse: Mouse) -> None:
    mouse.scene("polite")
    mouse.take_tool()
    mouse.drag_whole()
    mouse.wait_until_working()
    mouse.click()
    assert mouse.status == "The worker is busy; the click waits."
    assert mouse.preview.isEmpty() and mouse.buildings.awaits_answer
    mouse.key(Qt.Key.Key_Escape)
    assert not mouse.buildings.is_under_way and len(mouse.runs) == 1
    mouse.click(east(30))
    assert mouse.status.startswith("The worker is busy")
    mouse.runs[0].task.cancel()
    mouse.wait_for_answer()
    assert mouse.preview.contains(east(30))


def test_right_click_before_any_building_explains_itself(mouse: Mouse) -> None:
    mouse.scene()
    mouse.take_tool()
    mouse.click(CENTRE, RIGHT)
    assert not mouse.jobs
    assert mouse.status == "Click a building first."


def test_the_map_says_what_was_done_for_a_while(
    mouse: Mouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.modules[type(mouse.by_click).__module__], "NOTICE_MS", 50)
    mouse.scene()
    mouse.take_tool()
    mouse.click_building()
    keys = "Click a building · drag a rectangle around several"
    assert mouse.hint.endswith(keys)
    mouse.qtbot.waitUntil(lambda: mouse.hint == keys)


def test_no_building_is_reported_and_the_next_click_goes_on(mouse: Mouse) -> None:
    mouse.scene("nothing")
    mouse.take_tool()
    mouse.click_building()
    assert mouse.layer is None and mouse.preview.isEmpty()
    mouse.click_building(accept=False)
    assert mouse.status == "No building was found here."
    assert mouse.hint.startswith("Nothing found")
    mouse.click_building(east(30))
    assert [len(job.inside) for job in mouse.jobs] == [1, 1, 1] and mouse.layer is None


def test_error_of_the_worker_takes_the_point_back(mouse: Mouse) -> None:
    mouse.scene("refused")
    mouse.take_tool()
    mouse.click()
    mouse.click(east(30))
    mouse.wait_for_answer()
    (sentence,) = mouse.messages(Qgis.MessageLevel.Critical)
    assert sentence == "CMH-CL:The point is not on the SAR layer; click on it."
    assert not mouse.buildings.is_under_way and len(mouse.jobs) == 1


def test_click_without_sar_or_off_it_is_refused(mouse: Mouse) -> None:
    mouse.take_tool()
    mouse.click()
    layer = mouse.scene()
    mouse.canvas.setExtent(layer.extent().buffered(200))
    mouse.click(QPoint(3, 3))
    assert not mouse.jobs
    first, second = mouse.messages(Qgis.MessageLevel.Warning)
    assert first == "CMH-CL:Add a SAR raster to the project first."
    assert second.startswith(
        "CMH-CL:This place is outside the SAR layer “plain”; click on that layer"
    )


def test_building_is_saved_in_the_chosen_folder_though_its_sar_layer_was_removed(
    mouse: Mouse,
) -> None:
    layer = mouse.scene()
    mouse.take_tool()
    mouse.click_building(accept=False)
    QgsProject.instance().removeMapLayer(layer.id())
    mouse.key(Qt.Key.Key_Return)
    assert mouse.layer.featureCount() == 1
    assert Path(mouse.layer.source().split("|")[0]).parent == mouse.folder


def test_warning_of_a_click_goes_with_the_next_one(
    mouse: Mouse, qgis_iface: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    bar = QgsMessageBar()
    monkeypatch.setattr(qgis_iface, "messageBar", lambda: bar)
    bar.pushMessage("Of QGIS.", Qgis.MessageLevel.Warning)
    mouse.take_tool()
    layer = mouse.scene()
    mouse.canvas.setExtent(layer.extent().buffered(200))
    for _ in range(2):
        mouse.click(QPoint(3, 3))
        assert "outside the SAR layer" in bar.currentItem().text() and len(bar.items()) == 2
    mouse.click_building()
    assert bar.currentItem().text() == "Of QGIS."
    mouse.drag(QPoint(1, 1), QPoint(9, 9))
    assert "outside the SAR layer" in bar.currentItem().text()
    mouse.drag_whole()
    assert bar.currentItem().text() == "Of QGIS."
    mouse.wait()
    mouse.click(QPoint(3, 3))
    bar.popWidget()  # by the user
    mouse.qtbot.waitUntil(lambda: len(bar.items()) == 1)
    mouse.click(QPoint(3, 3))
    assert len(bar.items()) == 2


def test_refused_click_leaves_the_building_under_way(mouse: Mouse) -> None:
    layer = mouse.scene()
    mouse.take_tool()
    mouse.canvas.setExtent(layer.extent().buffered(200))
    mouse.click_building(accept=False)
    mouse.click(QPoint(3, 3))
    assert not mouse.preview.isEmpty() and mouse.layer is None


def test_another_tool_and_a_rectangle_accept_the_building(mouse: Mouse) -> None:
    mouse.scene()
    mouse.take_tool()
    mouse.click_building(accept=False)
    pan = QgsMapToolPan(mouse.canvas)
    mouse.canvas.setMapTool(pan)
    assert not mouse.by_click.action.isChecked() and mouse.hint == ""
    assert mouse.preview.isEmpty() and mouse.layer.featureCount() == 1
    mouse.take_tool()
    mouse.take_tool()  # a second press leaves it on
    assert mouse.by_click.action.isChecked() and mouse.canvas.mapTool() == mouse.by_click.tool
    mouse.click_building(east(40), accept=False)
    mouse.drag(QPoint(10, 10), QPoint(60, 60))
    assert mouse.layer.featureCount() == 2 and len(mouse.runs) == 1
    mouse.wait()


def test_closing_the_project_drops_the_building(mouse: Mouse) -> None:
    mouse.scene()
    mouse.take_tool()
    mouse.click()
    bar = mouse.iface.statusBarIface()
    bar.clearMessage.reset_mock()
    QgsProject.instance().clear()
    assert bar.clearMessage.called  # "Looking for the building…" is over
    mouse.wait_for_worker()
    assert mouse.session is None and mouse.preview.isEmpty()
    assert not QgsProject.instance().mapLayers()
    assert not mouse.messages(Qgis.MessageLevel.Critical)


def test_preview_follows_the_coordinate_system_of_the_map(mouse: Mouse) -> None:
    mouse.scene()
    mouse.take_tool()
    mouse.click_building(accept=False)
    before = bounds(mouse.preview)
    mouse.canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    assert bounds(mouse.preview) != before


def test_keys_of_qgis_are_its_own_without_a_building(mouse: Mouse) -> None:
    """Enter and Ctrl+Z are taken only while there is something to accept or to take back."""
    mouse.scene()
    mouse.take_tool()
    mouse.click_building()
    pressed = []
    mouse.canvas.keyPressed.connect(lambda event: pressed.append(event.key()))
    mouse.key(Qt.Key.Key_Return)
    assert pressed == [Qt.Key.Key_Return]


def test_hint_stays_on_the_map_that_is_resized(mouse: Mouse) -> None:
    mouse.scene()
    mouse.take_tool()
    mouse.click_building(accept=False)
    hint, size = mouse.by_click.hint, mouse.canvas.size()
    mouse.canvas.resize(260, 200)
    lines = hint.text().split("\n")
    assert lines[1:3] == ["Shift+click: add a part", "right-click: remove a part"]
    assert lines[-1] in ("Esc: discard", "Ctrl+Z: take back a click · Esc: discard")
    assert mouse.canvas.rect().contains(hint.geometry())
    narrow = hint.height()
    assert hint.heightForWidth(hint.width()) <= narrow  # all of its lines
    mouse.canvas.resize(size)
    assert hint.height() < narrow or hint.width() > 260
