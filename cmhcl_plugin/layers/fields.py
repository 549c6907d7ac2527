"""The fields of footprints as the user sees them: aliases, and a name for each footprint."""

from __future__ import annotations

from qgis.core import QgsExpression, QgsVectorLayer
from qgis.PyQt.QtCore import QCoreApplication

from ...core.hatch.names import AREA_M2, CONFIDENCE, MODEL, OPTICAL_SHARE, REGULARISED, REVIEW

translate = QCoreApplication.translate


def name_fields(layer: QgsVectorLayer) -> None:
    """Name the fields of footprints in QGIS's language, and set the display name of footprints."""
    aliases = {
        CONFIDENCE: translate("Layers", "Confidence"),
        AREA_M2: translate("Layers", "Area (m²)"),
        OPTICAL_SHARE: translate("Layers", "Share of optical"),
        MODEL: translate("Layers", "Model"),
        REGULARISED: translate("Layers", "Right angles"),
        REVIEW: translate("Layers", "Review"),
    }
    for field, alias in aliases.items():
        index = layer.fields().indexFromName(field)
        if index >= 0:
            layer.setFieldAlias(index, alias)
    footprint = QgsExpression.quotedString(translate("Layers", "Footprint"))
    layer.setDisplayExpression(
        f"{footprint} || ' ' || $id"
        f" || coalesce(' · ' || round(100 * \"{CONFIDENCE}\") || ' %', '')"
        f" || coalesce(' · ' || round(\"{AREA_M2}\") || ' m²', '')"
    )
