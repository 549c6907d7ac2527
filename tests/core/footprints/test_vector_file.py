"""Layers of vector files: which is read, under what names, and with what fields."""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import sqlite3
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import pytest
import shapely

from core.footprints.times import ZONED
from core.footprints.vector_file import read_features
from core.hatch.errors import InputError

SQUARE = shapely.box(0, 0, 10, 10)


def write(path: Path, geometry: shapely.Geometry = SQUARE, **options: Any) -> Path:
    """A file with one feature."""
    options = {"geometry_type": geometry.geom_type, "crs": "EPSG:32631", **options}
    pyogrio.raw.write(
        os.fsdecode(os.fsencode(path)),
        geometry=shapely.to_wkb([geometry]),
        field_data=[np.array([7])],
        fields=["n"],
        **options,
    )
    return path


def features(source: str | Path) -> int:
    return len(read_features(source, only=()).wkb)


@pytest.fixture
def several(tmp_path: Path) -> Path:
    """A GeoPackage with points, a table without geometries, and buildings last."""
    path = write(tmp_path / "several.gpkg", shapely.Point(0, 0), layer="trees")
    pyogrio.raw.write(
        str(path),
        geometry=None,
        field_data=[np.arange(3)],
        fields=["n"],
        layer="layer_styles",
        append=True,
        geometry_type=None,
    )
    return write(path, layer="buildings", append=True)


def test_the_only_layer_of_polygons_is_read(several: Path) -> None:
    (wkb,) = read_features(several, only=()).wkb
    assert shapely.from_wkb(wkb).equals(SQUARE)


def test_of_several_layers_of_polygons_one_must_be_named(several: Path) -> None:
    write(several, SQUARE.buffer(5), layer="parcels", append=True)
    with pytest.raises(InputError, match=r"\|layername=NAME, .* one of buildings, parcels"):
        features(several)
    (wkb,) = read_features(f"{several}|layername=parcels", only=()).wkb
    assert shapely.from_wkb(wkb).area > 200


def test_a_layer_of_any_geometries_is_read_if_there_is_none_of_polygons(tmp_path: Path) -> None:
    path = write(tmp_path / "any.gpkg", shapely.Point(0, 0), layer="trees")
    write(path, layer="everything", append=True, geometry_type="Unknown")
    (wkb,) = read_features(path, only=()).wkb
    assert shapely.from_wkb(wkb).equals(SQUARE)


def test_a_layer_that_does_not_exist_is_an_error_that_lists_the_layers(several: Path) -> None:
    with pytest.raises(
        InputError, match=r"There is no layer 'houses'; .* layers, trees, buildings"
    ):
        features(f"{several}|layername=houses")


@pytest.mark.parametrize("kind", ["POLYHEDRALSURFACE", "TIN", "TRIANGLE", "MULTISURFACE"])
def test_a_layer_of_surfaces_is_a_layer_of_polygons(several: Path, kind: str) -> None:
    with sqlite3.connect(several) as database:
        database.execute(
            "UPDATE gpkg_geometry_columns SET geometry_type_name = ? WHERE table_name = ?",
            (kind, "buildings"),
        )
    found = read_features(several)
    assert shapely.from_wkb(found.wkb[0]).equals(SQUARE)
    assert found.crs == "EPSG:32631" and found.fields["n"].tolist() == [7]
    assert read_features(several, only=["N"]).fields["N"].tolist() == [7]


@pytest.mark.parametrize("suffix", [".gpkg", ".shp", ".geojson", ".fgb"])
@pytest.mark.parametrize(
    "name",
    ["!new", "a;b?", "a\nb\t", "a b", "100%", "#1", "a|b", "Österreich 建", "(x)&[y]'z", "x" * 240],
)
def test_any_name_is_read(tmp_path: Path, name: str, suffix: str) -> None:
    plain = write(tmp_path / f"plain{suffix}", layer="layer")
    folder = tmp_path / name[:100]
    folder.mkdir()
    for file in tmp_path.glob("plain.*"):  # a shapefile is several files
        file.rename(folder / f"{name}{file.suffix}")
    assert not plain.exists()
    assert features(folder / f"{name}{suffix}") == 1


@pytest.mark.skipif(os.name == "nt", reason="names are not bytes on Windows")
@pytest.mark.parametrize("suffix", [".gpkg", ".geojson"])
def test_a_name_that_is_not_utf8_is_read(tmp_path: Path, suffix: str) -> None:
    name = os.fsdecode(b"M\xfcnchen")
    path = write(tmp_path / f"plain{suffix}").rename(tmp_path / f"{name}{suffix}")
    assert features(path) == 1


@pytest.mark.parametrize("name", ["", "no.gpkg", "x" * 5000, "no\0.gpkg", "a.gpkg|layername=b"])
def test_a_file_that_does_not_exist_is_an_error(name: str) -> None:
    with pytest.raises(InputError, match="does not exist; choose a file of polygons"):
        features(name)


@pytest.mark.parametrize("name", ["text.geojson", "text.gpkg", "text.shp", "text.txt", "."])
def test_what_is_no_vector_file_is_an_error(tmp_path: Path, name: str) -> None:
    if name != ".":
        (tmp_path / name).write_text("no polygons here", encoding="utf-8")
    with pytest.raises(InputError, match="is not a vector file that can be read"):
        features(tmp_path / name)


def test_a_file_without_features_is_read(tmp_path: Path) -> None:
    path = tmp_path / "empty.geojson"
    path.write_text('{"type": "FeatureCollection", "features": []}', encoding="utf-8")
    assert features(path) == 0


def test_a_table_without_geometries_has_no_geometries(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text("a,b\n1,2\n3,4\n", encoding="utf-8")
    assert read_features(path).wkb.tolist() == [None, None]


@pytest.mark.parametrize("name", ["WKT", "geometry", "the_geom", "wkt_geom", "Shape"])
@pytest.mark.parametrize("is_zipped", [False, True])
def test_geometries_of_a_table_have_one_of_the_usual_names(
    tmp_path: Path, name: str, is_zipped: bool
) -> None:
    path = tmp_path / "table.csv"
    path.write_text(f'latitude,{name},a\n51.0,"{SQUARE.wkt}",ß\n', encoding="latin-1")
    if is_zipped:
        path = Path(shutil.make_archive(str(path), "zip", tmp_path, path.name))
    found = read_features(path)
    assert shapely.from_wkb(found.wkb[0]).equals(SQUARE)
    assert [found.fields["latitude"][0], found.fields["a"][0]] == ["51.0", "ß"]


def test_text_that_is_not_utf8_is_read_with_a_note(tmp_path: Path) -> None:
    path = tmp_path / "l.shp"
    pyogrio.raw.write(
        str(path),
        geometry=shapely.to_wkb([SQUARE, SQUARE]),
        field_data=[np.array(["Straße", "Gasse, Straße".encode().decode("cp1252")], dtype=object)],
        fields=["name"],
        crs="EPSG:32631",
        geometry_type="Polygon",
        encoding="cp1252",
    )
    path.with_suffix(".cpg").write_text("UTF-8", encoding="ascii")
    found = read_features(path)
    assert found.fields["name"].tolist() == ["Straße", "Gasse, Straße"]
    assert "not UTF-8" in found.notes[0]
    assert read_features(path, only=()).notes == ()


def test_fields_keep_their_kind(tmp_path: Path) -> None:
    properties = [
        {
            "i": 2**53 + 1,
            "b": True,
            "s": "é",
            "l": [1, 2],
            "t": ["x", "y"],
            "o": {"a": 1},
            "f": 0.5,
        },
        dict.fromkeys("ibsltof"),
    ]
    collection = {
        "type": "FeatureCollection",
        "features": [
            {"type": "Feature", "properties": p, "geometry": shapely.geometry.mapping(SQUARE)}
            for p in properties
        ],
    }
    path = tmp_path / "l.geojson"
    path.write_text(json.dumps(collection), encoding="utf-8")
    fields = read_features(path).fields
    assert fields["i"].dtype == np.int64 and fields["i"].mask.tolist() == [False, True]
    assert fields["b"].dtype == bool and fields["b"].mask.tolist() == [False, True]
    assert fields["s"].tolist() == ["é", None]
    assert fields["l"].tolist() == ["[1, 2]", None]
    assert fields["t"].tolist() == ['["x", "y"]', None]
    assert json.loads(fields["o"][0]) == {"a": 1}


def test_names_of_fields_that_differ_in_case_alone_are_numbered(tmp_path: Path) -> None:
    path = tmp_path / "l.geojson"
    feature = {
        "type": "Feature",
        "properties": {"Name": "a", "name": "b", "NAME": "c"},
        "geometry": shapely.geometry.mapping(SQUARE),
    }
    path.write_text(json.dumps(feature), encoding="utf-8")
    found = read_features(path)
    assert [*found.fields] == ["Name", "name_2", "NAME_3"]
    assert len(found.notes) == 2 and "'name'" in found.notes[0]


@pytest.mark.parametrize("srs_id", [0, -1])
def test_an_undefined_coordinate_system_counts_as_none(tmp_path: Path, srs_id: int) -> None:
    path = write(tmp_path / "l.gpkg", layer="l")
    with sqlite3.connect(path) as database:
        for table in ("gpkg_contents", "gpkg_geometry_columns"):
            database.execute(f"UPDATE {table} SET srs_id = ?", (srs_id,))
    assert read_features(path, only=()).crs == ""


def test_a_coordinate_system_that_is_not_utf8_is_an_error(tmp_path: Path) -> None:
    path = write(tmp_path / "old.shp")
    text = path.with_suffix(".prj").read_bytes()
    path.with_suffix(".prj").write_bytes(text.replace(b"WGS_1984_UTM", b"WGS_\xe7984_UTM"))
    with pytest.raises(InputError, match="coordinate system in the file is damaged"):
        read_features(path, only=())


def test_nothing_is_written_next_to_gml(tmp_path: Path) -> None:
    path = write(tmp_path / "polygons.gml", driver="GML")
    path.with_suffix(".xsd").unlink()
    assert len(read_features(path).wkb) == 1
    assert list(tmp_path.iterdir()) == [path]


def test_shapefile_without_its_index_is_reported_in_one_sentence(tmp_path: Path) -> None:
    path = write(tmp_path / "l.shp")
    path.with_suffix(".shx").unlink()
    with pytest.raises(InputError, match=r"is missing, l.shx; copy it next to this one: .*l.shp"):
        read_features(path)


def test_zipped_shapefile_is_read(tmp_path: Path) -> None:
    write(tmp_path / "l.shp")
    with zipfile.ZipFile(tmp_path / "l.zip", "w") as archive:
        for file in tmp_path.glob("l.[sdp]*"):
            archive.write(file, file.name)
    assert features(tmp_path / "l.zip") == 1


def test_gml_from_a_server_is_read_without_asking_the_server(tmp_path: Path) -> None:
    path = write(tmp_path / "l.gml", driver="GML")
    path.with_suffix(".xsd").unlink()
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.1)
        address = f"http://127.0.0.1:{server.getsockname()[1]}"
        query = "?SERVICE=WFS&amp;REQUEST=DescribeFeatureType&amp;TYPENAME=ogr:l"
        text = path.read_text(encoding="utf-8").replace(
            "ogr:FeatureCollection", "wfs:FeatureCollection"
        )
        text = re.sub(
            r'schemaLocation="[^"]*"', f'schemaLocation="{address} {address}/{query}"', text
        )
        text = text.replace("xmlns:ogr", 'xmlns:wfs="http://www.opengis.net/wfs" xmlns:ogr', 1)
        path.write_text(text, encoding="utf-8")
        assert features(path) == 1
        with pytest.raises(TimeoutError):
            server.accept()


@pytest.mark.parametrize("suffix", [".gpkg", ".geojson", ".fgb"])
@pytest.mark.parametrize("name", ["id", 'an "id"'])
@pytest.mark.parametrize("large", [(2**62 + 1, 123456789012345678), (2**53 + 1,), (-(2**53) - 1,)])
def test_large_integers_stay_exact_if_one_is_missing(tmp_path: Path, suffix, name, large) -> None:
    path = tmp_path / f"a{suffix}"
    numbers = np.array([5, 0, *large])
    pyogrio.raw.write(
        str(path),
        geometry=shapely.to_wkb([SQUARE] * len(numbers)),
        field_data=[numbers],
        field_mask=[np.arange(len(numbers)) == 1],
        fields=[name],
        geometry_type="Polygon",
        crs="EPSG:32631",
    )
    values = read_features(path).fields[name]
    assert sorted(values.tolist(), key=str) == sorted([None, 5, *large], key=str)


def test_dates_and_times_keep_their_kind_and_offset(tmp_path: Path) -> None:
    values = [("2024-01-02T03:04:05+02:00", "2024-01-02", "2024-01-02T03:04:05"), (None,) * 3]
    features = [
        {
            "type": "Feature",
            "properties": dict(zip(("zoned", "day", "time"), row)),
            "geometry": shapely.geometry.mapping(SQUARE),
        }
        for row in values
    ]
    path = tmp_path / "a.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    fields = read_features(path).fields
    assert fields["zoned"].dtype == ZONED and fields["zoned"]["zone"].tolist() == [108, 0]
    assert fields["day"].dtype == "datetime64[D]" and fields["time"].dtype == "datetime64[ms]"
    for name in ("day", "time"):
        assert np.isnat(fields[name]).tolist() == [False, True]


def test_a_time_that_does_not_exist_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "a.geojson"
    geometry = shapely.geometry.mapping(SQUARE)
    properties = {"time": "2024-02-30T03:04:05Z"}
    feature = {"type": "Feature", "properties": properties, "geometry": geometry}
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}))
    with pytest.raises(InputError, match="not a vector file that can be read"):
        read_features(path)


@pytest.mark.parametrize(
    ("encoding", "name", "found"),
    [
        ("UTF-8", "имя здания", "имя з"),  # cut off in the middle of a letter
        ("UTF-8", "Straße", "Straße"),
        ("ISO-8859-1", "Straße", "Straße"),
        ("ISO-8859-1", "Caf\u00e9", "Caf\u00e9"),
    ],
)
def test_text_of_a_shapefile_that_names_no_encoding_is_utf8_if_it_can_be(
    tmp_path: Path, encoding: str, name: str, found: str
) -> None:
    path = tmp_path / "l.shp"
    texts = {"UTF-8": ["Łódź", "plain", None], "ISO-8859-1": ["Café", "Straße", None]}[encoding]
    pyogrio.raw.write(
        str(path),
        geometry=shapely.to_wkb([SQUARE] * 3),
        field_data=[np.array(texts, object)],
        fields=[name],
        crs="EPSG:32631",
        geometry_type="Polygon",
        encoding=encoding,
    )
    path.with_suffix(".cpg").unlink()
    table = bytearray(path.with_suffix(".dbf").read_bytes())
    table[29] = 0  # the number of the encoding
    path.with_suffix(".dbf").write_bytes(table)
    read = read_features(path)
    assert {name: values.tolist() for name, values in read.fields.items()} == {found: texts}
    assert read.notes == ()


@pytest.mark.parametrize("only", [None, ["DAY", "n"]])
def test_dates_that_do_not_exist_are_missing_with_a_note(tmp_path: Path, only) -> None:
    path = tmp_path / "l.shp"
    days = np.array(["2024-02-11", "2024-02-12", "NaT", "2024-02-13"], "datetime64[D]")
    fields = {"n": np.arange(4), "day": days, "street": np.array([*"abc\u00e9"], object)}
    pyogrio.raw.write(
        str(path),
        geometry=shapely.to_wkb([SQUARE] * 4),
        field_data=list(fields.values()),
        fields=list(fields),
        crs="EPSG:32631",
        geometry_type="Polygon",
    )
    table = path.with_suffix(".dbf").read_bytes()
    path.with_suffix(".dbf").write_bytes(
        table.replace(b"20240211", b"20240231").replace(b"20240213", b"00000101")
    )
    found = read_features(path, only)
    day, *others = [found.fields[name].tolist() for name in only or ["day", "n", "street"]]
    assert day == [None, date(2024, 2, 12), None, None]
    assert others == [[0, 1, 2, 3], [*"abc\u00e9"]][: len(others)]
    assert only or list(found.fields) == list(fields)
    assert found.notes == ("Dates that do not exist are left out (2): l.shp.",)
