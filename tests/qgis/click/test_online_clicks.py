"""An online layer as optical of extract by click, with a fake worker."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import tile_server
from map_mouse import CENTRE, Mouse
from online_pictures import pictures
from qgis.core import Qgis, QgsGeometry
from qgis.PyQt.QtCore import Qt

pytest_plugins = ["map_mouse_fixtures", "online_fixtures"]


def begin(mouse: Mouse, layer: Any) -> None:
    """Take the tool, with an online layer as optical."""
    mouse.scene()
    mouse.take_tool()
    mouse.settings.scene.choose_optical(layer)


def test_first_click_fetches_the_ground_around_it(
    mouse: Mouse, temporary: Path, questions: list[str]
) -> None:
    with tile_server.serve(tile_server.distinct) as server:
        begin(mouse, server.added_layer())
        mouse.click()
        assert mouse.buildings.awaits_answer and not mouse.jobs
        mouse.wait_for_answer()
        assert len(questions) == 1
        (picture,) = pictures(temporary)
        assert mouse.jobs[-1].scene.optical == str(picture)
        assert not mouse.preview.isEmpty()
        mouse.key(Qt.Key.Key_Return)
        mouse.click_building()
        assert pictures(temporary) == [picture] and len(questions) == 1
    text = mouse.layer.metadata().abstract()
    assert "online layer basemap (127.0.0.1)" in text and tile_server.KEY not in text
    stored = str(mouse.layer.customProperty("cmhcl/scene"))
    assert str(picture) not in stored and "basemap (127.0.0.1)" in stored


def test_hover_fetches_nothing(mouse: Mouse, temporary: Path, questions: list[str]) -> None:
    with tile_server.serve(tile_server.distinct) as server:
        begin(mouse, server.added_layer())
        mouse.move(CENTRE)
        mouse.buildings.hover._on_rest()  # the mouse has rested
        assert pictures(temporary) == [] and questions == [] and mouse.jobs == []


def test_server_that_refuses_a_click(mouse: Mouse, temporary: Path, questions: list[str]) -> None:
    with tile_server.serve(lambda *_: tile_server.refused(401)) as server:
        begin(mouse, server.added_layer())
        mouse.click()
        mouse.wait_for_answer()
        (message,) = mouse.messages(Qgis.MessageLevel.Critical)
        assert "basemap (127.0.0.1)” cannot be fetched (HTTP 401)" in message
    assert mouse.session is None and not mouse.buildings.is_under_way
    assert pictures(temporary) == [] and mouse.jobs == [] and len(questions) == 1


def test_escape_ends_the_fetch(mouse: Mouse, temporary: Path, questions: list[str]) -> None:
    with tile_server.serve(tile_server.distinct) as server:
        begin(mouse, server.added_layer())
        mouse.click()
        mouse.key(Qt.Key.Key_Escape)
        assert not mouse.buildings.is_under_way and not mouse.buildings.awaits_answer
        assert pictures(temporary) == [] and mouse.jobs == [] and len(questions) == 1


def test_areas_wait_for_their_pictures(
    mouse: Mouse, temporary: Path, questions: list[str], qtbot: Any
) -> None:
    with tile_server.serve(tile_server.distinct) as server:
        begin(mouse, server.added_layer())
        step = mouse.canvas.mapUnitsPerPixel()
        for left in (-120, 60):
            corner = QgsGeometry.fromPointXY(CENTRE).asPoint()
            corner.setX(corner.x() + left * step)
            other = QgsGeometry.fromPointXY(corner).asPoint()
            other.setX(other.x() + 60 * step)
            other.setY(other.y() - 60 * step)
            mouse.drag(corner, other)
        assert mouse.by_click.extraction.is_running and not mouse.runs
        qtbot.waitUntil(lambda: len(mouse.jobs) == 2, timeout=60_000)
        mouse.wait()
        assert len(pictures(temporary)) == 2 and len(questions) == 1
        assert {job.scene.optical for job in mouse.jobs} == set(map(str, pictures(temporary)))
        assert len({job.scene.area.wkt for job in mouse.jobs}) == 2


def test_area_that_is_refused_is_reported(
    mouse: Mouse, temporary: Path, questions: list[str], qtbot: Any
) -> None:
    with tile_server.serve(lambda *_: tile_server.refused(500)) as server:
        begin(mouse, server.added_layer())
        mouse.drag_whole()
        qtbot.waitUntil(lambda: not mouse.by_click.extraction.is_running, timeout=60_000)
        (message,) = mouse.messages(Qgis.MessageLevel.Critical)
        assert "(HTTP 500)" in message and len(questions) == 1
    assert pictures(temporary) == [] and mouse.jobs == []


def test_escape_ends_the_fetch_of_an_area(
    mouse: Mouse, temporary: Path, questions: list[str]
) -> None:
    with tile_server.serve(tile_server.distinct) as server:
        begin(mouse, server.added_layer())
        mouse.drag_whole()
        assert mouse.canvas.cursor().shape() == Qt.CursorShape.BusyCursor
        mouse.key(Qt.Key.Key_Escape)
        assert mouse.canvas.cursor().shape() == Qt.CursorShape.CrossCursor
        assert not mouse.by_click.extraction.is_running and mouse.jobs == []
        assert pictures(temporary) == [] and len(questions) == 1


def test_areas_behind_one_that_fails_are_extracted(
    mouse: Mouse, temporary: Path, questions: list[str], qtbot: Any, monkeypatch: Any
) -> None:
    from cmhcl_footprints.core.hatch.errors import InputError

    extraction = mouse.by_click.extraction
    submit, asked = extraction._submit, []

    def refusing(area: Any) -> None:
        asked.append(area)
        if len(asked) == 2:  # once its picture is there
            raise InputError("Not this one.")
        submit(area)

    monkeypatch.setattr(extraction, "_submit", refusing)
    with tile_server.serve(tile_server.distinct) as server:
        begin(mouse, server.added_layer())
        mouse.drag_whole()
        (area,) = asked
        extraction.start(area)
        extraction.start(area)
        qtbot.waitUntil(lambda: not extraction.is_running, timeout=60_000)
    assert len(questions) == 1 and len(pictures(temporary)) == 1
    assert mouse.messages(Qgis.MessageLevel.Warning) == ["CMH-CL:Not this one."]
    assert mouse.messages(Qgis.MessageLevel.Critical) == []
    assert len(mouse.jobs) == 2
