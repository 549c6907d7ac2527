"""Growing one building from points, in probabilities made by hand."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.ndimage import label

from core.footprints.grow import grow
from core.raster.blend import Strip


def strip_of(probability: np.ndarray, contact: np.ndarray | None = None) -> Strip:
    zeros = np.zeros_like(probability)
    contact = zeros if contact is None else contact
    return Strip(0, probability, contact, np.ones(probability.shape, bool), zeros)


def probability_of(*buildings: tuple[slice, slice, float]) -> np.ndarray:
    probability = np.full((60, 80), 0.01, np.float32)
    for rows, cols, value in buildings:
        probability[rows, cols] = value
    return probability


FIRST, SECOND = (slice(10, 22), slice(10, 26)), (slice(10, 22), slice(26, 40))
HOUSES = probability_of((*FIRST, 0.9), (*SECOND, 0.9))


def test_houses_that_touch_are_told_apart_at_their_contact() -> None:
    contact = np.zeros_like(HOUSES)
    contact[10:22, 25:27] = 0.9
    mask = grow(strip_of(HOUSES, contact), 0.5, [(15, 15)])
    assert mask[FIRST].mean() > 0.95 and mask[SECOND].mean() < 0.1


def test_two_points_inside_join_two_houses() -> None:
    contact = np.zeros_like(HOUSES)
    contact[10:22, 25:27] = 0.9
    mask = grow(strip_of(HOUSES, contact), 0.5, [(15, 15), (15, 34)])
    assert mask[10:22, 10:40].all() and mask.sum() == 12 * 30


def test_point_outside_cuts_what_is_nearer_to_it() -> None:
    mask = grow(strip_of(HOUSES), 0.5, [(15, 15)], [(15, 35)])
    assert mask[15, 15] and not mask[15, 35]
    assert mask[:, :24].sum() > 150 and mask[:, 26:].sum() == 0


def test_faint_building_grows_below_the_threshold() -> None:
    mask = grow(strip_of(probability_of((*FIRST, 0.2))), 0.5, [(15, 15)])
    assert mask[FIRST].all() and mask.sum() == 12 * 16


def test_ground_holds_nothing() -> None:
    assert not grow(strip_of(HOUSES), 0.5, [(50, 60)]).any()
    assert not grow(strip_of(np.zeros((40, 40), np.float32)), 0.5, [(5, 5)]).any()


def test_faint_region_is_bounded() -> None:
    assert not grow(strip_of(np.full((400, 400), 0.2, np.float32)), 0.5, [(200, 200)]).any()


@settings(max_examples=60)
@given(st.integers(0, 10_000), st.integers(1, 3), st.integers(0, 3), st.booleans())
def test_result_is_one_part_of_valid_pixels(seed: int, n: int, m: int, previous: bool) -> None:
    rng = np.random.default_rng(seed)
    coarse = rng.random((8, 8)).astype(np.float32)
    strip = strip_of(np.kron(coarse, np.ones((6, 6), np.float32)))
    strip.valid[:, :5] = False
    strip.probability[:, :5] = 0
    points = [tuple(map(int, p)) for p in rng.integers(0, 48, (n + m, 2))]
    before = rng.random((48, 48)) < 0.3 if previous else None
    mask = grow(strip, 0.5, points[:n], points[n:], before)
    assert mask.dtype == bool and label(mask)[1] <= 1
    assert not mask[~strip.valid].any()
    assert not any(mask[p] for p in points[n:] if p not in points[:n])
