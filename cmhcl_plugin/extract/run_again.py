"""The entry in a layer's context menu that opens the page Extract with the layer's settings."""

from __future__ import annotations

from collections.abc import Callable

from qgis.gui import QgisInterface

from ..layers.layer_action import LayerAction
from ..layers.provenance import Provenance, read_provenance


class RunAgainAction(LayerAction):
    """For layers that are the result of an extraction."""

    def __init__(self, iface: QgisInterface, run_again: Callable[[Provenance], None]) -> None:
        super().__init__(
            iface, "extract", "cmhclRunAgain", lambda layer: read_provenance(layer) is not None
        )
        self.setText(self.tr("Run again with other settings…"))
        self._run_again = run_again
        self.triggered.connect(self._on_triggered)

    def _on_triggered(self) -> None:
        provenance = read_provenance(self._iface.activeLayer())
        if provenance:
            self._run_again(provenance)
