"""The window: pages as tabs, one message bar above them."""

from __future__ import annotations

from qgis.gui import QgisInterface, QgsMessageBar
from qgis.PyQt.QtGui import QHideEvent
from qgis.PyQt.QtWidgets import QDialog, QTabWidget, QVBoxLayout

from ..jobs.process import Worker
from ..settings import Settings
from .extract_page import ExtractPage

MINIMUM_WIDTH = 540  # one line for most messages


class Dialog(QDialog):
    """Non-modal; closing it hides it, and what runs goes on."""

    def __init__(self, iface: QgisInterface, worker: Worker) -> None:
        super().__init__(iface.mainWindow())
        self.setObjectName("cmhclDialog")
        self.setWindowTitle(self.tr("CMH-CL Footprints"))
        self.messages = QgsMessageBar(self)
        self.extract = ExtractPage(iface, worker, self.messages)
        self.extract.close_button.clicked.connect(self.close)
        self.tabs = QTabWidget()
        self.tabs.setTabBarAutoHide(True)
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.extract, self.tr("Extract"))
        layout = QVBoxLayout(self)
        layout.addWidget(self.messages)
        layout.addWidget(self.tabs)
        self.setMinimumWidth(MINIMUM_WIDTH)
        self.restoreGeometry(Settings.load().geometry)
        worker.start()

    def remember(self) -> None:
        """Save the fields of all pages and the place of the window."""
        settings = Settings.load()
        self.extract.remember(settings)
        settings.geometry = self.saveGeometry()
        settings.save()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        self.remember()
        super().hideEvent(event)
