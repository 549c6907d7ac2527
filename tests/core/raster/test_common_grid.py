"""The common grid of SAR files, and the part of it around an area."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import shapely
from rasterio.crs import CRS
from rasterio.transform import Affine

from core.hatch.errors import InputError, SceneError
from core.hatch.jobs import Area
from core.raster.common_grid import check_crs, check_overlap, check_size, common_grid, crop_to
from core.raster.grid import Grid
from core.raster.placement import area_on
from core.raster.raster_reader import RasterReader
from tests.builders.rasters import WriteRaster, ramp

GRID = Grid(CRS.from_epsg(32631), Affine(1, 0, 600_000, 0, -1, 5_750_000), 1000, 1000)


def test_grid_covers_all_files_with_pixels_of_the_first(write_raster: WriteRaster) -> None:
    right = Affine(0.5, 0, 600_060, 0, -0.5, 5_750_000)
    paths = [write_raster("a.tif", ramp()), write_raster("b.tif", ramp(), transform=right)]
    grid, own_m, warnings = common_grid([RasterReader(path) for path in paths], None)
    assert (grid.height, grid.width) == (60, 100)
    assert own_m == pytest.approx(1, rel=1e-3) and warnings == []


@pytest.mark.parametrize("crs, side", [("EPSG:32631", 1.15), ("EPSG:4326", 1.2e-5)])
def test_crops_of_a_file_are_resampled_onto_the_same_pixels(
    write_raster: WriteRaster, crs: str, side: float
) -> None:
    left, top = (600_000.3, 5_750_000.2) if side > 1 else (3.01, 51.23)
    grids = []
    for row, col in ((0, 0), (1, 1), (5, 38)):
        transform = Affine(side, 0, left + col * side, 0, -side, top - row * side)
        path = write_raster(f"{row}.tif", ramp()[row:, col:], crs=crs, transform=transform)
        grids.append(common_grid([RasterReader(path)], 0.8)[0])
    for grid in grids[1:]:
        to_whole = ~grids[0].transform * grid.transform
        assert to_whole.almost_equals(Affine.translation(*np.rint((to_whole.c, to_whole.f))), 1e-3)


def test_grid_without_georeference_takes_the_pixel_size_and_warns(
    write_raster: WriteRaster,
) -> None:
    path = write_raster("a.tif", ramp(), crs=None, transform=Affine.identity())
    grid, own_m, (warning,) = common_grid([RasterReader(path)], 0.7)
    assert (grid.height, grid.width) == (60, 80) and own_m == 0.7
    assert "is not georeferenced" in warning and warning.endswith(": a.tif")


def test_files_that_do_not_fit_together_are_named(write_raster: WriteRaster) -> None:
    far = Affine(1, 0, 700_000, 0, -1, 5_750_000)
    first = RasterReader(write_raster("a.tif", ramp()))
    elsewhere = RasterReader(write_raster("far.tif", ramp(), transform=far))
    without = RasterReader(write_raster("none.tif", ramp(), crs=None))
    with pytest.raises(SceneError, match=r"do not overlap; .*: .*far\.tif and .*a\.tif"):
        check_overlap(GRID, [first, elsewhere], None)
    with pytest.raises(
        SceneError, match=r"no coordinate system, another has one; .*: .*none\.tif and .*a\.tif"
    ):
        check_crs([first], without)


def test_grid_is_cropped_to_the_area_with_context_around_it() -> None:
    area = Area(shapely.box(600_500, 5_749_400, 600_510, 5_749_420).wkt, "EPSG:32631")
    cropped = crop_to(area_on(area, GRID)[0], GRID)
    assert cropped is not None
    assert (cropped.height, cropped.width) == (20 + 128, 10 + 128)
    np.testing.assert_allclose(cropped.bounds[:2], (600_500 - 64, 5_749_400 - 64))
    assert crop_to(None, GRID) == GRID
    assert crop_to(shapely.box(0, 0, 1, 1), GRID) is None


def test_area_that_is_not_a_polygon_is_refused() -> None:
    for wkt in ("POINT (1 2)", "nonsense"):
        with pytest.raises(InputError, match="not a polygon"):
            area_on(Area(wkt, ""), GRID)


def test_pixels_of_every_file_must_show_buildings(write_raster: WriteRaster) -> None:
    first = RasterReader(write_raster("a.tif", ramp()))
    globe = {"crs": "EPSG:4326", "transform": Affine(1, 0, -180, 0, -1, 90)}
    with pytest.raises(SceneError, match=r"Pixels of 11\d{4} m show no buildings.*globe\.tif"):
        common_grid([first, RasterReader(write_raster("globe.tif", ramp(), **globe))], None)
    coarse = Affine(5, 0, 600_000, 0, -5, 5_750_000)
    second = RasterReader(write_raster("coarse.tif", ramp(), transform=coarse))
    grid, _, (warning,) = common_grid([first, second], None)
    assert warning.startswith("The file has pixels of 5.0 m") and warning.endswith(": coarse.tif")
    check_size(grid, 1.0, [first, second])
    with pytest.raises(SceneError, match=r"Pixels of 5.0 m are too coarse .*coarse\.tif"):
        check_size(replace(GRID, width=30_000, height=30_000), 1.0, [first, second])


def test_pixels_that_are_coarse_in_one_direction_show_no_buildings(
    write_raster: WriteRaster,
) -> None:
    flat = Affine(0.8, 0, 600_000, 0, -8000, 5_750_000)
    with pytest.raises(SceneError, match=r"Pixels of 80\d\d m show no buildings"):
        common_grid([RasterReader(write_raster("a.tif", ramp(), transform=flat))], None)


def test_degrees_in_a_system_of_metres_are_named(write_raster: WriteRaster) -> None:
    degrees = Affine(8e-6, 0, 2.3, 0, -8e-6, 48.8)
    path = write_raster("a.tif", ramp(), transform=degrees)
    with pytest.raises(SceneError, match=r"Pixels of 8e-06 m .*assign the right .*a\.tif"):
        common_grid([RasterReader(path)], None)


def test_scene_of_more_pixels_than_are_possible_is_refused(write_raster: WriteRaster) -> None:
    sar = [RasterReader(write_raster("a.tif", ramp()))]
    check_size(replace(GRID, width=500_000, height=1_000_000), 1.0, sar)
    with pytest.raises(SceneError, match=r"would have 500,001 x 1,000,000 pixels.*a\.tif"):
        check_size(replace(GRID, width=500_001, height=1_000_000), 1.0, sar)
