"""Train every row and every switch, and write the report.

    python -m bench.ablation [--quick] [--workers N] [--report-only]

The full run makes three seeds and writes docs/ablation.csv, docs/images/ablation.png and the
results in docs/ablation.md; --quick makes one seed of a quarter of the steps and writes to
build/ablation/quick. Runs that a broken suite has finished are not made again.
"""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from tqdm import tqdm

from . import report
from .data import fingerprint, make_scenes
from .rows import ROWS, SWITCHES, Row
from .run import Recipe, Workplace, is_done, run

ROOT = Path(__file__).parents[2]
WORK = ROOT / "build" / "ablation"
RESULTS = "<!-- What follows is written by the command. -->"


@dataclass(frozen=True)
class Suite:
    """A size of the ablation, and where its report goes."""

    command: str
    recipe: Recipe
    seeds: tuple[int, ...]
    runs: Path
    report: Path


FULL = Suite("make ablation", Recipe(400), (0, 1, 2), WORK / "full", ROOT / "docs")
QUICK = Suite(
    "make ablation ARGS=--quick", Recipe(100), (0,), WORK / "quick" / "runs", WORK / "quick"
)


def main() -> None:
    """Scenes, runs, report."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="one seed, few steps")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1, metavar="N")
    parser.add_argument("--report-only", action="store_true", help="of the runs made so far")
    arguments = parser.parse_args()
    suite = QUICK if arguments.quick else FULL
    start = time.perf_counter()
    if not arguments.report_only:
        place = Workplace(WORK / "scenes" / fingerprint(), suite.runs)
        make_scenes(place.scenes, arguments.workers)
        make_runs(suite, place, arguments.workers)
    text = write_report(suite)
    print(text)
    print(f"{suite.report / 'ablation.md'}; {(time.perf_counter() - start) / 60:.1f} minutes")


def make_runs(suite: Suite, place: Workplace, workers: int) -> None:
    """What is not yet made, teachers first, in ``workers`` processes of one thread each."""
    rows = (*ROWS, *SWITCHES)
    teachers = {row.teacher for row in rows if row.teacher}
    with (
        ProcessPoolExecutor(workers, get_context("spawn")) as pool,
        tqdm(total=len(rows) * len(suite.seeds), unit="run") as bar,
    ):
        for is_teacher, group in (
            (True, [row for row in rows if row.name in teachers]),
            (False, [row for row in ROWS if row.name not in teachers]),
            (False, [row for row in SWITCHES if row.name not in teachers]),
        ):
            missing = _missing(group, suite, place)
            bar.update(len(group) * len(suite.seeds) - len(missing))
            futures = [
                pool.submit(run, row.name, seed, suite.recipe, place, is_teacher)
                for row, seed in missing
            ]
            for future in as_completed(futures):
                result = future.result()
                iou = result["figures"]["iou"]
                tqdm.write(f"{result['row']}, seed {result['seed']}: IoU {iou:.3f}")
                bar.update()


def _missing(rows: Sequence[Row], suite: Suite, place: Workplace) -> list[tuple[Row, int]]:
    return [
        (row, seed)
        for seed in suite.seeds
        for row in rows
        if not is_done(row, seed, suite.recipe, place)
    ]


def write_report(suite: Suite) -> str:
    """CSV, chart and Markdown into the suite's folder; returns the results' text.

    In the Markdown file what stands above RESULTS is kept.
    """
    runs = report.read_runs(suite.runs)
    (suite.report / "images").mkdir(parents=True, exist_ok=True)
    report.write_csv(runs, suite.report / "ablation.csv")
    report.draw(runs, suite.report / "images" / "ablation.png")
    text = report.text(runs, suite.command)
    path = suite.report / "ablation.md"
    prose = path.read_text(encoding="utf-8").split(RESULTS)[0] if path.exists() else ""
    path.write_text(f"{prose}{RESULTS}\n{text}", encoding="utf-8")
    return text


if __name__ == "__main__":
    main()
