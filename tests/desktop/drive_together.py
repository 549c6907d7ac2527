"""Runs inside QGIS: loads, uses and unloads the plugin ten times next to a second one.

The plan names ``zip`` (of the plugin), ``neighbour`` (the folder of the second plugin), ``sar`` and
``footprints`` (a GeoPackage).
"""

import os
import shutil
import sys
from pathlib import Path

import pyplugin_installer
import qgis.utils
from qgis.core import QgsApplication, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QCoreApplication, QEvent
from qgis.utils import iface

sys.path.insert(0, os.environ["CMHCL_DESKTOP"])
from driving import PLAN, add_raster, run, settle, wait
from qgis_state import differences, qgis_state

TIMES = 10


def load(name):
    return qgis.utils.loadPlugin(name) and qgis.utils.startPlugin(name)


def use():
    """Everything that connects to QGIS: dialog, pages, worker, map tool, review, options."""
    plugin = qgis.utils.plugins["cmhcl_footprints"]
    sar = add_raster(PLAN["sar"])
    found = QgsVectorLayer(PLAN["footprints"], "found", "ogr")
    QgsProject.instance().addMapLayer(found)
    iface.setActiveLayer(found)
    plugin.action.trigger()
    for page in (plugin.pages.finetune, plugin.pages.models, plugin.pages.extract):
        plugin.pages.show_page(page)
    plugin.pages.extract.form.sar.layers.choose(sar)
    plugin.extract_by_click.action.trigger()
    plugin.review_action.trigger()
    plugin.review.accept_button.click()
    options = plugin.options.createWidget(iface.mainWindow())
    options.deleteLater()
    wait(lambda: plugin.worker.is_running)


def tidy_up():
    for layer in QgsProject.instance().mapLayersByName("found"):
        layer.rollBack()  # else QGIS asks
    QgsProject.instance().clear()
    iface.messageBar().clearWidgets()
    settle()
    wait(lambda: not QgsApplication.taskManager().tasks())
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def drive():
    plugins = Path(QgsApplication.qgisSettingsDirPath()) / "python" / "plugins"
    shutil.copytree(PLAN["neighbour"], plugins / "neighbour")
    pyplugin_installer.instance().installFromZipFile(PLAN["zip"])
    qgis.utils.unloadPlugin("cmhcl_footprints")
    qgis.utils.updateAvailablePlugins()
    iface.messageBar().clearWidgets()
    seen = {"neighbour": load("neighbour"), "first": load("cmhcl_footprints")}
    use()  # the first use of some things in QGIS makes others that stay
    qgis.utils.unloadPlugin("cmhcl_footprints")
    tidy_up()
    before = qgis_state()
    seen["loaded"], seen["unloaded"] = [], []
    for _ in range(TIMES):
        seen["loaded"].append(load("cmhcl_footprints"))
        use()
        seen["unloaded"].append(qgis.utils.unloadPlugin("cmhcl_footprints"))
        tidy_up()
    seen["left"] = differences(before, qgis_state())
    seen["whose"] = qgis.utils.plugins["neighbour"].job.WHOSE
    seen["news"] = len(qgis.utils.plugins["neighbour"].news)

    # The other way round: the plugin stays, the neighbour comes and goes.
    load("cmhcl_footprints")
    before = qgis_state()
    seen["reloaded"] = [qgis.utils.reloadPlugin("neighbour") for _ in range(TIMES)]
    tidy_up()
    seen["left by the neighbour"] = differences(before, qgis_state())
    use()
    qgis.utils.unloadPlugin("cmhcl_footprints")
    tidy_up()
    return seen


run(drive)
