"""The comparison of extractions finds every difference."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest
import shapely
from rasterio.crs import CRS

from bench.same_extractions import compare
from core.footprints.vectorise import Footprints
from core.footprints.write import write_footprints

SQUARES = [shapely.box(0, 0, 9, 9), shapely.box(20, 0, 29, 9)]


def write(path: Path, squares: list[shapely.Polygon], confidence: float = 0.5) -> Path:
    count = len(squares)
    fields = (np.full(count, value) for value in (confidence, 0.0, 81.0))
    footprints = Footprints(np.array(squares, object), *fields, np.ones(count, bool))
    write_footprints(path, iter([footprints]), CRS.from_epsg(32631), "model")
    return path


def test_same_polygons_and_attributes_are_identical(tmp_path):
    old, new = (write(tmp_path / name, SQUARES) for name in ("old.gpkg", "new.gpkg"))
    assert compare(old, new) == ""


@pytest.mark.parametrize(
    ("squares", "confidence", "words"),
    [
        (SQUARES[:1], 0.5, "2 and 1 polygons"),
        (SQUARES[::-1], 0.5, "2 of 2 polygons differ"),
        ([SQUARES[0], shapely.box(20, 0, 29, 9 + 1e-9)], 0.5, "1 of 2 polygons differ"),
        (SQUARES, 0.6, "the field confidence differs"),
    ],
)
def test_difference_is_named(tmp_path, squares, confidence, words):
    old = write(tmp_path / "old.gpkg", SQUARES)
    new = write(tmp_path / "new.gpkg", squares, confidence)
    assert words in compare(old, new)


def test_order_matters_only_if_asked_for(tmp_path):
    old, new = write(tmp_path / "old.gpkg", SQUARES), write(tmp_path / "new.gpkg", SQUARES[::-1])
    assert compare(old, new) and not compare(old, new, any_order=True)
    moved = write(tmp_path / "moved.gpkg", [SQUARES[0], shapely.box(20, 0, 29, 9 + 1e-9)])
    assert "1 of 2 polygons differ" in compare(old, moved, any_order=True)


def test_missing_file_is_named(tmp_path):
    old = write(tmp_path / "old.gpkg", SQUARES)
    assert "new.gpkg is missing" in compare(old, tmp_path / "new.gpkg")
    shutil.copy(old, tmp_path / "new.gpkg")
    assert compare(old, tmp_path / "new.gpkg") == ""
