"""The uncertainty of the blocks of a scene."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from core.raster.blend import Strip
from core.raster.block_entropy import block_entropy
from tests.builders.probabilities import GRID, HEIGHT, WIDTH, cut, town

WHOLE = town(1)


def uniform(probability: float) -> Strip:
    zeros = np.zeros((HEIGHT, WIDTH), np.float32)
    return Strip(0, zeros + np.float32(probability), zeros, zeros == 0, zeros)


@pytest.mark.parametrize(
    ("probability", "bits"), [(0.0, 0.0), (1.0, 0.0), (0.5, 1.0), (0.25, 0.811), (0.75, 0.811)]
)
def test_entropy_of_a_scene_of_one_probability(probability: float, bits: float) -> None:
    entropy, valid = block_entropy([uniform(probability)], GRID, 100)
    np.testing.assert_allclose(entropy, bits, atol=1e-3)
    assert entropy.shape == (7, 3) and (valid == 1).all()


def test_blocks_count_their_valid_pixels_inside_the_area() -> None:
    west = shapely.box(GRID.bounds[0], GRID.bounds[1], GRID.bounds[0] + 150, GRID.bounds[3])
    entropy, valid = block_entropy(cut(WHOLE, 130), GRID, 100, west)
    np.testing.assert_allclose(valid[0], [1, 0.5, 0])
    np.testing.assert_allclose(valid[4], [0.5, 0.25 + 0.25 * 0.6, 0])
    assert entropy[0, 2] == 0 and 0 < entropy[0, 1] < 1


@given(rows=st.integers(1, HEIGHT), side=st.integers(1, HEIGHT + 50))
def test_result_does_not_depend_on_the_strips(rows: int, side: int) -> None:
    entropy, valid = block_entropy(cut(WHOLE, rows), GRID, side)
    expected, pixels = block_entropy([WHOLE], GRID, side)
    np.testing.assert_allclose(entropy, expected)
    np.testing.assert_array_equal(valid, pixels)
    assert valid.sum() * side**2 == pytest.approx(WHOLE.valid.sum())
    assert (entropy >= 0).all() and (entropy <= 1).all()
