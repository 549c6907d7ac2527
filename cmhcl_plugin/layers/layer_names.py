"""Names of layers: distinguish layers of the same name, list several in a sentence."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from qgis.core import QgsMapLayer, QgsProject
from qgis.PyQt.QtCore import QCoreApplication

from .layer_file import file_of


def distinct_name(layer: QgsMapLayer, project: QgsProject) -> str:
    """The name of a layer; if others have it too, also its file, its group, or its number."""
    same = project.mapLayersByName(layer.name())
    if len(same) < 2:
        return str(layer.name())
    for describe in (_file_name, _folder_and_file, _group):
        texts = [describe(other, project) for other in same]
        own = describe(layer, project)
        if own and texts.count(own) == 1:
            return f"{layer.name()} ({own})"
    number = sorted(other.id() for other in same).index(layer.id()) + 1
    return f"{layer.name()} ({number})"


def quoted_names(layers: Iterable[QgsMapLayer]) -> str:
    """The names of layers for a sentence, in the quotation marks of QGIS's language."""
    quotes = QCoreApplication.translate("Layers", "“{}”")
    return ", ".join(quotes.format(layer.name()) for layer in layers)


def _file_name(layer: QgsMapLayer, _: QgsProject) -> str:
    return Path(file_of(layer)).name


def _folder_and_file(layer: QgsMapLayer, _: QgsProject) -> str:
    path = Path(file_of(layer))
    return f"{path.parent.name}/{path.name}" if path.name else ""


def _group(layer: QgsMapLayer, project: QgsProject) -> str:
    node = project.layerTreeRoot().findLayer(layer.id())
    return str(node.parent().name()) if node and node.parent() else ""
