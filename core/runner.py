"""Which function does which job, for the worker and the command line alike."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING, Any

from .hatch.errors import InputError
from .hatch.jobs import (
    JOBS,
    BuildingJob,
    EvaluateJob,
    ExportJob,
    ExtractJob,
    FinetuneJob,
    Job,
    PartJob,
    TrainJob,
)
from .hatch.messages import Message
from .hatch.reporter import Reporter
from .hatch.results import JobResult
from .outputs.check import check_outputs
from .outputs.new_folders import no_empty_folders

try:
    import resource
except ImportError:  # on Windows, which has no such limit
    resource = None  # type: ignore[assignment]

if TYPE_CHECKING:
    from .inference.engine import TorchEngine
    from .inference.engine_cache import EngineCache

# Jobs that need a loaded model; they have the fields ``model`` and ``device``.
ENGINE_JOBS = (ExtractJob, PartJob, BuildingJob, EvaluateJob)
NETWORK_JOBS = (*ENGINE_JOBS, TrainJob, FinetuneJob, ExportJob)
# A job opens a dozen files, and those of a mosaic, of which GDAL keeps about a hundred open.
OPEN_FILES, LEAST_OPEN_FILES = 1024, 32
# Megabytes of addresses below which libraries of a job with a network end the process.
LEAST_MEMORY = 1600


class Runner:
    """Does jobs one after another and keeps the last model loaded."""

    def __init__(self) -> None:
        self._engines: EngineCache | None = None

    def run(self, job: Job, reporter: Reporter) -> JobResult | None:
        """The result of the job, None in all but the first of several training processes.

        The outputs are checked before anything else. Raises InputError for bad input or outputs, or
        if the process may open too few files or use too little memory, Cancelled if the user
        cancelled the job, TypeError if there is no task for the job.
        """
        _require_open_files()
        if isinstance(job, NETWORK_JOBS):
            _require_memory()
        check_outputs(job)
        task = task_of(type(job))
        with no_empty_folders(job):
            if isinstance(job, ENGINE_JOBS):
                return task(job, self._engine_of(job, reporter), reporter)
            return task(job, reporter)

    def _engine_of(self, job: Any, reporter: Reporter) -> TorchEngine:
        """The model that a job names on its device; loaded again only if it is another one."""
        if self._engines is None:
            from .inference.engine_cache import EngineCache

            self._engines = EngineCache()
        reporter.progress(0, 1, Message("Loading the model"))
        engine = self._engines.get(job.model, job.device)
        reporter.log(f"{engine.name} ({engine.reason})")
        return engine


def _require_open_files() -> None:
    """Raise the limit of open files if it is low; InputError if it cannot be raised enough."""
    if resource is None:
        return
    limit, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = OPEN_FILES if most == resource.RLIM_INFINITY else min(OPEN_FILES, most)
    if limit == resource.RLIM_INFINITY:
        return
    if limit < wanted:
        with suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, most))
            limit = wanted
    if limit < LEAST_OPEN_FILES:
        raise InputError(
            "Only {count} files may be open at a time; raise the limit to {least} or more (ulimit "
            "-n).",
            count=limit,
            least=LEAST_OPEN_FILES,
        )


def _require_memory() -> None:
    """InputError if the process may use so little memory that libraries would end it."""
    if resource is None:
        return
    limit, _ = resource.getrlimit(resource.RLIMIT_AS)
    if limit != resource.RLIM_INFINITY and limit < LEAST_MEMORY * 1_000_000:
        raise InputError(
            "Only {count:,} MB of memory may be used; raise the limit to {least:,} MB or more "
            "(ulimit -v).",
            count=limit // 1_000_000,
            least=LEAST_MEMORY,
        )


def task_of(job: type[Job]) -> Callable[..., JobResult | None]:
    """The function that does jobs of a class: (job, reporter) -> result.

    Those of ENGINE_JOBS are (job, engine, reporter) -> result. It is the function named like the
    job, with underscores, in the module of ``tasks`` of the same name, which is loaded now, as most
    of them load torch. Raises TypeError if the class is none of JOBS.
    """
    if job not in JOBS.values():
        raise TypeError(f"there is no task for {job.__name__}")
    name = job.name.replace("-", "_")
    module = import_module(f"{__package__}.tasks.{name}")
    task: Callable[..., JobResult | None] = getattr(module, name)
    return task
