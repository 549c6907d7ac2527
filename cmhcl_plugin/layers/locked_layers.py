"""Layers that cannot be edited while their file is written."""

from __future__ import annotations

from collections.abc import Iterable

from qgis.core import QgsMapLayer, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtXml import QDomDocument, QDomElement


class LockedLayers(QObject):
    """Read-only from ``lock`` to ``unlock``; a project that is saved meanwhile does not say so.

    It belongs to what writes the file, not to a page, which Qt may delete before the end.
    """

    def __init__(self, project: QgsProject) -> None:
        super().__init__()
        self._project = project
        self._ids: set[str] = set()

    def lock(self, layers: Iterable[QgsMapLayer]) -> None:
        """Make those of the layers read-only that are not; ``unlock`` must follow."""
        self._project.writeMapLayer.connect(self._on_saved)
        for layer in layers:
            if isinstance(layer, QgsVectorLayer) and not layer.readOnly():
                layer.setReadOnly(True)
                self._ids.add(layer.id())

    def unlock(self) -> None:
        """Make the layers editable again that ``lock`` made read-only."""
        for id in self._ids:
            layer = self._project.mapLayer(id)
            if layer is not None:
                layer.setReadOnly(False)
        self._ids.clear()
        self._project.writeMapLayer.disconnect(self._on_saved)

    def _on_saved(self, layer: QgsMapLayer, element: QDomElement, _: QDomDocument) -> None:
        if layer.id() in self._ids:
            element.setAttribute("readOnly", "0")
