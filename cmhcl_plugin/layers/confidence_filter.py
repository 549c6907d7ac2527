"""The least confidence that a layer of footprints shows, as its filter; no job is needed."""

from __future__ import annotations

import re
from typing import Optional

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import QCoreApplication

from ...core.hatch.errors import InputError
from ...core.hatch.names import CONFIDENCE

# At the end of a filter, after one of the user's in brackets.
_OURS = re.compile(rf'(?:^|^\((?P<user>.*)\) AND )"{CONFIDENCE}" >= (?P<least>\d\.\d+)$', re.S)

translate = QCoreApplication.translate


def least_confidence(layer: QgsVectorLayer) -> float:
    """The least confidence that is shown, 0: all footprints."""
    found = _OURS.match(layer.subsetString())
    return float(found.group("least")) if found else 0.0


def show_from(layer: QgsVectorLayer, least: float) -> None:
    """Show the footprints of at least this confidence; another filter of the layer stays.

    Raises InputError if the layer cannot be filtered now.
    """
    whole = layer.subsetString()
    found = _OURS.match(whole)
    user: Optional[str] = found.group("user") if found else whole
    own = f'"{CONFIDENCE}" >= {least:.2f}' if least > 0 else ""
    wanted = f"({user}) AND {own}" if user and own else user or own
    if layer.isEditable():
        text = translate(
            "Layers", "“{}” is being edited; save its edits or discard them, then filter it."
        )
        raise InputError(text.format(layer.name()))
    if wanted != whole and not layer.setSubsetString(wanted):
        text = translate("Layers", "“{}” cannot be filtered; save it as a GeoPackage first.")
        raise InputError(text.format(layer.name()))
