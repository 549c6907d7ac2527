"""Random crops: images and targets stay together, whatever the random numbers."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.datasets.crops import crop_batch
from core.datasets.scenes import LabelledScene


def make_scene(height: int, width: int) -> LabelledScene:
    rng = np.random.default_rng(0)
    sar = rng.normal(size=(4, height, width)).astype(np.float16)
    optical = rng.normal(size=(5, height, width)).astype(np.float16)
    optical[4] = np.nan
    ones = np.ones((height, width), np.uint8)
    return LabelledScene("made", sar, optical, ones, ones, ones, ones)


@settings(max_examples=40)
@given(st.integers(20, 100), st.integers(20, 100), st.integers(0, 2**32))
def test_crops_of_any_scene(height, width, seed):
    sar, optical, targets = crop_batch(
        [make_scene(height, width)], 2, 64, np.random.default_rng(seed)
    )
    assert sar.shape == (2, 4, 64, 64) and optical.shape == (2, 5, 64, 64)
    assert targets.shape == (2, 4, 64, 64)
    assert sar.dtype == optical.dtype == targets.dtype == np.float32
    # At least one polarisation stays wherever the scene is valid, and nothing beyond it is known.
    known = np.isfinite(sar).any(axis=1)
    assert (targets == known[:, None]).all()
    # The whole scene or the whole crop, unless the crop is zoomed.
    for image in known:
        sides = sorted((image.any(axis=0).sum(), image.any(axis=1).sum()))
        for side, length in zip(sides, sorted((height, width)), strict=True):
            assert min(64, int(0.69 * length)) <= side <= min(64, int(1.41 * length) + 1)


def test_crops_depend_on_the_random_numbers_alone():
    scenes = [make_scene(90, 90), make_scene(70, 120)]
    first, second = (crop_batch(scenes, 3, 64, np.random.default_rng(5)) for _ in range(2))
    for one, other in zip(first, second, strict=True):
        np.testing.assert_array_equal(one, other)


def test_a_share_of_a_batch_is_those_crops_of_the_whole():
    scenes = [make_scene(90, 90), make_scene(70, 120)]
    whole = crop_batch(scenes, 6, 64, np.random.default_rng(5))
    share = crop_batch(scenes, 6, 64, np.random.default_rng(5), batch_slice=slice(2, 4))
    for one, other in zip(whole, share, strict=True):
        np.testing.assert_array_equal(one[2:4], other)


@settings(max_examples=25)
@given(st.integers(0, 2**32))
def test_images_and_targets_stay_on_top_of_each_other(seed):
    """Whatever the turn, the zoom and the colours: bright is building, dark is edge."""
    rng = np.random.default_rng(seed)
    building = np.kron(rng.integers(0, 2, (12, 12)), np.ones((10, 10))).astype(np.uint8)
    edge = np.kron(np.eye(12), np.ones((10, 10))).astype(np.uint8)
    values = (5.0 * building - 5.0 * edge).astype(np.float16)
    scene = replace(
        make_scene(120, 120),
        sar=np.tile(values, (4, 1, 1)),
        optical=np.tile(values, (5, 1, 1)),
        building=building,
        edge=edge,
    )
    sar, optical, targets = crop_batch([scene], 1, 64, rng)
    expected = targets[0, 0] - targets[0, 1]
    # Images that lay another way round would not correlate; optical may be shifted by two pixels.
    for image, least in ((sar, 0.7), (optical, 0.4)):
        for band in image[0]:
            known = np.isfinite(band)
            if known.sum() > 1000:
                assert np.corrcoef(band[known], expected[known])[0, 1] > least


@pytest.mark.parametrize("fixed_look", [True, False])
def test_only_scenes_of_any_look_are_turned(fixed_look):
    """SAR grows brighter downwards; with a fixed look it does so in every crop."""
    ramp = np.tile(np.linspace(-4, 4, 100, dtype=np.float16)[:, None], (4, 1, 100))
    scene = replace(make_scene(100, 100), sar=ramp)
    sar, _, _ = crop_batch([scene], 32, 64, np.random.default_rng(0), fixed_look=fixed_look)
    brightness = np.nanmean(sar, axis=1)
    down = brightness[:, 32:].mean(axis=(1, 2)) - brightness[:, :32].mean(axis=(1, 2))
    assert (down > 1).all() if fixed_look else (down > 1).any() and (down < -1).any()
