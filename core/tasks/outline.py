"""Footprints at another threshold, from a file of probabilities: no network."""

from __future__ import annotations

from pathlib import Path

from ..footprints.vectorise import vectorise
from ..footprints.write import write_footprints
from ..hatch.files import atomic_output
from ..hatch.jobs import OutlineJob
from ..hatch.messages import Message
from ..hatch.reporter import Reporter
from ..hatch.results import OutlineResult
from ..raster.probability_file import ProbabilityReader
from ..timing import Timing


def outline(job: OutlineJob, reporter: Reporter) -> OutlineResult:
    """Write the footprints at ``job.threshold``.

    Raises InputError for bad input and Cancelled if the user cancelled the job. Then, as after any
    other failure, no file is left behind.
    """
    timing = Timing()
    with (
        atomic_output(Path(job.out)) as new,
        ProbabilityReader(Path(job.probability)) as probability,
    ):
        grid = probability.grid
        threshold = probability.threshold if job.threshold is None else job.threshold
        strips = probability.reported_strips(reporter, Message("Outlining"))
        footprints = vectorise(strips, grid, threshold, job.min_area_m2, timing, probability.area)
        count = write_footprints(new, footprints, grid.crs, probability.model)
    return OutlineResult(count, job.out, threshold, round(timing.total, 2))
