"""Processes one after the other, in the order that a generator asks for, QGIS never waiting."""

from __future__ import annotations

import os
import re
import signal
import sys
from collections.abc import Generator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Optional, TypeVar

from qgis.PyQt.QtCore import QObject, QProcess, QTimer, pyqtSignal

from ..worker.child_environment import child_environment
from ..worker.logfile import LogFile

STOP_MS = 2_000

T = TypeVar("T")


@dataclass(frozen=True)
class Command:
    """A program with its arguments, what the user reads meanwhile, seconds it may take (0: any),
    and the folder to run it in."""

    line: list[str]
    message: str
    limit_s: int = 0
    folder: str = ""


@dataclass(frozen=True)
class Outcome:
    """The exit code, None when it was killed; what was printed, or why it did not start."""

    code: Optional[int]
    output: str


Steps = Generator[Command, Outcome, T]


class StepRunner(QObject):
    """Runs the commands that a generator yields, and sends it how each one ended.

    ``finished`` carries None when the generator came to its end, else the exception it raised.
    """

    began = pyqtSignal(str)  # the message of a command
    finished = pyqtSignal(object)
    cancelled = pyqtSignal()

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self.variables: dict[str, str] = {}  # of the environment, for the commands to come
        self._steps: Optional[Steps[None]] = None
        self._log: Optional[LogFile] = None
        self._process: Optional[QProcess] = None
        self._output = b""
        self._written = 0  # so much of it is in the log: whole lines
        self._cancelling = False
        self._killed = False  # by us
        self._limit = QTimer(self)
        self._limit.setSingleShot(True)
        self._limit.timeout.connect(self._kill)

    def start(self, steps: Steps[None], log: Optional[LogFile] = None) -> None:
        """Begin; the log gets every command and what it prints."""
        self._steps = steps
        self._log = log
        self._cancelling = False
        self._advance(None)

    def cancel(self) -> None:
        """Kill the running command; ``cancelled`` follows."""
        if self._process:
            self._cancelling = True
            self._kill()

    def stop(self) -> None:
        """Kill the running command, silently; no process is left when this returns."""
        if self._process:
            self._process.blockSignals(True)
            self._kill()
            self._process.waitForFinished(STOP_MS)
        self._forget()

    def _advance(self, outcome: Optional[Outcome]) -> None:
        if self._steps is None:
            return
        try:
            command = self._steps.send(outcome) if outcome else next(self._steps)
        except StopIteration:
            self._forget()
            self.finished.emit(None)
        except Exception as error:  # whoever listens knows what to do with it
            self._forget()
            self.finished.emit(error)
        else:
            self._run(command)

    def _run(self, command: Command) -> None:
        self._write(" ".join(command.line))
        self._output = b""
        self._written = 0
        self._killed = False
        environment = child_environment()
        for name, value in self.variables.items():
            environment.insert(name, value)
        self._process = QProcess(self)
        self._process.setProcessEnvironment(environment)
        self._process.setWorkingDirectory(command.folder)
        self._process.setProcessChannelMode(QProcess.ProcessChannelMode.MergedChannels)
        self._process.setStandardInputFile(QProcess.nullDevice())
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.finished.connect(self._on_finished)
        self._process.errorOccurred.connect(self._on_error)
        if command.limit_s:
            self._limit.start(command.limit_s * 1000)
        self.began.emit(command.message)
        self._process.start(command.line[0], command.line[1:])

    def _read(self) -> None:
        if self._process:
            self._output += bytes(self._process.readAllStandardOutput())
            whole = self._output.rfind(b"\n") + 1
            for line in self._output[self._written : whole].splitlines():
                self._write(line.decode("utf-8", "replace"))
            self._written = max(whole, self._written)

    def _on_finished(self, code: int, status: QProcess.ExitStatus) -> None:
        self._read()
        killed = self._killed or status == QProcess.ExitStatus.CrashExit
        output = self._output.decode("utf-8", "replace")
        self._step_over(Outcome(None if killed else code, output))

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart and self._process:
            self._step_over(Outcome(-1, self._process.errorString()))

    def _step_over(self, outcome: Outcome) -> None:
        self._limit.stop()
        if self._process:
            self._process.deleteLater()
            self._process = None
        if self._cancelling:
            self._forget()
            self.cancelled.emit()
        else:
            self._advance(outcome)

    def _kill(self) -> None:
        """The running command with its children: ensurepip runs pip in one."""
        if not self._process:
            return
        self._killed = True
        id = self._process.processId()
        if sys.platform == "win32":
            QProcess.execute("taskkill", ["/T", "/F", "/PID", str(id)])
        elif sys.platform == "darwin":
            QProcess.execute("pkill", ["-KILL", "-P", str(id)])
        else:
            for child in _children(id):
                with suppress(ProcessLookupError):
                    os.kill(child, signal.SIGKILL)
        self._process.kill()

    def _forget(self) -> None:
        self._limit.stop()
        if self._steps is not None:
            self._steps.close()
            self._steps = None
        if self._process:
            self._process.deleteLater()
            self._process = None

    def _write(self, line: str) -> None:
        if self._log:  # which may be handed on: no passwords of an index or a proxy
            self._log.write(re.sub(r"://[^/@\s]+@", "://***@", line))


def _children(parent: int) -> list[int]:
    """The child processes of a process on Linux, where pkill may not be installed."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):  # it has ended meanwhile
            # PID (NAME) STATE PARENT ...; the name may hold spaces and parentheses.
            fields = path.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
            if int(fields[1]) == parent:
                found.append(int(path.parent.name))
    return found
