"""Runs of long jobs on disk, so that they can be resumed after QGIS or the worker was killed.

A run is a folder with the request as the worker gets it (job.json), and a lock; that of a
fine-tuning also has the labels, and the training and validation blocks. Only the process that holds
the lock works on the run, so that two QGIS windows never resume the same one. What the worker has
done is next to the output to be written: the checkpoint of a fine-tuning, or the finished strips of
an extraction.
"""

from __future__ import annotations

import shutil
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Optional, Union

from qgis.PyQt.QtCore import QCoreApplication, QLockFile

from ...core.hatch.errors import InputError
from ...core.hatch.files import atomic_output, unfinished_path
from ...core.hatch.jobs import ExtractJob, FinetuneJob
from ...core.hatch.library import BLOCKS, CHECKPOINT
from ...core.hatch.protocol import ProtocolError, RunRequest, decode_request, encode_request
from ...core.hatch.remains import remove_remains
from ...core.hatch.resume_folders import remove_strips

JOB, LOCK = "job.json", "lock"

LongJob = Union[ExtractJob, FinetuneJob]


class Run:
    """A run whose lock this process holds until ``release`` or ``delete``.

    ``job`` is None until ``write_job``; only then can the run be resumed.
    """

    def __init__(self, folder: Path, lock: QLockFile, job: Optional[LongJob] = None) -> None:
        self.folder = folder
        self.job = job
        self._lock = lock

    @property
    def title(self) -> str:
        """Name of the new model or of the SAR layer, empty before ``write_job``."""
        if isinstance(self.job, ExtractJob):
            return Path(self.job.scene.sar[0]).stem
        return self.job.title if self.job else ""

    @property
    def blocks(self) -> Path:
        """The GeoJSON file of the blocks of a fine-tuning."""
        return self.folder / BLOCKS

    def write_job(self, job: LongJob) -> None:
        """Write the job to disk. Raises InputError or OSError."""
        with atomic_output(self.folder / JOB) as path:
            path.write_text(encode_request(RunRequest(self.folder.name, job)), encoding="utf-8")
        self.job = job

    def release(self) -> None:
        """Unlock the run, so that it can be resumed."""
        self._lock.unlock()

    def delete(self) -> None:
        """Delete the run and what the worker has done, but not the finished output."""
        with suppress(OSError):
            (self.folder / JOB).unlink()  # first, so that an incomplete run is never resumed
        if isinstance(self.job, FinetuneJob):
            _remove_checkpoint(self.job)
        elif self.job:
            _remove_strips(self.job)
        self._lock.unlock()
        shutil.rmtree(self.folder, ignore_errors=True)


def create_run(folder: Path) -> Run:
    """Create a run in the folder of runs. Raises InputError if it cannot be written."""
    run = folder / f"{datetime.now():%Y%m%d-%H%M%S-%f}"
    try:
        run.mkdir(parents=True)
    except OSError as error:
        raise _not_writable(folder, str(error.strerror)) from error
    lock = _lock(run)
    if not lock.tryLock(0):
        raise _not_writable(folder, QCoreApplication.translate("Run", "it cannot be locked"))
    return Run(run, lock)


def interrupted_runs(folder: Path) -> list[Run]:
    """Lock and return all runs that no process works on, the oldest first.

    Runs without a job are deleted; those of a newer version of the plugin are ignored.
    """
    found = []
    for run_folder in sorted(path for path in folder.glob("*") if path.is_dir()):
        lock = _lock(run_folder)
        if not lock.tryLock(0):
            continue
        run = Run(run_folder, lock, _read_job(run_folder))
        if run.job:
            found.append(run)
        elif (run_folder / JOB).exists():
            run.release()
        else:
            run.delete()
    return found


def saved_runs(folder: Path) -> list[tuple[LongJob, bool]]:
    """The jobs of all runs, the oldest first, and whether a QGIS, also this one, has each."""
    found = []
    for run_folder in sorted(path for path in folder.glob("*") if path.is_dir()):
        job = _read_job(run_folder)
        if job:
            lock = _lock(run_folder)
            is_free = lock.tryLock(0)
            lock.unlock()
            found.append((job, not is_free))
    return found


def model_folders(folder: Path) -> set[str]:
    """The model folders that all runs, also those of other QGIS windows, are going to write."""
    jobs = [_read_job(path.parent) for path in folder.glob(f"*/{JOB}")]
    return {job.out for job in jobs if isinstance(job, FinetuneJob)}


def _remove_checkpoint(job: FinetuneJob) -> None:
    checkpoint = Path(job.out + CHECKPOINT)
    with suppress(OSError):
        checkpoint.unlink()
    shutil.rmtree(unfinished_path(checkpoint), ignore_errors=True)


def _remove_strips(job: ExtractJob) -> None:
    out = Path(job.out)
    remove_remains(out.parent)
    if not unfinished_path(out).exists():  # else another process is writing the same output
        remove_strips(out)


def _read_job(folder: Path) -> Optional[LongJob]:
    with suppress(OSError, ValueError, ProtocolError, InputError):
        request = decode_request((folder / JOB).read_text(encoding="utf-8"))
        if isinstance(request, RunRequest) and isinstance(request.job, (ExtractJob, FinetuneJob)):
            return request.job
    return None


def _lock(folder: Path) -> QLockFile:
    lock = QLockFile(str(folder / LOCK))
    lock.setStaleLockTime(0)  # stale only once its process has ended, however long it runs
    return lock


def _not_writable(folder: Path, reason: str) -> InputError:
    text = QCoreApplication.translate(
        "Run",
        "The folder cannot be written ({}); free up space or get permission to write to it: {}",
    )
    return InputError(text.format(reason, folder))
