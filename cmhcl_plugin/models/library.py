"""The models that there are: the default one and those in the user's profile."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Optional, Union

from qgis.PyQt.QtCore import QFileSystemWatcher, QObject, QTimer, pyqtSignal

from ...core.hatch import library
from ...core.hatch.library import Entry
from ..paths import DEFAULT_MODEL, models_folder

SETTLE_MS = 300  # a model that arrives changes its folder several times


class Library(QObject):
    """One for all pages. ``changed`` also tells of models that others put there or took away."""

    changed = pyqtSignal()

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self.folder = models_folder()
        with suppress(OSError):  # told when something is to be written there
            self.folder.mkdir(parents=True, exist_ok=True)
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.timeout.connect(self.changed)
        self._watcher = QFileSystemWatcher([str(self.folder)], self)
        self._watcher.directoryChanged.connect(self._settle)

    def entries(self) -> list[Entry]:
        """The default model, then the others by name, broken ones too."""
        return [library.entry_of(DEFAULT_MODEL), *library.models_in(self.folder)]

    def holds(self, folder: Path) -> bool:
        """Whether a folder lies in the library, and so can be renamed and deleted."""
        return folder.parent == self.folder

    def fresh_folder(self, title: str, promised: Iterable[Union[str, Path]] = ()) -> Path:
        """A folder for a model of this name that does not exist yet and is not promised."""
        return library.fresh_folder(self.folder, title, promised)

    def import_zip(self, path: Path) -> Path:
        """Take a model in from a zip; its folder. Raises InputError."""
        folder = library.import_zip(path, self.folder)
        self.changed.emit()
        return folder

    def rename(self, folder: Path, title: str) -> None:
        """Give a model another name. Raises InputError."""
        library.rename(folder, title)
        self.changed.emit()

    def delete(self, folder: Path) -> None:
        """Remove a model from disk. Raises InputError."""
        library.delete(folder)
        self.changed.emit()

    def _settle(self) -> None:
        self._settled.start(SETTLE_MS)
