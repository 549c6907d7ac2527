"""The runs of a suite in their order, made side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ProcessPoolExecutor, wait
from dataclasses import dataclass
from multiprocessing import get_context
from typing import Any

from tqdm import tqdm

from .rows import Row
from .run import Recipe, RunFolders, is_done, run


@dataclass(frozen=True)
class Task:
    """A run to make. ``teaches``: whether another row needs its weights."""

    row: Row
    seed: int
    recipe: Recipe
    folders: RunFolders
    teaches: bool = False

    @property
    def is_done(self) -> bool:
        """Whether its figures are there."""
        return is_done(self.row, self.seed, self.recipe, self.folders)

    def is_taught_by(self, other: Task) -> bool:
        """Whether it needs the weights of the other."""
        names = self.row.teacher == other.row.name and self.folders == other.folders
        return names and self.seed == other.seed


def tasks(rows: Sequence[Row], seed: int, recipe: Recipe, folders: RunFolders) -> list[Task]:
    """The runs of these rows with one seed."""
    teachers = {row.teacher for row in rows}
    return [Task(row, seed, recipe, folders, row.name in teachers) for row in rows]


def missing(every: Sequence[Task]) -> list[Task]:
    """Tasks without figures, and those without weights that one without figures needs."""

    def needs_weights(task: Task) -> bool:
        if not task.teaches or task.folders.weights(task.row.name, task.seed).exists():
            return False
        return any(not other.is_done for other in every if other.is_taught_by(task))

    return [task for task in every if not task.is_done or needs_weights(task)]


def make_runs(
    every: Sequence[Task], workers: int, device: str, note: Callable[[str], None] = tqdm.write
) -> list[Task]:
    """Make the missing runs, in ``workers`` processes of one thread each.

    In the order of the tasks, but each after its teacher. A run that fails ends neither the suite
    nor the others, but those of its students. Returns the tasks that were not made.
    """
    waiting = missing(every)
    failed: list[Task] = []
    running: dict[Future[dict[str, Any]], Task] = {}
    with (
        ProcessPoolExecutor(workers, get_context("spawn")) as pool,
        tqdm(total=len(every), initial=len(every) - len(waiting), unit="run") as bar,
    ):
        while waiting or running:
            _fill(running, waiting, pool, workers, device)
            finished, _ = wait(running, return_when=FIRST_COMPLETED)
            for future in finished:
                task = running.pop(future)
                bar.update()
                if error := future.exception():
                    failed += [task, *(other for other in waiting if other.is_taught_by(task))]
                    waiting = [other for other in waiting if other not in failed]
                    note(f"{task.row.name}, seed {task.seed}: {type(error).__name__}: {error}")
                else:
                    note(_line(future.result()))
    return failed


def _fill(
    running: dict[Future[dict[str, Any]], Task],
    waiting: list[Task],
    pool: Executor,
    workers: int,
    device: str,
) -> None:
    """Start the first tasks whose teachers are ready, until all workers have one."""
    for task in list(waiting):
        if len(running) == workers:
            return
        if not _is_taught_by_any(task, (*running.values(), *waiting)):
            waiting.remove(task)
            own = task.row.name, task.seed, task.recipe, task.folders, task.teaches, device
            running[pool.submit(run, *own)] = task


def _is_taught_by_any(task: Task, others: Iterable[Task]) -> bool:
    return any(task.is_taught_by(other) for other in others)


def _line(result: dict[str, Any]) -> str:
    ious = {test: round(figures["iou"], 3) for test, figures in result["figures"].items()}
    return f"{result['row']}, seed {result['seed']}: IoU {ious}"
