"""Requests footprints of clicked buildings from the worker, one at a time; the latest is queued."""

from __future__ import annotations

from collections import deque
from typing import Optional

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...core.hatch.events import Error
from ...core.hatch.jobs import BuildingJob
from ...core.hatch.results import BuildingResult
from ..worker.handle import JobHandle
from ..worker.process import WorkerProcess

QUICK_S = 0.3


class BuildingAnswers(QObject):
    """``answered`` carries a BuildingJob and its BuildingResult, ``failed`` a job and its Error.

    A later request does not cancel the one under way, because the tile that this one reads is kept
    for the next. The caller ignores answers that are no longer wanted.
    """

    answered = pyqtSignal(object, object)
    failed = pyqtSignal(object, object)

    def __init__(self, worker: WorkerProcess, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._worker = worker
        self._running: Optional[JobHandle] = None
        self._next: Optional[BuildingJob] = None
        self._is_behind = False  # other jobs when it was asked
        self.seconds: deque[float] = deque(maxlen=2)  # that the latest answers took

    def ask(self, job: BuildingJob) -> None:
        """Ask this next, in place of a question that still waits."""
        if self._running is None:
            self._submit(job)
        else:
            self._next = None if self._running.job == job else job

    def forget(self) -> None:
        """Ask nothing more, and ignore the answer that is awaited."""
        self._next = None
        if self._running:
            self._running.cancel()
            self._running = None

    @property
    def is_asking(self) -> bool:
        """Whether an answer is awaited."""
        return self._running is not None

    @property
    def must_wait(self) -> bool:
        """Whether the worker has other jobs to do first."""
        return self._is_behind if self._running else self._worker.is_busy

    @property
    def are_quick(self) -> bool:
        """Whether answers come at once where the worker has the tile.

        The latest one may have been slow because its tile was new, but not the two latest.
        """
        return bool(self.seconds) and (len(self.seconds) == 1 or min(self.seconds) < QUICK_S)

    def _submit(self, job: BuildingJob) -> None:
        self._is_behind = self._worker.is_busy
        handle = self._worker.submit(job)
        self._running = handle
        handle.finished.connect(lambda result: self._on_finished(handle, result))
        handle.failed.connect(lambda error: self._on_failed(handle, error))

    def _on_finished(self, handle: JobHandle, result: BuildingResult) -> None:
        if self._is_over(handle):
            self.seconds.append(result.seconds)
            self.answered.emit(handle.job, result)

    def _on_failed(self, handle: JobHandle, error: Error) -> None:
        if self._is_over(handle):
            self.failed.emit(handle.job, error)

    def _is_over(self, handle: JobHandle) -> bool:
        """Submit the next question; False if the answer is to be ignored."""
        if handle is not self._running:
            return False
        self._running = None
        if self._next:
            job, self._next = self._next, None
            self._submit(job)
        return True
