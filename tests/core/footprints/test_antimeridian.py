"""Polygons on both sides of the antimeridian."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from core.footprints.antimeridian import narrowest, ranges, turned_as

DEGREES = "EPSG:4326"


def boxes(*lefts: float) -> np.ndarray:
    return np.array([shapely.box(left, 0, left + 1, 1) for left in lefts], object)


@pytest.mark.parametrize(
    ("given", "near", "expected"),
    [
        ([(179, 180), (-180, -179)], 1, (179, 181)),
        ([(179, 180), (-180, -179)], -1, (-181, -179)),
        ([(-180, -179), (181, 182)], 500, (540, 542)),
        ([(10, 20), (15, 40)], 0, (10, 40)),
        ([(170, 190), (-175, -174)], 180, (170, 190)),
        ([(-100, -90), (0, 10), (100, 110)], 0, (-100, 110)),
    ],
)
def test_the_narrowest_range_leaves_out_the_widest_gap(given, near, expected) -> None:
    assert narrowest(np.array(given, float), 360, near) == pytest.approx(expected)


@pytest.mark.parametrize("given", [[], [(-180, 180)], [(-180, 0), (0, 180)], [(0, 700)]])
def test_there_is_no_narrowest_range_without_a_gap(given) -> None:
    assert narrowest(np.array(given, float).reshape(-1, 2), 360, 0) is None


@given(
    st.lists(st.tuples(st.integers(-800, 800), st.integers(1, 90)), min_size=1, max_size=6),
    st.integers(-400, 400),
)
def test_the_narrowest_range_holds_every_range(given, near) -> None:
    found = narrowest(np.array([(left, left + width) for left, width in given], float), 360, near)
    if found is None:
        covered = {x % 360 for left, width in given for x in range(left, left + width)}
        assert len(covered) == 360
        return
    low, high = found
    assert high - low < 360 and abs((low + high) / 2 - near) <= 180
    for left, width in given:
        start = low + (left - low) % 360
        assert start + width <= high


def test_a_polygon_that_jumps_is_a_narrow_range() -> None:
    jumping = shapely.Polygon([(179, 0), (-179, 0), (-179, 1), (179, 1)])
    assert ranges(np.array([jumping]), DEGREES, DEGREES).tolist() == [[179, 181]]
    (found,) = ranges(np.array([jumping]), DEGREES, "EPSG:3857")
    assert found[1] - found[0] == pytest.approx(222_639, abs=1)


@pytest.mark.parametrize("target", [DEGREES, "EPSG:3857"])
def test_a_polygon_around_the_earth_is_a_full_turn(target: str) -> None:
    found = ranges(np.array([shapely.box(-180, -80, 180, 80)]), DEGREES, target)
    assert narrowest(found, 360 if target == DEGREES else 40_075_016.6, 0) is None


def test_polygons_outside_of_a_coordinate_system_have_no_range() -> None:
    assert len(ranges(boxes(1e30), "EPSG:32660", DEGREES)) == 0


@pytest.mark.parametrize(
    ("given", "expected"),
    [((-180, 178), (178, -179.2)), ((), (178, -179.2)), ((178, 181), (178, 180.8))],
)
def test_polygons_are_turned_as_the_given_ones(given, expected) -> None:
    turned = turned_as(boxes(178, 180.8), DEGREES, boxes(*given))
    assert shapely.bounds(turned)[:, 0] == pytest.approx(expected)


def test_polygons_in_metres_are_not_turned() -> None:
    assert turned_as(boxes(500_000), "EPSG:32660", boxes(0))[0].bounds[0] == 500_000
