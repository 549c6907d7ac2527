"""Parts of a scene as tasks of a Dask cluster, whose library is loaded only when it is used."""

from __future__ import annotations

import logging
import re
import time
import uuid
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any, NoReturn

from ..hatch.errors import InputError
from ..hatch.jobs import OutlinePartJob, PartJob
from ..hatch.messages import Message
from ..hatch.names import part_footprints_of
from ..hatch.reporter import Reporter
from ..raster.part_file import PartFile
from .cluster_part import compute, outline

_RETRIES = 2  # of a part that failed; if its process ends, Dask itself gives it to another one
_CONNECT_S = 30
_LOOK_S = 0.3  # between two looks at the tasks
_APPEAR_S = 60  # within which a finished file must show on a network disk


class DaskRun:
    """The tasks of one run; ``dask_run`` makes it.

    For each part that is missing there is a task, and for each without its footprints another one,
    which waits for that part and the one before.
    """

    def __init__(self, client: Any, jobs: Sequence[PartJob], token: Path, reporter: Reporter):
        self._client, self._token, self._reporter = client, token, reporter
        self._tasks: dict[str, Any] = {}  # those that have not ended, by the file that they write
        before = ""
        for job in jobs:
            if not Path(job.out).exists():
                self._submit(job.out, compute, job)
            outlines = part_footprints_of(job.out)
            if not Path(outlines).exists():
                parts = [self._tasks[part] for part in (before, job.out) if part in self._tasks]
                self._submit(outlines, outline, OutlinePartJob(job.out, before), parts)
            before = job.out
        self._total = len(self._tasks)

    def _submit(self, out: str, function: Any, job: Any, *others: Any) -> None:
        key = f"{self._token.stem}-{Path(out).name}"
        self._tasks[out] = self._client.submit(
            function, job, str(self._token), *others, key=key, pure=False, retries=_RETRIES
        )

    def finished(self, job: PartJob) -> PartFile:
        """Wait for a part and its footprints.

        Raises InputError if the cluster cannot compute them or those of another part.
        """
        outlines = part_footprints_of(job.out)
        while outlines in self._tasks:
            self._look()
            if outlines in self._tasks:
                time.sleep(_LOOK_S)
        return PartFile(Path(job.out))

    def _look(self) -> None:
        """Take note of the tasks that have ended, and report progress."""
        for out, task in list(self._tasks.items()):
            if task.status == "finished":
                _wait_for(Path(out), self._reporter)
                self._reporter.log(f"{Path(out).name}: computed by {task.result()}")
                del self._tasks[out]
            elif task.status != "pending":
                _fail(task, Path(out))
        self._reporter.progress(self._total - len(self._tasks), self._total, Message("Extracting"))


@contextmanager
def dask_run(
    scheduler: str, jobs: Sequence[PartJob], folder: Path, reporter: Reporter
) -> Iterator[DaskRun]:
    """The tasks of all jobs on a cluster; those that have not ended with the block are stopped.

    ``scheduler`` is as in ClusterJob. No cluster is needed if nothing is missing. Raises InputError
    if ``distributed`` is missing or no scheduler answers.
    """
    files = [file for job in jobs for file in (job.out, part_footprints_of(job.out))]
    if all(Path(file).exists() for file in files):
        yield DaskRun(None, jobs, folder, reporter)
        return
    token = folder / f"{uuid.uuid4().hex}.running"
    with _client(scheduler) as client:
        if not client.scheduler_info()["workers"]:
            waits = Message("The scheduler has no workers yet; the parts wait for them.")
            reporter.log(waits, "warning")
        token.touch()
        try:
            yield DaskRun(client, jobs, token, reporter)
        finally:
            token.unlink(missing_ok=True)  # ends those that are running; the others are forgotten


@contextmanager
def _client(scheduler: str) -> Iterator[Any]:
    """A connection to a scheduler, or to one of its own with N processes for ``local:N``."""
    try:
        distributed: Any = import_module("distributed")
    except ImportError as error:
        raise InputError(
            "Clusters need the library distributed; install it with pip install distributed, or "
            "use --part and join."
        ) from error
    local = re.fullmatch(r"local:([1-9]\d{0,3})", scheduler)
    with ExitStack() as stack:
        address: Any = scheduler
        if local:
            # One thread a process; no limit of memory, at which Dask would end a process.
            address = stack.enter_context(
                distributed.LocalCluster(
                    n_workers=int(local[1]),
                    threads_per_worker=1,
                    memory_limit=None,
                    dashboard_address=None,
                    silence_logs=logging.CRITICAL,
                )
            )
        try:
            client = distributed.Client(address, timeout=_CONNECT_S)
        except (OSError, ValueError) as error:
            raise InputError(
                "The scheduler cannot be reached; start it, or correct its address, such as "
                "tcp://host:8786: {scheduler}",
                scheduler=scheduler,
            ) from error
        yield stack.enter_context(client)


def _wait_for(path: Path, reporter: Reporter) -> None:
    """Wait until a finished file shows here. Raises InputError if it does not."""
    deadline = time.monotonic() + _APPEAR_S
    while path.name not in {child.name for child in path.parent.iterdir()}:
        reporter.check()
        if time.monotonic() > deadline:
            raise InputError(
                "A part was computed but cannot be seen here; choose an output in a folder that "
                "all machines share: {folder}",
                folder=path.parent.parent,
            )
        time.sleep(_LOOK_S)


def _fail(task: Any, path: Path) -> NoReturn:
    """Raise the error of a task that has ended without a result."""
    if task.status != "error":
        raise InputError(
            "The scheduler was lost; start it and run the same command again, which computes only "
            "what is missing: {folder}",
            folder=path.parent.parent,
        )
    error = task.exception()
    if type(error).__name__ == "KilledWorker":
        raise InputError(
            "Several processes of the cluster ended while they computed the same part; look into "
            "their logs, as they may need more memory: {name}",
            name=path.name,
        ) from error
    raise error
