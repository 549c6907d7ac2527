"""Runs commands one after the other, as a generator yields them, without blocking QGIS."""

from __future__ import annotations

import os
import re
import signal
import sys
from collections.abc import Generator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Optional, TypeVar

from qgis.PyQt.QtCore import QObject, QProcess, QTimer, pyqtSignal

from ..logfile import LogFile
from ..paths import working_folder
from .child_environment import child_environment
from .programs import find_program

STOP_MS = 2_000

T = TypeVar("T")


@dataclass(frozen=True)
class Command:
    """A program to run.

    Attributes
    ----------
    line
        The program and its arguments.
    message
        Shown to the user while it runs.
    timeout_s
        Seconds after which it is killed; 0 for no limit.
    variables
        Environment variables to set.
    """

    line: list[str]
    message: str
    timeout_s: int = 0
    variables: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class CommandResult:
    """How a command ended.

    ``code`` is the exit code, None if there is none: the command could not be started, crashed or
    was killed. ``output`` is what it printed, and then a line in brackets that says so.
    """

    code: Optional[int]
    output: str


Commands = Generator[Command, CommandResult, T]


class CommandRunner(QObject):
    """Runs the commands that a generator yields, and sends it the result of each."""

    began = pyqtSignal(str)  # message of the command that was started
    finished = pyqtSignal(object)  # the exception that the generator raised, or None
    cancelled = pyqtSignal()

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._commands: Optional[Commands[None]] = None
        self._log: Optional[LogFile] = None
        self._process: Optional[QProcess] = None
        self._output = b""
        self._logged = 0  # bytes of it that are in the log: complete lines
        self._cancelling = False
        self._killed = False  # by us
        self._timeout = QTimer(self)
        self._timeout.setSingleShot(True)
        self._timeout.timeout.connect(self._kill)

    def start(self, commands: Commands[None], log: Optional[LogFile] = None) -> None:
        """Run the commands; the log gets each of them and its output."""
        self._commands = commands
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

    def _advance(self, result: Optional[CommandResult]) -> None:
        if self._commands is None:
            return
        try:
            command = self._commands.send(result) if result else next(self._commands)
        except StopIteration:
            self._forget()
            self.finished.emit(None)
        except Exception as error:  # handled by the receiver of ``finished``
            self._forget()
            self.finished.emit(error)
        else:
            self._run(command)

    def _run(self, command: Command) -> None:
        self._write(" ".join(command.line))
        self._output = b""
        self._logged = 0
        self._killed = False
        environment = child_environment()
        for name, value in command.variables.items():
            environment.insert(name, value)
        self._process = QProcess(self)
        self._process.setProcessEnvironment(environment)
        self._process.setWorkingDirectory(str(working_folder()))
        self._process.setProcessChannelMode(QProcess.ProcessChannelMode.MergedChannels)
        self._process.setStandardInputFile(QProcess.nullDevice())
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.finished.connect(self._on_finished)
        self._process.errorOccurred.connect(self._on_error)
        if command.timeout_s:
            self._timeout.start(command.timeout_s * 1000)
        self.began.emit(command.message)
        self._process.start(command.line[0], command.line[1:])

    def _read(self) -> None:
        if self._process:
            self._output += bytes(self._process.readAllStandardOutput())
            whole = self._output.rfind(b"\n") + 1
            for line in self._output[self._logged : whole].splitlines():
                self._write(line.decode("utf-8", "replace"))
            self._logged = max(whole, self._logged)

    def _on_finished(self, code: int, status: QProcess.ExitStatus) -> None:
        self._read()
        if self._killed:
            self._end_abnormally("[stopped]")
        elif status == QProcess.ExitStatus.CrashExit:
            self._end_abnormally(f"[crashed: {crash_code(code)}]")
        else:
            self._end_command(CommandResult(code, self._output.decode("utf-8", "replace")))

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart and self._process:
            program, reason = self._process.program(), self._process.errorString()
            self._end_abnormally(f"[not started: {program}] {reason}")

    def _end_abnormally(self, ending: str) -> None:
        self._write(ending)
        output = self._output.decode("utf-8", "replace")
        self._end_command(CommandResult(None, f"{output}\n{ending}"))

    def _end_command(self, result: CommandResult) -> None:
        self._timeout.stop()
        if self._process:
            self._process.deleteLater()
            self._process = None
        if self._cancelling:
            self._forget()
            self.cancelled.emit()
        else:
            self._advance(result)

    def _kill(self) -> None:
        """Kill the running command and its children: ensurepip runs pip in one."""
        if not self._process:
            return
        self._killed = True
        id = self._process.processId()
        if sys.platform == "win32":
            _execute("taskkill", "/T", "/F", "/PID", str(id))
        elif sys.platform == "darwin":
            _execute("pkill", "-KILL", "-P", str(id))
        else:
            for child in _children(id):
                with suppress(ProcessLookupError):
                    os.kill(child, signal.SIGKILL)
        self._process.kill()

    def _forget(self) -> None:
        self._timeout.stop()
        if self._commands is not None:
            self._commands.close()
            self._commands = None
        if self._process:
            self._process.deleteLater()
            self._process = None

    def _write(self, line: str) -> None:
        if self._log:  # users pass it on: no passwords of an index or a proxy
            self._log.write(re.sub(r"://[^/@\s]+@", "://***@", line))


def crash_code(code: int, platform: str = sys.platform) -> str:
    """The exit code of a crash as Qt gives it, as it is looked up: a signal, or hexadecimal."""
    return f"0x{code & 0xFFFFFFFF:08X}" if platform == "win32" else f"signal {code}"


def _execute(name: str, *arguments: str) -> None:
    program = find_program(name)
    if program:
        QProcess.execute(str(program), list(arguments))


def _children(parent: int) -> list[int]:
    """The child processes of a process on Linux, where pkill may not be installed."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):  # it has just ended
            # PID (NAME) STATE PARENT ...; the name may hold spaces and parentheses.
            fields = path.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
            if int(fields[1]) == parent:
                found.append(int(path.parent.name))
    return found
