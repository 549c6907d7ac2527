"""A separate QGIS process, driven from outside; see ``inside_qgis``."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

from core.hatch.jobs import Job
from core.hatch.protocol import RunRequest, encode_request

REPOSITORY = Path(__file__).resolve().parents[2]
PYTHON = REPOSITORY / ".venv-qgis" / "bin" / "python"
_WAIT_S = 300.0
_POLL_S = 0.05
_POLLS = 6000  # of the state of a process


class QgisEndedError(Exception):
    """QGIS ended instead of answering."""


class Window:
    """A QGIS process with the plugin, in a folder with its profile."""

    def __init__(self, folder: Path) -> None:
        plugins = folder / "plugins"
        plugins.mkdir(parents=True, exist_ok=True)
        link = plugins / "cmhcl_footprints"
        if not link.exists():
            link.symlink_to(REPOSITORY)
        environment = {
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "CMHCL_PYTHON": str(REPOSITORY / ".venv" / "bin" / "python"),
        }
        self._log = (folder / "qgis.log").open("ab")
        self.process = subprocess.Popen(
            [str(PYTHON), str(Path(__file__).with_name("inside_qgis.py")), plugins, folder],
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._log,
        )
        self.worker = 0  # id of the process that the last fault fell on
        self._read()

    def start(self, job: Job, **fault: Any) -> None:
        """Start a job; ``fault`` are the values of a step in ``inside_qgis``."""
        step = {"request": encode_request(RunRequest("1", job)), **fault}
        assert self.process.stdin
        self.process.stdin.write(json.dumps(step).encode() + b"\n")
        self.process.stdin.flush()
        if fault:
            self.worker = int(self._read()["worker"])

    def end(self) -> dict[str, Any]:
        """How the job ended. Raises QgisEndedError."""
        return self._read()

    def resume(self, out: Path) -> None:
        """Let QGIS continue after it was stopped, once its worker has written ``out`` or not."""
        polls = 0
        while _state(self.process.pid) != "T" or (not out.exists() and polls < _POLLS // 60):
            time.sleep(_POLL_S)
            polls += 1
        os.kill(self.process.pid, signal.SIGCONT)

    def close(self) -> None:
        """Quit QGIS. Raises QgisEndedError if it crashes, TimeoutExpired if it hangs."""
        assert self.process.stdin
        self.process.stdin.close()
        status = self.wait()
        if status:
            raise QgisEndedError(f"QGIS ended with {status}")

    def wait(self) -> int:
        """Wait for the end of QGIS; its exit status, or minus the signal that ended it."""
        try:
            return self.process.wait(_WAIT_S)
        finally:
            self.process.kill()
            for stream in (self.process.stdin, self.process.stdout, self._log):
                if stream:
                    with suppress(OSError):
                        stream.close()

    def _read(self) -> dict[str, Any]:
        assert self.process.stdout
        line = self.process.stdout.readline()
        if not line:
            raise QgisEndedError(f"QGIS ended with {self.process.wait(_WAIT_S)}")
        values: dict[str, Any] = json.loads(line)
        return values


def is_gone(process: int) -> bool:
    """Whether a process ends within some minutes; it is killed if not."""
    for _ in range(_POLLS):
        if _state(process) in ("", "Z"):
            return True
        time.sleep(_POLL_S)
    os.kill(process, signal.SIGKILL)
    return False


def _state(process: int) -> str:
    """The letter of a process's state in /proc, empty if there is no such process."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return ""
