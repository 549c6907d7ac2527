"""Train every row and write the report.

    python -m bench.ablation --data DATA [--quick] [--workers N]
    python -m bench.ablation --report-only [--quick]

DATA has the photographs in its folder optical and the real scenes in its folder real. The full run
makes three seeds and writes docs/ablation.csv, docs/images/ablation.png and the results in
docs/ablation.md; --quick makes one seed of a quarter of the steps and writes to
build/ablation/quick. Runs that are in the CSV file or that a broken suite has finished are not made
again, except teachers whose weights are needed.
"""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from tqdm import tqdm

from . import record, report
from .rows import FURTHER, REAL_ROWS, ROWS, UNDER_CONDITIONS, Row
from .run import Recipe, Workplace, is_done, run
from .scenes import REAL_SCENES, fingerprint, make_real_scenes, make_scenes

ROOT = Path(__file__).parents[2]
WORK = ROOT / "build" / "ablation"
CSV = "ablation.csv"
RESULTS = "<!-- What follows is written by the command. -->"


@dataclass(frozen=True)
class Suite:
    """A size of the ablation, and where its report goes."""

    command: str
    recipe: Recipe
    real: Recipe
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


@dataclass(frozen=True)
class Group:
    """Runs that need nothing of each other: of these rows, with one seed.

    ``taught`` are rows of later groups that may need the weights of these.
    """

    rows: tuple[Row, ...]
    seed: int
    recipe: Recipe
    place: Workplace
    taught: tuple[Row, ...] = ()

    def students(self, row: Row) -> list[Row]:
        """The rows that need the weights of this one."""
        return [other for other in self.taught if other.teacher == row.name]


def main() -> None:
    """Scenes, runs, report."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, metavar="DATA", help="with optical and real")
    parser.add_argument("--quick", action="store_true", help="one seed, few steps")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1, metavar="N")
    parser.add_argument("--report-only", action="store_true", help="of the runs made so far")
    arguments = parser.parse_args()
    suite = QUICK if arguments.quick else FULL
    start = time.perf_counter()
    for left_out, (place, recipe) in places(suite).items():
        record.restore(suite.report / CSV, place, recipe, left_out)
    if not arguments.report_only:
        if not arguments.data:
            parser.error("--data is missing: the folder with the photographs and the real scenes")
        make_scenes(arguments.data, WORK / "scenes" / fingerprint(), arguments.workers)
        for name in REAL_SCENES:
            make_real_scenes(arguments.data, WORK / "scenes" / name, name)
        make_runs(list(groups(suite)), arguments.workers)
    text = write_report(suite)
    print(text)
    print(f"{suite.report / 'ablation.md'}; {(time.perf_counter() - start) / 60:.1f} minutes")


def places(suite: Suite) -> dict[str, tuple[Workplace, Recipe]]:
    """Folders and recipe, by the real scene that is left out, "" for the benchmark."""
    found = {"": (Workplace(WORK / "scenes" / fingerprint(), suite.runs), suite.recipe)}
    for name in REAL_SCENES:
        found[name] = Workplace(WORK / "scenes" / name, suite.runs / name), suite.real
    return found


def groups(suite: Suite) -> Iterator[Group]:
    """In the order in which they are made: all of a seed before the next one, teachers first."""
    (place, recipe), *real = places(suite).values()
    every = (*ROWS, *FURTHER, *UNDER_CONDITIONS)
    names = {row.teacher for row in every}
    for seed in suite.seeds:
        for rows in (ROWS, (*FURTHER, *UNDER_CONDITIONS)):
            teachers = tuple(row for row in rows if row.name in names)
            yield Group(teachers, seed, recipe, place, every)
            yield Group(tuple(row for row in rows if row.name not in names), seed, recipe, place)
        yield from (Group(REAL_ROWS, seed, own, there) for there, own in real)


def make_runs(groups: Sequence[Group], workers: int) -> None:
    """Run what is missing, in ``workers`` processes of one thread each."""
    with (
        ProcessPoolExecutor(workers, get_context("spawn")) as pool,
        tqdm(total=sum(len(group.rows) for group in groups), unit="run") as bar,
    ):
        for group in groups:
            rows = missing(group)
            bar.update(len(group.rows) - len(rows))
            futures = []
            for row in rows:
                keep = bool(group.students(row))
                futures.append(
                    pool.submit(run, row.name, group.seed, group.recipe, group.place, keep)
                )
            for future in as_completed(futures):
                result = future.result()
                ious = {test: round(f["iou"], 3) for test, f in result["figures"].items()}
                tqdm.write(f"{result['row']}, seed {result['seed']}: IoU {ious}")
                bar.update()


def missing(group: Group) -> list[Row]:
    """Rows without a run, and those without weights that a row without a run needs."""

    def is_missing(row: Row) -> bool:
        return not is_done(row, group.seed, group.recipe, group.place)

    def teaches(row: Row) -> bool:
        has_weights = group.place.weights(row.name, group.seed).exists()
        return not has_weights and any(is_missing(other) for other in group.students(row))

    return [row for row in group.rows if is_missing(row) or teaches(row)]


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
