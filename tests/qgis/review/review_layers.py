"""Layers of footprints for the tests of reviews."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Optional

import scenes
from osgeo import ogr, osr
from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QWidget

CONFIDENCES = (0.9, 0.55, None, 0.7)
BY_CONFIDENCE = [3, 2, 4, 1]  # their ids, the one without any first


def footprints(
    folder: Path,
    values: tuple[Optional[float], ...] = CONFIDENCES,
    *,
    field: str = "confidence",
    name: str = "found",
) -> QgsVectorLayer:
    """A GeoPackage on the map with a square for each value; the later, the larger."""
    path = folder / f"{name}.gpkg"
    source = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(32631)
    table = source.CreateLayer("footprints", reference, ogr.wkbPolygon)
    table.CreateField(ogr.FieldDefn(field, ogr.OFTReal))
    for i, value in enumerate(values):
        feature = ogr.Feature(table.GetLayerDefn())
        x, y, side = scenes.ORIGIN[0] + 100 * i, scenes.ORIGIN[1], 5 + i
        feature.SetGeometry(
            ogr.CreateGeometryFromWkt(
                f"POLYGON(({x} {y},{x + side} {y},{x + side} {y + side},{x} {y + side},{x} {y}))"
            )
        )
        if value is not None:
            feature.SetField(field, value)
        table.CreateFeature(feature)
    source = table = None
    layer = QgsVectorLayer(f"{path}|layername=footprints", name, "ogr")
    QgsProject.instance().addMapLayer(layer)
    return layer


def states(layer: QgsVectorLayer) -> dict[int, Any]:
    """What the field of the layer says, by id; None where it says nothing."""
    return {f.id(): f["review"] or None for f in layer.getFeatures()}


def press(where: QWidget, key: str) -> None:
    """Press a key in a widget of the active window."""
    QApplication.setActiveWindow(where.window())
    where.setFocus()
    QTest.keyClick(where, key)
