"""What is shown where the mouse rests: only while answers are quick, never in a queue."""

from __future__ import annotations

from map_mouse import CENTRE, Mouse, bounds
from qgis.PyQt.QtCore import QPoint, Qt
from test_buildings import east

pytest_plugins = ["map_mouse_fixtures"]


def rested(mouse: Mouse) -> None:
    """As if the mouse had rested long enough."""
    timer = mouse.buildings.hover._rest
    mouse.qtbot.waitUntil(lambda: not timer.isActive())


def test_hover_shows_what_a_click_would_give(mouse: Mouse) -> None:
    mouse.scene()
    mouse.take_tool()
    mouse.click_building()
    mouse.move(east(40))
    assert mouse.hovered.isEmpty() and len(mouse.jobs) == 1  # not before it rests
    mouse.wait_for_hover()
    assert mouse.hovered.contains(east(40)) and mouse.layer.featureCount() == 1
    mouse.move(east(42))
    assert not mouse.hovered.isEmpty()  # the same building
    mouse.move(east(90))
    assert mouse.hovered.isEmpty()
    mouse.wait_for_hover()
    assert len(mouse.jobs) == 3
    mouse.click_building(east(90), accept=False)
    assert mouse.hovered.isEmpty() and mouse.preview.contains(east(90))


def test_hover_asks_nothing_before_the_first_answer_or_after_slow_ones(mouse: Mouse) -> None:
    mouse.scene("slow")
    mouse.take_tool()
    mouse.move(CENTRE)
    rested(mouse)
    assert not mouse.jobs
    mouse.click_building()
    mouse.move(east(40))
    mouse.wait_for_hover()  # the first answer may have been slow because its tile was new
    mouse.move(east(90))
    rested(mouse)
    assert len(mouse.jobs) == 2 and mouse.hovered.isEmpty()


def test_stale_answer_is_not_shown_and_the_new_place_is_asked_for(mouse: Mouse) -> None:
    mouse.scene("late")
    mouse.take_tool()
    answers = mouse.folder / "late.go"  # while this is there, the fake worker answers
    answers.touch()
    mouse.click_building()
    answers.unlink()
    mouse.move(east(40))
    mouse.qtbot.waitUntil(lambda: len(mouse.jobs) == 2)
    mouse.move(east(90))
    assert mouse.handles[-1].is_running
    answers.touch()
    mouse.wait_for_hover()
    assert mouse.hovered.contains(east(90)) and len(mouse.jobs) == 3


def test_hover_asks_nothing_while_the_worker_is_busy(mouse: Mouse) -> None:
    mouse.scene("polite")
    mouse.take_tool()
    mouse.click_building()
    mouse.drag_whole()
    mouse.wait_until_working()
    mouse.move(east(60))
    rested(mouse)
    assert [job.name for job in mouse.jobs] == ["building", "extract"]
    mouse.key(Qt.Key.Key_Escape)


def test_hover_over_a_footprint_of_the_layer_shows_it_without_asking(mouse: Mouse) -> None:
    mouse.scene("slow")
    mouse.take_tool()
    mouse.click_building()
    mouse.move(east(2))
    mouse.wait_for_hover()
    assert len(mouse.jobs) == 1 and bounds(mouse.hovered) == bounds(mouse.footprints[0])


def test_hover_over_the_building_under_way_asks_nothing(mouse: Mouse) -> None:
    mouse.scene()
    mouse.take_tool()
    mouse.click_building(accept=False)
    mouse.move(east(60))
    mouse.move(east(3))
    rested(mouse)
    assert len(mouse.jobs) == 1 and mouse.hovered.isEmpty()


def test_hover_ends_with_a_drag_and_with_another_tool(mouse: Mouse) -> None:
    mouse.scene()
    mouse.take_tool()
    mouse.click_building()
    for leave in (
        lambda: mouse.drag(QPoint(300, 100), QPoint(400, 200), release=False),
        mouse.polygon_mode,
    ):
        mouse.by_click.action.modes.actions()[0].trigger()
        mouse.move(east(2))
        mouse.wait_for_hover()
        leave()
        assert mouse.hovered.isEmpty()
