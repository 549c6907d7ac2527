"""The report, from the files of the runs alone: Markdown and two charts."""

from __future__ import annotations

import json
import statistics
import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .conditions import STANDARD
from .data import PHOTOGRAPHS, REAL, SIMULATED
from .rows import (
    FURTHER,
    LABELS_ALONE,
    OPT_ONLY,
    OPT_SAR,
    REAL_ROWS,
    ROWS,
    SAR_ONLY,
    UNDER_CONDITIONS,
    WHOLE,
    Row,
)

Runs = dict[tuple[str, int], dict[str, Any]]
MEAN = "mean"  # of the tests
PREMISE = 0.15  # least lead of OPT only over SAR only
HEAD = 2  # lines of a table without rows


@dataclass(frozen=True)
class Spread:
    """Mean and standard deviation (n - 1) over seeds; no deviation of fewer than two."""

    mean: float
    deviation: float | None

    @classmethod
    def of(cls, values: Sequence[float]) -> Spread:
        """Raises StatisticsError if there is no value."""
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


def value(result: dict[str, Any], test: str, figure: str) -> float:
    """A figure of a run on a test, or the mean over its tests."""
    figures = result["figures"]
    tests = figures if test == MEAN else [test]
    return statistics.fmean(figures[name][figure] for name in tests)


def spread(runs: Runs, row: str, test: str, figure: str = "iou") -> Spread:
    """A figure over the seeds of a row."""
    return Spread.of([value(runs[row, seed], test, figure) for seed in seeds_of(runs, row)])


def difference(runs: Runs, row: str, other: str, test: str) -> Spread | None:
    """IoU of ``row`` minus that of ``other``, seed by seed: same data, order and first weights in
    each pair. None if there is no common seed."""
    common = sorted(set(seeds_of(runs, row)) & set(seeds_of(runs, other)))
    pairs = [[value(runs[name, seed], test, "iou") for name in (row, other)] for seed in common]
    return Spread.of([first - second for first, second in pairs]) if pairs else None


def like(row: Row, name: str) -> str:
    """Name of the row ``name`` under the condition of another row."""
    return name if row.condition is STANDARD else f"{name}, {row.condition.name}"


def gate(runs: Runs, row: Row) -> Spread | None:
    """Lead of OPT only over SAR only on photographs, under the condition of the row."""
    return difference(runs, like(row, OPT_ONLY), like(row, SAR_ONLY), PHOTOGRAPHS)


def gap_closed(runs: Runs, row: str, test: str) -> float:
    """(row - SAR only) / (OPT + SAR - SAR only), of means over seeds: 0 is SAR only, 1 the bound.

    NaN where there is no gap.
    """
    low, high = (spread(runs, name, test).mean for name in (SAR_ONLY, OPT_SAR))
    return (spread(runs, row, test).mean - low) / (high - low) if high > low else float("nan")


def seconds(runs: Runs, row: Row) -> float | None:
    """Mean processor time of a row's training, that of its teacher included.

    Of the runs on a processor; None if there is none.
    """
    total = 0.0
    for name in filter(None, (row.name, row.teacher)):
        measured = [runs[name, seed]["seconds"] for seed in seeds_of(runs, name)]
        on_processor = [own for own in measured if own is not None]
        if not on_processor:
            return None
        total += statistics.fmean(on_processor)
    return total


def text(runs: Runs, real: Mapping[str, Runs], command: str) -> str:
    """The results in Markdown: how they were made, the chart, the tables."""
    last = max(runs.values(), key=lambda result: result["date"])
    seeds = sorted({seed for _, seed in runs})
    machines = sorted({f"{result['machine']}, {result['dtype']}" for result in runs.values()})
    made = (
        f"`{command}`, {last['date'][:10]}, {' and '.join(machines)}; "
        f"{last['recipe']['steps']} steps, seeds {', '.join(map(str, seeds))}; mean ± standard "
        "deviation over seeds, without one where only one seed was run. Gain: IoU of the row "
        f"minus that of *{LABELS_ALONE}* under the same condition, seed by seed. Gate: lead of "
        "OPT only over SAR only on photographs under that condition; it should be at least "
        f"{PREMISE:.2f}. Gap closed: of IoU on photographs, from SAR only (0 %) to OPT + SAR "
        "(100 %)."
    )
    lines = [
        "## Results",
        "",
        textwrap.fill(made, 100),
        "",
        "![IoU on photographs of every row, and the gain over the gate](images/ablation.png)",
        "",
        "Left: a dot is a seed, a stroke their mean. Right: each dot is a condition.",
    ]
    tables = {
        "Rows": _table(runs, (*ROWS, *FURTHER), costs=True),
        "Conditions": _table(runs, UNDER_CONDITIONS, costs=False),
        "Leave-one-out on real scenes": _real_table(real),
    }
    for title, table in tables.items():
        if len(table) > HEAD:
            lines += ["", f"### {title}", "", *table]
    return "\n".join([*lines, ""])


def _table(runs: Runs, rows: Sequence[Row], costs: bool) -> list[str]:
    heads = ["", "seeds", "IoU: photographs", "simulated", "mean", "gain: photographs", "simulated"]
    heads += ["gate", "object F1: photographs", "simulated", "boundary IoU: photographs"]
    if costs:
        heads += ["gap closed", "M parameters", "G multiply-adds", "s of training"]
    lines = ["| " + " | ".join(heads) + " |", "|---" * len(heads) + "|"]
    for row in rows:
        seeds = seeds_of(runs, row.name)
        if not seeds:
            continue
        name = row.name
        cells = [f"{name}: {row.note}" if row.note else name, str(len(seeds))]
        cells += [spread(runs, name, test).text() for test in (PHOTOGRAPHS, SIMULATED, MEAN)]
        base = like(row, LABELS_ALONE)
        for test in (PHOTOGRAPHS, SIMULATED):
            cells.append(_signed(None if name == base else difference(runs, name, base, test)))
        cells.append(_signed(gate(runs, row)))
        cells += [spread(runs, name, t, "object_f1").text() for t in (PHOTOGRAPHS, SIMULATED)]
        cells.append(spread(runs, name, PHOTOGRAPHS, "boundary_iou").text())
        if costs:
            one = runs[name, seeds[0]]
            cells.append(f"{100 * gap_closed(runs, name, PHOTOGRAPHS):.0f} %")
            cells += [f"{one['parameters'] / 1e6:.2f}", f"{one['multiply_adds'] / 1e9:.2f}"]
            time = seconds(runs, row)
            cells.append("" if time is None else f"{time:.0f}")
        lines.append("| " + " | ".join(cells) + " |")
    return lines


def _real_table(real: Mapping[str, Runs]) -> list[str]:
    """IoU of the rows on each scene, by networks that were trained on the other scenes."""
    names = [row.name for row in REAL_ROWS]
    done = {scene: runs for scene, runs in real.items() if all(seeds_of(runs, n) for n in names)}
    lines = [f"| left out | {' | '.join(names)} |", "|---" * (len(names) + 1) + "|"]
    for scene, runs in done.items():
        cells = [spread(runs, name, REAL).text() for name in names]
        lines.append(f"| {scene} | {' | '.join(cells)} |")
    if done:
        means = [
            statistics.fmean(spread(runs, name, REAL).mean for runs in done.values())
            for name in names
        ]
        lines.append(f"| mean | {' | '.join(f'{mean:.3f}' for mean in means)} |")
    return lines


def _signed(spread: Spread | None) -> str:
    return spread.text(signed=True) if spread else ""


def draw(runs: Runs, path: Path) -> None:
    """IoU of every row, and the gain of CMH-CL over the gate of each condition."""
    import matplotlib  # a library of the report alone; the runs need none of it

    matplotlib.use("Agg")
    from matplotlib import pyplot as plt

    figure, (left, right) = plt.subplots(1, 2, figsize=(13, 5), layout="constrained")
    _draw_rows(left, runs)
    _draw_gains(right, runs)
    figure.savefig(path, dpi=110)
    plt.close(figure)


def _draw_rows(axes: Any, runs: Runs) -> None:
    """A dot for each seed, a stroke at their mean, a line at what labels alone give."""
    names = [row.name for row in (*ROWS, *FURTHER) if seeds_of(runs, row.name)]
    for place, name in enumerate(names):
        values = [value(runs[name, seed], PHOTOGRAPHS, "iou") for seed in seeds_of(runs, name)]
        colour = "tab:orange" if name == WHOLE else "tab:blue"
        axes.plot(statistics.fmean(values), place, "|", color=colour, markersize=18)
        axes.plot(values, [place] * len(values), "o", color=colour, markersize=4)
    if LABELS_ALONE in names:
        axes.axvline(spread(runs, LABELS_ALONE, PHOTOGRAPHS).mean, color="grey", zorder=0)
    axes.set_yticks(range(len(names)), names)
    axes.invert_yaxis()
    axes.set(title="Rows", xlabel="building IoU, test photographs")


def _draw_gains(axes: Any, runs: Runs) -> None:
    """A dot for each condition: x is the gate, y the gain of CMH-CL, both on photographs."""
    for row in (*ROWS, *UNDER_CONDITIONS):
        lead = gate(runs, row)
        gain = difference(runs, row.name, like(row, LABELS_ALONE), PHOTOGRAPHS)
        if row.name == like(row, WHOLE) and lead and gain:
            bars = gain.deviation or 0, lead.deviation or 0
            axes.errorbar(lead.mean, gain.mean, *bars, fmt="o", color="tab:orange")
            label = row.condition.name or "all labels"
            axes.annotate(label, (lead.mean, gain.mean), (5, 5), textcoords="offset points")
    axes.axhline(0, color="grey", zorder=0)
    axes.axvline(PREMISE, color="grey", linestyle=":", zorder=0)
    axes.set(
        title="When hallucination pays",
        xlabel="gate: IoU of OPT only minus SAR only",
        ylabel=f"gain: {WHOLE} minus {LABELS_ALONE}",
    )
