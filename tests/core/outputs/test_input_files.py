"""The files behind an input: what GDAL reads with it, sources of a VRT, archives."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from core.outputs.input_files import files_behind, is_virtual


def names(path: object) -> set[str]:
    return {file.name for file in files_behind(str(path))}


def test_sidecars_of_a_raster_belong_to_it(write_raster, tmp_path):
    sar = write_raster("sar.tif", np.ones((4, 4), np.float32))
    for name in ("sar.tif.aux.xml", "sar.tfw", "sar.gpkg", "sar.tif.ovr"):
        (tmp_path / name).write_text("0\n" * 6)
    assert names(sar) >= {"sar.tif", "sar.tif.aux.xml", "sar.tif.ovr"}
    assert "sar.gpkg" not in names(sar)


def test_world_file_of_a_raster_without_a_geotransform_belongs_to_it(write_raster, tmp_path):
    sar = write_raster("sar.tif", np.ones((4, 4), np.float32), transform=None, crs=None)
    (tmp_path / "sar.tfw").write_text("1\n0\n0\n-1\n0\n0\n")
    assert names(sar) == {"sar.tif", "sar.tfw"}


@pytest.mark.parametrize("tag", ["SourceFilename", "SrcDataSource"])
@pytest.mark.parametrize("root", ["VRTDataset", "OGRVRTDataSource"])
def test_sources_of_a_vrt_are_read_with_it(tmp_path, root, tag):
    (tmp_path / "a & b.gpkg").touch()
    inner = f'<{root}><{tag} relativeToVRT="1">a &amp; b.gpkg</{tag}></{root}>'
    (tmp_path / "inner.vrt").write_text(inner)
    absolute = tmp_path / "inner.vrt"
    (tmp_path / "outer.vrt").write_text(f"<{root}><{tag}>{absolute}</{tag}></{root}>")
    assert names(tmp_path / "outer.vrt") == {"outer.vrt", "inner.vrt", "a & b.gpkg"}


def test_vrt_that_reads_itself_ends(tmp_path):
    path = tmp_path / "a.vrt"
    path.write_text("<VRTDataset><SourceFilename>a.vrt</SourceFilename></VRTDataset>")
    assert names(path) == {"a.vrt"}


@pytest.mark.parametrize(
    "text",
    [
        "/vsizip/{}/inside.tif",
        "/vsizip/{{{}}}/inside.tif",
        "/vsitar//vsigzip/{}/a.tif",
        "zip://{}!inside.tif",
        "file://{}",
        'NETCDF:"{}":band',
        "GPKG:{}:layer",
        "{}|layername=a|subset=b",
    ],
)
def test_container_of_a_connection_string_is_found(tmp_path: Path, text: str) -> None:
    container = tmp_path / "container.zip"
    container.touch()
    assert container in files_behind(text.format(container))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "missing.tif",
        "/vsicurl/https://host/a.tif",
        "a\udcfc.tif",
        "<VRTDataset rasterXSize='9'></VRTDataset>" * 200,
    ],
)
def test_input_that_is_not_on_disk_has_no_files(text):
    assert files_behind(text) == set()


@pytest.mark.parametrize(
    ("path", "virtual"),
    [("/vsimem/a", True), ("s3://a/b", True), ("a/b.gpkg", False), ("C:\\a.gpkg", False)],
)
def test_paths_that_only_gdal_knows_are_virtual(path, virtual):
    assert is_virtual(path) is virtual
