"""Sets that share no pixel of the earth."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.datasets.spatial_folds import MIN_COLUMNS, SETS, spatial_folds
from core.hatch.errors import InputError
from tests.builders.spacenet6 import PIXEL_M


@settings(max_examples=200)
@given(
    west=st.lists(st.floats(0, 4000), min_size=1, max_size=12),
    width=st.integers(100, 900),
    folds=st.integers(3, 6),
    guard=st.floats(0, 120),
)
def test_no_place_is_in_two_sets(west, width, folds, guard):
    west = [591_550 + x for x in (*west, 0.0, 4000.0)]
    for fold in spatial_folds(west, width, PIXEL_M, folds, guard):
        places = {
            name: [
                (west[i] + first * PIXEL_M, west[i] + last * PIXEL_M) for i, first, last in parts
            ]
            for name, parts in fold.items()
        }
        for one, other in (SETS[:2], SETS[1:], SETS[::2]):
            for a0, a1 in places[one]:
                for b0, b1 in places[other]:
                    assert max(a0 - b1, b0 - a1) >= guard - 1e-6
        for parts in fold.values():
            assert all(first >= 0 and last <= width for _, first, last in parts)
            assert all(last - first >= MIN_COLUMNS for _, first, last in parts)


def test_every_place_outside_the_guard_bands_is_tested_once():
    west, width = np.arange(0, 4500, 50.0), 900
    tested = np.zeros(int(west[-1] + 450) * 2, int)
    for fold in spatial_folds(west, width, PIXEL_M, 5, 100):
        seen = np.zeros_like(tested)
        for i, first, last in fold["test"]:
            seen[int(west[i] * 2) + first : int(west[i] * 2) + last] = 1
        tested += seen
        assert fold["train"] and fold["validation"]
    assert tested.max() == 1
    # Four borders between five stripes, half of the band of 100 m on either side.
    assert (tested == 0).sum() * PIXEL_M == pytest.approx(4 * 100, abs=8)


@pytest.mark.parametrize(
    ("folds", "guard", "sentence"), [(2, 10, "too few to train"), (5, 900, "too little for 5")]
)
def test_a_split_that_cannot_be_is_refused(folds, guard, sentence):
    with pytest.raises(InputError, match=sentence):
        spatial_folds([0.0, 4000.0], 900, PIXEL_M, folds, guard)
