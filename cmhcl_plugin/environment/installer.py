"""Installs, updates and removes the worker's environment without blocking QGIS."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path
from typing import Optional

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QLockFile, QObject, QTimer, pyqtSignal

from ...core.hatch.errors import InputError
from ..logfile import LogFile
from ..numbers import fill_in
from ..paths import environment_folder, logs_folder
from .commands import CommandRunner, Commands
from .folder_sizes import FolderWatcher
from .install_failure import cause_of
from .install_task import InstallTask
from .installation import Installation, PackageSource, removal
from .virtual_environment import is_usable, mark_partial


class Installer(QObject):
    """Does one thing at a time; ``finished`` ends it, except after ``stop``.

    Attributes
    ----------
    message, percent
        The latest values of ``progressed``.
    notes
        Sentences for the user about what was detected and decided.
    """

    started = pyqtSignal()
    progressed = pyqtSignal(str, int)  # current step; percent, -1 if unknown
    finished = pyqtSignal(str)  # what went wrong, as one sentence; "" on success

    def __init__(self) -> None:
        super().__init__()
        self.message = ""
        self.percent = -1
        self.notes: list[str] = []
        self.is_running = False
        self._runner = CommandRunner(self)
        self._runner.began.connect(self._on_began)
        self._runner.finished.connect(self._on_finished)
        self._runner.cancelled.connect(self._on_cancelled)
        self._watcher = FolderWatcher(self)
        self._watcher.measured.connect(self._on_measured)
        self._task: Optional[InstallTask] = None  # referenced, as QGIS keeps no reference
        self._log: Optional[LogFile] = None
        self._lock: Optional[QLockFile] = None
        self._step = ""
        self._started = 0.0
        self._megabytes = 0
        self._expected_mb = 0

    @property
    def log_path(self) -> Optional[Path]:
        """The log of the latest installation, None before the first."""
        return self._log.path if self._log else None

    def install(self, source: PackageSource) -> None:
        """Install, continue or update; only ``started`` is emitted before this returns."""
        if not self.is_running:
            self._begin(Installation(source, self._add_note, self._expect).commands())
            self._task = InstallTask(self.cancel)
            self.progressed.connect(self._task.show_progress)
            QgsApplication.taskManager().addTask(self._task)

    def remove(self) -> None:
        """Remove the environment; its files are deleted in the background."""
        if not self.is_running:
            self._begin(removal())

    def cancel(self) -> None:
        """Kill the running command; ``finished`` follows."""
        self._runner.cancel()

    def stop(self) -> None:
        """End without a signal; no process is left when this returns."""
        self._runner.stop()
        self._close()

    # Begin and end

    def _begin(self, commands: Commands[None]) -> None:
        """Mark the environment as partial, and start the commands."""
        self.is_running = True
        self.notes = []
        self._started = time.monotonic()
        self._megabytes = self._expected_mb = 0
        try:
            problem = self._prepare()
        except OSError as error:
            problem = cause_of(str(error))
        QTimer.singleShot(0, lambda: self._start(commands, problem))
        self.started.emit()

    def _prepare(self) -> str:
        """Open the log and take the lock. Returns what prevents that; raises OSError."""
        environment_folder().parent.mkdir(parents=True, exist_ok=True)
        self._log = LogFile(logs_folder(), "install")
        lock = QLockFile(f"{environment_folder()}.lock")
        lock.setStaleLockTime(0)  # no age limit; the lock of a dead process is removed
        if not lock.tryLock(0):
            return self.tr("Another QGIS window is installing; wait until it has finished.")
        self._lock = lock
        mark_partial()
        return ""

    def _start(self, commands: Commands[None], problem: str) -> None:
        if not self.is_running:  # stopped meanwhile
            return
        if problem:
            self._end(problem)
        else:
            self._runner.start(commands, self._log)

    def _on_finished(self, error: Optional[Exception]) -> None:
        if error is None:
            self._end("")
        elif isinstance(error, InputError):
            self._end(str(error))
        elif isinstance(error, OSError):
            self._end(cause_of(str(error)))
        else:
            self._close()
            raise error

    def _on_cancelled(self) -> None:
        self._end(self.tr("Cancelled; what has been downloaded is kept."))

    def _end(self, problem: str) -> None:
        if self._log:
            self._log.write(problem or "done")
        self._close()
        self.finished.emit(problem)

    def _close(self) -> None:
        self.is_running = False
        if self._task:
            self._task.end(succeeded=is_usable())
            self._task = None
        self._watcher.stop()
        if self._log:
            self._log.close()
        if self._lock:
            self._lock.unlock()
            self._lock = None

    # Progress

    def _add_note(self, note: str) -> None:
        self.notes.append(note)
        if self._log:
            self._log.write(note)

    def _expect(self, folders: Sequence[Path], megabytes: int) -> None:
        self._expected_mb = megabytes
        self._watcher.start(folders)

    def _on_began(self, message: str) -> None:
        self._step = message
        self._report()

    def _on_measured(self, megabytes: int) -> None:
        if self.is_running:
            self._megabytes = max(self._megabytes, megabytes)
            self._report()

    def _report(self) -> None:
        """Emit ``progressed``."""
        seconds = int(time.monotonic() - self._started)
        parts = [self._step]
        self.percent = -1
        if self._megabytes:
            done, total = self._megabytes, max(self._megabytes, self._expected_mb)
            parts.append(fill_in(self.tr("{:,} of about {:,} MB"), done, total))
            self.percent = min(99, 100 * done // total)
        parts.append(self.tr("{} min {:02} s").format(*divmod(seconds, 60)))
        self.message = " · ".join(parts)
        self.progressed.emit(self.message, self.percent)
