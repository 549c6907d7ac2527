"""Try damaged and hostile inputs of every kind, and print what became of them.

    python -m bench.fuzz [KIND ...] [--inputs N] [--seed S] [--first NUMBER]

Each input depends on kind, seed and number alone, so that ``KIND --first NUMBER --inputs 1``
repeats one; it is then kept in build/fuzz. The exit status is 1 if there was a fault.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

from .batches import ROOT, run
from .child import sample_of
from .kinds import KINDS

COLUMNS = ("kind", "inputs", "accepted", "refused", "faults", "seconds")


def main() -> int:
    """Run the kinds that the command line names; the exit status."""
    parser = argparse.ArgumentParser(prog="bench.fuzz", description=__doc__.partition("\n")[0])
    parser.add_argument("kinds", nargs="*", choices=[*KINDS, []], help="default: all")
    parser.add_argument("--inputs", type=int, default=100_000, help="of all kinds together")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--first", type=int, default=0, help="number of the first input")
    options = parser.parse_args()
    names = options.kinds or list(KINDS)
    whole = sum(KINDS[name].share for name in names)
    print("".join(f"{column:>12}" for column in COLUMNS), flush=True)
    faults = 0
    for name in names:
        count = round(options.inputs * KINDS[name].share / whole)
        start = time.monotonic()
        tally = run(name, options.seed, options.first, count)
        figures = [
            tally.outcomes[column[:-1] if column == "faults" else column] for column in COLUMNS[2:5]
        ]
        row = [name, count, *figures, round(time.monotonic() - start)]
        print("".join(f"{cell:>12}" for cell in row), flush=True)
        for fault in tally.faults.values():
            print(f"    {fault.count} x {fault.where}: {fault.what}")
            print(f"        {name} --seed {options.seed} --first {fault.number} --inputs 1")
        faults += figures[-1]
        if options.inputs == 1:
            print(f"    kept as {_keep(name, options.seed, options.first)}")
    return min(faults, 1)


def _keep(name: str, seed: int, number: int) -> Path:
    """Write an input to build/fuzz."""
    with tempfile.TemporaryDirectory() as folder:
        sample = sample_of(name, seed, number, list(KINDS[name].seeds(Path(folder))))
    path = ROOT / "build" / "fuzz" / f"{name}-{seed}-{number}{sample.extension}"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(sample.data)
    return path


if __name__ == "__main__":
    sys.exit(main())
