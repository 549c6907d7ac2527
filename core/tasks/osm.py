"""Footprints as OpenStreetMap data: no network."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import shapely

from ..footprints.antimeridian import within_180
from ..footprints.degrees import DEGREES, in_degrees
from ..footprints.osm_file import BUILDING, GRID, SOURCE, write_osm
from ..footprints.read import Table, read_polygons
from ..footprints.snapped import snapped
from ..footprints.write import write_table
from ..hatch.errors import InputError
from ..hatch.files import atomic_output
from ..hatch.jobs import OsmJob, RegulariseJob
from ..hatch.messages import Message
from ..hatch.names import ACCEPTED, REGULARISED, REVIEW, decision_of
from ..hatch.reporter import Reporter
from ..hatch.results import OsmResult
from ..timing import Timing
from .regularise import are_too_large, straightened

_MOST_NODES = 2000  # of a way of OpenStreetMap, the first of a ring counted twice


def osm(job: OsmJob, reporter: Reporter) -> OsmResult:
    """Write the polygons of a vector file as buildings for JOSM or Rapid.

    They have straight walls, degrees as coordinates, and no overlaps. Raises InputError for bad
    input and Cancelled if the user cancelled the job. Then, as after any other failure, no file is
    left.
    """
    timing = Timing()
    with atomic_output(Path(job.out)) as out:
        table = read_polygons(job.polygons, [REVIEW, REGULARISED])
        table.report(reporter)
        chosen = _accepted(table) if job.accepted else np.ones(len(table.geometries), bool)
        left_out = int((~chosen).sum())
        if left_out:
            reporter.log(
                Message("Polygons that no review accepted are left out ({count}).", count=left_out)
            )
        polygons = shapely.get_parts(table.geometries[chosen])
        if len(polygons) == 0:
            raise InputError(
                "There are no polygons to export; review the layer or choose another: {polygons}.",
                polygons=job.polygons,
            )
        if not table.crs:
            raise InputError(
                "The polygons have no coordinate system; assign one to the layer: {polygons}.",
                polygons=job.polygons,
            )
        buildings, unfit = _buildings(polygons, table, job.square, reporter)
        nodes = _write(out, buildings, job.source)
    return OsmResult(
        buildings=len(buildings),
        left_out=left_out + unfit,
        nodes=nodes,
        out=job.out,
        seconds=round(timing.total, 2),
    )


def _accepted(table: Table) -> np.ndarray:
    """Whether a review accepted a feature, bool [n]."""
    decisions = table.fields.get(REVIEW)
    if decisions is None:
        return np.zeros(len(table.geometries), bool)
    return np.array([decision_of(value) == ACCEPTED for value in decisions], bool)


def _buildings(
    polygons: np.ndarray, table: Table, square: bool, reporter: Reporter
) -> tuple[np.ndarray, int]:
    """Polygons [n] of the table -> buildings [m] in degrees, and the number of those left out."""
    huge = are_too_large(polygons, table.crs, RegulariseJob.tolerance_m)
    if huge.any():
        no_buildings = Message(
            "Polygons that are too large for buildings are left out ({count}).",
            count=int(huge.sum()),
        )
        reporter.log(no_buildings, "warning")
    polygons = polygons[~huge]
    if square and REGULARISED not in table.fields:
        polygons = straightened(polygons, table.crs, RegulariseJob.tolerance_m, reporter)
    reporter.check()
    buildings = snapped(in_degrees(polygons, table.crs), GRID)
    lost = int(shapely.is_empty(buildings).sum())
    if lost:
        covered = Message(
            "Polygons that others cover completely are left out ({count}).", count=lost
        )
        reporter.log(covered, "warning")
    buildings = within_180(buildings[~shapely.is_empty(buildings)])
    long = _have_too_many_nodes(buildings)
    if long.any():
        skipped = Message(
            "Polygons with more than {most:,} vertices are left out, as OpenStreetMap takes "
            "none ({count}).",
            most=_MOST_NODES,
            count=int(long.sum()),
        )
        reporter.log(skipped, "warning")
    return buildings[~long], int(huge.sum()) + int(long.sum())


def _have_too_many_nodes(polygons: np.ndarray) -> np.ndarray:
    """Whether a ring of a polygon has more nodes than a way of OpenStreetMap, bool [n]."""
    rings, polygon = shapely.get_rings(polygons, return_index=True)
    large = np.zeros(len(polygons), bool)
    large[polygon[shapely.get_num_coordinates(rings) > _MOST_NODES]] = True
    return large


def _write(out: Path, buildings: np.ndarray, source: str) -> int:
    """Write an .osm or a GeoJSON file; the number of distinct vertices."""
    if out.suffix.lower() == ".osm":
        return write_osm(out, buildings, source)
    count = len(buildings)
    fields = {BUILDING: np.full(count, "yes", object), SOURCE: np.full(count, source, object)}
    write_table(out, Table(buildings, fields, DEGREES))
    return len(np.unique(shapely.get_coordinates(buildings), axis=0))
