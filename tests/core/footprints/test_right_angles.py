"""Ends of walls among the midpoints of edges."""

from __future__ import annotations

import numpy as np
import shapely

from core.footprints.right_angles import ends_of, midpoints_of


def test_points_that_simplifying_adds_are_no_ends() -> None:
    midpoints = midpoints_of(np.array([shapely.box(0, 0, 8, 6), shapely.box(20, 0, 28, 6)]))
    corners = [
        shapely.get_coordinates(polygon, include_z=True)[[0, 6, 14, 20]]
        for polygon in midpoints.polygons()
    ]
    added = (corners[0][0] + corners[0][1]) / 2 + [0.1, 0.2, 0.3]
    simplified = [
        shapely.Polygon([corners[0][0], added, *corners[0][1:]]),
        shapely.Polygon(corners[1]),
    ]
    ends = ends_of(midpoints, np.array(simplified, dtype=object))
    np.testing.assert_array_equal(ends.numbers, [0, 6, 14, 20, 28, 34, 42, 48])
    np.testing.assert_array_equal(ends.following, [6, 14, 20, 28, 34, 42, 48, 56])
