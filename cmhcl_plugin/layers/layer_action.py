"""An entry in the context menu of the vector layers to which it applies."""

from __future__ import annotations

from collections.abc import Callable
from typing import Optional

from qgis.core import QgsMapLayer, QgsMapLayerType
from qgis.gui import QgisInterface
from qgis.PyQt.QtWidgets import QAction

from ..paths import icon


class LayerAction(QAction):
    """Visible in the menu of layers for which ``applies_to`` returns True."""

    def __init__(
        self,
        iface: QgisInterface,
        icon_name: str,
        object_name: str,
        applies_to: Callable[[Optional[QgsMapLayer]], bool],
    ) -> None:
        super().__init__(icon(icon_name), "", iface.mainWindow())
        self.setObjectName(object_name)
        self._iface = iface
        self._applies_to = applies_to
        iface.addCustomActionForLayerType(self, "", QgsMapLayerType.VectorLayer, True)
        iface.currentLayerChanged.connect(self._on_layer)  # before its menu opens
        self._on_layer()

    def unload(self) -> None:
        """Remove the action from the menus and delete it."""
        self._iface.currentLayerChanged.disconnect(self._on_layer)
        self._iface.removeCustomActionForLayerType(self)
        self.deleteLater()

    def _on_layer(self, *_: object) -> None:
        self.setVisible(self._applies_to(self._iface.activeLayer()))
