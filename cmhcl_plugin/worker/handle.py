"""A submitted job: its events as signals, its control as methods."""

from __future__ import annotations

from typing import Any, Callable, Protocol

from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...core.hatch.events import Error, Event, Log, Metric, Preview, Progress, Result
from ...core.hatch.jobs import Job
from ..core_translations import in_qgis_language


def while_alive(owner: QObject, slot: Callable[[Any], None]) -> Callable[[Any], None]:
    """A slot that does nothing once Qt has deleted ``owner``.

    Qt disconnects methods of a deleted object by itself, but not lambdas that use it, and a job may
    end after the page that submitted it.
    """

    def guarded(value: Any) -> None:
        if not sip.isdeleted(owner):
            slot(value)

    return guarded


class JobQueue(Protocol):
    """What a handle needs of its worker process. No effect on a job that has ended."""

    def cancel_job(self, handle: JobHandle) -> None: ...

    def control_job(self, handle: JobHandle, action: str) -> None: ...


class JobHandle(QObject):
    """One job from submission to its end; created by ``WorkerProcess.submit``.

    Exactly one of ``finished`` and ``failed`` is emitted, and nothing after it. No signal is
    emitted before ``submit`` has returned, nor from within a method of the handle. The worker
    process holds a reference until the end, so the caller does not have to. Messages of the
    core are in QGIS's language.

    Attributes
    ----------
    id
        Id of the job in its worker process and in the log.
    job
        The job as submitted.
    is_running
        Whether the job has not ended yet, waiting in the queue included. False already when
        ``finished`` or ``failed`` is emitted.
    is_cancelled
        Whether ``cancel`` was called.
    """

    waits = pyqtSignal(str)  # for what, before the worker begins with the job
    progress = pyqtSignal(object)  # events.Progress
    log = pyqtSignal(object)  # events.Log
    metric = pyqtSignal(object)  # events.Metric
    preview = pyqtSignal(object)  # events.Preview
    finished = pyqtSignal(object)  # the result dataclass of the job, see core.hatch.results
    failed = pyqtSignal(object)  # events.Error; kind "cancelled" after cancel()

    def __init__(self, id: str, job: Job, queue: JobQueue) -> None:
        super().__init__()
        self.id = id
        self.job = job
        self.is_running = True
        self.is_cancelled = False
        self._queue = queue

    def cancel(self) -> None:
        """Stop the job; ``failed`` with kind "cancelled" follows, unless it ends before."""
        self.is_cancelled = True
        self._queue.cancel_job(self)

    def pause(self) -> None:
        """Pause the job until ``resume``; no effect while it waits in the queue."""
        self._queue.control_job(self, "pause")

    def resume(self) -> None:
        """Continue a paused job."""
        self._queue.control_job(self, "resume")

    def finish(self) -> None:
        """End a training with the best weights so far; ``finished`` follows."""
        self._queue.control_job(self, "finish")

    def deliver(self, event: Event) -> None:
        """Emit the signal of an event about this job; for the worker process alone."""
        event = in_qgis_language(event)
        self.is_running = not isinstance(event, (Result, Error))
        if isinstance(event, Progress):
            self.progress.emit(event)
        elif isinstance(event, Log):
            self.log.emit(event)
        elif isinstance(event, Metric):
            self.metric.emit(event)
        elif isinstance(event, Preview):
            self.preview.emit(event)
        elif isinstance(event, Result):
            self.finished.emit(event.value)
        elif isinstance(event, Error):
            self.failed.emit(event)
