"""Extract by click: mouse and keys on the map, what is asked of the worker, what the layer gets."""

from __future__ import annotations

import itertools
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
import scenes
from conftest import CORE_PYTHON, REPOSITORY
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from qgis.core import (
    Qgis,
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.gui import QgsMapToolPan
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QPoint, QPointF, QSize, Qt
from qgis.PyQt.QtGui import QMouseEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication

GROUP = "Footprints by click"
SIZE = 500  # pixels of the scene, and of the map
TILE_M = 304 * scenes.PIXEL_M
CENTRE = QgsPointXY(scenes.ORIGIN[0] + 125, scenes.ORIGIN[1] - 125)
LEFT, RIGHT, NONE = (
    Qt.MouseButton.LeftButton,
    Qt.MouseButton.RightButton,
    Qt.MouseButton.NoButton,
)


class Hand:
    """A mouse over the map, and eyes on what comes of it."""

    def __init__(self, plugin: Any, iface: Any, canvas: Any, qtbot: Any, folder: Path) -> None:
        self.plugin = plugin
        self.by_click = plugin.by_click
        self.iface = iface
        self.qtbot = qtbot
        self.folder = folder
        self.canvas = canvas
        self.jobs: list[Any] = []
        run = plugin.worker.run
        plugin.worker.run = lambda job: self.jobs.append(job) or run(job)

    def scene(self, manner: str = "plain") -> Any:
        """A SAR layer on which the fake worker behaves in this manner, filling the map."""
        scenes.write_footprints(self.folder / f"{manner}.gpkg")
        path = self.folder / f"{manner}.tif"
        layer = scenes.add_raster(scenes.write_raster(path, scenes.speckle(1, SIZE)))
        self.look_at(layer)
        return layer

    def look_at(self, layer: Any) -> None:
        self.iface.setActiveLayer(layer)
        self.canvas.setDestinationCrs(layer.crs())
        self.canvas.setExtent(layer.extent())

    # The mouse: positions are pixels of the map, or points in its coordinates

    def at(self, place: QgsPointXY | QPoint) -> QPoint:
        if isinstance(place, QPoint):
            return place
        pixel = self.canvas.getCoordinateTransform().transform(place)
        return QPoint(round(pixel.x()), round(pixel.y()))

    def send(self, kind: str, place: Any, button: Any = NONE, held: Any = NONE) -> None:
        where = QPointF(self.at(place))
        viewport = self.canvas.viewport()
        event = QMouseEvent(
            getattr(QEvent.Type, kind),
            where,
            QPointF(viewport.mapToGlobal(where.toPoint())),
            button,
            held,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(viewport, event)

    def move(self, place: Any, held: Any = NONE) -> None:
        self.send("MouseMove", place, NONE, held)

    def click(self, place: Any = CENTRE, button: Any = LEFT) -> None:
        self.send("MouseButtonPress", place, button, button)
        self.send("MouseButtonRelease", place, button)

    def double_click(self, place: Any) -> None:
        self.click(place)
        self.send("MouseButtonDblClick", place, LEFT, LEFT)
        self.send("MouseButtonRelease", place, LEFT)

    def drag(self, first: Any, second: Any, *, release: bool = True) -> None:
        self.send("MouseButtonPress", first, LEFT, LEFT)
        self.move(second, LEFT)
        if release:
            self.send("MouseButtonRelease", second, LEFT)

    def key(self, key: Any) -> None:
        QTest.keyClick(self.canvas, key)

    def polygon_mode(self) -> None:
        self.by_click.modes.actions()[1].trigger()

    # What comes of it

    @property
    def band(self) -> QgsGeometry:
        """What is shown at the mouse, empty when nothing."""
        return self.by_click.tool.band.asGeometry()

    @property
    def layer(self) -> QgsVectorLayer | None:
        group = QgsProject.instance().layerTreeRoot().findGroup(GROUP)
        return group.children()[0].layer() if group else None

    @property
    def status(self) -> str:
        return self.iface.statusBarIface().showMessage.call_args[0][0]

    def messages(self, level: Any) -> list[str]:
        return self.iface.messageBar().get_messages(level)

    def asked(self, number: int = -1) -> QgsGeometry:
        """The area of a job, in its own coordinates."""
        return QgsGeometry.fromWkt(self.jobs[number].area.wkt)

    def wait(self) -> None:
        """Until nothing runs or waits."""
        self.qtbot.waitUntil(lambda: not self.by_click._runs, timeout=60_000)


@pytest.fixture
def canvas(qgis_iface: Any, qtbot: Any) -> Iterator[Any]:
    """The map as large as the scene, and laid out, which it is not before it is shown."""
    canvas = qgis_iface.mapCanvas()
    window, size = qgis_iface.mainWindow(), canvas.size()
    canvas.resize(SIZE + 2 * canvas.frameWidth(), SIZE + 2 * canvas.frameWidth())
    window.show()
    qtbot.waitUntil(lambda: canvas.mapSettings().outputSize() == QSize(SIZE, SIZE))
    yield canvas
    canvas.setRotation(0)
    canvas.resize(size)
    window.hide()


@pytest.fixture
def hand(
    qgis_iface: Any, canvas: Any, fake_root: Path, qtbot: Any, tmp_path: Path, monkeypatch: Any
) -> Iterator[Hand]:
    """The plugin with a fake worker, its results in a folder of the user's choice."""
    import cmhcl_footprints
    from cmhcl_footprints.cmhcl_plugin import plugin as module
    from cmhcl_footprints.cmhcl_plugin.settings import Settings
    from cmhcl_footprints.cmhcl_plugin.worker.process import Worker

    monkeypatch.setattr(module, "Worker", lambda *name: Worker(*name, root=fake_root))
    Settings(output_folder=str(tmp_path)).save()
    plugin = cmhcl_footprints.classFactory(qgis_iface)
    plugin.initGui()
    yield Hand(plugin, qgis_iface, canvas, qtbot, tmp_path)
    if plugin.worker:
        plugin.unload()


def bounds(geometry: QgsGeometry, digits: int = 0) -> tuple[float, ...]:
    box = geometry.boundingBox()
    edges = (box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum())
    return tuple(round(edge, digits) for edge in edges)


# A click


def test_a_click_brings_footprints(hand: Hand) -> None:
    hand.scene()
    hand.by_click.action.trigger()
    assert "Footprints from “plain”: click, or drag a rectangle" in hand.status
    hand.click()
    hand.wait()
    layer = hand.layer
    assert layer.featureCount() == 2 and layer.isEditable()
    assert Path(layer.source().split("|")[0]) == hand.folder / "footprints_by_click_plain.gpkg"
    assert layer.renderer().classAttribute() == "confidence"
    assert str(hand.folder / "plain.tif") in layer.metadata().abstract()
    assert hand.iface.activeLayer() == layer
    assert sorted(f["confidence"] for f in layer.getFeatures()) == [0.55, 0.9]
    assert hand.status.startswith("2 added, 0 replaced")
    assert layer.commitChanges(), layer.commitErrors()
    assert layer.featureCount() == 2


def test_what_was_accepted_stays(hand: Hand) -> None:
    hand.scene()
    hand.by_click.action.trigger()
    hand.click()
    hand.wait()
    layer = hand.layer
    accepted, other = sorted(feature.id() for feature in layer.getFeatures())
    shape = layer.getGeometry(accepted).buffer(-0.5, 4)
    layer.changeGeometry(accepted, shape)
    layer.changeAttributeValue(accepted, layer.fields().indexFromName("review"), "accepted")
    hand.click()
    hand.wait()
    assert hand.status.startswith("1 added, 1 replaced")
    ids = {feature.id() for feature in layer.getFeatures()}
    assert len(ids) == 2 and accepted in ids and other not in ids
    assert layer.getGeometry(accepted).equals(shape)


def test_the_job_is_as_the_page_is_set(hand: Hand) -> None:
    hand.scene()
    hand.by_click.action.trigger()
    page = hand.plugin.dialog.extract
    page.threshold.setValue(0.35)
    page.careful.setChecked(True)
    page.adapt.setChecked(True)
    page.optical.setLayer(page.sar.layers.layers()[0])
    hand.click()
    (job,) = hand.jobs
    assert job.threshold == 0.35 and job.careful and job.optical
    assert not job.adapt  # a click does not wait for it
    assert job.sar == (str(hand.folder / "plain.tif"),)
    # 32 pixels around what was asked for, so that what is in there is whole
    assert QgsGeometry.fromWkt(job.area.wkt).area() == pytest.approx((368 * 0.8) ** 2, rel=0.01)
    assert hand.asked().centroid().asPoint().distance(CENTRE) < 2


def test_a_click_is_one_edit(hand: Hand) -> None:
    hand.scene()
    hand.by_click.action.trigger()
    for number in (1, 2):
        hand.click()
        hand.wait()
        assert hand.layer.featureCount() == 2  # the same two buildings
        assert hand.layer.undoStack().count() == number
    assert hand.status.startswith("2 added, 2 replaced")
    first = {feature.id() for feature in hand.layer.getFeatures()}
    hand.layer.undoStack().undo()
    assert hand.layer.featureCount() == 2
    assert {feature.id() for feature in hand.layer.getFeatures()}.isdisjoint(first)
    hand.layer.undoStack().undo()
    assert hand.layer.featureCount() == 0
    hand.layer.undoStack().redo()
    assert hand.layer.featureCount() == 2


def test_a_layer_of_another_project_goes_on(hand: Hand) -> None:
    hand.scene()
    hand.by_click.action.trigger()
    hand.click()
    hand.wait()
    hand.layer.commitChanges()
    path = str(hand.folder / "project.qgz")
    project = QgsProject.instance()
    assert project.write(path)
    project.clear()
    assert project.read(path)
    hand.look_at(project.mapLayersByName("plain")[0])
    hand.click()
    hand.wait()
    assert len(project.mapLayers()) == 2
    assert hand.layer.featureCount() == 2 and hand.layer.isEditable()


def test_nothing_found_makes_no_layer(hand: Hand, monkeypatch: Any) -> None:
    hand.scene()
    hand.by_click.action.trigger()
    show = hand.by_click._show
    monkeypatch.setattr(hand.by_click, "_show", lambda run, v: show(run, {**v, "footprints": 0}))
    hand.click()
    hand.wait()
    assert hand.layer is None and hand.status == "No building was found here."


# What is shown


def test_the_tile_follows_the_mouse(hand: Hand) -> None:
    hand.scene()
    hand.by_click.action.trigger()
    hand.move(CENTRE)
    half = TILE_M / 2
    expected = QgsRectangle(
        CENTRE.x() - half, CENTRE.y() - half, CENTRE.x() + half, CENTRE.y() + half
    )
    assert hand.band.boundingBox().width() == pytest.approx(TILE_M, rel=0.01)
    assert hand.band.boundingBox().center().distance(expected.center()) < 2
    hand.move(QPoint(0, 0))  # the corner of the layer: clipped
    assert hand.band.boundingBox().width() == pytest.approx(half, rel=0.02)
    assert hand.layer is None and not hand.jobs
    hand.canvas.setExtent(hand.canvas.extent().buffered(200))
    hand.move(QPoint(3, 3))  # off the layer
    assert hand.band.isEmpty()


def test_what_runs_stays_dashed_with_a_busy_cursor(hand: Hand) -> None:
    hand.scene("polite")
    hand.by_click.action.trigger()
    assert hand.canvas.cursor().shape() == Qt.CursorShape.CrossCursor
    hand.click()
    (run,) = hand.by_click._runs.values()
    assert run.band.isVisible() and run.band.asGeometry().area() > 0
    assert hand.canvas.cursor().shape() == Qt.CursorShape.BusyCursor
    before = bounds(run.band.asGeometry())
    hand.canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    assert bounds(run.band.asGeometry()) != before


def test_another_tool_leaves_nothing_shown(hand: Hand) -> None:
    hand.scene()
    hand.by_click.action.trigger()
    hand.move(CENTRE)
    assert hand.by_click.action.isChecked() and not hand.band.isEmpty()
    pan = QgsMapToolPan(hand.canvas)
    hand.canvas.setMapTool(pan)
    assert not hand.by_click.action.isChecked() and hand.band.isEmpty()
    hand.by_click.action.trigger()
    hand.by_click.action.trigger()  # a second press leaves it on
    assert hand.by_click.action.isChecked() and hand.canvas.mapTool() == hand.by_click.tool


# Rectangles and polygons


def test_a_dragged_rectangle(hand: Hand) -> None:
    hand.scene()
    hand.by_click.action.trigger()
    first, second = QPoint(300, 100), QPoint(100, 200)
    hand.drag(first, second)
    corners = [hand.by_click.tool.toMapCoordinates(point) for point in (first, second)]
    rectangle = QgsRectangle(*corners)
    assert hand.band.isEmpty() and len(hand.jobs) == 1
    assert bounds(hand.asked()) == bounds(QgsGeometry.fromRect(rectangle.buffered(32 * 0.8)))
    hand.wait()
    assert hand.layer.featureCount() <= 2


def test_a_shaky_click_is_a_click(hand: Hand) -> None:
    hand.scene()
    hand.by_click.action.trigger()
    where = hand.at(CENTRE)
    hand.drag(where, where + QPoint(2, 2))
    assert hand.asked().boundingBox().width() == pytest.approx(368 * 0.8, rel=0.01)


def test_a_polygon(hand: Hand) -> None:
    hand.scene()
    hand.polygon_mode()
    assert hand.by_click.action.isChecked() and "right-click to end" in hand.status
    corners = [QPoint(100, 100), QPoint(300, 100), QPoint(300, 300)]
    for corner in corners:
        hand.click(corner)
    hand.move(QPoint(10, 400))
    assert hand.band.constGet().nCoordinates() >= 5  # the corner at the mouse as well
    hand.key(Qt.Key.Key_Backspace)
    hand.click(corners[-1])
    assert not hand.jobs
    hand.click(QPoint(10, 400), RIGHT)
    triangle = QgsGeometry.fromPolygonXY(
        [[hand.by_click.tool.toMapCoordinates(corner) for corner in corners]]
    )
    assert hand.asked().contains(triangle)
    assert hand.asked().area() < triangle.buffer(2.1 * 32 * 0.8, 4).area()
    assert hand.band.isEmpty()


def test_a_double_click_ends_a_polygon(hand: Hand) -> None:
    hand.scene()
    hand.polygon_mode()
    for corner in (QPoint(100, 100), QPoint(300, 100)):
        hand.click(corner)
    hand.double_click(QPoint(300, 300))
    assert len(hand.jobs) == 1
    hand.click(QPoint(200, 200))
    hand.click(QPoint(200, 200), RIGHT)
    assert len(hand.jobs) == 1 and hand.band.isEmpty()  # one corner is no polygon


def test_a_polygon_without_area(hand: Hand) -> None:
    hand.scene()
    hand.polygon_mode()
    for corner in (QPoint(100, 100), QPoint(200, 200), QPoint(300, 300)):
        hand.click(corner)
    hand.click(QPoint(0, 0), RIGHT)
    assert not hand.jobs
    assert hand.messages(Qgis.MessageLevel.Warning) == ["CMH-CL:That is no polygon; draw it again."]


def test_a_click_after_a_polygon(hand: Hand) -> None:
    hand.scene()
    hand.polygon_mode()
    hand.click(QPoint(100, 100))
    hand.by_click.modes.actions()[0].trigger()
    assert hand.band.isEmpty()
    hand.click()
    assert len(hand.jobs) == 1


# Escape


@pytest.mark.parametrize("drawing", ["rectangle", "polygon"])
def test_escape_drops_what_is_drawn(hand: Hand, drawing: str) -> None:
    hand.scene("polite")
    hand.by_click.action.trigger()
    hand.click()
    if drawing == "rectangle":
        hand.drag(QPoint(100, 100), QPoint(200, 200), release=False)
    else:
        hand.polygon_mode()
        hand.click(QPoint(100, 100))
        hand.move(QPoint(200, 200))
    assert not hand.band.isEmpty()
    hand.key(Qt.Key.Key_Escape)
    assert hand.band.isEmpty()
    hand.send("MouseButtonRelease", QPoint(200, 200), LEFT)
    assert len(hand.jobs) == 1 and len(hand.by_click._runs) == 1  # what runs goes on
    hand.key(Qt.Key.Key_Escape)
    assert not hand.by_click._runs


def test_escape_cancels_what_runs_and_what_waits(hand: Hand) -> None:
    hand.scene("polite")
    hand.by_click.action.trigger()
    bands = map_items(hand)
    hand.click()
    hand.click(QgsPointXY(CENTRE.x() + 50, CENTRE.y()))
    assert len(hand.by_click._runs) == 2 and map_items(hand) == bands + 2
    hand.qtbot.waitUntil(lambda: hand.plugin.worker._running is not None, timeout=15_000)
    hand.key(Qt.Key.Key_Escape)
    assert hand.status == "Cancelled." and map_items(hand) == bands
    assert hand.canvas.cursor().shape() == Qt.CursorShape.CrossCursor
    worker = hand.plugin.worker
    hand.qtbot.waitUntil(lambda: not (worker._running or worker._queue), timeout=15_000)
    manager = QgsApplication.taskManager()
    hand.qtbot.waitUntil(lambda: manager.countActiveTasks() == 0, timeout=15_000)
    assert hand.layer is None
    assert not hand.messages(Qgis.MessageLevel.Critical)


def test_escape_with_nothing_to_cancel(hand: Hand) -> None:
    hand.scene()
    hand.by_click.action.trigger()
    told = hand.status
    hand.key(Qt.Key.Key_Escape)
    assert hand.status == told and hand.by_click.action.isChecked()


def map_items(hand: Hand) -> int:
    """Rubber bands and the like."""
    return len(hand.canvas.scene().items())


# A queue, and the world changing under it


def test_clicks_wait_for_each_other(hand: Hand) -> None:
    hand.scene()
    hand.by_click.action.trigger()
    for east in (-20, 0, 20):
        hand.click(QgsPointXY(CENTRE.x() + east, CENTRE.y()))
    assert len(hand.by_click._runs) == 3
    hand.wait()
    assert hand.layer.featureCount() == 2 and hand.layer.undoStack().count() == 3


def test_one_cancelled_in_the_task_bar(hand: Hand) -> None:
    hand.scene("polite")
    hand.by_click.action.trigger()
    hand.click()
    (run,) = hand.by_click._runs.values()
    run.task.cancel()
    hand.wait()
    assert not hand.messages(Qgis.MessageLevel.Critical)
    assert hand.canvas.cursor().shape() == Qt.CursorShape.CrossCursor


def test_a_crash_is_told(hand: Hand) -> None:
    hand.scene("crash")
    hand.by_click.action.trigger()
    hand.click()
    hand.wait()
    (sentence,) = hand.messages(Qgis.MessageLevel.Critical)
    assert "The worker ended unexpectedly" in sentence
    assert hand.layer is None


def test_the_sar_layer_is_removed_in_mid_run(hand: Hand) -> None:
    layer = hand.scene()
    hand.by_click.action.trigger()
    hand.click()
    QgsProject.instance().removeMapLayer(layer.id())
    hand.wait()
    assert hand.layer.featureCount() == 2
    hand.move(CENTRE)
    assert hand.band.isEmpty()
    hand.click()
    (sentence,) = hand.messages(Qgis.MessageLevel.Warning)
    assert sentence == "CMH-CL:Add a SAR raster to the project first."


@pytest.mark.parametrize("runs", [False, True])
def test_the_project_is_closed_in_mid_run(hand: Hand, runs: bool) -> None:
    hand.scene("polite" if runs else "plain")
    hand.by_click.action.trigger()
    hand.click()
    if runs:
        hand.qtbot.waitUntil(lambda: hand.plugin.worker._running is not None, timeout=15_000)
    QgsProject.instance().clear()
    assert not hand.by_click._runs
    worker = hand.plugin.worker
    hand.qtbot.waitUntil(lambda: not (worker._running or worker._queue), timeout=15_000)
    hand.qtbot.wait(200)
    assert not QgsProject.instance().mapLayers()


def test_the_layer_is_removed_between_clicks(hand: Hand) -> None:
    hand.scene()
    hand.by_click.action.trigger()
    for count in (1, 2):
        hand.click()
        hand.wait()
        assert hand.layer.featureCount() == 2
        names = sorted(path.name for path in hand.folder.glob("footprints_by_click*.gpkg"))
        assert len(names) == count
        group = QgsProject.instance().layerTreeRoot().findGroup(GROUP)
        QgsProject.instance().removeMapLayer(hand.layer.id())
        QgsProject.instance().layerTreeRoot().removeChildNode(group)


def test_a_layer_that_cannot_be_edited(hand: Hand) -> None:
    hand.scene()
    hand.by_click.action.trigger()
    hand.click()
    hand.wait()
    hand.layer.rollBack()
    hand.layer.setReadOnly(True)
    hand.click()
    hand.wait()
    (sentence,) = hand.messages(Qgis.MessageLevel.Critical)
    assert "cannot be edited; remove it and click again" in sentence


def test_a_layer_with_a_filter_is_left_alone(hand: Hand) -> None:
    hand.scene()
    hand.by_click.action.trigger()
    hand.click()
    hand.wait()
    assert hand.layer.commitChanges()
    hand.layer.setSubsetString("confidence > 0.6")
    hand.click()
    hand.wait()
    (sentence,) = hand.messages(Qgis.MessageLevel.Critical)
    assert "has a filter, which hides footprints that are there; clear it" in sentence
    hand.layer.setSubsetString("")
    assert hand.layer.featureCount() == 2


def test_a_review_before_the_first_save_is_kept(hand: Hand) -> None:
    from cmhcl_footprints.cmhcl_plugin.review.walk import ReviewWalk

    hand.scene()
    hand.by_click.action.trigger()
    hand.click()
    hand.wait()
    ReviewWalk(hand.layer).accept()
    assert hand.layer.commitChanges()
    reviewed = [(f["confidence"], f["review"] or None) for f in hand.layer.getFeatures()]
    assert sorted(reviewed) == [(0.55, "accepted"), (0.9, None)]


def test_a_folder_that_cannot_be_written(hand: Hand) -> None:
    hand.scene()
    hand.by_click.action.trigger()
    hand.plugin.dialog.extract.output.setFilePath("/proc/out.gpkg")
    hand.click()
    hand.wait()
    (sentence,) = hand.messages(Qgis.MessageLevel.Critical)
    assert "cannot be written" in sentence and hand.layer is None


def test_a_field_was_taken_out_of_the_layer(hand: Hand) -> None:
    hand.scene()
    hand.by_click.action.trigger()
    hand.click()
    hand.wait()
    layer = hand.layer
    layer.deleteAttribute(layer.fields().indexFromName("model"))
    layer.commitChanges()
    hand.click()
    hand.wait()
    assert layer.featureCount() == 2 and layer.fields().indexFromName("model") == -1


def test_without_a_raster_and_off_it(hand: Hand) -> None:
    hand.by_click.action.trigger()
    hand.move(CENTRE)
    hand.click()
    layer = hand.scene()
    hand.canvas.setExtent(layer.extent().buffered(200))
    hand.click(QPoint(3, 3))
    assert not hand.jobs
    first, second = hand.messages(Qgis.MessageLevel.Warning)
    assert first == "CMH-CL:Add a SAR raster to the project first."
    assert second.startswith("CMH-CL:That lies off the SAR layer “plain”; click on it")


def test_unload_in_mid_run(hand: Hand, monkeypatch: Any) -> None:
    before = map_items(hand)
    hand.scene("polite")
    hand.by_click.action.trigger()
    hand.click()
    hand.move(CENTRE)
    hand.qtbot.waitUntil(lambda: hand.plugin.worker._running is not None, timeout=15_000)
    folder = Path(hand.jobs[0].out).parent
    assert folder.is_dir()
    tool = hand.by_click.tool
    hand.plugin.unload()
    monkeypatch.setattr(hand.plugin, "worker", None)  # it is unloaded
    assert hand.canvas.mapTool() != tool and not folder.exists()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    hand.canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    QgsProject.instance().clear()
    assert map_items(hand) == before - 1  # the tool's own is gone as well


# Coordinate systems and rotation


@pytest.mark.parametrize("crs", ["EPSG:3857", "EPSG:4326", "EPSG:3413"])
def test_the_map_in_another_system(hand: Hand, crs: str) -> None:
    layer = hand.scene()
    change = QgsCoordinateTransform(
        layer.crs(), QgsCoordinateReferenceSystem(crs), QgsProject.instance()
    )
    hand.canvas.setDestinationCrs(QgsCoordinateReferenceSystem(crs))
    hand.canvas.setExtent(change.transformBoundingBox(layer.extent()))
    hand.by_click.action.trigger()
    place = change.transform(CENTRE)
    hand.move(place)
    shown = hand.band
    shown.transform(
        QgsCoordinateTransform(change.destinationCrs(), layer.crs(), QgsProject.instance())
    )
    assert shown.area() == pytest.approx(TILE_M**2, rel=0.01)
    hand.click(place)
    assert hand.asked().centroid().asPoint().distance(CENTRE) < 3
    hand.wait()
    assert hand.layer.crs() == layer.crs() and hand.layer.featureCount() == 2


def test_sar_in_degrees(hand: Hand) -> None:
    """A tile is as large on the ground whatever the units of SAR."""
    layer = hand.scene()
    degrees = QgsCoordinateReferenceSystem("EPSG:4326")
    path = hand.folder / "degrees.tif"
    scenes.gdal.Warp(str(path), layer.source(), dstSRS="EPSG:4326").FlushCache()
    hand.look_at(scenes.add_raster(path))
    hand.by_click.action.trigger()
    change = QgsCoordinateTransform(degrees, layer.crs(), QgsProject.instance())
    hand.plugin.dialog.extract.sar.layers.choose(hand.iface.activeLayer())
    hand.move(hand.iface.activeLayer().extent().center())
    shown = hand.band
    shown.transform(change)
    assert shown.area() == pytest.approx(TILE_M**2, rel=0.01)


def test_a_rotated_map(hand: Hand) -> None:
    """A dragged rectangle is upright on the screen; a tile lies as the pixels of SAR do."""
    hand.scene()
    hand.by_click.action.trigger()
    hand.canvas.setRotation(30)
    hand.move(CENTRE)
    assert hand.band.boundingBox().width() == pytest.approx(TILE_M, rel=0.01)
    hand.drag(QPoint(200, 200), QPoint(300, 250), release=False)
    unit = hand.canvas.mapUnitsPerPixel()
    assert hand.band.area() == pytest.approx(100 * 50 * unit**2, rel=0.05)
    assert hand.band.boundingBox().width() < 130 * unit
    assert hand.band.boundingBox().height() > 80 * unit
    hand.send("MouseButtonRelease", QPoint(300, 250), LEFT)
    assert hand.asked().area() > 100 * 50 * unit**2


def test_results_in_another_system_than_the_layer(hand: Hand) -> None:
    """Two SAR layers in two UTM zones go into one layer."""
    from cmhcl_footprints.cmhcl_plugin.click import layer as click_layer

    layer = QgsVectorLayer("Polygon?crs=EPSG:32630&field=confidence:double", "", "memory")
    layer.startEditing()
    path = scenes.write_footprints(hand.folder / "found.gpkg")
    found = QgsVectorLayer(f"{path}|layername=footprints", "", "ogr")
    box = found.extent()
    change = QgsCoordinateTransform(found.crs(), layer.crs(), QgsProject.instance())
    for _ in range(2):
        click_layer.add(layer, found, square(box, found.crs()), "Click")
        assert layer.featureCount() == 2
        hull = change.transformBoundingBox(box).buffered(1)
        assert all(hull.contains(f.geometry().boundingBox()) for f in layer.getFeatures())


# The real worker


@pytest.fixture
def real_hand(qgis_iface: Any, canvas: Any, qtbot: Any, tmp_path: Path) -> Iterator[Hand]:
    """The plugin as it is."""
    import cmhcl_footprints
    from cmhcl_footprints.cmhcl_plugin.settings import Settings

    Settings(output_folder=str(tmp_path)).save()
    plugin = cmhcl_footprints.classFactory(qgis_iface)
    plugin.initGui()
    yield Hand(plugin, qgis_iface, canvas, qtbot, tmp_path)
    plugin.unload()


def test_neighbouring_clicks_and_one_rectangle(real_hand: Hand) -> None:
    """What clicks side by side find is what one run over all of their ground finds."""
    hand = real_hand
    options = ["--seed", "1", "--size", "640", "--out", str(hand.folder / "scene")]
    subprocess.run([CORE_PYTHON, "-m", "core", "simulate", *options], cwd=REPOSITORY, check=True)
    sar = scenes.add_raster(hand.folder / "scene" / "sar.tif")
    hand.look_at(sar)
    hand.by_click.action.trigger()
    hand.plugin.dialog.extract.optical.setLayer(
        scenes.add_raster(hand.folder / "scene" / "optical.tif")
    )
    box = sar.extent()
    step = box.width() / 640
    for right, down in ((170, 170), (400, 170), (170, 400), (400, 400)):
        hand.click(QgsPointXY(box.xMinimum() + right * step, box.yMaximum() - down * step))
    hand.wait()
    clicks = [feature.geometry() for feature in hand.layer.getFeatures()]
    assert hand.layer.undoStack().count() == 4 and len(clicks) > 50
    assert all(shape.isGeosValid() for shape in clicks)
    for one, other in itertools.combinations(clicks, 2):
        assert one.intersection(other).area() <= 0.5 * min(one.area(), other.area())

    for _ in range(4):
        hand.layer.undoStack().undo()
    corners = [
        QgsPointXY(box.xMinimum() + pixel * step, box.yMaximum() - pixel * step)
        for pixel in (20, 500)
    ]
    hand.drag(*corners)
    hand.wait()
    inside = QgsGeometry.fromRect(QgsRectangle(*corners))
    built = QgsGeometry.unaryUnion(clicks).intersection(inside)
    shapes = [feature.geometry() for feature in hand.layer.getFeatures()]
    expected = QgsGeometry.unaryUnion(shapes).intersection(inside)
    common = built.intersection(expected).area()
    # Not all of it: the network sees less around a click.
    assert common > 0.8 * built.combine(expected).area()


# The merge: buildings are rectangles that do not overlap, and each run sees what is in its area

MARGIN = 32.0
EDGE = 3.0
Box = tuple[float, float, float, float]
FINE = settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


def square(box: QgsRectangle, crs: Any = None) -> Any:
    """The ground of this box."""
    from cmhcl_footprints.cmhcl_plugin.click.click_area import Ground

    return Ground(
        QgsGeometry.fromRect(box),
        QgsGeometry.fromRect(box.buffered(MARGIN)),
        QgsGeometry.fromRect(box.buffered(MARGIN - EDGE)),
        crs or QgsCoordinateReferenceSystem("EPSG:32631"),
    )


@st.composite
def towns(draw: Any) -> list[QgsGeometry]:
    """Up to a building in each cell of 60, some of them as large as several cells."""
    buildings: list[QgsGeometry] = []
    for column, row in itertools.product(range(7), range(7)):
        if draw(st.booleans()):
            x, y = 60 * column + draw(st.integers(0, 20)), 60 * row + draw(st.integers(0, 20))
            width, height = draw(st.integers(6, 90)), draw(st.integers(6, 90))
            building = QgsGeometry.fromRect(QgsRectangle(x, y, x + width, y + height))
            if not any(building.intersects(other) for other in buildings):
                buildings.append(building)
    return buildings


PLACES = st.lists(
    st.tuples(st.integers(60, 360), st.integers(60, 360), st.integers(20, 120)),
    min_size=2,
    max_size=6,
)


def seen(town: Sequence[QgsGeometry], ground: Any) -> list[QgsGeometry]:
    """What an extraction of this ground finds."""
    pieces = [building.intersection(ground.area) for building in town]
    return [piece for piece in pieces if piece.area() > 0]


def apply(layer: list[QgsGeometry], new: Sequence[QgsGeometry], ground: Any) -> list[QgsGeometry]:
    from cmhcl_footprints.cmhcl_plugin.click.layer import merge

    merged = merge(new, layer, ground)
    kept = [shape for j, shape in enumerate(layer) if j not in merged.removed]
    return kept + list(merged.added.values())


@FINE
@given(town=towns(), places=PLACES)
def test_no_building_twice_and_none_missing(
    town: list[QgsGeometry], places: list[tuple[int, int, int]]
) -> None:
    layer: list[QgsGeometry] = []
    whole: set[int] = set()
    for x, y, half in places:
        ground = square(QgsRectangle(x - half, y - half, x + half, y + half))
        layer = apply(layer, seen(town, ground), ground)
        whole |= {
            i
            for i, building in enumerate(town)
            if building.within(ground.uncut) and building.centroid().intersects(ground.asked)
        }
    for one, other in itertools.combinations(layer, 2):
        assert one.intersection(other).area() < 1e-6
    for shape in layer:
        (building,) = (b for b in town if b.intersection(shape).area() > 1e-6)
        assert shape.difference(building).area() < 1e-6
        assert not shape.isMultipart()
    for i in whole:
        (shape,) = (s for s in layer if s.intersection(town[i]).area() > 1e-6)
        assert shape.area() == pytest.approx(town[i].area())


@FINE
@given(town=towns(), x=st.integers(60, 360), y=st.integers(60, 360), shift=st.integers(0, 40))
def test_neighbours_give_what_one_piece_gives(
    town: list[QgsGeometry], x: int, y: int, shift: int
) -> None:
    """Two pieces side by side, and one as large as both: the same buildings."""
    small = [b for b in town if b.boundingBox().width() < 28 and b.boundingBox().height() < 28]
    left = square(QgsRectangle(x - 80, y - 60, x, y + 60))
    right = square(QgsRectangle(x - shift, y - 60, x + 80 - shift, y + 60))
    both = square(QgsRectangle(x - 80, y - 60, x + 80 - shift, y + 60))
    layer = apply(apply([], seen(small, left), left), seen(small, right), right)
    expected = apply([], seen(small, both), both)
    assert sorted(map(bounds, layer)) == sorted(map(bounds, expected))


def rectangle(*box: float) -> QgsGeometry:
    return QgsGeometry.fromRect(QgsRectangle(*box))


def test_what_was_one_comes_apart_whole() -> None:
    """Two new ones take the place of an old one, also when one of them lies off the ground."""
    ground = square(QgsRectangle(0, 0, 100, 100))
    old = [rectangle(85, 40, 120, 50)]
    new = [rectangle(85, 40, 103, 50), rectangle(103.5, 40, 120, 50)]
    assert sorted(map(bounds, apply(old, new, ground))) == sorted(map(bounds, new))


def test_a_neighbour_that_is_overlapped_a_little_stays() -> None:
    ground = square(QgsRectangle(0, 0, 100, 100))
    old = [rectangle(10, 10, 30, 30), rectangle(60, 60, 80, 80)]
    new = [rectangle(26, 10, 46, 30), rectangle(62, 61, 82, 81)]
    assert sorted(map(bounds, apply(old, new, ground))) == [
        (10, 10, 30, 30),
        (26, 10, 46, 30),
        (62, 61, 82, 81),
    ]


def test_the_area_of_joined_pieces_is_measured_anew() -> None:
    """A hall larger than a tile grows with every click on it."""
    from cmhcl_footprints.cmhcl_plugin.click import layer as click_layer

    crs = QgsCoordinateReferenceSystem("EPSG:32631")
    x, y = scenes.ORIGIN
    fields = "field=confidence:double&field=area_m2:double"
    layer = QgsVectorLayer(f"Polygon?crs=EPSG:32631&{fields}", "", "memory")
    hall = rectangle(x, y, x + 400, y + 40)
    for left, length in ((0, 132), (100, 232), (200, 332)):
        ground = square(QgsRectangle(x + left, y, x + left + 100, y + 40), crs)
        found = scenes.add_polygon(hall.intersection(ground.area).asWkt())
        click_layer.add(layer, found, ground, "Click")
        (feature,) = layer.getFeatures()
        assert feature.geometry().area() == pytest.approx(40 * length)
    assert feature["area_m2"] == pytest.approx(40 * 332, rel=0.002)
