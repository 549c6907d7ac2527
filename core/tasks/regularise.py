"""Polygons of any source with straight walls and right angles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pyproj
import shapely

from ..footprints.by_group import connected_groups
from ..footprints.coverage import regularise_layer
from ..footprints.read import read_table, refuse_degrees
from ..footprints.regularise import REACH, TOLERANCE
from ..footprints.write import write_table
from ..hatch.errors import InputError
from ..hatch.files import atomic_output
from ..hatch.jobs import RegulariseJob
from ..hatch.messages import Message
from ..hatch.reporter import Reporter
from ..hatch.results import RegulariseResult
from ..polygons import valid_polygons
from ..raster.grid import metres_per_unit_at
from ..timing import Timing

_LONGEST = 50_000  # of the regulariser's pixels around a polygon


def regularise(job: RegulariseJob, reporter: Reporter) -> RegulariseResult:
    """Write the regularised polygons of a vector file.

    Polygons that do not overlap still do not, and keep their common walls. Each polygon of a
    multipolygon counts as one, invalid geometries are repaired first, and features without a
    polygon stay as they are, without a geometry. Raises InputError for bad input and Cancelled if
    the user cancelled the job. Then, as after any other failure, no file is left.
    """
    timing = Timing()
    with atomic_output(Path(job.out)) as out:
        table = read_table(job.polygons)
        table.report(reporter)
        parts, owners = shapely.get_parts(table.geometries, return_index=True)
        if len(parts) == 0:
            raise InputError(
                "The file has no polygons; choose a layer of polygons: {polygons}",
                polygons=job.polygons,
            )
        if not table.crs:
            refuse_degrees(parts, job.polygons)
        straight = straightened(parts, table.crs, job.tolerance_m, reporter)
        polygons = _gathered(straight, owners, len(table.geometries))
        write_table(out, replace(table, geometries=polygons))
    count = int((~shapely.is_missing(polygons)).sum())
    return RegulariseResult(count, job.out, round(timing.total, 2))


def straightened(
    polygons: np.ndarray, crs: str, tolerance_m: float, reporter: Reporter
) -> np.ndarray:
    """Polygons [n] in coordinates of the CRS -> polygons [n]. Raises InputError or Cancelled."""
    centres, scales = _pixel_scales(polygons, crs, tolerance_m)
    result = polygons.copy()
    small = np.flatnonzero(~are_too_large(polygons, crs, tolerance_m))
    if done := len(polygons) - len(small):
        large = Message(
            "Polygons that are too large for buildings stay as they are ({count}).", count=done
        )
        reporter.log(large, "warning")
    for near in _batches(polygons[small], scales[small]):
        batch = small[near]
        # One scale for polygons that may touch, so that they still do afterwards.
        centre, scale = centres[batch].mean(axis=0), scales[batch].mean(axis=0)
        pixels = _moved(polygons[batch], -centre * scale, scale)
        valid = shapely.is_valid(pixels)  # False for slivers that the move has rounded away
        straight, _ = regularise_layer(pixels[valid])
        result[batch[valid]] = _moved(straight, centre, 1 / scale)
        done += len(batch)
        reporter.progress(done, len(polygons), Message("Straightening"))
    return result


def are_too_large(polygons: np.ndarray, crs: str, tolerance_m: float) -> np.ndarray:
    """Whether polygons [n] are too large for buildings, bool [n]. Raises InputError."""
    _, scales = _pixel_scales(polygons, crs, tolerance_m)
    large: np.ndarray = shapely.length(polygons) * scales.max(axis=1) > _LONGEST
    return large


def _pixel_scales(
    polygons: np.ndarray, crs: str, tolerance_m: float
) -> tuple[np.ndarray, np.ndarray]:
    """Centroids [n, 2], and the regulariser's pixels to a unit of the CRS there, [n, 2]."""
    centres = shapely.get_coordinates(shapely.centroid(polygons))
    metres = np.stack(metres_per_unit_at(pyproj.CRS(crs) if crs else None, *centres.T), axis=1)
    scales = metres * TOLERANCE / tolerance_m
    if not np.isfinite(scales).all():
        raise InputError(
            "Some polygons are outside the range of their coordinate system; assign the layer "
            "the right one."
        )
    return centres, scales


def _batches(polygons: np.ndarray, scales: np.ndarray) -> Iterator[np.ndarray]:
    """Indices of polygons [n]; those of different batches are too far apart to meet."""
    if not len(polygons):
        return
    margins, bounds = REACH / scales, shapely.bounds(polygons)
    low, high = bounds[:, :2] - margins, bounds[:, 2:] + margins
    boxes = shapely.box(*low.T, *high.T)
    near = shapely.STRtree(boxes).query(boxes, "intersects")
    count, place_of = connected_groups(near[0], near[1], len(boxes))
    order = np.argsort(place_of, kind="stable")
    yield from np.split(order, np.cumsum(np.bincount(place_of, minlength=count))[:-1])


def _moved(polygons: np.ndarray, offset: np.ndarray, scale: np.ndarray) -> np.ndarray:
    """Polygons [n] times a scale plus an offset, both [2]."""
    coordinates = shapely.get_coordinates(polygons) * scale + offset
    moved: np.ndarray = shapely.set_coordinates(polygons.copy(), coordinates)
    return moved


def _gathered(parts: np.ndarray, owners: np.ndarray, count: int) -> np.ndarray:
    """Polygons [m] of owners [m], in ascending order -> geometries [count], None without any."""
    geometries = np.full(count, None, dtype=object)
    geometries[owners] = parts
    several = np.bincount(owners, minlength=count)[owners] > 1
    if several.any():
        found, indices = np.unique(owners[several], return_inverse=True)
        geometries[found] = shapely.multipolygons(parts[several], indices=indices)
    return valid_polygons(geometries)[0]
