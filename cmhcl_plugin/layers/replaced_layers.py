"""Layers whose file is to be replaced: taken out of the project, put back if it is not."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from qgis.core import (
    QgsLayerDefinition,
    QgsLayerTreeGroup,
    QgsMapLayer,
    QgsProject,
    QgsReadWriteContext,
)
from qgis.PyQt import sip
from qgis.PyQt.QtXml import QDomDocument

from .project_layers import layers_of


class ReplacedLayers:
    """The layers of a project that read some files, removed so that QGIS closes the files."""

    def __init__(self, paths: Sequence[Path], project: QgsProject) -> None:
        self._project = project
        self._definitions: list[tuple[QgsLayerTreeGroup, QDomDocument]] = []
        for path in paths:
            for layer in layers_of(path, project):
                self._remove(layer)

    def put_back(self) -> None:
        """Add the layers again, each on top of the group that it was in, if that still exists."""
        for group, definition in self._definitions:
            if sip.isdeleted(group):
                group = self._project.layerTreeRoot()
            QgsLayerDefinition.loadLayerDefinition(
                definition, self._project, group, QgsReadWriteContext()
            )
        self._definitions.clear()

    def _remove(self, layer: QgsMapLayer) -> None:
        node = self._project.layerTreeRoot().findLayer(layer.id())
        if node is not None:
            definition = QDomDocument("qgis-layer-definition")
            QgsLayerDefinition.exportLayerDefinition(definition, [node], QgsReadWriteContext())
            self._definitions.append((node.parent(), definition))
        self._project.removeMapLayer(layer.id())
