"""Runs inside QGIS: squares, splits, joins and reshapes a footprint beside the review.

The plan names ``zip`` (of the plugin).
"""

import os
import sys

import pyplugin_installer
import qgis.utils
from qgis.core import QgsFeature, QgsGeometry, QgsPointXY, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QDialogButtonBox
from qgis.utils import iface

sys.path.insert(0, os.environ["CMHCL_DESKTOP"])
from driving import PLAN, move_mouse, picture, press, run, settle, wait, when_modal

X, Y = 600_000, 5_750_000
SKEWED = "Polygon ((0 0, 20 1, 19.5 12, 0.5 12, 0 0))"


def layer_of_one():
    layer = QgsVectorLayer("Polygon?crs=EPSG:32631&field=confidence:double", "found", "memory")
    feature = QgsFeature(layer.fields())
    shape = QgsGeometry.fromWkt(SKEWED)
    shape.translate(X, Y)
    feature.setGeometry(shape)
    feature["confidence"] = 0.5
    layer.dataProvider().addFeature(feature)
    layer.updateExtents()
    QgsProject.instance().addMapLayer(layer)
    return layer


def key(button, letter):
    """Press the key of one of the panel's buttons on the map, once the button can be used."""
    wait(button.action.isEnabled)
    iface.mapCanvas().setFocus()
    press(letter)


def tool():
    """The class of the map tool."""
    return iface.mapCanvas().mapTool().metaObject().className()


def draw(*points):
    """Left click on each point, right click on the last, all in metres from the origin."""
    canvas = iface.mapCanvas()
    buttons = [Qt.MouseButton.LeftButton] * len(points) + [Qt.MouseButton.RightButton]
    for button, (x, y) in zip(buttons, [*points, points[-1]]):
        at = canvas.getCoordinateTransform().transform(QgsPointXY(X + x, Y + y))
        where = QPoint(round(at.x()), round(at.y()))
        move_mouse(where)
        QTest.mouseClick(canvas.viewport(), button, Qt.KeyboardModifier.NoModifier, where)


def accept_merge(dialog, seen):
    """Accept QGIS's window of the attributes."""
    seen["merge dialog"] = dialog.objectName()
    picture("merge")
    box = dialog.findChild(QDialogButtonBox)
    box.button(QDialogButtonBox.StandardButton.Ok).click()


def areas(layer):
    return sorted(round(feature.geometry().area()) for feature in layer.getFeatures())


def drive():
    pyplugin_installer.instance().installFromZipFile(PLAN["zip"])
    plugin = qgis.utils.plugins["cmhcl_footprints"]
    layer = layer_of_one()
    iface.setActiveLayer(layer)
    iface.mapCanvas().setExtent(layer.extent().buffered(10))
    iface.mapCanvas().refresh()
    plugin.show_review()
    buttons = plugin.review.edit_buttons
    settle()  # the map has moved to the footprint
    seen = {"raw": areas(layer)}
    key(buttons.square, "Q")
    wait(layer.isModified)
    seen["squared"] = next(layer.getFeatures()).geometry().asWkt(2)
    key(buttons.split, "S")
    wait(lambda: "Split" in tool())
    draw((10, -3), (10, 16))
    wait(lambda: layer.featureCount() == 2)
    seen["split"] = areas(layer)
    picture("split")
    key(buttons.reshape, "R")
    wait(lambda: "Reshape" in tool())
    seen["reshape tool"] = tool()
    when_modal(lambda dialog: accept_merge(dialog, seen))
    key(buttons.join, "J")
    wait(lambda: layer.featureCount() == 1)
    seen["joined"] = areas(layer)
    picture("joined")
    return seen


run(drive)
