"""Vector files of footprints: formats, names, failures."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pyogrio
import pytest
import shapely
from rasterio.crs import CRS

from core.footprints.read import Table, read_table
from core.footprints.times import ZONED, to_utc
from core.footprints.vectorise import Footprints
from core.footprints.write import FootprintFile, formats, write_footprints, write_table
from core.hatch.errors import InputError


def test_file_is_a_layer_also_when_empty(tmp_path: Path) -> None:
    path = tmp_path / "out.gpkg"
    file = FootprintFile(path, CRS.from_epsg(32631), "model")
    info = pyogrio.read_info(path)
    assert info["features"] == 0 and info["layer_name"] == "footprints"
    assert list(info["fields"]) == [
        "confidence",
        "area_m2",
        "optical_share",
        "model",
        "regularised",
    ]
    one = np.array([0.5])
    for x in (0, 100):
        square = np.array([shapely.box(x, 0, x + 9, 9)], object)
        file.add(Footprints(square, one, one, one * 81, np.array([x > 0])))
    meta, _, wkb, fields = pyogrio.raw.read(str(path))
    assert file.count == len(wkb) == 2
    assert meta["crs"] == "EPSG:32631"
    assert fields[3].tolist() == ["model", "model"]
    assert fields[4].tolist() == [False, True] and meta["dtypes"][4] == "bool"


def batch(count: int, left: float = 0) -> Footprints:
    boxes = shapely.box(left + 10 * np.arange(count), 0, left + 10 * np.arange(count) + 9, 9)
    values = np.full(count, 0.5)
    return Footprints(np.asarray(boxes, object), values, values, values, values > 0)


@pytest.mark.parametrize("ending", formats())
@pytest.mark.parametrize("counts", [(), (2, 3)])
def test_extension_decides_the_format(tmp_path, ending, counts):
    path = tmp_path / f"out{ending}"
    batches = iter([batch(count, 100 * count) for count in counts])
    assert write_footprints(path, batches, CRS.from_epsg(32631), "model") == sum(counts)
    table = read_table(path)
    assert len(table.geometries) == sum(counts)
    assert CRS.from_user_input(table.crs) == CRS.from_epsg(32631)
    if counts or ending != ".geojson":  # which has no fields without features
        assert list(table.fields)[3:] == ["model", "regularised"]
        assert table.fields["model"].tolist() == ["model"] * sum(counts)
        assert table.fields["regularised"].dtype == bool
    heads = {".gpkg": b"SQLite", ".geojson": b"{", ".fgb": b"fgb", ".parquet": b"PAR1"}
    assert path.read_bytes().startswith(heads[ending])


@pytest.mark.parametrize("ending", formats())
def test_table_with_missing_geometries_is_written(tmp_path, ending):
    path = tmp_path / f"out{ending}"
    geometries = np.array([shapely.box(0, 0, 1, 1), None], object)
    write_table(path, Table(geometries, {"a": np.array([1, 2])}, "EPSG:32631"))
    assert sorted(read_table(path).fields["a"].tolist()) == [1, 2]


@pytest.mark.parametrize(
    "name", ["!new", "a;b", "what?", "a!b;c", "grün 東", "a#b%20", "\udcfc", "a\nb\tc"]
)
@pytest.mark.parametrize("ending", formats())
def test_folder_of_any_name_can_be_written_to(tmp_path, name, ending):
    folder = tmp_path / name
    folder.mkdir()
    write_footprints(folder / f"out{ending}", iter([batch(2)]), None, "model")
    copy = tmp_path / f"copy{ending}"
    copy.write_bytes((folder / f"out{ending}").read_bytes())
    assert len(read_table(copy).geometries) == 2
    assert [path.name for path in folder.iterdir()] == [f"out{ending}"]


@pytest.mark.parametrize("ending", formats())
def test_times_keep_their_moment_and_their_offset_where_the_format_has_it(tmp_path, ending):
    local = np.array(["2024-01-02T03:04:05.678"] * 3 + ["NaT"], "datetime64[ms]")
    values = np.empty(4, ZONED)
    values["time"], values["zone"] = local, [108, 100, 86, 0]
    table = Table(np.array([shapely.box(0, 0, 1, 1)] * 4, object), {"t": values}, "EPSG:32631")
    write_table(tmp_path / f"out{ending}", table)
    found = read_table(tmp_path / f"out{ending}").fields["t"]
    np.testing.assert_array_equal(to_utc(found)[0], to_utc(values)[0])
    if ending != ".parquet":  # which has one offset for a column
        assert found["zone"][:3].tolist() == [108, 100, 86]


def test_folder_that_vanishes_is_reported_in_one_sentence(tmp_path):
    folder = tmp_path / "gone"
    folder.mkdir()
    file = FootprintFile(folder / "out.gpkg", None, "model")
    shutil.rmtree(folder)
    with pytest.raises(InputError, match="gone cannot be written"):
        file.add(batch(1))


def test_fields_that_a_geopackage_has_no_room_for_are_reported_in_one_sentence(
    tmp_path: Path,
) -> None:
    square = np.array([shapely.box(0, 0, 9, 9)], object)
    fields = {f"f{number}": np.array([number]) for number in range(1998)}
    write_table(tmp_path / "a.gpkg", Table(square, fields, "EPSG:32631"))
    assert list(read_table(tmp_path / "a.gpkg").fields) == list(fields)
    more = Table(square, {**fields, "last": np.array([0])}, "EPSG:32631")
    with pytest.raises(InputError, match=r"at most 1,998 fields; choose .fgb .* of the 1,999"):
        write_table(tmp_path / "b.gpkg", more)
    write_table(tmp_path / "b.fgb", more)
