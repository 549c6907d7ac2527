"""Files of probabilities as layers."""

from __future__ import annotations

from pathlib import Path

from qgis.core import (
    QgsCoordinateTransform,
    QgsCsException,
    QgsDataProvider,
    QgsProject,
    QgsProviderRegistry,
    QgsRasterLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication

from ...core.hatch.errors import InputError
from ...core.hatch.references import check_references
from .project_layers import add_beside, layers_of
from .results import set_missing_crs
from .styles import set_style

UNCERTAINTY_BAND = 4  # missing in files of 0.1.0

translate = QCoreApplication.translate


def add_probabilities(path: Path, footprints: QgsVectorLayer, project: QgsProject) -> None:
    """Show a file of probabilities, styled, below the footprints that were made from it.

    A layer of this file that is in the project already is made visible instead. Raises InputError
    when the file cannot be opened, or refers to other files.
    """
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
        add_beside(layer, footprints, project, below=True)
        shown = [layer]
    for layer in shown:
        node = project.layerTreeRoot().findLayer(layer.id())
        node.setItemVisibilityCheckedParentRecursive(True)


def may_be_of(path: Path, footprints: QgsVectorLayer) -> bool:
    """Whether a file of probabilities may belong to footprints, judging by their extents.

    Footprints are within the probabilities, but edits may have added some beyond. A file that
    cannot be opened counts as theirs, so that reading it reports the reason.
    """
    try:
        check_references(path)
    except InputError:
        return True
    # A layer would write statistics next to the file.
    options = QgsDataProvider.ProviderOptions()
    raster = QgsProviderRegistry.instance().createProvider("gdal", str(path), options)
    if raster is None or not raster.isValid() or footprints.featureCount() <= 0:
        return True
    transform = QgsCoordinateTransform(footprints.crs(), raster.crs(), QgsProject.instance())
    try:
        extent = transform.transformBoundingBox(footprints.extent())
    except QgsCsException:
        return False
    if not extent.intersects(raster.extent()):
        return False
    return bool(2 * extent.intersect(raster.extent()).area() >= extent.area())


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
