"""Well-known binary with surfaces of any kind."""

from __future__ import annotations

import struct

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from core.footprints.wkb import decode

TRIANGLE = [(0, 0), (4, 0), (4, 4), (0, 0)]


def header(kind: int, count: int, order: str = "<") -> bytes:
    return struct.pack(f"{order}BII", order == "<", kind, count)


def points(*coordinates: tuple[float, ...], order: str = "<") -> bytes:
    flat = [number for point in coordinates for number in point]
    return struct.pack(f"{order}I{len(flat)}d", len(coordinates), *flat)


def polygon(ring: list[tuple[float, ...]], kind: int = 3, order: str = "<") -> bytes:
    return header(kind, 1, order) + points(*ring, order=order)


def line(kind: int, *coordinates: tuple[float, ...]) -> bytes:
    return struct.pack("<BI", 1, kind) + points(*coordinates)


CIRCLE = line(8, (0, 0), (4, 0), (0, 0))  # of radius 2
HALF_CIRCLE = header(9, 2) + line(8, (0, 0), (2, 2), (4, 0)) + line(2, (4, 0), (0, 0))
WITH_HEIGHT = [(x, y, 7) for x, y in TRIANGLE]
SURFACES = {
    "polyhedral surface": (header(15, 1) + polygon(TRIANGLE), 8),
    "TIN": (header(16, 1) + polygon(TRIANGLE, 17), 8),
    "triangle": (polygon(TRIANGLE, 17), 8),
    "TIN with heights": (header(1016, 1) + polygon(WITH_HEIGHT, 1017), 8),
    "extended polygon with heights": (header(16, 1) + polygon(WITH_HEIGHT, 0x80000011), 8),
    "heights and measures": (
        header(3015, 1) + polygon([(*point, 1) for point in WITH_HEIGHT], 3003),
        8,
    ),
    "big-endian": (header(15, 1, ">") + polygon(TRIANGLE, order=">"), 8),
    "ring that is not closed": (polygon(TRIANGLE[:3]), 8),
    "ring of two points in a multipolygon": (
        header(6, 2) + polygon(TRIANGLE) + polygon([(9, 9), (9, 8)]),
        8,
    ),
    "curve polygon": (header(10, 1) + CIRCLE, 4 * np.pi),
    "compound curve": (header(10, 1) + HALF_CIRCLE, 2 * np.pi),
    "multisurface": (header(12, 2) + header(10, 1) + CIRCLE + polygon(TRIANGLE), 4 * np.pi + 8),
    "collection": (
        header(7, 4)
        + struct.pack("<BIdd", 1, 1, 9, 9)
        + line(2, (0, 0), (1, 1))
        + HALF_CIRCLE
        + header(15, 1)
        + polygon(TRIANGLE),
        8,
    ),
}


@pytest.mark.parametrize("name", SURFACES)
def test_surfaces_become_polygons(name: str) -> None:
    wkb, area = SURFACES[name]
    (found,) = decode([wkb])
    assert {part.geom_type for part in found.geoms} == {"Polygon"}
    assert found.area == pytest.approx(area, rel=2e-3)  # arcs become segments


def test_an_arc_runs_through_its_three_points() -> None:
    for start, middle, end in (
        ((3, 0), (1, 2), (-1, 0)),
        ((3, 0), (1, -2), (-1, 0)),
        ((3, 0), (1, 2), (1, -2)),
    ):
        (found,) = decode([header(10, 1) + line(8, start, middle, end)])
        ring = shapely.get_coordinates(found)
        np.testing.assert_allclose(np.hypot(*(ring[:-1] - (1, 0)).T), 2)
        assert shapely.distance(found.geoms[0].exterior, shapely.Point(middle)) < 0.01


def test_what_geos_reads_is_unchanged_and_the_rest_is_none() -> None:
    point, square = shapely.Point(1, 2), shapely.box(0, 0, 1, 1)
    found = decode([shapely.to_wkb(point), None, shapely.to_wkb(square), b"", b"\x01\x03", b"\x09"])
    assert found[0] == point and found[2] == square
    assert shapely.is_missing(found).tolist() == [False, True, False, True, True, True]


def test_no_geometries_give_no_geometries() -> None:
    assert len(decode([])) == 0


@given(st.sampled_from([wkb for wkb, _ in SURFACES.values()]), st.data())
@settings(max_examples=100)
@pytest.mark.filterwarnings("ignore:invalid value:RuntimeWarning")
def test_damaged_bytes_raise_nothing(wkb: bytes, data: st.DataObject) -> None:
    damaged = bytearray(wkb[: data.draw(st.integers(0, len(wkb)))])
    for _ in range(data.draw(st.integers(0, 3)) if damaged else 0):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    assert len(decode([bytes(damaged)])) == 1
