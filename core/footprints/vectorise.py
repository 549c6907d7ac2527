"""Vectorise strips of probability into batches of footprints."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
import pyproj
import shapely
from rasterio.crs import CRS

from ..raster.blend import Strip
from ..raster.grid import Grid, change_crs, degrees_per_unit, linear_unit_m, pixel_area_m2
from ..timing import Timing
from .polygonise import Polygoniser, RawFootprint
from .regularise import regularise
from .watershed import Watershed


@dataclass(frozen=True)
class Footprints:
    """Footprints in the CRS of the scene; every array is [n].

    ``confidence`` is the mean probability and ``optical_share`` the mean weight of the OPT-SAR
    head, both 0 to 1. ``area_m2`` is measured on the ellipsoid.
    """

    polygons: np.ndarray
    confidence: np.ndarray
    optical_share: np.ndarray
    area_m2: np.ndarray

    def select(self, which: np.ndarray) -> Footprints:
        """Those where bool [n] is true."""
        return Footprints(
            self.polygons[which],
            self.confidence[which],
            self.optical_share[which],
            self.area_m2[which],
        )


def vectorise(
    strips: Iterator[Strip], grid: Grid, threshold: float, min_area_m2: float, timing: Timing
) -> Generator[Footprints, None, None]:
    """Vectorise the pixels whose probability is at least ``threshold``, strip by strip.

    Touching buildings are separated by the watershed. Footprints smaller than ``min_area_m2`` are
    left out. Vectorising runs in a thread while the next strip is predicted.
    """
    # Regularising changes areas little, so specks of half the area are dropped before.
    watershed = Watershed()
    polygoniser = Polygoniser(grid.width, min_area_m2 / 2 / pixel_area_m2(grid))

    def finish(strip: Strip) -> Footprints:
        with timing.part("vectorising"):
            instances = watershed.add(strip, building_mask(strip, threshold))
            raw = polygoniser.add(instances)
            return _finished(raw, grid, min_area_m2)

    with ThreadPoolExecutor(max_workers=1) as pool:
        pending: Future[Footprints] | None = None
        for strip in strips:
            if pending is not None:
                yield pending.result()
            pending = pool.submit(finish, strip)
        if pending is not None:
            yield pending.result()
    with timing.part("vectorising"):
        last = polygoniser.add(watershed.flush()) + polygoniser.finish()
        footprints = _finished(last, grid, min_area_m2)
    yield footprints


def building_mask(strip: Strip, threshold: float) -> np.ndarray:
    """Bool [h, w]: the building pixels, which are valid and have at least this probability."""
    mask: np.ndarray = strip.valid & (strip.probability >= threshold)
    return mask


def _finished(raw: list[RawFootprint], grid: Grid, min_area_m2: float) -> Footprints:
    """Regularise, georeference and measure footprints; drop those below the minimum area."""
    polygons = _georeferenced(regularise([footprint.polygon for footprint in raw]), grid)
    footprints = Footprints(
        polygons,
        np.array([footprint.confidence for footprint in raw]),
        np.array([footprint.optical_share for footprint in raw]),
        areas_m2(polygons, grid.crs, grid.unit_m),
    )
    return footprints.select(footprints.area_m2 >= min_area_m2)


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
    return np.array([abs(geod.geometry_area_perimeter(polygon)[0]) for polygon in lonlat])
