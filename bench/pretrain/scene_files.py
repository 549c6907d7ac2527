"""Training scenes as files: background processes write them, a training reads them as they come."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from multiprocessing import get_context
from pathlib import Path
from queue import Empty, Queue
from threading import Event, Thread

import numpy as np

from .scenes import Recipe, Sources, make

SEED = 2_000_000
_sources: Sources  # inherited by the forked workers


def write_training_scenes(
    sources: Sources, folder: Path, workers: int, first: int, most: int
) -> None:
    """Write ``most`` scenes with ``workers`` processes; returns when all are written."""
    global _sources
    _sources = sources
    folder.mkdir(parents=True, exist_ok=True)
    context = get_context("fork")
    processes = [
        context.Process(target=_work, args=(folder, range(first + i, first + most, workers)))
        for i in range(workers)
    ]
    for process in processes:
        process.start()
    for process in processes:
        process.join()


def _work(folder: Path, seeds: Sequence[int]) -> None:
    for number in seeds:
        packed, recipe = make(SEED + number, _sources)
        path = folder / f"{recipe.name}-{number:06d}.npy"
        draft = path.with_suffix(".part")
        with draft.open("wb") as file:
            np.save(file, packed)
        draft.replace(path)


class SceneReader:
    """Reads new files of a folder in a background thread. A context manager."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._queue: Queue[tuple[np.ndarray, Recipe]] = Queue(32)
        self._over = Event()
        self._thread = Thread(target=self._run, daemon=True)

    def __enter__(self) -> SceneReader:
        self._thread.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._over.set()

    def take(self, most: int) -> list[tuple[np.ndarray, Recipe]]:
        """Scenes read since the last call, at most ``most``."""
        taken: list[tuple[np.ndarray, Recipe]] = []
        while len(taken) < most:
            try:
                taken.append(self._queue.get_nowait())
            except Empty:
                break
        return taken

    def _run(self) -> None:
        read: set[str] = set()
        while not self._over.is_set():
            new = sorted(
                entry.name
                for entry in os.scandir(self._folder)
                if entry.name.endswith(".npy") and entry.name not in read
            )
            for name in new:
                read.add(name)
                path = self._folder / name
                self._queue.put((np.load(path), Recipe.of(path)))
                if self._over.is_set():
                    return
            time.sleep(0.5)
