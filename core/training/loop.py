"""The training loop: step, report, validate, remember the best weights, save a checkpoint."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

from ..datasets.scenes import LabelledScene
from ..hatch.reporter import Reporter
from ..networks import CMHCL
from ..timing import Timing
from .loader import batches
from .state import State

REPORT_EVERY = 5  # steps


def resume(state: State, checkpoint: Path, reporter: Reporter) -> None:
    """Load the checkpoint of an interrupted run, if there is one.

    Raises InputError if it is that of another training.
    """
    if checkpoint.exists():
        state.load(checkpoint)
        reporter.log(f"Resuming from step {state.step} of {checkpoint}")


def learn(
    state: State,
    scenes: Sequence[LabelledScene],
    figures_of: Callable[[CMHCL], dict[str, float]],
    checkpoint: Path,
    reporter: Reporter,
    timing: Timing,
    validated: Callable[[], None] = lambda: None,
) -> str:
    """Train from the current step of ``state`` on; afterwards ``state.best`` has the best weights.

    Of several processes only the first one validates, reports and saves.

    Parameters
    ----------
    state
        Network, optimiser and settings.
    scenes
        Scenes to draw batches from.
    figures_of
        Validates a network, as ``validate`` does. Without figures the last weights are the best.
    checkpoint
        File to save checkpoints to.
    reporter, timing
        Progress and metrics of the job, and its time by part.
    validated
        Called after each validation.

    Returns
    -------
    str
        Why training ended: "steps" (all are done), "early" (no better validation for
        ``patience`` steps) or "finish" (the user asked for the best so far).

    Raises
    ------
    Cancelled
        If the user cancelled the job.
    """
    settings, processes = state.settings, state.processes
    device = next(state.network.parameters()).device
    upcoming = batches(scenes, settings, state.step, processes.share(settings.batch))
    with closing(upcoming):
        while state.step < settings.steps:
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
            message = f"Step {state.step} of {settings.steps}"
            reporter.progress(state.step, settings.steps, message)
            # Other processes know nothing of the figures and would wait for ever.
            finish = reporter.finishing and processes.count == 1
            last = state.step == settings.steps or finish
            if state.step % settings.validate_every == 0 or last:
                with timing.part("validation"):
                    figures = figures_of(state.average)
                    state.keep_if_best(figures)
                    _record(state, {**losses, **figures}, reporter)
                    validated()
            elif state.step % REPORT_EVERY == 0:
                _record(state, losses, reporter)
            waited = state.step - state.best_step
            early = 0 < settings.patience <= waited and processes.count == 1
            if state.step % settings.checkpoint_every == 0 or last or early:
                with timing.part("checkpoints"):
                    state.save(checkpoint)
            if finish:
                return "finish"
            if early:
                return "early"
    return "steps"


def _record(state: State, values: dict[str, float], reporter: Reporter) -> None:
    entry = {"step": state.step, "steps": state.settings.steps, **values}
    state.history.append(entry)
    reporter.metric(**entry)
