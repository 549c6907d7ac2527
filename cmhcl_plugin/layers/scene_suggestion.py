"""Which layers of a project are likely to be SAR, and optical of the same place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Optional

from qgis.core import QgsCoordinateTransform, QgsCsException, QgsProject, QgsRasterLayer

from .inputs import is_online
from .raster_kinds import is_other, radar_score


def suggested_sar(project: QgsProject, active: object) -> Optional[QgsRasterLayer]:
    """The most likely radar layer, the active one if it is radar, or None.

    If no layer is clearly radar, one that may be: the active layer, else the topmost one.
    """
    scores = {layer: radar_score(layer) for layer in _rasters(project) if not is_other(layer)}
    if active in scores and scores[active] > 0:
        return active
    best = max(scores, key=scores.__getitem__, default=None)
    if best is not None and scores[best] > 0:
        return best
    unclear = [layer for layer, score in scores.items() if score == 0]
    if active in unclear:
        return active
    return unclear[0] if unclear else None


def suggested_optical(
    project: QgsProject, sar: Sequence[QgsRasterLayer]
) -> Optional[QgsRasterLayer]:
    """The most likely optical layer that overlaps the first SAR layer, or None."""
    scores = {
        layer: radar_score(layer)
        for layer in _rasters(project)
        if layer not in sar and not is_other(layer) and not is_online(layer)
    }
    there = [layer for layer in scores if sar and _overlap(sar[0], layer, project)]
    best = min(there, key=scores.__getitem__, default=None)
    return best if best is not None and scores[best] < 0 else None


def _rasters(project: QgsProject) -> list[QgsRasterLayer]:
    """The rasters of a project from the topmost down; those not in the legend come first."""
    order = [layer.id() for layer in project.layerTreeRoot().layerOrder()]
    layers = [x for x in project.mapLayers().values() if isinstance(x, QgsRasterLayer)]
    valid = [layer for layer in layers if layer.isValid()]
    return sorted(valid, key=lambda layer: order.index(layer.id()) if layer.id() in order else -1)


def _overlap(sar: QgsRasterLayer, optical: QgsRasterLayer, project: QgsProject) -> bool:
    transform = QgsCoordinateTransform(optical.crs(), sar.crs(), project)
    try:
        return bool(transform.transformBoundingBox(optical.extent()).intersects(sar.extent()))
    except QgsCsException:
        return False
