"""Fine-tunings on disk: what is needed to go on after QGIS or the worker was cut off.

A run is a folder with the job as the worker gets it (job.json), the labels it learns from, the
blocks of ground, and a lock: whoever holds it is at work, so that two QGIS windows never take the
same run. The checkpoint lies beside the model that the run will become.
"""

from __future__ import annotations

import shutil
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Optional

from qgis.PyQt.QtCore import QCoreApplication, QLockFile

from ...core.hatch.errors import InputError
from ...core.hatch.jobs import FinetuneJob
from ...core.hatch.library import CHECKPOINT
from ...core.hatch.protocol import ProtocolError, Run, decode_request, encode_request

JOB, BLOCKS, LOCK = "job.json", "blocks.geojson", "lock"


class TrainingRun:
    """A run that this process holds until ``release`` or ``remove``.

    ``job`` is None until ``begin``: only then can the run be resumed.
    """

    def __init__(self, folder: Path, lock: QLockFile, job: Optional[FinetuneJob] = None) -> None:
        self.folder = folder
        self.job = job
        self._lock = lock

    @property
    def blocks(self) -> Path:
        """The GeoJSON file of its blocks."""
        return self.folder / BLOCKS

    def begin(self, job: FinetuneJob) -> None:
        """Write the job down. Raises OSError."""
        partial = self.folder / f"{JOB}.partial"
        partial.write_text(encode_request(Run(self.folder.name, job)), encoding="utf-8")
        partial.replace(self.folder / JOB)
        self.job = job

    def release(self) -> None:
        """Leave it to be resumed."""
        self._lock.unlock()

    def remove(self) -> None:
        """Delete it with its checkpoint; the model, if there is one by now, stays."""
        with suppress(OSError):
            (self.folder / JOB).unlink()  # first, so that nobody resumes what is half gone
        if self.job:
            checkpoint = Path(self.job.out + CHECKPOINT)
            for path in (checkpoint, checkpoint.with_name(checkpoint.name + ".partial")):
                with suppress(OSError):
                    path.unlink()
        self._lock.unlock()
        shutil.rmtree(self.folder, ignore_errors=True)


def create(runs: Path) -> TrainingRun:
    """A fresh run in the folder of runs. Raises InputError when it cannot be written."""
    folder = runs / f"{datetime.now():%Y%m%d-%H%M%S-%f}"
    try:
        folder.mkdir(parents=True)
    except OSError as error:
        raise _not_writable(folder, str(error.strerror)) from error
    lock = _lock(folder)
    if not lock.tryLock(0):
        raise _not_writable(folder, QCoreApplication.translate("Runs", "no lock"))
    return TrainingRun(folder, lock)


def cut_off(runs: Path) -> list[TrainingRun]:
    """Every run that was begun and that nobody works on, oldest first; now this process holds it.

    What was cut off before it began is removed.
    """
    found = []
    for folder in sorted(path for path in runs.glob("*") if path.is_dir()):
        lock = _lock(folder)
        if not lock.tryLock(0):
            continue
        run = TrainingRun(folder, lock, _job_of(folder))
        if run.job:
            found.append(run)
        elif (folder / JOB).exists():
            run.release()  # a job of another version of the plugin
        else:
            run.remove()
    return found


def outs(runs: Path) -> set[str]:
    """The model folders that runs, of any QGIS window, are to become."""
    jobs = [_job_of(path.parent) for path in runs.glob(f"*/{JOB}")]
    return {job.out for job in jobs if job}


def _job_of(folder: Path) -> Optional[FinetuneJob]:
    with suppress(OSError, ValueError, ProtocolError):
        request = decode_request((folder / JOB).read_text(encoding="utf-8"))
        if isinstance(request, Run) and isinstance(request.job, FinetuneJob):
            return request.job
    return None


def _lock(folder: Path) -> QLockFile:
    lock = QLockFile(str(folder / LOCK))
    lock.setStaleLockTime(0)  # stale only when its process is gone, however long it takes
    return lock


def _not_writable(folder: Path, reason: str) -> InputError:
    text = QCoreApplication.translate(
        "Runs", "The folder {} cannot be written ({}); make room or give yourself the right to."
    )
    return InputError(text.format(folder.parent, reason))
