"""Files of probabilities as layers."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProject, QgsRasterLayer, QgsVectorLayer
from qgis.PyQt.QtCore import QCoreApplication

from ...core.hatch.errors import InputError
from ...core.hatch.references import check_references
from .project_layers import layers_of
from .results import set_missing_crs
from .styles import set_style

UNCERTAINTY_BAND = 4  # missing in files of 0.1.0

translate = QCoreApplication.translate


def add_probabilities(path: Path, footprints: QgsVectorLayer, project: QgsProject) -> None:
    """Show a file of probabilities, styled, below the footprints that were made from it.

    A layer of this file that is in the project already is made visible instead. Raises InputError
    when the file cannot be opened, or refers to other files.
    """
    root = project.layerTreeRoot()
    shown = layers_of(path, project)
    if not shown:
        check_references(path)
        name = translate("Layers", "Probabilities: {}").format(footprints.name())
        layer = QgsRasterLayer(str(path), name)
        if not layer.isValid():
            text = translate(
                "Layers", "The probabilities cannot be opened; run the extraction again: {}"
            )
            raise InputError(text.format(path))
        set_missing_crs(layer, footprints.crs())
        style_probabilities(layer)
        project.addMapLayer(layer, False)
        node = root.findLayer(footprints.id())
        group = node.parent() if node else root
        group.insertLayer(group.children().index(node) + 1 if node else 0, layer)
        shown = [layer]
    for layer in shown:
        root.findLayer(layer.id()).setItemVisibilityCheckedParentRecursive(True)


def style_probabilities(layer: QgsRasterLayer) -> None:
    """Give a layer two styles: probability of building, the current one, and uncertainty."""
    styles = layer.styleManager()
    probability = translate("Layers", "Probability of building")
    uncertainty = translate("Layers", "Uncertainty")
    set_style(layer, "probability")
    styles.renameStyle(styles.currentStyle(), probability)
    if layer.bandCount() >= UNCERTAINTY_BAND:
        styles.addStyleFromLayer(uncertainty)
        styles.setCurrentStyle(uncertainty)
        set_style(layer, "uncertainty")
        styles.setCurrentStyle(probability)
