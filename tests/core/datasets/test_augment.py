"""Augmentation of pixel values."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.datasets.augment import augment_optical, augment_sar


@settings(max_examples=25)
@given(st.integers(0, 2**32), st.sampled_from([(32, 32), (32, 64), (64, 32)]))
def test_augmentation_invents_no_pixel(seed, shape):
    rng = np.random.default_rng(seed)
    known = rng.random(shape) > 0.1
    image = np.where(known, rng.normal(size=(5, *shape)), np.nan).astype(np.float32)
    sar, optical = augment_sar(image[:4].copy(), rng), augment_optical(image.copy(), rng)
    assert (np.isfinite(sar).any(axis=0) == known).all()
    assert not np.isfinite(optical).any(axis=0)[~known].any()
    for band in sar:
        assert (np.isfinite(band) == known).all() or np.isnan(band).all()


@pytest.mark.parametrize("shape", [(32, 32), (32, 64), (64, 32)])
def test_some_images_lose_a_half_plane(shape):
    whole = np.ones((5, *shape), np.float32)
    shares = [
        np.isfinite(augment_optical(whole.copy(), np.random.default_rng(seed))).any(axis=0).mean()
        for seed in range(60)
    ]
    assert 1 <= sum(share < 1 for share in shares) <= 25
