"""The labelled area around footprints by click."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import partial
from typing import Optional

from qgis.core import (
    QgsFeature,
    QgsFeatureRequest,
    QgsFillSymbol,
    QgsGeometry,
    QgsMapLayer,
    QgsProject,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication

from ..layers.file_properties import read_property, write_property
from ..layers.pixel_size import pixel_at
from ..layers.project_layers import add_beside
from ..layers.reading import features_of
from .click_area import buffered

AROUND_M = 10.0
PROPERTY = "cmhcl/area_of_clicks"  # custom property of the layer: which it is, as it was made
UNASKED = "skipMemoryLayersCheck"  # QGIS's: it does not ask for the layer at quitting

translate = QCoreApplication.translate


def show_labelled_area(footprints: QgsVectorLayer, project: QgsProject) -> Optional[QgsVectorLayer]:
    """Add a layer with the area within AROUND_M of the footprints.

    It replaces an earlier one of these footprints, unless that was edited or is being edited.

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
        if _is_as_made(old, footprints):
            project.removeMapLayer(old.id())
    add_beside(layer, footprints, project, below=True)
    return layer


def ask_for_edited(layers: Iterable[QgsMapLayer]) -> None:
    """Have QGIS ask at quitting before it drops a labelled area, once the user edits it."""
    for layer in layers:
        if layer.customProperty(UNASKED) and layer.customProperty(PROPERTY):
            layer.layerModified.connect(partial(layer.removeCustomProperty, UNASKED))


def _is_as_made(layer: QgsMapLayer, footprints: QgsVectorLayer) -> bool:
    """Whether it is an area of these footprints that nobody has edited since.

    In a project that was opened it has no polygon any more.
    """
    made = read_property(layer, PROPERTY)
    if not made or layer.isEditable():
        return False
    return layer.featureCount() == 0 or made == _description(layer, footprints)


def _description(layer: QgsVectorLayer, footprints: QgsVectorLayer) -> str:
    """Which layer it is, of which footprints, and a digest of its polygons."""
    digest = hashlib.sha256()
    for feature in layer.getFeatures():
        digest.update(bytes(feature.geometry().asWkb()))
    return f"{layer.id()} {footprints.id()} {digest.hexdigest()}"


def _memory_layer(footprints: QgsVectorLayer, area: QgsGeometry) -> QgsVectorLayer:
    name = translate("Clicks", "Labelled area")
    layer = QgsVectorLayer("MultiPolygon", name, "memory")
    layer.setCrs(footprints.crs())
    area.convertToMultiType()
    feature = QgsFeature()
    feature.setGeometry(area)
    layer.dataProvider().addFeature(feature)
    layer.updateExtents()
    write_property(layer, PROPERTY, _description(layer, footprints))
    layer.setCustomProperty(UNASKED, 1)  # it is made again at the next use
    symbol = QgsFillSymbol.createSimple(
        {"style": "no", "outline_color": "#e8a800", "outline_style": "dash", "outline_width": "0.5"}
    )
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))
    return layer
