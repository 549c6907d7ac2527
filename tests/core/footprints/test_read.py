"""Polygons and labels from vector files."""

from __future__ import annotations

import warnings
from pathlib import Path

import numpy as np
import pyogrio
import pytest
import shapely
from rasterio.crs import CRS
from rasterio.transform import Affine

from core.footprints.read import count_invalid, read_labels, read_polygons, read_table
from core.hatch.errors import InputError
from core.raster.grid import Grid

BOW_TIE = shapely.Polygon([(0, 0), (2, 2), (2, 0), (0, 2)])
GRID = Grid(CRS.from_epsg(32631), Affine(1, 0, 600_000, 0, -1, 5_750_000), 100, 100)


def write(path: Path, geometries: list[shapely.Geometry], crs: str | None = "EPSG:32631") -> Path:
    """A GeoPackage of these geometries with a field ``number``."""
    numbers = np.arange(len(geometries))
    wkb = shapely.to_wkb(np.array(geometries, dtype=object))
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="'crs' was not provided")
        pyogrio.raw.write(str(path), wkb, [numbers], ["number"], geometry_type="Unknown", crs=crs)
    return path


def test_only_polygons_are_read_and_they_are_valid(tmp_path: Path) -> None:
    several = shapely.MultiPolygon([shapely.box(3, 0, 4, 1), shapely.box(5, 0, 6, 1)])
    line = shapely.LineString([(0, 0), (1, 1)])
    path = write(tmp_path / "a.gpkg", [shapely.box(0, 0, 1, 1), line, several, BOW_TIE])
    polygons, crs = read_polygons(path)
    assert crs == "EPSG:32631"
    assert shapely.area(polygons).tolist() == [1, 2, 2]
    assert shapely.is_valid(polygons).all()
    assert count_invalid(path) == 1


def test_table_has_all_fields_and_unchanged_geometries(tmp_path: Path) -> None:
    table = read_table(write(tmp_path / "a.gpkg", [BOW_TIE, shapely.box(0, 0, 1, 1)]))
    assert table.fields["number"].tolist() == [0, 1]
    assert shapely.equals(table.geometries[0], BOW_TIE)


def test_labels_are_transformed_to_the_grid(tmp_path: Path) -> None:
    degrees = shapely.box(4.45, 51.89, 4.451, 51.891)
    labels = read_labels(write(tmp_path / "a.gpkg", [degrees], "EPSG:4326"), GRID)
    (left, bottom, right, top) = shapely.bounds(labels[0])
    assert 598_000 < left < right < 602_000 and 5_749_000 < bottom < top < 5_751_000
    assert labels[0].area == pytest.approx(68.9 * 111.3, rel=0.01)


def test_labels_without_a_crs_are_refused_if_the_grid_has_one(tmp_path: Path) -> None:
    path = write(tmp_path / "a.gpkg", [shapely.box(0, 0, 1, 1)], crs=None)
    with pytest.raises(InputError, match="has no coordinate system"):
        read_labels(path, GRID)
    assert len(read_labels(path, Grid(None, GRID.transform, 100, 100))) == 1


def test_file_that_is_missing_or_of_another_kind_is_named(tmp_path: Path) -> None:
    text = tmp_path / "text.gpkg"
    text.write_text("no table")
    for path, words in ((tmp_path / "none.gpkg", "does not exist"), (text, "is not a vector file")):
        with pytest.raises(InputError, match=f"{path.name} {words}"):
            read_polygons(path)
