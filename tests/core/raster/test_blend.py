"""Tiles blended into strips."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.raster import blend
from core.raster.blend import Blender, Strip
from core.raster.tiles import spans


def blended(
    values: np.ndarray, valid: np.ndarray, tile: int, origin: int, overlap: int, most: int
) -> list[Strip]:
    """What comes out when each tile answers with the values under it; tiles nowhere valid skip.

    Strips have ``most`` rows or less.
    """
    height, width = values.shape
    rows, cols = spans(height, tile, origin, overlap), spans(width, tile, 2 * origin, overlap)
    padded = np.pad(values, tile, constant_values=9)
    known = np.pad(valid, tile)
    blender = Blender(height, width, max(row.size for row in rows))
    strips = []
    for row, after in zip(rows, [*rows[1:], None]):
        for col in cols:
            top, left = row.start + tile, col.start + tile
            part = np.s_[top : top + row.size, left : left + col.size]
            if known[part].any():
                tile_values = padded[part]
                blender.add(row, col, tile_values, tile_values / 3, known[part], tile_values / 2)
        end = after.start if after else height
        while end > blender.row:
            strips.append(blender.pop_rows(min(end, blender.row + most)))
    return strips


@pytest.fixture(autouse=True, params=[(512, 24), (32, 1)])
def blocks(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Blocks as usual, and such that nearly all of a raster is in the temporary file."""
    columns, in_memory = request.param
    monkeypatch.setattr(blend, "_COLUMNS", columns)
    monkeypatch.setattr(blend, "_IN_MEMORY", in_memory)


lengths = st.integers(1, 400)


@settings(
    max_examples=40,
    suppress_health_check=[HealthCheck.function_scoped_fixture],  # the same for all examples
)
@given(
    lengths,
    lengths,
    st.sampled_from([32, 64, 96, 160]),
    st.integers(-200, 200),
    st.integers(0, 31),
    st.integers(0, 9),
    st.integers(5, 200),
)
def test_a_local_answer_is_the_same_with_and_without_tiles(
    height: int, width: int, tile: int, origin: int, overlap: int, seed: int, most: int
) -> None:
    rng = np.random.default_rng(seed)
    values = rng.random((height, width), dtype=np.float32)
    valid = np.zeros((height, width), bool)
    valid[rng.integers(height) :, rng.integers(width) :] = True
    strips = blended(values, valid, tile, origin, overlap, most)
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
