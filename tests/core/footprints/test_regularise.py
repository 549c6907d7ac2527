"""Straight walls and right angles."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import example, given, settings
from hypothesis import strategies as st
from rasterio.features import rasterize
from shapely import affinity

from core.footprints.regularise import regularise
from core.polygons import valid_polygons
from tests.builders.outlines import outlined


def as_pixels(polygon: shapely.Polygon) -> shapely.Polygon:
    (outline,) = outlined(rasterize([polygon], (128, 128)).astype(np.float32))
    return outline.polygon


def iou(first: shapely.Polygon, second: shapely.Polygon) -> float:
    return first.intersection(second).area / first.union(second).area


L_SHAPE = shapely.box(40, 40, 85, 75).difference(shapely.box(65, 58, 90, 80))


@pytest.mark.parametrize("shape, walls", [(shapely.box(45, 50, 80, 74), 4), (L_SHAPE, 6)])
@pytest.mark.parametrize("angle", [0, 7, 31, 45, 68])
def test_walls_become_straight_and_right_angled(
    shape: shapely.Polygon, walls: int, angle: float
) -> None:
    truth = affinity.rotate(shape, angle)
    ((result,), _) = regularise([as_pixels(truth)])
    corners = shapely.get_coordinates(result.exterior) @ (1, 1j)
    sides = np.diff(corners)
    turns = np.angle(np.roll(sides, -1) / sides, deg=True)
    assert len(sides) == walls
    np.testing.assert_allclose(np.abs(turns), 90, atol=1e-6)
    assert iou(result, truth) > 0.95


def test_round_buildings_stay_round() -> None:
    truth = shapely.Point(64, 64).buffer(30)
    ((result,), _) = regularise([as_pixels(truth)])
    assert iou(result, truth) > 0.93
    assert len(result.exterior.coords) > 8


@settings(max_examples=40)
@given(st.integers(0, 100_000))
def test_an_outline_does_not_depend_on_those_beside_it(seed: int) -> None:
    rng = np.random.default_rng(seed)
    outlines = []
    for _ in range(6):
        width, height = rng.uniform(4, 40, 2)
        box = shapely.box(64 - width / 2, 64 - height / 2, 64 + width / 2, 64 + height / 2)
        outline = as_pixels(affinity.rotate(box, rng.uniform(0, 90)))
        corners = shapely.get_coordinates(outline.exterior)[:-1]
        outlines.append(shapely.Polygon(np.roll(corners, rng.integers(len(corners)), axis=0)))
    together, squared = regularise(outlines)
    for outline, polygon, right in zip(outlines, together, squared):
        ((alone,), (alone_right,)) = regularise([outline])
        assert alone.equals_exact(polygon, 1e-9) and alone_right == right


def test_courtyards_stay_and_pinholes_go() -> None:
    block = shapely.box(20, 20, 90, 90)
    court = block.difference(shapely.box(45, 45, 65, 65)).difference(shapely.box(30, 30, 32, 32))
    ((result,), _) = regularise([court])
    assert len(result.interiors) == 1
    assert shapely.Polygon(result.interiors[0]).area == pytest.approx(400, rel=0.02)


@settings(max_examples=40)
@given(st.integers(0, 10_000), st.floats(0.2, 0.8))
def test_whatever_the_mask_footprints_are_valid(seed: int, density: float) -> None:
    rng = np.random.default_rng(seed)
    mask = (rng.random((40, 40)) < density).astype(np.float32)
    contact = (rng.random((40, 40)) < 0.2).astype(np.float32)
    outlines = outlined(mask, contact, [13, 20])
    result, _ = regularise([outline.polygon for outline in outlines])
    assert shapely.is_valid(result).all()
    assert (shapely.get_type_id(result) == shapely.GeometryType.POLYGON).all()
    assert (shapely.area(result) > 0).all()


corners = st.tuples(st.integers(-3, 3), st.integers(-3, 3))


@given(st.lists(corners, min_size=3, max_size=8), st.floats(1e-3, 1e3))
@example([(2, 3), (-1, 0), (1, 0), (0, 1)], 341.903657412798)  # a sliver without a rectangle
@example([(1, 3), (-2, -3), (0, 1)], 829.755376416749)  # one whose rectangle has no area
@settings(max_examples=100)
def test_any_valid_polygon_gives_a_valid_polygon(
    points: list[tuple[int, int]], scale: float
) -> None:
    polygons, _ = valid_polygons(np.array([shapely.Polygon(np.array(points) * scale)]))
    outlines = shapely.get_parts(polygons)  # none of a missing polygon
    found, _ = regularise(outlines)
    assert len(found) == len(outlines)
    assert shapely.is_valid(found).all()
    assert ((shapely.area(found) > 0) >= (shapely.area(outlines) > 0)).all()
