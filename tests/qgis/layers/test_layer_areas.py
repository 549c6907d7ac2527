"""Areas of a job, from the map and from layers."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import pytest
import scenes
from qgis.core import QgsFeature, QgsGeometry, QgsProject, QgsRectangle, QgsVectorLayer, QgsWkbTypes

SQUARE = "Polygon ((500000 5699950, 500050 5699950, 500050 5700000, 500000 5699950))"


def test_view_area_follows_rotation(qgis_canvas: Any) -> None:
    from cmhcl_footprints.cmhcl_plugin.layers.areas import view_area

    qgis_canvas.setExtent(QgsRectangle(0, 0, 100, 100))
    straight = QgsGeometry.fromWkt(view_area(qgis_canvas.mapSettings()).wkt)
    qgis_canvas.setRotation(30)
    rotated = QgsGeometry.fromWkt(view_area(qgis_canvas.mapSettings()).wkt)
    qgis_canvas.setRotation(0)
    assert straight.isGeosValid() and rotated.isGeosValid()
    assert rotated.area() == pytest.approx(straight.area(), rel=1e-3)
    assert not rotated.equals(straight)


def test_selected_polygon_is_the_area_in_the_project_crs() -> None:
    from cmhcl_footprints.cmhcl_plugin.layers.areas import selected_area

    layer = scenes.add_polygon(SQUARE)
    area = selected_area(None, QgsProject.instance())
    assert QgsGeometry.fromWkt(area.wkt).equals(QgsGeometry.fromWkt(SQUARE))
    assert "32631" in area.crs
    layer.removeSelection()


def test_selected_polygon_that_crosses_itself_is_repaired_and_joined() -> None:
    from cmhcl_footprints.cmhcl_plugin.layers.areas import selected_area

    bow_tie = "Polygon ((500100 0, 500160 80, 500160 0, 500100 80, 500100 0))"
    layer = scenes.add_polygon(SQUARE)
    crossing = QgsFeature()
    crossing.setGeometry(QgsGeometry.fromWkt(bow_tie))
    layer.dataProvider().addFeature(crossing)
    layer.selectAll()
    area = selected_area(None, QgsProject.instance())
    parts = sum(QgsGeometry.fromWkt(wkt).makeValid().area() for wkt in (SQUARE, bow_tie))
    assert QgsGeometry.fromWkt(area.wkt).area() == pytest.approx(parts) and parts > 2400


def test_selected_polygons_are_repaired() -> None:
    from cmhcl_footprints.cmhcl_plugin.layers.areas import selected_area

    layer = scenes.add_polygon("Polygon ((0 0, 2 2, 2 0, 0 2, 0 0))")  # a bow tie
    for wkt in ("Polygon ((5 0, 7 0, 7 2, 5 2, 5 0))", "Polygon EMPTY", ""):
        feature = QgsFeature()
        feature.setGeometry(QgsGeometry.fromWkt(wkt))
        layer.dataProvider().addFeature(feature)
    layer.selectAll()
    area = QgsGeometry.fromWkt(selected_area(layer, QgsProject.instance()).wkt)
    assert area.isGeosValid() and area.area() == pytest.approx(2 + 4)


@pytest.mark.parametrize("srs_id", [0, -1])
def test_an_undefined_coordinate_system_counts_as_none(tmp_path: Path, srs_id: int) -> None:
    from cmhcl_footprints.cmhcl_plugin.layers.polygon_file import LayerPolygons
    from cmhcl_footprints.core.hatch.errors import InputError

    path = scenes.write_footprints(tmp_path / "a.gpkg")
    with sqlite3.connect(path) as database:
        for table in ("gpkg_contents", "gpkg_geometry_columns"):
            database.execute(f"UPDATE {table} SET srs_id = ?", (srs_id,))
    layer = QgsVectorLayer(str(path), "undefined", "ogr")
    with pytest.raises(InputError, match="“undefined” has no coordinate system"):
        LayerPolygons(layer).area()


def test_selection_that_is_missing_or_ambiguous() -> None:
    from cmhcl_footprints.cmhcl_plugin.layers.areas import selected_area
    from cmhcl_footprints.core.hatch.errors import InputError

    project = QgsProject.instance()
    with pytest.raises(InputError, match="No polygon is selected"):
        selected_area(None, project)
    first, _ = scenes.add_polygon(SQUARE, name="a"), scenes.add_polygon(SQUARE, name="b")
    with pytest.raises(InputError, match="make one of these layers active"):
        selected_area(None, project)
    assert selected_area(first, project).wkt


def test_polygons_that_touch_are_joined_and_others_are_not() -> None:
    """More than are joined at a time, in rows that do not touch each other."""
    from cmhcl_footprints.cmhcl_plugin.layers.areas import MOST_JOINED, union

    columns = MOST_JOINED + 6
    cells = [
        QgsGeometry.fromRect(QgsRectangle(x, 2 * row, x + 1, 2 * row + 1))
        for row in range(3)
        for x in range(columns)
    ]
    joined = union(cells)
    rows = joined.asGeometryCollection()
    assert [row.area() for row in rows] == [columns] * 3 and joined.isGeosValid()


def test_polygons_area_mends_and_joins() -> None:
    from cmhcl_footprints.cmhcl_plugin.layers.polygon_file import LayerPolygons
    from cmhcl_footprints.core.hatch.errors import InputError

    layer = scenes.add_polygon("Polygon ((0 0, 2 2, 2 0, 0 2, 0 0))")  # a bow tie
    second = QgsFeature()
    second.setGeometry(QgsGeometry.fromWkt("PolygonZ ((2 0 5, 4 0 5, 4 2 5, 2 2 5, 2 0 5))"))
    layer.dataProvider().addFeature(second)
    union = QgsGeometry.fromWkt(LayerPolygons(layer).area().wkt)
    assert union.isGeosValid() and union.area() == pytest.approx(2 + 4)
    assert not QgsWkbTypes.hasZ(union.wkbType())
    layer.dataProvider().truncate()
    with pytest.raises(InputError, match="has no polygon"):
        LayerPolygons(layer).area()
