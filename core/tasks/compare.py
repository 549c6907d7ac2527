"""Differences between two layers of building polygons: no network."""

from __future__ import annotations

import math
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import numpy as np
import shapely

from ..footprints.antimeridian import turned_as
from ..footprints.common_area import common_area, frame_around, in_one_crs, side
from ..footprints.comparison import Comparison, compare_sides
from ..footprints.read import Table, buildings_of, read_polygons
from ..footprints.write import write_table
from ..hatch.errors import InputError
from ..hatch.files import atomic_output
from ..hatch.jobs import CompareJob
from ..hatch.messages import Message
from ..hatch.names import CHANGED, CONFIDENCE, IOU, MATCHED, MISSING, NEW, SHIFT_M
from ..hatch.reporter import Reporter
from ..hatch.results import CompareResult
from ..metrics import ratio
from ..raster.placement import LAYER, REFERENCE
from ..raster.probability_file import ProbabilityReader
from ..timing import Timing

_STEPS = 4


def compare(job: CompareJob, reporter: Reporter) -> CompareResult:
    """Write the differences between two layers of polygons to a vector file.

    Raises InputError for bad input and Cancelled if the user cancelled the job. Then, as after any
    other failure, no file is left behind.
    """
    timing = Timing()
    with ExitStack() as stack:
        out = stack.enter_context(atomic_output(Path(job.out)))
        probabilities = (
            stack.enter_context(ProbabilityReader(Path(job.probability)))
            if job.probability
            else None
        )
        given, reference = _read(job, reporter)
        layer, reference = _in_one_crs(job, given, reference, reporter)
        comparison = _compared(job, layer, reference, probabilities, reporter)
        reporter.progress(3, _STEPS, Message("Writing"))
        table = comparison.table
        polygons = turned_as(table.geometries, table.crs, given.geometries)
        write_table(out, replace(table, geometries=polygons))
        result = _result(job, comparison)
        _report(result, reporter)
    return replace(result, seconds=round(timing.total, 2))


def _read(job: CompareJob, reporter: Reporter) -> tuple[Table, Table]:
    """Both layers."""
    reporter.progress(0, _STEPS, Message("Reading"))
    layer = read_polygons(job.polygons, [CONFIDENCE])
    reporter.progress(1, _STEPS, Message("Reading"))
    return layer, read_polygons(job.reference)


def _in_one_crs(
    job: CompareJob, layer: Table, reference: Table, reporter: Reporter
) -> tuple[Table, Table]:
    """Both layers in one CRS; polygons of a feature that do not touch are several."""
    layer, reference = map(buildings_of, in_one_crs(layer, reference))
    for table in (layer, reference):
        table.report(reporter)
    if len(layer.geometries) + len(reference.geometries) == 0:
        raise InputError(
            "Neither layer has polygons; choose layers of polygons: {polygons} and {reference}.",
            polygons=job.polygons,
            reference=job.reference,
        )
    return layer, reference


def _compared(
    job: CompareJob,
    layer: Table,
    reference: Table,
    probabilities: ProbabilityReader | None,
    reporter: Reporter,
) -> Comparison:
    """Compare the layers in their common area, and say what that is."""
    reporter.progress(2, _STEPS, Message("Comparing"))
    frame = frame_around([layer, reference], layer.crs)
    area, notes = common_area(frame, job.area, probabilities)
    for note in notes:
        reporter.log(note, "warning")
    comparison = compare_sides(
        side(layer, area, probabilities, LAYER),
        side(reference, area, probabilities, REFERENCE),
        layer.crs,
        min_iou=job.min_iou,
        changed_iou=job.changed_iou,
        max_shift_m=job.max_shift_m,
    )
    if comparison.polygons + comparison.reference == 0:
        raise InputError(
            "Neither layer has polygons in the area; choose layers and an area of the same place."
        )
    if job.area or probabilities:
        _report_left_out(layer, reference, comparison, reporter)
    else:
        _warn_of_unequal_extents(layer, reference, reporter)
    return comparison


def _report_left_out(
    layer: Table, reference: Table, comparison: Comparison, reporter: Reporter
) -> None:
    """Say how many polygons are not in the area."""
    polygons = len(layer.geometries) - comparison.polygons
    references = len(reference.geometries) - comparison.reference
    if polygons or references:
        reporter.log(
            Message(
                "Only polygons in the area were compared; left out: {polygons} of the layer, "
                "{references} of the reference.",
                polygons=polygons,
                references=references,
            )
        )


def _warn_of_unequal_extents(layer: Table, reference: Table, reporter: Reporter) -> None:
    """Say that everything was compared, if one layer covers more than the other."""
    polygons, references = _outside(layer, reference), _outside(reference, layer)
    if polygons or references:
        reporter.log(
            Message(
                "Everything was compared, including polygons beyond the extent of the other layer "
                "({polygons} of the layer, {references} of the reference); if one of them covers "
                "more, choose an area that both cover.",
                polygons=polygons,
                references=references,
            ),
            "warning",
        )


def _outside(table: Table, other: Table) -> int:
    """Number of polygons outside the bounds of another table, 0 if that is empty."""
    if len(other.geometries) == 0:
        return 0
    box = shapely.box(*shapely.total_bounds(other.geometries))
    return int((~shapely.intersects(table.geometries, box)).sum())


def _result(job: CompareJob, comparison: Comparison) -> CompareResult:
    """The figures of a comparison; ``seconds`` is still 0."""
    fields = comparison.table.fields
    found = comparison.count(MATCHED) + comparison.count(CHANGED)
    # Not finite where the coordinates are outside of those of the coordinate system.
    shift = float(np.median(fields[SHIFT_M][:found])) if found else math.nan
    east, north = np.median(comparison.shift, axis=0) if found else (math.nan, math.nan)
    return CompareResult(
        polygons=comparison.polygons,
        reference=comparison.reference,
        matched=comparison.count(MATCHED),
        changed=comparison.count(CHANGED),
        new=comparison.count(NEW),
        missing=comparison.count(MISSING),
        merged=comparison.merged,
        split=comparison.split,
        precision=ratio(found, comparison.polygons),
        recall=ratio(found, comparison.reference),
        f1=ratio(2 * found, comparison.polygons + comparison.reference),
        mean_iou=ratio(fields[IOU][:found].sum(), found),
        median_shift_m=shift if math.isfinite(shift) else None,
        offset_m=(float(east), float(north)) if math.isfinite(east + north) else None,
        min_iou=job.min_iou,
        out=job.out,
        seconds=0.0,
    )


def _report(result: CompareResult, reporter: Reporter) -> None:
    """Log the figures."""
    reporter.log(
        Message(
            "At an IoU of {iou:g}: F1 {f1:.3f}, precision {precision:.3f}, recall {recall:.3f}.",
            iou=result.min_iou,
            f1=result.f1,
            precision=result.precision,
            recall=result.recall,
        )
    )
    reporter.log(
        Message(
            "{matched} matched, {changed} changed, {new} new, {missing} missing; {merged} merged, "
            "{split} split.",
            matched=result.matched,
            changed=result.changed,
            new=result.new,
            missing=result.missing,
            merged=result.merged,
            split=result.split,
        )
    )
    if result.median_shift_m is not None and result.offset_m is not None:
        east, north = result.offset_m
        reporter.log(
            Message(
                "Of those in both: mean IoU {iou:.3f}, median shift {shift:.2f} m, median offset "
                "{east:.2f} m east and {north:.2f} m north.",
                iou=result.mean_iou,
                shift=result.median_shift_m,
                east=east,
                north=north,
            )
        )
