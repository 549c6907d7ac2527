"""Tiles cover any raster, and blending leaves no trace of them."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from core.raster.blend import Blender, Strip
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


def blended(values: np.ndarray, valid: np.ndarray, tile: int, overlap: int) -> list[Strip]:
    """What comes out when each tile answers with the values under it; tiles nowhere valid skip."""
    height, width = values.shape
    rows, cols = spans(height, tile, overlap), spans(width, tile, overlap)
    padded = np.pad(values, ((0, tile), (0, tile)), constant_values=9)
    known = np.pad(valid, ((0, tile), (0, tile)))
    blender = Blender(height, width, rows[0].size)
    strips = []
    for row, after in zip(rows, [*rows[1:], None]):
        for col in cols:
            part = np.s_[row.start : row.start + row.size, col.start : col.start + col.size]
            if known[part].any():
                tile_values = padded[part]
                blender.add(row, col, tile_values, tile_values / 3, known[part], tile_values / 2)
        strips.append(blender.pop_rows(after.start if after else height))
    return strips


@settings(deadline=None, max_examples=60)
@given(lengths, lengths, tiles, overlaps, st.integers(0, 9))
def test_a_local_answer_is_the_same_with_and_without_tiles(
    height: int, width: int, tile: int, overlap: int, seed: int
) -> None:
    rng = np.random.default_rng(seed)
    values = rng.random((height, width), dtype=np.float32)
    valid = np.zeros((height, width), bool)
    valid[rng.integers(height) :, rng.integers(width) :] = True
    strips = blended(values, valid, tile, overlap)
    assert [strip.row for strip in strips] == list(
        np.cumsum([0] + [len(strip.valid) for strip in strips[:-1]])
    )
    np.testing.assert_array_equal(np.concatenate([strip.valid for strip in strips]), valid)
    whole = np.concatenate([strip.probability for strip in strips])
    np.testing.assert_allclose(whole, values * valid, atol=1e-5)
    contact = np.concatenate([strip.contact for strip in strips])
    np.testing.assert_allclose(contact, values * valid / 3, atol=1e-5)
    share = np.concatenate([strip.optical_share for strip in strips])
    np.testing.assert_allclose(share, values * valid / 2, atol=1e-5)
