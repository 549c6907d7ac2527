"""Overviews, masks and values in files that have nothing to do with the raster are refused."""

from __future__ import annotations

import shutil
import tarfile
import zipfile
from pathlib import Path

import numpy as np
import pytest
import rasterio
from rasterio.errors import RasterioError

from core.hatch.errors import InputError
from core.hatch.references import VARIABLE
from core.raster.gdal_open import open_raster
from tests.builders.rasters import WriteRaster

OVERVIEWS = {"OVERVIEW_FILE": "/vsicurl/http://127.0.0.1:9/a.tif"}
AUX = """<PAMDataset>{space}<Metadata domain="OVERVIEWS">
<MDI key="OVERVIEW{underscore}FILE">/vsicurl/http://127.0.0.1:9/a.tif</MDI></Metadata>
</PAMDataset>"""
VRT = """<VRTDataset rasterXSize="8" rasterYSize="8"><VRTRasterBand dataType="Float32" band="1">
<SimpleSource><SourceFilename{relative}>{source}</SourceFilename></SimpleSource>
</VRTRasterBand></VRTDataset>"""
FOREIGN = VRT.format(relative="", source="/vsicurl/http://127.0.0.1:9/a.tif")
VALUES = np.ones((8, 8), np.float32)


def name_overviews(path: Path) -> None:
    with rasterio.open(path, "r+") as file:
        file.update_tags(ns="OVERVIEWS", **OVERVIEWS)


@pytest.fixture
def raster(write_raster: WriteRaster) -> Path:
    write_raster("other.tif", VALUES)
    return Path(write_raster("a.tif", VALUES))


def test_overviews_that_a_raster_names_are_refused(raster: Path) -> None:
    name_overviews(raster)
    with pytest.raises(InputError, match=r"foreign overviews.*a\.tif"):
        open_raster(raster)


@pytest.mark.parametrize(
    ("space", "underscore"), [("", "&#95;"), ("", "&#x5f;"), (" " * 100_000, "_")]
)
def test_overviews_are_found_however_they_are_written(
    raster: Path, space: str, underscore: str
) -> None:
    aux = raster.with_name("a.tif.aux.xml")
    aux.write_text(AUX.format(space=space, underscore=underscore))
    with pytest.raises(InputError, match="foreign overviews"):
        open_raster(raster)
    (raster.parent / "a.vrt").write_text(VRT.format(relative=' relativeToVRT="1"', source="a.tif"))
    with pytest.raises(InputError, match=r"foreign overviews.*a\.tif"):
        open_raster(raster.parent / "a.vrt")


@pytest.mark.parametrize("suffix", [".ovr", ".OVR", ".msk", ".Msk", ".ovr.ovr", ".msk.ovr"])
def test_file_next_to_a_raster_is_no_virtual_raster_or_label(raster: Path, suffix: str) -> None:
    for end in (".ovr", ".msk"):
        shutil.copy(raster.parent / "other.tif", f"{raster}{end}")
    for text in (FOREIGN, '{"type": "Feature", "stac_version": "1.0.0"}'):
        Path(f"{raster}{suffix}").write_text(text)
        with pytest.raises(InputError, match="A file next to the raster refers to other data"):
            open_raster(raster)


@pytest.mark.parametrize("suffix", [".ovr", ".msk"])
def test_file_next_to_a_raster_names_no_overviews(raster: Path, suffix: str) -> None:
    sidecar = Path(f"{raster}{suffix}")
    shutil.copy(raster.parent / "other.tif", sidecar)
    Path(f"{sidecar}.aux.xml").write_text(AUX.format(space="", underscore="&#95;"))
    with pytest.raises(InputError, match="foreign overviews"):
        open_raster(raster)
    Path(f"{sidecar}.aux.xml").unlink()
    open_raster(raster).close()
    name_overviews(sidecar)
    with pytest.raises(InputError, match=r"refers to other data.*a\.tif\.(ovr|msk)"):
        open_raster(raster)


def test_overviews_of_gdal_and_what_is_left_of_them_are_no_reason(raster: Path) -> None:
    with rasterio.Env(TIFF_USE_OVR=True), rasterio.open(raster, "r+") as file:
        file.build_overviews([2])
    overviews = Path(f"{raster}.ovr")
    assert overviews.is_file()
    open_raster(raster).close()
    overviews.write_bytes(overviews.read_bytes()[:20])
    open_raster(raster).close()
    overviews.write_bytes(b"")
    open_raster(raster).close()


@pytest.mark.parametrize("kind", ["zip", "tar"])
@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.tif.ovr", FOREIGN),
        ("a.tif.MSK", FOREIGN),
        ("a.tif.aux.xml", AUX.format(space="", underscore="_")),
    ],
)
def test_sidecar_in_an_archive_is_checked(raster: Path, kind: str, name: str, text: str) -> None:
    archive, sidecar = raster.parent / f"a.{kind}", raster.parent / name
    sidecar.write_text(text)
    for members in ([raster], [raster, sidecar]):
        if kind == "zip":
            with zipfile.ZipFile(archive, "w") as packed:
                for member in members:
                    packed.write(member, f"in/{member.name}")
        else:
            with tarfile.open(archive, "w") as packed:
                for member in members:
                    packed.add(member, f"in/{member.name}")
        if sidecar in members:
            with pytest.raises(InputError, match=r"refers to other data"):
                open_raster(f"/vsi{kind}/{archive}/in/a.tif")
        else:
            open_raster(f"/vsi{kind}/{archive}/in/a.tif").close()
        archive = archive.with_name(f"b.{kind}")  # GDAL remembers the members of the first one


def test_imagine_file_may_have_its_values_only_next_to_it(tmp_path: Path) -> None:
    profile = {"width": 64, "height": 64, "count": 1, "dtype": "float32"}
    path = tmp_path / "in" / "a.img"
    path.parent.mkdir()
    with rasterio.open(path, "w", driver="HFA", USE_SPILL="YES", **profile) as file:
        file.write(np.ones((1, 64, 64), np.float32))
    open_raster(path).close()
    data = path.read_bytes()
    assert data.count(b"a.ige") == 1
    path.write_bytes(data.replace(b"a.ige", b"../ab"))
    path.with_name("a.ige").rename(tmp_path / "ab")
    with rasterio.open(path) as file:
        follows = len(file.files) > 1
    if follows:
        with pytest.raises(InputError, match=r"values in other files.*a\.img"):
            open_raster(path)
    else:  # newer versions of GDAL read no file of another folder themselves
        with open_raster(path) as raster, pytest.raises(RasterioError):
            raster.read(1)


def test_references_that_are_allowed_are_not_refused(
    raster: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name_overviews(raster)
    monkeypatch.setenv(VARIABLE, "1")
    open_raster(raster).close()
