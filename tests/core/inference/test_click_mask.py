"""The mask of one building, with a stand-in for the head."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from core.inference.click_mask import GROWING, HEAD, mask_at
from core.inference.click_tile import ClickTile, predicted_tile
from core.inference.predict import Encoded
from tests.conftest import BrightIsBuilding

SMALL, LARGE = (slice(40, 60), slice(30, 54)), (slice(100, 440), slice(60, 400))


class HeadSeesBrightness(BrightIsBuilding):
    """A model whose head gives the bright pixels, and none around points outside."""

    has_click_head = True
    tile, streams = 512, 1

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[tuple[int, tuple[int, ...]]] = []  # (source, shape of the maps)

    def encode(
        self, sar: np.ndarray, optical: np.ndarray | None, hallucinate: bool = True
    ) -> Encoded:
        heads = self.predict(sar, optical, hallucinate)
        features = tuple(None if p is None else p[:, ::2, ::2].astype(np.float16) for p in heads)
        return heads, (features[0], features[1])

    def click(self, features: np.ndarray, maps: np.ndarray, source: int) -> np.ndarray:
        assert features.shape[1:] == maps.shape[1:] and maps.dtype == np.float32
        assert maps.min() >= 0 and maps.max() <= 1 and maps[2].max() == 1
        self.asked.append((source, maps.shape))
        logits = np.where((maps[0] > 0.5) & (maps[3] < 0.3), 3.0, -3.0)
        return np.kron(logits, np.ones((2, 2)))


def tile_of(engine: Any, optical: bool = False) -> ClickTile:
    sar = np.zeros((4, 512, 512), np.float32)
    for place in (SMALL, LARGE):
        sar[(slice(None), *place)] = 9
    image = np.ones((5, 512, 512), np.float32) if optical else None
    return predicted_tile(engine, sar, image, (0, 0))


def test_head_gives_the_building_at_the_point() -> None:
    engine = HeadSeesBrightness()
    mask, method = mask_at(engine, tile_of(engine), 0.5, [(50, 40)])
    assert method == HEAD and mask[SMALL].all() and mask.sum() == 20 * 24
    source, shape = engine.asked[0]
    assert len(engine.asked) == 1 and source == 0 and shape[1] * shape[2] < 64 * 64


def test_large_building_is_seen_in_a_wider_window() -> None:
    engine = HeadSeesBrightness()
    first, _ = mask_at(engine, tile_of(engine), 0.5, [(270, 230)])
    assert len(engine.asked) == 2 and first[LARGE].sum() == first.sum() > 250 * 250
    second, _ = mask_at(engine, tile_of(engine), 0.5, [(270, 230), (430, 390)], [], first)
    assert second[LARGE].all()


def test_place_without_a_building_gives_nothing() -> None:
    engine = HeadSeesBrightness()
    mask, method = mask_at(engine, tile_of(engine), 0.5, [(10, 10)])
    assert method == HEAD and not mask.any()


def test_single_click_where_the_network_sees_no_building_gives_nothing() -> None:
    engine = HeadSeesBrightness()
    tile = tile_of(engine)
    tile.strip.probability[SMALL] = 0.003
    engine.click = lambda _features, maps, _source: np.kron(  # type: ignore[method-assign]
        np.where(maps[0] > 0.001, 3.0, -3.0), np.ones((2, 2))
    )
    mask, method = mask_at(engine, tile, 0.5, [(50, 40)])
    assert method == HEAD and not mask.any()
    mask, _ = mask_at(engine, tile, 0.5, [(50, 40), (55, 50)])
    assert mask.sum() == 20 * 24  # the user insists
    tile.strip.probability[SMALL] = 0.01
    mask, _ = mask_at(engine, tile, 0.5, [(50, 40)])
    assert mask.sum() == 20 * 24


def test_point_outside_is_never_in_the_mask() -> None:
    engine = HeadSeesBrightness()
    engine.click = (
        lambda features, _maps, _source: np.full(  # type: ignore[method-assign]
            [2 * side for side in features.shape[1:]], 3.0
        )
    )
    mask, _ = mask_at(engine, tile_of(engine), 0.5, [(50, 40)], [(50, 52)])
    assert mask[50, 40] and not mask[50, 52]
    assert mask[40, 47:].any()  # far from the point the answer of the head stays


def test_further_point_extends_the_mask_where_it_is() -> None:
    engine = HeadSeesBrightness()
    tile = tile_of(engine)
    before, _ = mask_at(engine, tile, 0.5, [(50, 40)])
    mask, _ = mask_at(engine, tile, 0.5, [(50, 40), (50, 57)], [], before)
    assert mask[50, 57] and mask[before].all()
    added = np.argwhere(mask & ~before)
    assert len(added) and np.hypot(*(added - (50, 57)).T).max() < 12


def test_points_on_both_sides_of_a_wall_are_obeyed() -> None:
    engine = HeadSeesBrightness()
    engine.click = lambda _features, maps, _source: np.kron(  # type: ignore[method-assign]
        np.where(maps[0] > 0.5, 3.0, -3.0), np.ones((2, 2))
    )
    mask, _ = mask_at(engine, tile_of(engine), 0.5, [(50, 40), (50, 56)], [(50, 61), (50, 34)])
    assert mask[50, 40] and mask[50, 56] and not mask[50, 61] and not mask[50, 34]


@pytest.mark.parametrize("optical", [False, True])
def test_features_are_those_of_the_fusion_head_that_predicted(optical: bool) -> None:
    engine = HeadSeesBrightness()
    tile = tile_of(engine, optical)
    assert [f is not None for f in tile.features] == [not optical, optical]
    mask_at(engine, tile, 0.5, [(50, 40)])
    assert engine.asked[0][0] == int(optical)


def test_model_without_a_head_grows() -> None:
    engine = BrightIsBuilding()
    tile = tile_of(engine)
    assert tile.features == (None, None)
    mask, method = mask_at(engine, tile, 0.5, [(50, 40)])  # type: ignore[arg-type]
    assert method == GROWING and mask[SMALL].all() and mask.sum() == 20 * 24
