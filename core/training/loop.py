"""The loop of a training: step, report, validate, keep the best, save."""

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
    """Train from where the state is; why it ended.

    ``figures_of`` validates a network as ``validate`` does. The weights to keep are
    ``state.best``, the last ones if there are no figures. ``validated`` is called after each
    validation. Of several processes the first one validates, reports and saves.

    Returns "steps" (all are done), "early" (``patience`` steps brought no better validation) or
    "finish" (the user asked for the best so far).
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
            # The other processes know nothing of validation and would wait for ever.
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
