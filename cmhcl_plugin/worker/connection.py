"""A process of ``core.worker``: requests to its stdin, events from its stdout, stderr to a log."""

from __future__ import annotations

from collections import deque
from pathlib import Path

from qgis.PyQt.QtCore import QObject, QProcess, pyqtSignal

from ...core.hatch.events import Error, Event, Log, Ready
from ...core.hatch.lines import LONGEST_LINE, LineSplitter
from ...core.hatch.protocol import ProtocolError, Request, decode_event, encode_request, ended_job
from ..environment.child_environment import child_environment
from ..environment.python_command import run_core
from ..logfile import LogFile
from ..paths import working_folder

STOP_MS = 1_000
TAIL_LINES = 20


class Connection(QObject):
    """Starts one process and ends with it.

    A line of stdout that is not an event goes to the log, and ``unreadable`` is emitted: it may
    have been the end of a job.
    """

    event_received = pyqtSignal(str, object)  # job id ("" for the worker itself), events.Event
    unreadable = pyqtSignal(str)  # id of the job that the line ended, "" if that is not known
    failed_to_start = pyqtSignal()
    ended = pyqtSignal(str)  # how, in QGIS's language: exit code or signal

    def __init__(self, log: LogFile) -> None:
        super().__init__()
        self._log = log
        self._lines = LineSplitter()
        self._tail: deque[str] = deque(maxlen=TAIL_LINES)
        self._process = QProcess(self)
        self._process.setProcessEnvironment(child_environment())
        self._process.readyReadStandardOutput.connect(self._read_events)
        self._process.readyReadStandardError.connect(self._read_log)
        self._process.finished.connect(self._on_finished)
        self._process.errorOccurred.connect(self._on_error)

    def start(self, python: Path, root: Path) -> None:
        """Start ``core.worker`` of the folder ``root`` on this interpreter."""
        program, *arguments = run_core(python, "core.worker", root)
        self._log.write(" ".join([program, *arguments]))
        self._process.setWorkingDirectory(str(working_folder()))
        self._process.start(program, arguments)

    def send(self, request: Request) -> None:
        self._process.write(encode_request(request).encode("utf-8"))

    def terminate(self) -> None:
        """Ask the operating system to end the process; ``ended`` follows if it does."""
        self._process.terminate()

    def kill(self) -> None:
        """End the process; ``ended`` follows."""
        self._process.kill()

    def close(self) -> None:
        """End the process without a signal; none is left when this returns."""
        self.blockSignals(True)
        self._process.blockSignals(True)
        self._process.closeWriteChannel()  # the worker cancels its job, if any, and exits
        if not self._process.waitForFinished(STOP_MS):
            self._process.kill()
            self._process.waitForFinished(STOP_MS)
        self.dispose()

    def dispose(self) -> None:
        """Free what belongs to a process that has ended."""
        self._log.close()
        self.deleteLater()

    @property
    def log_path(self) -> Path:
        """The log of the process."""
        return self._log.path

    @property
    def process_id(self) -> int:
        """Process id, 0 if there is no process."""
        return int(self._process.processId())

    @property
    def tail(self) -> str:
        """The last lines of stderr."""
        return "\n".join(self._tail)

    def _read_events(self) -> None:
        for line in self._lines.feed(bytes(self._process.readAllStandardOutput())):
            try:
                if line is None:
                    raise ProtocolError(f"a line of more than {LONGEST_LINE:,} bytes")
                id, event = decode_event(line)
            except ProtocolError as error:
                self._log.write(f"not an event: {error}")
                self.unreadable.emit("" if line is None else ended_job(line))
                continue
            self._write_event(id, event)
            self.event_received.emit(id, event)

    def _read_log(self) -> None:
        text = bytes(self._process.readAllStandardError()).decode("utf-8", "replace")
        for line in text.splitlines():
            self._tail.append(line)
            self._log.write(line)

    def _write_event(self, id: str, event: Event) -> None:
        if isinstance(event, Ready):
            self._log.write(f"ready on {event.device} ({event.reason}); {event.versions}")
        elif isinstance(event, (Log, Error)):
            self._log.write(f"{event.name} of job {id}: {event.message}")
        if isinstance(event, Error) and event.details:
            self._log.write(event.details)

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self.failed_to_start.emit()

    def _on_finished(self, code: int, status: QProcess.ExitStatus) -> None:
        self._read_events()
        self._read_log()
        crashed = status == QProcess.ExitStatus.CrashExit
        how = (self.tr("crash, signal {}") if crashed else self.tr("exit code {}")).format(code)
        self._log.write(f"ended: {how}")
        self.ended.emit(how)
