"""Runs inputs in child processes, so that a crash or a hang is counted and not the end."""

from __future__ import annotations

import json
import os
import select
import signal
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

ROOT = Path(__file__).resolve().parents[2]
BATCH = 1_000  # inputs of a process
START_S = 120.0  # for a process to begin
LIMIT_S = 20.0  # for one input


@dataclass
class Fault:
    """Inputs that failed in the same way: where, what, how often, and the first one's number."""

    where: str
    what: str
    number: int
    count: int = 1


@dataclass
class Tally:
    """Outcomes of the inputs of one kind."""

    outcomes: Counter[str] = field(default_factory=Counter)
    faults: dict[str, Fault] = field(default_factory=dict)

    def add(self, outcome: dict[str, str], number: int) -> None:
        """Count the outcome of an input."""
        self.outcomes[outcome["outcome"]] += 1
        if outcome["outcome"] != "fault":
            return
        where = outcome["where"]
        key = where + outcome["what"].partition(":")[0]
        if key in self.faults:
            self.faults[key].count += 1
        else:
            self.faults[key] = Fault(where, outcome["what"], number)


def run(name: str, seed: int, first: int, count: int) -> Tally:
    """Try inputs of a kind, in as many processes as it takes."""
    tally = Tally()
    number, end = first, first + count
    while number < end:
        batch = min(BATCH, end - number)
        for outcome in _outcomes(name, seed, number, batch):
            tally.add(outcome, number)
            number += 1
    return tally


def _outcomes(name: str, seed: int, first: int, count: int) -> Iterator[dict[str, str]]:
    """The outcomes of one process; the last may be that it hung or crashed."""
    with tempfile.TemporaryDirectory(prefix="cmhcl-fuzz-") as folder:
        command = _command(name, seed, first, count, Path(folder, "work"))
        process = subprocess.Popen(
            command,
            cwd=ROOT,
            env={**os.environ, "OMP_NUM_THREADS": "1", "TMPDIR": folder, "HOME": folder},
            bufsize=0,  # select does not see what is in a buffer
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        assert process.stdout
        try:
            if _line(process.stdout, START_S) != b"\n":
                raise RuntimeError(f"{name} cannot be tried: {' '.join(command)}")
            for _ in range(count):
                line = _line(process.stdout, LIMIT_S)
                if line is None:
                    yield _fault("hang", f"no end within {LIMIT_S:.0f} s")
                    return
                if not line:
                    yield _fault("crash", _how(process.wait()))
                    return
                yield json.loads(line)
        finally:
            process.kill()
            process.wait()


def _command(name: str, seed: int, first: int, count: int, folder: Path) -> list[str]:
    numbers = [str(seed), str(first), str(count)]
    return [sys.executable, "-m", "bench.fuzz.child", name, *numbers, str(folder)]


def _line(stream: IO[bytes], limit_s: float) -> bytes | None:
    """The next line, empty at the end, None if it does not come in time."""
    ready, _, _ = select.select([stream], [], [], limit_s)
    return stream.readline() if ready else None


def _how(code: int) -> str:
    return f"ended by {signal.Signals(-code).name}" if code < 0 else f"ended with status {code}"


def _fault(where: str, what: str) -> dict[str, str]:
    return {"outcome": "fault", "where": where, "what": what}
