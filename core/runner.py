"""Which function does which job, for the worker and the command line alike."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .hatch.jobs import (
    BuildingJob,
    CheckJob,
    CompareJob,
    EvaluateJob,
    ExtractJob,
    FinetuneJob,
    InspectJob,
    Job,
    OutlineJob,
    RegulariseJob,
    SimulateJob,
    Spacenet6Job,
    TrainJob,
)
from .hatch.library import DEFAULT_MODEL
from .hatch.manifest import MANIFEST
from .hatch.reporter import Reporter
from .hatch.results import JobResult
from .outputs.check import check_outputs

if TYPE_CHECKING:
    from .inference.engine import TorchEngine

# The task of a job is the function of this name in the module of ``tasks`` of the same name:
# (job, reporter) -> result. Modules are loaded when they are needed, as most of them load torch.
TASKS: dict[type, str] = {
    OutlineJob: "outline",
    RegulariseJob: "regularise",
    CompareJob: "compare",
    InspectJob: "inspect",
    TrainJob: "train",
    FinetuneJob: "finetune",
    CheckJob: "check",
    SimulateJob: "simulate",
    Spacenet6Job: "spacenet6",
}
# Those that need a loaded model: (job, engine, reporter) -> result.
ENGINE_TASKS: dict[type, str] = {
    ExtractJob: "extract",
    BuildingJob: "building",
    EvaluateJob: "evaluate",
}


class Runner:
    """Does jobs one after another and keeps the last model loaded."""

    def __init__(self) -> None:
        self._engine: tuple[tuple[Path, str, float], TorchEngine] | None = None

    def run(self, job: Job, reporter: Reporter) -> JobResult | None:
        """The result of the job, None in all but the first of several training processes.

        The outputs are checked before anything else. Raises InputError for bad input or outputs,
        Cancelled if the user cancelled the job, TypeError if there is no task for the job.
        """
        check_outputs(job)
        kind = type(job)
        if kind in ENGINE_TASKS:
            return task_named(ENGINE_TASKS[kind])(job, self._engine_of(job, reporter), reporter)
        if kind in TASKS:
            return task_named(TASKS[kind])(job, reporter)
        raise TypeError(f"there is no task for {job!r}")

    def _engine_of(self, job: Any, reporter: Reporter) -> TorchEngine:
        """The model that a job names on its device; loaded again only if it is another one."""
        from .inference.fastest import load_engine

        folder = Path(job.model) if job.model else DEFAULT_MODEL
        # A model that was trained again under the same name is another model.
        manifest = folder / MANIFEST
        key = (folder, job.device, manifest.stat().st_mtime if manifest.exists() else 0.0)
        if self._engine is None or self._engine[0] != key:
            self._engine = key, load_engine(folder, job.device)
        engine = self._engine[1]
        reporter.log(f"{engine.name} ({engine.reason})")
        return engine


def task_named(name: str) -> Callable[..., JobResult | None]:
    """The function that does the jobs of an entry in TASKS or ENGINE_TASKS."""
    module = import_module(f"{__package__}.tasks.{name}")
    task: Callable[..., JobResult | None] = getattr(module, name)
    return task
