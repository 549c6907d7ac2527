"""The area that a model was trained on, as a layer on the map."""

from __future__ import annotations

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsFillSymbol,
    QgsGeometry,
    QgsProject,
    QgsVectorLayer,
)
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QCoreApplication

MODEL = "cmhcl/model"  # property of the layer: the folder of its model
STYLE = {
    "color": "90,143,196,40",
    "outline_color": "#5a8fc4",
    "outline_width": "0.7",
    "outline_style": "dash",
}
MARGIN = 1.2


def show_training_area(
    folder: str,
    name: str,
    geometry: QgsGeometry,
    crs: QgsCoordinateReferenceSystem,
    canvas: QgsMapCanvas,
    project: QgsProject,
) -> QgsVectorLayer:
    """Zoom to a model's training area, whose layer is added if it is missing.

    Raises QgsCsException if the area cannot be transformed to the map's coordinate system.
    """
    layer = next(
        (found for found in project.mapLayers().values() if found.customProperty(MODEL) == folder),
        None,
    ) or _add(folder, name, geometry, crs, project)
    transform = QgsCoordinateTransform(crs, canvas.mapSettings().destinationCrs(), project)
    extent = transform.transformBoundingBox(geometry.boundingBox())
    extent.scale(MARGIN)
    canvas.setExtent(extent)
    canvas.refresh()
    return layer


def _add(
    folder: str,
    name: str,
    geometry: QgsGeometry,
    crs: QgsCoordinateReferenceSystem,
    project: QgsProject,
) -> QgsVectorLayer:
    title = QCoreApplication.translate("Models", "Trained on: {}").format(name)
    layer = QgsVectorLayer("MultiPolygon", title, "memory")
    layer.setCrs(crs)
    feature = QgsFeature()
    geometry = QgsGeometry(geometry)
    geometry.convertToMultiType()
    feature.setGeometry(geometry)
    layer.dataProvider().addFeature(feature)
    layer.updateExtents()
    layer.renderer().setSymbol(QgsFillSymbol.createSimple(STYLE))
    layer.setCustomProperty(MODEL, folder)
    # It can be added again at any time, so QGIS need not warn that it will be lost.
    layer.setCustomProperty("skipMemoryLayersCheck", 1)
    project.addMapLayer(layer)
    return layer
