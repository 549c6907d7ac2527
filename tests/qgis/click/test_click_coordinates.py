"""Extract by click where map, SAR and results have different coordinate systems."""

from __future__ import annotations

from pathlib import Path

import pytest
import scenes
from click_areas import area_of
from map_mouse import CENTRE, LEFT, Mouse
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsPointXY,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QPoint, Qt

pytest_plugins = ["map_mouse_fixtures"]


@pytest.mark.parametrize("crs", ["EPSG:3857", "EPSG:4326", "EPSG:3413"])
def test_click_on_a_map_in_another_system_is_transformed(mouse: Mouse, crs: str) -> None:
    layer = mouse.scene()
    change = QgsCoordinateTransform(
        layer.crs(), QgsCoordinateReferenceSystem(crs), QgsProject.instance()
    )
    mouse.canvas.setDestinationCrs(QgsCoordinateReferenceSystem(crs))
    mouse.canvas.setExtent(change.transformBoundingBox(layer.extent()))
    mouse.take_tool()
    place = change.transform(CENTRE)
    mouse.click_building(place, accept=False)
    ((x, y),) = mouse.jobs[0].inside
    assert QgsPointXY(x, y).distance(CENTRE) < 3
    assert mouse.preview.contains(place)
    mouse.key(Qt.Key.Key_Return)
    (shape,) = mouse.footprints
    assert mouse.layer.crs() == layer.crs() and shape.contains(CENTRE)
    assert shape.area() == pytest.approx(144)
    mouse.click(place)  # it is found again for a correction
    assert mouse.session.corrected is not None and len(mouse.jobs) == 1


def test_clicks_that_wait_stay_in_place_on_a_map_in_another_system(mouse: Mouse) -> None:
    layer = mouse.scene("late")
    mouse.take_tool()
    places = [QgsPointXY(CENTRE.x() + x, CENTRE.y()) for x in (0, 25, -25)]
    for place in places:
        mouse.click(place)
    mouse.canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    Path(layer.source()).with_suffix(".go").touch()
    mouse.qtbot.waitUntil(lambda: bool(mouse.layer) and len(mouse.footprints) == 2, timeout=15_000)
    mouse.key(Qt.Key.Key_Return)
    mouse.qtbot.waitUntil(lambda: len(mouse.footprints) == 3, timeout=15_000)
    for place in places:
        assert any(shape.contains(place) for shape in mouse.footprints)


def test_area_on_sar_in_degrees_has_its_margin_in_metres(mouse: Mouse) -> None:
    layer = mouse.scene()
    degrees = QgsCoordinateReferenceSystem("EPSG:4326")
    path = mouse.folder / "degrees.tif"
    scenes.gdal.Warp(str(path), layer.source(), dstSRS="EPSG:4326").FlushCache()
    mouse.look_at(scenes.add_raster(path))
    mouse.take_tool()
    mouse.settings.scene.choose_sar([mouse.iface.activeLayer()])
    mouse.drag(QPoint(100, 200), QPoint(200, 300))
    area = mouse.requested()
    drawn = area.boundingBox().width() - 100 * mouse.canvas.mapUnitsPerPixel()
    metres = QgsCoordinateTransform(degrees, layer.crs(), QgsProject.instance())
    centre = area.boundingBox().center()
    other = QgsPointXY(centre.x() + drawn, centre.y())
    apart = metres.transform(centre).distance(metres.transform(other))
    assert apart == pytest.approx(2 * 32 * scenes.PIXEL_M, rel=0.02)


def test_system_set_in_qgis_is_that_of_points_and_footprints(mouse: Mouse) -> None:
    """The file says UTM zone 31, the user zone 32."""
    layer = mouse.scene()
    layer.setCrs(QgsCoordinateReferenceSystem("EPSG:32632"))
    mouse.look_at(layer)
    mouse.take_tool()
    mouse.click_building()
    (job,) = mouse.jobs
    assert "32632" in job.scene.sar_crs
    assert QgsPointXY(*job.inside[0]).distance(CENTRE) < 1
    assert mouse.layer.crs() == layer.crs() and mouse.footprints[0].contains(CENTRE)


def test_rectangle_is_upright_on_a_rotated_map(mouse: Mouse) -> None:
    mouse.scene()
    mouse.by_click.action.trigger()
    mouse.canvas.setRotation(30)
    mouse.drag(QPoint(200, 200), QPoint(300, 250), release=False)
    unit = mouse.canvas.mapUnitsPerPixel()
    assert mouse.drawn.area() == pytest.approx(100 * 50 * unit**2, rel=0.05)
    assert mouse.drawn.boundingBox().width() < 130 * unit
    assert mouse.drawn.boundingBox().height() > 80 * unit
    mouse.send("MouseButtonRelease", QPoint(300, 250), LEFT)
    assert mouse.requested().area() > 100 * 50 * unit**2


def test_result_of_another_utm_zone_is_merged_into_the_layer(mouse: Mouse) -> None:
    """Two SAR layers in two UTM zones go into one layer."""
    from cmhcl_footprints.cmhcl_plugin.click.edits import add_result

    layer = QgsVectorLayer("Polygon?crs=EPSG:32630&field=confidence:double", "", "memory")
    layer.startEditing()
    path = scenes.write_footprints(mouse.folder / "found.gpkg")
    found = QgsVectorLayer(f"{path}|layername=footprints", "", "ogr")
    box = found.extent()
    change = QgsCoordinateTransform(found.crs(), layer.crs(), QgsProject.instance())
    for _ in range(2):
        add_result(layer, found, area_of(box, found.crs()), "Click")
        assert layer.featureCount() == 2
        hull = change.transformBoundingBox(box).buffered(1)
        assert all(hull.contains(f.geometry().boundingBox()) for f in layer.getFeatures())
