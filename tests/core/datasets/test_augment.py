"""Augmentation of pixel values."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from core.datasets.augment import augment_optical, augment_sar


@settings(max_examples=25)
@given(st.integers(0, 2**32))
def test_augmentation_invents_no_pixel(seed):
    rng = np.random.default_rng(seed)
    known = rng.random((32, 32)) > 0.1
    image = np.where(known, rng.normal(size=(5, 32, 32)), np.nan).astype(np.float32)
    sar, optical = augment_sar(image[:4].copy(), rng), augment_optical(image.copy(), rng)
    assert (np.isfinite(sar).any(axis=0) == known).all()
    assert not np.isfinite(optical).any(axis=0)[~known].any()
    for band in sar:
        assert (np.isfinite(band) == known).all() or np.isnan(band).all()
