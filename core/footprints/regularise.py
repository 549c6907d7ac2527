"""Regularise building outlines: straight walls and right angles.

Coordinates are in pixels, which are square in metres, so that right angles are right angles on
the map.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import shapely

from .intersections import common_areas
from .right_angles import common_directions, ends_of, midpoints_of, square

TOLERANCE = 1.5  # pixels between a straight wall and the outline at most
MIN_HOLE_AREA = 16.0  # square pixels; smaller courtyards are filled
MIN_IOU = 0.85  # with the outline; below that a less simplified one is kept
NOISE = 1.0  # pixels; outlines that differ by less on average are as good as each other ...
MIN_NOISY_IOU = 0.7  # ... down to this IoU, which small buildings reach
REACH = 12.0  # pixels by which a result may exceed the bounds of its outline, as sharp corners do
_POLYGON = shapely.GeometryType.POLYGON


def regularise(outlines: Sequence[shapely.Polygon] | np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Straighten polygons that mostly follow pixel edges, each by itself.

    Parameters
    ----------
    outlines
        Valid polygons [n], in pixels.

    Returns
    -------
    polygons : object [n]
        Valid polygons: right-angled where the IoU with the outline is then at least MIN_IOU, else
        simplified with the same condition, else the outline.
    squared : bool [n]
        Whether a polygon is right-angled.
    """
    given = np.array(outlines, dtype=object)
    if len(given) == 0:
        return given, np.empty(0, bool)
    whole = without_small_holes(given)
    midpoints = midpoints_of(whole)
    simplified = simplify(midpoints.polygons(), TOLERANCE)
    ends = ends_of(midpoints, simplified)
    turns = common_directions(midpoints, ends, np.arange(len(given)), len(given))
    squared = square(midpoints, ends, turns)
    simplified = shapely.force_2d(simplified)
    result, right_angled = given.copy(), np.zeros(len(given), bool)
    left = np.arange(len(given))

    def accept(candidates: np.ndarray, right: bool) -> np.ndarray:
        """Take candidates [k] for those left where they fit; those still left."""
        good = fits(candidates, given[left])
        result[left[good]], right_angled[left[good]] = candidates[good], right
        rest: np.ndarray = left[~good]
        return rest

    left = accept(squared[left], True)
    left = accept(rectangles(given[left]), True)
    left = accept(simplified[left], False)
    accept(simplify(whole[left], TOLERANCE / 2), False)
    return result, right_angled


def rectangles(outlines: np.ndarray) -> np.ndarray:
    """The smallest rectangles around outlines [n], scaled down to the areas of the outlines."""
    around = shapely.minimum_rotated_rectangle(outlines)
    # Around a sliver the rectangle may have no area.
    areas = np.maximum(shapely.area(around), np.finfo(float).tiny)
    scales = np.minimum(np.sqrt(shapely.area(outlines) / areas), 1)
    corners, owners = shapely.get_coordinates(around, return_index=True)
    centres = shapely.get_coordinates(shapely.centroid(around))[owners]
    reduced: np.ndarray = shapely.set_coordinates(
        around, centres + (corners - centres) * scales[owners, None]
    )
    return reduced


def simplify(polygons: np.ndarray, tolerance: float) -> np.ndarray:
    """Simplify polygons [n]; those that become invalid are simplified with their topology."""
    simple = shapely.simplify(polygons, tolerance, preserve_topology=False)
    broken = ~shapely.is_valid(simple) | (shapely.get_type_id(simple) != _POLYGON)
    broken |= shapely.get_num_interior_rings(simple) != shapely.get_num_interior_rings(polygons)
    broken |= shapely.is_empty(simple)
    simple[broken] = shapely.simplify(polygons[broken], tolerance)
    result: np.ndarray = simple
    return result


def iou(polygons: np.ndarray, others: np.ndarray) -> np.ndarray:
    """Intersection over union [n] of valid polygons [n]."""
    common = common_areas(polygons, others)
    union = shapely.area(polygons) + shapely.area(others) - common
    values: np.ndarray = common / np.maximum(union, np.finfo(float).tiny)
    return values


def fits(polygons: np.ndarray, outlines: np.ndarray) -> np.ndarray:
    """Bool [n]: whether a polygon is valid, has an area, and is close enough to its outline."""
    usable = shapely.is_valid(polygons) & (shapely.get_type_id(polygons) == _POLYGON)
    usable &= shapely.area(polygons) > 0
    agreement, length = iou(polygons[usable], outlines[usable]), shapely.length(polygons[usable])
    union = (shapely.area(polygons[usable]) + shapely.area(outlines[usable])) / (1 + agreement)
    noisy = (agreement >= MIN_NOISY_IOU) & ((1 - agreement) * union <= NOISE * length)
    usable[usable] = (agreement >= MIN_IOU) | noisy
    beyond = np.abs(shapely.bounds(polygons) - shapely.bounds(outlines)).max(axis=1)
    usable &= beyond <= REACH
    result: np.ndarray = usable
    return result


def without_small_holes(polygons: np.ndarray) -> np.ndarray:
    """Polygons [n] with holes of less than MIN_HOLE_AREA filled."""
    result = polygons.copy()
    which = np.flatnonzero(shapely.get_num_interior_rings(polygons))
    if len(which):
        rings, owners = shapely.get_rings(polygons[which], return_index=True)
        is_hole = np.diff(owners, prepend=-1) == 0
        small = is_hole & (shapely.area(shapely.polygons(rings)) < MIN_HOLE_AREA)
        changed = np.isin(owners, owners[small])
        found, owner = np.unique(owners[changed & ~small], return_inverse=True)
        if len(found):
            result[which[found]] = shapely.polygons(rings[changed & ~small], indices=owner)
    return result
