"""Train every row and write the report.

    python -m bench.ablation --data DATA [--quick | --long] [--workers N] [--device cuda]
    python -m bench.ablation --report-only [--quick | --long]

DATA has the photographs in its folder optical and the real scenes in its folder real. The full run
makes three seeds and writes docs/ablation.csv, docs/images/ablation.png and the results in
docs/ablation.md; --quick makes one seed of a quarter of the steps and writes to
build/ablation/quick, --long twice the steps of the rows with all labels and writes to
build/ablation/long. Runs that are in the CSV file or that a broken suite has finished are not made
again, except teachers whose weights are needed.
"""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from . import record, report, schedule
from .rows import FURTHER, REAL_ROWS, ROWS, UNDER_CONDITIONS
from .run import Recipe, RunFolders
from .scenes import REAL_SCENES, fingerprint, make_real_scenes, make_scenes
from .schedule import Task

ROOT = Path(__file__).parents[2]
WORK = ROOT / "build" / "ablation"
CSV = "ablation.csv"
RESULTS = "<!-- What follows is written by the command. -->"


@dataclass(frozen=True)
class Suite:
    """A size of the ablation, and where its report goes.

    ``real`` is the recipe on real scenes, None: only the rows with all labels are trained.
    """

    command: str
    recipe: Recipe
    real: Recipe | None
    seeds: tuple[int, ...]
    runs: Path
    report: Path


FULL = Suite("make ablation", Recipe(2000), Recipe(600), (0, 1, 2), WORK / "full", ROOT / "docs")
QUICK = Suite(
    "make ablation ARGS=--quick",
    Recipe(500),
    Recipe(150),
    (0,),
    WORK / "quick" / "runs",
    WORK / "quick",
)
LONG = Suite(
    "make ablation ARGS=--long",
    Recipe(4000),
    None,
    (0, 1, 2),
    WORK / "long" / "runs",
    WORK / "long",
)


def main() -> None:
    """Scenes, runs, report."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, metavar="DATA", help="with optical and real")
    size = parser.add_mutually_exclusive_group()
    size.add_argument("--quick", action="store_true", help="one seed, few steps")
    size.add_argument("--long", action="store_true", help="twice the steps, no conditions")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1, metavar="N")
    parser.add_argument("--device", choices=("cpu", "cuda"), default="cpu")
    parser.add_argument("--report-only", action="store_true", help="of the runs made so far")
    arguments = parser.parse_args()
    suite = QUICK if arguments.quick else LONG if arguments.long else FULL
    start = time.perf_counter()
    for left_out, (folders, recipe) in folders_of(suite).items():
        record.restore(suite.report / CSV, folders, recipe, left_out)
    failed: list[Task] = []
    if not arguments.report_only:
        if not arguments.data:
            parser.error("--data is missing: the folder with the photographs and the real scenes")
        make_scenes(arguments.data, WORK / "scenes" / fingerprint(), arguments.workers)
        for name in REAL_SCENES if suite.real else ():
            make_real_scenes(arguments.data, WORK / "scenes" / name, name)
        failed = schedule.make_runs(list(tasks(suite)), arguments.workers, arguments.device)
    text = write_report(suite)
    print(text)
    print(f"{suite.report / 'ablation.md'}; {(time.perf_counter() - start) / 60:.1f} minutes")
    if failed:
        raise SystemExit(f"{len(failed)} runs were not made: see above; the command makes them.")


def folders_of(suite: Suite) -> dict[str, tuple[RunFolders, Recipe]]:
    """Folders and recipe, by the real scene that is left out, "" for the benchmark."""
    found = {"": (RunFolders(WORK / "scenes" / fingerprint(), suite.runs), suite.recipe)}
    if suite.real:
        for name in REAL_SCENES:
            found[name] = RunFolders(WORK / "scenes" / name, suite.runs / name), suite.real
    return found


def tasks(suite: Suite) -> Iterator[Task]:
    """In the order in which they are made: all of a seed before the next one."""
    (folders, recipe), *real = folders_of(suite).values()
    every = (*ROWS, *FURTHER, *(UNDER_CONDITIONS if suite.real else ()))
    for seed in suite.seeds:
        yield from schedule.tasks(every, seed, recipe, folders)
        for there, own in real:
            yield from schedule.tasks(REAL_ROWS, seed, own, there)


def write_report(suite: Suite) -> str:
    """CSV, chart and Markdown into the suite's folder; returns the results' text.

    In the Markdown file what stands above RESULTS is kept.
    """
    runs = report.read_runs(suite.runs)
    real = {name: report.read_runs(suite.runs / name) for name in REAL_SCENES}
    (suite.report / "images").mkdir(parents=True, exist_ok=True)
    record.write_csv({"": runs, **real}, suite.report / CSV)
    report.draw(runs, suite.report / "images" / "ablation.png")
    text = report.text(runs, real, suite.command)
    path = suite.report / "ablation.md"
    prose = path.read_text(encoding="utf-8").split(RESULTS)[0] if path.exists() else ""
    path.write_text(f"{prose}{RESULTS}\n{text}", encoding="utf-8")
    return text


if __name__ == "__main__":
    main()
