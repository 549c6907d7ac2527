"""Custom properties of a layer that are valid only for the file that it reads.

QGIS copies custom properties with a style (*Paste Style*).
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import QgsMapLayer

from ...core.hatch.existence import is_file
from .layer_file import file_of

_FILE = "cmhcl/file"  # custom property: the file that the others are about


def write_property(layer: QgsMapLayer, name: str, value: Any) -> None:
    """Set a custom property of a layer, for its present file."""
    layer.setCustomProperty(name, value)
    layer.setCustomProperty(_FILE, file_of(layer))


def written_for(layer: QgsMapLayer) -> str:
    """The file that a layer's properties were written for, "" if unknown."""
    return str(layer.customProperty(_FILE) or "")


def is_in_place(layer: QgsMapLayer) -> bool:
    """Whether a layer reads the file that its properties are about at the place where that was.

    It does not if the file was moved or copied, or if a version wrote them that kept no place.
    """
    written = written_for(layer)
    return bool(written) and Path(written) == Path(file_of(layer))


def read_property(layer: QgsMapLayer, name: str) -> Any:
    """A custom property of a layer; None if it is about another file, which still exists.

    A file that was moved or renamed, and a copy of the same name, count as the same file. A layer
    in memory has none.
    """
    written, file = layer.customProperty(_FILE), file_of(layer)
    if written is None:  # by a version that did not write it
        is_other = False
    elif written:
        is_other = Path(written).name != Path(file).name and is_file(written)
    else:
        is_other = file != ""
    return None if is_other else layer.customProperty(name)
