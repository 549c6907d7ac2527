"""The figures of all runs as CSV, from which a suite resumes in another clone."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

from .measure import FIGURES
from .report import Runs, seeds_of
from .rows import FURTHER, ROWS, UNDER_CONDITIONS
from .run import Recipe, RunFolders

RECIPE = [field.name for field in fields(Recipe)]
OF_RUN = ["threshold", "seconds", "parameters", "multiply_adds"]
MADE = ["scenes", "date", "machine", "dtype"]
COLUMNS = ["left_out", "row", "seed", "test", *FIGURES, *OF_RUN, *RECIPE, *MADE]
INTEGERS = ("seed", "parameters", "steps", "batch", "crop", "warm_up")
TEXTS = ("row", *MADE)


def write_csv(suites: Mapping[str, Runs], path: Path) -> None:
    """One line for each run and test. ``suites``: runs by the scene left out, "" if none is."""
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, COLUMNS, extrasaction="ignore")
        writer.writeheader()
        for left_out, runs in suites.items():
            for result in _in_order(runs):
                for test, figures in result["figures"].items():
                    values = {"left_out": left_out, "test": test, **result, **result["recipe"]}
                    numbers = {**figures, **{name: result[name] for name in OF_RUN}}
                    writer.writerow(values | {k: _rounded(v) for k, v in numbers.items()})


def read_csv(path: Path) -> dict[str, Runs]:
    """Read a file of ``write_csv``; empty if there is none."""
    suites: dict[str, Runs] = {}
    if not path.exists():
        return suites
    with path.open(newline="", encoding="utf-8") as file:
        for line in csv.DictReader(file):
            left_out, test = line.pop("left_out"), line.pop("test")
            values = {name: _value(name, text) for name, text in line.items()}
            recipe, figures = ({n: values.pop(n) for n in names} for names in (RECIPE, FIGURES))
            runs = suites.setdefault(left_out, {})
            run = runs.setdefault(
                (values["row"], values["seed"]), {**values, "recipe": recipe, "figures": {}}
            )
            run["figures"][test] = figures
    return suites


def restore(path: Path, folders: RunFolders, recipe: Recipe, left_out: str = "") -> None:
    """Write the results of a CSV file that are missing in ``folders``.

    Only those by this recipe and on these scenes. The weights of the runs are not restored.
    """
    for (row, seed), result in read_csv(path).get(left_out, {}).items():
        target = folders.result(row, seed)
        same = result["recipe"] == asdict(recipe) and result["scenes"] == folders.scenes.name
        if same and not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(json.dumps(result, indent=1))


def _in_order(runs: Runs) -> Iterator[dict[str, Any]]:
    """Results in the order of rows and seeds."""
    for row in (*ROWS, *FURTHER, *UNDER_CONDITIONS):
        yield from (runs[row.name, seed] for seed in seeds_of(runs, row.name))


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 6)


def _value(name: str, text: str) -> Any:
    if name in TEXTS:
        return text
    if not text:  # the processor's seconds of a run on a GPU
        return None
    return int(text) if name in INTEGERS else float(text)
