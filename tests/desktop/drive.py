"""Runs inside QGIS (``qgis --code drive.py``): does what a user does, by clicking, and writes down
what it sees.

The environment variable CMHCL_DRIVE names a JSON file: ``zip``, ``sar``, ``optical`` (or empty),
``out`` (the GeoPackage) and ``folder`` (for screenshots and ``seen.json``).
"""

import os
import sys

import pyplugin_installer
import qgis.utils
from qgis.core import QgsProject
from qgis.PyQt.QtWidgets import QToolButton
from qgis.utils import iface

sys.path.insert(0, os.environ["CMHCL_DESKTOP"])
from driving import PLAN, add_raster, click, maximise, message, picture, run, wait


def drive():
    seen = {}
    maximise()
    pyplugin_installer.instance().installFromZipFile(PLAN["zip"])
    plugin = qgis.utils.plugins["cmhcl_footprints"]
    iface.messageBar().clearWidgets()
    (button,) = (w for w in plugin.action.associatedWidgets() if isinstance(w, QToolButton))
    wait(button.isVisible)
    seen["button_visible"] = button.isVisible()
    click(button)
    dialog = plugin.pages
    seen["docked"] = plugin.panel.isVisible() and not plugin.panel.isFloating()
    page = dialog.extract
    click(page.button)
    seen["empty"] = message(dialog)
    picture("empty")

    optical = add_raster(PLAN["optical"]) if PLAN["optical"] else None
    sar = add_raster(PLAN["sar"])
    QgsProject.instance().setCrs(sar.crs())
    page.form.sar.layers.choose(sar)
    page.form.optical.setLayer(optical)
    wait(lambda: "·" in page.form.sar.found.text())
    iface.mapCanvas().setExtent(sar.extent())
    iface.mapCanvas().refresh()
    seen["found"] = page.form.sar.found.text()
    seen["device"] = page.form.device.text()
    seen["notice"] = page.form.model.notice.text()
    page.form.output.setFilePath(PLAN["out"])
    picture("ready")

    click(page.button)
    seen["button_while_running"] = page.button.text()
    wait(lambda: page.progress.bar.value() > 0 or "in the layer" in message(dialog))
    picture("running")
    wait(lambda: "in the layer" in message(dialog))
    seen["result"] = message(dialog)
    node = QgsProject.instance().layerTreeRoot().children()[0]
    layer = node.layer()
    seen["layer"] = layer.name()
    tree = iface.layerTreeView()
    seen["legend"] = tree.isExpanded(tree.node2index(node))
    seen["count"] = layer.featureCount()
    seen["invalid"] = sum(not f.geometry().isGeosValid() for f in layer.getFeatures())
    seen["inside"] = sar.extent().buffered(5).contains(layer.extent())
    seen["crs"] = layer.crs().authid() == sar.crs().authid()
    picture("done")
    click(button)
    wait(lambda: not plugin.panel.isVisible())
    seen["closed"] = not plugin.panel.isVisible()
    picture("map")

    worker = plugin.worker
    qgis.utils.unloadPlugin("cmhcl_footprints")
    seen["running_after_unload"] = worker.is_running
    return seen


run(drive)
