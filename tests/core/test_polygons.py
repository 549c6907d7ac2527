"""Valid polygons of geometries of any kind."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from core.polygons import geometry_of, valid_polygons

pytestmark = pytest.mark.filterwarnings("ignore:invalid value:RuntimeWarning")  # NaN


def of(*wkt: str | None) -> tuple[np.ndarray, np.ndarray]:
    return valid_polygons(shapely.from_wkt(list(wkt)))


def test_valid_polygons_stay_as_they_are() -> None:
    square = "POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0))"
    pair = "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)), ((5 5, 6 5, 6 6, 5 5)))"
    polygons, repaired = of(square, pair)
    assert [shapely.to_wkt(p) for p in polygons] == [square, pair]
    assert not repaired.any()


@pytest.mark.parametrize(
    ("wkt", "area"),
    [
        ("POLYGON Z ((0 0 9, 4 0 9, 4 4 9, 0 4 9, 0 0 9))", 16),
        ("POLYGON ((0 0, 4 4, 4 0, 0 4, 0 0))", 8),  # crosses itself
        ("MULTIPOLYGON (((0 0, 4 0, 4 4, 0 4, 0 0)), ((0 0, 4 0, 4 4, 0 4, 0 0)))", 16),
        ("MULTIPOLYGON (((0 0, 4 0, 4 4, 0 4, 0 0)), ((2 0, 6 0, 6 4, 2 4, 2 0)))", 24),
        ("GEOMETRYCOLLECTION (POINT (9 9), POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0)))", 16),
        ("GEOMETRYCOLLECTION (GEOMETRYCOLLECTION (POLYGON ((0 0, 4 0, 4 4, 0 0))))", 8),
        ("MULTIPOLYGON (((0 0, 4 0, 4 4, 0 4, 0 0)), ((9 9, NaN 9, 10 10, 9 9)))", 16),
    ],
)
def test_polygons_are_repaired_merged_and_taken_out_of_collections(wkt: str, area: float) -> None:
    (polygon,), _ = of(wkt)
    assert polygon.is_valid and not polygon.has_z
    assert polygon.area == pytest.approx(area)


@pytest.mark.parametrize(
    "wkt",
    [
        None,
        "POINT (1 1)",
        "LINESTRING (0 0, 4 0, 4 4, 0 0)",
        "POLYGON EMPTY",
        "MULTIPOLYGON EMPTY",
        "GEOMETRYCOLLECTION EMPTY",
        "POLYGON ((0 0, 4 0, 0 0, 0 0))",  # no area
        "POLYGON ((0 0, NaN 0, 4 4, 0 0))",
        "POLYGON ((0 0, Inf 0, 4 4, 0 0))",
        "POLYGON ((0 0, 1e300 0, 1e300 1e300, 0 0))",
    ],
)
def test_what_has_no_area_becomes_none(wkt: str | None) -> None:
    (polygon,), (repaired,) = of(wkt)
    assert polygon is None and not repaired


def test_repaired_polygons_are_marked() -> None:
    _, repaired = of(
        "POLYGON ((0 0, 4 4, 4 0, 0 4, 0 0))",
        "POLYGON ((0 0, 4 0, 4 4, 0 0))",
        "MULTIPOLYGON (((0 0, 4 0, 4 4, 0 0)), ((0 0, 4 0, 4 4, 0 0)))",
        "GEOMETRYCOLLECTION (POLYGON ((0 0, 4 0, 4 4, 0 0)))",
        "GEOMETRYCOLLECTION Z (POLYGON Z ((0 0 0, 4 0 0, 4 4 0, 0 0 0)),"
        "POLYGON Z ((0 0 0, 4 0 0, 4 0 9, 0 0 9, 0 0 0)))",  # a floor and a wall
        None,
    )
    assert repaired.tolist() == [True, False, True, False, False, False]


numbers = st.one_of(
    st.integers(-3, 3).map(float),
    st.floats(-1e7, 1e7),
    st.sampled_from([np.nan, np.inf, -np.inf, 1e300, 1e-300, 500_000.1]),
)
points = st.tuples(numbers, numbers)
# A ring that begins with NaN counts as not closed.
starts = st.tuples(st.integers(-3, 3), st.integers(-3, 3))
rings = st.builds(
    lambda start, others: [start, *others, start], starts, st.lists(points, min_size=2, max_size=8)
)
polygons = st.builds(shapely.Polygon, rings, st.lists(rings, max_size=2))
simple = st.one_of(
    polygons,
    st.builds(shapely.Point, points),
    st.lists(points, min_size=2, max_size=5).map(shapely.LineString),
    st.lists(polygons, max_size=4).map(shapely.MultiPolygon),
    st.just(shapely.Polygon()),
)
soup = st.one_of(st.none(), simple, st.lists(simple, max_size=4).map(shapely.GeometryCollection))


@given(st.lists(soup, max_size=6))
@settings(max_examples=100)
def test_any_geometries_give_valid_polygons_with_an_area(
    geometries: list[shapely.Geometry],
) -> None:
    polygons, repaired = valid_polygons(np.array([*geometries, None], dtype=object)[:-1])
    assert len(polygons) == len(repaired) == len(geometries)
    found = polygons[~shapely.is_missing(polygons)]
    assert shapely.is_valid(found).all() and (shapely.area(found) > 0).all()
    assert set(shapely.get_type_id(found)) <= {3, 6}


def test_polygon_that_crosses_itself_too_often_is_left_out() -> None:
    corners = np.random.default_rng(0).uniform(0, 30, (3000, 2))  # a repair would take hours
    given = np.array([shapely.Polygon(corners), shapely.box(0, 0, 1, 1)], object)
    polygons, repaired = valid_polygons(given)
    assert polygons.tolist() == [None, given[1]] and not repaired.any()


@pytest.mark.parametrize(
    "text",
    [
        *("", "POLYGON", "\ud800", "TIN (((0 0, 1 1, 1 0, 0 0)))"),
        "CURVEPOLYGON (CIRCULARSTRING (0 0, 1 1, 2 0, 1 -1, 0 0))",
        "GEOMETRYCOLLECTION (" * 200_000 + "POINT (0 0)" + ")" * 200_000,
    ],
)
def test_text_that_geos_does_not_read_is_no_geometry(text):
    assert geometry_of(text) is None


def test_geometry_of_many_polygons_is_read():
    many = shapely.MultiPolygon([shapely.box(3 * i, 0, 3 * i + 1, 1) for i in range(500)])
    assert geometry_of(many.wkt) == many
