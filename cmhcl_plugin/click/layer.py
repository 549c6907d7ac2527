"""The layer that footprints by click are added to: found, created, searched at a point."""

from __future__ import annotations

from pathlib import Path
from typing import Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsFeatureRequest,
    QgsField,
    QgsFields,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QCoreApplication, QVariant

from ...core.hatch.errors import InputError
from ...core.hatch.names import AREA_M2, CONFIDENCE, LAYER, MODEL, OPTICAL_SHARE, REGULARISED
from ..layers.file_properties import read_property, write_property
from ..layers.output_paths import check_openable
from ..layers.reading import features_of
from ..layers.results import add_footprints
from ..review.decision_field import review_field

PROPERTY = "cmhcl/by_click"  # custom property of the layer, found again in a saved project
# As core/footprints/write.py writes them.
FIELDS = {
    CONFIDENCE: QVariant.Double,
    AREA_M2: QVariant.Double,
    OPTICAL_SHARE: QVariant.Double,
    MODEL: QVariant.String,
    REGULARISED: QVariant.Bool,
}

translate = QCoreApplication.translate


def is_by_click(layer: object) -> bool:
    """Whether it is a layer of footprints by click."""
    return isinstance(layer, QgsVectorLayer) and bool(read_property(layer, PROPERTY))


def find(project: QgsProject) -> Optional[QgsVectorLayer]:
    """The project's layer of footprints by click, None before the first click."""
    for layer in project.mapLayers().values():
        if is_by_click(layer) and layer.isValid():
            return layer
    return None


def create(
    path: Path, crs: QgsCoordinateReferenceSystem, title: str, project: QgsProject
) -> QgsVectorLayer:
    """Add an empty layer to the map, with the fields of footprints and that of reviews.

    ``path`` is a GeoPackage to write. Raises InputError if it cannot be written.
    """
    check_openable(path)
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.layerName = LAYER
    fields = QgsFields()
    for name, kind in FIELDS.items():
        fields.append(QgsField(name, kind))
    fields.append(review_field())  # it cannot be added while footprints are unsaved
    writer = QgsVectorFileWriter.create(
        str(path), fields, QgsWkbTypes.Type.Polygon, crs, project.transformContext(), options
    )
    problem = writer.errorMessage()
    del writer  # closes the file
    if problem:
        text = translate(
            "Clicks", "The footprints cannot be written ({}); choose another folder to save to: {}"
        )
        raise InputError(text.format(problem, path))
    layer = add_footprints(path, crs, title, project)
    write_property(layer, PROPERTY, True)
    return layer


def footprint_at(
    layer: QgsVectorLayer, point: QgsPointXY, crs: QgsCoordinateReferenceSystem
) -> Optional[QgsFeature]:
    """The smallest footprint of the layer at a point, or None. Raises QgsCsException."""
    project = QgsProject.instance()
    place = QgsCoordinateTransform(crs, layer.crs(), project).transform(point)
    request = QgsFeatureRequest().setFilterRect(QgsRectangle(place, place))
    there = [f for f in features_of(layer, request) if f.geometry().contains(place)]
    return min(there, key=lambda feature: feature.geometry().area(), default=None)
