"""What SAR values are taken for, and that one scene gives one input however it is stored."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import rasterio
from rasterio.enums import Resampling
from rasterio.transform import Affine
from rasterio.warp import reproject
from scipy.ndimage import uniform_filter

from core.raster.radiometry import CLIP, Standardisation, detect, to_db
from tests.conftest import NORTH_UP, UTM

Speckle = Callable[..., np.ndarray]


def test_negative_values_are_decibels(speckle: Speckle) -> None:
    assert detect(10 * np.log10(speckle(200, 200)))[0] == "db"


def test_decibels_shifted_to_positive_values_are_still_decibels(speckle: Speckle) -> None:
    # As SpaceNet 6 stores them: about 12 to 48.
    assert detect(10 * np.log10(speckle(200, 200)) + 30)[0] == "db"
    stretched = np.clip(10 * np.log10(speckle(200, 200)) * 3 + 120, 1, 255)
    assert detect(stretched.astype(np.uint8).astype(np.float32))[0] == "db"


def test_amplitude_and_power_of_a_town(speckle: Speckle) -> None:
    rng = np.random.default_rng(2)
    town = speckle(300, 300) * rng.lognormal(0, 0.8, (300, 300))
    assert detect(np.sqrt(town))[0] == "amplitude"
    assert detect(town)[0] == "power"
    assert detect(town, is_complex=True)[0] == "amplitude"


@pytest.mark.parametrize("unit", [0.05, 1e4])  # calibrated or not
@pytest.mark.parametrize("resampling", [Resampling.cubic, Resampling.lanczos])
def test_power_with_a_few_negative_values_of_resampling_is_no_decibels(
    speckle: Speckle, resampling: Resampling, unit: float
) -> None:
    town = speckle(300, 300) * np.random.default_rng(2).lognormal(0, 0.8, (300, 300))
    power = unit * uniform_filter(town, 2)  # detail as coarse as a sensor's
    place = NORTH_UP * Affine.translation(0.4, 0.3)
    resampled = np.zeros_like(power)
    profile = {"src_crs": UTM, "dst_crs": UTM, "resampling": resampling}
    reproject(power, resampled, src_transform=NORTH_UP, dst_transform=place, **profile)
    assert 0.005 < (resampled < 0).mean() < 0.1
    assert detect(resampled)[0] != "db"
    kind = detect(power)[0]
    power[7, 9] = -1e-4 * unit
    assert detect(power)[0] == kind and np.isfinite(to_db(power, kind, 1e-6)).all()


@pytest.mark.parametrize("share", [1e-4, 0.01, 0.05, 0.09])
def test_decibels_with_a_few_negative_values_are_decibels(speckle: Speckle, share: float) -> None:
    decibels = 10 * np.log10(speckle(300, 300))
    assert detect(decibels - np.quantile(decibels, share))[0] == "db"


@pytest.mark.parametrize("name", ["oem_ex0", "oem_t11", "sn6_tileA", "sn6_tileT2"])
@pytest.mark.parametrize("share", [1e-4, 0.01, 0.09])
def test_decibels_of_real_scenes_with_a_few_negative_values(
    shared_data: Path, name: str, share: float
) -> None:
    with rasterio.open(shared_data / "real" / name / "sar.tif") as file:
        values = file.read(1).astype(np.float32)
    known = values[values > 0]
    decibels = 20 * np.log10(known) if name.startswith("oem") else known / 4
    assert detect(decibels - np.quantile(decibels, share) - 1e-3)[0] == "db"


def test_amplitude_and_power_give_the_same_decibels(speckle: Speckle) -> None:
    power = speckle(50, 50) + 1e-3
    assert to_db(power, "power", 1e-6) == pytest.approx(
        to_db(np.sqrt(power), "amplitude", 1e-6), abs=1e-3
    )


def test_decibels_are_not_logged_again() -> None:
    values = np.array([-20.0, 0.0, 15.0, np.nan], np.float32)
    np.testing.assert_array_equal(to_db(values, "db", 1.0), values)


def test_valid_zeros_become_dark_and_nan_stays() -> None:
    decibels = to_db(np.array([0.0, 1.0, np.nan], np.float32), "amplitude", 0.5)
    assert decibels[0] == pytest.approx(-6.02, abs=0.01)
    assert decibels[1] == 0
    assert np.isnan(decibels[2])


def test_standardisation_cancels_calibration_and_stretch(speckle: Speckle) -> None:
    decibels = (10 * np.log10(speckle(100, 100)))[None]
    stretched = 2.5 * decibels + 140
    first = Standardisation.measure(decibels).apply(decibels)
    second = Standardisation.measure(stretched).apply(stretched)
    np.testing.assert_allclose(first, second, atol=1e-3)
    assert np.median(first) == pytest.approx(0, abs=1e-3)
    assert np.abs(first).max() <= CLIP


def test_standardisation_of_absent_and_constant_bands() -> None:
    bands = np.stack([np.full((4, 4), np.nan), np.full((4, 4), 7.0)]).astype(np.float32)
    result = Standardisation.measure(bands).apply(bands)
    assert np.isnan(result[0]).all()
    assert (result[1] == 0).all()
