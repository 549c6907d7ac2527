"""Figures, against counts done by hand."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from core.metrics import (
    BoundaryCounts,
    CalibrationBins,
    ObjectCounts,
    PixelCounts,
    boundary_iou,
    object_f1,
)


def boxes(*lefts: float, width: float = 10) -> np.ndarray:
    return np.array([shapely.box(left, 0, left + width, 10) for left in lefts], dtype=object)


def square(top: int, left: int, side: int, size: int = 20) -> np.ndarray:
    mask = np.zeros((size, size), bool)
    mask[top : top + side, left : left + side] = True
    return mask


EVERYWHERE = np.ones((20, 20), bool)


def test_pixel_figures() -> None:
    counts = PixelCounts()
    predicted = np.array([1, 1, 1, 0, 0, 1], bool)
    truth = np.array([1, 1, 0, 1, 0, 0], bool)
    valid = np.array([1, 1, 1, 1, 1, 0], bool)
    counts.add(predicted, truth, valid)
    assert counts.pixels == 5
    figures = counts.figures()
    assert figures["iou"] == pytest.approx(2 / 4)
    assert figures["precision"] == figures["recall"] == figures["f1"] == pytest.approx(2 / 3)


def test_figures_of_nothing_are_zero() -> None:
    assert set(PixelCounts().figures().values()) == {0.0}
    assert set(ObjectCounts().figures().values()) == {0.0}
    assert CalibrationBins().error() == 0
    assert object_f1(boxes(), boxes(0)) == object_f1(boxes(0), boxes()) == 0
    assert boundary_iou(EVERYWHERE, EVERYWHERE, EVERYWHERE) == 0


def test_boundary_iou_of_a_square_by_hand() -> None:
    truth, shifted = square(4, 4, 10), square(4, 5, 10)
    assert boundary_iou(truth, truth, EVERYWHERE) == 1
    # Bands of 2: 100 - 6 * 6 pixels each. Common: 9 columns of 4 rows, and in the 6 rows between
    # them one of the two columns of each wall.
    assert boundary_iou(shifted, truth, EVERYWHERE) == pytest.approx(48 / (64 + 64 - 48))
    # Bands of 1: 36 pixels each. Common: 9 columns of the first and last row.
    assert boundary_iou(shifted, truth, EVERYWHERE, 1) == pytest.approx(18 / (36 + 36 - 18))
    # A hole of 2 x 2 in the middle adds a band of 6 * 6 - 2 * 2.
    holed = truth & ~square(8, 8, 2)
    assert boundary_iou(holed, truth, EVERYWHERE) == pytest.approx(64 / (64 + 32))


def test_where_the_raster_or_its_valid_pixels_end_there_is_no_boundary() -> None:
    truth = square(0, 0, 10)  # in the corner, where two of its walls can't be seen
    seen_walls = truth & ~square(0, 0, 8)
    assert boundary_iou(truth, seen_walls, EVERYWHERE) == 1
    valid = EVERYWHERE.copy()
    valid[:, :4] = False
    assert boundary_iou(truth, seen_walls, valid) == 1
    assert boundary_iou(truth, truth & ~square(0, 0, 7), EVERYWHERE) < 1


@settings(deadline=None, max_examples=60)
@given(st.integers(1, 40), st.integers(0, 4), st.integers(0, 9999), st.data())
def test_boundary_iou_does_not_depend_on_strips(
    height: int, distance: int, seed: int, data: st.DataObject
) -> None:
    noise = np.random.default_rng(seed).random((3, height, 12))
    predicted, truth, valid = noise < [[[0.9]], [[0.8]], [[0.95]]]
    counts = BoundaryCounts(distance)
    edges = [0, *sorted(data.draw(st.sets(st.integers(1, height), max_size=6))), height]
    for top, bottom in zip(edges, edges[1:]):
        if bottom > top:
            counts.add(predicted[top:bottom], truth[top:bottom], valid[top:bottom])
    assert counts.iou() == boundary_iou(predicted, truth, valid, distance)


def test_calibration_error_by_hand() -> None:
    bins = CalibrationBins()
    # In the bin of .9 2.7 were expected and 2 found, in that of .1 .2 and none.
    bins.add(
        np.array([0.9, 0.9, 0.9, 0.1, 0.1, 0.5]),
        np.array([1, 1, 0, 0, 0, 1], bool),
        np.array([1, 1, 1, 1, 1, 0], bool),
    )
    assert bins.error() == pytest.approx((0.7 + 0.2) / 5)
    bins.add(np.array([1.0, 0.0]), np.array([False, True]), np.ones(2, bool))
    # Certain and wrong, in the first bin and the last, where no other pixel is.
    assert bins.error() == pytest.approx((0.7 + 0.2 + 1 + 1) / 7)


def test_calibrated_probabilities_have_no_error() -> None:
    rng = np.random.default_rng(0)
    probability = rng.random((300, 300))
    truth, valid = rng.random((300, 300)) < probability, np.ones((300, 300), bool)
    calibrated, timid = CalibrationBins(), CalibrationBins()
    calibrated.add(probability, truth, valid)
    timid.add(probability / 2, truth, valid)
    assert calibrated.error() < 0.01
    assert timid.error() == pytest.approx(0.25, abs=0.01)


def test_objects_match_at_half_iou() -> None:
    # A shift by 3 of 10 gives 7/13 > .5, one by 4 gives 6/14 < .5.
    assert object_f1(boxes(3), boxes(0)) == 1
    assert object_f1(boxes(4), boxes(0)) == 0
    assert object_f1(boxes(0, width=5), boxes(0)) == 1  # exactly .5
    assert object_f1(boxes(3), boxes(0), min_iou=0.6) == 0


def test_each_polygon_matches_once() -> None:
    assert object_f1(boxes(0, 1), boxes(0)) == pytest.approx(2 / 3)
    assert object_f1(boxes(0, 100), boxes(0, 50)) == pytest.approx(1 / 2)


def test_the_best_pair_is_taken_first_whatever_the_order() -> None:
    # The polygon at 1.1 suits the label at 2 best (.83), but that belongs to the polygon at 2.
    # Given the label first come first served, the polygon at 2 would be left with .67 at 0.
    for order in ([0, 1], [1, 0]):
        assert object_f1(boxes(1.1, 2)[order], boxes(0, 2), min_iou=0.7) == 1


def test_small_objects_are_left_out_on_both_sides() -> None:
    small = boxes(50, width=7.9)  # 79 square units, the others 100
    counts = ObjectCounts()
    counts.add(np.append(boxes(0, 200), small), boxes(0), min_area=80)
    counts.add(boxes(), np.append(boxes(20), small), min_area=80)
    assert (counts.hits, counts.predicted, counts.truth) == (1, 2, 2)
    assert counts.figures() == {"object_f1": 0.5, "object_precision": 0.5, "object_recall": 0.5}
    assert object_f1(small, small, min_area=80) == 0 and object_f1(small, small) == 1
