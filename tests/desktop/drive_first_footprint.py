"""Runs inside QGIS: from the zip to the first footprint with the mouse alone; counts the clicks,
and the seconds for which the user waits, apart from the installation of the environment.

The plan names ``zip``. The environment is really installed, from where pip finds packages.
"""

import os
import sys
import time
from pathlib import Path

import qgis.utils
from qgis.core import QgsProject
from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import (
    QApplication,
    QDialogButtonBox,
    QFileDialog,
    QFrame,
    QListView,
    QListWidget,
    QMessageBox,
    QPushButton,
    QToolButton,
)
from qgis.utils import iface

os.environ.pop("CMHCL_PYTHON")
sys.path.insert(0, os.environ["CMHCL_DESKTOP"])
from driving import PLAN, maximise, picture, run, settle, wait, when_modal

LEFT = Qt.MouseButton.LeftButton
INSTALL_S = 900
clicks = []


def click(name, widget, place=None):
    """Click a widget, in the middle or at a place, once it can be clicked; counted."""
    wait(lambda: widget.isVisible() and widget.isEnabled())
    clicks.append(name)
    if place is None:
        QTest.mouseClick(widget, LEFT)
    else:
        QTest.mouseClick(widget, LEFT, pos=place)


def install_plugin(manager):
    """In QGIS's plugin manager: the zip from its folder, and close."""
    pages = manager.findChild(QListWidget, "mOptionsListWidget")
    (item,) = pages.findItems("Install from ZIP", Qt.MatchFlag.MatchExactly)
    click("Install from ZIP", pages.viewport(), pages.visualItemRect(item).center())
    files = next(w for w in manager.findChildren(QgsFileWidget) if w.isVisible())
    when_modal(choose_zip)
    click("…", next(w for w in files.findChildren(QToolButton) if w.isVisible()))
    wait(lambda: files.filePath() == PLAN["zip"])
    when_modal(confirm)
    click("Install Plugin", manager.findChild(QPushButton, "buttonInstallFromZip"))
    wait(lambda: "cmhcl_footprints" in qgis.utils.plugins)
    picture("installed_plugin")
    box = manager.findChild(QDialogButtonBox)
    click("Close", box.button(QDialogButtonBox.StandardButton.Close))


def choose_zip(dialog):
    """QGIS remembers the folder of the latest zip; here it is shown at once."""
    assert isinstance(dialog, QFileDialog), dialog
    dialog.setDirectory(str(Path(PLAN["zip"]).parent))
    view = dialog.findChild(QListView, "listView")
    name = Path(PLAN["zip"]).name

    def index():
        model, root = view.model(), view.rootIndex()
        rows = [model.index(row, 0, root) for row in range(model.rowCount(root))]
        return next((row for row in rows if row.data() == name), None)

    wait(lambda: index() is not None)
    settle()
    clicks.append("the zip, twice in a row")
    where = view.visualRect(index()).center()
    QTest.mouseClick(view.viewport(), LEFT, pos=where)
    QTest.mouseDClick(view.viewport(), LEFT, pos=where)


def confirm(box):
    assert isinstance(box, QMessageBox), box
    click("Yes", box.button(QMessageBox.StandardButton.Yes))


def drive():
    maximise()
    start = time.perf_counter()
    bar, menu = iface.mainWindow().menuBar(), iface.pluginMenu()
    click("Plugins", bar, bar.actionGeometry(menu.menuAction()).center())
    wait(menu.isVisible)
    when_modal(install_plugin)
    entry = menu.actionGeometry(iface.actionManagePlugins()).center()
    click("Manage and Install Plugins…", menu, entry)
    plugin = qgis.utils.plugins["cmhcl_footprints"]
    wait(lambda: QApplication.activeModalWidget() is None)

    (button,) = (w for w in plugin.action.associatedWidgets() if isinstance(w, QToolButton))
    click("Extract building footprints", button)
    wait(lambda: plugin.pages is not None)
    picture("first_panel")
    page = plugin.pages.extract
    (install,) = (w for w in page.findChildren(QFrame) if type(w).__name__ == "InstallBox")
    before_install = time.perf_counter()
    click("Install", install.view.install_button)
    wait(lambda: install.view.progress.isVisible())
    picture("first_installing")
    wait(lambda: not install.isVisible() or install.view.install_button.isVisible(), INSTALL_S)
    failed = install.view.status.text() if install.isVisible() else ""
    assert not failed, failed
    installing = time.perf_counter() - before_install
    click("Make a demo scene", page.demo_box.button)
    wait(lambda: not page.demo.is_running and not page.demo_box.isVisible())
    picture("first_scene")
    click("Extract", page.button)
    wait(footprints)
    picture("first_footprints")
    waited = time.perf_counter() - start - installing
    return {"clicks": clicks, "footprints": footprints(), "waited_s": waited}


def footprints():
    """Number of footprints on the map."""
    layers = QgsProject.instance().mapLayers().values()
    return sum(layer.featureCount() for layer in layers if layer.name().startswith("Footprints"))


run(drive)
