"""Which function does which job, for the worker and the command line alike."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Any

from .hatch.jobs import (
    BuildingJob,
    CheckJob,
    ClusterJob,
    CompareJob,
    EvaluateJob,
    ExportJob,
    ExtractJob,
    FinetuneJob,
    InspectJob,
    Job,
    JoinJob,
    LabelNextJob,
    OutlineJob,
    OutlinePartJob,
    PartJob,
    RegulariseJob,
    SimulateJob,
    Spacenet6Job,
    TrainJob,
)
from .hatch.reporter import Reporter
from .hatch.results import JobResult
from .outputs.check import check_outputs

if TYPE_CHECKING:
    from .inference.engine import TorchEngine
    from .inference.last_engine import LastEngine

# The task of a job is the function of this name in the module of ``tasks`` of the same name:
# (job, reporter) -> result. Modules are loaded when they are needed, as most of them load torch.
TASKS: dict[type, str] = {
    OutlineJob: "outline",
    OutlinePartJob: "outline_part",
    JoinJob: "join",
    ClusterJob: "cluster",
    RegulariseJob: "regularise",
    CompareJob: "compare",
    LabelNextJob: "label_next",
    InspectJob: "inspect",
    TrainJob: "train",
    FinetuneJob: "finetune",
    CheckJob: "check",
    SimulateJob: "simulate",
    Spacenet6Job: "spacenet6",
    ExportJob: "export",
}
# Those that need a loaded model: (job, engine, reporter) -> result.
ENGINE_TASKS: dict[type, str] = {
    ExtractJob: "extract",
    PartJob: "part",
    BuildingJob: "building",
    EvaluateJob: "evaluate",
}


class Runner:
    """Does jobs one after another and keeps the last model loaded."""

    def __init__(self) -> None:
        self._engines: LastEngine | None = None

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
        if self._engines is None:
            from .inference.last_engine import LastEngine

            self._engines = LastEngine()
        engine = self._engines.get(job.model, job.device)
        reporter.log(f"{engine.name} ({engine.reason})")
        return engine


def task_named(name: str) -> Callable[..., JobResult | None]:
    """The function that does the jobs of an entry in TASKS or ENGINE_TASKS."""
    module = import_module(f"{__package__}.tasks.{name}")
    task: Callable[..., JobResult | None] = getattr(module, name)
    return task
