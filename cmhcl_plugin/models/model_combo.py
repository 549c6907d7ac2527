"""The choice of a model, with the sentence that every user of it must see."""

from __future__ import annotations

from pathlib import Path
from typing import Optional

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QFileDialog, QLabel, QVBoxLayout, QWidget

from ...core.hatch.library import entry_of
from ...core.hatch.manifest import Manifest
from ..paths import DEFAULT_MODEL
from ..worker.core_translations import in_own_language
from .library import Library


class ModelChoice(QWidget):
    """The models of the library and, under them, the chosen one's notice or what is wrong with it.

    Any other folder can be chosen too. A chosen model that leaves the library gives way to the
    default one.
    """

    changed = pyqtSignal()

    def __init__(self, library: Library, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._library = library
        self.folder = DEFAULT_MODEL
        self.manifest: Optional[Manifest] = None
        self.combo = QComboBox()
        self.combo.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.combo.activated.connect(self._on_activated)
        self.notice = QLabel()
        self.notice.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.combo)
        layout.addWidget(self.notice)
        self.choose(DEFAULT_MODEL)
        library.changed.connect(self._on_library)

    def choose(self, folder: Path) -> None:
        """Choose a model folder, in the library or not."""
        self.folder = folder
        entry = entry_of(folder)
        self.manifest = manifest = entry.manifest
        self._fill()
        self.combo.setToolTip(str(folder))
        self.notice.setText(in_own_language(manifest.notice) if manifest else entry.problem)
        self.changed.emit()

    def _fill(self) -> None:
        """The library's whole models, the chosen one wherever it is, and the way to others."""
        self.combo.clear()
        for entry in self._library.entries():
            if entry.manifest:
                self._add(entry.manifest.name, entry.folder)
        if self.combo.findData(str(self.folder)) < 0:
            self._add(self.manifest.name if self.manifest else self.folder.name, self.folder)
        self.combo.addItem(self.tr("Other folder…"))
        self.combo.setCurrentIndex(self.combo.findData(str(self.folder)))

    def _add(self, name: str, folder: Path) -> None:
        self.combo.addItem(name, str(folder))
        # Tells models of the same name apart.
        self.combo.setItemData(self.combo.count() - 1, str(folder), Qt.ItemDataRole.ToolTipRole)

    def _on_library(self) -> None:
        gone = self._library.holds(self.folder) and not self.folder.is_dir()
        self.choose(DEFAULT_MODEL if gone else self.folder)

    def _on_activated(self, index: int) -> None:
        data = self.combo.itemData(index)
        if data is None:
            data = QFileDialog.getExistingDirectory(self, self.tr("Choose a model folder"))
        self.choose(Path(data) if data else self.folder)
