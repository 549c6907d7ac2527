"""Vertices that polygons share."""

from __future__ import annotations

import numpy as np
import shapely

from core.footprints.nodes import GRID, share_vertices


def test_a_polygon_smaller_than_the_grid_is_kept() -> None:
    speck = shapely.Polygon([(5, 5), (5 + GRID, 5), (5, 5 + GRID)])
    house = shapely.box(0, 0, 10, 5)
    kept, beside = share_vertices(np.array([speck, house]))
    assert kept.area == speck.area and beside.area == house.area
