"""Polygons of a layer, as a file that the worker reads and as the area of a job."""

from __future__ import annotations

from pathlib import Path
from typing import Optional

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
    QgsVectorLayerFeatureSource,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QCoreApplication, QVariant

from ...core.hatch.errors import InputError
from ...core.hatch.jobs import Area
from ...core.hatch.names import CONFIDENCE, REGULARISED, REVIEW
from .areas import area_of, flatten, union
from .field_aliases import index_of
from .inputs import require_crs
from .reading import require_complete, require_readable
from .thread_layer import thread_layer

KEPT = (CONFIDENCE, REVIEW, REGULARISED)  # fields

translate = QCoreApplication.translate


class LayerPolygons:
    """The polygons of a layer as the user sees them now: filtered and with unsaved edits.

    Create it in QGIS's thread. Its methods take seconds with tens of thousands of polygons, and
    work in any thread.
    """

    def __init__(self, layer: QgsVectorLayer, near: Optional[QgsRasterLayer] = None) -> None:
        """``near``: only polygons within its extent are read.

        Raises InputError without a CRS, or if the layer cannot be read.
        """
        require_crs(layer)
        self.name = layer.name()
        self._crs = layer.crs()
        require_readable(layer)
        self._provider, self._count = layer.providerType(), layer.featureCount()
        self._source = QgsVectorLayerFeatureSource(layer)
        self._fields = layer.fields()
        self._columns = _columns(self._fields)
        self._transforms = QgsProject.instance().transformContext()
        self._near = near.name() if near else ""
        self._extent = _extent(near, layer.crs()) if near else QgsRectangle()

    def area(self) -> Area:
        """The union of the polygons. Raises InputError when there are none."""
        request = self._request().setNoAttributes()
        found = [feature.geometry() for feature in self._source.getFeatures(request)]
        self._require_complete(len(found))
        joined = union(found)
        if joined.isEmpty():
            text = translate(
                "Layers", "The layer “{}” has no polygon; draw the area or choose another."
            )
            raise InputError(text.format(self.name))
        return area_of(joined, self._crs)

    def write(self, path: Path) -> None:
        """Write them into a new GeoPackage.

        Raises InputError when there are none near the raster layer, if one was given, or when the
        file cannot be written.
        """
        if not self._write(path) and self._near:
            text = translate(
                "Layers",
                "The layer “{}” has no polygon where the SAR layer “{}” is; "
                "choose another layer, or check the coordinate systems of both.",
            )
            raise InputError(text.format(self.name, self._near))

    def _request(self) -> QgsFeatureRequest:
        request = QgsFeatureRequest()
        return request if self._extent.isNull() else request.setFilterRect(self._extent)

    def _require_complete(self, read: int) -> None:
        """Raise InputError if so few of the requested features cannot be all of them."""
        if not self._extent.isNull():
            one = QgsFeatureRequest().setLimit(1)
            if read or any(True for _ in self._source.getFeatures(one)):
                return
        require_complete(self.name, self._provider, read, self._count)

    def _write(self, path: Path) -> int:
        """Write them with their feature ids and those of KEPT that they have; the number."""
        fields = QgsFields()
        fields.append(QgsField("fid", QVariant.LongLong))
        for name, index in self._columns.items():
            field = QgsField(self._fields[index])
            field.setName(name)
            fields.append(QgsField(name, QVariant.Double) if name == CONFIDENCE else field)
        request = self._request()
        request.setSubsetOfAttributes(list(self._columns.values()))
        options = QgsVectorFileWriter.SaveVectorOptions()
        options.layerName = "polygons"
        kind = QgsWkbTypes.Type.MultiPolygon
        writer = QgsVectorFileWriter.create(
            str(path), fields, kind, self._crs, self._transforms, options
        )
        read = written = 0
        for feature in self._source.getFeatures(request):
            read += 1
            geometry = flatten(feature.geometry())
            if geometry.isEmpty():
                continue
            geometry.convertToMultiType()
            polygon = QgsFeature(fields)
            polygon.setGeometry(geometry)
            polygon.setAttribute(0, feature.id())
            for number, index in enumerate(self._columns.values(), start=1):
                polygon.setAttribute(number, feature.attribute(index))
            written += writer.addFeature(polygon)
        problem = writer.errorMessage()
        del writer  # closes the file
        self._require_complete(read)
        problem = problem or incomplete(path, written)
        if problem:
            text = translate(
                "Layers", "The polygons of “{}” cannot be written ({}); free up disk space: {}"
            )
            raise InputError(text.format(self.name, problem, path.parent))
        return written


def _columns(fields: QgsFields) -> dict[str, int]:
    """Indices of the fields of KEPT; a confidence in words is left out."""
    found = {name: index_of(fields, name) for name in KEPT}
    return {
        name: index
        for name, index in found.items()
        if index >= 0 and (name != CONFIDENCE or fields[index].isNumeric())
    }


def incomplete(path: Path, count: int) -> str:
    """What is wrong with a file that should have so many features, as on a full disk; or empty."""
    with thread_layer(str(path)) as layer:
        if layer.featureCount() == count:
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
