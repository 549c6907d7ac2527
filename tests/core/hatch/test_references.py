"""Which paths are refused because GDAL would read other files or the network for them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import rasterio
import rasterio.shutil
from rasterio.transform import from_origin
from rasterio.vrt import WarpedVRT

from core.footprints.read import read_polygons
from core.hatch.errors import InputError
from core.hatch.references import VARIABLE, WITHOUT_NETWORK, check_references, is_remote
from core.raster.raster_reader import RasterReader

VRT = """<VRTDataset rasterXSize="8" rasterYSize="8">
  <SRS>EPSG:32631</SRS><GeoTransform>0, 1, 0, 8, 0, -1</GeoTransform>
  <VRTRasterBand dataType="Float32" band="1"{band}>
    <SimpleSource><SourceFilename relativeToVRT="{relative}">{source}</SourceFilename>
      <SourceBand>1</SourceBand></SimpleSource>
  </VRTRasterBand>{more}
</VRTDataset>"""
OGR_VRT = """<OGRVRTDataSource>
  <OGRVRTLayer name="a">
    <SrcDataSource relativeToVRT="1">{source}</SrcDataSource>{more}
  </OGRVRTLayer>
</OGRVRTDataSource>"""


def raster(path: Path) -> Path:
    path.parent.mkdir(exist_ok=True)
    profile = {"width": 8, "height": 8, "count": 1, "dtype": "float32", "crs": "EPSG:32631"}
    with rasterio.open(
        path, "w", driver="GTiff", transform=from_origin(0, 8, 1, 1), **profile
    ) as file:
        file.write(np.arange(64, dtype="float32").reshape(1, 8, 8))
    return path


def vrt(path: Path, source: str, relative: int = 1, band: str = "", more: str = "") -> Path:
    path.write_text(VRT.format(source=source, relative=relative, band=band, more=more))
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a raster, one in a folder below, and one next to the folder."""
    raster(tmp_path / "secret.tif")
    raster(tmp_path / "scene" / "a.tif")
    raster(tmp_path / "scene" / "tiles" / "b.tif")
    return tmp_path / "scene"


CONNECTIONS = [
    "/vsicurl/http://127.0.0.1:9/a.tif",
    "/vsis3/bucket/a.tif",
    "/vsizip//vsicurl/http://127.0.0.1:9/a.zip/a.tif",
    "/vsisubfile/0_100,/etc/passwd",
    "http://127.0.0.1:9/a.tif",
    "vrt://secret.tif?bands=1",
    "GTI:secret.tif",
    "WMS:http://127.0.0.1:9/",
    "DERIVED_SUBDATASET:LOGAMPLITUDE:secret.tif",
    'NETCDF:"/vsicurl/http://127.0.0.1:9/a.nc":v',
    "PG:dbname=a",
    " <VRTDataset rasterXSize='1' rasterYSize='1'></VRTDataset>" * 20,
    '{"type": "gdal_streamed_alg"}',
]


@pytest.mark.parametrize("text", CONNECTIONS)
def test_connection_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="instead of a file on this computer"):
        check_references(text)


def test_plain_paths_archives_and_parts_of_local_files_are_allowed(folder: Path) -> None:
    for text in (str(folder / "a.tif"), str(folder), str(folder / "none.tif"), "C:\\none.tif"):
        check_references(text)
    check_references(f"/vsizip/{folder}/a.tif/inner.tif")
    check_references(f'NETCDF:"{folder}/a.tif":band')


@pytest.mark.parametrize("source", ["a.tif", "tiles/b.tif"])
def test_virtual_raster_of_files_in_its_folder_is_read(folder: Path, source: str) -> None:
    path = vrt(folder / "all.vrt", source)
    with RasterReader(path) as opened:
        assert opened.width == 8
    vrt(folder / "outer.vrt", "all.vrt")
    check_references(folder / "outer.vrt")


def test_virtual_raster_is_checked_from_any_current_folder(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vrt(folder / "all.vrt", "a.tif")
    monkeypatch.chdir(folder)
    check_references("all.vrt")
    monkeypatch.chdir(folder.parent)
    check_references("scene/all.vrt")


@pytest.mark.parametrize(
    ("source", "relative", "problem"),
    [
        ("../secret.tif", 1, "outside its folder"),
        ("/etc/hostname", 0, "outside its folder"),
        ("/vsicurl/http://127.0.0.1:9/a.tif", 0, "no file on this computer"),
        ("http://127.0.0.1:9/a.tif", 1, "no file on this computer"),
        ("&#47;vsicurl/http://127.0.0.1:9/a.tif", 0, "no file on this computer"),
        ("a.tif", 0, "no file on this computer"),
        ("a" * 300, 1, "no file on this computer"),
        ("link.tif", 1, "outside its folder"),
        ("bad.vrt", 1, "outside its folder"),
        ("self.vrt", 1, "refer to others"),
    ],
)
def test_virtual_raster_of_anything_else_is_refused(
    folder: Path, source: str, relative: int, problem: str
) -> None:
    (folder / "link.tif").symlink_to(folder.parent / "secret.tif")
    vrt(folder / "bad.vrt", "../secret.tif")
    path = vrt(folder / "self.vrt", source, relative)
    with pytest.raises(InputError, match=problem) as caught:
        RasterReader(path)
    assert "allow references in Settings" in str(caught.value) and "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "changes",
    [
        {"band": ' subClass="VRTRawRasterBand"'},
        {"band": ' subClass="VRTDerivedRasterBand"'},
        {"more": "<PixelFunctionCode>import os</PixelFunctionCode>"},
        {"more": '<Metadata domain="OVERVIEWS"><MDI key="OVERVIEW_FILE">x</MDI></Metadata>'},
        {"more": '<Metadata domain="OVERVIEWS" Domain=""><MDI key="a">x</MDI></Metadata>'},
        {"band": ' subClass="VRTRawRasterBand" subclass="" SourceFilename="/etc/passwd"'},
        {"band": ' subClass="VRTDerivedRasterBand" SUBCLASS=""'},
        {"band": "><SimpleSource SourceFilename='/etc/passwd'/><MaskBand"},
        {"relative": '0" relativetovrt="1'},
        {"more": "<GDALWarpOptions/>"},
        {"more": "<!-- a comment -->"},
        {"more": "<broken"},
    ],
)
def test_virtual_raster_with_unknown_parts_is_refused(folder: Path, changes: dict) -> None:
    with pytest.raises(InputError, match=r"cannot be checked|refers to other data"):
        check_references(vrt(folder / "odd.vrt", "a.tif", **changes))


def test_warped_virtual_raster_is_refused_as_what_it_is(folder: Path) -> None:
    warped = folder / "warped.vrt"
    with rasterio.open(folder / "a.tif") as source, WarpedVRT(source, crs="EPSG:4326") as virtual:
        rasterio.shutil.copy(virtual, warped, driver="VRT")
    with pytest.raises(InputError, match=r"to other data \(warped virtual raster\); save it"):
        RasterReader(warped)


def test_virtual_raster_of_another_class_is_refused_by_its_class(folder: Path) -> None:
    derived = vrt(folder / "odd.vrt", "a.tif", band=' subClass="VRTDerivedRasterBand"')
    with pytest.raises(InputError, match="an element of the class 'vrtderivedrasterband'"):
        check_references(derived)


@pytest.mark.parametrize(
    "text",
    [
        "<GDAL_WMS><Service name='TMS'><ServerUrl>http://127.0.0.1:9/</ServerUrl></Service>",
        "\ufeff  <gdal_wms>",
        "<GDAL_WMTS><GetCapabilitiesUrl>http://127.0.0.1:9/</GetCapabilitiesUrl></GDAL_WMTS>",
        "<WCS_GDAL><ServiceURL>http://127.0.0.1:9/</ServiceURL></WCS_GDAL>",
        "<GDALTileIndexDataset><IndexDataset>x</IndexDataset></GDALTileIndexDataset>",
        "<MRF_META><CachedSource><Source>/etc/hostname</Source></CachedSource></MRF_META>",
        '{"type": "gdal_streamed_alg", "command_line": "gdal vector pipeline"}',
    ],
)
@pytest.mark.parametrize("name", ["a.xml", "sar.tif", "labels.gpkg"])
def test_file_that_is_something_else_is_refused_whatever_its_name(
    folder: Path, text: str, name: str
) -> None:
    (folder / name).write_text(text)
    with pytest.raises(InputError, match="refers to other data"):
        check_references(folder / name)


@pytest.mark.parametrize(
    ("source", "more", "problem"),
    [
        ("../labels.geojson", "", "outside its folder"),
        ("in.geojson", "<SrcSQL>SELECT load_extension('x')</SrcSQL>", "cannot be checked"),
        ("CSV:/etc/passwd", "", "no file on this computer"),
        ("in.geojson", "</OGRVRTLayer><OGRVRTLayer SrcDataSource='/a'>", "cannot be checked"),
        ("in.geojson", "</OGRVRTLayer><OGRVRTLayer SrcSQL='SELECT 1'>", "cannot be checked"),
    ],
)
def test_virtual_vector_file_is_refused(folder: Path, source: str, more: str, problem: str) -> None:
    (folder.parent / "labels.geojson").write_text("{}")
    (folder / "in.geojson").write_text("{}")
    (folder / "labels.gpkg").write_text(OGR_VRT.format(source=source, more=more))
    with pytest.raises(InputError, match=problem):
        read_polygons(folder / "labels.gpkg")


def test_sidecar_with_foreign_overviews_is_refused(folder: Path) -> None:
    (folder / "a.tif.aux.xml").write_text(
        '<PAMDataset><Metadata domain="OVERVIEWS"><MDI key="OVERVIEW_FILE">/vsicurl/x</MDI>'
        "</Metadata></PAMDataset>"
    )
    with pytest.raises(InputError, match=r"refers to other data.*a\.tif\.aux\.xml"):
        check_references(folder / "a.tif")


def test_everything_is_allowed_if_the_variable_says_so(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, "1")
    with RasterReader(vrt(folder / "out.vrt", "../secret.tif")) as opened:
        assert opened.width == 8
    check_references("/vsicurl/http://127.0.0.1:9/a.tif")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes in folders")
def test_pipe_is_refused_instead_of_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "pipe.tif")
    with pytest.raises(InputError, match="a device or a pipe"):
        RasterReader(folder / "pipe.tif")
    with pytest.raises(InputError, match="a device or a pipe"):
        read_polygons(folder / "pipe.tif")
    (folder / "pipe.tif").unlink()
    (folder / "nowhere").symlink_to("no_such_file")
    check_references(folder / "a.tif")
    for name in ("a.tif.aux.xml", "METADATA.DIM"):  # GDAL opens them
        os.mkfifo(folder / name)
        with pytest.raises(InputError, match=f"device or a pipe next to the input.*{name}"):
            check_references(folder / "a.tif")
        (folder / name).unlink()


def test_second_lock_leaves_no_driver_of_a_web_service() -> None:
    code = (
        "import pyogrio, rasterio\n"
        "with rasterio.Env() as env: print(*pyogrio.list_drivers(), *env.drivers(), sep='\\n')"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, **WITHOUT_NETWORK},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    drivers = set(done.stdout.splitlines())
    assert "GTiff" in drivers and "GPKG" in drivers
    assert not drivers & set(WITHOUT_NETWORK["GDAL_SKIP"].split())
    assert not drivers & set(WITHOUT_NETWORK["OGR_SKIP"].split(","))


@pytest.mark.parametrize(
    ("path", "remote"),
    [
        ("https://host/a.tif", True),
        ("/vsicurl/https://host/a.tif", True),
        ("/vsizip//vsicurl/https://host/a.zip/b.tif", True),
        ("/vsis3/bucket/a.tif", True),
        ("/vsizip/a.zip/b.tif", False),
        ("/data/https/a.tif", False),
        ("C:/a.tif", False),
        ('NETCDF:"a.nc":VV', False),
    ],
)
def test_what_is_read_from_a_server(path: str, remote: bool) -> None:
    assert is_remote(path) == remote
