"""The report, from the files of the runs alone: CSV, Markdown and a chart."""

from __future__ import annotations

import csv
import json
import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .measure import FIGURES
from .rows import OPT_SAR, ROWS, SAR_ONLY, SWITCHES, WHOLE, Row

Runs = dict[tuple[str, int], dict[str, Any]]
TITLES = {
    "iou": "IoU",
    "f1": "F1",
    "precision": "precision",
    "recall": "recall",
    "object_f1": "object F1",
    "boundary_iou": "boundary IoU",
}


@dataclass(frozen=True)
class Spread:
    """Mean and standard deviation (n - 1) over seeds; no deviation of fewer than two."""

    mean: float
    deviation: float | None

    @classmethod
    def of(cls, values: Sequence[float]) -> Spread:
        """Raises StatisticsError without a value."""
        deviation = statistics.stdev(values) if len(values) > 1 else None
        return cls(statistics.fmean(values), deviation)

    def text(self, signed: bool = False) -> str:
        """Three digits after the point, as "0.512 ± 0.004"; with ``signed`` "+0.512 ± 0.004"."""
        mean = f"{self.mean:{'+' if signed else ''}.3f}"
        return mean if self.deviation is None else f"{mean} ± {self.deviation:.3f}"


def read_runs(folder: Path) -> Runs:
    """The results in a folder, by row and seed."""
    results = [json.loads(path.read_text()) for path in sorted(folder.glob("*.json"))]
    return {(result["row"], result["seed"]): result for result in results}


def seeds_of(runs: Runs, row: str) -> list[int]:
    """The seeds that a row was trained with."""
    return sorted(seed for name, seed in runs if name == row)


def spread(runs: Runs, row: str, figure: str) -> Spread:
    """A figure over the seeds of a row."""
    return Spread.of([runs[row, seed]["figures"][figure] for seed in seeds_of(runs, row)])


def difference(runs: Runs, row: str, other: str, figure: str) -> Spread:
    """``row`` minus ``other``, seed by seed: same data, order and first weights in each pair."""
    common = sorted(set(seeds_of(runs, row)) & set(seeds_of(runs, other)))
    return Spread.of(
        [
            runs[row, seed]["figures"][figure] - runs[other, seed]["figures"][figure]
            for seed in common
        ]
    )


def gap_closed(runs: Runs, row: str, figure: str = "iou") -> float:
    """(row - SAR only) / (OPT + SAR - SAR only), of means over seeds: 0 is SAR only, 1 the bound.

    NaN where there is no gap.
    """
    low, high = (spread(runs, name, figure).mean for name in (SAR_ONLY, OPT_SAR))
    return (spread(runs, row, figure).mean - low) / (high - low) if high > low else float("nan")


def seconds(runs: Runs, row: Row) -> float:
    """Mean processor time of a row's training, that of its teacher included."""
    own = statistics.fmean(runs[row.name, seed]["seconds"] for seed in seeds_of(runs, row.name))
    if not row.teacher:
        return own
    return own + statistics.fmean(
        runs[row.teacher, seed]["seconds"] for seed in seeds_of(runs, row.teacher)
    )


def write_csv(runs: Runs, path: Path) -> None:
    """One line for each run."""
    columns = ["row", "seed", *FIGURES, "threshold", "seconds", "parameters", "multiply_adds"]
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, columns, extrasaction="ignore")
        writer.writeheader()
        for row in (*ROWS, *SWITCHES):
            for seed in seeds_of(runs, row.name):
                result = runs[row.name, seed]
                values = {**result, **result["figures"]}
                writer.writerow(
                    {k: round(v, 4) if isinstance(v, float) else v for k, v in values.items()}
                )


def text(runs: Runs, command: str) -> str:
    """The results in Markdown: how they were made, the chart, both tables."""
    last = max(runs.values(), key=lambda result: result["date"])
    seeds = sorted({seed for _, seed in runs})
    recipe = last["recipe"]
    whole = next(row for row in ROWS if row.name == WHOLE)
    return "\n".join(
        [
            "## Results",
            "",
            f"`{command}`, {last['date'][:10]}, {last['machine']}, {last['precision']}; "
            f"{recipe['steps']} steps, seeds {', '.join(map(str, seeds))}; mean ± standard "
            "deviation over seeds, without one where only one seed was run. Gap closed: of IoU, "
            "from SAR only (0 %) to OPT + SAR (100 %).",
            "",
            "![Foreground IoU of every row and switch](images/ablation.png)",
            "",
            f"A dot is a seed, a stroke their mean; lines: {WHOLE}, dotted the gap's two ends.",
            "",
            "### Rows",
            "",
            *_table(runs, ROWS),
            "",
            f"### Switches: {WHOLE} with one change each",
            "",
            *_table(runs, (whole, *SWITCHES)),
            "",
        ]
    )


def _table(runs: Runs, rows: Sequence[Row]) -> list[str]:
    heads = ["", *TITLES.values(), f"{WHOLE} minus it, IoU", "gap closed"]
    heads += ["M parameters", "G multiply-adds", "s of training"]
    lines = ["| " + " | ".join(heads) + " |", "|---" * len(heads) + "|"]
    for row in rows:
        seeds = seeds_of(runs, row.name)
        if not seeds:
            continue
        one = runs[row.name, seeds[0]]
        cells = [f"{row.name}: {row.note}" if row.note else row.name]
        cells += [spread(runs, row.name, figure).text() for figure in FIGURES]
        cells.append(
            "" if row.name == WHOLE else difference(runs, WHOLE, row.name, "iou").text(signed=True)
        )
        cells.append(f"{100 * gap_closed(runs, row.name):.0f} %")
        cells += [f"{one['parameters'] / 1e6:.2f}", f"{one['multiply_adds'] / 1e9:.2f}"]
        cells.append(f"{seconds(runs, row):.0f}")
        lines.append("| " + " | ".join(cells) + " |")
    return lines


def draw(runs: Runs, path: Path) -> None:
    """IoU of every row: a dot for each seed, a stroke at their mean, lines at the gap's ends."""
    import matplotlib  # a library of the report alone; the runs need none of it

    matplotlib.use("Agg")
    from matplotlib import pyplot as plt

    figure, both = plt.subplots(1, 2, figsize=(13, 5), sharex=True, layout="constrained")
    for axes, title, rows in zip(both, ("Rows", "Switches"), (ROWS, SWITCHES), strict=True):
        names = [row.name for row in rows if seeds_of(runs, row.name)]
        for place, name in enumerate(names):
            values = [runs[name, seed]["figures"]["iou"] for seed in seeds_of(runs, name)]
            colour = "tab:orange" if name == WHOLE else "tab:blue"
            axes.plot(statistics.fmean(values), place, "|", color=colour, markersize=18)
            axes.plot(values, [place] * len(values), "o", color=colour, markersize=4)
        for name, style in ((SAR_ONLY, ":"), (WHOLE, "-"), (OPT_SAR, ":")):
            axes.axvline(spread(runs, name, "iou").mean, color="grey", linestyle=style, zorder=0)
        axes.set_yticks(range(len(names)), names)
        axes.invert_yaxis()
        axes.set(title=title, xlabel="foreground IoU, held-out city")
    ious = [result["figures"]["iou"] for result in runs.values()]
    both[0].set_xlim(max(0, min(ious) - 0.05), min(1, max(ious) + 0.02))
    figure.savefig(path, dpi=110)
    plt.close(figure)
