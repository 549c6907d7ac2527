"""Figures, against counts done by hand."""

from __future__ import annotations

import numpy as np
import pytest
import shapely

from core.metrics import PixelCounts, object_f1


def boxes(*lefts: float) -> np.ndarray:
    return np.array([shapely.box(left, 0, left + 10, 10) for left in lefts], dtype=object)


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
    assert object_f1(boxes(), boxes(0)) == 0


def test_objects_match_at_half_iou() -> None:
    # A shift by 3 of 10 gives 7/13 > .5, one by 4 gives 6/14 < .5.
    assert object_f1(boxes(3), boxes(0)) == 1
    assert object_f1(boxes(4), boxes(0)) == 0


def test_each_polygon_matches_once() -> None:
    assert object_f1(boxes(0, 1), boxes(0)) == pytest.approx(2 / 3)
    assert object_f1(boxes(0, 100), boxes(0, 50)) == pytest.approx(1 / 2)
