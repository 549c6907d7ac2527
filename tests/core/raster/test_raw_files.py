"""A raw file is read by its own header alone, and whole."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import rasterio.shutil

from core.hatch.errors import InputError
from core.raster.gdal_open import open_raster
from tests.builders.rasters import WriteRaster

VALUES = np.arange(1600, dtype=np.float32).reshape(1, 40, 40)
OTHERS = "header .* is that of another raster"


@pytest.fixture(params=["ENVI", "EHdr"])
def raw(request: pytest.FixtureRequest, tmp_path: Path, write_raster: WriteRaster) -> Path:
    path = tmp_path / ("a.img" if request.param == "ENVI" else "a.bil")
    with rasterio.open(write_raster("plain.tif", VALUES)) as file:
        rasterio.shutil.copy(file, path, driver=request.param)
    return path


def test_file_that_is_cut_is_refused(raw: Path) -> None:
    with open_raster(raw) as file:
        assert (file.read() == VALUES).all()
    raw.write_bytes(raw.read_bytes()[:-1])
    with pytest.raises(InputError, match=rf"is truncated or damaged.*{raw.name}"):
        open_raster(raw)


@pytest.mark.parametrize("suffix", [".xyz", ".pix", ".txt"])
def test_file_beside_the_header_of_another_one_is_refused(raw: Path, suffix: str) -> None:
    other = raw.with_suffix(suffix)
    other.write_bytes(bytes(VALUES.nbytes))
    with pytest.raises(InputError, match=rf"{OTHERS}.*{other.name}"):
        open_raster(other)
    raw.unlink()
    open_raster(other).close()  # the only one, and of that size: it was renamed
    other.write_bytes(bytes(VALUES.nbytes + 1))
    with pytest.raises(InputError, match=rf"{OTHERS}.*{other.name}"):
        open_raster(other)


def test_header_of_the_whole_name_is_the_file_s_own(raw: Path) -> None:
    if raw.suffix == ".bil":
        return  # GDAL has no such headers there
    other = raw.with_suffix(".xyz")
    other.write_bytes(raw.read_bytes() + b"1")
    raw.with_suffix(".hdr").rename(f"{other}.hdr")
    open_raster(other).close()


def test_header_that_describes_another_file_is_that_one_s(
    tmp_path: Path, write_raster: WriteRaster
) -> None:
    with rasterio.open(write_raster("plain.tif", VALUES)) as file:
        rasterio.shutil.copy(file, tmp_path / "a.img", driver="ENVI")
    other = tmp_path / "a.dat"
    for path in (other, tmp_path / "a"):
        path.write_bytes(bytes(VALUES.nbytes))
        with pytest.raises(InputError, match=rf"{OTHERS}.*{path.name}"):
            open_raster(path)
    header = tmp_path / "a.hdr"
    header.write_text(header.read_text().replace("a.img", "SAR of today"))
    open_raster(other).close()
