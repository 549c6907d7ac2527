"""Areas of a job: the view, selected polygons, polygons or extent of a layer."""

from __future__ import annotations

from typing import Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeatureRequest,
    QgsGeometry,
    QgsMapLayer,
    QgsMapSettings,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication

from ...core.hatch.errors import InputError
from ...core.hatch.jobs import Area
from .inputs import require_crs
from .project_layers import is_polygonal

translate = QCoreApplication.translate


def view_area(view: QgsMapSettings) -> Area:
    """The visible part of the map, rotation included."""
    polygon = view.visiblePolygon()
    polygon.append(polygon[0])
    return area_of(QgsGeometry.fromQPolygonF(polygon), view.destinationCrs())


def selected_area(active: Optional[QgsVectorLayer], project: QgsProject) -> Area:
    """The selected polygons of the active layer, else of the only layer that has any selected.

    Raises InputError when there are none, or when several layers have some.
    """
    layers = [
        layer
        for layer in project.mapLayers().values()
        if is_polygonal(layer) and layer.selectedFeatureCount() > 0
    ]
    if active in layers:
        layers = [active]
    if not layers:
        raise InputError(
            translate("Layers", "No polygon is selected; select one in a polygon layer.")
        )
    if len(layers) > 1:
        text = translate("Layers", "Polygons are selected in {}; make one of these layers active.")
        names = ", ".join(f"“{layer.name()}”" for layer in layers)
        raise InputError(text.format(names))
    geometries = [feature.geometry() for feature in layers[0].getSelectedFeatures()]
    return area_of(_union(geometries), layers[0].crs())


def polygons_area(layer: QgsVectorLayer) -> Area:
    """The union of all polygons of a layer. Raises InputError when there are none."""
    require_crs(layer)
    request = QgsFeatureRequest().setNoAttributes()
    union = _union([feature.geometry() for feature in layer.getFeatures(request)])
    if union.isEmpty():
        text = translate(
            "Layers", "The layer “{}” has no polygon; draw the area or choose another."
        )
        raise InputError(text.format(layer.name()))
    return area_of(union, layer.crs())


def extent_area(layer: QgsMapLayer) -> Area:
    """The extent of a layer."""
    return area_of(QgsGeometry.fromRect(layer.extent()), layer.crs())


def area_of(geometry: QgsGeometry, crs: QgsCoordinateReferenceSystem) -> Area:
    """The area of a polygon in a coordinate system."""
    wkt = crs.toWkt(QgsCoordinateReferenceSystem.WktVariant.WKT_PREFERRED)
    return Area(wkt=flatten(geometry).asWkt(), crs=wkt)


def _union(geometries: list[QgsGeometry]) -> QgsGeometry:
    """The repaired union; the geometries as they are if it cannot be computed."""
    flat = [flatten(geometry) for geometry in geometries if not geometry.isEmpty()]
    valid = [geometry.makeValid() for geometry in flat]
    union = QgsGeometry.unaryUnion([geometry for geometry in valid if not geometry.isEmpty()])
    return QgsGeometry.collectGeometry(flat) if union.isEmpty() and flat else union


def flatten(geometry: QgsGeometry) -> QgsGeometry:
    """The geometry in two dimensions, its curves as straight segments."""
    if geometry.isNull():
        return geometry
    abstract = geometry.constGet().segmentize()
    abstract.dropZValue()
    abstract.dropMValue()
    return QgsGeometry(abstract)
