"""Polygons of a layer in a file that the worker reads."""

from __future__ import annotations

from pathlib import Path

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeature,
    QgsFeatureRequest,
    QgsField,
    QgsFields,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QCoreApplication, QVariant

from ...core.hatch.errors import InputError
from ...core.hatch.names import CONFIDENCE, REGULARISED, REVIEW
from .areas import flatten
from .inputs import require_crs

KEPT = (CONFIDENCE, REVIEW, REGULARISED)  # fields

translate = QCoreApplication.translate


def write_polygons(layer: QgsVectorLayer, near: QgsRasterLayer, path: Path) -> None:
    """Write a layer's polygons within a raster layer's extent into a new GeoPackage.

    They are written as the user sees them: filtered and with unsaved edits, from any provider.
    Raises InputError when there are none or the file cannot be written.
    """
    require_crs(layer)
    request = QgsFeatureRequest().setFilterRect(_extent(near, layer.crs()))
    if not _write_polygons(layer, request, path):
        text = translate(
            "Layers",
            "The layer “{}” has no polygon where the SAR layer “{}” is; "
            "choose another layer, or check the coordinate systems of both.",
        )
        raise InputError(text.format(layer.name(), near.name()))


def write_all_polygons(layer: QgsVectorLayer, path: Path) -> None:
    """Write all polygons of a layer, as ``write_polygons`` does; there may be none."""
    require_crs(layer)
    _write_polygons(layer, QgsFeatureRequest(), path)


def _write_polygons(layer: QgsVectorLayer, request: QgsFeatureRequest, path: Path) -> int:
    """Write polygons with their feature ids and those of KEPT that they have; the number."""
    fields = QgsFields()
    fields.append(QgsField("fid", QVariant.LongLong))
    kept = [index for index in map(layer.fields().indexFromName, KEPT) if index >= 0]
    for index in kept:
        field = QgsField(layer.fields()[index])
        fields.append(
            QgsField(CONFIDENCE, QVariant.Double) if field.name() == CONFIDENCE else field
        )
    request.setSubsetOfAttributes(kept)
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.layerName = "polygons"
    writer = QgsVectorFileWriter.create(
        str(path),
        fields,
        QgsWkbTypes.Type.MultiPolygon,
        layer.crs(),
        QgsProject.instance().transformContext(),
        options,
    )
    written = 0
    for feature in layer.getFeatures(request):
        geometry = flatten(feature.geometry())
        if geometry.isEmpty():
            continue
        geometry.convertToMultiType()
        polygon = QgsFeature(fields)
        polygon.setGeometry(geometry)
        polygon.setAttribute(0, feature.id())
        for number, index in enumerate(kept, start=1):
            polygon.setAttribute(number, feature.attribute(index))
        written += writer.addFeature(polygon)
    problem = writer.errorMessage()
    del writer  # closes the file
    problem = problem or incomplete(path, written)
    if problem:
        text = translate(
            "Layers", "The polygons of “{}” cannot be written ({}); free up disk space: {}"
        )
        raise InputError(text.format(layer.name(), problem, path.parent))
    return written


def incomplete(path: Path, count: int) -> str:
    """What is wrong with a file that should have so many features, as on a full disk; or empty."""
    if QgsVectorLayer(str(path), "", "ogr").featureCount() == count:
        return ""
    return translate("Layers", "the file is incomplete")


def _extent(layer: QgsRasterLayer, crs: QgsCoordinateReferenceSystem) -> QgsRectangle:
    """A layer's extent in another CRS, as a filter; empty, so no filter, if there is none.

    There is none across the antimeridian, where longitudes may be those of either side.
    """
    transform = QgsCoordinateTransform(layer.crs(), crs, QgsProject.instance())
    try:
        extent = transform.transformBoundingBox(layer.extent())
    except QgsCsException:
        return QgsRectangle()
    if crs.isGeographic() and max(-extent.xMinimum(), extent.xMaximum()) > 180:
        return QgsRectangle()
    return extent
