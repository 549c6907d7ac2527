"""Widget to choose SAR layers: one raster, or one for each polarisation."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from qgis.core import QgsMapLayer, QgsRasterLayer
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QGridLayout, QToolButton, QWidget

from ...core.hatch.jobs import POLARISATIONS
from ..widgets.layer_combo import RASTERS, LayerCombo


class SarLayers(QWidget):
    """A combo box of raster layers, and below it one for each polarisation in a further file."""

    changed = pyqtSignal()

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(0, 1)
        self.first = LayerCombo(RASTERS, self.tr("Choose a layer…"))
        self.first.setToolTip(self.tr("SAR raster, with one band for each polarisation"))
        self.first.layerChanged.connect(self.changed)
        self.add_button = QToolButton()
        self.add_button.setText("+")
        self.add_button.setToolTip(self.tr("Add a polarisation from a separate file"))
        self.add_button.clicked.connect(self.add)
        self.setFocusProxy(self.first)
        self._grid.addWidget(self.first, 0, 0)
        self._grid.addWidget(self.add_button, 0, 1)
        self.further: list[LayerCombo] = []

    def layers(self) -> list[QgsRasterLayer]:
        """The chosen layers in the order of the rows."""
        combos = [self.first, *self.further]
        return [combo.currentLayer() for combo in combos if combo.currentLayer()]

    def choose(self, layer: QgsMapLayer) -> None:
        """Set the first layer."""
        self.first.setLayer(layer)

    def choose_all(self, layers: Sequence[QgsMapLayer]) -> None:
        """Set all layers; ``changed`` is not emitted."""
        self.blockSignals(True)
        while len(self.further) < len(layers) - 1:
            self.add()
        for combo, layer in zip_longest((self.first, *self.further), layers):
            combo.show_layer(layer)
        self.blockSignals(False)

    def add(self) -> None:
        """Add an empty row."""
        combo = LayerCombo(RASTERS, self.tr("Choose a layer…"))
        combo.setToolTip(self.tr("SAR raster of another polarisation"))
        remove = QToolButton()
        remove.setText("−")
        remove.setToolTip(self.tr("Remove this polarisation"))
        row = self._grid.rowCount()
        self._grid.addWidget(combo, row, 0)
        self._grid.addWidget(remove, row, 1)
        self.further.append(combo)
        combo.layerChanged.connect(self.changed)
        remove.clicked.connect(lambda: self._remove(combo, remove))
        self._limit()
        combo.setFocus()

    def _remove(self, combo: LayerCombo, button: QToolButton) -> None:
        self.further.remove(combo)
        for widget in (combo, button):
            self._grid.removeWidget(widget)
            widget.deleteLater()
        self._limit()
        self.changed.emit()

    def _limit(self) -> None:
        self.add_button.setEnabled(1 + len(self.further) < len(POLARISATIONS))
