"""Faults in the middle of jobs, and what they leave.

    .venv/bin/python -m bench.faults [--count N] [--windows N] [--seed N] [--cases CASE ...]
        [--only TEXT]

For each fault a small job runs in a process of its own, which the fault hits at one of its events,
operations on files or pages of the disk. Others hit QGIS or its worker in real QGIS processes. Then
the rules are checked: every output is what it was or complete, inputs are unchanged, the job ended
with its result or one sentence, and the same job works again and leaves nothing hidden. The exit
status is 1 if a rule was broken. ``--only`` repeats the faults whose name contains a text. Small
disks need root.
"""

from __future__ import annotations

import argparse
import multiprocessing
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from functools import partial
from pathlib import Path

from .cases import CASES
from .disk import can_mount
from .fault import Fault, all_faults, choose
from .inputs import use_tiny_networks
from .reference import make_reference
from .run import Outcome, Reference, run_fault
from .windows import run_in_windows

_SAY_EVERY = 50  # faults


def main() -> int:
    """Run the faults and print the table; the exit status."""
    parser = argparse.ArgumentParser(prog="bench.faults", description="Faults during jobs.")
    parser.add_argument("--count", type=int, default=900, help="faults of jobs")
    parser.add_argument("--windows", type=int, default=100, help="faults of QGIS and its worker")
    parser.add_argument("--seed", type=int, default=0, help="which faults are chosen")
    parser.add_argument("--cases", nargs="+", default=list(CASES), choices=CASES)
    parser.add_argument("--only", default="", help="those whose name contains this text")
    parser.add_argument("--processes", type=int, default=2)
    arguments = parser.parse_args()
    started = time.monotonic()
    outcomes = _run(arguments)
    print(table(outcomes))
    print(f"{len(outcomes)} faults in {(time.monotonic() - started) / 60:.1f} min")
    broken = [outcome for outcome in outcomes if outcome.violations]
    for outcome in broken:
        print(f"\n{outcome.fault.name}")
        for sentence in outcome.violations:
            print(f"    {sentence}")
    return 1 if broken else 0


def _run(arguments: argparse.Namespace) -> list[Outcome]:
    def chosen(count: int, faults: list[Fault]) -> list[Fault]:
        print(f"There are {len(faults):,} such faults.", file=sys.stderr, flush=True)
        if arguments.only:
            return [fault for fault in faults if arguments.only in fault.name]
        return choose(faults, count, arguments.seed)

    use_tiny_networks()
    with tempfile.TemporaryDirectory(prefix="cmhcl_faults_") as name:
        folder, desk = Path(name), Path(name) / "windows"
        folder.chmod(0o755)  # jobs may run as another user
        reference = make_reference(folder, arguments.cases)
        faults = all_faults(reference.extents, with_disks=can_mount())
        outcomes = list(run_all(chosen(arguments.count, faults), reference, arguments.processes))
        if arguments.windows:
            outcomes += run_in_windows(
                desk, folder, arguments.cases, partial(chosen, arguments.windows)
            )
    return outcomes


def run_all(faults: Sequence[Fault], reference: Reference, processes: int) -> Iterator[Outcome]:
    """The outcomes of the faults, as they come."""
    context = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(processes, context) as pool:
        futures = [pool.submit(run_fault, fault, reference) for fault in faults]
        for number, future in enumerate(as_completed(futures), start=1):
            if number % _SAY_EVERY == 0:
                print(f"{number} of {len(faults)}", file=sys.stderr, flush=True)
            outcome = future.result()
            if outcome.violations:
                print(f"Broken: {outcome.fault.name}", file=sys.stderr, flush=True)
            yield outcome


def table(outcomes: Sequence[Outcome]) -> str:
    """Counts by kind of fault, as Markdown."""
    lines = ["| fault | faults | how the jobs ended | rules broken |", "|---|---|---|---|"]
    for kind in dict.fromkeys(outcome.fault.kind for outcome in outcomes):
        lines.append(_row(kind, [o for o in outcomes if o.fault.kind == kind]))
    return "\n".join([*lines, _row("all", outcomes)])


def _row(name: str, outcomes: Sequence[Outcome]) -> str:
    ends = Counter(outcome.end for outcome in outcomes)
    how = ", ".join(f"{count} {end}" for end, count in ends.most_common())
    broken = sum(bool(outcome.violations) for outcome in outcomes)
    return f"| {name} | {len(outcomes)} | {how} | {broken} |"


if __name__ == "__main__":
    sys.exit(main())
