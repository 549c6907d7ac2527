"""The loop of a training: step, report, validate, keep the best, save."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing

from ..datasets.scenes import LabelledScene
from ..hatch.jobs import TrainJob
from ..hatch.reporter import Reporter
from ..networks import CMHCL
from ..timing import Timing
from .distributed import SINGLE_PROCESS, ProcessGroup
from .loader import batches
from .state import State, checkpoint_of

REPORT_EVERY = 5  # steps


def learn(
    state: State,
    scenes: Sequence[LabelledScene],
    figures_of: Callable[[CMHCL], dict[str, float]],
    job: TrainJob,
    reporter: Reporter,
    timing: Timing,
    processes: ProcessGroup = SINGLE_PROCESS,
    validated: Callable[[], None] = lambda: None,
) -> str:
    """Train from where the state is; returns why it ended.

    "steps": all are done; "early": ``job.patience`` steps brought nothing better; "wish": the user
    asked for what there is. ``figures_of`` validates a network as ``validate`` does; the weights to
    keep are ``state.best``, the last ones where it has no figures. ``validated`` is called after
    each validation. Of several processes the first one validates, reports and saves.
    """
    device = next(state.network.parameters()).device
    upcoming = batches(scenes, job, state.step, processes.share(job.batch))
    with closing(upcoming):
        while state.step < job.steps:
            with timing.part("batches"):
                sar, optical, targets = next(upcoming)
            with timing.part("network"):
                losses = state.update(
                    sar.to(device),
                    None if optical is None else optical.to(device),
                    targets.to(device),
                )
            if not processes.first:
                continue
            reporter.progress(state.step, job.steps, f"Step {state.step} of {job.steps}")
            # The other processes know nothing of a wish or of validation and would wait for ever.
            wish = reporter.finishing and processes.count == 1
            last = state.step == job.steps or wish
            if state.step % job.validate_every == 0 or last:
                with timing.part("validation"):
                    figures = figures_of(state.average)
                    state.keep_if_best(figures)
                    _record(state, job, {**losses, **figures}, reporter)
                    validated()
            elif state.step % REPORT_EVERY == 0:
                _record(state, job, losses, reporter)
            early = 0 < job.patience <= state.step - state.best_step and processes.count == 1
            if state.step % job.checkpoint_every == 0 or last or early:
                with timing.part("checkpoints"):
                    state.save(checkpoint_of(job.out))
            if wish:
                return "wish"
            if early:
                return "early"
    return "steps"


def _record(state: State, job: TrainJob, values: dict[str, float], reporter: Reporter) -> None:
    entry = {"step": state.step, "steps": job.steps, **values}
    state.history.append(entry)
    reporter.metric(**entry)
