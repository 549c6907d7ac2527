"""Reads inputs of one kind in a process of its own, and prints what became of each.

    python -m bench.fuzz.child KIND SEED FIRST COUNT FOLDER

One JSON object a line: the input's number, ``outcome`` ("accepted", "refused" or "fault") and, for
a fault, ``where`` and ``what``. An input depends on kind, seed and number alone.
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import sys
import traceback
import warnings
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

from core.hatch.errors import InputError

from .kind import FaultError, Kind, Sample, check_sentence
from .kinds import KINDS

MEMORY = 2 << 30  # bytes that a process may take beyond what it has when it begins
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
# Events of sys.addaudithook about changes of files; positions of each path and of its folder.
_CHANGES = {
    "os.rename": ((0, 2), (1, 3)),
    "os.link": ((1, 3),),
    "os.symlink": ((1, 2),),
    "os.mkdir": ((0, 2),),
    "os.rmdir": ((0, 1),),
    "os.remove": ((0, 1),),
}


class Guard:
    """Notes the files that Python code writes outside of a folder."""

    def __init__(self, folder: Path) -> None:
        self.outside: list[str] = []
        self._folder = os.path.realpath(folder)
        self._is_open = True
        sys.addaudithook(self._look)

    def close(self) -> None:
        """Note no more; a hook stays as long as its process."""
        self._is_open = False

    def _look(self, event: str, arguments: tuple[Any, ...]) -> None:
        if not self._is_open:
            return
        if event == "open" and isinstance(arguments[2], int) and arguments[2] & _WRITING:
            self._note(arguments[0], -1)
        for path, folder in _CHANGES.get(event, ()):
            self._note(arguments[path], arguments[folder])

    def _note(self, path: Any, folder: int) -> None:
        if isinstance(path, int):  # a file that is open already
            return
        base = f"/proc/self/fd/{folder}" if folder >= 0 else ""
        real = os.path.realpath(Path(base, os.fsdecode(path)))
        if real != os.devnull and not real.startswith(self._folder + os.sep):
            self.outside.append(real)


def sample_of(name: str, seed: int, number: int, samples: list[Sample]) -> Sample:
    """The input of this number."""
    return KINDS[name].damage(Random(f"{name} {seed} {number}"), samples)


def try_input(kind: Kind, sample: Sample, folder: Path) -> dict[str, str]:
    """Read an input in an empty folder; its outcome."""
    path = folder / f"input{sample.extension}"
    path.write_bytes(sample.data)
    try:
        kind.read(path)
        outcome = {"outcome": "accepted"}
    except InputError as error:
        try:
            check_sentence(str(error))
            outcome = {"outcome": "refused"}
        except (FaultError, UnicodeError) as fault:
            outcome = _fault(fault, error)
    except BaseException as error:
        outcome = _fault(error, error)
    left = [
        file.relative_to(folder)
        for file in folder.rglob("*")
        if file != path and not kind.written(file.relative_to(folder))
    ]
    if left:
        outcome = {"outcome": "fault", "where": "files left", "what": str(sorted(left)[:5])}
    return outcome


def _fault(error: BaseException, origin: BaseException) -> dict[str, str]:
    frames = traceback.extract_tb(origin.__traceback__)
    own = [frame for frame in frames if "/core/" in frame.filename] or frames
    where = f"{Path(own[-1].filename).name}:{own[-1].lineno}" if own else ""
    return {"outcome": "fault", "where": where, "what": f"{type(error).__name__}: {error}"[:400]}


def outcomes(name: str, seed: int, numbers: range, folder: Path) -> Iterator[dict[str, Any]]:
    """Try inputs one after the other, each in an emptied folder; first an empty outcome."""
    kind, made, room = KINDS[name], folder / "seeds", folder / "room"
    made.mkdir(parents=True)
    samples = list(kind.seeds(made))
    guard = Guard(folder)
    _limit_memory()
    yield {}
    for number in numbers:
        room.mkdir()
        outcome = try_input(kind, sample_of(name, seed, number, samples), room)
        shutil.rmtree(room)
        if guard.outside:
            what = str(sorted(set(guard.outside))[:5])
            outcome = {"outcome": "fault", "where": "files outside", "what": what}
            guard.outside.clear()
        yield {"number": number, **outcome}


def _limit_memory() -> None:
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    limit = pages * os.sysconf("SC_PAGE_SIZE") + MEMORY
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))


def main(name: str, seed: str, first: str, count: str, folder: str) -> None:
    """Print an empty line when all is made, then the outcome of each input."""
    warnings.simplefilter("ignore")
    report = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)
    numbers = range(int(first), int(first) + int(count))
    for outcome in outcomes(name, int(seed), numbers, Path(folder)):
        report.write((json.dumps(outcome) if outcome else "") + "\n")
        report.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
