"""Vertices that polygons share."""

from __future__ import annotations

import numpy as np
import pytest
import shapely

from core.footprints.nodes import GRID, share_vertices

HOUSE = shapely.box(0, 0, 10, 5)


@pytest.mark.parametrize("far", [(5 + GRID, 5), (5 + GRID, 5 + 2 * GRID)])
def test_a_speck_does_not_keep_others_from_sharing_vertices(far: tuple[float, float]) -> None:
    speck = shapely.Polygon([(5, 5), far, (5, 5 + GRID)])
    beside = shapely.box(10, 2, 14, 4)
    _, house, _ = share_vertices(np.array([speck, HOUSE, beside]))
    assert house.area == pytest.approx(50)
    assert {(10.0, 2.0), (10.0, 4.0)} <= set(house.exterior.coords)


def test_empty_polygons_stay_empty() -> None:
    empty, house = share_vertices(np.array([shapely.Polygon(), HOUSE]))
    assert empty.is_empty
    assert house.equals(HOUSE)
