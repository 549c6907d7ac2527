"""Areas in common, against overlays."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from core.footprints import intersections
from core.footprints.intersections import common_areas, overlap


def stars(seed: int, count: int) -> np.ndarray:
    """Polygons of any shape near each other, some with holes, in either direction."""
    rng = np.random.default_rng(seed)
    result = []
    for _ in range(count):
        corners = int(rng.integers(3, 12))
        angles = np.sort(rng.uniform(0, 2 * np.pi, corners))[:: rng.choice([-1, 1])]
        shell = rng.uniform(0, 8, 2) + rng.uniform(2, 6, (corners, 1)) * np.stack(
            [np.cos(angles), np.sin(angles)], axis=1
        )
        polygon = shapely.Polygon(shell if rng.random() < 0.5 else np.rint(shell)).buffer(0)
        if rng.random() < 0.4:
            polygon = polygon.difference(polygon.centroid.buffer(1, quad_segs=2))
        parts = [p for p in shapely.get_parts(polygon) if p.geom_type == "Polygon"]
        result.append(max(parts, key=lambda part: part.area, default=shapely.box(0, 0, 1, 1)))
    return np.array(result, dtype=object)


@pytest.mark.parametrize("pairs, large", [(2**20, 64), (50, 64), (50, 2)])
@settings(max_examples=40)
@given(st.integers(0, 100_000))
def test_areas_are_those_of_overlays(pairs: int, large: int, seed: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(intersections, "_PAIRS", pairs)
        patch.setattr(intersections, "_LARGE", large)
        polygons, others = stars(seed, 12), stars(seed + 1, 12)
        expected = shapely.area(shapely.intersection(polygons, others))
        np.testing.assert_allclose(common_areas(polygons, others), expected, atol=1e-9)
        np.testing.assert_array_equal(overlap(polygons, others), expected > 1e-9)


def test_polygons_that_only_touch_do_not_overlap_wherever_they_are() -> None:
    places = np.arange(0, 1e6, 1e5 / 3)
    left = np.array([shapely.box(x, x, x + 30.1, x + 20.2) for x in places])
    right = np.array([shapely.box(x + 30.1, x - 5, x + 90, x + 9) for x in places])
    assert not overlap(left, right).any()
    assert overlap(left, left).all()


def test_empty_polygons_have_nothing_in_common() -> None:
    polygons = np.array([shapely.Polygon(), shapely.box(0, 0, 2, 2)])
    np.testing.assert_array_equal(common_areas(polygons, polygons), [0, 4])
    assert len(common_areas(polygons[:0], polygons[:0])) == 0
