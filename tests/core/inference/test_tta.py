"""Averaging over the views of a tile."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from core.hatch.manifest import Manifest
from core.inference.tta import TTAEngine

MANIFEST = Manifest("m", "", "light", 0.8, 0.5, "")


class Recorder:
    """An engine whose probability is SAR's first band plus a slope across the tile as it sees it.

    The optical head takes optical's first band. Keeps what it was shown.
    """

    name, tile, streams = "recorder", 64, 1

    def __init__(self, manifest: Manifest = MANIFEST) -> None:
        self.manifest = manifest
        self.seen: list[np.ndarray] = []

    def predict(self, sar, optical, hallucinate=True):
        self.seen.append(sar)
        slope = np.linspace(-1, 1, sar.shape[2], dtype=np.float32)
        first = np.stack([sar[0] + slope, sar[1]]) if hallucinate else None
        return first, None if optical is None else optical[:2]


@pytest.fixture
def tile() -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(0)
    return (rng.random((4, 32, 64), dtype=np.float32), rng.random((5, 32, 64), dtype=np.float32))


def test_every_view_is_laid_back_before_the_mean(tile):
    sar, optical = tile

    first, second = TTAEngine(Recorder()).predict(sar, optical)

    # What belongs to the place stays; the slope, which belongs to the view, cancels out.
    np.testing.assert_allclose(first, sar[:2], atol=1e-6)
    np.testing.assert_allclose(second, optical[:2], atol=1e-6)


def test_the_eight_views_differ(tile):
    engine = Recorder()
    TTAEngine(engine).predict(tile[0], None)

    assert len({view.tobytes() for view in engine.seen}) == 8


def test_a_model_of_a_fixed_look_sees_the_tile_and_its_mirror_image_alone(tile):
    sar, _ = tile
    engine = Recorder(replace(MANIFEST, fixed_look=True))
    TTAEngine(engine).predict(sar, None)

    first, second = engine.seen
    np.testing.assert_array_equal(first, sar)
    np.testing.assert_array_equal(second, sar[:, :, ::-1])


def test_scaled_views_are_laid_back_too():
    rows, cols = np.indices((64, 96))
    sar = np.tile(np.sin(cols / 9 + rows / 11), (4, 1, 1)).astype(np.float32)
    engine = Recorder()

    first, _ = TTAEngine(engine, (0.7, 1.0, 1.5)).predict(sar, None)

    assert len(engine.seen) == 24
    shapes = {view.shape[1:] for view in engine.seen}  # sides are multiples of 32
    assert shapes == {(32, 64), (64, 96), (96, 128), (64, 32), (96, 64), (128, 96)}
    assert first.shape == (2, 64, 96)
    inner = 0, slice(8, -8), slice(8, -8)
    np.testing.assert_allclose(first[inner], sar[inner], atol=0.05)


def test_heads_that_are_not_asked_for_stay_away(tile):
    sar, optical = tile
    views = TTAEngine(Recorder())

    assert views.predict(sar, None)[1] is None
    assert views.predict(sar, optical, hallucinate=False)[0] is None
