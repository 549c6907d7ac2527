"""Polygons on a grid: no overlaps, shared vertices, nearly the same rings."""

from __future__ import annotations

import numpy as np
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely import affinity

from core.footprints.snapped import snapped

GRID = 1e-7


@given(seed=st.integers(0, 2**32 - 1), count=st.integers(1, 25))
@settings(max_examples=60)
def test_any_boxes_become_a_coverage(seed: int, count: int) -> None:
    rng = np.random.default_rng(seed)
    left, bottom = 4.5 + rng.random((2, count)) * 1e-3, 51.9 + rng.random((2, count))[0] * 1e-3
    sizes = rng.uniform(5e-5, 4e-4, (2, count))
    boxes = shapely.box(left[0], bottom, left[0] + sizes[0], bottom + sizes[1])
    turned = np.array([affinity.rotate(box, rng.uniform(0, 90)) for box in boxes])
    result = snapped(turned, GRID)
    kept = result[~shapely.is_empty(result)]
    assert shapely.is_valid(kept).all() and shapely.coverage_is_valid(kept)
    steps = shapely.get_coordinates(kept) / GRID
    np.testing.assert_allclose(steps, np.rint(steps), atol=1e-4)
    # Nothing is added, and the largest polygon loses nothing to the others.
    assert shapely.area(shapely.difference(result, shapely.buffer(turned, 2 * GRID))).max() == 0
    largest = np.argmax(shapely.area(turned))
    assert shapely.hausdorff_distance(result[largest], turned[largest]) <= 2 * GRID


def test_neighbours_share_the_vertices_of_their_wall() -> None:
    first = shapely.box(0, 0, 1e-3, 1e-3)
    second = shapely.box(1e-3 + 4e-8, 2e-4, 2e-3, 7e-4)  # a gap below the grid
    alone = shapely.box(1, 1, 1.001, 1.001)
    result = snapped(np.array([first, second, alone]), GRID)
    on_wall = [
        {
            tuple(point)
            for point in np.round(shapely.get_coordinates(polygon), 7)
            if point[0] == 1e-3
        }
        for polygon in result[:2]
    ]
    assert on_wall[1] == {(1e-3, 2e-4), (1e-3, 7e-4)} < on_wall[0]
    assert shapely.equals(result[2], shapely.set_precision(alone, GRID))


def test_polygon_in_a_larger_one_becomes_empty_and_a_courtyard_stays() -> None:
    yard = shapely.box(2e-4, 2e-4, 6e-4, 6e-4)
    ring = shapely.difference(shapely.box(0, 0, 1e-3, 1e-3), yard)
    hidden = shapely.box(7e-4, 7e-4, 9e-4, 9e-4)
    result = snapped(np.array([ring, hidden, shapely.box(3e-4, 3e-4, 5e-4, 5e-4)]), GRID)
    assert list(shapely.is_empty(result)) == [False, True, False]
    assert shapely.get_num_interior_rings(result[0]) == 1
