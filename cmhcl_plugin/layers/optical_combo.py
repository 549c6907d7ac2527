"""The choice of an optical layer."""

from __future__ import annotations

from qgis.PyQt.QtCore import QCoreApplication

from ..widgets.layer_combo import RASTERS, LayerCombo
from .scene_selection import SceneSelection


class OpticalCombo(LayerCombo):
    """Shows and edits the optical layer of a selection."""

    def __init__(self, selection: SceneSelection) -> None:
        super().__init__(RASTERS, QCoreApplication.translate("OpticalCombo", "None"))
        self._selection = selection
        self._show()
        self.layerChanged.connect(selection.choose_optical)
        selection.changed.connect(self._show)

    def _show(self) -> None:
        self.show_layer(self._selection.optical_layer())
