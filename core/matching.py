"""Overlaps between two layers of polygons, and one-to-one matches among them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

_DIGITS = 9  # of an IoU; pairs that differ by less are equally good


@dataclass(frozen=True)
class Overlaps:
    """Pairs [k] of polygons of two layers that overlap or touch.

    Attributes
    ----------
    first, second
        Indices [k] of the polygons in their layers.
    area
        Common area [k] in square units of the coordinates.
    iou
        Intersection over union [k], 0..1.
    place
        Sum of the bounds of both polygons [k, 4], the same if the layers are swapped.
    """

    first: np.ndarray
    second: np.ndarray
    area: np.ndarray
    iou: np.ndarray
    place: np.ndarray


def overlaps(first: np.ndarray, second: np.ndarray) -> Overlaps:
    """Overlaps between valid polygons [n] and [m]."""
    i, j = shapely.STRtree(second).query(first, predicate="intersects")
    common = shapely.area(shapely.intersection(first[i], second[j]))
    iou = common / (shapely.area(first)[i] + shapely.area(second)[j] - common)
    place = shapely.bounds(first)[i] + shapely.bounds(second)[j]
    return Overlaps(i, j, common, iou.round(_DIGITS), place)


def match(pairs: Overlaps, min_iou: float) -> np.ndarray:
    """Indices [k] of the pairs that match one to one at ``min_iou`` or more, best IoU first.

    Greedy: of all pairs whose polygons are both free, that of the largest IoU is taken, as in the
    evaluation of COCO. Pairs of the same IoU are taken by their place, so the result does not
    depend on the order of the polygons or of the layers. If neither layer overlaps itself, no
    polygon has two partners above an IoU of 0.5, and the result is the only possible one.
    """
    candidates = np.flatnonzero((pairs.iou >= min_iou) & (pairs.area > 0))
    order = np.lexsort((*pairs.place[candidates].T, -pairs.iou[candidates]))
    first, second = set(), set()
    matched = []
    for pair in candidates[order]:
        i, j = int(pairs.first[pair]), int(pairs.second[pair])
        if i not in first and j not in second:
            first.add(i)
            second.add(j)
            matched.append(pair)
    return np.array(matched, dtype=np.intp)
