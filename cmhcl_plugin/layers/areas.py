"""Areas of a job: the view, selected polygons, the extent of a layer."""

from __future__ import annotations

from typing import Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsGeometry,
    QgsMapLayer,
    QgsMapSettings,
    QgsProject,
    QgsSpatialIndex,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QCoreApplication

from ...core.hatch.errors import InputError
from ...core.hatch.jobs import Area
from .layer_names import quoted_names
from .project_layers import is_polygonal

MOST_JOINED = 64  # polygons of one call of GEOS, during which no other thread runs Python

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
        names = quoted_names(layers)
        raise InputError(text.format(names))
    geometries = [feature.geometry() for feature in layers[0].getSelectedFeatures()]
    return area_of(union(geometries), layers[0].crs())


def extent_area(layer: QgsMapLayer) -> Area:
    """The extent of a layer."""
    return area_of(QgsGeometry.fromRect(layer.extent()), layer.crs())


def area_of(geometry: QgsGeometry, crs: QgsCoordinateReferenceSystem) -> Area:
    """The area of a polygon in a coordinate system."""
    wkt = crs.toWkt(QgsCoordinateReferenceSystem.WktVariant.WKT_PREFERRED)
    return Area(wkt=flatten(geometry).asWkt(), crs=wkt)


def union(geometries: list[QgsGeometry]) -> QgsGeometry:
    """The repaired union; the geometries as they are if it cannot be computed.

    Only polygons that touch are joined, so that the time grows with their number and not with its
    square.
    """
    flat = [flatten(geometry) for geometry in geometries if not geometry.isEmpty()]
    polygons = [part for geometry in flat for part in _polygons(geometry.makeValid())]
    joined = [part for group in _touching(polygons) for part in _polygons(_joined(group))]
    return joined[0] if len(joined) == 1 else QgsGeometry.collectGeometry(joined or flat)


def _joined(polygons: list[QgsGeometry]) -> QgsGeometry:
    """The union of polygons that touch, a few at a time."""
    while len(polygons) > 1:
        starts = range(0, len(polygons), MOST_JOINED)
        polygons = [QgsGeometry.unaryUnion(polygons[i : i + MOST_JOINED]) for i in starts]
    return polygons[0]


def _touching(polygons: list[QgsGeometry]) -> list[list[QgsGeometry]]:
    """The polygons in groups: those that touch, directly or by others, are in the same one."""
    index = QgsSpatialIndex()
    for i, polygon in enumerate(polygons):
        index.addFeature(i, polygon.boundingBox())
    groups, rest = [], set(range(len(polygons)))
    while rest:
        first = rest.pop()
        group, following = [], [first]
        while following:
            polygon = polygons[following.pop()]
            group.append(polygon)
            near = rest.intersection(index.intersects(polygon.boundingBox()))
            touching = [i for i in near if polygon.intersects(polygons[i])]
            rest.difference_update(touching)
            following += touching
        groups.append(group)
    return groups


def _polygons(geometry: QgsGeometry) -> list[QgsGeometry]:
    """The polygons of a geometry, without its points and lines."""
    kind = QgsWkbTypes.GeometryType.PolygonGeometry
    return [part for part in geometry.asGeometryCollection() if part.type() == kind]


def flatten(geometry: QgsGeometry) -> QgsGeometry:
    """The geometry in two dimensions, its curves as straight segments."""
    if geometry.isNull():
        return geometry
    abstract = geometry.constGet().segmentize()
    abstract.dropZValue()
    abstract.dropMValue()
    return QgsGeometry(abstract)
