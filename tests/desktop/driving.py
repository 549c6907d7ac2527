"""What the drive_* scripts inside QGIS share: plan, waiting, screenshots, clicks, result."""

import json
import os
import traceback
from pathlib import Path

from qgis.core import QgsProject, QgsRasterLayer, QgsVectorLayer
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication
from qgis.utils import iface

PLAN = json.loads(Path(os.environ["CMHCL_DRIVE"]).read_text(encoding="utf-8"))
FOLDER = Path(PLAN["folder"])


def wait(condition, seconds=120):
    """Process QGIS's events until the condition is true. Raises TimeoutError."""
    for _ in range(int(seconds * 20)):
        if condition():
            return
        QTest.qWait(50)
    raise TimeoutError(condition.__code__.co_consts)


def picture(name):
    """Save a screenshot of the whole screen."""
    QTest.qWait(400)
    screen = QApplication.primaryScreen().grabWindow(0)
    screen.save(str(FOLDER / f"{name}.png"))


def click(widget):
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def add_raster(path):
    layer = QgsRasterLayer(path, Path(path).stem)
    QgsProject.instance().addMapLayer(layer)
    return layer


def message(dialog):
    return dialog.messages.text


def run(drive):
    """Once QGIS has started: call ``drive``, write its result to seen.json, quit QGIS."""

    def main():
        try:
            seen = drive()
        except Exception:
            seen = {"traceback": traceback.format_exc()}
            picture("failed")
        (FOLDER / "seen.json").write_text(json.dumps(seen, indent=2), encoding="utf-8")
        for layer in QgsProject.instance().mapLayers().values():  # or QGIS asks about edits
            if isinstance(layer, QgsVectorLayer):
                layer.rollBack()
        QgsProject.instance().clear()  # or QGIS asks about unsaved layers
        iface.actionExit().trigger()

    QTimer.singleShot(1000, main)
