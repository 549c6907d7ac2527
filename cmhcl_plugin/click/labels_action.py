"""The entry in the context menu of the layer of clicks that uses it as labels."""

from __future__ import annotations

from qgis.gui import QgisInterface

from ..layers.layer_action import LayerAction
from .layer import is_by_click


class LabelsAction(LayerAction):
    """For layers of footprints by click."""

    def __init__(self, iface: QgisInterface) -> None:
        super().__init__(iface, "click", "cmhclUseAsLabels", is_by_click)
        self.setText(self.tr("Use as labels for fine-tuning…"))
