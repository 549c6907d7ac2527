"""Which band is what."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from rasterio.enums import ColorInterp
from rasterio.transform import Affine

from core.hatch.jobs import POLARISATIONS
from tests.builders.rasters import HH, HV, VH, VV, WriteRaster, open_files, ramp, whole


def test_one_band_per_file_in_any_order_and_on_other_grids(write_raster: WriteRaster) -> None:
    vh = write_raster("scene_VH.tif", ramp())
    hh = write_raster("scene-hh.tif", ramp(30, 40), transform=Affine(2, 0, 6e5, 0, -2, 5.75e6))
    with open_files([vh, hh]) as scene:
        assert scene.polarisations == ("VH", "HH")
        read = whole(scene)
    assert np.isnan(read[[HV, VV]]).all()
    assert np.isfinite(read[[HH, VH]]).all()
    # Coarser pixels of twice the ramp's step, on the same place: nearly the same picture.
    assert np.corrcoef(read[HH].ravel(), read[VH].ravel())[0, 1] > 0.999


def test_polarisations_of_unnamed_bands(write_raster: WriteRaster) -> None:
    for count, expected in ((1, ("VV",)), (2, ("VV", "VH")), (4, POLARISATIONS)):
        path = write_raster("a.tif", np.stack([ramp() + 9 * i for i in range(count)]))
        with open_files([path]) as scene:
            assert scene.polarisations == expected
    with open_files([path], polarisations=("VV", "VH", "HV", "HH")) as scene:
        assert scene.polarisations == ("VV", "VH", "HV", "HH")


def test_fourth_band_tagged_alpha_may_hold_data(write_raster: WriteRaster) -> None:
    rng = np.random.default_rng(0)
    values = rng.integers(1, 255, (4, 50, 50), dtype=np.uint8)
    with open_files([write_raster("a.tif", values, photometric="RGB", alpha="yes")]) as scene:
        assert scene.polarisations == POLARISATIONS
    values[3] = 255
    values[3, :, :10] = 0
    path = write_raster("b.tif", np.stack([values[0]] * 3 + [values[3]]), photometric="RGB")
    with rasterio.open(path, "r+") as file:
        file.colorinterp = [
            ColorInterp.red,
            ColorInterp.green,
            ColorInterp.blue,
            ColorInterp.alpha,
        ]
    with open_files([path]) as scene:
        assert scene.polarisations == ("VV",)
        known = np.isfinite(whole(scene)[VV])
    assert not known[:, :10].any() and known[:, 10:].all()


@pytest.mark.parametrize(
    "sar, optical, bands",
    [
        ("sn6/sar_masked.tif", "sn6/rgb_unmasked.tif", ("R", "G", "B")),
        ("rosenheim/Stest3_sen.tif", "rosenheim/Stest3_ref.tif", ("R", "G", "B")),
        # Two grids of one optical scene: the finer one stands for SAR here.
        ("sn6/pan1.tif", "sn6/ms1.tif", ("R", "G", "B", "N")),
        ("sn6/pan1.tif", "sn6/pan1.tif", ("PAN",)),
        ("rio/mask_img50.tif", "rio/3band_013022223130_Public_img50.tif", ("R", "G", "B")),
    ],
)
def test_real_optical(shared_data: Path, sar: str, optical: str, bands: tuple[str, ...]) -> None:
    folder = shared_data / "fixtures"
    check_optical(str(folder / sar), str(folder / optical), bands)


def check_optical(sar: str, optical: str, bands: tuple[str, ...]) -> None:
    """Which bands there are, and that they cover SAR."""
    with open_files([sar], optical) as scene:
        assert scene.optical_bands == bands
        _, read = scene.read(0, 0, scene.grid.height, scene.grid.width)
        assert read is not None
        for name, values in zip(("R", "G", "B", "N", "PAN"), read):
            assert np.isfinite(values).mean() > 0.95 if name in bands else np.isnan(values).all()


@pytest.mark.parametrize(
    "bands, dtype, pixel, shape",
    [
        (("R", "G", "B"), np.uint8, 1.0, (200, 240)),
        (("R", "G", "B", "N"), np.uint16, 4.0, (50, 60)),
        (("PAN",), np.uint16, 1.0, (200, 240)),
        (("R", "G", "B"), np.uint8, 2.0, (100, 120)),
    ],
)
def test_made_optical(
    write_raster: WriteRaster,
    bands: tuple[str, ...],
    dtype: Any,
    pixel: float,
    shape: tuple[int, int],
) -> None:
    """What ``test_real_optical`` checks, of files that every clone can make."""
    sar = write_raster("sar.tif", ramp(200, 240))
    top = np.iinfo(dtype).max // 8
    values = np.random.default_rng(0).integers(1, top, (len(bands), *shape), dtype=dtype)
    transform = Affine(pixel, 0, 6e5, 0, -pixel, 5.75e6)
    check_optical(sar, write_raster("optical.tif", values, transform=transform), bands)
