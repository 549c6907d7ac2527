"""The entry in the context menu of the layer of clicks that uses it as labels."""

from __future__ import annotations

from typing import Optional

from qgis.core import QgsMapLayer
from qgis.gui import QgisInterface

from ..layers.layer_action import LayerAction
from .layer import is_by_click


class LabelsAction(LayerAction):
    """For layers of footprints by click."""

    def __init__(self, iface: QgisInterface) -> None:
        super().__init__(iface, "click", "cmhclUseAsLabels")
        self.setText(self.tr("Use as labels for fine-tuning…"))

    def applies_to(self, layer: Optional[QgsMapLayer]) -> bool:
        """Whether the layer has footprints by click."""
        return is_by_click(layer)
