"""The footprints of a scene from its parts: no network."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from dataclasses import replace
from itertools import chain
from pathlib import Path

from ..footprints.write import write_footprints
from ..hatch.errors import InputError
from ..hatch.files import atomic_output
from ..hatch.jobs import JoinJob
from ..hatch.messages import Message
from ..hatch.reporter import Reporter
from ..hatch.results import JoinResult
from ..raster.part_file import PartFile, PartHeader, all_parts
from ..raster.probability_file import ProbabilityWriter
from ..timing import Timing
from .footprints_of_parts import footprints_of_parts
from .outline_part import Report


def join(job: JoinJob, reporter: Reporter) -> JoinResult:
    """Write the footprints of all parts, the same as those of ``extract``.

    Raises InputError for bad input, and unless the parts are all those of one scene, and Cancelled
    if the user cancelled the job. Then, as after any other failure, no file is left behind.
    """
    timing = Timing()
    with ExitStack() as stack:
        out = stack.enter_context(atomic_output(Path(job.out)))
        probability = None
        if job.probability:
            probability = stack.enter_context(atomic_output(Path(job.probability)))
        parts = all_parts([PartFile(Path(path)) for path in job.parts])
        header = _with_settings(parts[0].header, job)
        warn_of_machines(parts, reporter)
        count = write_joined(out, probability, parts, header, reporter.progress)
    return JoinResult(
        footprints=count,
        out=job.out,
        probability=job.probability,
        parts=header.parts,
        threshold=header.threshold,
        model=header.model,
        seconds=round(timing.total, 2),
        megapixels=header.width * header.height / 1e6,
    )


def write_joined(
    out: Path,
    probability: Path | None,
    parts: Iterable[PartFile],
    settings: PartHeader,
    report: Report,
) -> int:
    """Write the footprints of all parts in order, and probabilities; the number of footprints.

    Threshold and smallest area are those of ``settings``. ``report`` takes the progress.
    """
    grid = settings.grid
    if probability:
        parts = list(parts)
        area = settings.area_polygon
        with ProbabilityWriter(
            probability, grid, settings.model, settings.threshold, area
        ) as writer:
            strips = chain.from_iterable(part.strips() for part in parts)
            for strip in writer.write_through(strips):
                report(strip.end, grid.height, Message("Writing probabilities"))
    return write_footprints(
        out, footprints_of_parts(parts, settings, report), grid.crs, settings.model
    )


def warn_of_machines(parts: Sequence[PartFile], reporter: Reporter) -> None:
    """Log a warning if parts were not all computed in the same way to the last bit."""
    if len({part.header.machine for part in parts}) > 1:
        reporter.log(
            Message(
                "The parts were computed on different devices, or with different versions of "
                "libraries; the footprints may differ a little from those of a single machine."
            ),
            "warning",
        )


def _with_settings(header: PartHeader, job: JoinJob) -> PartHeader:
    """The header with the settings of the job. Raises InputError if the parts lack pixels."""
    threshold = header.threshold if job.threshold is None else job.threshold
    min_area_m2 = header.min_area_m2 if job.min_area_m2 is None else job.min_area_m2
    if threshold < header.floor or (job.probability and header.floor > 0):
        if job.probability:
            raise InputError(
                "The parts contain only pixels with a probability of at least {floor:g}, too few "
                "for a probability file; compute them again with --all-pixels: {path}",
                floor=header.floor,
                path=job.parts[0],
            )
        raise InputError(
            "The parts contain only pixels with a probability of at least {floor:g}, too few for "
            "the threshold {threshold:g}; compute them again with --all-pixels: {path}",
            floor=header.floor,
            threshold=threshold,
            path=job.parts[0],
        )
    return replace(header, threshold=threshold, min_area_m2=min_area_m2)
