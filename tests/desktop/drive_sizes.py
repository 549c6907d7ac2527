"""Runs inside QGIS (``qgis --code``): opens every page of the plugin on a small screen, takes a
picture of each, and measures what of it can be seen.

The plan names ``zip``, ``sar``, ``optical`` and ``labels``.
"""

import os
import sys
from threading import Event

import pyplugin_installer
import qgis.utils
from qgis.core import Qgis, QgsApplication, QgsProject, QgsTask, QgsVectorLayer
from qgis.gui import QgsScrollArea
from qgis.PyQt.QtCore import QPoint, QRect
from qgis.PyQt.QtWidgets import QApplication, QDockWidget, QProgressBar, QPushButton
from qgis.utils import iface

sys.path.insert(0, os.environ["CMHCL_DESKTOP"])
from driving import FOLDER, PLAN, add_raster, click, maximise, picture, run, wait

WARNING = Qgis.MessageLevel.Warning


def rect(widget):
    """On the screen."""
    return QRect(widget.mapToGlobal(QPoint()), widget.size())


def hidden(panel):
    """Texts of buttons outside the scrolled parts that are not to be seen as a whole."""
    screen = QApplication.primaryScreen().geometry()
    within = screen.intersected(rect(panel))
    scrolls = {scroll.viewport() for scroll in panel.findChildren(QgsScrollArea)}
    found = []
    for button in panel.findChildren(QPushButton):
        above = button.parentWidget()
        while above is not None and above not in scrolls:
            above = above.parentWidget()
        fixed = button.isVisible() and button.text() and above is None
        if fixed and not within.contains(rect(button)):
            found.append(button.text())
    return found


def cut(panel):
    """Widths of scrolled contents that are wider than what shows them."""
    return [
        (scroll.widget().width(), scroll.viewport().width())
        for scroll in panel.findChildren(QgsScrollArea)
        if scroll.isVisible() and scroll.widget().width() > scroll.viewport().width()
    ]


def look(name, panel, seen):
    picture(name)
    screen = QApplication.primaryScreen().geometry()
    seen[name] = {
        "hidden": hidden(panel),
        "cut": cut(panel),
        "width": screen.intersected(rect(panel)).width() / screen.width(),
    }


def look_at_finetune(page, labels, panel, seen):
    page.preparing.form.labels.setLayer(labels)
    wait(page.preparing.start_button.isEnabled, 300)
    look("finetune", panel, seen)
    page.training.start("Harbour")
    page.stack.setCurrentWidget(page.training)
    is_seen = Event()
    task = QgsTask.fromFunction("Fine-tuning", lambda _: is_seen.wait(60))
    QgsApplication.taskManager().addTask(task)
    bars = iface.mainWindow().statusBar().findChildren(QProgressBar)
    wait(lambda: any(bar.isVisible() for bar in bars))  # which makes QGIS's window wider
    look("training", panel, seen)
    is_seen.set()
    page.stack.setCurrentWidget(page.result)
    look("trained", panel, seen)
    page.stack.setCurrentWidget(page.preparing)


def look_at_offer(plugin, panel, seen):
    """The offer to resume an extraction, in the panel and above the map."""
    from cmhcl_footprints.cmhcl_plugin.runs.run import create_run, interrupted_runs
    from cmhcl_footprints.core.hatch.jobs import ExtractJob, SceneInput

    folder = FOLDER / "runs"
    saved = create_run(folder)
    out = str(FOLDER / "resumed.gpkg")
    saved.write_job(ExtractJob(scene=SceneInput(sar=[PLAN["sar"]]), out=out))
    saved.release()
    plugin.offers.offer(interrupted_runs(folder))
    look("offer", panel, seen)
    plugin.offers.withdraw()


def drive():
    for dock in iface.mainWindow().findChildren(QDockWidget):
        dock.setVisible(dock.objectName() == "Layers")
    maximise()
    pyplugin_installer.instance().installFromZipFile(PLAN["zip"])
    plugin = qgis.utils.plugins["cmhcl_footprints"]
    iface.messageBar().clearWidgets()
    python = os.environ.pop("CMHCL_PYTHON")
    panel, seen = plugin.panel, {}
    plugin.action.trigger()
    QApplication.processEvents()  # it becomes wider
    pages = panel.pages
    page = pages.extract
    look("install", panel, seen)
    os.environ["CMHCL_PYTHON"] = python
    plugin.on_options()
    wait(lambda: "(" in page.form.device.text())
    look("empty", panel, seen)
    add_raster(PLAN["optical"])
    sar = add_raster(PLAN["sar"])
    labels = QgsVectorLayer(PLAN["labels"], "buildings", "ogr")
    QgsProject.instance().addMapLayer(labels)
    QgsProject.instance().setCrs(sar.crs())
    iface.mapCanvas().setExtent(sar.extent())
    wait(lambda: "·" in page.form.sar.found.text())
    page.form.output.setFilePath("")
    look("extract", panel, seen)
    page.form.advanced.setCollapsed(False)
    look("advanced", panel, seen)
    page.form.advanced.setCollapsed(True)
    click(page.button)
    wait(lambda: not page.extraction.is_running, 300)
    look("result", panel, seen)
    menu = page.result.more_button.menu()
    menu.popup(page.result.more_button.mapToGlobal(QPoint()))
    look("more", menu, seen)
    menu.close()
    look_at_offer(plugin, panel, seen)
    click(page.result.compare_button)
    page.compare.reference.setLayer(labels)
    look("compare", page.compare, seen)
    page.compare.close()
    pages.show_page(pages.finetune)
    look_at_finetune(pages.finetune, labels, panel, seen)
    pages.show_page(pages.models)
    look("models", panel, seen)
    pages.models.import_zip(FOLDER / "a zip file of a model that does not exist.zip")
    look("problem", panel, seen)
    panel.setFloating(True)
    look("floating", panel, seen)
    panel.setFloating(False)
    panel.close()
    plugin.show_review()
    look("review", plugin.review, seen)
    plugin.review.messages.show_message("Some lines of text. " * 6, WARNING)
    look("advice", plugin.review, seen)
    iface.activeLayer().rollBack()
    plugin.review.close()
    qgis.utils.unloadPlugin("cmhcl_footprints")
    return seen


run(drive)
