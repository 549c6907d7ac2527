"""Which function does which job, for the worker and the command line alike."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from .hatch.jobs import (
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
from .inference.engine import TorchEngine
from .outputs.check import check_outputs
from .tasks.check import check
from .tasks.compare import compare
from .tasks.evaluate import evaluate
from .tasks.extract import extract
from .tasks.finetune import finetune
from .tasks.inspect import inspect
from .tasks.outline import outline
from .tasks.regularise import regularise
from .tasks.simulate import simulate
from .tasks.spacenet6 import spacenet6
from .tasks.train import train

# By the class of the job: (job, reporter) -> result.
TASKS: dict[type, Callable[[Any, Reporter], JobResult | None]] = {
    OutlineJob: outline,
    RegulariseJob: regularise,
    CompareJob: compare,
    InspectJob: inspect,
    TrainJob: train,
    FinetuneJob: finetune,
    CheckJob: check,
    SimulateJob: simulate,
    Spacenet6Job: spacenet6,
}
# Those that need a loaded model: (job, engine, reporter) -> result.
ENGINE_TASKS: dict[type, Callable[[Any, TorchEngine, Reporter], JobResult]] = {
    ExtractJob: extract,
    EvaluateJob: evaluate,
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
            return ENGINE_TASKS[kind](job, self._engine_of(job, reporter), reporter)
        if kind in TASKS:
            return TASKS[kind](job, reporter)
        raise TypeError(f"there is no task for {job!r}")

    def _engine_of(self, job: Any, reporter: Reporter) -> TorchEngine:
        """The model that a job names on its device; loaded again only if it is another one."""
        folder = Path(job.model) if job.model else DEFAULT_MODEL
        # A model that was trained again under the same name is another model.
        manifest = folder / MANIFEST
        key = (folder, job.device, manifest.stat().st_mtime if manifest.exists() else 0.0)
        if self._engine is None or self._engine[0] != key:
            self._engine = key, TorchEngine(folder, job.device)
        engine = self._engine[1]
        reporter.log(f"{engine.name} ({engine.reason})")
        return engine
