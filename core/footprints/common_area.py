"""Two layers of polygons in one coordinate system, and their polygons in a common area."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import pyproj
import shapely
from rasterio.crs import CRS
from rasterio.transform import Affine

from ..hatch.errors import InputError
from ..hatch.jobs import Area
from ..hatch.messages import Message
from ..hatch.names import CONFIDENCE
from ..polygons import valid_polygons
from ..raster.grid import Bounds, Grid, bounds_in, bounds_near
from ..raster.placement import LAYER, REFERENCE, area_on, place
from ..raster.probability_file import ProbabilityReader
from .antimeridian import full_turn, narrowest, ranges
from .probability_means import probability_means
from .read import Table, are_no_degrees, refuse_degrees

_LEAST = 0.5  # share of a polygon that must be in the area, and on valid pixels


@dataclass(frozen=True)
class Side:
    """One of two layers that are compared.

    Attributes
    ----------
    whole
        Polygons [n] as they were read, in the common CRS.
    polygons
        Their parts [n] inside the area.
    counts
        Whether at least half of each [n] is inside the area.
    confidence
        Mean probability of building [n], 0..1; NaN if it is not known.
    ids
        Feature ids [n].
    """

    whole: np.ndarray
    polygons: np.ndarray
    counts: np.ndarray
    confidence: np.ndarray
    ids: np.ndarray

    def select(self, kept: np.ndarray) -> Side:
        """The polygons where ``kept`` [n] is True."""
        columns = (self.whole, self.polygons, self.counts, self.confidence, self.ids)
        return Side(*(column[kept] for column in columns))


def in_one_crs(layer: Table, reference: Table) -> tuple[Table, Table]:
    """Both tables in the CRS of the first, or in that of the second if the first has none.

    Across the antimeridian the coordinates of both go on beyond it, so that neighbours stay next to
    each other. Raises InputError if the one cannot be converted into the other.
    """
    if layer.crs or not reference.crs:
        return _together(layer, reference, LAYER, REFERENCE)
    reference, layer = _together(reference, layer, REFERENCE, LAYER)
    return layer, reference


def _together(onto: Table, other: Table, name: Message, what: Message) -> tuple[Table, Table]:
    """Two tables in the CRS of the first."""
    if onto.crs and not other.crs and are_no_degrees(other.geometries, pyproj.CRS(onto.crs)):
        raise InputError(
            "The coordinates are not degrees, but the coordinate system is; assign the right one: "
            "{name}.",
            name=what,
        )
    in_degrees = onto.crs and pyproj.CRS(onto.crs).is_geographic
    for table, its in ((onto, name), (other, what)):
        if not (table.crs or in_degrees):
            refuse_degrees(table.geometries, its)
    if len(onto.geometries) + len(other.geometries) == 0:
        return onto, replace(other, crs=onto.crs)
    frame = frame_around([onto, other], onto.crs)
    if full_turn(onto.crs):
        onto = _placed(onto, frame, onto.crs, name, name)
    return onto, _placed(other, frame, onto.crs, what, name)


def _placed(table: Table, frame: Grid, crs: str, what: Message, name: Message) -> Table:
    """A table in the CRS of a frame that covers it."""
    if len(table.geometries) == 0:
        return replace(table, crs=crs)
    placed, note = place(table.geometries, table.crs, frame, what, name)
    if table.crs == crs:  # what is more than half a turn wide stays as it is
        left, _, right, _ = shapely.bounds(placed).T
        placed = np.where(right - left > (full_turn(crs) / 2 or np.inf), table.geometries, placed)
    kept = ~shapely.is_missing(placed)
    notes = [*table.notes, note] if note else [*table.notes]
    if lost := len(kept) - int(kept.sum()):
        notes.append(
            Message(
                "Polygons outside the range of the coordinate system are left out: {count} of "
                "{what}.",
                count=lost,
                what=what,
            )
        )
    fields = {field: values[kept] for field, values in table.fields.items()}
    return Table(placed[kept], fields, crs, table.repaired, tuple(notes), table.ids[kept])


def frame_around(tables: list[Table], crs: str) -> Grid:
    """A grid of one pixel in a CRS that covers all polygons of the tables, which must not be empty.

    If they lie around the antimeridian it goes on beyond it. Raises InputError if a CRS cannot be
    converted.
    """
    system = CRS.from_user_input(crs) if crs else None
    frames: list[Bounds] = []
    for table in tables:
        if len(table.geometries):
            own = CRS.from_user_input(table.crs) if table.crs else None
            left, bottom, right, top = map(float, shapely.total_bounds(table.geometries))
            bounds = bounds_in((left, bottom, right, top), own, system)
            frames.append(bounds_near(bounds, frames[-1], system) if frames else bounds)
    if not np.isfinite(frames).all():
        raise InputError(
            "Coordinates are outside the range of their coordinate system; check the coordinate "
            "system of both layers."
        )
    left, bottom, _, _ = np.min(frames, axis=0)
    _, _, right, top = np.max(frames, axis=0)
    period = full_turn(crs)
    if period and right - left > period / 2:
        near = (frames[0][0] + frames[0][2]) / 2
        found = np.concatenate([ranges(table.geometries, table.crs, crs) for table in tables])
        left, right = narrowest(found, period, near) or (left, right)
    return Grid(system, Affine(right - left, 0, left, 0, bottom - top, top), 1, 1)


def common_area(
    frame: Grid, area: Area | None, probabilities: ProbabilityReader | None
) -> tuple[shapely.Geometry | None, list[Message]]:
    """The area to compare in, in the CRS of a frame, and sentences for the user.

    That is the intersection of the area and the extracted part of the scene, where given; None if
    it contains the frame. Raises InputError if it is empty.
    """
    areas = [area] if area else []
    if probabilities:
        extent = shapely.box(*probabilities.grid.bounds)
        if probabilities.area is not None:
            extent = shapely.intersection(extent, probabilities.area)
        crs = probabilities.grid.crs
        areas.append(Area(extent.wkt, crs.to_wkt() if crs else ""))
    polygons, notes = [], []
    for one in areas:
        polygon, found = area_on(one, frame)
        polygons += [] if polygon is None else [polygon]
        notes += found
    if not polygons:
        return None, notes
    common = shapely.intersection_all(polygons)
    if common.area == 0:
        raise InputError(
            "The layers are outside the area or the probability file; choose others of this place."
        )
    return common, notes


def side(
    table: Table,
    area: shapely.Geometry | None,
    probabilities: ProbabilityReader | None,
    what: Message,
) -> Side:
    """The polygons of a table that are at least partly in an area, which has its CRS.

    Their confidence is that of the probabilities or, without these, the field CONFIDENCE.
    """
    whole = table.geometries
    share = np.ones(len(whole))
    polygons = whole
    if area is not None:
        polygons = _clipped(whole, area)
        share = np.nan_to_num(shapely.area(polygons) / shapely.area(whole))
    if probabilities:
        # Without a CRS on one of the sides, both are taken to have the same.
        placed, _ = place(whole, table.crs, probabilities.grid, what)
        means, valid = probability_means(probabilities, placed)
        share = np.minimum(share, np.where(np.isnan(valid), 1, valid))
    else:
        means = _numbers(table.fields.get(CONFIDENCE), len(whole))
    side = Side(whole, polygons, share >= _LEAST, means, table.ids)
    return side.select(~shapely.is_missing(polygons))


def _clipped(polygons: np.ndarray, area: shapely.Geometry) -> np.ndarray:
    """The parts of polygons [n] in an area, None for those outside."""
    shapely.prepare(area)
    clipped = np.where(shapely.intersects(area, polygons), polygons, np.array(None))
    crossing = np.flatnonzero(~shapely.is_missing(clipped) & ~shapely.covers(area, polygons))
    parts = shapely.intersection(clipped[crossing], area)
    clipped[crossing] = valid_polygons(parts)[0]
    return clipped


def _numbers(values: np.ndarray | None, count: int) -> np.ndarray:
    """A field as floats [count], NaN where it has no number."""
    if values is None or not np.issubdtype(values.dtype, np.number):
        return np.full(count, np.nan)
    return np.ma.filled(np.ma.asarray(values, dtype=float), np.nan)
