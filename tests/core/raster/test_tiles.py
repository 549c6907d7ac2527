"""Tiles and their weights."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from core.raster.tiles import spans

lengths = st.integers(1, 400)
tiles = st.sampled_from([32, 64, 96, 160])
overlaps = st.integers(0, 31)


@settings(deadline=None)
@given(lengths, tiles, overlaps)
def test_weights_sum_to_one_on_the_raster(length: int, tile: int, overlap: int) -> None:
    total = np.zeros(length + tile)
    for span in spans(length, tile, overlap):
        total[span.start : span.start + span.size] += span.weights
    np.testing.assert_allclose(total[:length], 1, atol=1e-5)
    np.testing.assert_array_equal(total[length:], 0)


@settings(deadline=None)
@given(lengths, tiles, overlaps)
def test_sides_suit_the_network_and_small_rasters_get_small_tiles(
    length: int, tile: int, overlap: int
) -> None:
    sizes = {span.size for span in spans(length, tile, overlap)}
    assert sizes == {min(tile, -(-length // 32) * 32)}
