"""Adds results to the map: footprints, comparisons and blocks as styled layers."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeatureRequest,
    QgsLayerTreeLayer,
    QgsMapLayer,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication

from ...core.hatch.errors import InputError
from ...core.hatch.names import LAYER
from ...core.hatch.references import check_references
from ..widgets.plain_text import without_tags
from .field_aliases import name_fields
from .project_layers import add_beside
from .styles import set_style

translate = QCoreApplication.translate


def footprints_layer(path: str, name: str = "") -> QgsVectorLayer:
    """The layer of a file of footprints, not added to the map; it may be invalid."""
    # In GeoParquet the layer has the name of the file.
    layer = "" if path.lower().endswith(".parquet") else f"|layername={LAYER}"
    return QgsVectorLayer(f"{path}{layer}", name, "ogr")


def run_name(layer: str, model: str, when: datetime, project: QgsProject) -> str:
    """The name of the result of an extraction from a layer, which no layer of the project has.

    The time has seconds if there is a result of the same minute.
    """
    text = translate("Layers", "Footprints {} · {} · {}")
    names = {other.name() for other in project.mapLayers().values()}
    name = text.format(layer, model, f"{when:%H:%M}")
    if name in names:
        name = text.format(layer, model, f"{when:%H:%M:%S}")
    unused, number = name, 2
    while unused in names:
        unused, number = f"{name} ({number})", number + 1
    return unused


def add_footprints(
    path: Path, crs: QgsCoordinateReferenceSystem, name: str, project: QgsProject
) -> QgsVectorLayer:
    """Load a file of footprints, styled, on top of the map.

    ``crs`` is that of the SAR layer; it is used if the file has none, as when the CRS of a SAR file
    without one was set in QGIS. Raises InputError when the file cannot be opened.
    """
    layer = footprints_layer(str(path), without_tags(name))
    if not layer.isValid():
        text = translate("Layers", "The footprints cannot be opened; run the extraction again: {}")
        raise InputError(text.format(path))
    set_missing_crs(layer, crs)
    set_style(layer, "footprints")
    name_fields(layer)
    metadata = layer.metadata()
    metadata.setTitle(layer.name())
    layer.setMetadata(metadata)
    _show_legend(add_beside(layer, None, project))
    return layer


def add_comparison(
    path: Path, name: str, details: str, compared: Optional[QgsVectorLayer], project: QgsProject
) -> QgsVectorLayer:
    """Load the differences between two layers, styled, above the one that was compared.

    ``compared`` None: that one was removed; the layer is then on top of the map.

    ``details`` is text for the layer's metadata. Raises InputError when the file cannot be opened.
    """
    layer = footprints_layer(str(path), name)
    if not layer.isValid():
        text = translate("Layers", "The comparison cannot be opened; compare again: {}")
        raise InputError(text.format(path))
    set_comparison(layer, details)
    _show_legend(add_beside(layer, compared, project))
    return layer


def _show_legend(node: QgsLayerTreeLayer) -> None:
    """Unfold a layer that was added; the tree of QGIS's window follows changes only."""
    node.setExpanded(False)
    node.setExpanded(True)


def set_comparison(layer: QgsVectorLayer, details: str) -> None:
    """Give a layer the style of a comparison, and text for its metadata."""
    set_style(layer, "comparison")
    metadata = layer.metadata()
    metadata.setTitle(without_tags(layer.name()))
    metadata.setAbstract(without_tags(details))
    layer.setMetadata(metadata)


def set_missing_crs(layer: QgsMapLayer, crs: QgsCoordinateReferenceSystem) -> None:
    """Give a result the SAR layer's CRS if its file has none."""
    if not layer.crs().ellipsoidAcronym():  # a GeoPackage without one says "Undefined SRS"
        layer.setCrs(crs)


def add_blocks(path: Path, name: str, project: QgsProject, *, temporary: bool) -> QgsVectorLayer:
    """Load training and validation blocks, styled, on top of the map.

    ``temporary``: the layer is a copy in memory that QGIS discards without asking; else it reads
    the file.
    Raises InputError when the file cannot be opened, or refers to other files.
    """
    check_references(path)
    layer = QgsVectorLayer(str(path), name, "ogr")
    if not layer.isValid():
        text = translate(
            "Layers", "The validation blocks cannot be opened; start the fine-tuning again: {}"
        )
        raise InputError(text.format(path))
    if temporary:
        layer = layer.materialize(QgsFeatureRequest())
        layer.setName(name)
        layer.setCustomProperty("skipMemoryLayersCheck", 1)
    set_style(layer, "blocks")
    _show_legend(add_beside(layer, None, project))
    return layer
