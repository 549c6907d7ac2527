"""Simplify groups of touching buildings as coverages."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from .by_group import all_of, pairs_within, rows_of
from .composition import unions
from .intersections import common_areas
from .nodes import GRID, share_vertices
from .regularise import TOLERANCE, fits, simplify, without_small_holes
from .right_angles import edge_midpoints, midpoints_of

_EXTENSION = 4.0  # pixels by which walls are extended at both ends, to reach the next wall
_LEAST_AREA = 1e-9  # square pixels; less is rounding


@dataclass(frozen=True)
class SharedWalls:
    """Pairs [m, 2] of outlines that share walls; these as lines [k], and their groups [k]."""

    pairs: np.ndarray
    lines: np.ndarray
    group_of: np.ndarray


def shared_walls(outlines: np.ndarray, group_of: np.ndarray) -> SharedWalls:
    """The parts of outlines [n] that they share with others of their group [n]."""
    first, second = pairs_within(outlines, group_of, outlines, group_of)
    once = first < second
    pairs = np.stack([first[once], second[once]], axis=1)
    shared = shapely.intersection(outlines[pairs[:, 0]], outlines[pairs[:, 1]])
    long = shapely.length(shared) > 0
    pairs, shared = pairs[long], shared[long]
    parts, pair_of = shapely.get_parts(shared, return_index=True)
    linear = shapely.get_type_id(parts) == shapely.GeometryType.LINESTRING
    parts, pair_of = parts[linear], pair_of[linear]
    found, index = np.unique(pair_of, return_inverse=True)
    merged = shapely.line_merge(shapely.multilinestrings(parts, indices=index))
    lines, index = shapely.get_parts(np.atleast_1d(merged), return_index=True)
    return SharedWalls(pairs, lines, group_of[pairs[found[index], 0]])


def simple_coverages(
    outlines: np.ndarray, group_of: np.ndarray, count: int, walls: SharedWalls
) -> np.ndarray:
    """The outlines [n] simplified through the midpoints of their edges, as ``count`` coverages.

    Where that loses a building, corners of the outlines of its group are left out instead.
    """
    if _follow_pixels(outlines):  # then a union is exact without a grid, and faster
        blocks = shapely.union_all(rows_of(outlines, group_of, count), axis=1)
    else:
        blocks = unions(outlines, group_of, count)
    # Outlines may share less of a wall than GRID.
    which = np.flatnonzero(shapely.get_type_id(blocks) == shapely.GeometryType.POLYGON)
    whole = midpoints_of(without_small_holes(blocks[which]))
    simple = shapely.force_2d(simplify(whole.polygons(), TOLERANCE)) if len(which) else blocks[:0]
    valid = shapely.is_valid(simple)
    blocks = np.full(count, None, dtype=object)
    blocks[which[valid]] = simple[valid]
    result = _faces(blocks, walls, outlines, group_of)
    good = all_of(fits(result, outlines), group_of, count)
    for group in np.flatnonzero(~good):
        members = np.flatnonzero(group_of == group)
        result[members] = _with_fewer_corners(outlines[members])
    return result


def _follow_pixels(outlines: np.ndarray) -> bool:
    """Whether all edges of outlines [n] run along x or y between whole numbers."""
    points, ring_of = shapely.get_coordinates(shapely.get_rings(outlines), return_index=True)
    steps = np.diff(points, axis=0)[ring_of[1:] == ring_of[:-1]]
    return bool((points == np.rint(points)).all() and (steps == 0).any(axis=1).all())


def _with_fewer_corners(outlines: np.ndarray) -> np.ndarray:
    """The outlines [n] of a group without some of their corners, as a coverage."""
    noded = share_vertices(outlines)
    for tolerance in (TOLERANCE, TOLERANCE / 2):
        dropped: np.ndarray = shapely.coverage_simplify(noded, tolerance)
        if fits(dropped, outlines).all():
            return dropped
    return noded


def _simple_walls(lines: np.ndarray) -> np.ndarray:
    """Lines [k] simplified and extended at both ends."""
    points, line_of = shapely.get_coordinates(lines, return_index=True)
    middle, line_of_middle = edge_midpoints(points, line_of)
    starts, stops = np.searchsorted(line_of, [np.arange(len(lines)), np.arange(1, len(lines) + 1)])
    # From end to end through the midpoints.
    all_points = np.concatenate(
        [points[starts], np.stack([middle.real, middle.imag], axis=1), points[stops - 1]]
    )
    numbers = np.arange(len(lines))
    order = np.argsort(np.concatenate([numbers, line_of_middle, numbers]), kind="stable")
    indices = np.sort(np.concatenate([numbers, line_of_middle, numbers]))
    through = shapely.linestrings(all_points[order], indices=indices)
    simple = shapely.simplify(through, TOLERANCE)
    points, line_of = shapely.get_coordinates(simple, return_index=True)
    starts, stops = np.searchsorted(line_of, [numbers, numbers + 1])
    for end, inner in ((starts, starts + 1), (stops - 1, stops - 2)):
        step = points[end] - points[inner]
        lengths = np.maximum(np.hypot(*step.T), GRID)
        points[end] += step * (_EXTENSION / lengths)[:, None]
    extended: np.ndarray = shapely.linestrings(points, indices=line_of)
    return extended


def _faces(
    blocks: np.ndarray, walls: SharedWalls, outlines: np.ndarray, group_of: np.ndarray
) -> np.ndarray:
    """Blocks [g] divided by walls: each face goes to the outline [n] that it overlaps most.

    None where an outline gets no face, as where its group has no block.
    """
    result = np.full(len(outlines), None, dtype=object)
    groups = np.flatnonzero(~shapely.is_missing(blocks))
    if len(groups) == 0:
        return result
    used = np.isin(walls.group_of, groups)
    pieces = np.concatenate([shapely.boundary(blocks[groups]), _simple_walls(walls.lines[used])])
    row_of = np.searchsorted(groups, np.concatenate([groups, walls.group_of[used]]))
    lines = unions(pieces, row_of, len(groups))
    faces, row = shapely.get_parts(shapely.polygonize(lines[:, None]), return_index=True)
    inside = shapely.intersects(blocks[groups[row]], shapely.point_on_surface(faces))
    faces, group_of_face = faces[inside], groups[row[inside]]
    face, owner = pairs_within(faces, group_of_face, outlines, group_of)
    common = common_areas(faces[face], outlines[owner])
    order = np.argsort(common, kind="stable")
    order = order[common[order] > _LEAST_AREA]
    best = np.full(len(faces), -1)
    best[face[order]] = owner[order]  # the last one stays, which is the largest
    found, index = np.unique(best[best >= 0], return_inverse=True)
    if len(found):
        rows = rows_of(faces[best >= 0], index, len(found))
        result[found] = shapely.coverage_union_all(rows, axis=1)
    return result
