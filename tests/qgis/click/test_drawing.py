"""Rectangles and polygons that are drawn on the map, and Escape."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from map_mouse import CENTRE, LEFT, RIGHT, TIMEOUT_MS, Mouse, bounds
from qgis.core import Qgis, QgsApplication, QgsGeometry, QgsRectangle
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtGui import QKeyEvent, QKeySequence
from qgis.PyQt.QtWidgets import QAction

pytest_plugins = ["map_mouse_fixtures"]


def test_dragged_rectangle_is_extracted_with_a_margin(mouse: Mouse) -> None:
    mouse.scene()
    mouse.by_click.action.trigger()
    first, second = QPoint(300, 100), QPoint(100, 200)
    mouse.drag(first, second)
    corners = [mouse.by_click.tool.toMapCoordinates(point) for point in (first, second)]
    rectangle = QgsRectangle(*corners)
    assert mouse.drawn.isEmpty() and len(mouse.jobs) == 1
    assert bounds(mouse.requested()) == bounds(QgsGeometry.fromRect(rectangle.buffered(32 * 0.8)))
    mouse.wait()
    assert mouse.layer.featureCount() <= 2


def test_drag_of_two_pixels_is_a_click(mouse: Mouse) -> None:
    mouse.scene()
    mouse.by_click.action.trigger()
    where = mouse.at(CENTRE)
    mouse.drag(where, where + QPoint(2, 2))
    assert [job.name for job in mouse.jobs] == ["building"]


def test_drawn_polygon_is_extracted_after_a_right_click(mouse: Mouse) -> None:
    mouse.scene()
    mouse.polygon_mode()
    assert mouse.by_click.action.isChecked() and "right-click: extract" in mouse.hint
    corners = [QPoint(100, 100), QPoint(300, 100), QPoint(300, 300)]
    for corner in corners:
        mouse.click(corner)
    mouse.move(QPoint(10, 400))
    assert mouse.drawn.constGet().nCoordinates() >= 5  # the corner at the mouse as well
    mouse.key(Qt.Key.Key_Backspace)
    mouse.click(corners[-1])
    assert not mouse.jobs
    mouse.click(QPoint(10, 400), RIGHT)
    triangle = QgsGeometry.fromPolygonXY(
        [[mouse.by_click.tool.toMapCoordinates(corner) for corner in corners]]
    )
    assert mouse.requested().contains(triangle)
    assert mouse.requested().area() < triangle.buffer(2.1 * 32 * 0.8, 4).area()
    assert mouse.drawn.isEmpty()


def test_double_click_ends_a_polygon_and_one_corner_is_none(mouse: Mouse) -> None:
    mouse.scene()
    mouse.polygon_mode()
    for corner in (QPoint(100, 100), QPoint(300, 100)):
        mouse.click(corner)
    mouse.double_click(QPoint(300, 300))
    assert len(mouse.jobs) == 1
    mouse.click(QPoint(200, 200))
    mouse.click(QPoint(200, 200), RIGHT)
    assert len(mouse.jobs) == 1 and mouse.drawn.isEmpty()  # one corner is no polygon


def test_polygon_without_area_is_refused(mouse: Mouse) -> None:
    mouse.scene()
    mouse.polygon_mode()
    for corner in (QPoint(100, 100), QPoint(200, 200), QPoint(300, 300)):
        mouse.click(corner)
    mouse.click(QPoint(0, 0), RIGHT)
    assert not mouse.jobs
    (sentence,) = mouse.messages(Qgis.MessageLevel.Warning)
    assert sentence == "CMH-CL:The polygon has no area; draw it again."


def test_unfinished_polygon_is_discarded_when_the_mode_changes(mouse: Mouse) -> None:
    mouse.scene()
    mouse.polygon_mode()
    mouse.click(QPoint(100, 100))
    mouse.by_click.action.modes.actions()[0].trigger()
    assert mouse.drawn.isEmpty()
    mouse.click()
    assert len(mouse.jobs) == 1


# Escape


@pytest.mark.parametrize("drawing", ["rectangle", "polygon"])
def test_escape_discards_a_drawing_and_leaves_extractions(mouse: Mouse, drawing: str) -> None:
    mouse.scene("polite")
    mouse.by_click.action.trigger()
    mouse.drag_whole()
    if drawing == "rectangle":
        mouse.drag(QPoint(100, 100), QPoint(200, 200), release=False)
    else:
        mouse.polygon_mode()
        mouse.click(QPoint(100, 100))
        mouse.move(QPoint(200, 200))
    assert not mouse.drawn.isEmpty()
    mouse.key(Qt.Key.Key_Escape)
    assert mouse.drawn.isEmpty()
    mouse.send("MouseButtonRelease", QPoint(200, 200), LEFT)
    assert len(mouse.jobs) == 1 and len(mouse.runs) == 1  # what runs goes on
    mouse.key(Qt.Key.Key_Escape)
    assert not mouse.runs
    assert mouse.hint.startswith("Cancelled. · Click ")  # of a building, or each corner


def test_escape_cancels_running_and_waiting_extractions(mouse: Mouse) -> None:
    mouse.scene("polite")
    mouse.by_click.action.trigger()
    bands = mouse.map_items
    mouse.drag_whole()
    mouse.drag(QPoint(100, 100), QPoint(200, 200))
    assert len(mouse.runs) == 2 and mouse.map_items == bands + 2
    mouse.wait_until_working()
    mouse.key(Qt.Key.Key_Escape)
    assert mouse.status == "Cancelled." and mouse.map_items == bands
    assert mouse.canvas.cursor().shape() == Qt.CursorShape.CrossCursor
    mouse.wait_for_worker()
    manager = QgsApplication.taskManager()
    mouse.qtbot.waitUntil(lambda: manager.countActiveTasks() == 0, timeout=TIMEOUT_MS)
    assert mouse.layer is None
    assert not mouse.messages(Qgis.MessageLevel.Critical)


def test_escape_without_extractions_changes_nothing(mouse: Mouse) -> None:
    mouse.scene()
    mouse.by_click.action.trigger()
    before = mouse.status
    mouse.key(Qt.Key.Key_Escape)
    assert mouse.status == before and mouse.by_click.action.isChecked()


# Keys that QGIS has a use for as well


class Harm:
    """What QGIS does on keys that a map tool does not keep to itself."""

    def __init__(self) -> None:
        self.deleted = 0
        self.undone = 0

    def on_key(self, event: QKeyEvent) -> None:
        """As QgisApp does when the canvas has a key that was accepted."""
        keys = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
        self.deleted += event.key() in keys and event.isAccepted()

    def undo(self) -> None:
        self.undone += 1


@pytest.fixture
def harm(mouse: Mouse) -> Iterator[Harm]:
    harm = Harm()
    mouse.canvas.keyPressed.connect(harm.on_key)
    window = mouse.iface.mainWindow()
    undo = QAction(window)
    undo.setShortcut(QKeySequence(QKeySequence.StandardKey.Undo))
    undo.triggered.connect(harm.undo)
    window.addAction(undo)
    yield harm
    window.removeAction(undo)
    mouse.canvas.keyPressed.disconnect(harm.on_key)


UNDO = (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


@pytest.mark.parametrize(
    "keys", [(Qt.Key.Key_Backspace,), (Qt.Key.Key_Delete,), UNDO], ids=["back", "delete", "undo"]
)
def test_key_that_removes_a_corner_reaches_nothing_else(
    mouse: Mouse, harm: Harm, keys: tuple[object, ...]
) -> None:
    mouse.scene()
    mouse.polygon_mode()
    for corner in (QPoint(100, 100), QPoint(300, 100), QPoint(300, 300)):
        mouse.click(corner)
    for _ in range(3):
        mouse.key(*keys)
    mouse.click(QPoint(10, 10), RIGHT)
    assert not mouse.jobs and harm.deleted == harm.undone == 0


@pytest.mark.parametrize("key", [Qt.Key.Key_Backspace, Qt.Key.Key_Delete])
def test_key_pressed_once_too_often_deletes_no_features(
    mouse: Mouse, harm: Harm, key: Qt.Key
) -> None:
    mouse.scene()
    mouse.polygon_mode()
    mouse.key(key)
    mouse.by_click.action.modes.actions()[0].trigger()
    mouse.drag(QPoint(100, 100), QPoint(200, 200), release=False)
    mouse.key(key)
    assert harm.deleted == 0


def test_ctrl_z_without_corners_undoes_edits(mouse: Mouse, harm: Harm) -> None:
    mouse.scene()
    mouse.polygon_mode()
    mouse.key(*UNDO)
    assert harm.undone == 1


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_ends_a_polygon(mouse: Mouse, key: Qt.Key) -> None:
    mouse.scene()
    mouse.polygon_mode()
    for corner in (QPoint(100, 100), QPoint(300, 100), QPoint(300, 300)):
        mouse.click(corner)
    mouse.key(key)
    assert len(mouse.jobs) == 1
