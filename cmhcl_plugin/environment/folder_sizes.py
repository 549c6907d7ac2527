"""Sizes of folders, and the free space on their disk."""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Optional

from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ..background import run_in_background

MEASURE_MS = 2000
MB = 1_000_000


def megabytes_in(folders: Sequence[Path]) -> int:
    """Size of all files in these folders; files that are deleted meanwhile do not count."""
    total = 0
    for folder in folders:
        for path, _, names in os.walk(folder):
            for name in names:
                with suppress(OSError):
                    total += Path(path, name).lstat().st_size
    return total // MB


def free_megabytes(folder: Path) -> int:
    """Free space on the disk of a folder."""
    return shutil.disk_usage(folder).free // MB


class FolderWatcher(QObject):
    """Measures folders again and again, in a thread: they hold many thousand files."""

    measured = pyqtSignal(int)  # megabytes

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._folders: tuple[Path, ...] = ()  # none while nothing is watched
        self._timer = QTimer(self)  # from one measurement to the next
        self._timer.setSingleShot(True)
        self._timer.setInterval(MEASURE_MS)
        self._timer.timeout.connect(self._measure)

    def start(self, folders: Sequence[Path]) -> None:
        """Measure these folders from now on, instead of earlier ones."""
        self._folders = tuple(folders)
        self._timer.start()

    def stop(self) -> None:
        """Emit nothing that is measured from now on."""
        self._folders = ()
        self._timer.stop()

    def _measure(self) -> None:
        folders = self._folders
        run_in_background(
            lambda: megabytes_in(folders), partial(self._on_measured, folders), owner=self
        )

    def _on_measured(
        self, folders: tuple[Path, ...], megabytes: int, problem: Optional[Exception]
    ) -> None:
        if folders == self._folders and problem is None:
            self.measured.emit(megabytes)
            self._timer.start()
