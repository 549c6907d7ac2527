"""Figures that a bench keeps in files, so that a broken one goes on where it stopped."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

Figures = dict[str, float]


def kept(file: Path, measure: Callable[[], Figures]) -> Figures:
    """The figures in the file, or those that ``measure`` gives now, which the file then has."""
    if file.exists():
        figures: Figures = json.loads(file.read_text())
        return figures
    figures = measure()
    partial = file.with_suffix(".partial")
    partial.write_text(json.dumps(figures))
    partial.replace(file)
    return figures
