"""Bilinear resampling is that of GDAL's warper."""

from __future__ import annotations

import numpy as np
import pytest
from affine import Affine
from hypothesis import given
from hypothesis import strategies as st
from rasterio.enums import Resampling
from rasterio.warp import reproject

from core.raster.bilinear import resample

SIDE = 40
OWN = Affine(0.5, 0, 600_000, 0, -0.5, 5_750_000)


def warped(values: np.ndarray, transform: Affine, target: Affine, side: int) -> np.ndarray:
    result = np.full((len(values), side, side), np.nan, np.float32)
    reproject(
        values,
        result,
        src_transform=transform,
        src_crs="EPSG:32631",
        src_nodata=np.nan,
        dst_transform=target,
        dst_crs="EPSG:32631",
        dst_nodata=np.nan,
        resampling=Resampling.bilinear,
    )
    return result


@given(
    scale=st.floats(0.2, 1.9),
    shift=st.tuples(st.floats(4, 8), st.floats(4, 8)),
    holes=st.sampled_from([0, 0.2, 0.9]),
    upside_down=st.booleans(),
    seed=st.integers(0, 99),
)
def test_inside_the_file_values_are_those_of_gdal(
    scale: float, shift: tuple[float, float], holes: float, upside_down: bool, seed: int
) -> None:
    rng = np.random.default_rng(seed)
    values = rng.normal(size=(2, SIDE, SIDE)).astype(np.float32)
    values[:, rng.random((SIDE, SIDE)) < holes] = np.nan
    transform = Affine.scale(1, -1) * OWN if upside_down else OWN
    target = transform * Affine.translation(*shift) * Affine.scale(scale)
    side = int(24 / max(scale, 1))
    places = np.stack([at + scale * (np.arange(side) + 0.5) for at in shift])
    clear = np.abs(places - places.round()).min() > 1e-4  # no centre on the edge of a pixel
    found = resample(values, transform, target, (side, side))
    expected = warped(values, transform, target, side)
    if clear:
        np.testing.assert_allclose(found, expected, atol=1e-3)


def test_beyond_the_file_nothing_is_valid() -> None:
    values = np.ones((1, 4, 4), np.float32)
    target = OWN * Affine.translation(-2, 1)
    found = resample(values, OWN, target * Affine.scale(0.5), (8, 8))[0]
    expected = np.full((8, 8), np.nan, np.float32)
    expected[:6, 4:] = 1
    np.testing.assert_array_equal(found, expected)


def test_bands_have_valid_values_of_their_own() -> None:
    values = np.random.default_rng(0).normal(size=(2, SIDE, SIDE)).astype(np.float32)
    alone = values.copy()
    values[0, ::3] = np.nan
    target = OWN * Affine.translation(12, 12) * Affine.scale(1.6)
    both, single = (resample(v, OWN, target, (9, 9)) for v in (values, alone))
    np.testing.assert_array_equal(both[1], single[1])


@pytest.mark.parametrize("cut", [1, 2, 5])
def test_a_crop_has_the_values_of_the_whole(cut: int) -> None:
    values = np.random.default_rng(0).normal(size=(1, SIDE, SIDE)).astype(np.float32)
    target = OWN * Affine.translation(12, 12) * Affine.scale(1.6)
    whole = resample(values, OWN, target, (9, 9))
    crop = resample(values[:, cut:, cut:], OWN * Affine.translation(cut, cut), target, (9, 9))
    np.testing.assert_allclose(whole, crop, atol=1e-6)
