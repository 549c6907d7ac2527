"""What every case gives undisturbed, and how much of it there is to disturb."""

from __future__ import annotations

import multiprocessing
import os
import shutil
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from .cases import CASES, OUTPUTS, Case
from .fault import Extent
from .folder import earlier_folder, fill
from .hooks import on_events, on_operations
from .inputs import make_inputs
from .outputs import content_of
from .process import PROGRAMS, Process
from .run import Reference, pages_of

_SPARE_PAGES = 8  # beyond those of the outputs: locks, journals


def make_reference(folder: Path, names: Sequence[str]) -> Reference:
    """Make the inputs in a folder, and do these cases once."""
    with ProcessPoolExecutor(1, multiprocessing.get_context("fork")) as pool:
        pool.submit(make_inputs, folder).result()  # GDAL's threads, once used, do not survive forks
    extents, expected = {}, {}
    for name in names:
        case = CASES[name]
        trial = folder / "trial"
        fill(trial, folder, case, over=False)
        _do(case.earlier(), trial)
        shutil.move(trial / OUTPUTS, earlier_folder(folder, case))
        shutil.rmtree(trial)

        events, operations = {}, {}
        for program in PROGRAMS:
            fill(trial, folder, case, over=False)
            events[program], operations[program] = _count(case, trial, program)
            expected[name] = {o: content_of(trial / OUTPUTS / o) for o in case.outputs}
            pages = pages_of(trial / OUTPUTS) + _SPARE_PAGES
            shutil.rmtree(trial)
        extents[name] = Extent(events, operations, pages)
    return Reference(folder, extents, expected)


def _do(
    case: Case, folder: Path, program: str = "worker", prepare: Callable[[], None] = lambda: None
) -> None:
    end = Process(case, folder, program, False, prepare).end()
    if end.kind != "result":
        raise RuntimeError(f"{case.name} does not even work undisturbed: {end}")


def _count(case: Case, folder: Path, program: str) -> tuple[int, int]:
    """Events and operations of a job."""
    reader, writer = os.pipe()

    def prepare() -> None:
        on_events(lambda _: _write(writer, b"e"))
        on_operations(folder, lambda *_: _write(writer, b"o"))

    _do(case, folder, program, prepare)
    os.close(writer)
    with os.fdopen(reader, "rb") as file:
        marks = file.read()
    return marks.count(b"e"), marks.count(b"o")


def _write(descriptor: int, what: bytes) -> None:
    os.write(descriptor, what)
