"""Opening files and rasters of containers."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import rasterio
import rasterio.shutil

from core.hatch.errors import InputError, SceneError
from core.raster.open_input import open_input_raster
from core.raster.raster_reader import RasterReader
from tests.builders.rasters import WriteRaster


def container(write_raster: WriteRaster, folder: Path) -> Path:
    """A GeoPackage with the rasters A, of ones, and B, of twos."""
    path = folder / "two.gpkg"
    for value, table in enumerate("AB", start=1):
        raster = write_raster(f"{table}.tif", np.full((64, 64), value, np.uint8))
        more = {"APPEND_SUBDATASET": "YES"} if value > 1 else {}
        with rasterio.open(raster) as file:
            rasterio.shutil.copy(file, path, driver="GPKG", RASTER_TABLE=table, **more)
    return path


def test_rasters_of_a_container_are_listed_and_can_be_chosen(
    write_raster: WriteRaster, tmp_path: Path
) -> None:
    path = container(write_raster, tmp_path)
    names = [f"GPKG:{path}:{table}" for table in "AB"]
    with pytest.raises(SceneError, match="contains several rasters; choose one") as caught:
        open_input_raster(str(path))
    assert all(name in str(caught.value) for name in names)
    with RasterReader(names[0]) as first, RasterReader(names[1]) as second:
        assert first.fingerprint != second.fingerprint


def test_first_image_of_several_is_used_with_a_warning(tmp_path: Path) -> None:
    path = tmp_path / "pages.tif"
    profile = {"count": 1, "height": 30, "width": 30, "dtype": "uint8"}
    for append in ("NO", "YES"):
        with rasterio.open(path, "w", driver="GTiff", APPEND_SUBDATASET=append, **profile) as file:
            file.write(np.ones((1, 30, 30), np.uint8))
    with RasterReader(str(path)) as source:
        assert "several rasters" in source.warnings[0]


@pytest.mark.parametrize("name", ["none.tif", "NETCDF:none.nc:x", "/vsizip/none.zip/a.tif"])
def test_missing_file_is_an_error(name: str) -> None:
    with pytest.raises(InputError, match=r"does not exist|not a raster|connection of GDAL"):
        open_input_raster(name)


def test_a_raster_of_thousands_of_bands_is_refused(write_raster: WriteRaster) -> None:
    path = write_raster("many.tif", np.ones((1001, 2, 2), np.uint8))
    with pytest.raises(SceneError, match="1,001 bands, more than 1,000"):
        open_input_raster(path)


@pytest.mark.parametrize("prefix", ["", "/vsicurl/"])
def test_server_that_does_not_answer_is_told_with_the_reason(
    prefix: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = prefix + "http://127.0.0.1:9/sar.tif"  # nobody listens there
    with pytest.raises(InputError, match="connection of GDAL"):
        open_input_raster(address)
    monkeypatch.setenv("CMHCL_ALLOW_REFERENCES", "1")
    with pytest.raises(SceneError, match=r"over the network \(.+\)") as caught:
        open_input_raster(address)
    assert str(caught.value).endswith(address)


@pytest.mark.parametrize("name", ["n" * 300, "n" * 5000 + ".tif", "d/" * 3000])
def test_name_that_is_too_long_is_no_raster(name):
    with pytest.raises(InputError, match="does not exist; choose a raster file"):
        open_input_raster(name)
