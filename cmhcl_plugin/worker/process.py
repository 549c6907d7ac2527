"""The worker's process: jobs to its stdin, events from its stdout, its stderr into a log."""

from __future__ import annotations

import itertools
from collections import deque
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Optional

from qgis.PyQt.QtCore import QObject, QProcess, QTimer, pyqtSignal

from ...core.hatch.events import Error, Event, Log, Progress, Ready, Result
from ...core.hatch.jobs import Job
from ...core.hatch.protocol import Cancel, ProtocolError, Run, Steer, decode_event, encode_request
from ..environment.python import PythonCheck, find_python, no_python
from ..paths import ROOT, logs_folder
from .child_environment import child_environment
from .core_translations import in_own_language
from .logfile import LogFile

IDLE_MS = 10 * 60_000
PATIENCE_MS = 2_000  # what a cancelled worker gets before terminate, and again before kill
STOP_MS = 1_000
TAIL_LINES = 20


class Worker(QObject):
    """One worker process, started by the first job and kept warm for the next.

    Lives in the main thread and never blocks it, ``stop`` excepted. Jobs run one at a time in the
    order they came. Every job ends with exactly one Result or Error, whatever becomes of the
    process. Signals come from the event loop, never from within ``run`` or ``cancel``.
    """

    event_received = pyqtSignal(str, object)  # job id, job.Event
    ready = pyqtSignal(object)  # job.Ready
    unavailable = pyqtSignal(str)  # no worker can be started: the sentence that says why

    def __init__(
        self, log_name: str = "worker", root: Path = ROOT, parent: Optional[QObject] = None
    ) -> None:
        """``root`` is the folder that holds ``core``; the logs' names begin with ``log_name``."""
        super().__init__(parent)
        self._root = root
        self._log_name = log_name
        self._ids = itertools.count(1)
        self._queue: deque[Run] = deque()
        self._running: Optional[Run] = None
        self._cancelling = False
        self._terminated = False
        self._check: Optional[PythonCheck] = None
        self._process: Optional[QProcess] = None
        self._is_ready = False
        self._unread = b""
        self._log: Optional[LogFile] = None
        self._tail: deque[str] = deque(maxlen=TAIL_LINES)
        self._patience = self._timer(self._insist)
        self._idle = self._timer(self.stop)
        self._next = self._timer(self._pump)

    def run(self, job: Job) -> str:
        """Take a job, start the worker if need be, and return the id its events will carry."""
        request = Run(id=str(next(self._ids)), job=job)
        self._queue.append(request)
        self._next.start(0)
        return request.id

    def cancel(self, id: str) -> None:
        """End a job with Error of kind "cancelled": asked first, then terminated, then killed."""
        waiting = [request for request in self._queue if request.id == id]
        if waiting:
            self._queue.remove(waiting[0])
            QTimer.singleShot(0, lambda: self._emit_cancelled(id))
        elif self._running and self._running.id == id and not self._cancelling:
            self._cancelling = True
            self._send(Cancel(id))
            self._patience.start(PATIENCE_MS)

    def steer(self, id: str, wish: str) -> None:
        """Tell the running job of this id one of job.WISHES; any other job hears nothing."""
        if self._running and self._running.id == id and not self._cancelling:
            self._send(Steer(id, wish))

    def start(self) -> None:
        """Warm the worker up; ``ready`` or ``unavailable`` follows unless it already runs."""
        if self._process or self._check:
            return
        python = find_python()
        if python is None:
            self._give_up(no_python())
            return
        check = PythonCheck(python, self)
        self._check = check
        check.finished.connect(lambda problem: self._on_checked(python, problem))
        check.start()

    def stop(self) -> None:
        """End the process and every job; no process is left when this returns."""
        for timer in (self._patience, self._idle, self._next):
            timer.stop()
        if self._check:
            self._check.stop()
            self._check.deleteLater()
            self._check = None
        if self._process:
            process = self._process
            process.blockSignals(True)
            process.closeWriteChannel()  # the worker drops its job, if any, and leaves
            if not process.waitForFinished(STOP_MS):
                process.kill()
                process.waitForFinished(STOP_MS)
            self._forget_process()
        ended = [self._running] if self._running else []
        ended += self._queue
        self._running = None
        self._queue.clear()
        for request in ended:
            self._emit_cancelled(request.id)

    @property
    def is_running(self) -> bool:
        """Whether there is a process."""
        return self._process is not None

    @property
    def log_path(self) -> Optional[Path]:
        """The log of the latest process, None before the first."""
        return self._log.path if self._log else None

    # The process: check its Python, launch, read, end.

    def _on_checked(self, python: Path, problem: str) -> None:
        if self._check:
            self._check.deleteLater()
            self._check = None
        if problem:
            self._give_up(problem)
        else:
            self._launch(python)

    def _launch(self, python: Path) -> None:
        try:
            self._log = LogFile(logs_folder(), self._log_name)
        except OSError as error:
            self._give_up(
                self.tr("The log folder {} cannot be written ({}).").format(logs_folder(), error)
            )
            return
        self._log.write(f"{python} -m core.worker in {self._root}")
        self._tail.clear()
        self._unread = b""
        self._process = QProcess(self)
        self._process.setProcessEnvironment(child_environment())
        self._process.setWorkingDirectory(str(self._root))
        self._process.readyReadStandardOutput.connect(self._read_events)
        self._process.readyReadStandardError.connect(self._read_log)
        self._process.finished.connect(self._on_finished)
        self._process.errorOccurred.connect(self._on_error)
        self._process.start(str(python), ["-m", "core.worker"])

    def _send(self, request: Run | Cancel | Steer) -> None:
        if self._process:
            self._process.write(encode_request(request).encode("utf-8"))

    def _read_events(self) -> None:
        if not self._process:
            return
        self._unread += bytes(self._process.readAllStandardOutput())
        *lines, self._unread = self._unread.split(b"\n")
        for line in lines:
            text = line.decode("utf-8", "replace").strip()
            try:
                id, event = decode_event(text)
            except ProtocolError as error:
                self._write_log(f"not an event: {error}")
                continue
            self._on_event(id, event)

    def _read_log(self) -> None:
        if not self._process:
            return
        text = bytes(self._process.readAllStandardError()).decode("utf-8", "replace")
        for line in text.splitlines():
            self._tail.append(line)
            self._write_log(line)

    def _on_event(self, id: str, event: Event) -> None:
        if isinstance(event, Ready):
            self._is_ready = True
            self._write_log(f"ready on {event.device} ({event.reason}); {event.versions}")
            self.ready.emit(replace(event, reason=in_own_language(event.reason)))
            self._next.start(0)
            return
        if isinstance(event, (Log, Error)):
            self._write_log(f"{event.name} of job {id}: {event.message}")
        if isinstance(event, Error) and event.details:
            self._write_log(event.details)
        if self._running is None or id != self._running.id:
            return
        if isinstance(event, Progress):
            event = replace(event, message=in_own_language(event.message))
        if isinstance(event, (Result, Error)):
            self._end_running(event)
        else:
            self.event_received.emit(id, event)

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._forget_process()
            self._give_up(self.tr("The worker cannot be started; see the log."))

    def _on_finished(self, code: int, status: QProcess.ExitStatus) -> None:
        self._read_events()
        self._read_log()
        crashed = status == QProcess.ExitStatus.CrashExit
        how = self.tr("crash, signal {}") if crashed else self.tr("exit code {}")
        how = how.format(code)
        self._write_log(f"ended: {how}")
        was_ready = self._is_ready
        self._forget_process()
        message = self.tr("The worker ended unexpectedly ({}); see the log.").format(how)
        if self._running and self._cancelling:
            self._end_running(Error("cancelled", self.tr("Cancelled.")))
        elif self._running:
            self._end_running(Error("internal", message, details="\n".join(self._tail)))
        elif not was_ready:
            self._give_up(message)
        else:
            self._next.start(0)

    def _forget_process(self) -> None:
        if self._process:
            self._process.deleteLater()
        if self._log:
            self._log.close()
        self._process = None
        self._is_ready = False
        self._idle.stop()

    # The jobs: next one in, running one out.

    def _pump(self) -> None:
        if self._running or not self._queue:
            return
        if not self._process:
            self.start()
        elif self._is_ready:
            self._idle.stop()
            self._cancelling = self._terminated = False
            self._running = self._queue.popleft()
            self._send(self._running)

    def _end_running(self, event: Event) -> None:
        if not self._running:
            return
        id = self._running.id
        self._running = None
        self._patience.stop()
        self._idle.start(IDLE_MS)
        self._next.start(0)
        self.event_received.emit(id, event)

    def _give_up(self, sentence: str) -> None:
        """No process can be had: end every job that waits for one."""
        waiting = list(self._queue)
        self._queue.clear()
        self.unavailable.emit(sentence)
        for request in waiting:
            self.event_received.emit(request.id, Error("input", sentence))

    def _insist(self) -> None:
        """The cancelled job still runs: terminate, and the next time kill."""
        if self._process and self._running and self._cancelling:
            if self._terminated:
                self._process.kill()
            else:
                self._terminated = True
                self._process.terminate()
                self._patience.start(PATIENCE_MS)

    def _emit_cancelled(self, id: str) -> None:
        self.event_received.emit(id, Error("cancelled", self.tr("Cancelled.")))

    def _write_log(self, line: str) -> None:
        if self._log:
            self._log.write(line)

    def _timer(self, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(slot)
        return timer
