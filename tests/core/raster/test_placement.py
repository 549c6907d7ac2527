"""Polygons of any coordinate system on a grid."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pyproj
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from rasterio.crs import CRS
from rasterio.transform import Affine

from core.hatch.errors import InputError
from core.hatch.jobs import Area
from core.raster.grid import Grid
from core.raster.placement import area_on, hull_of, place

SIDE = 160.0  # of the grids in metres
WORLD = shapely.box(-180, -90, 180, 90)
MERCATOR = 20037508.34


def grid(epsg: int | None, left: float, top: float, pixel: float = 0.8) -> Grid:
    crs = CRS.from_epsg(epsg) if epsg else None
    return Grid(crs, Affine(pixel, 0, left, 0, -pixel, top), 200, 200)


UTM = grid(32631, 500000, 5700000)
X, Y = pyproj.Transformer.from_crs(4326, 32760, always_xy=True).transform(180, -17)
FIJI = grid(32760, X - SIDE / 2, Y + SIDE / 2)  # its middle lies on the antimeridian
DEGREE = 106_485.83  # metres, at 17 degrees south
FIJI_DEGREES = grid(4326, 180 - SIDE / 2 / DEGREE, -17, 0.8 / DEGREE)
D = SIDE / 8 / DEGREE
PACIFIC = grid(4326, 185, -17, 1e-5)  # longitudes from 0 to 360


def share(area: Area, grid: Grid) -> float:
    """Share of the grid in the area."""
    polygon, _ = area_on(area, grid)
    box = shapely.box(*grid.bounds)
    return 1.0 if polygon is None else polygon.intersection(box).area / box.area


@pytest.mark.parametrize(
    ("polygon", "crs", "expected"),
    [
        (WORLD, "EPSG:4326", 1),
        (shapely.box(0, -90, 360, 90), "EPSG:4326", 1),
        (shapely.box(-179.5, -89, 179.5, 89), "EPSG:4326", 1),
        (shapely.box(-180, 0, 180, 90), "EPSG:4326", 1),
        (shapely.box(-180, -90, 180, 0), "EPSG:4326", 0),
        (shapely.box(-180, -90, 3, 90), "EPSG:4326", 0),  # 3 degrees east is the left side
        (shapely.box(-MERCATOR, -MERCATOR, MERCATOR, MERCATOR), "EPSG:3857", 1),
        (shapely.box(-6e7, -9e7, 6e7, 9e7), "EPSG:3857", 1),  # a canvas zoomed out far
        (shapely.box(-5e6, -5e6, 5e6, 5e6), "EPSG:3995", 1),  # around the pole
        (shapely.box(-18e6, -9e6, 18e6, 9e6), "ESRI:54009", 1),  # its corners are not on earth
        (shapely.box(-1e6, 0, 500000 + SIDE / 2, 9e6), "EPSG:32631", 0.5),
        (shapely.box(200000, 5600000, 800000, 5800000), "EPSG:32601", 0),
    ],
)
def test_an_area_of_any_size_gives_its_part_of_the_grid(
    polygon: shapely.Polygon, crs: str, expected: float
) -> None:
    assert share(Area(polygon.wkt, crs), UTM) == pytest.approx(expected, abs=1e-6)


@pytest.mark.parametrize("grid", [FIJI, FIJI_DEGREES], ids=["metres", "degrees"])
@pytest.mark.parametrize(
    ("polygon", "expected"),
    [
        (WORLD, 1),
        (shapely.Polygon([(179.9, -18), (-179.9, -18), (-179.9, -16), (179.9, -16)]), 1),
        (shapely.box(179.9, -18, 180.1, -16), 1),
        (shapely.Polygon([(180 - D, -18), (D - 180, -18), (D - 180, -16), (180 - D, -16)]), 0.25),
        (shapely.Polygon([(180 - D, -18), (-170, -18), (-170, -16), (180 - D, -16)]), 0.625),
        (shapely.union(shapely.box(179.9, -18, 180, -16), shapely.box(-180, -18, -179.9, -16)), 1),
        (shapely.box(-180, -18, -179.9, -16), 0.5),
        (shapely.box(100, -18, 180, -16), 0.5),
        (shapely.box(-10, -18, 10, -16), 0),
    ],
)
def test_an_area_may_cross_the_antimeridian(
    grid: Grid, polygon: shapely.Geometry, expected: float
) -> None:
    assert share(Area(polygon.wkt, "EPSG:4326"), grid) == pytest.approx(expected, abs=0.01)


@pytest.mark.parametrize("grid", [FIJI, FIJI_DEGREES], ids=["metres", "degrees"])
def test_the_hull_of_labels_on_both_sides_of_the_antimeridian(grid: Grid) -> None:
    west = shapely.box(180 - 2 * D, -18, 180 - D, -16)
    east = shapely.box(D - 180, -18, 2 * D - 180, -16)
    hull = hull_of(np.array([west, east], dtype=object), "EPSG:4326")
    assert share(hull, grid) == pytest.approx(0.5, abs=0.01)


def test_the_hull_of_the_whole_earth_is_the_earth() -> None:
    assert share(hull_of(np.array([WORLD], dtype=object), "EPSG:4326"), PACIFIC) == 1


def test_longitudes_of_the_grid_may_run_to_360() -> None:
    assert share(Area(shapely.box(-176, -18, -174, -16).wkt, "EPSG:4326"), PACIFIC) == 1
    assert share(Area(WORLD.wkt, "EPSG:4326"), PACIFIC) == 1


def test_an_area_that_covers_the_grid_is_none() -> None:
    assert area_on(None, UTM) == (None, [])
    assert area_on(Area(WORLD.wkt, "EPSG:4326"), UTM) == (None, [])


def test_an_area_outside_is_empty() -> None:
    polygon, _ = area_on(Area("POLYGON ((0 0, 1 0, 1 1, 0 0))", "EPSG:32631"), UTM)
    assert polygon is not None and polygon.is_empty


@pytest.mark.parametrize(
    "crs",
    [
        "",
        "nonsense",
        'ENGCRS["Undefined Cartesian SRS",EDATUM["Unknown engineering datum"],CS[Cartesian,2],'
        'AXIS["x",east],AXIS["y",north],LENGTHUNIT["metre",1]]',
        'GEOGCS["Undefined geographic SRS",'
        'DATUM["unknown",SPHEROID["unknown",6378137,298.25]],PRIMEM["Greenwich",0],UNIT["degree",1]]',
    ],
)
def test_without_a_coordinate_system_that_of_the_grid_is_taken(crs: str) -> None:
    left_half = shapely.box(0, 0, 500000 + SIDE / 2, 9e6)
    polygon, notes = area_on(Area(left_half.wkt, crs), UTM)
    assert share(Area(left_half.wkt, crs), UTM) == pytest.approx(0.5)
    assert polygon is not None and polygon.bounds[0] > 490000  # clipped
    assert notes == [
        "There is no coordinate system for the area; it is taken to be that of the SAR layer."
    ]


LOCAL = 'LOCAL_CS["site",UNIT["metre",1]]'


@pytest.mark.parametrize(
    ("crs", "on"), [(LOCAL, UTM), ("EPSG:32631", replace(UTM, crs=CRS.from_wkt(LOCAL)))]
)
def test_a_local_system_and_one_on_the_earth_are_refused(crs: str, on: Grid) -> None:
    with pytest.raises(InputError, match="local coordinate system"):
        area_on(Area(shapely.box(0, 0, 500000, 9e6).wkt, crs), on)


def test_a_grid_without_a_coordinate_system_takes_that_of_the_area() -> None:
    _, notes = area_on(Area(shapely.box(0, -90, 80, 0).wkt, "EPSG:32631"), grid(None, 0, 0))
    assert notes == [
        "There is no coordinate system for the SAR layer; it is taken to be that of the area."
    ]


@pytest.mark.parametrize(
    "wkt", ["", "garbage", "POINT (1 1)", "POLYGON EMPTY", "POLYGON ((0 0, 1 1, 0 0))"]
)
def test_an_area_without_a_polygon_is_an_error(wkt: str) -> None:
    with pytest.raises(InputError, match="The area is not a polygon; draw or choose another one"):
        area_on(Area(wkt, "EPSG:4326"), UTM)


def test_a_coordinate_system_of_another_planet_is_an_error() -> None:
    with pytest.raises(InputError, match="of the area and the SAR layer cannot be"):
        area_on(Area(WORLD.wkt, "IAU_2015:30100"), UTM)


def test_polygons_on_the_grid_stay_whole_and_large_ones_are_clipped() -> None:
    left, bottom, _, top = UTM.bounds
    house, on_the_edge = (
        shapely.box(left + 9, top - 9, left + 19, top - 1),
        shapely.box(left - 10, top - 9, left + 10, top - 1),
    )
    country, elsewhere = shapely.box(left - 1e6, bottom, left + 5, top), shapely.box(0, 0, 1, 1)
    polygons = np.array([house, on_the_edge, country, elsewhere], dtype=object)
    placed, note = place(polygons, "EPSG:32631", UTM, "the label layer")
    assert note is None
    assert placed[0].equals(house) and placed[1].equals(on_the_edge)
    assert placed[2].bounds[0] == pytest.approx(left - SIDE)
    assert placed[3] is None


def test_polygons_with_vertices_that_cannot_be_transformed_are_clipped_first() -> None:
    """Mercator coordinates of the pole are infinite."""
    strip = shapely.box(-180, 40, 3.001, 90)
    mercator = grid(3857, 333958, 6621293)
    placed, _ = place(np.array([strip], dtype=object), "EPSG:4326", mercator, "the label layer")
    assert placed[0].bounds[2] == pytest.approx(334069.8, abs=1)


coordinate = st.one_of(st.floats(-400, 400), st.floats(-1e8, 1e8), st.sampled_from([0, 180, -180]))
triangles = st.lists(st.tuples(coordinate, coordinate), min_size=3, max_size=3, unique=True)


@given(triangles, st.sampled_from(["", "EPSG:4326", "EPSG:3857", "EPSG:32631", "EPSG:3031"]))
@settings(max_examples=100)
@pytest.mark.parametrize("grid", [UTM, FIJI, FIJI_DEGREES, grid(None, 0, 0)])
def test_any_triangle_is_placed_valid_or_nowhere(
    grid: Grid, corners: list[tuple[float, float]], crs: str
) -> None:
    try:
        polygon, _ = area_on(Area(shapely.Polygon(corners).wkt, crs), grid)
    except InputError:
        return  # the triangle has no area
    assert polygon is None or polygon.is_empty or (polygon.is_valid and polygon.area > 0)
