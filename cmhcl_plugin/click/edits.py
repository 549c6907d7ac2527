"""Edits of the layer of footprints by click: each is one command that can be undone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Optional

from qgis.core import (
    QgsCoordinateTransform,
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsProject,
    QgsVectorLayer,
    QgsVectorLayerUtils,
)
from qgis.PyQt.QtCore import QCoreApplication

from ...core.hatch.errors import InputError
from ...core.hatch.names import ACCEPTED, AREA_M2, REVIEW, decision_of
from ..layers.field_aliases import index_of
from ..layers.geodesic_area import area_m2
from ..layers.project_layers import require_writable
from ..layers.reading import features_of
from ..review.decision_field import keep_decision, stored_decision
from .click_area import ClickArea, transformed
from .merge import Merge, merge, merge_one, same_building
from .session import ClickedBuilding

translate = QCoreApplication.translate


def add_result(layer: QgsVectorLayer, found: QgsVectorLayer, area: ClickArea, title: str) -> Merge:
    """Merge the footprints of an area into the layer.

    Footprints that were accepted in a review are not changed. Raises InputError if the layer
    cannot be edited, QgsCsException if the result cannot be transformed to its system.
    """
    project = QgsProject.instance()
    transform = QgsCoordinateTransform(found.crs(), layer.crs(), project)
    area = area.in_crs(layer.crs(), project)
    near = QgsFeatureRequest().setFilterRect(area.extracted.boundingBox())
    old, accepted = _by_review(features_of(layer, near))
    found_here = [(f, transformed(f.geometry(), transform)) for f in found.getFeatures()]
    reviewed = same_building([shape for _, shape in found_here], accepted, area.extracted)
    new = [pair for pair, accepted_ones in zip(found_here, reviewed) if not accepted_ones]
    merged = merge(
        [shape for _, shape in new], [feature.geometry() for feature in old], area, accepted
    )
    values = [_values(feature) for feature, _ in new]
    if merged.added:
        _require_editable(layer)
        _apply(layer, merged, values, old, title)
    return merged


def add_building(layer: QgsVectorLayer, building: ClickedBuilding, title: str) -> Merge:
    """Add a building to the layer, or correct the footprint that it was clicked for.

    Footprints that were accepted in a review are not changed, except the one that is corrected.
    Raises InputError and QgsCsException as ``add_result`` does.
    """
    project = QgsProject.instance()
    transform = QgsCoordinateTransform(building.crs, layer.crs(), project)
    shape = transformed(building.geometry, transform)
    near = QgsFeatureRequest().setFilterRect(shape.boundingBox())
    others = [f for f in features_of(layer, near) if f.id() != building.corrected]
    old, accepted = _by_review(others)
    merged = merge_one(shape, [feature.geometry() for feature in old], accepted)
    if merged.added:
        _require_editable(layer)
        _apply(layer, merged, [building.values()], old, title, building.corrected)
    return merged


def _require_editable(layer: QgsVectorLayer) -> None:
    """Turn on the layer's edit mode. Raises InputError."""
    if layer.subsetString():
        text = translate(
            "Clicks", "The layer “{}” has a filter that hides footprints; clear it and click again."
        )
        raise InputError(text.format(layer.name()))
    require_writable(layer)
    if not layer.isEditable() and not layer.startEditing():
        text = translate("Clicks", "The layer “{}” cannot be edited; remove it and click again.")
        raise InputError(text.format(layer.name()))


def _apply(
    layer: QgsVectorLayer,
    merged: Merge,
    values: Sequence[Mapping[str, Any]],
    old: Sequence[QgsFeature],
    title: str,
    corrected: Optional[int] = None,
) -> None:
    """Add footprints with these values; the first one takes the place of ``corrected``.

    Where one replaces one, the old feature is changed and keeps its other values: those of the
    user's own fields, and the decision of a review.
    """
    places = {i: old[j].id() for i, j in merged.successors.items()}
    if corrected is not None:
        places = {0: corrected}
    layer.beginEditCommand(title)
    layer.deleteFeatures([*{old[j].id() for j in merged.removed} - {*places.values()}])
    for i, shape in merged.added.items():
        attributes = _attributes(layer, values[i], shape, measure=i in merged.changed)
        if i in places:
            decision = stored_decision(layer, places[i])
            layer.changeGeometry(places[i], shape)
            layer.changeAttributeValues(places[i], attributes)
            keep_decision(layer, places[i], decision)
        else:
            layer.addFeature(QgsVectorLayerUtils.createFeature(layer, shape, attributes))
    layer.endEditCommand()
    layer.triggerRepaint()


def _by_review(features: Iterable[QgsFeature]) -> tuple[list[QgsFeature], list[QgsGeometry]]:
    """Features that may be changed, and the geometries of those that were accepted."""
    changeable, accepted = [], []
    for feature in features:
        index = index_of(feature.fields(), REVIEW)
        if index >= 0 and decision_of(feature[index]) == ACCEPTED:
            accepted.append(feature.geometry())
        else:
            changeable.append(feature)
    return changeable, accepted


def _values(found: QgsFeature) -> dict[str, Any]:
    return {name: found[name] for name in found.fields().names() if name != "fid"}


def _attributes(
    layer: QgsVectorLayer, values: Mapping[str, Any], shape: QgsGeometry, *, measure: bool
) -> dict[int, Any]:
    """Values by the index of their field; ``measure``: the area of the shape is measured again."""
    fields = layer.fields()
    area = {AREA_M2: area_m2(layer, shape)} if measure else {}
    known = {fields.indexFromName(name): value for name, value in {**values, **area}.items()}
    known.pop(-1, None)  # a field that the user removed from the layer
    return known
