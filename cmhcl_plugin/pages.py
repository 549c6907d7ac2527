"""The pages of the panel as tabs."""

from __future__ import annotations

from pathlib import Path

from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QHideEvent, QKeySequence
from qgis.PyQt.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from .extract.page import ExtractPage
from .extract.settings import ExtractSettings
from .finetune.page import FinetunePage
from .help.button import HelpButton
from .models.library import ModelLibrary
from .models.page import ModelsPage
from .settings import Settings
from .widgets.message_area import MessageArea
from .worker.process import WorkerProcess

WIDTH = 380  # pixels, where the pages need no more


class Pages(QWidget):
    """Extract, Fine-tune and Models. ``shown`` asks the panel to come to the front."""

    shown = pyqtSignal()

    def __init__(
        self,
        iface: QgisInterface,
        worker: WorkerProcess,
        trainer: WorkerProcess,
        settings: ExtractSettings,
    ) -> None:
        """``worker`` extracts and ``trainer`` fine-tunes, so that neither waits for the other."""
        super().__init__()
        self.library = ModelLibrary(self)
        self.extract = ExtractPage(iface, worker, self.library, settings)
        self.finetune = FinetunePage(iface, trainer, self.library)
        self.finetune.use_model.connect(self.use_model)
        self.finetune.show_requested.connect(lambda: self.show_page(self.finetune))
        self.models = ModelsPage(iface, self.library, worker)
        self.models.use_model.connect(self.use_model)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        pages: tuple[tuple[QWidget, str, str], ...] = (  # with title and page of the guide
            (self.extract, self.tr("Extract"), "extract"),
            (self.finetune, self.tr("Fine-tune"), "finetune"),
            (self.models, self.tr("Models"), "models"),
        )
        for page, title, _ in pages:
            self.tabs.addTab(page, title)
        self.help_button = HelpButton(lambda: pages[self.tabs.currentIndex()][2])
        self.help_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self.help_button.setShortcut(QKeySequence.StandardKey.HelpContents)
        self.tabs.setCornerWidget(self.help_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.tabs)
        worker.start()

    def sizeHint(self) -> QSize:  # noqa: N802
        """As narrow as the pages can be, and not much wider, so that the map has the room."""
        hint = super().sizeHint()
        return QSize(max(WIDTH, self.minimumSizeHint().width()), hint.height())

    @property
    def messages(self) -> MessageArea:
        """The messages of the page in front."""
        area: MessageArea = self.tabs.currentWidget().messages
        return area

    def add_on_top(self, widget: QWidget) -> None:
        """Show a widget above all pages."""
        self.layout().insertWidget(0, widget)

    def use_model(self, folder: Path) -> None:
        """Choose a model on the page Extract, and show that page."""
        self.extract.settings.update(model=folder)
        self.extract.messages.clear()  # they were about another choice
        self.show_page(self.extract)

    def show_page(self, page: QWidget) -> None:
        """Bring a page to the front."""
        self.tabs.setCurrentWidget(page)
        self.shown.emit()

    def unload(self) -> None:
        """Save the settings and remove what is on the map, after the workers have stopped."""
        self.hide()  # so that nothing asks the workers again
        self.save_settings()
        self.extract.unload()
        self.finetune.unload()

    def save_settings(self) -> None:
        """Save the settings of the page Extract."""
        settings = Settings.load()
        self.extract.settings.save(settings)
        settings.save()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        self.save_settings()
        super().hideEvent(event)
