"""The worker process: queues jobs, runs one at a time, and restarts after a crash."""

from __future__ import annotations

import itertools
from collections import deque
from pathlib import Path
from typing import Optional

from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ...core.hatch.events import Error, Event, Ready, Result, Status
from ...core.hatch.jobs import Job
from ...core.hatch.protocol import ControlRequest, RunRequest, StatusRequest
from ..core_translations import in_qgis_language
from ..paths import ROOT
from .cancellation import Cancellation
from .connection import Connection
from .errors import cancelled, unreadable
from .handle import JobHandle
from .launch import WorkerLaunch
from .watchdog import Watchdog

IDLE_MS = 10 * 60_000


class WorkerProcess(QObject):
    """One worker process, started by the first job and kept running for the next.

    ``submit(job)`` returns a JobHandle, whose signals are about this job alone. Jobs run one at a
    time, in order of submission. Every job ends with exactly one ``finished`` or ``failed`` of its
    handle, even if the process crashes. No method blocks, except ``stop``. Signals come from
    the event loop, never from within ``submit`` or a method of a handle; ``stop`` alone ends its
    jobs before it returns.
    """

    ready = pyqtSignal(object)  # events.Ready
    stalled = pyqtSignal(str)  # the worker is silent: a sentence; ``abort`` ends it
    recovered = pyqtSignal()  # a stalled worker answers again, or has ended
    unavailable = pyqtSignal(str)  # no worker can be started: the sentence that says why

    def __init__(self, log_name: str = "worker", root: Path = ROOT) -> None:
        """``root`` is the folder that holds ``core``; the logs' names begin with ``log_name``."""
        super().__init__()
        self._root = root
        self._log_name = log_name
        self._log_path: Optional[Path] = None
        self._ids = itertools.count(1)
        self._waiting: deque[JobHandle] = deque()
        self._withdrawn: deque[JobHandle] = deque()  # cancelled before their turn
        self._running: Optional[JobHandle] = None
        self._cancellation = Cancellation(self)
        self._launch: Optional[WorkerLaunch] = None
        self._connection: Optional[Connection] = None
        self._readiness: Optional[Ready] = None
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.timeout.connect(self.stop)
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.timeout.connect(self._start_next)
        self._aborted = False
        self._watchdog = Watchdog(self)
        self._watchdog.ticked.connect(self._ask)
        self._watchdog.stalled.connect(self.stalled)
        self._watchdog.recovered.connect(self.recovered)
        self._watchdog.expired.connect(self.abort)

    def submit(self, job: Job) -> JobHandle:
        """Queue a job and start the worker if necessary."""
        handle = JobHandle(str(next(self._ids)), job, self)
        self._waiting.append(handle)
        self._idle.stop()
        self._next.start(0)
        return handle

    def cancel_job(self, handle: JobHandle) -> None:
        """End a job with kind "cancelled": the worker is asked, then terminated, then killed."""
        if handle in self._waiting:
            self._waiting.remove(handle)
            self._withdrawn.append(handle)
            self._next.start(0)
        elif handle is self._running and self._connection and not self._cancellation.is_active:
            self._cancellation.begin(self._connection, handle.id)

    def control_job(self, handle: JobHandle, action: str) -> None:
        """Send the running job one of protocol.ACTIONS; no effect on any other job."""
        if handle is self._running and self._connection and not self._cancellation.is_active:
            self._connection.send(ControlRequest(handle.id, action))

    def start(self) -> None:
        """Start the worker without a job; ``ready`` or ``unavailable`` follows unless it runs."""
        if self._connection or self._launch:
            return
        self._launch = WorkerLaunch(self._root, self._log_name, self)
        self._launch.connecting.connect(self._on_connecting)
        self._launch.failed.connect(self._on_launch_failed)
        self._launch.start()

    def abort(self) -> None:
        """Kill a process that does not answer; the running job fails, waiting ones go on."""
        if self._connection:
            self._aborted = True
            self._connection.kill()

    def stop(self) -> None:
        """End the process and every job; no process is left when this returns."""
        self._cancellation.end()
        for timer in (self._idle, self._next):
            timer.stop()
        if self._launch:
            self._launch.stop()
            self._forget_launch()
        if self._connection:
            self._connection.close()
            self._forget_connection()
        ended = [self._running] if self._running else []
        ended += [*self._withdrawn, *self._waiting]
        self._running = None
        self._withdrawn.clear()
        self._waiting.clear()
        for handle in ended:
            handle.deliver(cancelled())

    @property
    def is_running(self) -> bool:
        """Whether there is a process."""
        return self._connection is not None

    @property
    def is_busy(self) -> bool:
        """Whether a job is running or waiting."""
        return self._running is not None or bool(self._waiting)

    @property
    def readiness(self) -> Optional[Ready]:
        """The event of ``ready`` if the process is up, else None."""
        return self._readiness

    @property
    def process_id(self) -> int:
        """Id of the process, 0 if there is none."""
        return self._connection.process_id if self._connection else 0

    @property
    def log_path(self) -> Optional[Path]:
        """The log of the latest process, None before the first."""
        return self._log_path

    # The process: launch it, handle its end.

    def _on_connecting(self, connection: Connection) -> None:
        self._forget_launch()
        connection.setParent(self)
        connection.event_received.connect(self._on_event)
        connection.unreadable.connect(self._on_unreadable)
        connection.failed_to_start.connect(self._on_failed_to_start)
        connection.ended.connect(self._on_ended)
        self._log_path = connection.log_path
        self._connection = connection
        self._aborted = False
        self._watchdog.start()
        self._tell_waiting()

    def _on_launch_failed(self, sentence: str) -> None:
        self._forget_launch()
        self._fail_waiting(sentence)

    def _forget_launch(self) -> None:
        if self._launch:
            self._launch.deleteLater()
            self._launch = None

    def _on_failed_to_start(self) -> None:
        self._dispose_connection()
        self._fail_waiting(self.tr("The worker cannot be started; see the log."))

    def _on_ended(self, how: str) -> None:
        was_ready = self._readiness is not None
        tail = self._connection.tail if self._connection else ""
        self._dispose_connection()
        if self._aborted:
            message = self.tr("The worker did not answer and was ended; start again.")
        else:
            message = self.tr("The worker ended unexpectedly ({}); see the log.").format(how)
        if self._running and self._cancellation.is_active:
            self._deliver(cancelled())
        elif self._running:
            self._deliver(Error("ended", message, details=tail))
        elif not was_ready:
            self._fail_waiting(message)
        else:
            self._next.start(0)

    def _dispose_connection(self) -> None:
        if self._connection:
            self._connection.dispose()
        self._forget_connection()

    def _forget_connection(self) -> None:
        self._connection = None
        self._readiness = None
        self._idle.stop()
        self._watchdog.stop()

    # The jobs: start the next one, deliver events of the running one.

    def _start_next(self) -> None:
        while self._withdrawn:
            self._withdrawn.popleft().deliver(cancelled())
        if not self._running and self._waiting:
            if not self._connection:
                self.start()
            elif self._readiness:
                self._send_next(self._connection)
        self._tell_waiting()

    def _send_next(self, connection: Connection) -> None:
        self._idle.stop()
        self._running = self._waiting.popleft()
        connection.send(RunRequest(self._running.id, self._running.job))
        self._watchdog.start()

    def _tell_waiting(self) -> None:
        """Tell the jobs that have not started what they wait for."""
        if self._running:
            stage = self.tr("Waiting for the job before it…")
        elif self._launch:
            stage = self.tr("Checking the Python environment…")
        else:
            stage = self.tr("Loading PyTorch…")
        for handle in list(self._waiting):
            handle.waits.emit(stage)

    def _on_event(self, id: str, event: Event) -> None:
        self._watchdog.heard()
        if isinstance(event, Ready):
            if not self._running:
                self._watchdog.stop()
            self._readiness = in_qgis_language(event)
            self.ready.emit(self._readiness)
            self._idle.start(IDLE_MS)
            self._next.start(0)
        elif not self._running or self._running.id != id:
            if isinstance(event, (Result, Error)):
                self._ask()  # perhaps it was meant for the running job
        elif isinstance(event, Status):
            if not event.has_job:  # its end was lost
                self._deliver(unreadable())
        elif isinstance(event, Result) and not isinstance(event.value, self._running.job.result):
            self._deliver(unreadable())
        else:
            self._deliver(event)

    def _on_unreadable(self, id: str) -> None:
        """A line is not an event: ask whether the running job still exists, unless it has ended."""
        self._watchdog.heard()
        if self._running and self._running.id == id:
            self._deliver(unreadable())
        else:
            self._ask()

    def _ask(self) -> None:
        """Ask the worker about the running job; its answer is a sign of life as well."""
        if self._running and self._connection:
            self._connection.send(StatusRequest(self._running.id))

    def _deliver(self, event: Event) -> None:
        """Pass an event to the running job, which an Error or Result ends."""
        handle = self._running
        if handle is None:
            return
        if isinstance(event, (Result, Error)):
            self._release_running()
        handle.deliver(event)

    def _release_running(self) -> None:
        """End the running job and schedule the next one."""
        self._running = None
        self._cancellation.end()
        self._watchdog.stop()
        if self._connection:
            self._idle.start(IDLE_MS)
        self._next.start(0)

    def _fail_waiting(self, sentence: str) -> None:
        """No process can be started: fail every waiting job."""
        waiting = list(self._waiting)
        self._waiting.clear()
        self.unavailable.emit(sentence)
        for handle in waiting:
            handle.deliver(Error("input", sentence))
