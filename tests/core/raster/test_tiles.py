"""Tiles and their weights."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from core.hatch.scene_input import TILE_CONTEXT
from core.raster.tiles import Part, spans, strip_bounds

lengths = st.integers(1, 700)
tiles = st.sampled_from([32, 64, 96, 160])
overlaps = st.integers(0, 31)
origins = st.integers(-10_000_000, 10_000_000)


@given(lengths, tiles, origins, overlaps)
def test_weights_sum_to_one_on_the_raster_and_are_0_beyond(
    length: int, tile: int, origin: int, overlap: int
) -> None:
    total = np.zeros(length + 2 * tile)
    for span in spans(length, tile, origin, overlap):
        first = span.start + tile
        total[first : first + span.size] += span.weights
    np.testing.assert_allclose(total[tile : tile + length], 1, atol=1e-5)
    assert not total[:tile].any() and not total[tile + length :].any()


@given(lengths, tiles, origins, overlaps)
def test_tiles_suit_the_network_and_end_near_the_raster(
    length: int, tile: int, origin: int, overlap: int
) -> None:
    for span in spans(length, tile, origin, overlap):
        assert span.size % 32 == 0 and 0 < span.size <= tile
        assert (
            span.start > -TILE_CONTEXT - 32 and span.start + span.size < length + TILE_CONTEXT + 32
        )


@given(st.integers(330, 700), tiles, origins, st.data())
def test_pixels_inside_a_crop_are_in_the_same_tiles_as_before(
    length: int, tile: int, origin: int, data: st.DataObject
) -> None:
    first = data.draw(st.integers(0, length - 2 * tile - 1))
    last = data.draw(st.integers(first + 2 * tile + 1, length))
    whole, crop = tiles_of(length, tile, origin), tiles_of(last - first, tile, origin + first)
    for pixel in range(origin + first + tile, origin + last - tile):
        assert crop[pixel] == whole[pixel]


def tiles_of(length: int, tile: int, origin: int) -> dict[int, list[tuple[int, int, float]]]:
    """First coordinate, size and weight of the tiles over each pixel."""
    found: dict[int, list[tuple[int, int, float]]] = {}
    for span in spans(length, tile, origin):
        start = origin + span.start
        for pixel, weight in enumerate(span.weights.tolist(), start):
            found.setdefault(pixel, []).append((start, span.size, weight))
    return found


@given(
    height=st.integers(1, 5000),
    origin=st.integers(-3000, 3000),
    count=st.integers(1, 40),
)
def test_parts_are_whole_strips_and_together_the_raster(
    height: int, origin: int, count: int
) -> None:
    bounds = strip_bounds(spans(height, 128, origin), height)
    assert bounds[0] == 0 and bounds[-1] == height and bounds == sorted(set(bounds))
    parts = [Part(number, count).bounds(bounds) for number in range(1, count + 1)]
    assert parts[0][0] == 0 and parts[-1][-1] == height
    for part, after in zip(parts, parts[1:]):
        assert part[-1] == after[0] and set(part) <= set(bounds)
    sizes = [len(part) - 1 for part in parts]
    assert max(sizes) - min(sizes) <= 1 and sum(sizes) == len(bounds) - 1
