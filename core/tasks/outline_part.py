"""The footprints of one part of a scene, so that JoinJob does not have to compute them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import shapely

from .. import __version__
from ..footprints.part_footprints import PartFootprintsHeader, write_part_footprints
from ..footprints.vectorise import Footprints, Vectoriser
from ..hatch.errors import InputError
from ..hatch.files import atomic_output
from ..hatch.jobs import OutlinePartJob
from ..hatch.messages import Message
from ..hatch.names import part_footprints_of
from ..hatch.reporter import Reporter
from ..hatch.results import OutlinePartResult
from ..raster.cache import digest
from ..raster.part_file import PartFile, PartHeader, difference
from ..timing import Timing

Report = Callable[[float, float, Message], None]  # as Reporter.progress
WARM_UP = 1024  # rows of the part before that are vectorised as well


def outline_part(job: OutlinePartJob, reporter: Reporter) -> OutlinePartResult:
    """Write the footprints of a part next to it.

    Raises InputError for bad input, Cancelled if the user cancelled the job.
    """
    timing = Timing()
    part = PartFile(Path(job.part))
    before = PartFile(Path(job.after)) if job.after else None
    if before:
        _check_before(before, part)
    out = Path(part_footprints_of(job.part))
    with atomic_output(out) as new:
        vectoriser = warmed_up(part.header, before)
        state = vectoriser.state()
        batches = list(completed_by(part, vectoriser, reporter.progress))
        header = PartFootprintsHeader(outlines_key(part.header), state, vectoriser.state())
        write_part_footprints(new, header, batches)
    count = sum(len(batch.polygons) for batch in batches)
    return OutlinePartResult(count, str(out), part.header.part, round(timing.total, 2))


def outlines_key(header: PartHeader) -> str:
    """Hash of all that the footprints of a part depend on, apart from rows of probabilities."""
    return digest(header, __version__, shapely.__version__, shapely.geos_version_string)


def warmed_up(header: PartHeader, before: PartFile | None) -> Vectoriser:
    """A vectoriser for the rows of a part, started on the last rows of the part before.

    There are enough of these that its state nearly always equals the one after all rows before.
    """
    vectoriser = None
    if before:
        for strip in before.strips(header.rows[0] - WARM_UP):
            vectoriser = vectoriser or vectoriser_at(strip.row, header)
            vectoriser.add(strip)
    return vectoriser or vectoriser_at(header.rows[0], header)


def vectoriser_at(row: int, header: PartHeader) -> Vectoriser:
    """A new vectoriser, for a scene with the settings of a header, from a row on."""
    settings = header.threshold, header.min_area_m2
    return Vectoriser(header.grid, *settings, header.area_polygon, Timing(), row)


def completed_by(part: PartFile, vectoriser: Vectoriser, report: Report) -> Iterator[Footprints]:
    """The batches of footprints that the rows of a part complete; all, after the last part."""
    header = part.header
    for strip in part.strips():
        yield vectoriser.add(strip)
        report(strip.end, header.height, Message("Outlining"))
    if header.part == header.parts:
        yield vectoriser.finish()


def _check_before(before: PartFile, part: PartFile) -> None:
    """Raise InputError unless a part is the one before another one of the same scene."""
    problem = difference(before.header, part.header)
    if not problem and before.header.part != part.header.part - 1:
        problem = Message("number {number}", number=before.header.part)
    if problem:
        raise InputError(
            "The part is not the one before number {number} ({difference}); name the right one: "
            "{path}",
            number=part.header.part,
            difference=problem,
            path=before.path,
        )
