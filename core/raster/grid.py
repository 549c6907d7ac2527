"""Pixel grids, and pixel sizes in metres."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pyproj
import pyproj.exceptions
import shapely
from rasterio.crs import CRS
from rasterio.transform import Affine

from ..hatch.errors import InputError

Bounds = tuple[float, float, float, float]  # left, bottom, right, top

MOST_PIXELS = 500_000_000_000  # of any grid; docs/scale.md
_WEB_MERCATOR = "Popular Visualisation Pseudo Mercator"
# Where between two whole numbers coordinates are rounded: real grids are often at 0 or 0.5.
_UNUSUAL = 0.317


@dataclass(frozen=True)
class Grid:
    """North-up grid whose pixels are square in metres.

    ``crs`` is None for plain coordinates, whose unit is ``unit_m`` metres long.
    """

    crs: CRS | None
    transform: Affine
    width: int
    height: int
    unit_m: float = 1.0

    def crop(self, row: int, col: int, height: int, width: int) -> Grid:
        """Grid of a window, which may extend beyond this grid."""
        transform = self.transform * Affine.translation(col, row)
        return replace(self, transform=transform, width=width, height=height)

    @property
    def origin(self) -> tuple[int, int]:
        """Row and column of the first pixel, as in ``origin_of``."""
        return origin_of(self.transform)

    @property
    def bounds(self) -> Bounds:
        left, top = self.transform.c, self.transform.f
        return (
            left,
            top + self.height * self.transform.e,
            left + self.width * self.transform.a,
            top,
        )

    def window_of(self, bounds: Bounds) -> tuple[int, int, int, int]:
        """Window (row, col, height, width) of whole pixels that covers the bounds.

        It is clipped to the grid; height or width is 0 or less if they are disjoint.
        """
        left, bottom, right, top = bounds
        col0, row0 = ~self.transform * (left, top)
        col1, row1 = ~self.transform * (right, bottom)
        first_row, first_col = max(0, _down(row0)), max(0, _down(col0))
        last_row, last_col = min(self.height, _up(row1)), min(self.width, _up(col1))
        return first_row, first_col, last_row - first_row, last_col - first_col


def covering_grid(
    crs: CRS | None, transform: Affine, bounds: Sequence[Bounds], unit_m: float = 1.0
) -> Grid:
    """Smallest grid of this transform's pixels that covers all the bounds."""
    left, bottom = min(b[0] for b in bounds), min(b[1] for b in bounds)
    right, top = max(b[2] for b in bounds), max(b[3] for b in bounds)
    col0, row0 = ~transform * (left, top)
    col1, row1 = ~transform * (right, bottom)
    col, row = _down(col0), _down(row0)
    width, height = max(1, _up(col1) - col), max(1, _up(row1) - row)
    return Grid(crs, transform * Affine.translation(col, row), width, height, unit_m)


def origin_of(transform: Affine) -> tuple[int, int]:
    """Row and column of the first pixel, counted from the origin of the CRS.

    A pixel has the same row and column in all crops of an upright raster.
    """
    col, row = transform.c / transform.a, transform.f / transform.e
    return int(np.floor(row + _UNUSUAL)), int(np.floor(col + _UNUSUAL))


def metres_per_unit(crs: CRS | None, x: float, y: float) -> tuple[float, float]:
    """Length in metres of one unit of the CRS along x and along y, at (x, y).

    Measured on the ellipsoid, so degrees, feet and Web Mercator need no special case. A CRS
    without an ellipsoid counts by its linear unit, and without a CRS a unit is 1 m. Raises
    InputError for a CRS that cannot be converted into degrees.
    """
    along_x, along_y = metres_per_unit_at(
        pyproj.CRS.from_wkt(crs.to_wkt()) if crs else None, np.array([x]), np.array([y])
    )
    return float(along_x[0]), float(along_y[0])


def metres_per_unit_at(
    crs: pyproj.CRS | None, x: np.ndarray, y: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """``metres_per_unit`` at many points; all arrays are [n].

    At a pole, where a step to the east has no length, they are those just beside it.
    """
    geographic = crs.geodetic_crs if crs else None
    geod = crs.get_geod() if crs else None
    if crs is None or geographic is None or geod is None:
        factor = linear_unit_m(crs)
        return np.full(len(x), factor), np.full(len(x), factor)
    to_lonlat = transformer(crs, geographic)
    step = 10.0
    if crs.is_geographic:
        step, pole = 1e-4, period_of(crs) / 4
        beside = pole - 2 * step  # so that a step to the north does not cross it
        y = np.where(np.abs(y) <= pole, np.clip(y, -beside, beside), y)
    lonlat = to_lonlat.transform(np.stack([x, x + step, x]), np.stack([y, y, y + step]))
    lon, lat = (degrees_per_unit(geographic) * angle for angle in lonlat)
    _, _, along_x = geod.inv(lon[0], lat[0], lon[1], lat[1])
    _, _, along_y = geod.inv(lon[0], lat[0], lon[2], lat[2])
    return along_x / step, along_y / step


def linear_unit_m(crs: pyproj.CRS | None) -> float:
    """Length in metres of the unit of a CRS without an ellipsoid; 1 without a CRS."""
    return float(crs.axis_info[0].unit_conversion_factor) if crs and crs.axis_info else 1.0


def degrees_per_unit(geographic: pyproj.CRS) -> float:
    """Degrees in one unit of a geographic CRS: 1 for most, 0.9 for grads."""
    degrees = float(np.degrees(geographic.axis_info[0].unit_conversion_factor))
    return 1.0 if abs(degrees - 1) < 1e-9 else degrees


def is_undefined(name: str) -> bool:
    """Whether a CRS of this name stands for a missing one, as in GeoPackages and ENVI files."""
    name = name.casefold()
    return name.startswith("undefined") or name in ("arbitrary", "unknown engineering crs")


def is_of_heights(crs: CRS | None) -> bool:
    """Whether a CRS has only heights, without horizontal coordinates."""
    return crs is not None and pyproj.CRS.from_wkt(crs.to_wkt()).type_name == "Vertical CRS"


def period_of(crs: pyproj.CRS | None) -> float:
    """Length of a full turn along x in units of the CRS, 0 if x does not wrap around."""
    if crs is None:
        return 0.0
    if crs.is_geographic:
        return 2 * math.pi / float(crs.axis_info[0].unit_conversion_factor)
    operation = crs.coordinate_operation
    if operation is not None and operation.method_name == _WEB_MERCATOR and crs.ellipsoid:
        return 2 * math.pi * float(crs.ellipsoid.semi_major_metre)
    return 0.0


def full_turn(crs: CRS | None) -> float:
    """360 degrees in units of a geographic CRS; 0 for any other CRS."""
    return float(2 * np.pi / crs.units_factor[1]) if crs and crs.is_geographic else 0.0


def pixel_sides_m(transform: Affine, unit: tuple[float, float]) -> tuple[float, float]:
    """Sides of a pixel in metres, along its row and along its column."""
    x, y = unit
    return (
        float(np.hypot(transform.a * x, transform.d * y)),
        float(np.hypot(transform.b * x, transform.e * y)),
    )


def pixel_area_m2(grid: Grid) -> float:
    """Area in square metres of the pixel in the middle of the grid."""
    centre = grid.transform * (grid.width / 2, grid.height / 2)
    across, down = pixel_sides_m(grid.transform, metres_per_unit(grid.crs, *centre))
    return across * down * (grid.unit_m**2 if grid.crs is None else 1.0)


def bounds_in(bounds: Bounds, source: CRS | None, target: CRS | None) -> Bounds:
    """Bounds in another CRS; unchanged if either CRS is missing.

    Longitudes are not wrapped: across the antimeridian, the right one is larger than 180 degrees.
    """
    if source is None or target is None or source == target:
        return bounds
    change = transformer(pyproj.CRS(source.to_wkt()), pyproj.CRS(target.to_wkt()))
    left, bottom, right, top = change.transform_bounds(*bounds, densify_pts=21)
    return left, bottom, right + full_turn(target) if right < left else right, top


def bounds_near(bounds: Bounds, other: Bounds, crs: CRS | None) -> Bounds:
    """Bounds in a geographic CRS, moved by full turns next to ``other``; else unchanged."""
    turn = full_turn(crs)
    if not turn:
        return bounds
    left, bottom, right, top = bounds
    shift = turn * round(((other[0] + other[2]) - (left + right)) / 2 / turn)
    return left + shift, bottom, right + shift, top


def change_crs(geometries: Any, source: pyproj.CRS, target: pyproj.CRS) -> Any:
    """Geometries in another CRS; coordinates are in the order x, y or longitude, latitude.

    Raises InputError if one CRS cannot be converted into the other, or not at these coordinates.
    """
    if source == target:
        return geometries
    change = transformer(source, target).transform
    changed = shapely.transform(geometries, lambda x, y: change(x, y), interleaved=False)
    if not np.isfinite(shapely.get_coordinates(changed)).all():
        raise InputError(
            "Coordinates are outside the range of their coordinate system; check the coordinate "
            "system of the polygons: {name} to {other}.",
            name=source.name,
            other=target.name,
        )
    return changed


def transformer(source: pyproj.CRS, target: pyproj.CRS) -> pyproj.Transformer:
    """The conversion of x and y, or longitude and latitude, from one CRS to another.

    Raises InputError if there is none, as for a CRS with an impossible unit.
    """
    try:
        return pyproj.Transformer.from_crs(source, target, always_xy=True)
    except pyproj.exceptions.ProjError as error:
        raise InputError(
            "The coordinate systems cannot be converted into each other; choose files in the same "
            "one: {name} and {other}.",
            name=source.name,
            other=target.name,
        ) from error


def bounds_overlap(first: Bounds, second: Bounds) -> bool:
    """Whether two bounds intersect."""
    return (
        first[0] < second[2]
        and second[0] < first[2]
        and first[1] < second[3]
        and second[1] < first[3]
    )


def _down(value: float) -> int:
    return int(np.floor(value + 1e-6))


def _up(value: float) -> int:
    return int(np.ceil(value - 1e-6))
