"""Polygons of any coordinate system on a grid.

A transformation between coordinate systems is only defined around a place: far from it vertices
become infinite or land somewhere else, and straight edges become curved. Polygons much larger than
the grid are therefore clipped around it before they are transformed.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyproj
import shapely

from ..hatch.errors import AreaOutsideError, InputError
from ..hatch.messages import Message
from ..hatch.scene_input import Area
from ..polygons import geometry_of, valid_polygons
from .grid import Grid, is_undefined, period_of

# What polygons and grids are in sentences for the user.
AREA = Message("the area")
SAR_LAYER = Message("the SAR layer")
LABEL_LAYER = Message("the label layer")
LAYER = Message("the layer")
REFERENCE = Message("the reference")

_FRAME_POINTS = 20  # along each side of the grid, as its sides are curved in another CRS
_TURNS = 2  # full turns that longitudes of a large polygon may differ from those of the grid
# A polygon crosses the antimeridian, where its longitudes jump from 180 to -180, if its width is
# less than a full turn by a share between these, and one of its edges spans the rest.
CLOSED, JUMP = 1e-7, 0.25


def area_on(area: Area | None, grid: Grid) -> tuple[shapely.Geometry | None, list[Message]]:
    """An area in the CRS of a grid, clipped around the grid, and sentences for the user.

    The polygon is None if there is no area or if it covers the whole grid, and empty if it does not
    intersect the grid. Raises InputError if the area is not a polygon.
    """
    if area is None:
        return None, []
    polygons, _ = valid_polygons(np.array([geometry_of(area.wkt)], object))
    if polygons[0] is None:
        raise InputError("The area is not a polygon; draw or choose another one.")
    placed, note = place(polygons, area.crs, grid, AREA)
    polygon = shapely.Polygon() if placed[0] is None else placed[0]
    whole = shapely.covers(polygon, shapely.box(*grid.bounds))
    return None if whole else polygon, [note] if note else []


def area_outside(path: str | Path) -> AreaOutsideError:
    """The error for an area that is not on the SAR of this path."""
    return AreaOutsideError(
        Message("The area is outside {path}; choose an area on the SAR layer.", path=path)
    )


def labels_outside(path: str | Path) -> InputError:
    """The error for a file of labels none of which is on the SAR."""
    return InputError(
        "The file has no polygon on the SAR layer; choose labels of this scene, or assign them the "
        "right coordinate system: {path}",
        path=path,
    )


def hull_of(polygons: np.ndarray, crs: str) -> Area:
    """The convex hull of polygons [n], which may lie on both sides of the antimeridian."""
    whole = shapely.GeometryCollection(list(polygons))
    period = period_of(_on_earth(crs))
    left, _, right, _ = whole.bounds
    hull = whole.convex_hull
    if right - left > period / 2:
        other = _unwrapped(whole, period / 2, period).convex_hull
        hull = other if other.area else hull  # a polygon around the whole earth has none
    return Area(hull.wkt, crs)


def place(
    polygons: np.ndarray, crs: str, grid: Grid, what: Message, onto: Message = SAR_LAYER
) -> tuple[np.ndarray, Message | None]:
    """Valid polygons [n] in the CRS of a grid, None for those that do not touch the grid.

    Polygons that reach beyond the surroundings of the grid, which are as wide as the grid on each
    side, are clipped to these. Longitudes may differ by full turns, and a polygon may cross the
    antimeridian.

    Parameters
    ----------
    polygons
        Valid polygons and multipolygons.
    crs
        Their CRS. Without one, or with an undefined one, they are taken to be in that of the grid.
    grid
        Its CRS may be None; coordinates are then taken as they are.
    what, onto
        What the polygons are, and what the grid belongs to, for the sentences.

    Returns
    -------
    placed : object [n]
    note : Message or None
        Sentence for the user if one of the two has no CRS.

    Raises
    ------
    InputError
        If one CRS is local and the other is not, or the two cannot be converted into each other.
    """
    box = shapely.box(*grid.bounds)
    wkt = grid.crs.to_wkt() if grid.crs else ""
    source, target = _on_earth(crs), _on_earth(wkt)
    note = _missing_crs(source, target, what, onto)
    if source is None or target is None:
        if source is not target and (_is_local(crs) or _is_local(wkt)):
            raise InputError(
                "A local coordinate system cannot be converted, that of {what} or of {onto}; "
                "assign both the right one.",
                what=what,
                onto=onto,
            )
        source = target = None
    try:
        surroundings = _Surroundings.of(box, source, target)
    except pyproj.exceptions.ProjError as error:
        raise InputError(
            "The coordinate systems of {what} and {onto} cannot be converted into each other; "
            "assign the right ones.",
            what=what,
            onto=onto,
        ) from error
    placed = surroundings.limit(polygons) if surroundings else polygons.copy()
    if source is not None and target is not None and source != target:
        placed = _unwrapped(_transformed(placed, source, target), box.centroid.x, period_of(target))
        placed, _ = valid_polygons(placed)
    placed[~shapely.intersects(placed, box)] = None
    return placed, note


@dataclass(frozen=True)
class _Surroundings:
    """The grid and as much on each side of it, in the CRS of the polygons.

    ``period`` is the length of a full turn along x, 0 if x does not wrap around.
    """

    left: float
    bottom: float
    right: float
    top: float
    period: float

    @classmethod
    def of(
        cls, box: shapely.Polygon, source: pyproj.CRS | None, target: pyproj.CRS | None
    ) -> _Surroundings | None:
        """Those of the box of a grid, None where they have no finite coordinates."""
        period = period_of(source)
        if source is not None and target is not None and source != target:
            box = shapely.segmentize(box, box.length / 4 / _FRAME_POINTS)
            box = _transformed(box, target, source)
            box = _unwrapped(box, shapely.get_coordinates(box)[0, 0], period)
        left, bottom, right, top = shapely.bounds(box)
        if not np.isfinite([left, bottom, right, top]).all():
            return None
        width, height = right - left, top - bottom
        return cls(left - width, bottom - height, right + width, top + height, period)

    @property
    def _box(self) -> shapely.Polygon:
        return shapely.box(self.left, self.bottom, self.right, self.top)

    def limit(self, polygons: np.ndarray) -> np.ndarray:
        """Polygons [n] turned to where the grid is, clipped if they reach beyond; None outside."""
        limited = self._turned(polygons)
        left, bottom, right, top = shapely.bounds(limited).T
        beyond = (left < self.left) | (right > self.right)
        beyond |= (bottom < self.bottom) | (top > self.top)
        outside = beyond & ~shapely.intersects(limited, self._box)
        limited[outside] = None
        clipped = shapely.intersection(limited[beyond & ~outside], self._box)
        step = max(self.right - self.left, self.top - self.bottom) / 3 / _FRAME_POINTS
        # Straight edges of large polygons are curved in another CRS.
        limited[beyond & ~outside] = valid_polygons(shapely.segmentize(clipped, step))[0]
        return limited

    def _turned(self, polygons: np.ndarray) -> np.ndarray:
        """Polygons moved by full turns to the longitudes of the grid."""
        turned = polygons.copy()
        if not self.period:
            return turned
        centre = (self.left + self.right) / 2
        left, _, right, _ = shapely.bounds(polygons).T
        turns = np.nan_to_num(np.round((centre - (left + right) / 2) / self.period))
        wide = right - left > self.period / 2
        for turn in np.unique(turns[(turns != 0) & ~wide]):
            which = (turns == turn) & ~wide
            turned[which] = shifted(polygons[which], turn * self.period)
        for i in np.flatnonzero(wide):
            wide_one = np.array([self._turned_wide(polygons[i], centre)])
            turned[i] = valid_polygons(wide_one)[0][0]
        return turned

    def _turned_wide(self, polygon: shapely.Geometry, centre: float) -> shapely.Geometry:
        """A polygon of more than half a turn, clipped, or one that jumps at the antimeridian."""
        left, _, right, _ = polygon.bounds
        turns = range(-_TURNS, _TURNS + 1)
        copies = [shifted(polygon, turn * self.period) for turn in turns]
        clipped = shapely.union_all(shapely.intersection(copies, self._box))
        may_jump = self._crosses_antimeridian or clipped.area == 0
        rest = 1 - (right - left) / self.period
        if may_jump and CLOSED < rest < JUMP and self._steps_far(polygon):
            return _unwrapped(polygon, centre, self.period)
        return clipped

    @property
    def _crosses_antimeridian(self) -> bool:
        turns = [math.floor(x / self.period + 0.5) for x in (self.left, self.right)]
        return turns[0] != turns[1]

    def _steps_far(self, polygon: shapely.Geometry) -> bool:
        """Whether two neighbouring vertices lie more than half a turn apart."""
        rings = shapely.get_rings(shapely.get_parts(polygon))
        steps = [np.diff(shapely.get_coordinates(ring)[:, 0]) for ring in rings]
        return bool(np.abs(np.concatenate(steps)).max() > self.period / 2)


def _known(crs: str) -> pyproj.CRS | None:
    """The CRS, None if there is none, it is undefined, or PROJ does not know it."""
    try:
        known = pyproj.CRS(crs) if crs else None
    except pyproj.exceptions.CRSError:
        return None
    return None if known is None or is_undefined(known.name) else known


def _on_earth(crs: str) -> pyproj.CRS | None:
    """The CRS, None if it is not known or local."""
    known = _known(crs)
    return known if known is not None and known.geodetic_crs is not None else None


def _is_local(crs: str) -> bool:
    """Whether the CRS is local, such as that of a building site."""
    known = _known(crs)
    return known is not None and known.geodetic_crs is None


def _transformed(geometries: Any, source: pyproj.CRS, target: pyproj.CRS) -> Any:
    """Geometries in another CRS; vertices outside of what it covers become infinite."""
    change = pyproj.Transformer.from_crs(source, target, always_xy=True).transform
    return shapely.transform(geometries, lambda x, y: change(x, y), interleaved=False)


def _unwrapped(geometries: Any, x: float, period: float) -> Any:
    """Geometries with every vertex moved by full turns to within half a turn of x."""
    if not period:
        return geometries

    def nearest(points: np.ndarray) -> np.ndarray:
        turns = np.nan_to_num(np.round((x - points[:, 0]) / period), posinf=0, neginf=0)
        return np.stack([points[:, 0] + turns * period, points[:, 1]], axis=1)

    return shapely.transform(geometries, nearest)


def shifted(geometries: Any, by: float) -> Any:
    """Geometries moved along x."""
    return shapely.transform(geometries, lambda points: points + np.array([by, 0]))


def _missing_crs(
    source: pyproj.CRS | None, target: pyproj.CRS | None, what: Message, onto: Message
) -> Message | None:
    """Sentence for the user if only one of the two has a CRS."""
    if (source is None) == (target is None):
        return None
    without, other = (what, onto) if source is None else (onto, what)
    return Message(
        "There is no coordinate system for {what}; it is taken to be that of {other}.",
        what=without,
        other=other,
    )
