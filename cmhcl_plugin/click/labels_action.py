"""The entry in the context menu of the layer of clicks that uses it as labels."""

from __future__ import annotations

from qgis.core import QgsMapLayerType
from qgis.gui import QgisInterface
from qgis.PyQt.QtWidgets import QAction

from ..paths import icon
from .layer import is_by_click


class LabelsAction(QAction):
    """Visible in the menu of layers of footprints by click."""

    def __init__(self, iface: QgisInterface) -> None:
        super().__init__(icon("click"), "", iface.mainWindow())
        self.setText(self.tr("Use as labels for fine-tuning…"))
        self.setObjectName("cmhclUseAsLabels")
        self._iface = iface
        iface.addCustomActionForLayerType(self, "", QgsMapLayerType.VectorLayer, True)
        iface.currentLayerChanged.connect(self._on_layer)  # before its menu opens
        self._on_layer()

    def unload(self) -> None:
        """Remove the action from the menus and delete it."""
        self._iface.currentLayerChanged.disconnect(self._on_layer)
        self._iface.removeCustomActionForLayerType(self)
        self.deleteLater()

    def _on_layer(self, *_: object) -> None:
        self.setVisible(is_by_click(self._iface.activeLayer()))
