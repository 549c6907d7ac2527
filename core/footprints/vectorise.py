"""Strips of probability become batches of finished footprints."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
import pyproj
import shapely
from rasterio.crs import CRS

from ..raster.blend import Strip
from ..raster.grid import Grid, change_crs, pixel_area_m2
from ..timing import Timing
from .polygonise import Outline, Polygoniser
from .regularise import regularise
from .watershed import Watershed


@dataclass(frozen=True)
class Footprints:
    """Footprints in the CRS of the scene; every array is [n].

    ``confidence``: mean probability, 0..1; ``optical_share``: 0..1; ``area_m2``: on the ground.
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


def footprints_of_strips(
    strips: Iterator[Strip], grid: Grid, threshold: float, min_area_m2: float, timing: Timing
) -> Generator[Footprints, None, None]:
    """Footprints where the probability reaches ``threshold``, touching ones apart, in batches.

    Outlining, in a thread of its own, runs while the next strip is computed.
    """
    # Straightening changes areas little: specks are dropped before that work is done on them.
    neighbours = Watershed(threshold)
    outliner = Polygoniser(grid.width, min_area_m2 / 2 / pixel_area_m2(grid))

    def finish(strip: Strip) -> Footprints:
        with timing.part("outlining"):
            outlines = outliner.add(neighbours.add(strip))
            return _footprints(outlines, grid, min_area_m2)

    with ThreadPoolExecutor(max_workers=1) as pool:
        pending: Future[Footprints] | None = None
        for strip in strips:
            if pending is not None:
                yield pending.result()
            pending = pool.submit(finish, strip)
        if pending is not None:
            yield pending.result()
    with timing.part("outlining"):
        last = outliner.add(neighbours.rest()) + outliner.finish()
        footprints = _footprints(last, grid, min_area_m2)
    yield footprints


def _footprints(outlines: list[Outline], grid: Grid, min_area_m2: float) -> Footprints:
    """Straightened, placed in the CRS, measured; those under the smallest area left out."""
    polygons = _placed(regularise([outline.polygon for outline in outlines]), grid)
    footprints = Footprints(
        polygons,
        np.array([outline.confidence for outline in outlines]),
        np.array([outline.optical_share for outline in outlines]),
        areas_m2(polygons, grid.crs),
    )
    return footprints.select(footprints.area_m2 >= min_area_m2)


def _placed(polygons: np.ndarray, grid: Grid) -> np.ndarray:
    """From pixels of the grid to coordinates of its CRS, outer rings counter-clockwise."""
    place = grid.transform
    moved = shapely.transform(polygons, lambda x, y: place * (x, y), interleaved=False)
    return shapely.orient_polygons(moved)


def areas_m2(polygons: np.ndarray, crs: CRS | None) -> np.ndarray:
    """Square metres of polygons [n]: on the ellipsoid, or planar where the CRS has none."""
    system = pyproj.CRS.from_wkt(crs.to_wkt()) if crs else None
    geod = system.get_geod() if system else None
    if system is None or geod is None or system.geodetic_crs is None:
        return shapely.area(polygons)
    lonlat = change_crs(polygons, system, system.geodetic_crs)
    return np.array([abs(geod.geometry_area_perimeter(polygon)[0]) for polygon in lonlat])
