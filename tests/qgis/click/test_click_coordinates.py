"""Extract by click where map, SAR and results have different coordinate systems."""

from __future__ import annotations

import pytest
import scenes
from click_areas import area_of
from map_mouse import CENTRE, LEFT, TILE_M, Mouse
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QPoint

pytest_plugins = ["map_mouse_fixtures"]


@pytest.mark.parametrize("crs", ["EPSG:3857", "EPSG:4326", "EPSG:3413"])
def test_click_on_a_map_in_another_system_is_transformed(mouse: Mouse, crs: str) -> None:
    layer = mouse.scene()
    change = QgsCoordinateTransform(
        layer.crs(), QgsCoordinateReferenceSystem(crs), QgsProject.instance()
    )
    mouse.canvas.setDestinationCrs(QgsCoordinateReferenceSystem(crs))
    mouse.canvas.setExtent(change.transformBoundingBox(layer.extent()))
    mouse.by_click.action.trigger()
    place = change.transform(CENTRE)
    mouse.move(place)
    shown = mouse.band
    shown.transform(
        QgsCoordinateTransform(change.destinationCrs(), layer.crs(), QgsProject.instance())
    )
    assert shown.area() == pytest.approx(TILE_M**2, rel=0.01)
    mouse.click(place)
    assert mouse.requested().centroid().asPoint().distance(CENTRE) < 3
    mouse.wait()
    assert mouse.layer.crs() == layer.crs() and mouse.layer.featureCount() == 2


def test_tile_of_sar_in_degrees_has_the_size_in_metres(mouse: Mouse) -> None:
    """A tile is as large on the ground whatever the units of SAR."""
    layer = mouse.scene()
    degrees = QgsCoordinateReferenceSystem("EPSG:4326")
    path = mouse.folder / "degrees.tif"
    scenes.gdal.Warp(str(path), layer.source(), dstSRS="EPSG:4326").FlushCache()
    mouse.look_at(scenes.add_raster(path))
    mouse.by_click.action.trigger()
    change = QgsCoordinateTransform(degrees, layer.crs(), QgsProject.instance())
    mouse.settings.scene.choose_sar([mouse.iface.activeLayer()])
    mouse.move(mouse.iface.activeLayer().extent().center())
    shown = mouse.band
    shown.transform(change)
    assert shown.area() == pytest.approx(TILE_M**2, rel=0.01)


def test_rectangle_is_upright_on_a_rotated_map(mouse: Mouse) -> None:
    """A dragged rectangle is upright on the screen; a tile lies as the pixels of SAR do."""
    mouse.scene()
    mouse.by_click.action.trigger()
    mouse.canvas.setRotation(30)
    mouse.move(CENTRE)
    assert mouse.band.boundingBox().width() == pytest.approx(TILE_M, rel=0.01)
    mouse.drag(QPoint(200, 200), QPoint(300, 250), release=False)
    unit = mouse.canvas.mapUnitsPerPixel()
    assert mouse.band.area() == pytest.approx(100 * 50 * unit**2, rel=0.05)
    assert mouse.band.boundingBox().width() < 130 * unit
    assert mouse.band.boundingBox().height() > 80 * unit
    mouse.send("MouseButtonRelease", QPoint(300, 250), LEFT)
    assert mouse.requested().area() > 100 * 50 * unit**2


def test_result_of_another_utm_zone_is_merged_into_the_layer(mouse: Mouse) -> None:
    """Two SAR layers in two UTM zones go into one layer."""
    from cmhcl_footprints.cmhcl_plugin.click import layer as click_layer

    layer = QgsVectorLayer("Polygon?crs=EPSG:32630&field=confidence:double", "", "memory")
    layer.startEditing()
    path = scenes.write_footprints(mouse.folder / "found.gpkg")
    found = QgsVectorLayer(f"{path}|layername=footprints", "", "ogr")
    box = found.extent()
    change = QgsCoordinateTransform(found.crs(), layer.crs(), QgsProject.instance())
    for _ in range(2):
        click_layer.add(layer, found, area_of(box, found.crs()), "Click")
        assert layer.featureCount() == 2
        hull = change.transformBoundingBox(box).buffered(1)
        assert all(hull.contains(f.geometry().boundingBox()) for f in layer.getFeatures())
