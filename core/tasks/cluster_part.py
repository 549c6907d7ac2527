"""Tasks of the processes of a Dask cluster: one part of a scene, or its footprints."""

from __future__ import annotations

import os
import socket
import threading
import time
from collections.abc import Sequence
from pathlib import Path

from ..hatch.jobs import OutlinePartJob, PartJob
from ..hatch.reporter import Reporter
from ..inference.engine_cache import EngineCache
from .outline_part import outline_part
from .part import part

_LOOK_S = 1.0  # seconds between checks whether the run continues

_engines = EngineCache()
_one_network = threading.Lock()  # also in a process of several threads


def compute(job: PartJob, running: str) -> str:
    """Write a part; the name of this process.

    ``running`` is a file that exists while the run continues; Cancelled is raised when it is gone.
    """
    with _one_network:
        reporter = Reporter(cancelled=_Ended(Path(running)))
        reporter.check()
        part(job, _engines.get(job.model, job.device), reporter)
    return _this_process()


def outline(job: OutlinePartJob, running: str, _parts: Sequence[str]) -> str:
    """Write the footprints of a part; the name of this process.

    ``running`` is as in ``compute``. Dask waits for ``_parts``, the results of it.
    """
    reporter = Reporter(cancelled=_Ended(Path(running)))
    reporter.check()
    outline_part(job, reporter)
    return _this_process()


def _this_process() -> str:
    return f"{socket.gethostname()}, process {os.getpid()}"


class _Ended:
    """Whether a file is missing; checked rarely, as the disk may be slow."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._next = 0.0
        self._ended = False

    def __call__(self) -> bool:
        if time.monotonic() >= self._next:
            self._ended = not self._path.exists()
            self._next = time.monotonic() + _LOOK_S
        return self._ended
