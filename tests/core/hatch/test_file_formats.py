"""What files are by their content, and which of them refer to others."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from core.hatch.errors import InputError
from core.hatch.file_formats import is_plain, is_vector_file, kind_of
from core.hatch.references import VARIABLE, check_references, check_vector_file

COLLECTION = '{{"type": "FeatureCollection", {crs}"features": []}}'
LINK = '{"type": "link", "properties": {"href": "http://127.0.0.1:9/crs"}}'
NAME = '{"type": "name", "properties": {"name": "%s"}}'
VIRTUAL = (
    '<OGRVRTDataSource><OGRVRTLayer name="a"><SrcDataSource>/etc/passwd</SrcDataSource>'
    "</OGRVRTLayer></OGRVRTDataSource>"
)
SHAPEFILE = b"\0\0\x27\x0a"


def zip_of(path: Path, **members: bytes | str) -> Path:
    """A compressed zip; ``x_vrt`` is the member x.vrt."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), data)
    return path


@pytest.mark.parametrize(
    "crs",
    [
        f'"crs": {LINK},',
        f'"CRS" : {LINK},',
        f'"\\u0063r\\u0073": {LINK},',
        f'"crs": {LINK.replace("link", "URL")},',
        f'"crs": /* a comment */ {LINK},',
        f"'crs': {LINK},",
        '"crs": {"type": "other"},',
        '"crs": {"type": ["name"]},',
        f'"crs": {NAME % "http://127.0.0.1:9/crs"},',
        f'"crs": {NAME % "/etc/passwd"},',
        '"crs": {broken',
    ],
)
def test_geojson_with_a_coordinate_system_at_an_address_is_refused(
    tmp_path: Path, crs: str
) -> None:
    path = tmp_path / "labels.txt"
    path.write_text("\ufeff\n " + COLLECTION.format(crs=crs), encoding="utf-8")
    with pytest.raises(InputError, match="coordinate system at an address"):
        check_references(path)
    assert kind_of(path)


@pytest.mark.parametrize(
    "crs",
    [
        "",
        '"crs": null,',
        f'"crs": {NAME % "urn:ogc:def:crs:EPSG::32631"},',
        f'"crs": {NAME % "http://www.opengis.net/def/crs/EPSG/0/4326"},',
        '"properties": {"crs": "EPSG:32631", "keys": ["crs", "type"], "type": "link"},',
    ],
)
def test_other_geojson_is_not(tmp_path: Path, crs: str) -> None:
    path = tmp_path / "labels.geojson"
    path.write_text(COLLECTION.format(crs=crs), encoding="utf-8")
    check_vector_file(path)


def test_coordinate_system_is_found_at_the_end_of_a_large_file(tmp_path: Path) -> None:
    path = tmp_path / "labels.geojson"
    path.write_text('{"features": [' + "0," * 100_000 + f'0], "crs": {LINK}}}', encoding="utf-8")
    with pytest.raises(InputError, match="at an address"):
        check_references(path)


@pytest.mark.parametrize(
    "text",
    [
        "<MRF_META><Raster><DataFile>../secret</DataFile></Raster></MRF_META>",
        'PDS_VERSION_ID = PDS3\n^IMAGE = ("../secret", 1)',
        "Object = IsisCube\n ^Core = ../secret",
        '<?xml version="1.0"?><Product_Observational><file_name>../secret</file_name>',
        'DatasetHeader Begin\n DataFile = "../../secret"',
    ],
)
def test_label_of_a_raster_in_another_file_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "sar.tif").write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match="label of a raster in another file"):
        check_references(tmp_path / "sar.tif")


@pytest.mark.parametrize("tag", ["WFS_Capabilities", "wfs:WFS_Capabilities"])
@pytest.mark.parametrize("name", ["labels.gml", "labels.kml", "labels.csv"])
def test_description_of_a_web_feature_service_is_refused(
    tmp_path: Path, tag: str, name: str
) -> None:
    text = f'<?xml version="1.0"?><{tag} xmlns:gml="http://www.opengis.net/gml"/><!-- <kml -->'
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match="web feature service"):
        check_vector_file(tmp_path / name)


def test_binary_file_may_contain_such_words(tmp_path: Path) -> None:
    (tmp_path / "sar.tif").write_bytes(b"II*\0 made from an IsisCube")
    check_references(tmp_path / "sar.tif")
    assert is_plain(tmp_path / "sar.tif")


@pytest.mark.parametrize(
    "members",
    [{"x_vrt": VIRTUAL}, {"a__x_vrt": VIRTUAL}, {"a_shp": SHAPEFILE, "a_prj": VIRTUAL}],
)
@pytest.mark.parametrize("name", ["a.zip", "a.shz", "a.kmz", "a.gpkg.zip"])
def test_zip_with_a_virtual_file_is_refused_unless_references_are_allowed(
    tmp_path: Path, name: str, members: dict, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = zip_of(tmp_path / name, **members)
    with pytest.raises(InputError, match=r"refers to other data \(virtual vector file\)"):
        check_vector_file(path)
    monkeypatch.setenv(VARIABLE, "1")
    check_vector_file(path)


def test_zip_that_begins_like_another_file_is_a_zip(tmp_path: Path) -> None:
    path = zip_of(tmp_path / "a.zip", x_vrt=VIRTUAL)
    path.write_bytes(COLLECTION.format(crs="").encode() + path.read_bytes())
    with pytest.raises(InputError, match="virtual vector file"):
        check_vector_file(path)


def test_zip_with_a_linked_coordinate_system_is_refused(tmp_path: Path) -> None:
    text = COLLECTION.format(crs=f'"crs": {LINK},')
    with pytest.raises(InputError, match="at an address"):
        check_vector_file(zip_of(tmp_path / "a.zip", a_geojson=text))


@pytest.mark.parametrize(
    ("members", "is_read"),
    [
        ({"a__b_shp": SHAPEFILE, "a__b_dbf": b"\3", "read_txt": b"hello"}, True),
        ({"doc_kml": "<?xml version='1.0'?><kml/>", "files__a_png": b"\x89PNG"}, True),
        ({"a_shp": SHAPEFILE, "b_lbl": b"an unknown label"}, False),
        ({"a_dbf": b"\3"}, False),
        ({}, False),
    ],
)
def test_zip_is_read_if_all_its_files_are_known(
    tmp_path: Path, members: dict, is_read: bool
) -> None:
    assert is_vector_file(zip_of(tmp_path / "a.zip", **members)) == is_read


@pytest.mark.parametrize(
    ("name", "data", "is_read"),
    [
        ("a.csv", b"WKT,n\n", True),
        ("a.txt", b"WKT,n\n", False),
        ("a.kml", b"<?xml version='1.0'?>\n<kml>", True),
        ("a.xml", b"<other/>", False),
        ("a.zip", b"PK, but no zip", False),
        ("a.dxf", b"0\nSECTION\n", False),
        ("none.gpkg", None, False),
    ],
)
def test_vector_files_are_told_by_their_content(
    tmp_path: Path, name: str, data: bytes | None, is_read: bool
) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    assert is_vector_file(tmp_path / name) == is_read


def test_folder_is_no_vector_file_unless_it_is_a_geodatabase(tmp_path: Path) -> None:
    (tmp_path / "a.gdb").mkdir()
    assert is_vector_file(tmp_path / "a.gdb") and not is_vector_file(tmp_path)
