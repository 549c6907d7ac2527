"""Runs inside QGIS (``qgis --code``), twice: opens the panel at another side and quits, then looks
where QGIS has restored it.

The plan names ``zip`` and ``start``: first, second or third.
"""

import os
import sys

import pyplugin_installer
import qgis.utils
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QToolButton
from qgis.utils import iface

sys.path.insert(0, os.environ["CMHCL_DESKTOP"])
from driving import PLAN, click, maximise, run, settle, wait


def state(plugin):
    window, panel = iface.mainWindow(), plugin.panel
    return {
        "visible": panel.isVisible(),
        "built": plugin.pages is not None,
        "checked": plugin.action.isChecked(),
        "left": window.dockWidgetArea(panel) == Qt.DockWidgetArea.LeftDockWidgetArea,
    }


def drive():
    maximise()
    if PLAN["start"] == "first":
        pyplugin_installer.instance().installFromZipFile(PLAN["zip"])
    plugin = qgis.utils.plugins["cmhcl_footprints"]
    seen = {"before": state(plugin)}
    if PLAN["start"] != "third":
        (button,) = (w for w in plugin.action.associatedWidgets() if isinstance(w, QToolButton))
        click(button)  # opens it at the first start, closes it at the second
        wait(lambda: plugin.panel.isVisible() != seen["before"]["visible"])
    if PLAN["start"] == "first":
        left = Qt.DockWidgetArea.LeftDockWidgetArea
        iface.mainWindow().addDockWidget(left, plugin.panel)
        settle()
    seen["after"] = state(plugin)
    return seen


run(drive)
