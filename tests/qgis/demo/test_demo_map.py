"""The page of ``make demo``: what is on it, and that the map fills its frame."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest
import scenes
from conftest import REPOSITORY
from osgeo import gdal
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsLayoutExporter,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QImage

MAP = runpy.run_path(str(REPOSITORY / "tools" / "demo_map.py"))


def raster(path: Path, bands: int) -> QgsRasterLayer:
    """50 x 50 m of grey around the footprints of ``scenes``; the left half of band 1 is nodata."""
    file = gdal.GetDriverByName("GTiff").Create(str(path), 50, 50, bands, gdal.GDT_Byte)
    file.SetGeoTransform((599_990.0, 1.0, 0.0, 5_750_010.0, 0.0, -1.0))
    file.SetProjection(QgsCoordinateReferenceSystem("EPSG:32631").toWkt())
    for number in range(1, bands + 1):
        row = [0 if bands == 1 and x < 25 else 90 + x for x in range(50)]
        values = bytes(row * 50)
        file.GetRasterBand(number).WriteRaster(0, 0, 50, 50, values)
        file.GetRasterBand(number).SetNoDataValue(0)
    del file
    return QgsRasterLayer(str(path), path.stem)


@pytest.fixture
def layers(tmp_path: Path) -> tuple[QgsVectorLayer, QgsRasterLayer, QgsRasterLayer]:
    path = scenes.write_footprints(tmp_path / "f.gpkg")
    footprints = QgsVectorLayer(f"{path}|layername=footprints", "footprints", "ogr")
    found = footprints, raster(tmp_path / "sar.tif", 1), raster(tmp_path / "optical.tif", 3)
    QgsProject.instance().addMapLayers(list(found))
    return found


def test_page_has_title_legend_scale_bar_and_sources(
    layers: tuple[QgsVectorLayer, QgsRasterLayer, QgsRasterLayer],
) -> None:
    layout = MAP["make_layout"](QgsProject.instance(), *layers)
    QgsLayoutExporter(layout).renderPageToImage(0)  # gives the legend its size
    page = layout.pageCollection().page(0).rect()
    for name in ("map", "title", "legend", "scale bar", "attribution"):
        item = layout.itemById(name)
        assert item is not None, name
        assert page.contains(item.sceneBoundingRect()), name
    assert "simulated" in layout.itemById("attribution").text()
    assert layout.itemById("map").layers() == list(layers)
    names = [node.name() for node in layout.itemById("legend").model().rootGroup().children()]
    assert names == [layer.name() for layer in layers]


def test_nothing_of_the_page_is_white(
    layers: tuple[QgsVectorLayer, QgsRasterLayer, QgsRasterLayer], tmp_path: Path
) -> None:
    picture = tmp_path / "map.png"
    MAP["write_map"](*layers, picture)
    image = QImage(str(picture))
    assert image.width() > 1500
    pixels = [
        image.pixelColor(x, y)
        for y in range(0, image.height(), 5)
        for x in range(0, image.width(), 5)
    ]
    white = [colour for colour in pixels if min(colour.red(), colour.green(), colour.blue()) > 249]
    assert len(white) < 0.02 * len(pixels)
