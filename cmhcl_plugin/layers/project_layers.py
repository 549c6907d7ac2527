"""Layers of the project: those of a file, those of polygons."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsLayerTreeLayer,
    QgsMapLayer,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QCoreApplication

from ...core.hatch.databases import is_view
from ...core.hatch.errors import InputError
from ...core.hatch.references import check_references
from ..settings import Settings
from .layer_file import file_of, source_parts

translate = QCoreApplication.translate


def layers_of(path: Path, project: QgsProject) -> list[QgsMapLayer]:
    """The layers of the project that read this file."""
    found = []
    for layer in project.mapLayers().values():
        file = file_of(layer)
        if file and Path(file).resolve() == path.resolve():
            found.append(layer)
    return found


def add_beside(
    layer: QgsMapLayer, other: Optional[QgsMapLayer], project: QgsProject, *, below: bool = False
) -> QgsLayerTreeLayer:
    """Add a layer to the project, directly above or below another one, without one on top."""
    project.addMapLayer(layer, False)
    node = project.layerTreeRoot().findLayer(other.id()) if other else None
    group = node.parent() if node else project.layerTreeRoot()
    return group.insertLayer(group.children().index(node) + below if node else 0, layer)


def same_file(layer: QgsMapLayer, project: QgsProject) -> list[QgsMapLayer]:
    """A layer, and the other layers of the project that read its file."""
    file = file_of(layer)
    return layers_of(Path(file), project) if file else [layer]


def require_no_edits(layers: Iterable[QgsMapLayer]) -> None:
    """Raise InputError if one of the layers is in edit mode."""
    for layer in layers:
        if isinstance(layer, QgsVectorLayer) and layer.isEditable():
            text = translate(
                "Layers", "The layer “{}” is being edited; save its edits or discard them first."
            )
            raise InputError(text.format(layer.name()))


def require_writable(layer: QgsVectorLayer) -> None:
    """Raise InputError if the user has set a layer read-only."""
    if layer.readOnly():
        text = translate(
            "Layers",
            "The layer “{}” is read-only; allow edits in Project > Properties… > Data Sources.",
        )
        raise InputError(text.format(layer.name()))


def require_own_features(layer: QgsVectorLayer) -> None:
    """Raise InputError if a layer is a view or a query, whose features are those of another."""
    parts = source_parts(layer)
    path, table = str(parts.get("path") or ""), str(parts.get("layerName") or "")
    is_query = layer.subsetString().lower().split()[:1] == ["select"]
    if layer.providerType() == "virtual" or is_query or (path and is_view(Path(path), table)):
        text = translate(
            "Layers",
            "The layer “{}” is a view or a query and cannot be edited; choose the layer that it "
            "reads, or save it as a layer of its own (Export > Save Features As…).",
        )
        raise InputError(text.format(layer.name()))


def find_or_add_raster(path: str, project: QgsProject, crs: str = "") -> QgsRasterLayer:
    """The project's layer of a raster file, added if there is none, with this CRS if it is given.

    Raises InputError if the file refers to others, unless the settings allow that.
    """
    if not Settings.load().allow_references:
        check_references(path)
    for layer in project.mapLayers().values():
        if isinstance(layer, QgsRasterLayer) and layer.providerType() == "gdal":
            parts = source_parts(layer)
            is_file = Path(parts.get("path", "")) == Path(path) and not parts.get("layerName")
            if is_file or layer.source() == path:
                return layer
    layer = QgsRasterLayer(path, Path(path).stem)
    if crs:
        layer.setCrs(QgsCoordinateReferenceSystem.fromWkt(crs))
    project.addMapLayer(layer)
    return layer


def is_polygonal(layer: object) -> bool:
    """Whether it is a vector layer of polygons."""
    return (
        isinstance(layer, QgsVectorLayer)
        and layer.geometryType() == QgsWkbTypes.GeometryType.PolygonGeometry
    )
