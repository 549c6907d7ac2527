"""The model library: state without widgets, shown and edited by the pages."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Optional, Union

from qgis.PyQt.QtCore import QFileSystemWatcher, QObject, QTimer, pyqtSignal

from ...core.hatch import library
from ...core.hatch.library import DEFAULT_MODEL, Entry
from ..paths import models_folder

SETTLE_MS = 300  # a model that arrives changes its folder several times


class ModelLibrary(QObject):
    """The default model and the models in the folder ``models`` of the user's profile.

    ``changed`` is emitted after any change, including changes of the folder by other programs.
    """

    changed = pyqtSignal()

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self.folder = models_folder()
        with suppress(OSError):  # reported when a model is to be written
            self.folder.mkdir(parents=True, exist_ok=True)
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.timeout.connect(self.changed)
        self._watcher = QFileSystemWatcher([str(self.folder)], self)
        self._watcher.directoryChanged.connect(self._settle)

    def entries(self) -> list[Entry]:
        """The default model, then the others by name, including broken ones."""
        return [library.entry_of(DEFAULT_MODEL), *library.models_in(self.folder)]

    def contains(self, folder: Path) -> bool:
        """Whether a model is in the library, so that it can be renamed and deleted."""
        return folder.parent == self.folder

    def unused_folder(self, title: str, reserved: Iterable[Union[str, Path]] = ()) -> Path:
        """A folder for a new model that neither exists nor is one of ``reserved``."""
        return library.unused_folder(self.folder, title, reserved)

    def unused_title(self, title: str) -> str:
        """A title that no model has: this one, numbered if needed."""
        return library.unused_title(self.folder, title)

    def import_zip(self, path: Path) -> Path:
        """Add the model in a zip and return its folder. Raises InputError."""
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
