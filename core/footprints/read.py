"""Read polygons from vector files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
import pyproj
import shapely

from ..hatch.errors import InputError
from ..hatch.messages import Message
from ..hatch.reporter import Reporter
from ..polygons import union_of, valid_polygons
from ..raster.grid import Grid
from ..raster.placement import LABEL_LAYER, place
from .by_group import connected_groups
from .vector_file import read_features
from .wkb import decode

_DEGREES = 0.01  # the side of a building in degrees is smaller, in metres larger


@dataclass(frozen=True)
class Table:
    """Polygons with fields.

    Attributes
    ----------
    geometries
        Valid polygons and multipolygons [n] in 2D, None where a feature has none.
    fields
        Arrays [n] by name; integers with missing values are masked arrays, date-times with offsets
        from UTC are ``ZONED`` of ``times``.
    crs
        "EPSG:code" or WKT, "" if there is none.
    repaired
        Number of features whose polygon was invalid.
    notes
        Further sentences for the user on what was read.
    ids
        Ids [n] of the features in the file, empty if the table was not read from one.
    """

    geometries: np.ndarray
    fields: dict[str, np.ndarray] = field(default_factory=dict)
    crs: str = ""
    repaired: int = 0
    notes: tuple[Message, ...] = ()
    ids: np.ndarray = field(default_factory=lambda: np.empty(0, np.int64))

    @property
    def warnings(self) -> tuple[Message, ...]:
        """All sentences for the user."""
        if not self.repaired:
            return self.notes
        repaired = Message(
            "Polygons that cross themselves or are otherwise invalid were repaired ({count}); "
            "check them if they matter.",
            count=self.repaired,
        )
        return repaired, *self.notes

    def report(self, reporter: Reporter) -> None:
        """Log the warnings."""
        for warning in self.warnings:
            reporter.log(warning, "warning")


def read_table(path: str | Path) -> Table:
    """Read all features of a layer with their fields.

    ``path`` may be PATH|layername=NAME. Curves are straightened, surfaces of other kinds and
    collections become multipolygons, and invalid polygons are repaired.

    Raises InputError if the file cannot be read or has several layers of polygons.
    """
    return _read(path)


def read_polygons(path: str | Path, fields: Sequence[str] = ()) -> Table:
    """Read the features of a layer that have a polygon, as ``read_table`` does.

    Only those of these fields that the layer has are read.
    """
    table = _read(path, fields)
    kept = ~shapely.is_missing(table.geometries)
    return replace(
        table,
        geometries=table.geometries[kept],
        fields={name: values[kept] for name, values in table.fields.items()},
        ids=table.ids[kept],
    )


def read_labels(path: str | Path, grid: Grid) -> Table:
    """Read the label polygons on a grid, in its CRS; there may be none.

    Raises InputError if the file cannot be read.
    """
    return labels_on(read_polygons(path), grid)


def labels_on(labels: Table, grid: Grid) -> Table:
    """Select the polygons that touch a grid, in its CRS.

    Polygons of a multipolygon that do not touch are several. All are whole, except that polygons
    much larger than the grid are clipped around it. Without a CRS they are taken to be in that of
    the grid.
    """
    placed, note = place(labels.geometries, labels.crs, grid, LABEL_LAYER)
    kept = ~shapely.is_missing(placed)
    crs = grid.crs.to_wkt() if grid.crs else ""
    notes = (*labels.notes, note) if note else labels.notes
    fields = {name: values[kept] for name, values in labels.fields.items()}
    placed_labels = replace(
        labels, geometries=placed[kept], fields=fields, ids=labels.ids[kept], crs=crs, notes=notes
    )
    return buildings_of(placed_labels)


def buildings_of(table: Table) -> Table:
    """A table without missing geometries with a row for each building of its multipolygons.

    Polygons of one that touch are one building, as where it was cut at the antimeridian.
    """
    parts, owners = shapely.get_parts(table.geometries, return_index=True)
    if len(parts) == len(table.geometries):
        return table
    pairs = shapely.STRtree(parts).query(parts, predicate="intersects")
    pairs = pairs[:, owners[pairs[0]] == owners[pairs[1]]]
    _, numbers = connected_groups(pairs[0], pairs[1], len(parts))  # in the order of first parts
    _, first, counts = np.unique(numbers, return_index=True, return_counts=True)
    geometries = parts[first]
    ordered, ends = parts[np.argsort(numbers, kind="stable")], np.cumsum(counts)
    for i in np.flatnonzero(counts > 1):
        of_one = ordered[ends[i] - counts[i] : ends[i]]
        geometries[i] = union_of(of_one) or shapely.multipolygons(of_one)
    rows = owners[first]
    fields = {name: values[rows] for name, values in table.fields.items()}
    ids = table.ids[rows] if len(table.ids) else table.ids
    return replace(table, geometries=geometries, fields=fields, ids=ids)


def _read(path: str | Path, only: Sequence[str] | None = None) -> Table:
    features = read_features(path, only)
    polygons, repaired = valid_polygons(decode(features.wkb))
    notes = features.notes
    skipped = int(shapely.is_missing(polygons).sum())
    if skipped:
        note = Message(
            "Features without a polygon: {skipped} of {count} in {name}.",
            skipped=skipped,
            count=len(polygons),
            name=features.name,
        )
        notes += (note,)
    crs = features.crs
    if crs and are_no_degrees(polygons, pyproj.CRS(crs)):
        # As GeoJSON in metres that does not name its coordinate system.
        raise InputError(
            "The coordinates are not degrees, but the coordinate system is; assign the right one: "
            "{name}.",
            name=features.name,
        )
    return Table(polygons, features.fields, crs, int(repaired.sum()), notes, features.ids)


def are_no_degrees(polygons: np.ndarray, crs: pyproj.CRS) -> bool:
    """Whether the CRS is in degrees and all polygons are outside of their range."""
    if not crs.is_geographic or crs.axis_info[0].unit_name != "degree":
        return False
    left, bottom, right, top = shapely.bounds(polygons[~shapely.is_missing(polygons)]).T
    outside = (bottom < -90) | (top > 90) | (left < -540) | (right > 540)
    return len(outside) > 0 and bool(outside.all())


def refuse_degrees(polygons: np.ndarray, path: str) -> None:
    """Raise InputError if polygons [n] without a CRS, which count as metres, are in degrees."""
    left, bottom, right, top = shapely.bounds(polygons[~shapely.is_missing(polygons)]).T
    if not len(left) or np.median(np.maximum(right - left, top - bottom)) >= _DEGREES:
        return
    if min(bottom) >= -90 and max(top) <= 90 and min(left) >= -360 and max(right) <= 360:
        raise InputError(
            "No coordinate system, but coordinates in degrees; assign the coordinate system: "
            "{path}.",
            path=path,
        )
