"""The labelled area of footprints by click: their surroundings."""

from __future__ import annotations

from typing import Optional

from qgis.core import (
    QgsFeature,
    QgsFeatureRequest,
    QgsFillSymbol,
    QgsGeometry,
    QgsProject,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication

from ..layers.file_properties import read_property, write_property
from ..layers.pixel_size import pixel_at
from ..layers.reading import features_of
from .click_area import buffered

AROUND_M = 10.0
PROPERTY = "cmhcl/area_of_clicks"  # custom property of the layer

translate = QCoreApplication.translate


def show_labelled_area(footprints: QgsVectorLayer, project: QgsProject) -> Optional[QgsVectorLayer]:
    """Add a layer with the area within AROUND_M of the footprints; it replaces an earlier one.

    A building that was not clicked is not in it, unless it is that close to one that was: inside
    the labelled area of a fine-tuning everything without a label is background. The layer is in
    memory, below the footprints. None if there are no footprints.
    """
    request = QgsFeatureRequest().setNoAttributes()
    shapes = [feature.geometry() for feature in features_of(footprints, request)]
    shapes = [shape for shape in shapes if not shape.isEmpty()]
    if not shapes:
        return None
    metre = pixel_at(shapes[0].centroid().asPoint(), footprints.crs(), 1.0, project)
    area = QgsGeometry.unaryUnion([buffered(shape, AROUND_M, metre) for shape in shapes])
    layer = _memory_layer(footprints, area)
    for old in list(project.mapLayers().values()):
        if read_property(old, PROPERTY):
            project.removeMapLayer(old.id())
    project.addMapLayer(layer, False)
    node = project.layerTreeRoot().findLayer(footprints.id())
    group = node.parent() if node else project.layerTreeRoot()
    group.insertLayer(group.children().index(node) + 1 if node else 0, layer)
    return layer


def _memory_layer(footprints: QgsVectorLayer, area: QgsGeometry) -> QgsVectorLayer:
    name = translate("Clicks", "Labelled area")
    layer = QgsVectorLayer("MultiPolygon", name, "memory")
    layer.setCrs(footprints.crs())
    area.convertToMultiType()
    feature = QgsFeature()
    feature.setGeometry(area)
    layer.dataProvider().addFeature(feature)
    layer.updateExtents()
    write_property(layer, PROPERTY, True)
    layer.setCustomProperty("skipMemoryLayersCheck", 1)  # it is made again at the next use
    symbol = QgsFillSymbol.createSimple(
        {"style": "no", "outline_color": "#e8a800", "outline_style": "dash", "outline_width": "0.5"}
    )
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))
    return layer
