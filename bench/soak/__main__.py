"""Long use: does anything grow, or stay behind?

    .venv/bin/python -m bench.soak [--jobs N] [--cycles N]

Jobs of every kind, failing and cancelled ones included, go through one worker. Then the plugin's
window is made, opened, closed and deleted again and again in a real QGIS. Memory, open
files and threads are compared after a warm-up, the first fifth, and at the end. The exit status is
1 if memory grew by more than 5 %, open files or threads grew, a job ended otherwise than it should,
or files were left behind. Needs Xvfb and openbox for the window.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

from bench.faults.inputs import STEPS

from .dialog import soak_dialog
from .jobs import soak_jobs
from .usage import growth_of


def main() -> int:
    """Print the table; the exit status."""
    parser = argparse.ArgumentParser(prog="bench.soak", description="Long use.")
    parser.add_argument("--jobs", type=int, default=300, help="jobs through one worker; 0: none")
    parser.add_argument("--cycles", type=int, default=30, help="of the window in QGIS; 0: none")
    arguments = parser.parse_args()
    started = time.monotonic()
    rows, problems = ["| | memory | open files | threads |", "|---|---|---|---|"], []
    with tempfile.TemporaryDirectory(prefix="cmhcl_soak_") as name:
        parts = {
            f"worker, {arguments.jobs} jobs": (
                arguments.jobs,
                lambda: soak_jobs(Path(name) / "jobs", arguments.jobs, STEPS),
            ),
            f"QGIS, {arguments.cycles} cycles": (
                arguments.cycles,
                lambda: soak_dialog(Path(name) / "window", arguments.cycles),
            ),
        }
        for title, (count, soak) in parts.items():
            if count:
                usages, found = soak()
                problems += found
                if usages:
                    growth = growth_of(usages)
                    rows.append(growth.row(title))
                    problems += growth.problems
    print("\n".join(rows))
    print(f"in {(time.monotonic() - started) / 60:.1f} min")
    for problem in problems:
        print(problem)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
