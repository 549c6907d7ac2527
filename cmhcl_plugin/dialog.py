"""The window: pages as tabs, one message bar above them."""

from __future__ import annotations

from pathlib import Path

from qgis.gui import QgisInterface, QgsMessageBar
from qgis.PyQt.QtGui import QHideEvent, QKeySequence
from qgis.PyQt.QtWidgets import QDialog, QTabWidget, QVBoxLayout, QWidget

from .extract.page import ExtractPage
from .extract.settings import ExtractSettings
from .finetune.page import FinetunePage
from .help.button import HelpButton
from .models.library import ModelLibrary
from .models.page import ModelsPage
from .settings import Settings
from .worker.process import WorkerProcess

MINIMUM_WIDTH = 600  # one line for most messages
HELP = ("extract", "finetune", "models")  # pages of the guide, by tab
HEIGHT = 720  # the form of the page Fine-tune with the answer of its check


class Dialog(QDialog):
    """The non-modal window; closing it hides it, and running jobs continue."""

    def __init__(
        self,
        iface: QgisInterface,
        worker: WorkerProcess,
        trainer: WorkerProcess,
        settings: ExtractSettings,
    ) -> None:
        """``worker`` extracts and ``trainer`` fine-tunes, so that neither waits for the other."""
        super().__init__(iface.mainWindow())
        self.setObjectName("cmhclDialog")
        self.setWindowTitle(self.tr("CMH-CL Footprints"))
        self.messages = QgsMessageBar(self)
        self.library = ModelLibrary(self)
        self.extract = ExtractPage(iface, worker, self.messages, self.library, settings)
        self.extract.close_button.clicked.connect(self.close)
        self.finetune = FinetunePage(iface, trainer, self.messages, self.library)
        self.finetune.preparing.close_button.clicked.connect(self.close)
        self.finetune.use_model.connect(self.use_model)
        self.finetune.show_requested.connect(lambda: self.show_page(self.finetune))
        self.models = ModelsPage(iface, self.library, self.messages)
        self.models.use_model.connect(self.use_model)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.extract, self.tr("Extract"))
        self.tabs.addTab(self.finetune, self.tr("Fine-tune"))
        self.tabs.addTab(self.models, self.tr("Models"))
        self.help_button = HelpButton(lambda: HELP[self.tabs.currentIndex()])
        self.help_button.setShortcut(QKeySequence.StandardKey.HelpContents)
        self.tabs.setCornerWidget(self.help_button)
        layout = QVBoxLayout(self)
        layout.addWidget(self.messages)
        layout.addWidget(self.tabs)
        self.setMinimumWidth(MINIMUM_WIDTH)
        self.resize(MINIMUM_WIDTH, HEIGHT)
        self.restoreGeometry(Settings.load().geometry)
        worker.start()

    def add_on_top(self, widget: QWidget) -> None:
        """Show a widget above all pages."""
        self.layout().insertWidget(1, widget)

    def use_model(self, folder: Path) -> None:
        """Choose a model on the page Extract, and show that page."""
        self.extract.settings.update(model=folder)
        self.show_page(self.extract)

    def show_page(self, page: QWidget) -> None:
        """Open or raise the window with this page."""
        self.tabs.setCurrentWidget(page)
        self.show()
        self.raise_()
        self.activateWindow()

    def unload(self) -> None:
        """Close and delete the window, after the workers have stopped."""
        self.close()
        self.finetune.unload()
        self.deleteLater()

    def save_settings(self) -> None:
        """Save the settings of the page Extract and the geometry of the window."""
        settings = Settings.load()
        self.extract.settings.save(settings)
        settings.geometry = self.saveGeometry()
        settings.save()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        self.save_settings()
        super().hideEvent(event)
