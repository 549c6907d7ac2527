"""Figures that a benchmark stores in files, so that it can be resumed."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from core.hatch.files import atomic_output

Figures = dict[str, float]


def cached(file: Path, measure: Callable[[], Figures]) -> Figures:
    """The figures in the file; if there is none, those of ``measure``, written to it."""
    if file.exists():
        figures: Figures = json.loads(file.read_text())
        return figures
    figures = measure()
    with atomic_output(file) as new:
        new.write_text(json.dumps(figures))
    return figures
