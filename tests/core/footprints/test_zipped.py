"""Vector files in a zip, as programs and people pack them."""

from __future__ import annotations

import zipfile
from pathlib import Path

import numpy as np
import pyogrio
import pytest
import shapely

from core.footprints.vector_file import read_features
from core.hatch.errors import InputError

VIRTUAL = "<OGRVRTDataSource><OGRVRTLayer name='a'></OGRVRTLayer></OGRVRTDataSource>"
METADATA = '<?xml version="1.0"?><m xmlns:gml="http://www.opengis.net/gml"></m>'


def write(path: Path) -> Path:
    """A file or folder with a layer of one square, and a field."""
    path.parent.mkdir(parents=True, exist_ok=True)
    pyogrio.raw.write(
        str(path),
        geometry=shapely.to_wkb([shapely.box(0, 0, 10, 10)]),
        field_data=[np.array([7])],
        fields=["n"],
        geometry_type="MultiPolygon" if path.suffix == ".gdb" else "Polygon",
        promote_to_multi=path.suffix == ".gdb",
        driver="OpenFileGDB" if path.suffix == ".gdb" else None,
        crs="EPSG:32631",
    )
    return path


def zipped(path: Path, folder: Path, others: dict[str, str] | None = None) -> Path:
    """A zip of all in a folder, with its folders, and of ``others``, texts by name."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(folder.rglob("*")):
            archive.write(file, file.relative_to(folder))
        for name, text in (others or {}).items():
            archive.writestr(name, text)
    return path


@pytest.mark.parametrize(
    "name", ["l.shp", "sub/dir/l.shp", "sub/l.gpkg", "l.geojson", "l.gdb", "sub/l.gdb"]
)
@pytest.mark.parametrize("zip_name", ["l.zip", "a;b (é).ZIP", "l.shp.zip"])
def test_a_layer_is_read_wherever_it_is_and_whatever_else_there_is(
    tmp_path: Path, name: str, zip_name: str
) -> None:
    write(tmp_path / "files" / name)
    others = {
        f"__MACOSX/._{Path(name).name}": "\0\5\x16\7",
        ".DS_Store": "\0\0\0\1Bud1",
        "desktop.ini": "[.ShellClassInfo]",
        "LICENSE": "CC BY 4.0",
        "sub/README": "Buildings",
        "l.shp.xml": METADATA,
    }
    found = read_features(zipped(tmp_path / zip_name, tmp_path / "files", others))
    assert found.fields["n"].tolist() == [7] and found.crs == "EPSG:32631"
    assert shapely.from_wkb(found.wkb[0]).area == 100


def test_of_several_in_a_folder_one_is_named(tmp_path: Path) -> None:
    for name in ("houses", "parcels"):
        write(tmp_path / "files" / "sub" / f"{name}.shp")
    path = zipped(tmp_path / "l.zip", tmp_path / "files")
    with pytest.raises(InputError, match=r"There are several layers; .* one of .*houses"):
        read_features(path)
    assert len(read_features(f"{path}|layername=houses").wkb) == 1


def test_geojson_with_the_name_of_a_companion_is_read(tmp_path: Path) -> None:
    write(tmp_path / "files" / "l.geojson").rename(tmp_path / "files" / "l.txt")
    assert len(read_features(zipped(tmp_path / "l.zip", tmp_path / "files")).wkb) == 1


@pytest.mark.parametrize("name", [".hidden", "__MACOSX/._l.shp", "LICENSE", "l.gdb/timestamps"])
def test_a_file_that_refers_to_others_is_refused_under_any_name(tmp_path: Path, name: str) -> None:
    write(tmp_path / "files" / "l.shp")
    path = zipped(tmp_path / "l.zip", tmp_path / "files", {name: VIRTUAL})
    with pytest.raises(InputError, match="The file refers to other data"):
        read_features(path)


@pytest.mark.parametrize("name", ["l.tif", "l.gdb/l.tif", "program", "l.gdb/sub/a.gdbtable.exe"])
def test_a_file_of_an_unknown_format_is_refused(tmp_path: Path, name: str) -> None:
    write(tmp_path / "files" / "l.shp")
    path = zipped(tmp_path / "l.zip", tmp_path / "files", {name: "\1\2\3"})
    with pytest.raises(InputError, match="is not a vector file that can be read"):
        read_features(path)


def test_several_files_of_an_archive_are_named(tmp_path: Path) -> None:
    for name in ("a.geojson", "b.geojson"):
        write(tmp_path / "files" / name)
    archive = zipped(tmp_path / "two.zip", tmp_path / "files")
    with pytest.raises(InputError, match=r"several layers \(a\.geojson, b\.geojson\); unpack it"):
        read_features(archive)
