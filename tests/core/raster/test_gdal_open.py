"""Rasters are opened only if they are what they seem to be."""

from __future__ import annotations

import gzip
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import rasterio
import rasterio.shutil
from rasterio.crs import CRS
from rasterio.errors import CRSError, RasterioError
from rasterio.transform import Affine

from core.hatch.errors import InputError
from core.hatch.references import VARIABLE
from core.raster.gdal_open import open_raster
from tests.builders.rasters import WriteRaster

VRT = """<VRTDataset rasterXSize="8" rasterYSize="8"><VRTRasterBand dataType="Float32" band="1">
<SimpleSource><SourceFilename>/etc/hostname</SourceFilename></SimpleSource>
</VRTRasterBand></VRTDataset>"""


@pytest.fixture
def archive(tmp_path: Path, write_raster: Callable[..., str]) -> Path:
    """A zip of a raster and of a virtual raster with the extension of a GeoTIFF."""
    raster = write_raster("a.tif", np.ones((8, 8), np.float32))
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as file:
        file.write(raster, "real.tif")
        file.writestr("virtual.tif", VRT)
    return tmp_path / "a.zip"


def test_raster_in_an_archive_is_opened(archive: Path) -> None:
    with open_raster(f"/vsizip/{archive}/real.tif") as raster:
        assert raster.width == 8


def test_virtual_raster_in_an_archive_is_refused_unless_references_are_allowed(
    archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = f"/vsizip/{archive}/virtual.tif"
    with pytest.raises(InputError, match="refers to other data; unpack"):
        open_raster(name)
    monkeypatch.setenv(VARIABLE, "1")
    open_raster(name).close()


def test_file_that_refers_elsewhere_is_refused_before_it_is_opened(tmp_path: Path) -> None:
    (tmp_path / "sar.tif").write_text(VRT)
    with pytest.raises(InputError, match="outside its folder"):
        open_raster(tmp_path / "sar.tif")


def test_file_that_is_no_raster_is_an_error_of_rasterio(tmp_path: Path) -> None:
    (tmp_path / "sar.tif").write_text("text")
    with pytest.raises(RasterioError):
        open_raster(tmp_path / "sar.tif")


@pytest.mark.parametrize(
    "error",
    [
        CRSError("The WKT could not be parsed. OGR Error code 5"),
        UnicodeDecodeError("utf-8", b"\xd8", 0, 1, "invalid continuation byte"),
    ],
)
def test_coordinate_system_that_cannot_be_parsed_is_named(
    monkeypatch: pytest.MonkeyPatch, write_raster: Callable[..., str], error: Exception
) -> None:
    path = write_raster("a.tif", np.ones((8, 8), np.float32))

    def damaged(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(rasterio, "DatasetReader", damaged)
    with pytest.raises(InputError, match="coordinate system in the file is damaged"):
        open_raster(path)


def test_coordinate_system_that_only_gdal_can_parse_is_named(
    write_raster: Callable[..., str],
) -> None:
    crs = CRS.from_wkt('LOCAL_CS["of the {type} of a site",UNIT["metre",1]]')
    path = write_raster("a.tif", np.ones((8, 8), np.float32), crs=crs)
    with pytest.raises(InputError, match="coordinate system in the file is damaged"):
        open_raster(path)


def test_gdal_keeps_no_more_than_its_cache_may_hold(write_raster: WriteRaster) -> None:
    path = write_raster("a.tif", np.zeros((8, 8), np.float32))
    code = (
        "from rasterio._env import get_gdal_config\n"
        "from core.raster.gdal_open import open_raster\n"
        "with open_raster(sys.argv[1]) as file: file.read()\n"
        "print(get_gdal_config('GDAL_CACHEMAX'))"
    )
    environment = {k: v for k, v in os.environ.items() if k != "GDAL_CACHEMAX"}
    command = [sys.executable, "-c", f"import sys\n{code}", path]
    found = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert int(found.stdout) <= 128 * 2**20


@pytest.mark.parametrize(
    "driver",
    [
        *("GTiff", "COG", "HFA", "ENVI", "EHdr", "AAIGrid", "NITF", "PNG", "JPEG", "JP2OpenJPEG"),
        *("WEBP", "GIF", "BMP", "GPKG", "netCDF"),
    ],
)
def test_documented_formats_are_read(tmp_path: Path, driver: str) -> None:
    values = np.random.default_rng(0).integers(0, 255, (3, 64, 64)).astype(np.uint8)
    if driver in ("ENVI", "EHdr", "AAIGrid", "NITF", "GIF", "netCDF"):
        values = values[:1]
    plain = tmp_path / "plain.tif"
    place = {"crs": "EPSG:32631", "transform": Affine(1, 0, 500000, 0, -1, 5700000)}
    size = {"width": 64, "height": 64, "count": len(values), "dtype": "uint8"}
    with rasterio.open(plain, "w", driver="GTiff", **size, **place) as file:
        file.write(values)
    path = tmp_path / ("image.nc" if driver == "netCDF" else "image.bin")
    with rasterio.open(plain) as file:
        rasterio.shutil.copy(file, path, driver=driver)
    with open_raster(path) as file:
        assert file.driver in (driver, "GTiff") and file.read().shape == values.shape


def test_envi_file_that_is_cut_is_refused(tmp_path: Path, write_raster: WriteRaster) -> None:
    path = tmp_path / "Sigma0_VV.img"
    values = np.ones((2, 40, 40), np.float32)
    with rasterio.open(write_raster("a.tif", values)) as file:
        rasterio.shutil.copy(file, path, driver="ENVI")
    with open_raster(path) as file:
        assert file.driver == "ENVI"
    whole, header = path.read_bytes(), path.with_suffix(".hdr")
    path.write_bytes(whole[:-1])
    with pytest.raises(InputError, match="is truncated or damaged"):
        open_raster(path)
    path.write_bytes(b"12" + whole)
    header.write_text(header.read_text().replace("offset = 0", "offset = 2"))
    with open_raster(path) as file:
        assert (file.read() == values).all()
    path.write_bytes(gzip.compress(whole))
    header.write_text(header.read_text().replace("offset = 2", "offset = 0\nfile compression = 1"))
    with open_raster(path) as file:
        assert (file.read() == values).all()


def test_other_format_is_read_only_if_references_are_allowed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, write_raster: Callable[..., str]
) -> None:
    write_raster("a.tif", np.ones((8, 8), np.float32))
    with rasterio.open(tmp_path / "a.tif") as file:
        rasterio.shutil.copy(file, tmp_path / "a.pix", driver="PCIDSK")
    with pytest.raises(RasterioError, match="not recognized"):
        open_raster(tmp_path / "a.pix")
    monkeypatch.setenv(VARIABLE, "1")
    open_raster(tmp_path / "a.pix").close()


def test_label_of_a_raster_in_an_archive_is_refused(tmp_path: Path) -> None:
    label = 'PDS_VERSION_ID = PDS3\nRECORD_BYTES = 8\n^IMAGE = ("/etc/hostname", 1)\nEND\n'
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as file:
        file.writestr("a.lbl", label)
    with pytest.raises(InputError, match="refers to other data; unpack"):
        open_raster(f"/vsizip/{tmp_path}/a.zip/a.lbl")


@pytest.mark.parametrize(
    "text",
    [
        '<SRS>PROJCS["x"</SRS>',
        "<SRS>/etc/passwd</SRS>",
        "<SRS>http://127.0.0.1:9/crs</SRS>",
        '<GCPList Projection="http://127.0.0.1:9/x">'
        '<GCP Pixel="0" Line="0" X="0" Y="0"/></GCPList>',
    ],
)
def test_damaged_file_next_to_a_raster_is_named(
    write_raster: Callable[..., str], text: str
) -> None:
    path = write_raster("a.tif", np.ones((8, 8), np.float32))
    Path(f"{path}.aux.xml").write_text(f"<PAMDataset>{text}</PAMDataset>", encoding="utf-8")
    with pytest.raises(InputError, match=r"\.aux\.xml file next to it is damaged .*a\.tif"):
        open_raster(path)
