"""Degraded labels, and the table of the bench that trains on them."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from bench.label_quality import (
    BASE,
    FIGURES,
    JITTER_M,
    LEFT_OUT,
    SHIFT_M,
    STAGES,
    Labels,
    degraded,
    table,
)

HOUSES = np.array([shapely.box(30 * i, 0, 30 * i + 12, 9) for i in range(400)])


def moves(labels: np.ndarray) -> np.ndarray:
    """Distance in metres and direction of each house, [n, 2]."""
    centres = shapely.centroid(labels), shapely.centroid(HOUSES)
    east, north = (get(centres[0]) - get(centres[1]) for get in (shapely.get_x, shapely.get_y))
    return np.stack([np.hypot(east, north), np.arctan2(north, east)], axis=1)


@given(st.integers(0, 2**32 - 1))
def test_labels_are_moved_alike_or_each_by_itself(seed):
    shifted = moves(degraded(HOUSES, Labels(shifted=True), seed))
    np.testing.assert_allclose(shifted[:, 0], SHIFT_M)
    assert np.ptp(shifted[:, 1]) < 1e-6
    jittered = moves(degraded(HOUSES, Labels(jittered=True), seed))
    np.testing.assert_allclose(jittered[:, 0], JITTER_M)
    assert np.ptp(jittered[:, 1]) > 5
    assert (degraded(HOUSES, Labels(), seed) == HOUSES).all()


@given(st.integers(0, 2**32 - 1))
def test_the_same_labels_are_left_out_however_they_are_moved(seed):
    kept = degraded(HOUSES, Labels(left_out=True), seed)
    assert len(kept) / len(HOUSES) == pytest.approx(1 - LEFT_OUT, abs=0.15)
    assert set(kept) <= set(HOUSES)
    assert len(degraded(HOUSES, Labels(True, True, True), seed)) == len(kept)


def test_scenes_without_optical_are_not_in_the_table_of_optical():
    def figures(value: float, tests: tuple[str, ...]) -> dict[str, float]:
        return {f"{test} {figure}": value for test in tests for figure in FIGURES}

    both = ("SAR alone", "with optical")
    measured = {
        "one": {stage: figures(0.2, both) for stage in STAGES},
        "two": {stage: figures(0.4, both[:1]) for stage in STAGES},
    }
    alone, optical = (table(measured, test) for test in both)
    assert alone[2].split("|")[1].strip() == BASE and len(alone) == 2 + len(STAGES)
    assert alone[2].count("0.300") == len(FIGURES)
    assert "two" not in optical[0] and optical[2].count("0.200") == 2 * len(FIGURES)
