"""Sizes of folders, and the free space on their disk."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Optional

from qgis.PyQt.QtCore import QObject, pyqtSignal

MEASURE_S = 2.0
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
    """Measures folders every MEASURE_S seconds, in a thread: they hold many thousand files."""

    measured = pyqtSignal(int)  # megabytes

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._stopped = threading.Event()

    def start(self, folders: Sequence[Path]) -> None:
        """Measure these folders from now on, instead of earlier ones."""
        self.stop()
        self._stopped = threading.Event()
        threading.Thread(target=self._measure, args=(folders, self._stopped), daemon=True).start()

    def stop(self) -> None:
        """Emit nothing that is measured from now on."""
        self._stopped.set()

    def _measure(self, folders: Sequence[Path], stopped: threading.Event) -> None:
        while not stopped.wait(MEASURE_S):
            megabytes = megabytes_in(folders)
            if not stopped.is_set():
                self.measured.emit(megabytes)
