"""The layers of a simulated scene, on the map."""

from __future__ import annotations

from pathlib import Path

from qgis.core import (
    QgsFillSymbol,
    QgsProject,
    QgsRasterLayer,
    QgsSingleBandGrayRenderer,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication

from ...core.hatch.names import LABELS_FILE, OPTICAL_FILE, SAR_FILE

OUTLINE = {"style": "no", "outline_color": "#e8a800", "outline_width": "0.4"}

translate = QCoreApplication.translate


def add_demo(folder: Path, project: QgsProject) -> tuple[QgsRasterLayer, QgsRasterLayer]:
    """Add the scene of a folder as a group on top of the map; its SAR and optical layers."""
    sar = QgsRasterLayer(str(folder / SAR_FILE), "SAR")
    optical = QgsRasterLayer(str(folder / OPTICAL_FILE), translate("Demo", "Optical"))
    reference = QgsVectorLayer(
        str(folder / LABELS_FILE), translate("Demo", "Reference buildings"), "ogr"
    )
    sar.setRenderer(QgsSingleBandGrayRenderer(sar.dataProvider(), 1))  # not as false colours
    sar.setDefaultContrastEnhancement()
    symbol = QgsFillSymbol.createSimple(OUTLINE)
    reference.setRenderer(QgsSingleSymbolRenderer(symbol))
    group = project.layerTreeRoot().insertGroup(0, translate("Demo", "Demo scene"))
    for layer in (reference, sar, optical):
        project.addMapLayer(layer, False)
        group.addLayer(layer).setExpanded(False)
    return sar, optical
