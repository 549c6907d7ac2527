"""How well the areas of two layers of polygons agree."""

from __future__ import annotations

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsGeometry,
    QgsProject,
    QgsVectorLayer,
)

from ...core.hatch.jobs import CompareJob
from ..layers.areas import union
from ..layers.thread_layer import thread_layer


def overlap_figures(job: CompareJob) -> dict[str, float]:
    """IoU, F1, precision and recall of areas for the files of a comparison, each 0 to 1.

    Areas are planar, in the coordinate system of ``polygons``: their ratios hold for the extent of
    a scene. All figures are 0 if nothing overlaps. Works in any thread.
    """
    with thread_layer(job.polygons) as layer, thread_layer(job.reference) as reference:
        crs = layer.crs()
        found, labels = _union(layer, crs), _union(reference, crs)
    if job.area:
        area = QgsGeometry.fromWkt(job.area.wkt)
        _transform(area, QgsCoordinateReferenceSystem.fromWkt(job.area.crs), crs)
        found, labels = found.intersection(area), labels.intersection(area)
    both, in_found, in_labels = map(_area, (found.intersection(labels), found, labels))
    return {
        "iou": _ratio(both, in_found + in_labels - both),
        "f1": _ratio(2 * both, in_found + in_labels),
        "precision": _ratio(both, in_found),
        "recall": _ratio(both, in_labels),
    }


def _union(layer: QgsVectorLayer, crs: QgsCoordinateReferenceSystem) -> QgsGeometry:
    joined = union([feature.geometry() for feature in layer.getFeatures()])
    _transform(joined, layer.crs(), crs)
    return joined


def _transform(
    geometry: QgsGeometry,
    source: QgsCoordinateReferenceSystem,
    target: QgsCoordinateReferenceSystem,
) -> None:
    """Transform a geometry in place. Raises QgsCsException."""
    if source != target and not geometry.isEmpty():
        context = QgsProject.instance().transformContext()
        geometry.transform(QgsCoordinateTransform(source, target, context))


def _area(geometry: QgsGeometry) -> float:
    """The area, also of no geometry, where QGIS says -1."""
    return 0.0 if geometry.isNull() else geometry.area()


def _ratio(part: float, whole: float) -> float:
    return part / whole if whole > 0 else 0.0
