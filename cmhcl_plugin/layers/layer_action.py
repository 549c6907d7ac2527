"""An entry in the context menu of the vector layers to which it applies."""

from __future__ import annotations

from typing import Optional

from qgis.core import QgsMapLayer, QgsMapLayerType
from qgis.gui import QgisInterface
from qgis.PyQt.QtWidgets import QAction

from ..paths import icon


class LayerAction(QAction):
    """Visible where `applies_to` says so, which subclasses define."""

    def __init__(self, iface: QgisInterface, icon_name: str, object_name: str) -> None:
        super().__init__(icon(icon_name), "", iface.mainWindow())
        self.setObjectName(object_name)
        self._iface = iface
        iface.addCustomActionForLayerType(self, "", QgsMapLayerType.VectorLayer, True)
        iface.currentLayerChanged.connect(self._on_layer)  # before its menu opens
        self._on_layer()

    def applies_to(self, layer: Optional[QgsMapLayer]) -> bool:
        """Whether the menu of this layer has the entry."""
        raise NotImplementedError

    def unload(self) -> None:
        """Remove the action from the menus and delete it."""
        self._iface.currentLayerChanged.disconnect(self._on_layer)
        self._iface.removeCustomActionForLayerType(self)
        self.deleteLater()

    def _on_layer(self, *_: object) -> None:
        self.setVisible(self.applies_to(self._iface.activeLayer()))
