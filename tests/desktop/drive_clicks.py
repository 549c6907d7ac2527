"""Runs inside QGIS (``qgis --code``): footprints by click, with the mouse over the map.

The plan names ``zip``, ``sar``, ``optical`` (or empty) and ``labels``. Ten buildings are clicked in
a row, one is corrected, Ctrl+Z; a rectangle, corners that are removed, a polygon that is cancelled;
the footprints as labels; pictures of each. The layer is saved in the end.
"""

import os
import sys

import pyplugin_installer
import qgis.utils
from qgis.core import QgsGeometry, QgsPointXY, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAction, QToolButton
from qgis.utils import iface

sys.path.insert(0, os.environ["CMHCL_DESKTOP"])
from driving import (
    FOLDER,
    PLAN,
    add_raster,
    click,
    maximise,
    move_mouse,
    picture,
    press,
    run,
    settle,
    wait,
)

LEFT = Qt.MouseButton.LeftButton
COLUMNS, ROWS = 5, 2
LEAST_M2 = 60.0


class Map:
    """The mouse over the map."""

    def __init__(self, sar):
        self.canvas = iface.mapCanvas()
        self.viewport = self.canvas.viewport()
        self.extent = sar.extent()

    def at(self, across, down):
        """Shares of the SAR layer's width and height -> a pixel of the map."""
        box = self.extent
        point = QgsPointXY(
            box.xMinimum() + across * box.width(), box.yMaximum() - down * box.height()
        )
        return self.pixel(point)

    def pixel(self, point):
        """Map coordinates -> a pixel of the map."""
        pixel = self.canvas.getCoordinateTransform().transform(point)
        return QPoint(round(pixel.x()), round(pixel.y()))

    def hover(self, place):
        move_mouse(place)

    def click(self, place, button=LEFT):
        QTest.mouseClick(self.viewport, button, Qt.KeyboardModifier.NoModifier, place)

    def drag(self, first, second):
        QTest.mousePress(self.viewport, LEFT, Qt.KeyboardModifier.NoModifier, first)
        self.hover((first + second) / 2)
        self.hover(second)

    def release(self, place):
        QTest.mouseRelease(self.viewport, LEFT, Qt.KeyboardModifier.NoModifier, place)

    def key(self, key, modifier=Qt.KeyboardModifier.NoModifier):
        press(key, modifier)


class Clicks:
    """The extraction by click of an installed plugin, and what comes of it."""

    def __init__(self, plugin, sar):
        self.action = plugin.extract_by_click.action
        self.extraction = plugin.extract_by_click.extraction
        self.buildings = plugin.extract_by_click.buildings
        self.hint = plugin.extract_by_click.hint
        self.worker = plugin.worker
        self.sar = sar
        self.map = Map(sar)

    def idle(self):
        return not self.extraction.runs

    def answered(self):
        return not self.buildings.awaits_answer

    def undo(self):
        window = iface.mainWindow()
        action = window.findChild(QAction, "mActionUndo")
        wait(lambda: window.isActiveWindow() and action.isEnabled())
        QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    def layer(self):
        return QgsProject.instance().mapLayersByName("Footprints by click")[0]

    def count(self):
        return self.layer().featureCount()


def start(seen):
    """Install the plugin, load the scene and press the button."""
    maximise()
    pyplugin_installer.instance().installFromZipFile(PLAN["zip"])
    plugin = qgis.utils.plugins["cmhcl_footprints"]
    iface.messageBar().clearWidgets()
    optical = add_raster(PLAN["optical"]) if PLAN["optical"] else None
    sar = add_raster(PLAN["sar"])
    iface.setActiveLayer(sar)
    QgsProject.instance().setCrs(sar.crs())
    iface.mapCanvas().setExtent(sar.extent())
    iface.mapCanvas().refresh()
    settle()
    clicks = Clicks(plugin, sar)
    (button,) = (w for w in clicks.action.associatedWidgets() if isinstance(w, QToolButton))
    wait(button.isVisible)
    seen["button_visible"] = button.isVisible()
    click(button)
    seen["told"] = iface.statusBarIface().currentMessage()
    plugin.extract_settings.scene.choose_optical(optical)
    plugin.extract_settings.set_output(str(FOLDER / "footprints.gpkg"))
    return plugin, clicks


def ten_buildings(sar):
    """Geometries of ten labels, spread over the scene, not at its edge."""
    labels = QgsVectorLayer(PLAN["labels"], "labels", "ogr")
    box = sar.extent()
    inside = box.buffered(-0.05 * box.width())
    shapes = [feature.geometry() for feature in labels.getFeatures()]
    shapes = [shape for shape in shapes if inside.contains(shape.boundingBox())]
    shapes = [shape for shape in shapes if shape.area() > LEAST_M2]
    chosen = []
    for row in range(ROWS):
        for column in range(COLUMNS):
            place = QgsPointXY(
                box.xMinimum() + (column + 0.5) / COLUMNS * box.width(),
                box.yMaximum() - (row + 0.5) / ROWS * box.height(),
            )
            there = QgsGeometry.fromPointXY(place)
            free = [shape for shape in shapes if shape not in chosen]
            chosen.append(min(free, key=there.distance))
    return chosen


def click_ten_buildings(clicks, seen):
    ten = ten_buildings(clicks.sar)
    seen["found"] = 0
    for number, shape in enumerate(ten, start=1):
        middle, _ = shape.poleOfInaccessibility(0.5)
        place = clicks.map.pixel(middle.asPoint())
        if number == 5:
            clicks.buildings.answers.seconds.append(0)  # else there is no hover on a busy machine
        clicks.map.hover(place)
        if number == 5:
            wait(lambda: not clicks.buildings.band.hover.asGeometry().isEmpty())
            picture("hover")
        clicks.map.click(place)
        wait(clicks.answered)
        seen["found"] += not clicks.buildings.band.outline.asGeometry().isEmpty()
        if number in (1, 5):
            picture(f"preview {number}")
            seen["hint"] = clicks.hint.text().replace("\n", " · ")
    clicks.map.key(Qt.Key.Key_Return)
    seen["status"] = iface.statusBarIface().currentMessage()
    picture("ten")
    seen["ten"] = clicks.count()
    shapes = [feature.geometry() for feature in clicks.layer().getFeatures()]
    seen["invalid"] = sum(not shape.isGeosValid() for shape in shapes)
    seen["overlap_m2"] = sum(
        one.intersection(other).area() for i, one in enumerate(shapes) for other in shapes[:i]
    )


def correct_one(clicks, seen):
    """A footprint of the layer loses what is around one of its corners."""
    largest = max(clicks.layer().getFeatures(), key=lambda f: f.geometry().area())
    shape = largest.geometry()
    middle, _ = shape.poleOfInaccessibility(0.5)
    clicks.map.click(clicks.map.pixel(middle.asPoint()))
    clicks.map.click(
        clicks.map.pixel(QgsPointXY(next(shape.vertices()))), Qt.MouseButton.RightButton
    )
    wait(clicks.answered)
    picture("correction")
    clicks.map.key(Qt.Key.Key_Return)
    changed = clicks.layer().getFeature(largest.id()).geometry()
    seen["correction"] = changed.area() / shape.area()
    clicks.undo()
    back = clicks.layer().getFeature(largest.id()).geometry()
    seen["correction_undone"] = back.equals(shape)


def undo_ten_times(clicks, seen):
    clicks.undo()
    wait(lambda: clicks.count() < seen["ten"])
    seen["undone"] = clicks.count()
    picture("undone")
    for _ in range(9):
        clicks.undo()
    seen["all_undone"] = clicks.count()


def draw_a_rectangle(clicks, seen):
    first, second = clicks.map.at(0.1, 0.1), clicks.map.at(0.5, 0.4)
    clicks.map.drag(first, second)
    picture("rectangle")
    clicks.map.release(second)
    wait(clicks.idle)
    seen["rectangle"] = clicks.count()


def remove_corners(clicks, seen):
    """With all features selected, which QGIS deletes on Backspace unless a tool takes the key."""
    clicks.action.modes.actions()[1].trigger()
    clicks.layer().selectAll()
    for across, down in ((0.2, 0.2), (0.4, 0.2), (0.4, 0.4)):
        clicks.map.click(clicks.map.at(across, down))
    for _ in range(2):
        clicks.map.key(Qt.Key.Key_Backspace)
        clicks.map.key(Qt.Key.Key_Delete)
    clicks.map.click(clicks.map.at(0.2, 0.2))
    clicks.map.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    seen["after_keys"] = clicks.count()
    clicks.layer().removeSelection()


def cancel_a_polygon(clicks, seen):
    clicks.action.modes.actions()[1].trigger()
    for across, down in ((0.5, 0.5), (0.9, 0.55), (0.8, 0.9)):
        clicks.map.click(clicks.map.at(across, down))
    last = clicks.map.at(0.55, 0.85)
    clicks.map.hover(last)
    picture("polygon")
    clicks.map.click(last)
    clicks.map.click(last, Qt.MouseButton.RightButton)
    clicks.map.key(Qt.Key.Key_Escape)
    seen["escaped"] = clicks.idle()
    wait(lambda: not clicks.worker.is_busy)  # after which no result can come
    seen["after_escape"] = clicks.count()
    picture("escaped")


def use_as_labels(plugin, clicks, seen):
    clicks.action.labels.trigger()
    page = plugin.pages.finetune
    wait(page.isVisible)
    settings = page.settings
    seen["labels"] = settings.labels_layer() == clicks.layer()
    seen["labelled_area"] = settings.area_layer() is not None
    seen["missing"] = settings.missing()
    picture("labels")
    plugin.pages.close()


def drive():
    seen = {}
    plugin, clicks = start(seen)
    click_ten_buildings(clicks, seen)
    correct_one(clicks, seen)
    undo_ten_times(clicks, seen)
    draw_a_rectangle(clicks, seen)
    remove_corners(clicks, seen)
    cancel_a_polygon(clicks, seen)
    use_as_labels(plugin, clicks, seen)
    layer = clicks.layer()
    seen["saved"] = layer.commitChanges()  # else QGIS asks on leaving
    seen["file"] = layer.source().split("|")[0]
    worker = plugin.worker
    qgis.utils.unloadPlugin("cmhcl_footprints")
    seen["running_after_unload"] = worker.is_running
    return seen


run(drive)
