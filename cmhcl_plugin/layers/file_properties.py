"""Custom properties that hold for the file of a layer, not for others that they are copied to.

QGIS copies custom properties with a style (*Paste Style*).
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import QgsMapLayer, QgsProviderRegistry

_FILE = "cmhcl/file"  # custom property: the file that the others are about


def write_property(layer: QgsMapLayer, name: str, value: Any) -> None:
    """Set a custom property of a layer, for its present file."""
    layer.setCustomProperty(name, value)
    layer.setCustomProperty(_FILE, _file_of(layer))


def read_property(layer: QgsMapLayer, name: str) -> Any:
    """A custom property of a layer; None if it is about another file, which still exists.

    A file that was moved or renamed, and a copy of the same name, count as the same file. A layer
    in memory has none.
    """
    written, file = layer.customProperty(_FILE), _file_of(layer)
    if written == "":
        is_other = file != ""
    else:  # None: from a version that did not write it
        is_other = bool(written) and Path(written).name != Path(file).name
        is_other = is_other and Path(written).is_file()
    return None if is_other else layer.customProperty(name)


def _file_of(layer: QgsMapLayer) -> str:
    """The path of a layer's file, empty if it has none."""
    parts = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())
    return str(parts.get("path") or "")
