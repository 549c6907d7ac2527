"""The list of the models in the library."""

from __future__ import annotations

from pathlib import Path
from typing import Optional

from qgis.PyQt.QtCore import QSize, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem

from ...core.hatch.library import DEFAULT_MODEL, Entry
from ..core_translations import translate_core_text
from ..widgets.plain_text import literal
from . import manifest_text
from .library import ModelLibrary

FOLDER = Qt.ItemDataRole.UserRole
SAR_IOU, OPTICAL_IOU = 1, 2  # columns
LEAST_ROWS = 3


class ModelList(QTreeWidget):
    """Shows the library, and selects one model of it."""

    selection_changed = pyqtSignal()  # also when the library changed

    def __init__(self, library: ModelLibrary) -> None:
        super().__init__()
        self._library = library
        self._entries: dict[str, Entry] = {}
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAlternatingRowColors(True)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._label_columns()
        self.itemSelectionChanged.connect(self.selection_changed)
        library.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Read the library again; the selected model stays selected."""
        selected = self.selected.folder if self.selected else DEFAULT_MODEL
        entries = self._library.entries()
        self._entries = {str(entry.folder): entry for entry in entries}
        self.blockSignals(True)
        self.clear()
        self.addTopLevelItems([self._item(entry) for entry in entries])
        self.blockSignals(False)
        self.select(selected if str(selected) in self._entries else DEFAULT_MODEL)

    def select(self, folder: Path) -> None:
        """Select the model in this folder, if it is in the list."""
        for row in range(self.topLevelItemCount()):
            item = self.topLevelItem(row)
            if item.data(0, FOLDER) == str(folder):
                self.setCurrentItem(item)
        self.selection_changed.emit()

    @property
    def selected(self) -> Optional[Entry]:
        """The selected model, None if there is none."""
        items = self.selectedItems()
        return self._entries.get(items[0].data(0, FOLDER)) if items else None

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Some rows between the header and the bar."""
        fixed = self.header().sizeHint().height() + self.horizontalScrollBar().sizeHint().height()
        rows = LEAST_ROWS * max(self.sizeHintForRow(0), self.fontMetrics().height())
        return QSize(super().minimumSizeHint().width(), fixed + rows + 2 * self.frameWidth())

    def _label_columns(self) -> None:
        self.setHeaderLabels(
            [
                self.tr("Model"),
                self.tr("IoU (SAR)"),
                self.tr("IoU (+ optical)"),
                self.tr("Measured on"),
                self.tr("Trained"),
                self.tr("Base model"),
            ]
        )
        overlap = self.tr(
            "Overlap with the labelled buildings, 0 to 1, in areas that were not used for training"
        )
        item = self.headerItem()
        item.setToolTip(SAR_IOU, literal(self.tr("From SAR alone: {}").format(overlap)))
        with_optical = self.tr("With an optical layer: {}").format(overlap)
        item.setToolTip(OPTICAL_IOU, literal(with_optical))
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)

    def _item(self, entry: Entry) -> QTreeWidgetItem:
        manifest = entry.manifest
        if manifest is None:
            item = QTreeWidgetItem([entry.folder.name, self.tr("broken")])
            item.setToolTip(SAR_IOU, literal(translate_core_text(entry.problem)))
        else:
            is_default = entry.folder == DEFAULT_MODEL
            item = QTreeWidgetItem(
                [
                    manifest.name,
                    manifest_text.iou(manifest, "sar"),
                    manifest_text.iou(manifest, "optical"),
                    manifest_text.measured_on(manifest),
                    manifest_text.trained(manifest),
                    manifest_text.NOTHING if is_default else manifest.parent,
                ]
            )
        item.setToolTip(0, literal(str(entry.folder)))
        item.setData(0, FOLDER, str(entry.folder))
        for column in (SAR_IOU, OPTICAL_IOU):
            item.setTextAlignment(column, Qt.AlignmentFlag.AlignCenter)
        return item
