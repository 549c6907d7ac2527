"""Footprints as OpenStreetMap data: no network."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pyproj
import shapely

from ..footprints.antimeridian import side_by_side, within_180
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
from .regularise import straightened

_DEGREES = "EPSG:4326"


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
        if job.square and REGULARISED not in table.fields:
            polygons = straightened(polygons, table.crs, RegulariseJob.tolerance_m, reporter)
        reporter.check()
        buildings = snapped(_in_degrees(polygons, table.crs), GRID)
        lost = int(shapely.is_empty(buildings).sum())
        if lost:
            covered = Message(
                "Polygons that others cover completely are left out ({count}).", count=lost
            )
            reporter.log(covered, "warning")
        buildings = within_180(buildings[~shapely.is_empty(buildings)])
        nodes = _write(out, buildings, job.source)
    return OsmResult(
        buildings=len(buildings),
        left_out=left_out,
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


def _in_degrees(polygons: np.ndarray, crs: str) -> np.ndarray:
    """Polygons [n] of a CRS in longitude and latitude. Raises InputError.

    Across the antimeridian longitudes go on beyond 180, so that neighbours stay next to each other.
    """
    to_degrees = pyproj.Transformer.from_crs(crs, _DEGREES, always_xy=True)
    moved = np.stack(to_degrees.transform(*shapely.get_coordinates(polygons).T), axis=1)
    if not np.isfinite(moved).all():
        raise InputError(
            "Some polygons are outside the range of their coordinate system; assign the layer "
            "the right one."
        )
    _, polygon = shapely.get_coordinates(polygons, return_index=True)  # of each vertex
    moved[:, 0] = side_by_side(moved[:, 0], polygon)
    result: np.ndarray = shapely.set_coordinates(polygons.copy(), moved)
    return result


def _write(out: Path, buildings: np.ndarray, source: str) -> int:
    """Write an .osm or a GeoJSON file; the number of distinct vertices."""
    if out.suffix.lower() == ".osm":
        return write_osm(out, buildings, source)
    count = len(buildings)
    fields = {BUILDING: np.full(count, "yes", object), SOURCE: np.full(count, source, object)}
    write_table(out, Table(buildings, fields, _DEGREES))
    return len(np.unique(shapely.get_coordinates(buildings), axis=0))
