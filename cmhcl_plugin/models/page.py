"""The page Models: the library's models, their details, and the actions on them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Optional

from qgis.core import Qgis, QgsCsException, QgsProject
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import Qt, QUrl, pyqtSignal
from qgis.PyQt.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent, QTextOption
from qgis.PyQt.QtWidgets import (
    QFileDialog,
    QGridLayout,
    QInputDialog,
    QPushButton,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from ...core.hatch.errors import InputError
from ...core.hatch.existence import is_file
from ...core.hatch.library import REPORT, Entry, export_zip
from ..core_translations import error_text
from ..widgets.job_progress import JobProgress
from ..widgets.message_area import MessageArea
from ..widgets.message_bar import show_in_bar
from ..widgets.page_scroll import PageScroll
from ..widgets.plain_text import PlainLabel, literal
from ..widgets.questions import may_be_lost
from ..worker.process import WorkerProcess
from .details import details
from .export import ModelExport, ask_for_target
from .library import ModelLibrary
from .manifest_text import training_area
from .model_list import ModelList
from .training_area import show_training_area
from .verdict import figures_help


class ModelsPage(QWidget):
    """The list of models, the details of the selected one, and buttons."""

    use_model = pyqtSignal(object)  # Path: the folder of the model to extract with

    def __init__(self, iface: QgisInterface, library: ModelLibrary, worker: WorkerProcess) -> None:
        """``worker`` writes models for other programs."""
        super().__init__()
        self._iface = iface
        self._library = library
        self.exporting = ModelExport(worker, self)
        self.progress = JobProgress()
        self.messages = MessageArea()
        self.list = ModelList(library)
        self._build_views()
        self._build_buttons()
        self._lay_out()
        self.setAcceptDrops(True)
        self.list.selection_changed.connect(self._on_selection)
        self.exporting.waits.connect(self.progress.show_text)
        self.exporting.progressed.connect(self.progress.show_event)
        self.exporting.ended.connect(self.show_exporting)
        self.exporting.done.connect(self._on_exported)
        self.exporting.problem.connect(self._on_not_exported)
        self.show_exporting()

    # Widgets

    def _build_views(self) -> None:
        self.empty = PlainLabel(
            self.tr(
                "Create your own models on the page Fine-tune, or drop the zip file of a "
                "model here."
            )
        )
        self.details = QTextBrowser()
        self.details.setOpenLinks(False)
        self.details.setToolTip(literal(figures_help()))
        self.details.setWordWrapMode(QTextOption.WrapMode.WordWrap)

    def _build_buttons(self) -> None:
        self.use_button = self._button(self.tr("&Use"), self.use)
        self.use_button.setToolTip(self.tr("Extract with this model"))
        self.report_button = self._button(self.tr("Re&port"), self.open_report)
        self.report_button.setToolTip(self.tr("Open the report of its training in the browser"))
        self.map_button = self._button(self.tr("Show on &map"), self.show_on_map)
        self.map_button.setToolTip(self.tr("The area that it was trained on"))
        self.rename_button = self._button(self.tr("Re&name…"), self.rename)
        self.delete_button = self._button(self.tr("&Delete…"), self.delete)
        self.export_button = self._button("", self.export)
        self.export_button.setToolTip(
            self.tr("Save the model as a zip file, or as ONNX files and STAC items")
        )
        self.import_button = self._button(self.tr("&Import…"), self.choose_import)
        self.import_button.setToolTip(self.tr("Add a model from a zip file, or drop the file here"))

    def _lay_out(self) -> None:
        buttons = QGridLayout()  # one row is too long in German
        for column, button in enumerate((self.use_button, self.report_button, self.map_button)):
            buttons.addWidget(button, 0, column)
        for column, button in enumerate((self.rename_button, self.delete_button)):
            buttons.addWidget(button, 1, column)
        for column, button in enumerate((self.export_button, self.import_button)):
            buttons.addWidget(button, 2, column)
        buttons.setColumnStretch(3, 1)
        upper = QWidget()
        above = QVBoxLayout(upper)
        above.setContentsMargins(0, 0, 0, 0)
        above.addWidget(self.list, 1)
        above.addWidget(self.empty)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(upper)
        splitter.addWidget(self.details)
        splitter.setStretchFactor(0, 1)
        splitter.setStretchFactor(1, 2)
        layout = QVBoxLayout(self)
        layout.addWidget(PageScroll(splitter), 1)
        layout.addWidget(self.messages)
        layout.addWidget(self.progress)
        layout.addLayout(buttons)

    def _button(self, text: str, slot: Callable[[], None]) -> QPushButton:
        button = QPushButton(text)
        button.clicked.connect(slot)
        return button

    # The selected model

    @property
    def selected(self) -> Optional[Entry]:
        """The selected model, None if there is none."""
        return self.list.selected

    def _on_selection(self) -> None:
        entry = self.selected
        manifest = entry.manifest if entry else None
        in_library = entry is not None and self._library.contains(entry.folder)
        self.empty.setVisible(len(self._library.entries()) == 1)
        self.details.setHtml(details(entry) if entry else "")
        self.use_button.setEnabled(manifest is not None)
        self.export_button.setEnabled(manifest is not None or self.exporting.is_running)
        self.rename_button.setEnabled(manifest is not None and in_library)
        self.delete_button.setEnabled(in_library)
        self.report_button.setEnabled(entry is not None and is_file(entry.folder / REPORT))
        self.map_button.setEnabled(manifest is not None and training_area(manifest) is not None)

    def use(self) -> None:
        """Emit ``use_model`` for the selected model."""
        if self.selected:
            self.use_model.emit(self.selected.folder)

    def open_report(self) -> None:
        """Open the report of the selected model in the browser."""
        if self.selected:
            path = self.selected.folder / REPORT
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def show_on_map(self) -> None:
        """Show the training area of the selected model on the map."""
        entry = self.selected
        area = training_area(entry.manifest) if entry and entry.manifest else None
        if not entry or not entry.manifest or not area:
            return
        canvas, project = self._iface.mapCanvas(), QgsProject.instance()
        try:
            show_training_area(str(entry.folder), entry.manifest.name, *area, canvas, project)
        except QgsCsException:
            text = self.tr(
                "The training area of “{}” cannot be transformed to the map’s coordinate "
                "system; choose another one for the map."
            )
            self.messages.show_message(text.format(entry.manifest.name), Qgis.MessageLevel.Warning)

    def rename(self) -> None:
        """Ask for another name of the selected model."""
        entry = self.selected
        if not entry or not entry.manifest:
            return
        title, agreed = QInputDialog.getText(
            self, self.tr("Rename model"), self.tr("Name"), text=entry.manifest.name
        )
        if agreed:
            self._try(lambda: self._library.rename(entry.folder, title))

    def delete(self) -> None:
        """Delete the selected model from disk, after confirmation."""
        entry = self.selected
        if not entry:
            return
        name = entry.manifest.name if entry.manifest else entry.folder.name
        text = self.tr("Delete “{}” from disk? This cannot be undone.").format(name)
        if may_be_lost(self, self.tr("Delete model"), text):
            self._try(lambda: self._library.delete(entry.folder))

    def export(self) -> None:
        """Ask for a file or folder and write the selected model there; a second time: cancel."""
        if self.exporting.is_running:
            self.exporting.cancel()
            return
        entry = self.selected
        if not entry or not entry.manifest:
            return
        folder, name = entry.folder, entry.manifest.name
        target = ask_for_target(self, name)
        if not target:
            return
        if not target.is_zip:
            self._try(lambda: self.exporting.start(folder, name, target))
            self.show_exporting()
        elif self._try(lambda: export_zip(folder, target.path)):
            self._on_exported(str(target.path))

    def show_exporting(self) -> None:
        """Show whether a model is being written."""
        running = self.exporting.is_running
        (self.progress.start if running else self.progress.end)()
        self.export_button.setText(self.tr("Can&cel") if running else self.tr("E&xport…"))
        self._on_selection()

    def _on_exported(self, path: str) -> None:
        text = self.tr("The model was saved: {}").format(path)
        self._notify(text, Qgis.MessageLevel.Success)

    def _on_not_exported(self, sentence: str) -> None:
        if sentence:
            self._notify(sentence, Qgis.MessageLevel.Warning)

    def choose_import(self) -> None:
        """Ask for a zip and add the model in it."""
        path, _ = QFileDialog.getOpenFileName(
            self, self.tr("Import model"), "", self.tr("Zip files (*.zip)")
        )
        if path:
            self.import_zip(Path(path))

    def import_zip(self, path: Path) -> None:
        """Add the model in a zip and select it."""
        try:
            folder = self._library.import_zip(path)
        except InputError as error:
            self.messages.show_message(error_text(error), Qgis.MessageLevel.Warning)
            return
        self.list.select(folder)
        text = self.tr("Imported “{}”.").format(self.list.currentItem().text(0))
        self.messages.show_message(text, Qgis.MessageLevel.Success)

    # Zips dropped onto the page

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        if _zips(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        for path in _zips(event):
            self.import_zip(path)
        event.acceptProposedAction()

    # Messages

    def _try(self, action: Callable[[], None]) -> bool:
        """Call a function. Returns False, and shows a message, if it raises InputError."""
        self.messages.clear()
        try:
            action()
        except InputError as error:
            self.messages.show_message(error_text(error), Qgis.MessageLevel.Warning)
            return False
        return True

    def _notify(self, text: str, level: Qgis.MessageLevel) -> None:
        """Show what a job ended with, on the page or, while that is hidden, in QGIS's bar."""
        if self.isVisible():
            self.messages.show_message(text, level)
        else:
            show_in_bar(self._iface.messageBar(), text, level)


def _zips(event: QDropEvent) -> list[Path]:
    """The zip files that are dragged."""
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() == ".zip"]
