"""The choice of a model, with its notice."""

from __future__ import annotations

from pathlib import Path
from typing import Optional

from qgis.PyQt.QtCore import QCoreApplication, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from ...core.hatch.existence import is_folder
from ...core.hatch.library import DEFAULT_MODEL, entry_of
from ...core.hatch.manifest import Manifest
from ..core_translations import notice_text, translate_core_text
from ..widgets.narrow_combo import NarrowCombo
from ..widgets.plain_text import PlainLabel, literal
from .library import ModelLibrary


class ModelChoice(QWidget):
    """A combo box of the library's models and, below it, the notice of the chosen one.

    A folder outside the library can be chosen as well. If the chosen model is deleted from the
    library, the default model is chosen.
    """

    changed = pyqtSignal()

    def __init__(self, library: ModelLibrary) -> None:
        super().__init__()
        self._library = library
        self.folder = DEFAULT_MODEL
        self.manifest: Optional[Manifest] = None
        self.combo = NarrowCombo()
        self.combo.activated.connect(self._on_activated)
        self.notice = PlainLabel()
        self.setFocusProxy(self.combo)
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
        self.combo.setToolTip(literal(str(folder)))
        text = notice_text(manifest.notice) if manifest else translate_core_text(entry.problem)
        self.notice.setText(text)
        self.changed.emit()

    def say_missing(self, name: str) -> None:
        """Say that the default model is chosen instead of one that no longer exists."""
        self.notice.setText(f"{missing_text(name)} {self.notice.text()}")

    def _fill(self) -> None:
        """The library's models without the broken ones, the chosen one, and a choice of others."""
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
        tip = literal(str(folder))
        self.combo.setItemData(self.combo.count() - 1, tip, Qt.ItemDataRole.ToolTipRole)

    def _on_library(self) -> None:
        deleted = self._library.contains(self.folder) and not is_folder(self.folder)
        if not deleted:
            self.choose(self.folder)
            return
        name = self.manifest.name if self.manifest else self.folder.name
        self.choose(DEFAULT_MODEL)
        self.say_missing(name)

    def _on_activated(self, index: int) -> None:
        data = self.combo.itemData(index)
        if data is None:
            data = QFileDialog.getExistingDirectory(self, self.tr("Choose a model folder"))
        self.choose(Path(data) if data else self.folder)


def missing_text(name: str) -> str:
    """What to say when the default model replaces one that no longer exists."""
    text = QCoreApplication.translate(
        "ModelChoice", "The model “{}” no longer exists; the default model is chosen instead."
    )
    return text.format(name)
