"""The fields of footprints: found by name, and as the user sees them (aliases, display name)."""

from __future__ import annotations

from qgis.core import QgsExpression, QgsFields, QgsVectorLayer
from qgis.PyQt.QtCore import QCoreApplication

from ...core.hatch.names import AREA_M2, CONFIDENCE, MODEL, OPTICAL_SHARE, REGULARISED, REVIEW
from ..numbers import percent_sign

translate = QCoreApplication.translate


def index_of(fields: QgsFields, name: str) -> int:
    """Index of the field of this name, else of one that differs only in case, else -1.

    Files such as GeoPackages and shapefiles cannot have both. ``lookupField`` of QGIS would also
    find a field by its alias.
    """
    names = fields.names()
    if name not in names:
        name, names = name.lower(), [one.lower() for one in names]
    return names.index(name) if name in names else -1


def name_fields(layer: QgsVectorLayer) -> None:
    """Name the fields of footprints in QGIS's language, and set the display name of footprints."""
    for field in (CONFIDENCE, AREA_M2, OPTICAL_SHARE, MODEL, REGULARISED, REVIEW):
        name_field(layer, field)
    percent = QgsExpression.quotedString(percent_sign())
    footprint = QgsExpression.quotedString(translate("Layers", "Footprint"))
    layer.setDisplayExpression(
        f"{footprint} || ' ' || $id"
        f" || coalesce(' · ' || round(100 * \"{CONFIDENCE}\") || {percent}, '')"
        f" || coalesce(' · ' || round(\"{AREA_M2}\") || ' m²', '')"
    )


def name_field(layer: QgsVectorLayer, field: str) -> None:
    """Name one of these fields in QGIS's language, if the layer has it."""
    aliases = {
        CONFIDENCE: translate("Layers", "Confidence"),
        AREA_M2: translate("Layers", "Area (m²)"),
        OPTICAL_SHARE: translate("Layers", "Share of optical"),
        MODEL: translate("Layers", "Model"),
        REGULARISED: translate("Layers", "Right angles"),
        REVIEW: translate("Layers", "Review"),
    }
    index = layer.fields().indexFromName(field)
    if index >= 0:
        layer.setFieldAlias(index, aliases[field])
