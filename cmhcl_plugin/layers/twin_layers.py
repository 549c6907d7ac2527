"""Layers of the project that read the same file: all show what is saved through one of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Optional

from qgis.core import QgsMapLayer, QgsProject, QgsVectorLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, pyqtSignal

from .project_layers import same_file
from .reading import can_be_opened


class TwinLayers(QObject):
    """Reloads the followed layers after another layer of the project has changed their file.

    QGIS itself does not tell them. ``changed`` is emitted afterwards.
    """

    changed = pyqtSignal()
    _is_reloading = False  # for all: a layer that is reloaded has not changed the file

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._followed: list[QgsVectorLayer] = []
        self._project = QgsProject.instance()
        self._project.layersAdded.connect(self._connect)
        self._connect(self._project.mapLayers().values())

    def follow(self, layers: Iterable[QgsVectorLayer]) -> None:
        """Follow these layers from now on."""
        self._followed = [*layers]

    def _connect(self, layers: Iterable[QgsMapLayer]) -> None:
        for layer in layers:
            if isinstance(layer, QgsVectorLayer):
                layer.afterCommitChanges.connect(self._on_changed)
                layer.dataChanged.connect(self._on_changed)

    def _on_changed(self) -> None:
        if TwinLayers._is_reloading:
            return
        source = self.sender()
        others = [one for one in self._followed if not sip.isdeleted(one) and one is not source]
        same = same_file(source, self._project) if others else []
        twins = [layer for layer in others if layer in same]
        TwinLayers._is_reloading = True
        try:
            for layer in filter(can_be_opened, twins):
                layer.reload()
                layer.triggerRepaint()
        finally:
            TwinLayers._is_reloading = False
        if twins:
            self.changed.emit()
