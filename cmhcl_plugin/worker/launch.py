"""The launch of a worker process: find its Python, check it, open its log."""

from __future__ import annotations

from pathlib import Path
from typing import Optional

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..environment.worker_python import PythonCheck, find_python, no_python_message
from ..logfile import LogFile
from ..paths import logs_folder
from .connection import Connection


class WorkerLaunch(QObject):
    """One attempt to launch the worker.

    ``connecting`` carries the Connection, whose process starts when the slots return. It belongs
    to who receives it. ``failed`` carries the sentence that says why there is none.
    """

    connecting = pyqtSignal(object)
    failed = pyqtSignal(str)

    def __init__(self, root: Path, log_name: str, parent: Optional[QObject] = None) -> None:
        """``root`` is the folder that holds ``core``; the log's name begins with ``log_name``."""
        super().__init__(parent)
        self._root = root
        self._log_name = log_name
        self._check: Optional[PythonCheck] = None

    def start(self) -> None:
        """Begin; ``failed`` follows at once without a Python."""
        python = find_python()
        if python is None:
            self.failed.emit(no_python_message())
            return
        self._check = PythonCheck(python, self)
        self._check.finished.connect(lambda problem: self._on_checked(python, problem))
        self._check.start()

    def stop(self) -> None:
        """End without a signal."""
        if self._check:
            self._check.stop()

    def _on_checked(self, python: Path, problem: str) -> None:
        if problem:
            self.failed.emit(problem)
            return
        try:
            log = LogFile(logs_folder(), self._log_name)
        except OSError as error:
            text = self.tr("The log folder cannot be written ({}): {}")
            self.failed.emit(text.format(error.strerror, logs_folder()))
            return
        connection = Connection(log)
        self.connecting.emit(connection)
        connection.start(python, self._root)
