"""One part of a scene, computed by a process of a Dask cluster."""

from __future__ import annotations

import os
import socket
import threading
import time
from pathlib import Path

from ..hatch.jobs import PartJob
from ..hatch.reporter import Reporter
from ..inference.last_engine import LastEngine
from .part import part

_LOOK_S = 1.0  # between two looks whether the run goes on

_engines = LastEngine()
_one_at_a_time = threading.Lock()  # also in a process of several threads


def compute(job: PartJob, running: str) -> str:
    """Write a part; the name of this process.

    ``running`` is a file that exists while the run goes on; Cancelled is raised when it is gone.
    """
    with _one_at_a_time:
        reporter = Reporter(cancelled=_Ended(Path(running)))
        reporter.check()
        part(job, _engines.get(job.model, job.device), reporter)
    return f"{socket.gethostname()}, process {os.getpid()}"


class _Ended:
    """Whether a file is gone; it may be on a slow disk, so that it is looked for seldom."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._next = 0.0
        self._ended = False

    def __call__(self) -> bool:
        if time.monotonic() >= self._next:
            self._ended = not self._path.exists()
            self._next = time.monotonic() + _LOOK_S
        return self._ended
