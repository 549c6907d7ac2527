"""The pixels of a picture, and what a layer's picture is called."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import scenes
from osgeo import gdal
from qgis.core import QgsGeometry, QgsProject, QgsRasterLayer, QgsRectangle

CORE = Path(__file__).parents[3] / "core"


def grid(sar: Any, area: Any = None, pixel_m: float = 0.8) -> Any:
    from cmhcl_footprints.cmhcl_plugin.online.grid import grid_over

    return grid_over([sar], area, pixel_m, QgsProject.instance())


def area_of(rectangle: QgsRectangle, crs: Any) -> Any:
    from cmhcl_footprints.core.hatch.jobs import Area

    return Area(QgsGeometry.fromRect(rectangle).asWkt(17), crs.toWkt())


def add_sar(folder: Path, size: int = 500) -> Any:
    return scenes.add_raster(scenes.write_raster(folder / "sar.tif", scenes.speckle(1, size)))


def wide(folder: Path, pixels: int) -> Any:
    """A SAR raster of this width and height that takes no room on the disk."""
    options = ["SPARSE_OK=TRUE"]
    path = str(folder / "wide.tif")
    dataset = gdal.GetDriverByName("GTiff").Create(path, pixels, pixels, 1, gdal.GDT_Byte, options)
    source = gdal.Open(str(scenes.write_raster(folder / "a.tif", scenes.speckle(1, 2))))
    dataset.SetGeoTransform(source.GetGeoTransform())
    dataset.SetProjection(source.GetProjection())
    dataset = None
    return scenes.add_raster(path)


def test_whole_layer_at_the_pixel_size_of_the_model(tmp_path: Path) -> None:
    sar = add_sar(tmp_path)
    whole = grid(sar)
    assert (whole.width, whole.height) in {(500, 500), (501, 501)}
    assert whole.extent.buffered(0.01).contains(sar.extent())
    assert abs(grid(sar, pixel_m=0.4).width - 2 * whole.width) <= 2
    assert whole.megabytes == 1


def test_area_has_context_around_it_but_not_beyond_the_layer(tmp_path: Path) -> None:
    sar = add_sar(tmp_path, size=1000)
    middle = QgsRectangle(sar.extent()).scaled(0.1)
    part = grid(sar, area_of(middle, sar.crs()))
    margin = middle.xMinimum() - part.extent.xMinimum()
    assert margin / 0.8 == pytest.approx(64 + 128 + 32 + 4, abs=1)
    left, bottom = sar.extent().xMinimum(), sar.extent().yMinimum()
    corner = QgsRectangle(left, bottom, left + 10, bottom + 10)
    assert sar.extent().buffered(1).contains(grid(sar, area_of(corner, sar.crs())).extent)


def test_covers_only_what_is_within_at_the_same_pixel_size(tmp_path: Path) -> None:
    sar = add_sar(tmp_path, size=1000)
    whole = grid(sar)
    part = grid(sar, area_of(QgsRectangle(sar.extent()).scaled(0.1), sar.crs()))
    assert whole.covers(whole) and whole.covers(part) and not part.covers(whole)
    finer = grid(sar, area_of(QgsRectangle(sar.extent()).scaled(0.1), sar.crs()), 0.4)
    assert not whole.covers(finer)


def test_geographic_layer_has_pixels_of_metres(tmp_path: Path) -> None:
    path = scenes.write_raster(tmp_path / "g.tif", scenes.speckle(1, 10), epsg=4326)
    dataset = gdal.Open(str(path), gdal.GA_Update)
    dataset.SetGeoTransform((3.0, 1e-5, 0, 51.0, 0, -1e-5))
    dataset = None
    found = grid(scenes.add_raster(path), pixel_m=0.1)
    assert found.width == pytest.approx(70, abs=1)  # 1e-4 degrees there are 7.02 m and 11.13 m
    assert found.height == pytest.approx(111, abs=1)


def test_too_many_pixels_are_refused(tmp_path: Path) -> None:
    from cmhcl_footprints.core.hatch.errors import InputError

    sar = wide(tmp_path, 11_000)
    with pytest.raises(InputError, match=r"would have 12\d million pixels, more than 100; choose"):
        grid(sar)
    assert grid(sar, area_of(QgsRectangle(sar.extent()).scaled(0.18), sar.crs())).width < 2_500


def test_area_elsewhere_and_layer_without_a_system_are_refused(tmp_path: Path) -> None:
    from cmhcl_footprints.core.hatch.errors import InputError

    sar = add_sar(tmp_path)
    with pytest.raises(InputError, match="The area is outside the SAR layer “sar”"):
        grid(sar, area_of(QgsRectangle(0, 0, 10, 10), sar.crs()))
    bare = scenes.write_raster(tmp_path / "bare.tif", np.ones((1, 9, 9), np.float32))
    dataset = gdal.Open(str(bare), gdal.GA_Update)
    dataset.SetProjection("")
    dataset = None
    layer = scenes.add_raster(bare)
    assert not layer.crs().isValid()
    with pytest.raises(InputError, match="“bare” has no coordinate system"):
        grid(layer)


@pytest.mark.parametrize(
    ("uri", "host"),
    [
        (
            "type=xyz&url=https://tiles.example.org/{z}/{x}/{y}.png?key%3DSECRET",
            "tiles.example.org",
        ),
        ("type=xyz&url=https://{switch:a,b,c}.example.org/{z}/{x}/{y}.png", "example.org"),
        ("type=xyz&url=https://me:SECRET@example.org:8443/{z}/{x}/{y}.png", "example.org"),
        (
            "crs=EPSG:3857&format=image/png&layers=a&styles=&username=me&password=SECRET&"
            "url=https://wms.example.org/wms?token%3DSECRET",
            "wms.example.org",
        ),
    ],
)
def test_description_has_the_host_but_neither_key_nor_password(uri: str, host: str) -> None:
    from cmhcl_footprints.cmhcl_plugin.online.source import described

    layer = QgsRasterLayer(uri, "map", "wms")
    assert described(layer) == f"map ({host})"


def test_clicks_in_one_cell_need_one_picture(tmp_path: Path) -> None:
    from cmhcl_footprints.cmhcl_plugin.online.click_extent import extent_of_click

    sar = add_sar(tmp_path, 2000)
    project, left = QgsProject.instance(), scenes.ORIGIN[0]
    bottom = sar.extent().yMinimum()
    places = ((10, 10), (500, 400), (600, 400))
    areas = [
        extent_of_click((left + x * 0.8, bottom + y * 0.8), sar, 0.8, project) for x, y in places
    ]
    assert areas[0] == areas[1] != areas[2]
    for (x, y), area in zip(places, areas):
        bounds = QgsGeometry.fromWkt(area.wkt).boundingBox()
        reach = (network_tile() * 3 // 4 - 1) * 0.8
        assert bounds.contains(
            QgsRectangle(
                left + x * 0.8 - reach,
                bottom + y * 0.8 - reach,
                left + x * 0.8 + reach,
                bottom + y * 0.8 + reach,
            )
        )


def network_tile() -> int:
    """Side of the core's tiles, from its source: QGIS's Python has no PyTorch."""
    source = (CORE / "inference" / "click_tile.py").read_text(encoding="utf-8")
    return int(source.split("\nCLICK_TILE = ")[1].split(" ")[0])


def test_picture_of_the_scene_covers_every_area_of_it(tmp_path: Path) -> None:
    sar = add_sar(tmp_path, 701)
    whole, box = grid(sar, pixel_m=0.7), sar.extent()
    for step in range(40):
        right, bottom = box.xMaximum() - step * 1.37, box.yMinimum() + step * 1.91
        area = area_of(QgsRectangle(right - 80, bottom, right, bottom + 80), sar.crs())
        part = grid(sar, area, pixel_m=0.7)
        assert whole.covers(part)
        assert part.width < whole.width and part.height < whole.height
