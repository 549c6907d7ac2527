"""Vectorise strips of probability into batches of footprints."""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from itertools import chain

import numpy as np
import pyproj
import shapely
from rasterio.crs import CRS

from ..raster.blend import Strip
from ..raster.grid import Grid, change_crs, degrees_per_unit, linear_unit_m, pixel_area_m2
from ..timing import Timing
from .building_mask import building_mask
from .by_group import largest_parts
from .coverage import regularise_groups
from .groups import Groups
from .nodes import GRID
from .overlaps import OverlapResolver, Shape
from .polygonise import Polygoniser, RawFootprint
from .regularise import regularise
from .state_digest import state_digest
from .watershed import Watershed

_AHEAD = 2  # strips that are outlined and straightened at the same time
_BATCH = 1000  # buildings that are straightened at a time
_BATCH_ROWS = 512  # rows of which buildings are straightened at a time if they are fewer
_SHARES = 2  # of groups, straightened at the same time


@dataclass(frozen=True)
class Footprints:
    """Footprints in the CRS of the scene; every array is [n].

    ``confidence`` is the mean probability and ``optical_share`` the mean weight of the OPT-SAR
    head, both 0 to 1. ``area_m2`` is measured on the ellipsoid. ``regularised`` is bool: whether a
    footprint got right angles, or else is a simplified outline.
    """

    polygons: np.ndarray
    confidence: np.ndarray
    optical_share: np.ndarray
    area_m2: np.ndarray
    regularised: np.ndarray

    def select(self, which: np.ndarray) -> Footprints:
        """Select footprints by bool [n]."""
        return Footprints(
            self.polygons[which],
            self.confidence[which],
            self.optical_share[which],
            self.area_m2[which],
            self.regularised[which],
        )


def vectorise(
    strips: Iterator[Strip],
    grid: Grid,
    threshold: float,
    min_area_m2: float,
    timing: Timing,
    area: shapely.Geometry | None = None,
) -> Generator[Footprints, None, None]:
    """Vectorise the pixels whose probability is at least ``threshold``, strip by strip.

    Touching buildings are separated by the watershed. Footprints do not overlap, lie within the
    grid and within ``area`` (in the CRS of the grid), and those smaller than ``min_area_m2`` are
    left out. While a strip is predicted, the one before is outlined and the one before that is
    straightened, in threads.
    """
    steps = Vectoriser(grid, threshold, min_area_m2, area, timing)
    with ThreadPoolExecutor(1) as outlining, ThreadPoolExecutor(1) as straightening:

        def started(strip: Strip | None) -> Future[Footprints]:
            outlined = outlining.submit(steps.outline, strip)
            return straightening.submit(lambda: steps.complete(outlined.result()))

        pending: deque[Future[Footprints]] = deque()
        for strip in chain(strips, (None,)):
            if len(pending) == _AHEAD:
                yield pending.popleft().result()
            pending.append(started(strip))
        while pending:
            yield pending.popleft().result()


@dataclass(frozen=True)
class _Outlined:
    """Groups of buildings that are complete now, and bounds [m, 4] of those still to come.

    ``row`` is the first row that no building has been read from, infinity after the last one.
    """

    groups: list[list[RawFootprint]]
    unfinished: np.ndarray
    row: float


class Vectoriser:
    """The steps from strips of probability to footprints, as in ``vectorise``.

    ``outline`` and ``complete`` may run in two threads, each called in the order of the strips.
    ``row`` is that of the first strip. Unless it is the first of the grid, buildings that begin
    above it are wrong, and so are those that they affect.
    """

    def __init__(
        self,
        grid: Grid,
        threshold: float,
        min_area_m2: float,
        area: shapely.Geometry | None,
        timing: Timing,
        row: int = 0,
    ) -> None:
        self._grid, self._min_area_m2, self._timing = grid, min_area_m2, timing
        self._extent = extent_of(grid, area)
        self._threshold = threshold
        self._watershed = Watershed()
        # Regularising changes areas little, so specks of half the area are dropped before.
        self._polygoniser = Polygoniser(grid.width, min_area_m2 / 2 / pixel_area_m2(grid), row)
        self._groups = Groups()
        self._overlaps = OverlapResolver()
        self._waiting: list[list[RawFootprint]] = []  # to be straightened
        self._completed: float = row  # the first row that ``complete`` has not seen

    def add(self, strip: Strip) -> Footprints:
        """Add the next rows; the footprints completed by them."""
        return self.complete(self.outline(strip))

    def finish(self) -> Footprints:
        """The remaining footprints."""
        return self.complete(self.outline(None))

    def state(self) -> str:
        """Hash of all that the following footprints depend on, apart from the strips to come."""
        steps = (self._watershed, self._polygoniser, self._groups, self._overlaps)
        return state_digest(*steps, self._waiting, self._completed)

    def outline(self, strip: Strip | None) -> _Outlined:
        """Add the next rows; None after the last ones."""
        with self._timing.part("watershed"):
            if strip is None:
                instances = self._watershed.flush()
            else:
                instances = self._watershed.add(strip, building_mask(strip, self._threshold))
        with self._timing.part("outlining"):
            finished = self._polygoniser.add(instances)
            row: float = self._polygoniser.row
            if strip is None:
                finished, row = finished + self._polygoniser.finish(), np.inf
            parts = self._polygoniser.unfinished
            groups = self._groups.add(finished, parts)
            boxes = np.array([box for part in parts for box in part.boxes]).reshape(-1, 4)
        return _Outlined(groups, np.concatenate([self._groups.bounds, boxes]), row)

    def complete(self, outlined: _Outlined) -> Footprints:
        """The footprints that these buildings complete; may be empty.

        Buildings wait until a batch is large enough to process efficiently, or until a multiple of
        _BATCH_ROWS is passed, so that a batch does not depend on rows far above.
        """
        self._waiting += outlined.groups
        is_passed = outlined.row >= (self._completed // _BATCH_ROWS + 1) * _BATCH_ROWS
        self._completed = outlined.row
        if sum(map(len, self._waiting)) < _BATCH and not is_passed:
            return measured([], self._grid)
        with self._timing.part("straightening"):
            shapes = straightened(self._waiting, self._extent)
            self._waiting = []
        with self._timing.part("overlaps"):
            resolved = self._overlaps.add(shapes, outlined.unfinished, outlined.row)
        with self._timing.part("measuring"):
            footprints = measured(resolved, self._grid)
        return footprints.select(footprints.area_m2 >= self._min_area_m2)


def extent_of(grid: Grid, area: shapely.Geometry | None) -> shapely.Geometry:
    """The part of the grid in the area, in pixels."""
    extent = shapely.box(0, 0, grid.width, grid.height)
    if area is not None:
        to_pixels = ~grid.transform
        pixels = shapely.transform(area, lambda x, y: to_pixels * (x, y), interleaved=False)
        extent = shapely.intersection(extent, pixels)
    shapely.prepare(extent)
    return extent


def straightened(groups: list[list[RawFootprint]], extent: shapely.Geometry) -> list[Shape]:
    """Regularise buildings alone and in groups, and clip them to the extent."""
    alone = [group[0] for group in groups if len(group) == 1]
    grouped = [group for group in groups if len(group) > 1]
    raw = [*alone, *(building for group in grouped for building in group)]
    outlines = np.array([building.polygon for building in raw], dtype=object)
    group_of = np.repeat(np.arange(len(grouped)), [len(group) for group in grouped])
    with ThreadPoolExecutor(_SHARES) as pool:  # most of the time is spent in GEOS, side by side
        alone_done = pool.submit(regularise, outlines[: len(alone)])
        shares = [
            pool.submit(regularise_groups, outlines[len(alone) :][share], group_of[share])
            for share in _shares(group_of)
        ]
        results = [done.result() for done in (alone_done, *shares)]
    polygons, squared = (np.concatenate(all_) for all_ in zip(*results))
    outlines = _clipped(outlines, extent)
    polygons = _clipped(polygons, extent)
    polygons = np.where(shapely.area(polygons) > 0, polygons, outlines)
    return [
        Shape(*values)
        for values in zip(raw, outlines, polygons, squared.tolist())
        if values[1].area > 0
    ]


def _shares(group_of: np.ndarray) -> list[slice]:
    """Groups [n], in ascending order, in shares of about the same number of buildings."""
    middles = np.linspace(0, len(group_of), _SHARES + 1).astype(int)
    inner = np.searchsorted(group_of, group_of[middles[1:-1]]) if len(group_of) else []
    cuts = [0, *inner, len(group_of)]
    return [slice(*pair) for pair in zip(cuts, cuts[1:])]


def _clipped(polygons: np.ndarray, extent: shapely.Geometry) -> np.ndarray:
    """Polygons [n] within the extent, the largest part of each."""
    result = polygons.copy()
    beyond = ~shapely.covers(extent, polygons)
    parts = shapely.intersection(polygons[beyond], extent, grid_size=GRID)
    result[beyond] = largest_parts(parts)
    return result


def measured(shapes: list[Shape], grid: Grid) -> Footprints:
    """Georeference and measure shapes."""
    pixels = np.array([shape.polygon for shape in shapes], dtype=object)
    polygons = _georeferenced(pixels, grid)
    return Footprints(
        polygons,
        np.array([shape.raw.confidence for shape in shapes]),
        np.array([shape.raw.optical_share for shape in shapes]),
        areas_m2(polygons, grid.crs, grid.unit_m),
        np.array([shape.squared for shape in shapes], dtype=bool),
    )


def _georeferenced(polygons: np.ndarray, grid: Grid) -> np.ndarray:
    """Pixel coordinates to those of the CRS, with counter-clockwise outer rings."""
    transform = grid.transform
    moved = shapely.transform(polygons, lambda x, y: transform * (x, y), interleaved=False)
    oriented: np.ndarray = shapely.orient_polygons(moved)
    return oriented


def areas_m2(polygons: np.ndarray, crs: CRS | None, unit_m: float = 1.0) -> np.ndarray:
    """Areas of polygons [n] in square metres, on the ellipsoid or, if the CRS has none, planar.

    ``unit_m`` is the length in metres of a unit if there is no CRS.
    """
    system = pyproj.CRS.from_wkt(crs.to_wkt()) if crs else None
    geod = system.get_geod() if system else None
    if system is None or geod is None or system.geodetic_crs is None:
        unit = linear_unit_m(system) if system else unit_m
        planar: np.ndarray = shapely.area(polygons) * unit**2
        return planar
    degrees = degrees_per_unit(system.geodetic_crs)
    lonlat = change_crs(polygons, system, system.geodetic_crs)
    if degrees != 1:
        lonlat = shapely.transform(lonlat, lambda angles: angles * degrees)
    rings, owners = shapely.get_rings(lonlat, return_index=True)
    points, ring_of = shapely.get_coordinates(rings, return_index=True)
    ends = np.cumsum(np.bincount(ring_of, minlength=len(rings)))
    lons, lats = points.T.copy()
    # Holes run in the other direction, so that their areas are negative.
    signed = [
        geod.polygon_area_perimeter(lons[start:end], lats[start:end])[0]
        for start, end in zip([0, *ends], ends)
    ]
    areas: np.ndarray = np.abs(np.bincount(owners, signed, minlength=len(polygons)))
    return areas
