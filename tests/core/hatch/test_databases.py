"""Databases whose tables lie in other files are found out."""

from __future__ import annotations

import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import numpy as np
import pyogrio
import pytest
import shapely

from core.footprints.read import read_polygons
from core.hatch.databases import has_tables_elsewhere, is_view
from core.hatch.errors import InputError
from core.hatch.references import check_references


def geopackage(path: Path) -> Path:
    polygon = shapely.to_wkb(shapely.box(0, 0, 9, 9))
    geometry = {"geometry": np.array([polygon], object), "geometry_type": "Polygon"}
    pyogrio.raw.write(path, field_data=[], fields=[], crs="EPSG:32631", **geometry)
    return path


def define(path: Path, definition: str) -> Path:
    """Add a definition to a database, whatever modules it needs."""
    with closing(sqlite3.connect(path)) as file:
        file.execute("PRAGMA writable_schema = 1")
        file.execute("INSERT INTO sqlite_master VALUES ('table', 'v', 'v', 0, ?)", (definition,))
        file.commit()
    return path


@pytest.mark.parametrize(
    "definition",
    [
        "CREATE VIRTUAL TABLE v USING VirtualOGR('/etc/a.csv')",
        "CREATE VIRTUAL TABLE v USING VirtualText('/etc/passwd', 'UTF-8', 0, COMMA)",
        'create virtual table "a using rtree(" using\n"virtualshape"(\'/etc/a\')',
        "create/**/virtual/**/table v using VirtualOGR('/etc/a.csv')",
        "CREATE VIRTUAL TABLE 'v'\"v\" USING rtree(a) /*",
        'CREATE VIRTUAL TABLE "v"" USING rtree(" USING VirtualOGR(\'/etc/a.csv\')',
    ],
)
def test_database_with_a_table_in_another_file_is_refused(tmp_path: Path, definition: str) -> None:
    path = define(geopackage(tmp_path / "labels.gpkg"), definition)
    with pytest.raises(InputError, match=r"\(tables in other files\).*labels\.gpkg"):
        read_polygons(path)
    with pytest.raises(InputError, match="tables in other files"):
        check_references(f"GPKG:{path}:v")
    with zipfile.ZipFile(tmp_path / "labels.zip", "w") as archive:
        archive.write(path, "labels.gpkg")
    with pytest.raises(InputError, match=r"\(tables in other files\).*labels\.zip"):
        read_polygons(tmp_path / "labels.zip")


@pytest.mark.parametrize(
    "definition",
    [
        "CREATE VIRTUAL TABLE SpatialIndex USING VirtualSpatialIndex()",
        "CREATE VIRTUAL TABLE KNN USING VirtualKNN()",
        'CREATE VIRTUAL TABLE "a b" USING fts5(text)',
        'CREATE VIRTUAL TABLE "rtree_the ""new"" houses_geom" USING rtree(id, a, b)',
        "CREATE VIEW v AS SELECT fid, geom FROM labels",
    ],
)
def test_indexes_views_and_tables_of_spatialite_are_allowed(
    tmp_path: Path, definition: str
) -> None:
    path = define(geopackage(tmp_path / "labels.gpkg"), definition)
    assert not has_tables_elsewhere(path)
    check_references(path)


ENDLESS = "WITH {}k(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM k) SELECT i AS fid, geom FROM k, {}"


@pytest.mark.parametrize(
    "rows",
    [
        ENDLESS.format("RECURSIVE ", "labels"),
        ENDLESS.format("", "labels") + " WHERE i < 0",
        f"SELECT fid, geom, ({ENDLESS.format('', 'labels').replace('i AS fid, geom', 'max(i)')}) "
        "AS n FROM labels",
        ENDLESS.format("", "labels") + " WHERE ST_MinX(geom) < 0",  # a function of GDAL
        f"SELECT fid, geom, ST_MinX(geom), ST_MinY(geom) FROM labels{', (VALUES (1), (2))' * 40}",
    ],
)
def test_database_with_an_endless_view_is_refused(
    tmp_path: Path, rows: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("core.hatch.databases._MOST_STEPS", 1_000_000)
    path = geopackage(tmp_path / "labels.gpkg")
    with closing(sqlite3.connect(path)) as file:
        file.execute(f'CREATE VIEW "v ""a" AS {rows}')
        file.commit()
    with pytest.raises(InputError, match=r"view 'v \"a' of the file .*never ends.*labels\.gpkg"):
        read_polygons(path)
    with pytest.raises(InputError, match="never ends"):
        check_references(f"GPKG:{path}:v")
    with zipfile.ZipFile(tmp_path / "labels.zip", "w") as archive:
        archive.write(path, "labels.gpkg")
    with pytest.raises(InputError, match=r"never ends.*labels\.zip"):
        read_polygons(tmp_path / "labels.zip")


@pytest.mark.parametrize(
    "rows",
    [
        "SELECT fid, geom FROM labels",
        "SELECT fid, geom, ST_MinX(geom) AS x FROM labels",
        "WITH RECURSIVE k(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM k LIMIT 9) SELECT * FROM k",
        "SELECT fid, geom FROM no_such_table",
    ],
)
def test_other_views_are_allowed(tmp_path: Path, rows: str) -> None:
    path = geopackage(tmp_path / "labels.gpkg")
    with closing(sqlite3.connect(path)) as file:
        file.execute(f"CREATE VIEW v AS {rows}")
        file.commit()
    check_references(path)
    assert len(read_polygons(path).geometries) == 1


def test_geopackage_with_its_spatial_index_is_read(tmp_path: Path) -> None:
    path = geopackage(tmp_path / "b (é).gpkg")
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.write(path, "in/labels.gpkg")
    assert len(read_polygons(path).geometries) == 1
    assert len(read_polygons(tmp_path / "a.zip").geometries) == 1


def test_damaged_database_is_left_to_who_reads_it(tmp_path: Path) -> None:
    path = geopackage(tmp_path / "labels.gpkg")
    path.write_bytes(path.read_bytes()[:200])
    assert not has_tables_elsewhere(path)
    with pytest.raises(InputError, match="not a vector file that can be read"):
        read_polygons(path)


@pytest.mark.parametrize("name", ["seen", '"seen"', "[seen]", "IF NOT EXISTS 'seen'"])
def test_views_are_told_from_tables(tmp_path: Path, name: str) -> None:
    path = tmp_path / "f.gpkg"
    with closing(sqlite3.connect(path)) as file, file:
        file.execute("CREATE TABLE t (view INTEGER)")
        file.execute(f"CREATE VIEW {name} AS SELECT * FROM t")
    assert is_view(path, "seen") and is_view(path, "Seen")
    assert not is_view(path, "t") and not is_view(path, "")
    with closing(sqlite3.connect(path)) as file, file:
        name = name.split()[-1]
        file.execute(f"CREATE TRIGGER d INSTEAD OF DELETE ON {name} BEGIN SELECT 1; END")
    assert not is_view(path, "seen")  # it can be edited
    assert not is_view(tmp_path / "missing.gpkg", "seen")
    assert not is_view(Path(__file__), "seen")
