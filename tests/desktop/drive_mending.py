"""Runs inside QGIS: squares, splits, joins and reshapes a footprint beside the review.

The plan names ``zip`` (of the plugin).
"""

import os
import sys

import pyplugin_installer
import qgis.utils
from qgis.core import QgsFeature, QgsGeometry, QgsPointXY, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QPoint, Qt, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QDialogButtonBox
from qgis.utils import iface

sys.path.insert(0, os.environ["CMHCL_DESKTOP"])
from driving import PLAN, picture, run, wait

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


def key(letter):
    iface.mapCanvas().setFocus()
    QTest.keyClick(iface.mapCanvas(), letter)
    QTest.qWait(200)


def draw(*points):
    """Left click on each point, right click on the last, all in metres from the origin."""
    canvas = iface.mapCanvas()
    buttons = [Qt.MouseButton.LeftButton] * len(points) + [Qt.MouseButton.RightButton]
    for button, (x, y) in zip(buttons, [*points, points[-1]]):
        at = canvas.getCoordinateTransform().transform(QgsPointXY(X + x, Y + y))
        where = QPoint(round(at.x()), round(at.y()))
        QTest.mouseMove(canvas.viewport(), where)
        QTest.mouseClick(canvas.viewport(), button, Qt.KeyboardModifier.NoModifier, where)
        QTest.qWait(200)


def accept_merge(seen):
    """Accept QGIS's window of the attributes."""
    dialog = QApplication.activeModalWidget()
    seen["merge dialog"] = dialog.objectName() if dialog else ""
    if dialog:
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
    wait(lambda: plugin.review.isVisible() and plugin.review.mending.square.action.isEnabled())
    QTest.qWait(1000)
    seen = {"raw": areas(layer)}
    key("Q")
    seen["squared"] = next(layer.getFeatures()).geometry().asWkt(2)
    key("S")
    draw((10, -3), (10, 16))
    seen["split"] = areas(layer)
    picture("split")
    key("R")
    seen["reshape tool"] = iface.mapCanvas().mapTool().metaObject().className()
    QTimer.singleShot(1500, lambda: accept_merge(seen))
    key("J")
    wait(lambda: layer.featureCount() == 1)
    seen["joined"] = areas(layer)
    picture("joined")
    return seen


run(drive)
