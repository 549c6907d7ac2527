"""Blocks held out for validation."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.ndimage import distance_transform_edt

from core.datasets.validation_blocks import BLOCK_SIDES, GUARD_M, MIN_BLOCKS, split_into_blocks


def known_area(seed: int, height: int, width: int) -> tuple[np.ndarray, np.ndarray]:
    """A known area with a hole and a slanting edge, and buildings."""
    rng = np.random.default_rng(seed)
    rows, cols = np.mgrid[:height, :width]
    known = rows + rng.uniform(-0.5, 0.5) * cols > rng.uniform(0, 0.2) * height
    known[height // 3 : height // 3 + 20, width // 2 : width // 2 + 20] = False
    building = np.kron(rng.random((height // 10 + 1, width // 10 + 1)) < 0.2, np.ones((10, 10)))
    return known, building[:height, :width] > 0


@settings(max_examples=40)
@given(st.integers(0, 2**32), st.integers(200, 500), st.integers(200, 500))
def test_training_and_validation_are_a_guard_band_apart(seed, height, width):
    known, building = known_area(seed, height, width)
    pixel_m = 0.8
    block_split = split_into_blocks(known, building, pixel_m, seed)
    assert block_split.validation.any() == any(b.validation for b in block_split.blocks)
    assert not (block_split.training & ~known).any() and not (block_split.validation & ~known).any()
    if block_split.validation.any():
        away = distance_transform_edt(~block_split.validation) * pixel_m
        assert away[block_split.training].min() > GUARD_M
        assert (building & block_split.validation).any()
        share = block_split.validation.sum() / known.sum()
        assert 0.08 < share < 0.45
    else:
        assert (block_split.training == known).all()


@settings(max_examples=20)
@given(st.integers(0, 2**32))
def test_blocks_do_not_overlap(seed):
    known, building = known_area(seed, 400, 300)
    covered = np.zeros(known.shape, int)
    for block in split_into_blocks(known, building, 0.8, seed).blocks:
        covered[block.rows, block.cols] += 1
        assert BLOCK_SIDES[0] <= block.rows.stop - block.rows.start <= BLOCK_SIDES[1]
    assert covered.max() == 1


def test_the_same_seed_divides_alike():
    known, building = known_area(1, 400, 400)
    first, second, other = (split_into_blocks(known, building, 0.8, seed) for seed in (5, 5, 6))
    assert first.blocks == second.blocks != other.blocks


def test_validation_is_as_built_up_as_the_rest():
    """Half of the area is a town, half a field: blocks of both are held out."""
    known = np.ones((600, 600), bool)
    building = np.zeros_like(known)
    building[:, :300] = np.indices((600, 300)).sum(axis=0) % 3 == 0
    block_split = split_into_blocks(known, building, 0.8, 0)
    inside = building[block_split.validation].mean()
    assert inside == pytest.approx(building.mean(), rel=0.1)


@pytest.mark.parametrize(
    ("side", "building"), [(120, True), (400, False)], ids=["small", "one building"]
)
def test_too_small_an_area_is_all_training(side, building):
    known = np.ones((side, side), bool)
    built = np.full_like(known, building)
    if not building:
        built[:3, :3] = True  # in one block: it is in training or in validation, never in both
    block_split = split_into_blocks(known, built, 0.8, 0)
    assert block_split.training.all() and not block_split.validation.any()
    assert (len(block_split.blocks) < MIN_BLOCKS) == building
