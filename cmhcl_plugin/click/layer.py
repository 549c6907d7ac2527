"""The layer that footprints by click are added to, and how new ones are merged with old ones."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsDistanceArea,
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsProject,
    QgsSpatialIndex,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsVectorLayerUtils,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QCoreApplication

from ...core.hatch.errors import InputError
from ...core.hatch.names import AREA_M2, LAYER
from ..layers.results import add_footprints
from ..review.walk import ACCEPTED, REVIEW, review_field
from .click_area import ClickArea, transformed

PROPERTY = "cmhcl/by_click"  # custom property of the layer, found again in a saved project
LEAST_OVERLAP = 1e-9  # share of a footprint; less is rounding
SAME = 0.5  # two footprints are one building if they share more than this of the smaller one

translate = QCoreApplication.translate


@dataclass(frozen=True)
class Merge:
    """What to change in a layer of old footprints.

    Attributes
    ----------
    added
        Geometries to add, by the index of the new footprint.
    changed
        Indices of new footprints whose geometry was joined with old ones or cut at them.
    removed
        Indices of old footprints to remove.
    """

    added: dict[int, QgsGeometry]
    changed: set[int]
    removed: set[int]


def merge(
    new: Sequence[QgsGeometry],
    old: Sequence[QgsGeometry],
    area: ClickArea,
    accepted: Sequence[QgsGeometry] = (),
) -> Merge:
    """Merge the footprints of an extracted area with old ones, so that no building is duplicated.

    New footprints with their centroid in the requested polygon are added, so that of two adjacent
    areas each building on their border belongs to one. They replace all old footprints of the same
    building. If such an old footprint covers further new ones, these are added as well, wherever
    their centroids are. A new footprint that is cut by the edge of the extracted area is instead
    joined with the old ones that reach that edge too. What is added is cut where it would overlap
    the footprints that stay, ``accepted`` ones included.
    """
    same = _same(new, old, area.extracted)
    complete = [geometry.within(area.uncut) for geometry in new]
    inside = [geometry.within(area.uncut) for geometry in old]
    chosen = {i for i, shape in enumerate(new) if shape.centroid().intersects(area.requested)}
    replaced: set[int] = set()
    found = chosen
    while found:
        replaced |= {j for i in found for j in same[i] if complete[i] or inside[j]}
        others = [i for i in range(len(new)) if complete[i] and i not in chosen]
        found = {i for i in others if same[i] & replaced}
        chosen |= found
    merged = Merge({i: new[i] for i in sorted(chosen) if complete[i]}, set(), set(replaced))
    for pieces, continued in _groups({i: same[i] - replaced for i in chosen if not complete[i]}):
        shapes = [new[i] for i in pieces] + [old[j] for j in continued]
        merged.added[pieces[0]] = QgsGeometry.unaryUnion(shapes) if continued else shapes[0]
        merged.changed.update(pieces[:1] if continued else ())
        merged.removed.update(continued)
    stay = [shape for j, shape in enumerate(old) if j not in merged.removed]
    _cut_overlaps(merged, [*stay, *accepted])
    return merged


def _cut_overlaps(merged: Merge, stay: Sequence[QgsGeometry]) -> None:
    """Cut what is added where it overlaps footprints that stay, or was added before."""
    there = [*stay]
    for i, shape in list(merged.added.items()):
        least = LEAST_OVERLAP * shape.area()
        others = [other for other in there if shape.intersection(other).area() > least]
        if others:
            rest = shape.difference(QgsGeometry.unaryUnion(others)).asGeometryCollection()
            areal = [part for part in rest if part.area() > least]
            if not areal:
                del merged.added[i]
                continue
            shape = max(areal, key=lambda part: part.area())
            merged.added[i] = shape
            merged.changed.add(i)
        there.append(shape)


def find(project: QgsProject) -> Optional[QgsVectorLayer]:
    """The project's layer of footprints by click, None before the first click."""
    for layer in project.mapLayers().values():
        if layer.customProperty(PROPERTY) and layer.isValid():
            return layer
    return None


def create(
    path: Path,
    like: QgsVectorLayer,
    crs: QgsCoordinateReferenceSystem,
    group: str,
    project: QgsProject,
) -> QgsVectorLayer:
    """Add an empty layer to the map, with the fields of another and that of reviews.

    ``path`` is a GeoPackage to write, ``crs`` that of SAR as in ``add_footprints``. Raises
    InputError if the file cannot be written.
    """
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.layerName = LAYER
    fields = like.fields()
    fields.remove(fields.indexFromName("fid"))  # the writer makes its own
    fields.append(review_field())  # it cannot be added while footprints are unsaved
    writer = QgsVectorFileWriter.create(
        str(path),
        fields,
        QgsWkbTypes.Type.Polygon,
        like.crs(),
        project.transformContext(),
        options,
    )
    problem = writer.errorMessage()
    del writer  # closes the file
    if problem:
        text = translate("Clicks", "{} cannot be written ({}); choose another folder to save to.")
        raise InputError(text.format(path, problem))
    layer = add_footprints(path, crs, group, project)
    layer.setCustomProperty(PROPERTY, True)
    return layer


def add(layer: QgsVectorLayer, found: QgsVectorLayer, area: ClickArea, title: str) -> Merge:
    """Merge the footprints of a result into the layer, as one edit that can be undone.

    Footprints that were accepted in a review are not changed. Raises InputError if the layer
    cannot be edited, QgsCsException if the result cannot be transformed to its system.
    """
    project = QgsProject.instance()
    transform = QgsCoordinateTransform(found.crs(), layer.crs(), project)
    area = area.in_crs(layer.crs(), project)
    near = QgsFeatureRequest().setFilterRect(area.extracted.boundingBox())
    old, accepted = _by_review(layer.getFeatures(near))
    found_here = [(f, transformed(f.geometry(), transform)) for f in found.getFeatures()]
    reviewed = _same([shape for _, shape in found_here], accepted, area.extracted)
    new = [pair for pair, accepted_ones in zip(found_here, reviewed) if not accepted_ones]
    merged = merge(
        [shape for _, shape in new], [feature.geometry() for feature in old], area, accepted
    )
    if merged.added:
        _require_editable(layer)
        _apply(layer, merged, [feature for feature, _ in new], old, title)
    return merged


def _require_editable(layer: QgsVectorLayer) -> None:
    """Turn on the layer's edit mode. Raises InputError."""
    if layer.subsetString():
        text = translate(
            "Clicks",
            "The layer “{}” has a filter that hides footprints; clear it and click again.",
        )
        raise InputError(text.format(layer.name()))
    if not layer.isEditable() and not layer.startEditing():
        text = translate("Clicks", "The layer “{}” cannot be edited; remove it and click again.")
        raise InputError(text.format(layer.name()))


def _apply(
    layer: QgsVectorLayer,
    merged: Merge,
    new: Sequence[QgsFeature],
    old: Sequence[QgsFeature],
    title: str,
) -> None:
    layer.beginEditCommand(title)
    layer.deleteFeatures([old[j].id() for j in merged.removed])
    layer.addFeatures(
        [_feature(layer, new[i], shape, i in merged.changed) for i, shape in merged.added.items()]
    )
    layer.endEditCommand()
    layer.triggerRepaint()


def _by_review(features: Iterable[QgsFeature]) -> tuple[list[QgsFeature], list[QgsGeometry]]:
    """Features that may be changed, and the geometries of those that were accepted."""
    changeable, accepted = [], []
    for feature in features:
        if feature.fields().indexFromName(REVIEW) >= 0 and feature[REVIEW] == ACCEPTED:
            accepted.append(feature.geometry())
        else:
            changeable.append(feature)
    return changeable, accepted


def _feature(
    layer: QgsVectorLayer, found: QgsFeature, shape: QgsGeometry, changed: bool
) -> QgsFeature:
    """A new feature of the layer with the attributes of one that was found.

    If the footprint was joined with others or cut, its area is measured again.
    """
    fields = layer.fields()
    values = {name: found[name] for name in found.fields().names() if name != "fid"}
    if changed:
        values[AREA_M2] = _area_m2(layer, shape)
    known = {fields.indexFromName(name): value for name, value in values.items()}
    known.pop(-1, None)  # a field that the user removed from the layer
    return QgsVectorLayerUtils.createFeature(layer, shape, known)


def _area_m2(layer: QgsVectorLayer, shape: QgsGeometry) -> float:
    measure = QgsDistanceArea()
    measure.setSourceCrs(layer.crs(), QgsProject.instance().transformContext())
    measure.setEllipsoid(layer.crs().ellipsoidAcronym())
    return round(measure.measureArea(shape), 2)


def _same(
    new: Sequence[QgsGeometry], old: Sequence[QgsGeometry], area: QgsGeometry
) -> list[set[int]]:
    """For each new footprint the indices of old ones that are the same building within the area."""
    index = QgsSpatialIndex()
    for j, geometry in enumerate(old):
        feature = QgsFeature(j)
        feature.setGeometry(geometry)
        index.addFeature(feature)
    seen = [geometry.intersection(area).area() for geometry in old]
    return [
        {
            j
            for j in index.intersects(geometry.boundingBox())
            if geometry.intersection(old[j]).area() > SAME * min(geometry.area(), seen[j])
        }
        for geometry in new
    ]


def _groups(continued: dict[int, set[int]]) -> list[tuple[list[int], set[int]]]:
    """Group new pieces that continue the same old footprints, together with these."""
    groups: list[tuple[list[int], set[int]]] = []
    for piece, olds in continued.items():
        pieces = [piece]
        for group in [group for group in groups if group[1] & olds]:
            groups.remove(group)
            pieces = group[0] + pieces
            olds = group[1] | olds
        groups.append((pieces, olds))
    return groups
