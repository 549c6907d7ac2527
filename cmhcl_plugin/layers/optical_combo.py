"""The choice of an optical layer."""

from __future__ import annotations

from typing import Optional

from qgis.core import QgsMapLayerProxyModel
from qgis.gui import QgsMapLayerComboBox
from qgis.PyQt.QtWidgets import QWidget

from .scene_selection import SceneSelection


class OpticalCombo(QgsMapLayerComboBox):
    """Shows and edits the optical layer of a selection."""

    def __init__(self, selection: SceneSelection, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._selection = selection
        self.setFilters(QgsMapLayerProxyModel.Filter.RasterLayer)
        self.setAllowEmptyLayer(True, self.tr("None"))
        self.setMinimumWidth(240)
        self.setLayer(selection.optical_layer())
        self.layerChanged.connect(selection.choose_optical)
        selection.changed.connect(self._show)

    def _show(self) -> None:
        layer = self._selection.optical_layer()
        if layer != self.currentLayer():
            self.setLayer(layer)
