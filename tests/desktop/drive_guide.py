"""Runs inside QGIS (``qgis --code``): takes the guide's pictures, one page of the plugin after
another, each in the state that the guide speaks of.

The plan names ``zip``, ``sar``, ``optical`` and ``labels``.
"""

import os
import sys

import processing
import pyplugin_installer
import qgis.utils
from qgis.core import (
    QgsApplication,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsSingleBandGrayRenderer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QDockWidget
from qgis.utils import iface

sys.path.insert(0, os.environ["CMHCL_DESKTOP"])
from driving import (
    FOLDER,
    PLAN,
    add_raster,
    click,
    maximise,
    message,
    move_mouse,
    picture,
    press,
    run,
    settle,
    wait,
    when_modal,
)

LABELLED = 0.67  # of the scene, from the west


def screen_picture(name):
    """The whole screen, without what QGIS says about tasks."""
    settle()
    iface.messageBar().clearWidgets()
    picture(name)


def window_picture(name, window):
    """One window, without its frame."""
    settle()
    window.grab().save(str(FOLDER / f"{name}.png"))


def prepare():
    """A tidy QGIS with the plugin, and the scene on its map."""
    for dock in iface.mainWindow().findChildren(QDockWidget):
        dock.setVisible(dock.objectName() == "Layers")
    maximise()
    pyplugin_installer.instance().installFromZipFile(PLAN["zip"])
    optical = add_raster(PLAN["optical"])
    sar = add_raster(PLAN["sar"])
    sar.setRenderer(QgsSingleBandGrayRenderer(sar.dataProvider(), 4))
    sar.setDefaultContrastEnhancement()
    QgsProject.instance().setCrs(sar.crs())
    QgsProject.instance().layerTreeRoot().findLayer(optical).setExpanded(False)
    QgsProject.instance().layerTreeRoot().findLayer(sar).setExpanded(False)
    return qgis.utils.plugins["cmhcl_footprints"], sar, optical


def view(sar):
    """The map on the scene."""
    iface.mapCanvas().setExtent(sar.extent())
    iface.mapCanvas().refresh()


def install():
    """The options page as it is before anything was installed."""
    python = os.environ.pop("CMHCL_PYTHON")

    def take(dialog):
        window_picture("install", dialog)
        dialog.reject()

    when_modal(take)
    iface.showOptionsDialog(iface.mainWindow(), "CMH-CL")
    os.environ["CMHCL_PYTHON"] = python


def extract(plugin, sar, optical):
    """The form with its advanced fields, and the result."""
    plugin.panel.open()
    dialog, page = plugin.pages, plugin.pages.extract
    page.form.sar.layers.choose(sar)
    page.form.optical.setLayer(optical)
    wait(lambda: "·" in page.form.sar.found.text() and "(" in page.form.device.text())
    page.form.output.setFilePath("")
    view(sar)
    advanced = page.form.advanced
    advanced.setCollapsed(False)
    window_picture("extract-advanced", plugin.panel)
    advanced.setCollapsed(True)
    click(page.button)
    wait(lambda: "in the layer" in message(dialog))
    screen_picture("extract")
    dialog.messages.clear()
    compare(page)
    plugin.panel.close()


def compare(page):
    """The window Compare with its figures, and the differences on the map."""
    labels = QgsVectorLayer(PLAN["labels"], "buildings", "ogr")
    footprints = iface.activeLayer()
    QgsProject.instance().addMapLayer(labels)
    iface.setActiveLayer(footprints)
    click(page.result.compare_button)
    page.compare.reference.setLayer(labels)
    click(page.compare.button)
    wait(page.compare.figures.isVisible)
    page.compare.move(420, 240)
    screen_picture("compare")
    page.compare.close()
    for layer in QgsProject.instance().mapLayers().values():
        if isinstance(layer, QgsVectorLayer) and layer != footprints:
            QgsProject.instance().removeMapLayer(layer)
    node = QgsProject.instance().layerTreeRoot().findLayer(footprints)
    node.setItemVisibilityChecked(True)
    node.setExpanded(True)
    iface.setActiveLayer(footprints)


def review(plugin, sar):
    """The dock, when two decisions are taken."""
    view(sar)
    plugin.show_review()
    settle()
    click(plugin.review.accept_button)
    click(plugin.review.delete_button)
    for _ in range(20):  # to one that does not lie at the scene's edge
        if sar.extent().contains(iface.mapCanvas().extent()):
            break
        click(plugin.review.skip_button)
    screen_picture("review")
    plugin.review.close()
    iface.activeLayer().rollBack()


def by_click(plugin, sar):
    """Three footprints, a fourth with a point of it and one outside, the mouse over a fifth."""
    for node in QgsProject.instance().layerTreeRoot().findLayers():
        if isinstance(node.layer(), QgsVectorLayer):
            node.setItemVisibilityChecked(False)
    iface.setActiveLayer(sar)
    view(sar)
    settle()
    canvas, box = iface.mapCanvas(), sar.extent()
    viewport = canvas.viewport()
    labels = QgsVectorLayer(PLAN["labels"], "labels", "ogr")
    shapes = [feature.geometry() for feature in labels.getFeatures()]

    def building(across, down):
        x = box.xMinimum() + across * box.width()
        near = QgsGeometry.fromPointXY(QgsPointXY(x, box.yMaximum() - down * box.height()))
        middle, _ = min(shapes, key=near.distance).poleOfInaccessibility(0.5)
        return middle.asPoint()

    def pixel(point):
        return canvas.getCoordinateTransform().transform(point).toQPointF().toPoint()

    def click_at(point, button=Qt.MouseButton.LeftButton):
        move_mouse(pixel(point))
        QTest.mouseClick(viewport, button, Qt.KeyboardModifier.NoModifier, pixel(point))
        wait(lambda: not plugin.extract_by_click.buildings.awaits_answer)

    plugin.extract_by_click.action.trigger()
    for across, down in ((0.25, 0.25), (0.7, 0.25), (0.25, 0.65), (0.34, 0.3)):
        click_at(building(across, down))
    corner = plugin.extract_by_click.buildings.band.outline.asGeometry().vertexAt(0)
    click_at(QgsPointXY(corner), Qt.MouseButton.RightButton)
    move_mouse(pixel(building(0.72, 0.7)))
    wait(lambda: not plugin.extract_by_click.buildings.band.hover.asGeometry().isEmpty())
    screen_picture("click")
    press(Qt.Key.Key_Escape)
    iface.actionPan().trigger()
    iface.activeLayer().rollBack()


def toolbox(sar, optical):
    """The provider in the toolbox, and one algorithm's window."""
    dock = iface.mainWindow().findChild(QDockWidget, "ProcessingToolbox")
    dock.show()
    dock.searchBox.setText("CMH-CL")
    dock.algorithmTree.expandAll()
    dialog = processing.createAlgorithmDialog("cmhcl:extract", {"SAR": [sar], "OPTICAL": optical})
    dialog.resize(820, 640)
    dialog.move(60, 60)
    dialog.show()
    screen_picture("processing")
    dialog.close()
    dock.close()


def finetune(plugin, sar, optical):
    """The form with the answer of its check, the training, what it brought, and the new model."""
    labels = QgsVectorLayer(PLAN["labels"], "buildings", "ogr")
    box = sar.extent()
    box.setXMaximum(box.xMinimum() + LABELLED * box.width())
    area = area_layer(sar, box)
    QgsProject.instance().addMapLayers([labels, area])
    dialog, page = plugin.pages, plugin.pages.finetune
    plugin.panel.open().show_page(page)
    page.preparing.form.sar.layers.choose(sar)
    page.preparing.form.optical.setLayer(optical)
    page.preparing.form.labels.setLayer(labels)
    page.preparing.form.area.setLayer(area)
    page.preparing.form.name.setText("Harbour")
    page.preparing.form.advanced.batch.setValue(1)  # quick
    wait(page.preparing.start_button.isEnabled, 300)
    window_picture("finetune", plugin.panel)
    click(page.preparing.start_button)
    wait(lambda: len(page.training.curves.history) > 12, 900)
    window_picture("finetune-running", plugin.panel)
    wait(page.result.isVisible, 1800)
    window_picture("finetune-result", plugin.panel)
    dialog.show_page(dialog.models)
    dialog.models.list.select(page.model)
    window_picture("models", plugin.panel)
    plugin.panel.close()


def area_layer(sar, box: QgsRectangle):
    """A layer with one polygon."""
    layer = QgsVectorLayer(f"Polygon?crs={sar.crs().authid()}", "labelled area", "memory")
    feature = QgsFeature()
    feature.setGeometry(QgsGeometry.fromRect(box))
    layer.dataProvider().addFeature(feature)
    return layer


def drive():
    plugin, sar, optical = prepare()
    install()
    extract(plugin, sar, optical)
    review(plugin, sar)
    by_click(plugin, sar)
    toolbox(sar, optical)
    finetune(plugin, sar, optical)
    seen = {
        "theme": QgsApplication.themeName(),
        "verdict": plugin.pages.finetune.result.verdict.text(),
    }
    qgis.utils.unloadPlugin("cmhcl_footprints")
    return seen


run(drive)
