"""QGIS's own tools for the shape of the footprint under review."""

from __future__ import annotations

from typing import Callable, Optional

from qgis.core import QgsFeature, QgsFeatureRequest, QgsVectorLayer
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtWidgets import QAction

from ...core.hatch.errors import InputError
from ..layers.project_layers import require_own_features, require_writable
from ..layers.reading import features_of

# Names of QGIS's actions.
MERGE, SPLIT, RESHAPE = "mActionMergeFeatures", "mActionSplitFeatures", "mActionReshapeFeatures"

Tool = Callable[[QgisInterface, QgsVectorLayer, QgsFeature], None]

translate = QCoreApplication.translate


def join(iface: QgisInterface, layer: QgsVectorLayer, footprint: QgsFeature) -> None:
    """Merge the footprint with the selected ones and those that touch it.

    QGIS's window asks for the attributes. Raises InputError if there is nothing to merge it with.
    """
    shape = footprint.geometry()
    touching = [
        other.id()
        for other in features_of(layer, QgsFeatureRequest(shape.boundingBox()))
        if other.geometry().intersects(shape)
    ]
    layer.selectByIds([*layer.selectedFeatureIds(), footprint.id(), *touching])
    if layer.selectedFeatureCount() < 2:
        text = translate(
            "Review",
            "No other footprint touches this one; select those that belong to it, then join them.",
        )
        raise InputError(text)
    start(iface, layer, MERGE)


def split(iface: QgisInterface, layer: QgsVectorLayer, footprint: QgsFeature) -> None:
    """Split the footprint along a line that the user draws. Raises InputError."""
    layer.selectByIds([footprint.id()])  # no other one is split
    start(iface, layer, SPLIT)


def reshape(iface: QgisInterface, layer: QgsVectorLayer, footprint: QgsFeature) -> None:
    """Change a part of the outline to a line that the user draws. Raises InputError."""
    layer.selectByIds([footprint.id()])
    start(iface, layer, RESHAPE)


def start(iface: QgisInterface, layer: QgsVectorLayer, name: str) -> None:
    """Start a tool of QGIS on a layer, which it makes editable. Raises InputError."""
    require_writable(layer)
    action: Optional[QAction] = iface.mainWindow().findChild(QAction, name)
    iface.setActiveLayer(layer)
    if action is None or not (layer.isEditable() or layer.startEditing()):
        require_own_features(layer)
        text = translate("Review", "The layer “{}” cannot be edited with QGIS’s tools here.")
        raise InputError(text.format(layer.name()))
    action.trigger()
