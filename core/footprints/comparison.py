"""Differences between two layers of building polygons: matched, changed, new, missing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pyproj
import shapely

from ..hatch.names import (
    AREA_M2,
    CHANGED,
    CONFIDENCE,
    COVERED,
    IOU,
    MATCHED,
    MISSING,
    NEW,
    POLYGON_COUNT,
    POLYGON_ID,
    REFERENCE_COUNT,
    REFERENCE_ID,
    SHIFT_M,
    STATUS,
)
from ..matching import Overlaps, match, overlaps
from ..raster.grid import metres_per_unit_at
from .common_area import Side
from .read import Table

_SAME_PLACE = 0.5  # share of the smaller polygon that two in the same place have in common


@dataclass(frozen=True)
class Comparison:
    """The differences between a layer and a reference.

    Attributes
    ----------
    table
        The polygons that count, with the fields of a comparison: those in both layers with the
        outline of the layer, then the new ones, then the missing ones.
    polygons, reference
        Number of polygons that count, of each layer.
    merged, split
        Number of polygons of the layer on several of the reference, and the other way round.
    shift
        Displacement of those in both layers, from the reference to the layer, in metres [k, 2].
    """

    table: Table
    polygons: int
    reference: int
    merged: int
    split: int
    shift: np.ndarray

    def count(self, status: str) -> int:
        """Number of polygons of this status."""
        return int((self.table.fields[STATUS] == status).sum())


def compare_sides(
    layer: Side,
    reference: Side,
    crs: str,
    *,
    min_iou: float,
    changed_iou: float,
    max_shift_m: float,
) -> Comparison:
    """Compare a layer with a reference, both in this CRS, "" for none.

    Two polygons are the same building if they match one to one (``core.matching``) at ``min_iou``
    or more. It has changed if the IoU is below ``changed_iou`` or its centroid has moved by more
    than ``max_shift_m``. Polygons that are mostly outside the area do not count, nor do those
    that match one of these.
    """
    pairs = overlaps(layer.polygons, reference.polygons)
    found = match(pairs, min_iou)
    first, second = pairs.first[found], pairs.second[found]
    both = layer.counts[first] & reference.counts[second]
    in_layer, in_reference = layer.counts.copy(), reference.counts.copy()
    in_layer[first] = in_reference[second] = both
    new, missing = in_layer.copy(), in_reference.copy()
    new[first] = missing[second] = False
    found, first, second = found[both], first[both], second[both]

    groups = _Groups.of(pairs, found, layer.polygons, reference.polygons)
    rows = _Rows.of(first, second, np.flatnonzero(new), np.flatnonzero(missing))
    shift = _shift_m(layer.polygons[first], reference.polygons[second], crs)
    distance, iou = np.hypot(*shift.T), pairs.iou[found]
    status = np.where(rows.second < 0, NEW, np.where(rows.first < 0, MISSING, MATCHED))
    status[: len(found)][(iou < changed_iou) | (distance > max_shift_m)] = CHANGED
    best = rows.either(*_largest_iou(pairs, layer, reference))
    best[: len(found)] = iou
    polygons = rows.either(layer.whole, reference.whole)
    fields = {
        STATUS: status.astype(object),
        IOU: best.round(4),
        SHIFT_M: np.append(distance, np.full(len(status) - len(distance), np.nan)).round(2),
        COVERED: rows.either(*_covered(pairs, layer.polygons, reference.polygons)).round(4),
        AREA_M2: _areas_m2(polygons, crs).round(2),
        CONFIDENCE: rows.either(layer.confidence, reference.confidence).round(4),
        POLYGON_ID: _ids(layer.ids, rows.first),
        REFERENCE_ID: _ids(reference.ids, rows.second),
        POLYGON_COUNT: rows.either(groups.around_layer, groups.on_reference),
        REFERENCE_COUNT: rows.either(groups.on_layer, groups.around_reference),
    }
    return Comparison(
        Table(polygons, fields, crs),
        polygons=int(in_layer.sum()),
        reference=int(in_reference.sum()),
        merged=int((groups.on_layer[in_layer] > 1).sum()),
        split=int((groups.on_reference[in_reference] > 1).sum()),
        shift=shift,
    )


@dataclass(frozen=True)
class _Rows:
    """Indices [r] of the rows of a comparison in the layer and the reference, -1 if missing."""

    first: np.ndarray
    second: np.ndarray

    @classmethod
    def of(
        cls, first: np.ndarray, second: np.ndarray, new: np.ndarray, missing: np.ndarray
    ) -> _Rows:
        """Polygons in both, new ones, missing ones."""
        return cls(
            np.concatenate([first, new, np.full(len(missing), -1)]),
            np.concatenate([second, np.full(len(new), -1), missing]),
        )

    def either(self, layer: np.ndarray, reference: np.ndarray) -> np.ndarray:
        """Values [r] of the layer, or of the reference for those that are missing."""
        values = np.concatenate([layer, reference])
        picked: np.ndarray = values[np.where(self.first < 0, len(layer) + self.second, self.first)]
        return picked


@dataclass(frozen=True)
class _Groups:
    """How many polygons of the other layer are in the same place as each polygon.

    Two are in the same place if they match, or have half of the smaller one in common.
    ``on_layer`` [n] and ``on_reference`` [m] count those of the other layer; ``around_layer`` and
    ``around_reference`` those of the own layer that share one of the other, at least itself.
    """

    on_layer: np.ndarray
    on_reference: np.ndarray
    around_layer: np.ndarray
    around_reference: np.ndarray

    @classmethod
    def of(
        cls, pairs: Overlaps, matched: np.ndarray, layer: np.ndarray, reference: np.ndarray
    ) -> _Groups:
        smaller = np.minimum(
            shapely.area(layer)[pairs.first], shapely.area(reference)[pairs.second]
        )
        together = pairs.area >= _SAME_PLACE * smaller
        together[matched] = True
        first, second = pairs.first[together], pairs.second[together]
        on_layer = np.bincount(first, minlength=len(layer))
        on_reference = np.bincount(second, minlength=len(reference))
        around_layer, around_reference = np.ones_like(on_layer), np.ones_like(on_reference)
        np.maximum.at(around_layer, first, on_reference[second])
        np.maximum.at(around_reference, second, on_layer[first])
        return cls(on_layer, on_reference, around_layer, around_reference)


def _largest_iou(pairs: Overlaps, layer: Side, reference: Side) -> tuple[np.ndarray, np.ndarray]:
    """Largest IoU of each polygon [n] and [m] with any of the other layer, 0 if there is none."""
    of_layer, of_reference = np.zeros(len(layer.polygons)), np.zeros(len(reference.polygons))
    np.maximum.at(of_layer, pairs.first, pairs.iou)
    np.maximum.at(of_reference, pairs.second, pairs.iou)
    return of_layer, of_reference


def _covered(
    pairs: Overlaps, layer: np.ndarray, reference: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Share of each polygon [n] and [m] that the other layer covers, 0..1."""
    first, second = (
        np.bincount(index, pairs.area, minlength=len(polygons)) / shapely.area(polygons)
        for index, polygons in ((pairs.first, layer), (pairs.second, reference))
    )
    return np.minimum(first, 1), np.minimum(second, 1)


def _shift_m(polygons: np.ndarray, reference: np.ndarray, crs: str) -> np.ndarray:
    """Displacement [n, 2] in metres, east and north, of centroids from those of a reference."""
    start = shapely.get_coordinates(shapely.centroid(reference))
    moved: np.ndarray = shapely.get_coordinates(shapely.centroid(polygons)) - start
    moved *= _metres(start, crs)
    return moved


def _areas_m2(polygons: np.ndarray, crs: str) -> np.ndarray:
    """Areas [n] in square metres on the ground."""
    metres = _metres(shapely.get_coordinates(shapely.centroid(polygons)), crs)
    areas: np.ndarray = shapely.area(polygons) * metres.prod(axis=1)
    return areas


def _metres(points: np.ndarray, crs: str) -> np.ndarray:
    """Lengths in metres [n, 2] of a unit of the CRS along x and y at points [n, 2]."""
    return np.stack(metres_per_unit_at(pyproj.CRS(crs) if crs else None, *points.T), axis=1)


def _ids(ids: np.ndarray, rows: np.ndarray) -> np.ma.MaskedArray[Any, Any]:
    """The ids of rows [r], masked where the index is -1."""
    return np.ma.MaskedArray(np.append(ids, 0)[rows], rows < 0)
