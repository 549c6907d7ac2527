"""The folders that a job makes around its outputs."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from ..hatch.jobs import Job
from .job_files import files_of


@contextmanager
def no_empty_folders(job: Job) -> Iterator[None]:
    """Remove the folders that are new and empty if the job fails in the block."""
    outputs = [Path(os.path.realpath(output.path)) for output in files_of(job).outputs]
    folders = {folder for out in outputs for folder in (out, *out.parents)}
    missing = sorted((f for f in folders if not os.path.lexists(f)), reverse=True)
    try:
        yield
    except BaseException:
        for folder in missing:  # the inner ones first
            with suppress(OSError):  # it is a file, not empty, or was not made
                folder.rmdir()
        raise
