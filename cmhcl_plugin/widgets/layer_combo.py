"""The choice of a layer of the project."""

from __future__ import annotations

from typing import Any, Optional

from qgis.core import QgsMapLayer, QgsMapLayerProxyModel, QgsProject
from qgis.gui import QgsMapLayerComboBox
from qgis.PyQt.QtCore import QIdentityProxyModel, QModelIndex, Qt
from qgis.PyQt.QtGui import QPaintEvent

from ..layers.layer_names import distinct_name
from .narrow_combo import paint_elided

RASTERS = QgsMapLayerProxyModel.Filter.RasterLayer
POLYGONS = QgsMapLayerProxyModel.Filter.PolygonLayer
WIDTH = 120


class LayerCombo(QgsMapLayerComboBox):
    """Offers layers of one kind, RASTERS or POLYGONS; those of the same name are distinguished.

    If the chosen layer is removed, none is chosen, and ``layerChanged`` is emitted.
    """

    def __init__(self, kind: QgsMapLayerProxyModel.Filter, empty: str = "") -> None:
        """``empty`` is the text of the choice of no layer, "" if a layer must be chosen."""
        super().__init__()
        self.setFilters(kind)
        self.setModel(_DistinctNames(self))
        self.setMinimumWidth(WIDTH)
        self.setSizeAdjustPolicy(self.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        if empty:
            self.setAllowEmptyLayer(True, empty)
            self.setCurrentIndex(0)
        self._loses_choice = False
        # After Qt's own slots, which choose another layer in silence.
        self.model().rowsAboutToBeRemoved.connect(self._on_removal)
        self.model().rowsRemoved.connect(self._on_removed)

    def set_empty_text(self, text: str) -> None:
        """Change the text of the choice of no layer, if there is such a choice."""
        self.setAllowEmptyLayer(True, text)
        self.update()

    def show_layer(self, layer: Optional[QgsMapLayer]) -> None:
        """Choose this layer, or no layer for None."""
        if layer is None and self.allowEmptyLayer():
            self.setCurrentIndex(0)  # setLayer would show no text
        elif layer != self.currentLayer():
            self.setLayer(layer)

    def _on_removal(self, _: QModelIndex, first: int, last: int) -> None:
        self._loses_choice = first <= self.currentIndex() <= last

    def _on_removed(self) -> None:
        if self._loses_choice:
            self._loses_choice = False
            self.setCurrentIndex(0 if self.allowEmptyLayer() else -1)
            self.layerChanged.emit(None)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        mode = Qt.TextElideMode
        # Names of results differ at their ends.
        paint_elided(self, mode.ElideMiddle if self.currentLayer() else mode.ElideRight)


class _DistinctNames(QIdentityProxyModel):
    """The model of a combo box of layers, with names that tell the layers apart."""

    def __init__(self, combo: QgsMapLayerComboBox) -> None:
        super().__init__(combo)
        self._combo = combo
        layers = combo.model()
        layers.setParent(self)  # else the combo box would delete it, but QGIS still uses it
        self.setSourceModel(layers)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            layer = self._combo.layer(index.row())
            if layer is not None:
                return distinct_name(layer, QgsProject.instance())
        return super().data(index, role)
