"""Polygons of any source with straight walls and right angles."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pyproj
import shapely

from ..footprints.read import read_table
from ..footprints.regularise import TOLERANCE
from ..footprints.regularise import regularise as regularise_outlines
from ..footprints.write import write_table
from ..hatch.errors import InputError
from ..hatch.files import atomic_output
from ..hatch.jobs import RegulariseJob
from ..hatch.reporter import Reporter
from ..hatch.results import RegulariseResult
from ..polygons import valid_polygons
from ..raster.grid import metres_per_unit_at
from ..timing import Timing

_AT_ONCE = 500  # polygons between two reports
_LONGEST = 50_000  # of the regulariser's pixels around a polygon


def regularise(job: RegulariseJob, reporter: Reporter) -> RegulariseResult:
    """Write the regularised polygons of a vector file.

    Each polygon of a multipolygon is regularised by itself, invalid geometries are repaired first,
    and features without a polygon stay as they are, without a geometry. Raises InputError for bad
    input and Cancelled if the user cancelled the job. Then, as after any other failure, no file is
    left.
    """
    timing = Timing()
    with atomic_output(Path(job.out)) as out:
        table = read_table(job.polygons)
        table.report(reporter)
        parts, owners = shapely.get_parts(table.geometries, return_index=True)
        if len(parts) == 0:
            raise InputError(f"{job.polygons} has no polygons; choose a layer of polygons.")
        straight = _straightened(parts, table.crs, job.tolerance_m, reporter)
        polygons = _gathered(straight, owners, len(table.geometries))
        write_table(out, replace(table, geometries=polygons))
    count = int((~shapely.is_missing(polygons)).sum())
    return RegulariseResult(count, job.out, round(timing.total, 2))


def _straightened(
    polygons: np.ndarray, crs: str, tolerance_m: float, reporter: Reporter
) -> np.ndarray:
    """Polygons [n] in coordinates of the CRS -> polygons [n]."""
    centres = shapely.get_coordinates(shapely.centroid(polygons))
    metres = np.stack(metres_per_unit_at(pyproj.CRS(crs) if crs else None, *centres.T), axis=1)
    scales = metres * TOLERANCE / tolerance_m  # of the regulariser's pixels to a unit of the CRS
    if not np.isfinite(scales).all():
        raise InputError(
            "Some polygons are outside the range of their coordinate system; assign the layer "
            "the right one."
        )
    batches, large = [], 0
    for first in range(0, len(polygons), _AT_ONCE):
        batch = slice(first, first + _AT_ONCE)
        centre, scale = centres[batch], scales[batch]
        pixels = _moved(polygons[batch], -centre * scale, scale)
        small = shapely.length(pixels) <= _LONGEST
        straight = polygons[batch].copy()
        regular = regularise_outlines(pixels[small])
        straight[small] = _moved(regular, centre[small], 1 / scale[small])
        batches.append(straight)
        large += int((~small).sum())
        reporter.progress(min(batch.stop, len(polygons)), len(polygons), "Straightening")
    if large:
        sentence = f"Polygons that are too large for buildings stay as they are ({large})."
        reporter.log(sentence, "warning")
    return np.concatenate(batches)


def _moved(polygons: np.ndarray, offsets: np.ndarray, scales: np.ndarray) -> np.ndarray:
    """Polygons [n], each times its scale plus its offset, both [n, 2]."""
    coordinates, owners = shapely.get_coordinates(polygons, return_index=True)
    coordinates = coordinates * scales[owners] + offsets[owners]
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
