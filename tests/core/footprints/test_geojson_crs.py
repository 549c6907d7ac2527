"""The coordinate system of vector files: as it was, or in GeoJSON by code, or degrees."""

from __future__ import annotations

import json

import numpy as np
import pyproj
import pytest
import shapely
from rasterio.crs import CRS

from core.footprints.read import Table, read_table
from core.footprints.vectorise import Footprints
from core.footprints.write import formats, write_footprints, write_table
from core.hatch.errors import InputError

CUSTOM = {
    "projection": "+proj=tmerc +lat_0=51 +lon_0=4 +x_0=600000 +y_0=5750000 +ellps=GRS80 +units=m",
    "feet": "+proj=tmerc +lon_0=3.5 +datum=WGS84 +units=us-ft",
    "bound": "+proj=utm +zone=31 +ellps=intl +towgs84=-87,-98,-121 +units=m",
    "ESRI": "ESRI:102003",
    "geographic": "OGC:CRS27",
}
OFF_EARTH = {
    "Mars": "+proj=eqc +R=3396190 +units=m",
    "local": 'LOCAL_CS["site",UNIT["metre",1]]',
    "heights": "EPSG:5773",
}


def square(crs: str) -> np.ndarray:
    """A polygon, and a missing one."""
    known = pyproj.CRS(crs)
    if known.is_geographic:
        return np.array([shapely.box(4, 51, 4.001, 51.001), None], object)
    return np.array([shapely.box(600_000, 750_000, 600_020, 750_030), None], object)


def places(table: Table) -> np.ndarray:
    """Vertices in longitude and latitude [n, 2]."""
    change = pyproj.Transformer.from_crs(table.crs, "EPSG:4326", always_xy=True)
    return np.stack(change.transform(*shapely.get_coordinates(table.geometries).T), axis=1)


@pytest.mark.parametrize("ending", formats())
@pytest.mark.parametrize("crs", CUSTOM.values(), ids=CUSTOM)
def test_polygons_of_any_coordinate_system_keep_their_place(tmp_path, ending, crs) -> None:
    path = tmp_path / f"a{ending}"
    table = Table(square(crs), {"n": np.arange(2)}, CRS.from_user_input(crs).to_wkt())
    write_table(path, table)
    found = read_table(path)
    np.testing.assert_allclose(places(found), places(table), atol=1e-9)
    assert found.fields["n"].tolist() == [0, 1] and found.geometries[1] is None
    if ending == ".geojson":
        assert found.crs == "EPSG:4326" and "crs" in json.loads(path.read_text())


@pytest.mark.parametrize(
    ("crs", "code"), [("EPSG:32631+5773", 32631), ("+proj=utm +zone=31 +datum=WGS84", 32631)]
)
def test_geojson_names_the_code_of_an_equal_coordinate_system(tmp_path, crs, code) -> None:
    path = tmp_path / "a.geojson"
    table = Table(square(crs), {}, CRS.from_user_input(crs).to_wkt())
    write_table(path, table)
    found = read_table(path)
    assert found.crs == f"EPSG:{code}" and found.geometries[0].equals(table.geometries[0])


@pytest.mark.parametrize("crs", OFF_EARTH.values(), ids=OFF_EARTH)
def test_geojson_of_what_is_not_on_the_earth_is_refused(tmp_path, crs) -> None:
    table = Table(square(crs), {}, CRS.from_user_input(crs).to_wkt())
    with pytest.raises(InputError, match=r"GeoJSON cannot store .*; choose .gpkg or .fgb: "):
        write_table(tmp_path / "a.geojson", table)


@pytest.mark.parametrize("ending", [".gpkg", ".fgb"])
@pytest.mark.parametrize("name", ["Mars", "local"])
def test_other_formats_keep_a_coordinate_system_that_is_not_on_the_earth(
    tmp_path, ending, name
) -> None:
    crs = pyproj.CRS(OFF_EARTH[name])
    write_table(tmp_path / f"a{ending}", Table(square(crs), {}, crs.to_wkt()))
    found = read_table(tmp_path / f"a{ending}")
    assert found.geometries[0].equals(square(crs)[0])
    assert pyproj.CRS(found.crs).to_wkt("WKT1_GDAL") == crs.to_wkt("WKT1_GDAL")


def test_polygons_on_both_sides_of_the_antimeridian_are_from_minus_180_to_180(tmp_path) -> None:
    polar = "+proj=stere +lat_0=-90 +lat_ts=-70 +lon_0=10 +datum=WGS84"
    change = pyproj.Transformer.from_crs("EPSG:4326", polar, always_xy=True).transform
    corners = [change(lon, -75) for lon in (179.9, -179.9)]
    boxes = np.array([shapely.Point(at).buffer(50) for at in corners], object)
    write_table(tmp_path / "a.geojson", Table(boxes, {}, CRS.from_user_input(polar).to_wkt()))
    centres = shapely.get_x(shapely.centroid(read_table(tmp_path / "a.geojson").geometries))
    np.testing.assert_allclose(centres, [179.9, -179.9], atol=1e-4)


def test_footprints_are_refused_before_any_is_found(tmp_path) -> None:
    def batches():
        raise AssertionError("a footprint was asked for")
        yield Footprints

    crs = CRS.from_string(OFF_EARTH["Mars"])
    with pytest.raises(InputError, match="GeoJSON cannot store"):
        write_footprints(tmp_path / "a.geojson", batches(), crs, "model")
