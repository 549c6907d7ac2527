"""Small rasters and layers, made with GDAL."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from osgeo import gdal, osr
from qgis.core import QgsFeature, QgsGeometry, QgsProject, QgsRasterLayer, QgsVectorLayer

gdal.UseExceptions()
ORIGIN = (500_000.0, 5_700_000.0)
PIXEL_M = 0.8


def write_raster(
    path: Path, bands: np.ndarray, *, epsg: int = 32631, origin: tuple[float, float] = ORIGIN
) -> Path:
    """A GeoTIFF of [bands, height, width], PIXEL_M metres a pixel."""
    count, height, width = bands.shape
    kind = gdal.GDT_Byte if bands.dtype == np.uint8 else gdal.GDT_Float32
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), width, height, count, kind)
    dataset.SetGeoTransform((origin[0], PIXEL_M, 0, origin[1], 0, -PIXEL_M))
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(epsg)
    dataset.SetProjection(reference.ExportToWkt())
    for number, band in enumerate(bands, start=1):
        dataset.GetRasterBand(number).WriteArray(band)
    dataset = None
    return path


def speckle(count: int = 2, size: int = 100, seed: int = 0) -> np.ndarray:
    """Amplitude with speckle, float32 [count, size, size]."""
    random = np.random.default_rng(seed)
    return random.rayleigh(30.0, (count, size, size)).astype(np.float32)


def write_footprints(path: Path) -> Path:
    """Two footprints as the worker writes them."""
    from osgeo import ogr

    source = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(32631)
    layer = source.CreateLayer("footprints", reference, ogr.wkbPolygon)
    for name in ("confidence", "area_m2", "optical_share"):
        layer.CreateField(ogr.FieldDefn(name, ogr.OFTReal))
    layer.CreateField(ogr.FieldDefn("model", ogr.OFTString))
    for left, confidence in ((10, 0.55), (40, 0.9)):
        x, y = ORIGIN[0] + left, ORIGIN[1] - 40
        feature = ogr.Feature(layer.GetLayerDefn())
        wkt = f"POLYGON(({x} {y},{x + 20} {y},{x + 20} {y + 12},{x} {y + 12},{x} {y}))"
        feature.SetGeometry(ogr.CreateGeometryFromWkt(wkt))
        feature.SetField("confidence", confidence)
        feature.SetField("area_m2", 240.0)
        layer.CreateFeature(feature)
    return path


def add_raster(path: Path | str, provider: str = "gdal") -> QgsRasterLayer:
    """The raster as a layer of the project."""
    layer = QgsRasterLayer(str(path), Path(path).stem, provider)
    QgsProject.instance().addMapLayer(layer)
    return layer


def add_polygon(wkt: str, *, name: str = "aoi", crs: str = "EPSG:32631") -> QgsVectorLayer:
    """A polygon layer with one feature, selected."""
    layer = QgsVectorLayer(f"Polygon?crs={crs}", name, "memory")
    feature = QgsFeature()
    feature.setGeometry(QgsGeometry.fromWkt(wkt))
    layer.dataProvider().addFeature(feature)
    QgsProject.instance().addMapLayer(layer)
    layer.selectAll()
    return layer


def add_labels(count: int = 3, *, name: str = "houses", crs: str = "EPSG:32631") -> QgsVectorLayer:
    """Square buildings of 8 m in a row, within the first 100 pixels of a scene."""
    layer = QgsVectorLayer(f"Polygon?crs={crs}&field=floors:int", name, "memory")
    for i in range(count):
        x, y = ORIGIN[0] + 10 + 12 * i, ORIGIN[1] - 30
        feature = QgsFeature(layer.fields())
        wkt = f"POLYGON(({x} {y},{x + 8} {y},{x + 8} {y - 8},{x} {y - 8},{x} {y}))"
        feature.setGeometry(QgsGeometry.fromWkt(wkt))
        feature.setAttributes([i])
        layer.dataProvider().addFeature(feature)
    layer.updateExtents()
    QgsProject.instance().addMapLayer(layer)
    return layer


def visible_text(dialog: Any) -> str:
    """What the message of a page or window says; empty when it says nothing."""
    text: str = dialog.messages.text
    return text
