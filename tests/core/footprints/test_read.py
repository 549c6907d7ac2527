"""Polygons of vector files."""

from __future__ import annotations

import struct
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import pytest
import shapely
from hypothesis import HealthCheck, given, reject, settings
from hypothesis import strategies as st
from pyogrio.errors import GeometryError
from rasterio.crs import CRS
from rasterio.transform import Affine

from core.footprints.area import read_area
from core.footprints.read import Table, buildings_of, read_labels, read_polygons, read_table
from core.footprints.write import write_table
from core.hatch.errors import InputError
from core.raster.grid import Grid

GRID = Grid(CRS.from_epsg(32631), Affine(0.8, 0, 500000, 0, -0.8, 5700000), 200, 200)
HOUSES = [shapely.box(500010 + 30 * i, 5699900, 500022 + 30 * i, 5699908) for i in range(4)]
BOW_TIE = shapely.Polygon(
    [(500010, 5699950), (500020, 5699960), (500020, 5699950), (500010, 5699960)]
)


def write(
    path: Path, geometries: list[Any], crs: str | None = "EPSG:32631", **options: Any
) -> Path:
    """A file of geometries, which may be WKB, with the field n."""
    wkb = [one if isinstance(one, bytes) else shapely.to_wkb(one) for one in geometries]
    pyogrio.raw.write(
        str(path),
        geometry=np.array(wkb, dtype=object),
        field_data=[np.arange(len(wkb))],
        fields=["n"],
        crs=crs,
        **{"geometry_type": "Unknown", **options},
    )
    return path


def test_features_without_a_polygon_are_skipped_and_counted(tmp_path: Path) -> None:
    geometries = [HOUSES[0], None, shapely.Polygon(), shapely.Point(0, 0), BOW_TIE]
    path = write(tmp_path / "l.gpkg", geometries)
    found = read_polygons(path)
    assert len(found.geometries) == 2 and found.crs == "EPSG:32631"
    assert found.repaired == 1
    assert found.warnings == (
        "Polygons that cross themselves or are otherwise invalid were repaired (1); check them if "
        "they matter.",
        "Features without a polygon: 3 of 5 in l.gpkg.",
    )


def test_a_surface_of_valid_faces_is_not_repaired(tmp_path: Path) -> None:
    left, right = HOUSES[0], shapely.transform(HOUSES[0], lambda xy: xy + np.array([12, 0]))
    surface = collected(15, [shapely.to_wkb(face) for face in (left, right, left)])
    found = read_polygons(write(tmp_path / "l.gpkg", [surface]))
    assert found.geometries[0].equals(left.union(right)) and found.warnings == ()


def test_a_table_keeps_every_feature_and_its_fields(tmp_path: Path) -> None:
    table = read_table(write(tmp_path / "l.gpkg", [HOUSES[0], None, HOUSES[1]]))
    assert shapely.is_missing(table.geometries).tolist() == [False, True, False]
    assert table.fields["n"].tolist() == [0, 1, 2]


def test_labels_are_those_on_the_grid_in_its_coordinate_system(tmp_path: Path) -> None:
    elsewhere = shapely.box(0, 0, 1, 1)
    labels = read_labels(write(tmp_path / "l.gpkg", [*HOUSES, elsewhere]), GRID)
    assert len(labels.geometries) == 4 and labels.warnings == ()
    assert CRS.from_wkt(labels.crs) == GRID.crs


@pytest.mark.filterwarnings("ignore:'crs' was not provided")
def test_labels_without_a_coordinate_system_have_that_of_the_grid(tmp_path: Path) -> None:
    labels = read_labels(write(tmp_path / "l.fgb", HOUSES, crs=None), GRID)
    assert len(labels.geometries) == 4
    assert labels.warnings == (
        "There is no coordinate system for the label layer; it is taken to be that of the SAR "
        "layer.",
    )


def test_coordinates_that_are_no_degrees_in_a_system_of_degrees_are_refused(tmp_path: Path) -> None:
    path = write(tmp_path / "l.gpkg", HOUSES, "EPSG:4326")
    for read in (read_polygons, lambda path: read_labels(path, GRID)):
        with pytest.raises(InputError, match=r"not degrees.*l\.gpkg"):
            read(path)


def test_an_area_is_the_union_and_its_warnings_are_logged(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    area = read_area(str(write(tmp_path / "l.gpkg", [*HOUSES, BOW_TIE])))
    assert shapely.from_wkt(area.wkt).area == pytest.approx(4 * 12 * 8 + 50)
    assert "repaired" in caplog.text
    with pytest.raises(InputError, match="has no polygons; choose a file of polygons"):
        read_area(str(write(tmp_path / "points.gpkg", [shapely.Point(0, 0)])))


FIELDS = ["fid", "geom", "ogc_fid", "rowid", "FID_1", "", "a b", "select", 'q"x', "x'y", "é" * 80]


def test_fields_of_any_name_are_written_and_read_again(tmp_path: Path) -> None:
    table = Table(
        np.array([HOUSES[0], None], dtype=object),
        {name: np.array([i, i + 1]) for i, name in enumerate(FIELDS)},
        "EPSG:32631",
    )
    write_table(tmp_path / "l.gpkg", table)
    again = read_table(tmp_path / "l.gpkg")
    assert {name: values.tolist() for name, values in again.fields.items()} == {
        name: [i, i + 1] for i, name in enumerate(FIELDS)
    }


def test_missing_integers_stay_missing_and_integer(tmp_path: Path) -> None:
    values = np.ma.MaskedArray([5, 0], [False, True])
    table = Table(np.array(HOUSES[:2], dtype=object), {"n": values}, "EPSG:32631")
    write_table(tmp_path / "l.gpkg", table)
    again = read_table(tmp_path / "l.gpkg").fields["n"]
    assert again.dtype == np.int64 and again.tolist() == [5, None]


numbers = st.one_of(st.integers(-4, 4).map(float), st.floats(allow_nan=True, allow_infinity=True))
rings = st.lists(st.tuples(numbers, numbers), max_size=6)
polygons = st.tuples(st.sampled_from([3, 17]), st.lists(rings, max_size=3))


def encoded(polygon: tuple[int, list[list[tuple[float, float]]]]) -> bytes:
    kind, rings = polygon
    body = b"".join(
        struct.pack(f"<I{2 * len(ring)}d", len(ring), *np.ravel(ring)) for ring in rings
    )
    return struct.pack("<BII", 1, kind, len(rings)) + body


def collected(kind: int, parts: list[bytes]) -> bytes:
    return struct.pack("<BII", 1, kind, len(parts)) + b"".join(parts)


points = st.builds(lambda x, y: struct.pack("<BIdd", 1, 1, x, y), numbers, numbers)
parts = st.one_of(polygons.map(encoded), points)
soup = st.one_of(
    parts, st.builds(collected, st.sampled_from([6, 7, 15, 16]), st.lists(parts, max_size=4))
)


@given(st.lists(soup, max_size=5), st.sampled_from(["EPSG:32631", "EPSG:4326", "EPSG:3857"]))
@settings(
    max_examples=40,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.filter_too_much],
)
@pytest.mark.filterwarnings("ignore::RuntimeWarning")
def test_any_geometries_give_valid_polygons_or_input_error(
    tmp_path: Path, geometries: list[bytes], crs: str
) -> None:
    path = tmp_path / "soup.gpkg"
    path.unlink(missing_ok=True)
    try:
        write(path, geometries, crs)
    except GeometryError:
        reject()  # GDAL writes no such geometry
    for read in (read_polygons, lambda path: read_labels(path, GRID)):
        try:
            found = read(path).geometries
        except InputError:
            continue
        assert shapely.is_valid(found).all() and not shapely.is_empty(found).any()


def test_polygons_of_a_feature_are_one_building_if_they_touch() -> None:
    boxes = [shapely.box(x, 0, x + 1, 1) for x in (0, 1, 5, 9)]
    corner = shapely.box(6, 1, 7, 2)  # touches that at 5
    geometries = np.array([shapely.MultiPolygon([*boxes[:3], corner]), boxes[3]], object)
    table = Table(geometries, {"a": np.array([1, 2])}, ids=np.array([7, 8]))
    found = buildings_of(table)
    assert shapely.area(found.geometries).tolist() == [2, 2, 1]
    assert found.fields["a"].tolist() == [1, 1, 2] and found.ids.tolist() == [7, 7, 8]
    assert shapely.is_valid(found.geometries).all()
