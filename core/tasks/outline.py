"""Footprints at another threshold, from kept probabilities: no network."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ..footprints.write import write_footprints
from ..hatch.files import atomic_output
from ..hatch.jobs import OutlineJob
from ..hatch.reporter import Reporter
from ..raster.blend import Strip
from ..raster.probability_file import ProbabilityReader
from ..timing import Timing


def outline(job: OutlineJob, reporter: Reporter) -> dict[str, Any]:
    """Footprints written to ``job.out`` as OutlineJob promises.

    Raises InputError for bad input, Cancelled when the user asked for a stop. Then, as after any
    other failure, nothing is left behind.
    """
    timing = Timing()
    with atomic_output(Path(job.out)) as out, ProbabilityReader(Path(job.probability)) as kept:
        threshold = kept.threshold if job.threshold is None else job.threshold
        strips = _reported(kept.strips(), kept.grid.height, reporter)
        count = write_footprints(
            out, strips, kept.grid, kept.model, threshold, job.min_area_m2, timing
        )
    return {
        "footprints": count,
        "out": job.out,
        "threshold": threshold,
        "seconds": round(timing.total, 2),
    }


def _reported(strips: Iterator[Strip], height: int, reporter: Reporter) -> Iterator[Strip]:
    for strip in strips:
        yield strip
        reporter.progress(strip.row + len(strip.valid), height, "Outlining")
