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

_QUERY = re.compile(r"\s*SELECT\b", re.I)  # the beginning of a filter that is a whole query

translate = QCoreApplication.translate


def least_confidence(layer: QgsVectorLayer) -> float:
    """The least confidence that is shown; 0 if all footprints are."""
    found = _OURS.match(layer.subsetString())
    return float(found.group("least")) if found else 0.0


def show_from(layer: QgsVectorLayer, least: float) -> None:
    """Show the footprints of at least this confidence; another filter of the layer stays.

    Raises InputError if the layer cannot be filtered now; its filter is then as before.
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
    if wanted == whole:
        return
    is_query = bool(own and user and _QUERY.match(user))
    if is_query or not _set_filter(layer, wanted):
        text = translate("Layers", "“{}” cannot be filtered; save it as a GeoPackage first.")
        if own and user:
            text = translate(
                "Layers",
                "“{}” has a filter that is not a plain condition; change or remove it, then filter "
                "by confidence.",
            )
        raise InputError(text.format(layer.name()))


def _set_filter(layer: QgsVectorLayer, wanted: str) -> bool:
    """Filter a layer; whether that worked, else its filter is as before."""
    before, was_counted = layer.subsetString(), layer.featureCount() >= 0
    is_set = layer.setSubsetString(wanted)
    # QGIS also accepts some filters by which it then reads nothing.
    if is_set and (layer.featureCount() >= 0 or not was_counted):
        return True
    layer.setSubsetString(before)
    return False
