"""The layer that footprints by click are gathered in: how new ones meet those that are there."""

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
from ..layers.project import add_footprints
from ..review.walk import ACCEPTED, REVIEW, review_field
from .click_area import Ground, changed

PROPERTY = "cmhcl/by_click"  # of the layer, so that a saved project goes on with it
SAME = 0.5  # two footprints are one building when more than this share of the smaller is common
AREA = "area_m2"

translate = QCoreApplication.translate


@dataclass(frozen=True)
class Merge:
    """What becomes of new and old footprints.

    ``added``: shapes by the index of the new one; ``joined``: those of them that old ones are part
    of; ``removed``: indices of old ones.
    """

    added: dict[int, QgsGeometry]
    joined: set[int]
    removed: set[int]


def merge(new: Sequence[QgsGeometry], old: Sequence[QgsGeometry], ground: Ground) -> Merge:
    """New footprints of a piece of ground among old ones, no building twice.

    Wanted are the new ones with their centre in the ground that was asked for: so neighbouring
    pieces share the buildings on their border. They take the place of all old ones that are the
    same building; what else these stood for comes along, wherever its centre lies. But where both
    reach the edge of the area, which cuts the new one, they are joined.
    """
    same = _same(new, old, ground.area)
    whole = [geometry.within(ground.uncut) for geometry in new]
    inside = [geometry.within(ground.uncut) for geometry in old]
    taken = {i for i, geometry in enumerate(new) if geometry.centroid().intersects(ground.asked)}
    replaced: set[int] = set()
    found = taken
    while found:
        replaced |= {j for i in found for j in same[i] if whole[i] or inside[j]}
        found = {i for i in range(len(new)) if whole[i] and i not in taken and same[i] & replaced}
        taken |= found
    merged = Merge({i: new[i] for i in sorted(taken) if whole[i]}, set(), set(replaced))
    for pieces, continued in _groups({i: same[i] - replaced for i in taken if not whole[i]}):
        shapes = [new[i] for i in pieces] + [old[j] for j in continued]
        merged.added[pieces[0]] = QgsGeometry.unaryUnion(shapes) if continued else shapes[0]
        merged.joined.update(pieces[:1] if continued else ())
        merged.removed.update(continued)
    return merged


def find(project: QgsProject) -> Optional[QgsVectorLayer]:
    """The layer of footprints by click of a project, None before the first click."""
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
    """An empty layer on the map, on a new GeoPackage, with the fields of another and of reviews.

    ``crs`` is that of SAR, as ``add_footprints`` has it.
    Raises InputError when the file cannot be written.
    """
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.layerName = "footprints"
    fields = like.fields()
    fields.remove(fields.indexFromName("fid"))  # the writer makes its own
    fields.append(review_field())  # footprints that are not saved yet cannot be given it later
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


def add(layer: QgsVectorLayer, found: QgsVectorLayer, ground: Ground, title: str) -> Merge:
    """Merge the footprints of a result into the layer, as one edit that can be undone.

    Footprints that were accepted in a review stay as they are.
    Raises InputError when the layer cannot be edited, QgsCsException when the result cannot be
    brought into its coordinate system.
    """
    project = QgsProject.instance()
    change = QgsCoordinateTransform(found.crs(), layer.crs(), project)
    ground = ground.in_crs(layer.crs(), project)
    near = QgsFeatureRequest().setFilterRect(ground.area.boundingBox())
    old, accepted = _by_review(layer.getFeatures(near))
    found_there = [(f, changed(f.geometry(), change)) for f in found.getFeatures()]
    settled = _same([shape for _, shape in found_there], accepted, ground.area)
    new = [pair for pair, accepted_ones in zip(found_there, settled) if not accepted_ones]
    merged = merge([shape for _, shape in new], [feature.geometry() for feature in old], ground)
    if not merged.added:
        return merged
    if layer.subsetString():
        text = translate(
            "Clicks",
            "The layer “{}” has a filter, which hides footprints that are there; "
            "clear it and click again.",
        )
        raise InputError(text.format(layer.name()))
    if not layer.isEditable() and not layer.startEditing():
        text = translate("Clicks", "The layer “{}” cannot be edited; remove it and click again.")
        raise InputError(text.format(layer.name()))
    layer.beginEditCommand(title)
    layer.deleteFeatures([old[j].id() for j in merged.removed])
    layer.addFeatures(
        [_feature(layer, new[i][0], shape, i in merged.joined) for i, shape in merged.added.items()]
    )
    layer.endEditCommand()
    layer.triggerRepaint()
    return merged


def _by_review(features: Iterable[QgsFeature]) -> tuple[list[QgsFeature], list[QgsGeometry]]:
    """Features that are open to change, and the shapes of those that were accepted."""
    changeable, accepted = [], []
    for feature in features:
        if feature.fields().indexFromName(REVIEW) >= 0 and feature[REVIEW] == ACCEPTED:
            accepted.append(feature.geometry())
        else:
            changeable.append(feature)
    return changeable, accepted


def _feature(
    layer: QgsVectorLayer, found: QgsFeature, shape: QgsGeometry, joined: bool
) -> QgsFeature:
    """A feature of the layer with the attributes of one that was found, its area measured anew
    where it was joined."""
    fields = layer.fields()
    values = {name: found[name] for name in found.fields().names() if name != "fid"}
    if joined:
        values[AREA] = _area_m2(layer, shape)
    known = {fields.indexFromName(name): value for name, value in values.items()}
    known.pop(-1, None)  # a field that the user took out of the layer
    return QgsVectorLayerUtils.createFeature(layer, shape, known)


def _area_m2(layer: QgsVectorLayer, shape: QgsGeometry) -> float:
    measure = QgsDistanceArea()
    measure.setSourceCrs(layer.crs(), QgsProject.instance().transformContext())
    measure.setEllipsoid(layer.crs().ellipsoidAcronym())
    return round(measure.measureArea(shape), 2)


def _same(
    new: Sequence[QgsGeometry], old: Sequence[QgsGeometry], area: QgsGeometry
) -> list[set[int]]:
    """For each new footprint, the old ones that are the same building as far as the area shows."""
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
    """New pieces that go on as the same old footprints, together with these."""
    groups: list[tuple[list[int], set[int]]] = []
    for piece, olds in continued.items():
        pieces = [piece]
        for group in [group for group in groups if group[1] & olds]:
            groups.remove(group)
            pieces = group[0] + pieces
            olds = group[1] | olds
        groups.append((pieces, olds))
    return groups
