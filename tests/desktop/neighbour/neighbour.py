"""What the second plugin does to a QGIS that it shares."""

import os
import sys
from pathlib import Path

from qgis.core import QgsProject
from qgis.PyQt.QtWidgets import QAction

FOLDER = str(Path(__file__).parent)


class Neighbour:
    """Takes back what it does, its excepthook excepted if another one has come on top."""

    def __init__(self, iface):
        self.iface = iface
        self.news = []

    def initGui(self):  # noqa: N802
        self.hook, sys.excepthook = sys.excepthook, self.on_exception
        sys.path.insert(0, FOLDER)
        import core.job

        self.job = core.job
        os.environ["PYTHONPATH"] = FOLDER
        self.action = QAction("Neighbour", self.iface.mainWindow())
        self.iface.addToolBarIcon(self.action)
        self.iface.addPluginToRasterMenu("Neighbour", self.action)
        QgsProject.instance().layersAdded.connect(self.on_news)
        self.iface.mapCanvas().selectionChanged.connect(self.on_news)

    def unload(self):
        self.iface.mapCanvas().selectionChanged.disconnect(self.on_news)
        QgsProject.instance().layersAdded.disconnect(self.on_news)
        self.iface.removePluginRasterMenu("Neighbour", self.action)
        self.iface.removeToolBarIcon(self.action)
        self.action.deleteLater()
        del os.environ["PYTHONPATH"]
        sys.path.remove(FOLDER)
        sys.excepthook = self.hook

    def on_news(self, *news):
        self.news.append(news)

    def on_exception(self, kind, error, trace):
        self.hook(kind, error, trace)
