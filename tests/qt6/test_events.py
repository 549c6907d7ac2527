"""Events of Qt 6 reach the map tool and the widgets: mouse, keys, wheel, drop, close."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pictures import grab, is_drawn
from qgis.core import (
    QgsFeature,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)
from qgis.gui import QgsRubberBand
from qgis.PyQt.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl, QVariant
from qgis.PyQt.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QWheelEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication

TIMEOUT_MS = 20_000
LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
CENTRE = QPoint(300, 200)


# The map tool


@pytest.fixture
def tool(plugin: Any, iface: Any, tmp_path: Path) -> Any:
    """The tool, chosen, with a SAR layer under the map."""
    path = tmp_path / "plain.tif"
    path.write_bytes(b"II*\0")
    layer = QgsRasterLayer(str(path), "plain")
    QgsProject.instance().addMapLayer(layer)
    plugin.extract_by_click.action.trigger()
    assert iface.mapCanvas().mapTool() is plugin.extract_by_click.tool
    iface.mapCanvas().setFocus()
    return plugin.extract_by_click.tool


@pytest.fixture
def submitted(plugin: Any, monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """The jobs that are submitted."""
    jobs: list[Any] = []
    submit = plugin.worker.submit
    monkeypatch.setattr(plugin.worker, "submit", lambda job: jobs.append(job) or submit(job))
    return jobs


def key(widget: Any, key: Qt.Key, modifiers: Any = Qt.KeyboardModifier.NoModifier) -> bool:
    """Press a key as Qt does: first as a shortcut, then as a key; whether it was no shortcut."""
    override = QKeyEvent(QEvent.Type.ShortcutOverride, key.value, modifiers)
    override.ignore()
    QApplication.sendEvent(widget, override)
    QTest.keyClick(widget, key, modifiers)
    return override.isAccepted()


def shown(canvas: Any) -> list[int]:
    """The number of points of each rubber band that is on the map."""
    bands = [item for item in canvas.scene().items() if isinstance(item, QgsRubberBand)]
    return sorted(len(band.points) for band in bands if band.points)


@pytest.mark.usefixtures("tool")
def test_click_on_a_building(plugin: Any, iface: Any, submitted: Any, qtbot: Any) -> None:
    canvas, clicks = iface.mapCanvas(), plugin.extract_by_click.buildings
    QTest.mouseMove(canvas.viewport(), CENTRE)
    QTest.mouseClick(canvas.viewport(), LEFT, pos=CENTRE)
    assert submitted[-1].inside == ((300.0, -200.0),)
    qtbot.waitUntil(lambda: not clicks.awaits_answer, timeout=TIMEOUT_MS)
    assert iface.statusBarIface().currentMessage() == "144 m², confidence 80%"
    assert shown(canvas) == [1, 5] and is_drawn(grab(canvas))
    QTest.mouseClick(canvas.viewport(), LEFT, Qt.KeyboardModifier.ShiftModifier, QPoint(310, 200))
    assert len(submitted[-1].inside) == 2
    qtbot.waitUntil(lambda: not clicks.awaits_answer, timeout=TIMEOUT_MS)
    QTest.mouseClick(canvas.viewport(), RIGHT, pos=QPoint(312, 200))
    assert submitted[-1].outside == ((312.0, -200.0),)
    qtbot.waitUntil(lambda: not clicks.awaits_answer, timeout=TIMEOUT_MS)
    assert key(canvas, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(clicks.session.job.outside) == 0
    accepted: list[Any] = []
    clicks.accepted.disconnect()
    clicks.accepted.connect(accepted.append)
    assert key(canvas, Qt.Key.Key_Return)
    assert accepted[0].result.confidence == 0.8 and not clicks.is_under_way


def test_dragged_rectangle_is_extracted(tool: Any, iface: Any, submitted: Any) -> None:
    viewport = iface.mapCanvas().viewport()
    QTest.mousePress(viewport, LEFT, pos=CENTRE)
    for x in (320, 400):
        QTest.mouseMove(viewport, QPoint(x, 260))
    assert tool.drawing.is_dragging and shown(iface.mapCanvas()) == [4]
    QTest.mouseRelease(viewport, LEFT, pos=QPoint(400, 260))
    (job,) = submitted
    assert job.name == "extract" and job.scene.area.wkt.startswith("Polygon ((300.0 -200.0")


def test_polygon_is_extracted_at_a_double_click_and_dropped_by_escape(
    tool: Any, plugin: Any, iface: Any, submitted: Any
) -> None:
    canvas, action = iface.mapCanvas(), plugin.extract_by_click.action
    action.modes.actions()[1].trigger()
    assert tool.draws_polygon
    for x, y in ((100, 100), (200, 100), (200, 200), (50, 50)):
        QTest.mouseMove(canvas.viewport(), QPoint(x, y))
        QTest.mouseClick(canvas.viewport(), LEFT, pos=QPoint(x, y))
    assert key(canvas, Qt.Key.Key_Backspace)
    assert len(tool.drawing.corners) == 3
    QTest.mouseDClick(canvas.viewport(), LEFT, pos=QPoint(200, 200))
    (job,) = submitted
    assert job.scene.area.wkt.count(",") >= 3
    QTest.mouseClick(canvas.viewport(), LEFT, pos=CENTRE)
    assert key(canvas, Qt.Key.Key_Escape)
    assert not tool.drawing.is_under_way


@pytest.mark.usefixtures("tool")
def test_keys_of_others_are_left_alone(iface: Any) -> None:
    for other in (Qt.Key.Key_Delete, Qt.Key.Key_Return, Qt.Key.Key_F5):
        assert not key(iface.mapCanvas(), other)


def wheel(widget: Any, at: QPoint, up: int = 120) -> None:
    place = QPointF(at)
    buttons, keys = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    phase = Qt.ScrollPhase.NoScrollPhase
    glob = QPointF(widget.mapToGlobal(at))
    event = QWheelEvent(place, glob, QPoint(), QPoint(0, up), buttons, keys, phase, False)
    QApplication.sendEvent(widget, event)


@pytest.mark.usefixtures("tool")
def test_wheel_still_zooms_the_map(iface: Any) -> None:
    canvas = iface.mapCanvas()
    wheel(canvas.viewport(), CENTRE)
    assert canvas.zooms == 1


# The pages


def test_wheel_on_the_threshold(plugin: Any) -> None:
    plugin.action.trigger()
    threshold = plugin.pages.extract.form.threshold
    assert threshold.value is None and threshold.slider.mark is not None
    before = threshold.number.value()
    wheel(threshold.slider, QPoint(5, 5))
    assert threshold.value is not None and threshold.number.value() > before
    assert plugin.pages.extract.settings.values.threshold == threshold.value
    QTest.mouseClick(threshold.reset, LEFT)
    assert threshold.value is None and threshold.number.value() == before
    assert is_drawn(grab(threshold.slider))


def test_text_and_enter_in_a_field(plugin: Any) -> None:
    plugin.action.trigger()
    page = plugin.pages.extract
    page.form.output.setFilePath("")
    QTest.keyClicks(page.form.output.lineEdit(), "/tmp/out.gpkg")
    QTest.keyClick(page.form.output.lineEdit(), Qt.Key.Key_Return)
    assert page.settings.values.output == "/tmp/out.gpkg"
    assert not page.extraction.is_running


def test_zip_is_dropped(plugin: Any, model_zip: Path) -> None:
    plugin.action.trigger()
    page = plugin.pages.models
    plugin.pages.show_page(page)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(model_zip))])
    what = data, LEFT, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, *what)
    QApplication.sendEvent(page, enter)
    assert enter.isAccepted()
    drop = QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, *what)
    QApplication.sendEvent(page, drop)
    assert drop.isAccepted()
    assert page.list.topLevelItemCount() == 2
    assert page.messages.text.startswith("Imported “")


def test_panel_is_closed(plugin: Any) -> None:
    plugin.action.trigger()
    assert plugin.action.isChecked()
    plugin.panel.close()
    assert not plugin.panel.isVisible() and plugin.pages is not None
    plugin.panel.open()
    assert plugin.panel.isVisible()


def test_f1_opens_the_guide_at_the_page(
    plugin: Any, monkeypatch: pytest.MonkeyPatch, qtbot: Any
) -> None:
    from cmhcl_footprints.cmhcl_plugin.help import guide

    pages: list[str] = []
    monkeypatch.setattr(guide, "show", pages.append)
    plugin.action.trigger()
    QTest.keyClick(plugin.pages.extract.button, Qt.Key.Key_F1)
    qtbot.waitUntil(lambda: pages == ["extract"], timeout=TIMEOUT_MS)


# Review


def footprints(count: int) -> QgsVectorLayer:
    layer = QgsVectorLayer("/data/footprints.gpkg", "footprints")
    layer.addAttribute(QgsField("confidence", QVariant.Double))
    for id in range(1, count + 1):
        feature = QgsFeature(QgsFields([*layer.fields(), QgsField("review", QVariant.String)]), id)
        feature.setGeometry(QgsGeometry.fromWkt("Polygon ((10 -10, 60 -10, 60 -50, 10 -50))"))
        feature.setAttributes([id / 10, None])
        layer.content[id] = feature
    QgsProject.instance().addMapLayer(layer)
    return layer


def test_review_by_keys(plugin: Any, iface: Any) -> None:
    layer = footprints(4)
    iface.setActiveLayer(layer)
    plugin.review_action.trigger()
    review, canvas = plugin.review, iface.mapCanvas()
    assert "Confidence 10%" in review.facts.text() and shown(canvas) == [4]
    QTest.keyClick(review.skip_button, Qt.Key.Key_A)
    assert "Confidence 20%" in review.facts.text()
    QTest.keyClick(canvas, Qt.Key.Key_M)
    QTest.keyClick(canvas, Qt.Key.Key_D)
    assert [feature["review"] for feature in layer.content.values()] == ["accepted", "marked", None]
    assert review.figures.text() == "3 of 4 reviewed, 1 deleted"
    QTest.keyClick(review, Qt.Key.Key_N)
    assert "1 skipped" in review.facts.text()
    QTest.keyClick(review, Qt.Key.Key_B)
    assert "Confidence 40%" in review.facts.text()
    QTest.mouseClick(review.save_button, LEFT)
    assert not layer.isModified()
    review.close()
    assert not any(action.isEnabled() for action in canvas.actions())
