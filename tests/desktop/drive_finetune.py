"""Runs inside QGIS (``qgis --code``): fine-tunes a model by clicking, is killed half-way, comes
back, resumes, and extracts with the new model.

The plan names ``zip``, ``sar`` and ``labels``. The first start installs the plugin, trains past the
first checkpoint and kills QGIS; the second finds the plugin in the profile and does the rest.
"""

import os
import signal
import sys
from pathlib import Path

import pyplugin_installer
import qgis.utils
from qgis.core import QgsApplication, QgsProject, QgsVectorLayer
from qgis.PyQt.QtWidgets import QFrame, QLabel, QMessageBox, QPushButton
from qgis.utils import iface

sys.path.insert(0, os.environ["CMHCL_DESKTOP"])
from driving import (
    FOLDER,
    PLAN,
    add_raster,
    click,
    maximise,
    message,
    picture,
    run,
    wait,
    when_modal,
)


def show_scene():
    layer = QgsProject.instance().mapLayersByName("sar")[0]
    QgsProject.instance().setCrs(layer.crs())
    iface.mapCanvas().setExtent(layer.extent())
    iface.mapCanvas().refresh()


def refuse_to_leave(box, asked):
    """Photograph a question, answer No."""
    asked.append(box.text())
    picture("leave")
    click(box.button(QMessageBox.StandardButton.No))


def first_start():
    pyplugin_installer.instance().installFromZipFile(PLAN["zip"])
    iface.messageBar().clearWidgets()
    plugin = qgis.utils.plugins["cmhcl_footprints"]
    plugin.panel.open()
    page = plugin.pages.finetune
    plugin.pages.tabs.setCurrentWidget(page)
    add_raster(PLAN["sar"])
    labels = QgsVectorLayer(PLAN["labels"], "buildings", "ogr")
    QgsProject.instance().addMapLayer(labels)
    show_scene()
    page.preparing.form.labels.setLayer(labels)
    page.preparing.form.advanced.batch.setValue(1)  # quick
    wait(page.preparing.start_button.isEnabled, 300)
    picture("checked")
    click(page.preparing.start_button)
    wait(page.training.preview.isVisible, 600)
    picture("training")

    asked = []
    when_modal(lambda box: refuse_to_leave(box, asked))
    QgsProject.instance().setDirty(False)
    iface.actionExit().trigger()
    (FOLDER / "asked.txt").write_text("\n".join(asked), encoding="utf-8")
    steps = len(page.training.curves.history)
    wait(lambda: len(page.training.curves.history) > steps, 300)  # it goes on
    os.kill(os.getpid(), signal.SIGKILL)


def second_start():
    seen = {"asked": (FOLDER / "asked.txt").read_text(encoding="utf-8")}
    plugin = qgis.utils.plugins["cmhcl_footprints"]
    wait(lambda: plugin.offers.runs)
    # The message bar shows the latest message alone, as one of QGIS's own may be.
    iface.messageBar().pushMessage("A message that covers the offer")
    plugin.panel.open()
    rows = plugin.pages.findChild(QFrame, "cmhclResumeRows")
    seen["offer"] = " ".join(label.text() for label in rows.findChildren(QLabel))
    picture("cut off")
    (resume,) = (b for b in rows.findChildren(QPushButton) if b.text() == "Resume")
    add_raster(PLAN["sar"])
    show_scene()
    click(resume)
    page = plugin.pages.finetune
    view = page.training
    wait(lambda: len(view.curves.history) > 3, 300)  # three before the first checkpoint
    seen["steps"] = [entry["step"] for entry in view.curves.history]
    wait(view.preview.isVisible, 600)
    picture("resumed")
    click(view.finish_button)
    wait(page.result.isVisible, 600)
    picture("result")
    seen["verdict"] = page.result.verdict.text()
    seen["figures"] = page.result.table.text()
    click(page.result.use_button)
    extract = plugin.pages.extract
    seen["model"] = str(extract.form.model.folder)
    extract.form.output.setFilePath(str(FOLDER / "footprints.gpkg"))
    click(extract.button)
    wait(lambda: "in the layer" in message(plugin.pages), 300)
    picture("extracted")
    seen["extracted"] = message(plugin.pages)
    profile = Path(QgsApplication.qgisSettingsDirPath()) / "cmhcl"
    logs = sorted((profile / "logs").glob("training-*.log"))
    seen["log"] = logs[-1].read_text(encoding="utf-8")
    seen["left"] = [str(path.relative_to(profile)) for path in (profile / "runs").iterdir()]
    seen["left"] += [path.name for path in (profile / "models").glob("*.checkpoint")]
    return seen


def drive():
    maximise()
    return second_start() if (FOLDER / "asked.txt").exists() else first_start()


run(drive)
