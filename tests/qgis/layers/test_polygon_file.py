"""Polygons of a layer, written for the worker."""

from __future__ import annotations

import math
from pathlib import Path

import pytest
import scenes
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsGeometry,
    QgsProject,
    QgsVectorLayer,
    QgsWkbTypes,
)


@pytest.mark.parametrize("name", ["建" * 100, "L" * 300, "x/" * 200])
def test_file_of_a_layer_with_a_long_name_can_be_written(name: str, tmp_path: Path) -> None:
    from cmhcl_footprints.cmhcl_plugin.layers.output_paths import probability_path, unused_path

    path = unused_path(tmp_path, name)
    path.touch()
    probability_path(unused_path(tmp_path, name)).touch()


def test_polygons_are_written_as_the_user_sees_them(tmp_path: Path) -> None:
    """Another CRS, a filter, unsaved edits, curves and heights; what is elsewhere is left out."""
    from cmhcl_footprints.cmhcl_plugin.layers.polygon_file import LayerPolygons

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
    LayerPolygons(layer, sar).write(tmp_path / "näme.gpkg")
    layer.rollBack()
    written = QgsVectorLayer(str(tmp_path / "näme.gpkg"), "", "ogr")
    assert written.crs().authid() == "EPSG:32631"
    areas = sorted(f.geometry().area() for f in written.getFeatures())
    assert areas == pytest.approx([math.pi * 4.5**2, 64, 64, 64], rel=1e-3)
    assert written.wkbType() == QgsWkbTypes.Type.MultiPolygon


def test_polygons_of_another_crs_are_found(tmp_path: Path) -> None:
    from cmhcl_footprints.cmhcl_plugin.layers.polygon_file import LayerPolygons

    sar = scenes.add_raster(scenes.write_raster(tmp_path / "sar.tif", scenes.speckle(1)))
    here = QgsGeometry.fromRect(sar.extent())
    to_degrees = QgsCoordinateTransform(
        sar.crs(), QgsCoordinateReferenceSystem("EPSG:4326"), QgsProject.instance()
    )
    here.transform(to_degrees)
    layer = scenes.add_polygon(here.asWkt(), crs="EPSG:4326")
    LayerPolygons(layer, sar).write(tmp_path / "out.gpkg")
    written = QgsVectorLayer(str(tmp_path / "out.gpkg"), "", "ogr")
    assert written.featureCount() == 1 and written.crs().authid() == "EPSG:4326"


def test_polygons_beyond_the_antimeridian_are_written(tmp_path: Path) -> None:
    from cmhcl_footprints.cmhcl_plugin.layers.polygon_file import LayerPolygons

    path = scenes.write_raster(
        tmp_path / "sar.tif", scenes.speckle(1), epsg=4326, origin=(179.0, -17.0)
    )  # as wide as 80 degrees
    house = "Polygon ((-179 -18, -178 -18, -178 -19, -179 -18))"
    layer = scenes.add_polygon(house, crs="EPSG:4326")
    LayerPolygons(layer, scenes.add_raster(path)).write(tmp_path / "out.gpkg")
    assert QgsVectorLayer(str(tmp_path / "out.gpkg"), "", "ogr").featureCount() == 1


def test_labels_elsewhere_are_refused(tmp_path: Path) -> None:
    from cmhcl_footprints.cmhcl_plugin.layers.polygon_file import LayerPolygons
    from cmhcl_footprints.core.hatch.errors import InputError

    sar = scenes.add_raster(scenes.write_raster(tmp_path / "sar.tif", scenes.speckle(1)))
    layer = scenes.add_polygon("Polygon ((0 0, 1 0, 1 1, 0 0))", name="far")
    with pytest.raises(InputError, match="“far” has no polygon where the SAR layer “sar” is"):
        LayerPolygons(layer, sar).write(tmp_path / "out.gpkg")
    layer.setCrs(QgsCoordinateReferenceSystem())
    with pytest.raises(InputError, match="has no coordinate system"):
        LayerPolygons(layer, sar).write(tmp_path / "out.gpkg")
    with pytest.raises(InputError, match=r"cannot be written .*: /proc"):
        LayerPolygons(scenes.add_labels(), sar).write(Path("/proc/out.gpkg"))


@pytest.mark.parametrize("letter", ["L", "建", "𝔏"])
def test_a_layer_with_a_long_name_is_written(tmp_path: Path, letter: str) -> None:
    from cmhcl_footprints.cmhcl_plugin.layers.output_paths import file_stem
    from cmhcl_footprints.cmhcl_plugin.layers.polygon_file import LayerPolygons

    sar = scenes.add_raster(scenes.write_raster(tmp_path / "sar.tif", scenes.speckle(1)))
    layer = scenes.add_labels(name=letter * 300)
    path = tmp_path / f"{file_stem(layer.name())}.gpkg"
    LayerPolygons(layer, sar).write(path)
    assert path.is_file()


@pytest.mark.parametrize(("kind", "value"), [("double", 0.7), ("integer", 1), ("string", "high")])
def test_confidence_is_written_if_it_is_a_number(tmp_path: Path, kind: str, value: object) -> None:
    from cmhcl_footprints.cmhcl_plugin.layers.polygon_file import LayerPolygons

    fields = f"field=confidence:{kind}&field=Review:string"
    layer = QgsVectorLayer(f"Polygon?crs=EPSG:32631&{fields}", "houses", "memory")
    feature = QgsFeature(layer.fields())
    feature.setGeometry(QgsGeometry.fromWkt("Polygon ((0 0, 1 0, 1 1, 0 0))"))
    feature.setAttributes([value, "accepted"])
    layer.dataProvider().addFeature(feature)
    LayerPolygons(layer).write(tmp_path / "out.gpkg")
    (written,) = QgsVectorLayer(str(tmp_path / "out.gpkg"), "", "ogr").getFeatures()
    expected = {"fid": 1, "review": "accepted"}
    if kind != "string":
        expected["confidence"] = pytest.approx(value)
    assert written.attributeMap() == expected
