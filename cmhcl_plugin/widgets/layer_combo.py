"""The choice of a layer of the project."""

from __future__ import annotations

from typing import Optional

from qgis.core import QgsMapLayer, QgsMapLayerProxyModel
from qgis.gui import QgsMapLayerComboBox

RASTERS = QgsMapLayerProxyModel.Filter.RasterLayer
POLYGONS = QgsMapLayerProxyModel.Filter.PolygonLayer
WIDTH = 240


class LayerCombo(QgsMapLayerComboBox):
    """Offers layers of one kind, RASTERS or POLYGONS."""

    def __init__(self, kind: QgsMapLayerProxyModel.Filter, empty: str = "") -> None:
        """``empty`` is the text of the choice of no layer, empty: a layer must be chosen."""
        super().__init__()
        self.setFilters(kind)
        self.setMinimumWidth(WIDTH)
        if empty:
            self.setAllowEmptyLayer(True, empty)
            self.setCurrentIndex(0)

    def show_layer(self, layer: Optional[QgsMapLayer]) -> None:
        """Choose this layer, None: none."""
        if layer is None and self.allowEmptyLayer():
            self.setCurrentIndex(0)  # setLayer would show no text
        elif layer != self.currentLayer():
            self.setLayer(layer)
