"""Values of a file: nodata of every kind, dark pixels, complex numbers."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import rasterio
import rasterio.shutil
from rasterio.transform import Affine

from core.hatch.jobs import POLARISATIONS
from core.hatch.references import VARIABLE
from core.raster.grid import Grid
from core.raster.raster_reader import RasterReader
from tests.builders.rasters import VV, WriteRaster, open_files, ramp, whole


def test_nodata_of_every_kind(write_raster: WriteRaster) -> None:
    wedge = np.tri(60, 80, -10, dtype=bool)
    for nodata, tag in ((-9999.0, -9999.0), (np.nan, None), (np.nan, np.nan), (0.0, None)):
        values = ramp()
        values[wedge] = nodata
        with open_files([write_raster("a.tif", values, nodata=tag)]) as scene:
            known = np.isfinite(whole(scene)[VV])
        assert known[~wedge].all()
        # An opening with a square rounds off the sharp ends of the wedge.
        assert known[wedge].mean() < 0.1


def test_single_zeros_are_dark_pixels(write_raster: WriteRaster) -> None:
    rng = np.random.default_rng(0)
    values = rng.integers(0, 6, (100, 100)).astype(np.uint8) ** 2
    for tag in (None, 0):
        bands = np.stack([values, values[::-1], values[:, ::-1], values.T])
        path = write_raster("a.tif", bands, POLARISATIONS, nodata=tag)
        with open_files([path]) as scene:
            assert np.isfinite(whole(scene)).mean() > 0.99


def test_complex_is_averaged_as_magnitude(write_raster: WriteRaster) -> None:
    rng = np.random.default_rng(0)
    phase = np.exp(2j * np.pi * rng.random((80, 80)))
    values = (np.where(np.arange(80) < 40, 10, 1000) * phase).astype(np.complex64)
    with open_files([write_raster("a.tif", values)], pixel_size_m=4) as scene:
        assert scene.radiometry == "amplitude"
        read = whole(scene)[VV]
    # Were the numbers averaged, phases would cancel them at random.
    assert read[:20, :8].std() == pytest.approx(0, abs=1e-3)
    assert read[:20, 12:20].std() == pytest.approx(0, abs=1e-3)


def test_crops_of_a_finer_file_are_averaged_over_the_same_blocks(write_raster: WriteRaster) -> None:
    values = np.random.default_rng(0).normal(-15, 3, (120, 160)).astype(np.float32)
    read = []
    for cut in (0, 1):
        place = Affine(0.5, 0, 600_000 + 0.5 * cut, 0, -0.5, 5_750_000 - 0.5 * cut)
        path = write_raster(f"{cut}.tif", values[cut:, cut:], transform=place)
        with RasterReader(path) as file:
            grid = Grid(file.crs, Affine(1, 0, 600_000, 0, -1, 5_750_000), 80, 60)
            read.append(file.read(grid)[0])
    np.testing.assert_allclose(read[0], values.reshape(60, 2, 80, 2).mean(axis=(1, 3)), rtol=1e-5)
    np.testing.assert_array_equal(read[0][2:, 2:], read[1][2:, 2:])


def test_folder_that_is_one_raster_is_read(
    tmp_path: Path, write_raster: WriteRaster, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "a.zarr"
    with rasterio.open(write_raster("a.tif", ramp())) as file:
        rasterio.shutil.copy(file, folder, driver="Zarr")
    monkeypatch.setenv(VARIABLE, "1")
    with open_files([str(folder)]) as scene:
        assert scene.polarisations == ("VV",)
        assert np.isfinite(whole(scene)[VV]).all()
