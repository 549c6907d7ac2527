"""A job in a separate process, the worker or the command line, with a fault.

The process is forked from one that has loaded the libraries, which takes seconds. It then runs the
``main`` of the worker or of the command line, as an ordinary user if this process is root's, unless
the libraries are in a folder of root alone.
"""

from __future__ import annotations

import os
import select
import shutil
import signal
import stat
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

import core.command_line.main
import core.worker
from core.hatch.events import Error, Result
from core.hatch.protocol import RunRequest, decode_event, encode_request
from core.inference.engine_selection import PYTORCH
from core.inference.engine_selection import VARIABLE as ENGINE

from .cases import TEMPORARY, Case

HANGS = 40_000  # polls of at least 10 ms; while the computer sleeps there are none
NOBODY = 65534
PROGRAMS = ("worker", "cli")
_BROKEN = 99  # exit status of a process whose fault could not be prepared


@dataclass(frozen=True)
class End:
    """How a job ended.

    Attributes
    ----------
    kind
        "result", the kind of an Error, or "" if the process said nothing.
    message
        The sentence for the user.
    status, signal
        Exit status of the process, or the signal that ended it.
    stderr
        What it printed there.
    """

    kind: str
    message: str
    status: int
    signal: int
    stderr: str


class Process:
    """A process that does one job.

    ``prepare`` is called in it before the job starts.
    """

    def __init__(
        self,
        case: Case,
        folder: Path,
        program: str,
        overwrite: bool,
        prepare: Callable[[], None] = lambda: None,
    ) -> None:
        self._program = program
        self._texts = {"out": b"", "err": b""}
        self._status: int | None = None
        request = ""
        if program == "worker":
            request = encode_request(RunRequest("1", case.job(folder, overwrite)))
        own_in, self._stdin = os.pipe()
        self._out, own_out = os.pipe()
        self._err, own_err = os.pipe()
        self.pid = os.fork()
        if self.pid == 0:
            for descriptor in (self._stdin, self._out, self._err):
                os.close(descriptor)
            for target, descriptor in enumerate((own_in, own_out, own_err)):
                os.dup2(descriptor, target)
            _run(program, case.arguments(folder, overwrite), folder, prepare)
        for descriptor in (own_in, own_out, own_err):
            os.close(descriptor)
        os.write(self._stdin, request.encode())

    def wait_until_stopped(self) -> bool:
        """Wait until the process stops itself; False if it ends without."""
        return self._follow(until_stopped=True)

    def resume(self) -> None:
        """Let a stopped process continue."""
        os.kill(self.pid, signal.SIGCONT)

    def end(self) -> End:
        """Wait for the end of the job and of the process. Raises TimeoutError."""
        try:
            self._follow(until_stopped=False)
        finally:
            for descriptor in (self._stdin, self._out, self._err):
                with suppress(OSError):
                    os.close(descriptor)
        status = self._status or 0
        signalled = os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0
        code = os.WEXITSTATUS(status) if os.WIFEXITED(status) else 0
        stderr = self._texts["err"].decode("utf-8", "replace")
        kind, message = self._worker_end() if self._program == "worker" else _cli_end(code, stderr)
        return End(kind if not signalled else "", message, code, signalled, stderr)

    def _follow(self, until_stopped: bool) -> bool:
        """Read what the process says until it stops or ends; closes the worker's stdin."""
        polls = 0
        while self._status is None:
            polls += 1
            self._read()
            if self._program == "worker" and self._stdin >= 0 and self._has_ended():
                os.close(self._stdin)
                self._stdin = -1
            pid, status = os.waitpid(self.pid, os.WNOHANG | os.WUNTRACED)
            if pid and os.WIFSTOPPED(status):
                if until_stopped:
                    return True
            elif pid:
                self._status = status
            elif polls > HANGS:
                os.kill(self.pid, signal.SIGKILL)
                os.waitpid(self.pid, 0)
                raise TimeoutError("it hung")
        self._read()
        return False

    def _read(self) -> None:
        names = {self._out: "out", self._err: "err"}
        while readable := select.select(list(names), [], [], 0.01)[0]:
            for descriptor in readable:
                data = os.read(descriptor, 1 << 20)
                self._texts[names[descriptor]] += data
                if not data:
                    del names[descriptor]
            if not names:
                time.sleep(0.01)
                return

    def _has_ended(self) -> bool:
        last = self._texts["out"].rsplit(b"\n", 2)[-2:-1]
        return any(b'"event": "result"' in line or b'"event": "error"' in line for line in last)

    def _worker_end(self) -> tuple[str, str]:
        for line in self._texts["out"].splitlines(keepends=True):
            if line.endswith(b"\n"):
                event = decode_event(line)[1]
                if isinstance(event, Result):
                    return "result", ""
                if isinstance(event, Error):
                    return event.kind, event.message
        return "", ""


def _cli_end(status: int, stderr: str) -> tuple[str, str]:
    lines = stderr.splitlines()
    kinds = {0: "result", 1: "internal", 2: "input", 130: "cancelled"}
    return kinds.get(status, ""), lines[-1] if lines and status else ""


def _run(program: str, arguments: list[str], folder: Path, prepare: Callable[[], None]) -> NoReturn:
    """Become the worker or the command line."""
    status: object = _BROKEN
    sys.stdin, sys.stdout, sys.stderr = (
        os.fdopen(number, mode, closefd=False) for number, mode in enumerate("rww")
    )
    try:
        temporary = folder / TEMPORARY
        os.environ["TMPDIR"] = os.environ["HOME"] = tempfile.tempdir = str(temporary)
        os.environ[ENGINE] = PYTORCH  # what OpenVINO keeps on disk is not a file of the job
        os.chdir(folder)
        if os.geteuid() == 0 and _is_open_to_others(Path(sys.prefix)):
            os.setgroups([])
            os.setresgid(NOBODY, NOBODY, NOBODY)
            os.setresuid(NOBODY, NOBODY, NOBODY)
        signal.signal(signal.SIGINT, signal.default_int_handler)  # which background jobs ignore
        prepare()
        if program == "worker":
            core.worker.main()
            status = 0
        else:
            sys.argv = ["cmhcl", *arguments]
            status = core.command_line.main.main()
    except SystemExit as end:
        status = end.code
    except BaseException:
        traceback.print_exc()
    finally:
        for stream in (sys.stdout, sys.stderr):
            with suppress(OSError):
                stream.flush()
        os._exit(status if isinstance(status, int) else 1)


def _is_open_to_others(folder: Path) -> bool:
    """Whether other users may enter the folder; libraries load parts of themselves later."""
    return all(path.stat().st_mode & stat.S_IXOTH for path in (folder, *folder.parents))


def chown_to_user(folder: Path) -> None:
    """Make the user that the processes run as the owner of a folder and its content."""
    if os.geteuid() == 0:
        for path in (folder, *folder.rglob("*")):
            shutil.chown(path, NOBODY, NOBODY)
