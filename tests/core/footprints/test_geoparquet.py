"""GeoParquet files: what is written is valid, files of other programs are read."""

from __future__ import annotations

import json
from datetime import date, datetime, time, timezone
from decimal import Decimal
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow
import pyarrow.parquet
import pyproj
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from core.footprints.geoparquet import read_geoparquet, write_geoparquet
from core.footprints.read import read_table
from core.footprints.write import formats, write_table
from core.hatch.errors import InputError

SQUARE, OTHER = shapely.box(0, 0, 10, 10), shapely.box(20, 0, 30, 10)
FIELDS = {
    "text": np.array(["Österreich", None, ""], object),
    "whole": np.ma.MaskedArray([1, 2, 3], [False, True, False]),
    "number": np.array([0.5, np.nan, -1.0]),
    "yes": np.array([True, False, True]),
    "day": np.array(["2026-11-27", "NaT", "1999-01-01"], "datetime64[D]"),
    "time": np.array(["2026-11-27T10:30", "NaT", "1999-01-01"], "datetime64[ms]"),
}


@pytest.fixture
def written(tmp_path: Path) -> Path:
    path = tmp_path / "a.parquet"
    geometries = np.array([SQUARE, None, shapely.MultiPolygon([SQUARE, OTHER])], object)
    write_geoparquet(path, geometries, FIELDS, "EPSG:32631")
    return path


def write_foreign(
    path: Path, geometry: Any = None, fields: dict[str, Any] | None = None, **description: Any
) -> Path:
    """A file as another program writes it, with other names, nested fields and no creator."""
    wkb = [shapely.to_wkb(SQUARE)] if geometry is None else geometry
    columns = {
        "id": pyarrow.array(["08f1"]),
        "names": pyarrow.array([{"primary": "Hütte", "rules": [1, 2]}]),
        "bytes": pyarrow.array([b"\x01\xff"]),
        "day": pyarrow.array([date(2026, 11, 27)]),
        "time": pyarrow.array([datetime(2026, 11, 27, 12, tzinfo=timezone.utc)]),
        "kind": pyarrow.array(["house"]).dictionary_encode(),
        "small": pyarrow.array([7], pyarrow.uint8()),
    }
    columns = {**(columns if fields is None else fields), "shape": pyarrow.array(wkb)}
    column = {"encoding": "WKB", "geometry_types": [], **description}
    geo = {"version": "1.0.0", "primary_column": "shape", "columns": {"shape": column}}
    table = pyarrow.table(columns).replace_schema_metadata({"geo": json.dumps(geo)})
    pyarrow.parquet.write_table(table, path)
    return path


def test_metadata_is_that_of_the_specification(written: Path) -> None:
    file = pyarrow.parquet.read_metadata(written)
    assert json.loads(file.metadata[b"geo"]) == {
        "version": "1.1.0",
        "primary_column": "geometry",
        "columns": {
            "geometry": {
                "encoding": "WKB",
                "geometry_types": ["Polygon", "MultiPolygon"],
                "crs": pyproj.CRS("EPSG:32631").to_json_dict(),
                "bbox": [0.0, 0.0, 30.0, 10.0],
            }
        },
    }


def test_fields_and_geometries_come_back(written: Path) -> None:
    table = read_table(written)
    assert table.geometries[0].equals(SQUARE) and table.geometries[1] is None
    assert table.geometries[2].geom_type == "MultiPolygon"
    assert pyproj.CRS(table.crs) == pyproj.CRS("EPSG:32631")
    assert list(table.fields) == list(FIELDS)
    for name, values in FIELDS.items():
        found = table.fields[name]
        np.testing.assert_array_equal(np.ma.getmaskarray(found), np.ma.getmaskarray(values))
        np.testing.assert_array_equal(found, values)


def test_field_called_geometry_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    fields = {"geometry": np.array(["brick"], object)}
    write_geoparquet(path, np.array([SQUARE], object), fields, "")
    table = read_table(path)
    assert table.fields["geometry"].tolist() == ["brick"] and table.crs == ""


@given(arrays(np.float64, st.integers(0, 5)), st.booleans())
def test_any_numbers_come_back(tmp_path_factory: pytest.TempPathFactory, numbers, multi):
    path = tmp_path_factory.mktemp("any") / "a.parquet"
    one = shapely.MultiPolygon([SQUARE]) if multi else SQUARE
    geometries = np.full(len(numbers), one, object)
    write_geoparquet(path, geometries, {"n": numbers}, "EPSG:4326")
    wkb, columns, _ = read_geoparquet(path)
    assert shapely.equals_exact(shapely.from_wkb(wkb), geometries).all()
    np.testing.assert_array_equal(dict(columns)["n"], numbers)


def test_file_of_another_program_is_read(tmp_path: Path) -> None:
    table = read_table(write_foreign(tmp_path / "a.parquet"))
    values = {name: column.tolist()[0] for name, column in table.fields.items()}
    assert values == {
        "id": "08f1",
        "names": '{"primary": "Hütte", "rules": [1, 2]}',
        "bytes": "01ff",
        "day": date(2026, 11, 27),
        "time": (datetime(2026, 11, 27, 12), 100),  # in UTC
        "kind": "house",
        "small": 7,
    }
    assert pyproj.CRS(table.crs) == pyproj.CRS("OGC:CRS84")  # as there is no key "crs"


def test_values_that_other_formats_cannot_store_are_read(tmp_path: Path) -> None:
    far = pyarrow.array([300_000_000_000_000], pyarrow.timestamp("ms"))  # beyond the year 9999
    fields = {
        "far": far,
        "big": pyarrow.array([2**64 - 1], pyarrow.uint64()),
        "opens": pyarrow.array([time(10, 30)]),
        "FAR": pyarrow.array(["second"]),
    }
    path = write_foreign(tmp_path / "a.parquet", fields=fields)
    table = read_table(path)
    values = {name: column.tolist()[0] for name, column in table.fields.items()}
    assert values == {"far": None, "big": str(2**64 - 1), "opens": "10:30:00", "FAR_2": "second"}
    assert "Two fields are called 'FAR'; the second is now 'FAR_2'" in str(table.warnings[0])
    for ending in formats():
        write_table(tmp_path / f"copy{ending}", table)


@pytest.mark.parametrize(
    ("kind", "values", "wanted"),
    [
        (pyarrow.decimal128(20, 0), ["12345678901234567", None], [12345678901234567, None]),
        (pyarrow.decimal128(30, 0), ["5", None, "12345678901234567890123"], None),
        (pyarrow.decimal128(10, 2), ["0.10", "-7.25"], [0.1, -7.25]),
        (pyarrow.decimal128(20, 2), ["123456789012345678.25", None], None),
        (pyarrow.decimal256(60, 3), ["0.125"], [0.125]),
    ],
)
def test_decimals_are_exact(tmp_path: Path, kind: Any, values: list, wanted: list | None) -> None:
    decimals = [None if value is None else Decimal(value) for value in values]
    wkb = [shapely.to_wkb(SQUARE)] * len(values)
    path = write_foreign(tmp_path / "a.parquet", wkb, {"id": pyarrow.array(decimals, kind)})
    assert read_table(path).fields["id"].tolist() == (wanted or values)


def test_values_in_lists_are_as_those_of_columns(tmp_path: Path) -> None:
    fields = {
        "keys": pyarrow.array([[b"\0\xff", None]]),
        "days": pyarrow.array([[date(2026, 1, 2)]]),
    }
    path = write_foreign(tmp_path / "a.parquet", fields=fields)
    values = {name: column.tolist() for name, column in read_table(path).fields.items()}
    assert values == {"keys": ['["00ff", null]'], "days": ['["2026-01-02"]']}


def test_number_that_is_missing_is_written_as_missing(tmp_path: Path) -> None:
    fields = {
        "n": np.array([0.5, np.nan]),
        "m": np.ma.MaskedArray([0.5, 1.5], [True, False]),
        "f": np.array([np.nan, np.inf], np.float32),
    }
    write_geoparquet(tmp_path / "a.parquet", np.array([SQUARE, OTHER], object), fields, "")
    found = pyarrow.parquet.read_table(tmp_path / "a.parquet").to_pydict()
    assert (found["n"], found["m"], found["f"]) == ([0.5, None], [None, 1.5], [None, np.inf])


def test_values_of_any_objects_are_written_as_text(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    fields = {"opens": np.array([time(10, 30), None], object)}
    write_geoparquet(path, np.array([SQUARE, OTHER], object), fields, "")
    assert read_table(path).fields["opens"].tolist() == ["10:30:00", None]


@pytest.mark.parametrize("kind", [pyarrow.date32(), pyarrow.date64()])
def test_dates_stay_dates_when_read_and_written_again(tmp_path: Path, kind: Any) -> None:
    days = [date(2026, 11, 27), None, date(1200, 1, 1)]
    wkb = [shapely.to_wkb(SQUARE)] * 3
    path = write_foreign(tmp_path / "a.parquet", wkb, {"day": pyarrow.array(days, kind)})
    for ending in (".parquet", ".gpkg", ".geojson"):
        write_table(tmp_path / f"b{ending}", read_table(path))
        found = read_table(tmp_path / f"b{ending}").fields["day"]
        assert found.dtype == "datetime64[D]" and found.tolist() == days
    written = pyarrow.parquet.read_table(tmp_path / "b.parquet").column("day")
    assert written.type == pyarrow.date32() and written.null_count == 1


def test_time_that_is_missing_is_written_as_missing(written: Path) -> None:
    assert pyarrow.parquet.read_table(written).column("time").null_count == 1


@pytest.mark.parametrize("zone", ["+02:00", "-03:30", "UTC"])
def test_times_of_one_zone_keep_their_offset(tmp_path: Path, zone: str) -> None:
    moments = pyarrow.array([datetime(2026, 11, 27, 12), None], pyarrow.timestamp("us", zone))
    wkb = [shapely.to_wkb(SQUARE)] * 2
    path = write_foreign(tmp_path / "a.parquet", wkb, {"time": moments})
    write_table(tmp_path / "b.parquet", read_table(path))
    found = pyarrow.parquet.read_table(tmp_path / "b.parquet").column("time")
    assert found.type == pyarrow.timestamp("ms", zone)
    assert found.to_pylist() == moments.to_pylist()


@pytest.mark.parametrize("layer", ["other", "A"])
def test_layer_that_does_not_exist_is_an_error(written: Path, layer: str) -> None:
    assert len(read_table(f"{written}|layername=a").geometries) == 3
    with pytest.raises(InputError, match=f"There is no layer '{layer}'; choose .* a: .*a.parquet"):
        read_table(f"{written}|layername={layer}")


def test_heights_are_dropped(tmp_path: Path) -> None:
    wkb = [shapely.to_wkb(shapely.force_3d(SQUARE, 7))]
    (geometry,) = read_table(write_foreign(tmp_path / "a.parquet", wkb)).geometries
    assert geometry.equals(SQUARE) and not geometry.has_z


@pytest.mark.parametrize(
    ("description", "words"),
    [
        ({"encoding": "polygon"}, "not stored as WKB; convert the file to a GeoPackage"),
        ({"crs": {"type": "no CRS"}}, "not GeoParquet that can be read; choose another"),
    ],
)
def test_unsupported_geoparquet_is_reported_in_one_sentence(
    tmp_path: Path, description, words: str
) -> None:
    path = write_foreign(tmp_path / "a.parquet", **description)
    with pytest.raises(InputError, match=f"{words}: .*a.parquet"):
        read_table(path)


def test_table_without_geometries_is_reported_in_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    pyarrow.parquet.write_table(pyarrow.table({"a": [1]}), path)
    with pytest.raises(InputError, match="not GeoParquet that can be read; choose another"):
        read_table(path)


def test_without_pyarrow_it_is_neither_offered_nor_read(
    written: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("core.footprints.geoparquet.find_spec", lambda _: None)
    assert ".parquet" not in formats()
    with pytest.raises(InputError, match="needs the Python package pyarrow; install it, or conv"):
        read_table(written)
