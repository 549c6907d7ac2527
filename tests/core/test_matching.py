"""One-to-one matches between two layers of polygons."""

from __future__ import annotations

import numpy as np
import shapely
from hypothesis import given
from hypothesis import strategies as st

from core.matching import match, overlaps

corners = st.integers(0, 12)
# Rectangles on a coarse grid, which often overlap, touch and have the same IoU.
rectangles = st.lists(st.tuples(corners, corners, st.integers(1, 6), st.integers(1, 6)), max_size=8)


def polygons(boxes: list[tuple[int, int, int, int]]) -> np.ndarray:
    return np.array([shapely.box(x, y, x + w, y + h) for x, y, w, h in boxes], object)


def test_iou_by_hand() -> None:
    pairs = overlaps(polygons([(0, 0, 4, 4), (9, 9, 1, 1)]), polygons([(2, 0, 4, 4), (4, 0, 2, 2)]))
    found = {
        (int(i), int(j)): (a, o)
        for i, j, a, o in zip(pairs.first, pairs.second, pairs.area, pairs.iou)
    }
    assert set(found) == {(0, 0), (0, 1)}
    assert found[0, 0] == (8, round(8 / 24, 9)) and found[0, 1] == (0, 0)  # the second only touches


@given(rectangles, rectangles, st.sampled_from([0.01, 0.3, 0.5, 0.9]))
def test_matches_are_one_to_one_and_maximal(first: list, second: list, min_iou: float) -> None:
    pairs = overlaps(polygons(first), polygons(second))
    found = match(pairs, min_iou)
    assert len(set(pairs.first[found])) == len(set(pairs.second[found])) == len(found)
    assert (pairs.iou[found] >= min_iou).all() and (np.diff(pairs.iou[found]) <= 0).all()
    for k in np.flatnonzero(pairs.iou >= min_iou):  # no pair of free polygons is left
        assert pairs.first[k] in pairs.first[found] or pairs.second[k] in pairs.second[found]


@given(rectangles, rectangles, st.sampled_from([0.01, 0.3, 0.5]), st.randoms())
def test_order_of_polygons_and_of_layers_does_not_matter(
    first: list, second: list, min_iou: float, random: st.random
) -> None:
    a, b = polygons(first), polygons(second)
    pairs = overlaps(a, b)
    expected = pairs.iou[match(pairs, min_iou)]
    for left, right in ((b, a), (np.array(random.sample(list(a), len(a)), object), b)):
        other = overlaps(left, right)
        np.testing.assert_array_equal(other.iou[match(other, min_iou)], expected)


def test_no_polygons_match_nothing() -> None:
    nothing = np.empty(0, object)
    assert len(match(overlaps(nothing, polygons([(0, 0, 1, 1)])), 0.5)) == 0
    assert len(match(overlaps(nothing, nothing), 0.5)) == 0
