"""The layer of blocks to label next."""

from __future__ import annotations

from pathlib import Path

from qgis.core import (
    QgsFeatureRequest,
    QgsFillSymbol,
    QgsPalLayerSettings,
    QgsProject,
    QgsSingleSymbolRenderer,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtGui import QColor

from ...core.hatch.errors import InputError
from ...core.hatch.names import RANK
from .project_layers import add_beside
from .results import footprints_layer, set_missing_crs

COLOUR = "#d01c8b"

translate = QCoreApplication.translate


def add_label_next(path: Path, footprints: QgsVectorLayer, project: QgsProject) -> QgsVectorLayer:
    """Add a copy of a file of blocks, in memory, above the footprints that they belong to.

    Raises InputError when the file cannot be opened.
    """
    found = footprints_layer(str(path))
    if not found.isValid():
        text = translate("Layers", "The blocks cannot be opened; try again: {}")
        raise InputError(text.format(path))
    layer = found.materialize(QgsFeatureRequest())
    layer.setName(translate("Layers", "Label next: {}").format(footprints.name()))
    set_missing_crs(layer, footprints.crs())
    style_blocks(layer)
    add_beside(layer, footprints, project)
    return layer


def style_blocks(layer: QgsVectorLayer) -> None:
    """Show the blocks as squares without fill, with their rank in the middle."""
    symbol = QgsFillSymbol.createSimple(
        {"style": "no", "outline_color": COLOUR, "outline_width": "0.7"}
    )
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))
    buffer = QgsTextBufferSettings()
    buffer.setEnabled(True)
    text = QgsTextFormat()
    text.setColor(QColor(COLOUR))
    text.setBuffer(buffer)
    settings = QgsPalLayerSettings()
    settings.fieldName = RANK
    settings.setFormat(text)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)
