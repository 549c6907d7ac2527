"""The page Models: what there is, where it comes from, and how good it was."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Optional

from qgis.core import Qgis, QgsCsException, QgsProject
from qgis.gui import QgisInterface, QgsMessageBar
from qgis.PyQt.QtCore import Qt, QUrl, pyqtSignal
from qgis.PyQt.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent, QTextOption
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QInputDialog,
    QLabel,
    QMessageBox,
    QPushButton,
    QSplitter,
    QTextBrowser,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...core.hatch.errors import InputError
from ...core.hatch.library import REPORT, Entry, export_zip
from ..finetune.training_area import show_training_area
from ..paths import DEFAULT_MODEL
from . import description as model_text
from .library import Library

FOLDER = Qt.ItemDataRole.UserRole
SAR_IOU, OPTICAL_IOU = 1, 2  # columns


class ModelsPage(QWidget):
    """A list, the selected model's details below it, and what can be done with it."""

    use_model = pyqtSignal(object)  # Path: the folder of the model to extract with

    def __init__(self, iface: QgisInterface, library: Library, messages: QgsMessageBar) -> None:
        super().__init__()
        self._iface = iface
        self._library = library
        self._messages = messages
        self._entries: dict[str, Entry] = {}
        self._build()
        self.setAcceptDrops(True)
        self.list.itemSelectionChanged.connect(self._on_selection)
        library.changed.connect(self.refresh)
        self.refresh()

    # Widgets

    def _build(self) -> None:
        self.list = QTreeWidget()
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setAlternatingRowColors(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setHeaderLabels(
            [
                self.tr("Model"),
                self.tr("IoU (SAR)"),
                self.tr("IoU (+ optical)"),
                self.tr("Measured on"),
                self.tr("Trained"),
                self.tr("Base model"),
            ]
        )
        header = self.list.headerItem()
        overlap = self.tr("Overlap with the true buildings, 0 to 1, on ground not trained on")
        header.setToolTip(SAR_IOU, self.tr("From SAR alone: {}").format(overlap))
        header.setToolTip(OPTICAL_IOU, self.tr("With an optical layer: {}").format(overlap))
        sections = self.list.header()
        sections.setStretchLastSection(False)
        sections.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.empty = QLabel(
            self.tr(
                "Models of your own come from the page Fine-tune, or as a zip from someone else: "
                "drop it here."
            )
        )
        self.empty.setWordWrap(True)
        self.details = QTextBrowser()
        self.details.setOpenLinks(False)
        self.details.setWordWrapMode(QTextOption.WrapMode.WordWrap)

        self.use_button = self._button(self.tr("Use"), self.use)
        self.use_button.setToolTip(self.tr("Extract with this model"))
        self.report_button = self._button(self.tr("Report"), self.open_report)
        self.report_button.setToolTip(self.tr("Open the report of its training in the browser"))
        self.map_button = self._button(self.tr("Show on map"), self.show_on_map)
        self.map_button.setToolTip(self.tr("The ground that it was trained on"))
        self.rename_button = self._button(self.tr("Rename…"), self.rename)
        self.delete_button = self._button(self.tr("Delete…"), self.delete)
        self.export_button = self._button(self.tr("Export…"), self.export)
        self.export_button.setToolTip(self.tr("Save the model as one zip"))
        self.import_button = self._button(self.tr("Import…"), self.choose_import)
        self.import_button.setToolTip(self.tr("Add a model from a zip; or drop the zip here"))

        of_model, of_library = QHBoxLayout(), QHBoxLayout()  # one row is too long in German
        for button in (self.use_button, self.report_button, self.map_button):
            of_model.addWidget(button)
        of_model.addStretch(1)
        for button in (self.rename_button, self.delete_button):
            of_library.addWidget(button)
        of_library.addStretch(1)
        for button in (self.export_button, self.import_button):
            of_library.addWidget(button)
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
        layout.addWidget(splitter, 1)
        layout.addLayout(of_model)
        layout.addLayout(of_library)

    def _button(self, text: str, slot: Callable[[], None]) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(False)
        button.clicked.connect(slot)
        return button

    # The list

    def refresh(self) -> None:
        """Read the library again; what is selected stays selected."""
        selected = self.selected.folder if self.selected else DEFAULT_MODEL
        entries = self._library.entries()
        self._entries = {str(entry.folder): entry for entry in entries}
        self.list.blockSignals(True)
        self.list.clear()
        self.list.addTopLevelItems([self._item(entry) for entry in entries])
        self.list.blockSignals(False)
        self.empty.setVisible(len(entries) == 1)
        self.select(selected if str(selected) in self._entries else DEFAULT_MODEL)

    def select(self, folder: Path) -> None:
        """Select the model in this folder, if it is there."""
        for row in range(self.list.topLevelItemCount()):
            item = self.list.topLevelItem(row)
            if item.data(0, FOLDER) == str(folder):
                self.list.setCurrentItem(item)
        self._on_selection()

    @property
    def selected(self) -> Optional[Entry]:
        """The selected model, None when there is none."""
        items = self.list.selectedItems()
        return self._entries.get(items[0].data(0, FOLDER)) if items else None

    def _item(self, entry: Entry) -> QTreeWidgetItem:
        manifest = entry.manifest
        if manifest is None:
            item = QTreeWidgetItem([entry.folder.name, self.tr("broken")])
            item.setToolTip(SAR_IOU, entry.problem)
        else:
            own = entry.folder != DEFAULT_MODEL
            item = QTreeWidgetItem(
                [
                    manifest.name,
                    model_text.iou(manifest, "sar"),
                    model_text.iou(manifest, "optical"),
                    model_text.measured_on(manifest),
                    model_text.trained(manifest),
                    manifest.parent if own else model_text.NOTHING,
                ]
            )
        item.setToolTip(0, str(entry.folder))
        item.setData(0, FOLDER, str(entry.folder))
        for column in (SAR_IOU, OPTICAL_IOU):
            item.setTextAlignment(column, Qt.AlignmentFlag.AlignCenter)
        return item

    def _on_selection(self) -> None:
        entry = self.selected
        self.details.setHtml(model_text.details(entry) if entry else "")
        whole = entry is not None and entry.manifest is not None
        own = entry is not None and self._library.holds(entry.folder)
        area = model_text.training_area(entry.manifest) if entry and entry.manifest else None
        self.use_button.setEnabled(whole)
        self.export_button.setEnabled(whole)
        self.rename_button.setEnabled(whole and own)
        self.delete_button.setEnabled(own)
        self.report_button.setEnabled(entry is not None and (entry.folder / REPORT).is_file())
        self.map_button.setEnabled(area is not None)

    # What can be done with the selected model

    def use(self) -> None:
        """Tell that the selected model is the one to extract with."""
        if self.selected:
            self.use_model.emit(self.selected.folder)

    def open_report(self) -> None:
        """The report of the selected model in the browser."""
        if self.selected:
            path = self.selected.folder / REPORT
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def show_on_map(self) -> None:
        """The training area of the selected model as a layer, in view."""
        entry = self.selected
        area = model_text.training_area(entry.manifest) if entry and entry.manifest else None
        if not entry or not entry.manifest or not area:
            return
        canvas, project = self._iface.mapCanvas(), QgsProject.instance()
        try:
            show_training_area(str(entry.folder), entry.manifest.name, *area, canvas, project)
        except QgsCsException:
            text = self.tr("The area of “{}” lies outside the map’s coordinate system.")
            self._tell(text.format(entry.manifest.name), Qgis.MessageLevel.Warning)

    def rename(self) -> None:
        """Ask for another name."""
        entry = self.selected
        if not entry or not entry.manifest:
            return
        title, agreed = QInputDialog.getText(
            self, self.tr("Rename model"), self.tr("Name"), text=entry.manifest.name
        )
        if agreed:
            self._try(lambda: self._library.rename(entry.folder, title))

    def delete(self) -> None:
        """Ask, and remove the selected model from disk."""
        entry = self.selected
        if not entry:
            return
        name = entry.manifest.name if entry.manifest else entry.folder.name
        answer = QMessageBox.question(
            self,
            self.tr("Delete model"),
            self.tr("Delete “{}” from disk? This cannot be undone.").format(name),
        )
        if answer == QMessageBox.StandardButton.Yes:
            self._try(lambda: self._library.delete(entry.folder))

    def export(self) -> None:
        """Ask for a file, and pack the selected model into it."""
        entry = self.selected
        if not entry:
            return
        text, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Export model"),
            str(Path.home() / f"{entry.folder.name}.zip"),
            self.tr("Zip files (*.zip)"),
        )
        path = Path(text if text.lower().endswith(".zip") else f"{text}.zip")
        if text and self._try(lambda: export_zip(entry.folder, path)):
            self._tell(self.tr("Saved as {}.").format(path), Qgis.MessageLevel.Success)

    def choose_import(self) -> None:
        """Ask for a zip, and add the model in it."""
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
            self._tell(str(error), Qgis.MessageLevel.Warning)
            return
        self.select(folder)
        text = self.tr("Imported “{}”.").format(self.list.currentItem().text(0))
        self._tell(text, Qgis.MessageLevel.Success)

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
        """Do it; False and a message when it cannot be done."""
        self._messages.clearWidgets()
        try:
            action()
        except InputError as error:
            self._tell(str(error), Qgis.MessageLevel.Warning)
            return False
        return True

    def _tell(self, text: str, level: Qgis.MessageLevel) -> None:
        self._messages.clearWidgets()
        self._messages.pushMessage(text, level, 0)


def _zips(event: QDropEvent) -> list[Path]:
    """The zip files that are dragged."""
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() == ".zip"]
