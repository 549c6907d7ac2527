"""The training loop: step, report, validate, remember the best weights, save a checkpoint."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from ..datasets.scenes import LabelledScene
from ..hatch.errors import DivergedError
from ..hatch.messages import Message
from ..hatch.reporter import Reporter
from ..networks import CMHCL
from ..timing import Timing
from .loader import Batch, batches
from .state import State

REPORT_EVERY = 5  # steps


def resume(state: State, checkpoint: Path, reporter: Reporter) -> None:
    """Load the checkpoint of an interrupted run, if there is one.

    Raises InputError if it is that of another training.
    """
    if checkpoint.exists():
        state.load(checkpoint)
        reporter.log(f"Resuming from step {state.step} of {checkpoint}")


@contextmanager
def removed_if_diverged(checkpoint: Path) -> Iterator[None]:
    """Remove the checkpoint of a training that diverges in the block: it would lead there again."""
    try:
        yield
    except DivergedError:
        checkpoint.unlink(missing_ok=True)
        raise


def train(
    state: State,
    scenes: Sequence[LabelledScene],
    figures_of: Callable[[CMHCL], dict[str, float]],
    checkpoint: Path,
    reporter: Reporter,
    timing: Timing,
    validated: Callable[[], None] = lambda: None,
) -> str:
    """Train from the current step of ``state`` on; afterwards ``state.best`` has the best weights.

    Of several processes only the first one validates, reports and saves. ``figures_of`` validates
    a network, as ``validate`` does; without figures the last weights are the best. ``validated``
    is called after each validation. Raises Cancelled if the user cancelled the job, and
    DivergedError if the loss is not finite.

    Returns
    -------
    str
        Why training ended: "steps" (all are done), "early" (no better validation for
        ``patience`` steps) or "finish" (the user asked for the best so far).
    """
    settings, processes = state.settings, state.processes
    part = processes.batch_slice(settings.batch)
    with closing(batches(scenes, settings, state.step, part)) as upcoming:
        while state.step < settings.steps:
            losses = _step(state, upcoming, timing)
            if not processes.first:
                continue
            message = Message("Step {step} of {steps}", step=state.step, steps=settings.steps)
            reporter.progress(state.step, settings.steps, message)
            # The other processes do not get the figures; they would wait for this one forever.
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
            early = not last and 0 < settings.patience <= waited and processes.count == 1
            if state.step % settings.checkpoint_every == 0 or last or early:
                with timing.part("checkpoints"):
                    state.save(checkpoint)
            if finish or early:
                return "finish" if finish else "early"
    return "steps"


def _step(state: State, upcoming: Iterator[Batch], timing: Timing) -> dict[str, float]:
    """Train on the next batch; returns the loss and its parts."""
    device = next(state.network.parameters()).device
    with timing.part("batches"):
        sar, optical, targets = next(upcoming)
    with timing.part("network"):
        return state.update(
            sar.to(device), None if optical is None else optical.to(device), targets.to(device)
        )


def _record(state: State, values: dict[str, float], reporter: Reporter) -> None:
    entry = {"step": state.step, "steps": state.settings.steps, **values}
    state.history.append(entry)
    reporter.metric(**entry)
