"""Footprints at another threshold, from kept probabilities: no network."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from .beside import written_beside
from .clock import Clock
from .footprints.write import write_footprints
from .job import OutlineJob
from .raster.blend import Strip
from .raster.kept import KeptProbability
from .reporter import Reporter


def outline(job: OutlineJob, reporter: Reporter) -> dict[str, Any]:
    """Footprints written to ``job.out`` as OutlineJob promises.

    Raises InputError for bad input, Cancelled when the user asked for a stop. Then, as after any
    other failure, nothing is left behind.
    """
    clock = Clock()
    with written_beside(Path(job.out)) as out, KeptProbability(Path(job.probability)) as kept:
        threshold = kept.threshold if job.threshold is None else job.threshold
        strips = _reported(kept.strips(), kept.grid.height, reporter)
        count = write_footprints(
            out, strips, kept.grid, kept.model, threshold, job.min_area_m2, clock
        )
    return {
        "footprints": count,
        "out": job.out,
        "threshold": threshold,
        "seconds": round(clock.total, 2),
    }


def _reported(strips: Iterator[Strip], height: int, reporter: Reporter) -> Iterator[Strip]:
    for strip in strips:
        yield strip
        reporter.progress(strip.row + len(strip.valid), height, "Outlining")
