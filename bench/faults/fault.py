"""All faults: what happens to which job, at which of its events, operations or pages."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from .cases import CASES, Case
from .process import PROGRAMS

SIGNALS = ("SIGKILL", "SIGTERM")
# What happens to a file that the job reads.
SOURCES = ("source cut", "source replaced", "source removed")
FOLDERS = ("folder read-only", "folder removed")
OPERATIONS = ("killed before operation", "no space for operation", "I/O error in operation")
DISKS = ("disk full", "largest file reached")
MOST_PAGES = 40  # of a disk that is filled, per case


@dataclass(frozen=True)
class Fault:
    """One thing that happens to one job.

    Attributes
    ----------
    case, program
        Names of the job and of what does it, in CASES and PROGRAMS.
    kind
        What happens.
    point, number
        When: at this event, operation on a file or page of the disk.
    source
        Which source it happens to, "" if there is none.
    over
        Whether there is an earlier output.
    """

    case: str
    program: str
    kind: str
    point: str
    number: int
    source: str = ""
    over: bool = False

    @property
    def name(self) -> str:
        """Arguments that repeat it."""
        words = [self.case, self.program, self.kind, self.source, f"at {self.point} {self.number}"]
        return " ".join(filter(None, [*words, "over an earlier output" if self.over else ""]))


@dataclass(frozen=True)
class Extent:
    """How much of a case there is to disturb: counts by program, and pages of its outputs."""

    events: dict[str, int]
    operations: dict[str, int]
    pages: int


def all_faults(extents: dict[str, Extent], with_disks: bool) -> list[Fault]:
    """Every fault there is; ``with_disks``: also those of small disks."""
    faults: list[Fault] = []
    for name, extent in extents.items():
        case = CASES[name]
        for program in PROGRAMS:
            faults += _at_events(case, program, extent.events[program])
            faults += _at_operations(case, program, extent.operations[program])
        if case.outputs:
            faults += _of_disks(case, extent.pages, DISKS if with_disks else DISKS[1:])
        if with_disks:
            faults.append(Fault(name, "worker", "temporary folder full", "event", 0))
    return faults


def choose(faults: Sequence[Fault], count: int, seed: int) -> list[Fault]:
    """So many of the faults, evenly from all kinds and cases, drawn by the seed."""
    shuffled = random.Random(seed).sample(faults, len(faults))
    groups: dict[tuple[str, str], list[Fault]] = {}
    for fault in shuffled:
        groups.setdefault((fault.kind, fault.case), []).append(fault)
    rounds = zip_longest(*groups.values())
    return [fault for group in rounds for fault in group if fault is not None][:count]


def _at_events(case: Case, program: str, count: int) -> Iterator[Fault]:
    signals = (*SIGNALS, "SIGSTOP", *(("SIGINT",) if program == "cli" else ()))
    for number in range(1, count + 1):
        for over in _before(case):
            for kind in signals:
                yield Fault(case.name, program, kind, "event", number, over=over)
            if case.outputs:
                for kind in ("second run", "output taken"):
                    yield Fault(case.name, program, kind, "event", number, over=over)
    for number in range(count + 1):
        for kind in SOURCES:
            for source in case.sources:
                yield Fault(case.name, program, kind, "event", number, source)
        if case.outputs:
            for kind in FOLDERS:
                yield Fault(case.name, program, kind, "event", number)


def _at_operations(case: Case, program: str, count: int) -> Iterator[Fault]:
    for number in range(1, count + 1):
        for over in _before(case):
            for kind in OPERATIONS:
                yield Fault(case.name, program, kind, "operation", number, over=over)


def _of_disks(case: Case, pages: int, kinds: Iterable[str]) -> Iterator[Fault]:
    step = -(-pages // MOST_PAGES)
    for kind in kinds:
        for number in range(1, pages + 1, step):
            for over in (False, True):
                yield Fault(case.name, "worker", kind, "page", number, over=over)


def _before(case: Case) -> tuple[bool, ...]:
    return (False, True) if case.outputs else (False,)
