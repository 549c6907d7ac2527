"""The choice of a model, with the sentence that every user of it must see."""

from __future__ import annotations

from pathlib import Path
from typing import Optional

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QFileDialog, QLabel, QVBoxLayout, QWidget

from ...core.errors import InputError
from ...core.models.manifest import Manifest, read_manifest
from ..paths import DEFAULT_MODEL


class ModelChoice(QWidget):
    """A list of model folders and, under it, the chosen model's notice or what is wrong with it."""

    changed = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.combo = QComboBox()
        self.combo.addItem(self.tr("Other folder…"))
        self.combo.activated.connect(self._on_activated)
        self.notice = QLabel()
        self.notice.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.combo)
        layout.addWidget(self.notice)
        self.manifest: Optional[Manifest] = None
        self.choose(DEFAULT_MODEL)

    @property
    def folder(self) -> Path:
        """The chosen model's folder."""
        return Path(self.combo.itemData(self._chosen))

    def choose(self, folder: Path) -> None:
        """Choose a folder, adding it to the list if need be."""
        index = self.combo.findData(str(folder))
        if index < 0:
            index = self.combo.count() - 1
            self.combo.insertItem(index, folder.name, str(folder))
            self.combo.setItemText(index, self._name(folder))
        self.combo.setCurrentIndex(index)
        self._chosen = index
        self.combo.setToolTip(str(folder))
        try:
            self.manifest = read_manifest(folder)
            self.notice.setText(self.manifest.notice)
        except InputError as error:
            self.manifest = None
            self.notice.setText(str(error))
        self.changed.emit()

    def _name(self, folder: Path) -> str:
        try:
            return read_manifest(folder).name
        except InputError:
            return folder.name

    def _on_activated(self, index: int) -> None:
        data = self.combo.itemData(index)
        if data is None:
            data = QFileDialog.getExistingDirectory(self, self.tr("Choose a model folder"))
        self.choose(Path(data) if data else self.folder)
