"""Lengths and areas in any CRS, also one in grads, in feet or without an ellipsoid."""

from __future__ import annotations

import numpy as np
import pyproj
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from rasterio.crs import CRS
from rasterio.transform import Affine

from core.footprints.vectorise import areas_m2
from core.hatch.errors import InputError
from core.raster.grid import (
    Grid,
    bounds_in,
    bounds_near,
    bounds_overlap,
    change_crs,
    metres_per_unit,
    metres_per_unit_at,
    pixel_area_m2,
)

SITE_IN_FEET = CRS.from_wkt('LOCAL_CS["Site",UNIT["US survey foot",0.304800609601219]]')


@pytest.mark.parametrize(
    "crs, x, y, across, down",
    [
        (CRS.from_epsg(27572), 600_000, 2_428_000, 1, 1),  # NTF (Paris), of grads
        (CRS.from_epsg(4807), 0, 54.28, 65_930, 100_090),  # grads, in Paris
        (CRS.from_epsg(4326), 2.35, 48.85, 73_350, 111_210),
        (CRS.from_epsg(2263), 985_000, 200_000, 0.3048, 0.3048),
        (SITE_IN_FEET, 100, 100, 0.3048, 0.3048),
        (None, 100, 100, 1, 1),
    ],
)
def test_length_and_area_of_a_unit(
    crs: CRS | None, x: float, y: float, across: float, down: float
) -> None:
    assert metres_per_unit(crs, x, y) == pytest.approx((across, down), rel=2e-3)
    side = 1e-3 if crs and crs.is_geographic else 100
    square = np.array([shapely.box(x, y, x + side, y + side)])
    assert areas_m2(square, crs) == pytest.approx([across * down * side**2], rel=4e-3)


def test_area_without_a_place_has_the_assumed_pixels() -> None:
    grid = Grid(None, Affine.scale(1, -1), 10, 10, unit_m=0.8)
    assert pixel_area_m2(grid) == pytest.approx(0.64)
    assert areas_m2(np.array([shapely.box(0, 0, 10, 10)]), None, 0.8) == pytest.approx([64])


def test_bounds_across_the_antimeridian_overlap_in_any_convention() -> None:
    degrees, utm = CRS.from_epsg(4326), CRS.from_epsg(32601)
    east = bounds_in((150_000, 1_000_000, 200_000, 1_100_000), utm, degrees)
    assert 0 < east[2] - east[0] < 1
    for left in (179.9, -180.1):
        assert bounds_overlap(
            bounds_near(east, (left, 9, left + 0.5, 10), degrees), (left, 9, left + 0.5, 10)
        )


def test_coordinates_that_cannot_be_converted_are_an_error() -> None:
    local, degrees = pyproj.CRS(SITE_IN_FEET.to_wkt()), pyproj.CRS(4326)
    with pytest.raises(InputError, match="cannot be converted"):
        change_crs(np.array([shapely.box(0, 0, 1, 1)]), local, degrees)
    with pytest.raises(InputError, match="outside the range"):
        change_crs(np.array([shapely.box(5e5, 5e6, 6e5, 6e6)]), degrees, pyproj.CRS(32631))


@given(
    st.sampled_from([0.3, 0.8, 1.15, 1e-5 / 3]),
    st.sampled_from([0.0, 0.25, 1 / 3, 0.5, 2 / 3]),
    st.integers(-10_000_000, 10_000_000),
    st.integers(0, 100_000),
)
def test_a_pixel_has_the_same_row_and_column_in_every_crop(
    side: float, fraction: float, start: int, shift: int
) -> None:
    x, y = (start + fraction) * side, (fraction - start) * side
    row, col = Grid(None, Affine(side, 0, x, 0, -side, y), 10, 10).origin
    # As a file of the crop stores it, and as the grid of an area has it.
    moved = Affine(side, 0, x + 2 * shift * side, 0, -side, y - shift * side)
    assert Grid(None, moved, 10, 10).origin == (row + shift, col + 2 * shift)
    cropped = Grid(None, Affine(side, 0, x, 0, -side, y), 10, 10).crop(shift, 2 * shift, 5, 5)
    assert cropped.origin == (row + shift, col + 2 * shift)


@pytest.mark.parametrize(("code", "pole"), [(4326, 90), (4807, 100)])
@pytest.mark.parametrize("below", [0, 1e-6, 1.5e-4])
def test_lengths_of_units_at_a_pole_are_finite(code: int, pole: float, below: float) -> None:
    x, y = np.array([10.0, 10]), np.array([pole - below, below - pole])
    across, along = metres_per_unit_at(pyproj.CRS(code), x, y)
    assert along == pytest.approx(111_694 * 90 / pole, rel=1e-3)
    assert (across > 0).all() and (across < 1).all()


def test_lengths_of_units_beyond_a_pole_are_not_finite() -> None:
    lengths = metres_per_unit_at(pyproj.CRS(4326), np.array([10.0]), np.array([91.0]))
    assert not np.isfinite(lengths).all()


def test_system_with_an_impossible_unit_is_an_error() -> None:
    wkt = pyproj.CRS(32631).to_wkt("WKT1_GDAL").replace('UNIT["metre",1', 'UNIT["metre",1e-300')
    with pytest.raises(InputError, match="cannot be converted into each other"):
        metres_per_unit_at(pyproj.CRS(wkt), np.zeros(1), np.zeros(1))
