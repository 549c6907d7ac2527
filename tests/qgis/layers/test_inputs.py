"""Map layers as inputs of a job."""

from __future__ import annotations

import math
import sqlite3
from pathlib import Path
from typing import Any

import pytest
import scenes
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsGeometry,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
    QgsWkbTypes,
)

SQUARE = "Polygon ((500000 5699950, 500050 5699950, 500050 5700000, 500000 5699950))"


def test_view_area_follows_rotation(qgis_canvas: Any) -> None:
    from cmhcl_footprints.cmhcl_plugin.layers.inputs import view_area

    qgis_canvas.setExtent(QgsRectangle(0, 0, 100, 100))
    straight = QgsGeometry.fromWkt(view_area(qgis_canvas.mapSettings()).wkt)
    qgis_canvas.setRotation(30)
    rotated = QgsGeometry.fromWkt(view_area(qgis_canvas.mapSettings()).wkt)
    qgis_canvas.setRotation(0)
    assert straight.isGeosValid() and rotated.isGeosValid()
    assert rotated.area() == pytest.approx(straight.area(), rel=1e-3)
    assert not rotated.equals(straight)


def test_selected_area() -> None:
    from cmhcl_footprints.cmhcl_plugin.layers.inputs import selected_area

    layer = scenes.add_polygon(SQUARE)
    area = selected_area(None, QgsProject.instance())
    assert QgsGeometry.fromWkt(area.wkt).equals(QgsGeometry.fromWkt(SQUARE))
    assert "32631" in area.crs
    layer.removeSelection()


def test_selected_polygon_that_crosses_itself_is_repaired_and_joined() -> None:
    from cmhcl_footprints.cmhcl_plugin.layers.inputs import selected_area

    bow_tie = "Polygon ((500100 0, 500160 80, 500160 0, 500100 80, 500100 0))"
    layer = scenes.add_polygon(SQUARE)
    crossing = QgsFeature()
    crossing.setGeometry(QgsGeometry.fromWkt(bow_tie))
    layer.dataProvider().addFeature(crossing)
    layer.selectAll()
    area = selected_area(None, QgsProject.instance())
    parts = sum(QgsGeometry.fromWkt(wkt).makeValid().area() for wkt in (SQUARE, bow_tie))
    assert QgsGeometry.fromWkt(area.wkt).area() == pytest.approx(parts) and parts > 2400


@pytest.mark.parametrize("name", ["建" * 100, "L" * 300, "x/" * 200])
def test_file_of_a_layer_with_a_long_name_can_be_written(name: str, tmp_path: Path) -> None:
    from cmhcl_footprints.cmhcl_plugin.layers.output_paths import probability_path, unused_path

    path = unused_path(tmp_path, name)
    path.touch()
    probability_path(unused_path(tmp_path, name)).touch()


def test_system_set_in_qgis_replaces_that_of_the_file(tmp_path: Path) -> None:
    from cmhcl_footprints.cmhcl_plugin.layers.inputs import overriding_crs, sar_crs
    from cmhcl_footprints.core.hatch.errors import InputError

    layers = [
        scenes.add_raster(scenes.write_raster(tmp_path / name, scenes.speckle(1, 50)))
        for name in ("a.tif", "b.tif")
    ]
    assert sar_crs(layers) == "" == overriding_crs(None)
    layers[0].setCrs(QgsCoordinateReferenceSystem("EPSG:32632"))
    found = QgsCoordinateReferenceSystem.fromWkt(overriding_crs(layers[0]))
    assert found.authid() == "EPSG:32632"
    with pytest.raises(InputError, match=r"different coordinate systems.*“a”, “b”"):
        sar_crs(layers)
    layers[1].setCrs(QgsCoordinateReferenceSystem("EPSG:32632"))
    assert sar_crs(layers) == overriding_crs(layers[0])


def test_raster_of_a_project_that_refers_elsewhere_is_not_opened() -> None:
    from cmhcl_footprints.cmhcl_plugin.layers.inputs import find_or_add_raster
    from cmhcl_footprints.cmhcl_plugin.settings import Settings
    from cmhcl_footprints.core.hatch.errors import InputError

    project, path = QgsProject.instance(), "/vsicurl/http://127.0.0.1:9/sar.tif"
    with pytest.raises(InputError, match="connection of GDAL"):
        find_or_add_raster(path, project)
    Settings(allow_references=True).save()
    assert find_or_add_raster(path, project)


def test_selected_polygons_are_repaired() -> None:
    from cmhcl_footprints.cmhcl_plugin.layers.inputs import selected_area

    layer = scenes.add_polygon("Polygon ((0 0, 2 2, 2 0, 0 2, 0 0))")  # a bow tie
    for wkt in ("Polygon ((5 0, 7 0, 7 2, 5 2, 5 0))", "Polygon EMPTY", ""):
        feature = QgsFeature()
        feature.setGeometry(QgsGeometry.fromWkt(wkt))
        layer.dataProvider().addFeature(feature)
    layer.selectAll()
    area = QgsGeometry.fromWkt(selected_area(layer, QgsProject.instance()).wkt)
    assert area.isGeosValid() and area.area() == pytest.approx(2 + 4)


@pytest.mark.parametrize("srs_id", [0, -1])
def test_an_undefined_coordinate_system_is_none(tmp_path: Path, srs_id: int) -> None:
    from cmhcl_footprints.cmhcl_plugin.layers.inputs import polygons_area
    from cmhcl_footprints.core.hatch.errors import InputError

    path = scenes.write_footprints(tmp_path / "a.gpkg")
    with sqlite3.connect(path) as database:
        for table in ("gpkg_contents", "gpkg_geometry_columns"):
            database.execute(f"UPDATE {table} SET srs_id = ?", (srs_id,))
    layer = QgsVectorLayer(str(path), "undefined", "ogr")
    with pytest.raises(InputError, match="“undefined” has no coordinate system"):
        polygons_area(layer)


def test_selection_that_is_missing_or_ambiguous() -> None:
    from cmhcl_footprints.cmhcl_plugin.layers.inputs import selected_area
    from cmhcl_footprints.core.hatch.errors import InputError

    project = QgsProject.instance()
    with pytest.raises(InputError, match="No polygon is selected"):
        selected_area(None, project)
    first, _ = scenes.add_polygon(SQUARE, name="a"), scenes.add_polygon(SQUARE, name="b")
    with pytest.raises(InputError, match="make one of these layers active"):
        selected_area(None, project)
    assert selected_area(first, project).wkt


def test_polygons_are_written_as_the_user_sees_them(tmp_path: Path) -> None:
    """Another CRS, a filter, unsaved edits, curves and heights; what is elsewhere is left out."""
    from cmhcl_footprints.cmhcl_plugin.layers.inputs import write_polygons

    sar = scenes.add_raster(scenes.write_raster(tmp_path / "sar.tif", scenes.speckle(1)))
    layer = scenes.add_labels(4)
    layer.setSubsetString("floors > 0")
    layer.startEditing()
    x, y = scenes.ORIGIN[0] + 40, scenes.ORIGIN[1] - 60
    circle = f"CurvePolygonZ(CircularStringZ({x} {y} 1, {x + 9} {y} 1, {x} {y} 1))"
    far = f"Polygon(({x + 5000} {y}, {x + 5001} {y}, {x + 5001} {y + 1}, {x + 5000} {y}))"
    for wkt in (circle, far):
        feature = QgsFeature(layer.fields())
        feature.setGeometry(QgsGeometry.fromWkt(wkt))
        assert layer.addFeature(feature)
    write_polygons(layer, sar, tmp_path / "näme.gpkg")
    layer.rollBack()
    written = QgsVectorLayer(str(tmp_path / "näme.gpkg"), "", "ogr")
    assert written.crs().authid() == "EPSG:32631"
    areas = sorted(f.geometry().area() for f in written.getFeatures())
    assert areas == pytest.approx([math.pi * 4.5**2, 64, 64, 64], rel=1e-3)
    assert written.wkbType() == QgsWkbTypes.Type.MultiPolygon


def test_polygons_of_another_crs_are_found(tmp_path: Path) -> None:
    from cmhcl_footprints.cmhcl_plugin.layers.inputs import write_polygons

    sar = scenes.add_raster(scenes.write_raster(tmp_path / "sar.tif", scenes.speckle(1)))
    here = QgsGeometry.fromRect(sar.extent())
    to_degrees = QgsCoordinateTransform(
        sar.crs(), QgsCoordinateReferenceSystem("EPSG:4326"), QgsProject.instance()
    )
    here.transform(to_degrees)
    layer = scenes.add_polygon(here.asWkt(), crs="EPSG:4326")
    write_polygons(layer, sar, tmp_path / "out.gpkg")
    written = QgsVectorLayer(str(tmp_path / "out.gpkg"), "", "ogr")
    assert written.featureCount() == 1 and written.crs().authid() == "EPSG:4326"


def test_polygons_beyond_the_antimeridian_are_written(tmp_path: Path) -> None:
    from cmhcl_footprints.cmhcl_plugin.layers.inputs import write_polygons

    path = scenes.write_raster(
        tmp_path / "sar.tif", scenes.speckle(1), epsg=4326, origin=(179.0, -17.0)
    )  # as wide as 80 degrees
    house = "Polygon ((-179 -18, -178 -18, -178 -19, -179 -18))"
    write_polygons(
        scenes.add_polygon(house, crs="EPSG:4326"), scenes.add_raster(path), tmp_path / "out.gpkg"
    )
    assert QgsVectorLayer(str(tmp_path / "out.gpkg"), "", "ogr").featureCount() == 1


def test_labels_elsewhere_are_refused(tmp_path: Path) -> None:
    from cmhcl_footprints.cmhcl_plugin.layers.inputs import write_polygons
    from cmhcl_footprints.core.hatch.errors import InputError

    sar = scenes.add_raster(scenes.write_raster(tmp_path / "sar.tif", scenes.speckle(1)))
    layer = scenes.add_polygon("Polygon ((0 0, 1 0, 1 1, 0 0))", name="far")
    with pytest.raises(InputError, match="“far” has no polygon where the SAR layer “sar” is"):
        write_polygons(layer, sar, tmp_path / "out.gpkg")
    layer.setCrs(QgsCoordinateReferenceSystem())
    with pytest.raises(InputError, match="has no coordinate system"):
        write_polygons(layer, sar, tmp_path / "out.gpkg")
    with pytest.raises(InputError, match=r"cannot be written .*: /proc"):
        write_polygons(scenes.add_labels(), sar, Path("/proc/out.gpkg"))


def test_polygons_area_mends_and_joins() -> None:
    from cmhcl_footprints.cmhcl_plugin.layers.inputs import polygons_area
    from cmhcl_footprints.core.hatch.errors import InputError

    layer = scenes.add_polygon("Polygon ((0 0, 2 2, 2 0, 0 2, 0 0))")  # a bow tie
    second = QgsFeature()
    second.setGeometry(QgsGeometry.fromWkt("PolygonZ ((2 0 5, 4 0 5, 4 2 5, 2 2 5, 2 0 5))"))
    layer.dataProvider().addFeature(second)
    union = QgsGeometry.fromWkt(polygons_area(layer).wkt)
    assert union.isGeosValid() and union.area() == pytest.approx(2 + 4)
    assert not QgsWkbTypes.hasZ(union.wkbType())
    layer.dataProvider().truncate()
    with pytest.raises(InputError, match="has no polygon"):
        polygons_area(layer)


@pytest.mark.parametrize("letter", ["L", "建", "𝔏"])
def test_a_layer_with_a_long_name_is_written(tmp_path: Path, letter: str) -> None:
    from cmhcl_footprints.cmhcl_plugin.layers.inputs import write_polygons
    from cmhcl_footprints.cmhcl_plugin.layers.output_paths import file_stem

    sar = scenes.add_raster(scenes.write_raster(tmp_path / "sar.tif", scenes.speckle(1)))
    layer = scenes.add_labels(name=letter * 300)
    path = tmp_path / f"{file_stem(layer.name())}.gpkg"
    write_polygons(layer, sar, path)
    assert path.is_file()
