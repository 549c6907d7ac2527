"""Merge the geometries of new footprints with those of existing ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Optional

from qgis.core import QgsFeature, QgsGeometry, QgsSpatialIndex

from .click_area import ClickArea

LEAST_OVERLAP = 1e-9  # share of a footprint; less is rounding
SAME = 0.5  # two footprints are one building if they share more than this of the smaller one


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
    successors
        The index of the removed footprint that an added one replaces, if no other replaces it.
    """

    added: dict[int, QgsGeometry]
    changed: set[int]
    removed: set[int]
    successors: dict[int, int] = field(default_factory=dict)


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
    same = same_building(new, old, area.extracted)
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
        same[pieces[0]] = set().union(*(same[i] for i in pieces))
    stay = [shape for j, shape in enumerate(old) if j not in merged.removed]
    _cut_overlaps(merged, [*stay, *accepted])
    _find_successors(merged, same)
    return merged


def merge_one(
    new: QgsGeometry, old: Sequence[QgsGeometry], accepted: Sequence[QgsGeometry] = ()
) -> Merge:
    """Merge one footprint with old ones.

    It replaces those of the same building and is cut where it would overlap others. Nothing is
    added if one of the same building is among the ``accepted`` ones.
    """
    if same_building([new], accepted)[0]:
        return Merge({}, set(), set())
    same = same_building([new], old)
    merged = Merge({0: new}, set(), same[0])
    stay = [shape for j, shape in enumerate(old) if j not in merged.removed]
    _cut_overlaps(merged, [*stay, *accepted])
    _find_successors(merged, same)
    return merged if merged.added else Merge({}, set(), set())


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


def _find_successors(merged: Merge, same: Sequence[set[int]]) -> None:
    """Note what replaces one old footprint alone; ``same`` is as from ``same_building``."""
    olds = {i: same[i] & merged.removed for i in merged.added}
    count = Counter(j for some in olds.values() for j in some)
    for i, some in olds.items():
        if len(some) == 1 and count[min(some)] == 1:
            merged.successors[i] = min(some)


def same_building(
    new: Sequence[QgsGeometry], old: Sequence[QgsGeometry], area: Optional[QgsGeometry] = None
) -> list[set[int]]:
    """For each new footprint the indices of old ones that are the same building.

    ``area`` is where the new ones were looked for, None if everywhere.
    """
    index = QgsSpatialIndex()
    for j, geometry in enumerate(old):
        feature = QgsFeature(j)
        feature.setGeometry(geometry)
        index.addFeature(feature)
    seen = [(shape.intersection(area) if area else shape).area() for shape in old]
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
