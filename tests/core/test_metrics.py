"""Metrics, against values computed by hand."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from core.metrics import BoundaryCounts, CalibrationBins, ObjectCounts, PixelCounts, boundary_iou


def boxes(*lefts: float, width: float = 10) -> np.ndarray:
    return np.array([shapely.box(left, 0, left + width, 10) for left in lefts], dtype=object)


def square(top: int, left: int, side: int, size: int = 20) -> np.ndarray:
    mask = np.zeros((size, size), bool)
    mask[top : top + side, left : left + side] = True
    return mask


def object_f1(predicted: np.ndarray, truth: np.ndarray, **options: float) -> float:
    counts = ObjectCounts()
    counts.add(predicted, truth, **options)
    return counts.figures()["object_f1"]


ALL_VALID = np.ones((20, 20), bool)


def test_pixel_metrics_by_hand() -> None:
    counts = PixelCounts()
    predicted = np.array([1, 1, 1, 0, 0, 1], bool)
    truth = np.array([1, 1, 0, 1, 0, 0], bool)
    valid = np.array([1, 1, 1, 1, 1, 0], bool)
    counts.add(predicted, truth, valid)
    assert counts.pixels == 5
    figures = counts.figures()
    assert figures["iou"] == pytest.approx(2 / 4)
    assert figures["precision"] == figures["recall"] == figures["f1"] == pytest.approx(2 / 3)


def test_metrics_without_pixels_or_objects_are_zero() -> None:
    assert set(PixelCounts().figures().values()) == {0.0}
    assert set(ObjectCounts().figures().values()) == {0.0}
    assert CalibrationBins().error() == 0
    assert object_f1(boxes(), boxes(0)) == object_f1(boxes(0), boxes()) == 0
    assert boundary_iou(ALL_VALID, ALL_VALID, ALL_VALID) == 0


def test_boundary_iou_of_a_square_by_hand() -> None:
    truth, shifted = square(4, 4, 10), square(4, 5, 10)
    assert boundary_iou(truth, truth, ALL_VALID) == 1
    # Bands of 2 px: 100 - 6 * 6 pixels each. Intersection: 9 columns of 4 rows, and in the 6 rows
    # between them one of the two columns of each wall.
    assert boundary_iou(shifted, truth, ALL_VALID) == pytest.approx(48 / (64 + 64 - 48))
    # Bands of 1 px: 36 pixels each. Intersection: 9 columns of the first and last row.
    assert boundary_iou(shifted, truth, ALL_VALID, 1) == pytest.approx(18 / (36 + 36 - 18))
    # A hole of 2 x 2 in the middle adds a band of 6 * 6 - 2 * 2.
    holed = truth & ~square(8, 8, 2)
    assert boundary_iou(holed, truth, ALL_VALID) == pytest.approx(64 / (64 + 32))


def test_edge_of_the_raster_or_of_valid_pixels_is_no_boundary() -> None:
    truth = square(0, 0, 10)  # in the corner: two of its walls are outside of the raster
    inner_walls = truth & ~square(0, 0, 8)
    assert boundary_iou(truth, inner_walls, ALL_VALID) == 1
    valid = ALL_VALID.copy()
    valid[:, :4] = False
    assert boundary_iou(truth, inner_walls, valid) == 1
    assert boundary_iou(truth, truth & ~square(0, 0, 7), ALL_VALID) < 1


@settings(max_examples=60)
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
    # In the bin of 0.9, 2.7 were expected and 2 found; in that of 0.1, 0.2 and none.
    bins.add(
        np.array([0.9, 0.9, 0.9, 0.1, 0.1, 0.5]),
        np.array([1, 1, 0, 0, 0, 1], bool),
        np.array([1, 1, 1, 1, 1, 0], bool),
    )
    assert bins.error() == pytest.approx((0.7 + 0.2) / 5)
    bins.add(np.array([1.0, 0.0]), np.array([False, True]), np.ones(2, bool))
    # Certain but wrong, in the first and the last bin, which have no other pixel.
    assert bins.error() == pytest.approx((0.7 + 0.2 + 1 + 1) / 7)


def test_calibration_error_of_calibrated_probabilities_is_near_zero() -> None:
    rng = np.random.default_rng(0)
    probability = rng.random((300, 300))
    truth, valid = rng.random((300, 300)) < probability, np.ones((300, 300), bool)
    calibrated, underconfident = CalibrationBins(), CalibrationBins()
    calibrated.add(probability, truth, valid)
    underconfident.add(probability / 2, truth, valid)
    assert calibrated.error() < 0.01
    assert underconfident.error() == pytest.approx(0.25, abs=0.01)


def test_objects_match_from_an_iou_of_one_half() -> None:
    # A shift by 3 of 10 gives 7 / 13 > 0.5, one by 4 gives 6 / 14 < 0.5.
    assert object_f1(boxes(3), boxes(0)) == 1
    assert object_f1(boxes(4), boxes(0)) == 0
    assert object_f1(boxes(0, width=5), boxes(0)) == 1  # exactly 0.5
    assert object_f1(boxes(3), boxes(0), min_iou=0.6) == 0


def test_each_polygon_matches_at_most_once() -> None:
    assert object_f1(boxes(0, 1), boxes(0)) == pytest.approx(2 / 3)
    assert object_f1(boxes(0, 100), boxes(0, 50)) == pytest.approx(1 / 2)


def test_best_pair_is_matched_first_in_any_order() -> None:
    # The best label of the polygon at 1.1 is that at 2 (IoU 0.83), which the polygon at 2 matches
    # exactly. If it were taken first, the polygon at 2 would remain with an IoU of 0.67 at 0.
    for order in ([0, 1], [1, 0]):
        assert object_f1(boxes(1.1, 2)[order], boxes(0, 2), min_iou=0.7) == 1


def test_small_predictions_and_labels_are_ignored() -> None:
    small = boxes(50, width=7.9)  # 79 square units, the others 100
    counts = ObjectCounts()
    counts.add(np.append(boxes(0, 200), small), boxes(0), min_area=80)
    counts.add(boxes(), np.append(boxes(20), small), min_area=80)
    assert (counts.hits, counts.predicted, counts.truth) == (1, 2, 2)
    assert counts.figures() == {"object_f1": 0.5, "object_precision": 0.5, "object_recall": 0.5}
    assert object_f1(small, small, min_area=80) == 0 and object_f1(small, small) == 1
