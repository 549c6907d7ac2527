"""The entry in a layer's context menu that opens the page Extract with the layer's settings."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import QgsMapLayerType
from qgis.gui import QgisInterface
from qgis.PyQt.QtWidgets import QAction

from ..layers.provenance import Provenance, read_provenance
from ..paths import icon


class RunAgainAction(QAction):
    """Visible in the menu of layers that are the result of an extraction."""

    def __init__(self, iface: QgisInterface, run_again: Callable[[Provenance], None]) -> None:
        super().__init__(icon("extract"), "", iface.mainWindow())
        self.setText(self.tr("Run again with other settings…"))
        self.setObjectName("cmhclRunAgain")
        self._iface = iface
        self._run_again = run_again
        self.triggered.connect(self._on_triggered)
        iface.addCustomActionForLayerType(self, "", QgsMapLayerType.VectorLayer, True)
        iface.currentLayerChanged.connect(self._on_layer)  # before its menu opens
        self._on_layer()

    def unload(self) -> None:
        """Remove the action from the menus and delete it."""
        self._iface.currentLayerChanged.disconnect(self._on_layer)
        self._iface.removeCustomActionForLayerType(self)
        self.deleteLater()

    def _on_layer(self, *_: object) -> None:
        self.setVisible(read_provenance(self._iface.activeLayer()) is not None)

    def _on_triggered(self) -> None:
        provenance = read_provenance(self._iface.activeLayer())
        if provenance:
            self._run_again(provenance)
