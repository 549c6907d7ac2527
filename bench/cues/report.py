"""The table of all runs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from .run import measure_baselines, read_figures

FIRST = "recipe"
KEYS = ("simulated/sar", "simulated/sar/ap", "real/sar", "real/sar/ap")


def print_table(work: Path) -> None:
    """Print the figures of all trials as Markdown."""
    print(table(read_figures(work)))


def print_baselines(data: Path, work: Path) -> None:
    """Print the figures of what needs no training, and of the default model."""
    for name, figures in measure_baselines(data, work).items():
        print(name, {key: round(figures[key], 3) for key in KEYS if key in figures})


def table(lines: Sequence[dict[str, Any]]) -> str:
    """One row for each trial, of means over its seeds.

    IoU and average precision (AP) on simulated scenes are those after the last step, on real scenes
    those of all evaluations. The last column is the difference of the last AP on real scenes from
    the recipe's with the same seed.
    """
    steps = list(lines[-1]["at"])
    head = ["trial", "seeds", "simulated IoU", "AP", f"real IoU at {', '.join(steps)}", "AP"]
    rows = [[*head, "AP less recipe's"], ["---"] * (len(head) + 1)]
    reference = {line["seed"]: real_ap(line) for line in lines if line["trial"] == FIRST}
    for name in dict.fromkeys(line["trial"] for line in lines):
        own = [line for line in lines if line["trial"] == name]
        differences = [
            real_ap(line) - reference[line["seed"]] for line in own if line["seed"] in reference
        ]
        last = [_last(line) for line in own]
        rows.append(
            [
                name,
                str(len(own)),
                _mean(figures["simulated/sar"] for figures in last),
                _mean(figures["simulated/sar/ap"] for figures in last),
                _at_steps(own, "real/sar"),
                _at_steps(own, "real/sar/ap"),
                f"{np.mean(differences):+.3f}" if differences else "",
            ]
        )
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def real_ap(line: dict[str, Any]) -> float:
    """Average precision on real scenes after the last step of a run."""
    return float(_last(line)["real/sar/ap"])


def _last(line: dict[str, Any]) -> dict[str, float]:
    figures: dict[str, float] = list(line["at"].values())[-1]
    return figures


def _at_steps(lines: Sequence[dict[str, Any]], key: str) -> str:
    """Means over runs at each number of steps."""
    values = [[figures[key] for figures in line["at"].values()] for line in lines]
    return ", ".join(f"{value:.3f}" for value in np.mean(values, axis=0))


def _mean(values: Iterable[float]) -> str:
    return f"{np.mean(list(values)):.3f}"
