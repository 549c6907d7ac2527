"""Tiles blended into strips."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from core.raster.blend import Blender, Strip
from core.raster.tiles import spans


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


lengths = st.integers(1, 400)


@settings(deadline=None, max_examples=60)
@given(lengths, lengths, st.sampled_from([32, 64, 96, 160]), st.integers(0, 31), st.integers(0, 9))
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
