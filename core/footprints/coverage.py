"""Regularise a group of touching buildings as a whole, so that they stay a coverage.

The group is first simplified as a coverage. Then buildings get right angles along the common
direction of their neighbours, with walls that are nearly in line moved onto one line. Where these
do not meet exactly, the remaining buildings give way or fill the gap.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import shapely
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from .nodes import GRID, share_vertices
from .overlaps import overlap, settle
from .regularise import (
    TOLERANCE,
    common_direction,
    fits,
    midpoint_polygons,
    midpoints,
    rectangles,
    regularise,
    simplify,
    square,
    without_small_holes,
)

_EXTENSION = 4.0  # pixels by which walls are extended at both ends, to reach the next wall
_COMMON_WALL = 2.0  # pixels; the two sides of a common wall are closer to each other
_IN_LINE = 1.0  # pixels; walls of neighbours in line with each other miss the line by less
_LEAST_CONTACT = 0.1  # pixels; a gap touches a building along more
_ROUNDS = 3  # of looking for a common direction, each among the buildings that are left


def regularise_layer(outlines: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Straighten the polygons [n] of a layer; those that do not overlap still do not.

    Polygons that share walls are straightened as a group, the others each by itself.

    Returns
    -------
    polygons : object [n]
    squared : bool [n]
        Whether a polygon got right angles.
    """
    first, second = shapely.STRtree(outlines).query(outlines, "intersects")
    other = first != second
    first, second = first[other], second[other]
    overlapping = np.unique(first[overlap(outlines, first, second)])
    pairs = np.stack([first, second], axis=1)
    pairs = pairs[shapely.length(shapely.intersection(outlines[first], outlines[second])) > 0]
    pairs = pairs[~np.isin(pairs, overlapping).any(axis=1)]
    alone = np.setdiff1d(np.arange(len(outlines)), pairs)
    polygons, squared = outlines.copy(), np.zeros(len(outlines), bool)
    polygons[alone], squared[alone] = regularise(outlines[alone])
    for group in _blocks(np.isin(np.arange(len(outlines)), pairs), pairs):
        polygons[group], squared[group] = regularise_group(outlines[group])
    return settle(outlines, polygons, squared)


def regularise_group(outlines: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Straighten polygons [n] that touch each other along edges and do not overlap.

    Returns
    -------
    polygons : object [n]
        A valid coverage.
    squared : bool [n]
        Whether a polygon got right angles.
    """
    pairs, walls = _shared_walls(outlines)
    simple = _simple_coverage(outlines, walls)
    squared = _squared(outlines, pairs)
    while not shapely.is_missing(squared).all():
        composed = _composed(simple, squared)
        bad = ~fits(composed, outlines)
        if not bad.any():
            noded = share_vertices(composed)
            if _is_coverage(noded):
                return noded, ~shapely.is_missing(squared)
            break
        # A building that fits no longer gives up its right angles, or if it has none, the one does
        # that takes most of it.
        gives_up = bad & ~shapely.is_missing(squared)
        for i in np.flatnonzero(bad & ~gives_up):
            taken = np.nan_to_num(shapely.area(shapely.intersection(squared, simple[i])))
            gives_up[np.argmax(taken)] |= taken.max() > 0
        if not gives_up.any():
            break
        squared[gives_up] = None
    noded = share_vertices(simple)
    result = noded if _is_coverage(noded) else share_vertices(outlines)
    return result, np.zeros(len(outlines), bool)


def _is_coverage(polygons: np.ndarray) -> bool:
    return bool(shapely.is_valid(polygons).all() and shapely.coverage_is_valid(polygons))


def _shared_walls(outlines: np.ndarray) -> tuple[np.ndarray, list[np.ndarray]]:
    """Pairs [m, 2] of outlines that share walls, and these as lines [k, 2]."""
    first, second = shapely.STRtree(outlines).query(outlines, "intersects")
    once = first < second
    pairs = np.stack([first[once], second[once]], axis=1)
    shared = shapely.intersection(outlines[pairs[:, 0]], outlines[pairs[:, 1]])
    long = shapely.length(shared) > 0
    walls = []
    for geometry in shared[long]:
        lines = [part for part in shapely.get_parts(geometry) if part.geom_type == "LineString"]
        merged = shapely.line_merge(shapely.MultiLineString(lines))
        walls += [shapely.get_coordinates(line) for line in shapely.get_parts(merged)]
    return pairs[long], walls


def _simple_coverage(outlines: np.ndarray, walls: list[np.ndarray]) -> np.ndarray:
    """The outlines [n] simplified through the midpoints of their edges, as a coverage.

    Where that loses a building, corners of the outlines are left out instead.
    """
    block = shapely.union_all(outlines, grid_size=GRID)
    if block.geom_type == "Polygon":  # outlines may share less of a wall than GRID
        whole = np.array([without_small_holes(block)])
        (simple,) = simplify(midpoint_polygons(whole), TOLERANCE)
        if simple.is_valid:
            faces = _faces(simple, [_simple_wall(wall) for wall in walls], outlines)
            if fits(faces, outlines).all():
                return faces
    noded = share_vertices(outlines)
    for tolerance in (TOLERANCE, TOLERANCE / 2):
        dropped: np.ndarray = shapely.coverage_simplify(noded, tolerance)
        if fits(dropped, outlines).all():
            return dropped
    return noded


def _simple_wall(wall: np.ndarray) -> shapely.LineString:
    """The wall [k, 2] simplified and extended at both ends."""
    points = np.concatenate([wall[:1], midpoints(wall), wall[-1:]])
    simple = shapely.get_coordinates(shapely.simplify(shapely.LineString(points), TOLERANCE))
    for end, inner in ((0, 1), (-1, -2)):
        step = simple[end] - simple[inner]
        simple[end] += step * (_EXTENSION / max(np.hypot(*step), GRID))
    return shapely.LineString(simple)


def _faces(
    block: shapely.Polygon, walls: list[shapely.LineString], outlines: np.ndarray
) -> np.ndarray:
    """The block divided by walls: each face goes to the outline [n] that it overlaps most.

    None where an outline gets no face.
    """
    lines = shapely.unary_union([block.boundary, *walls], grid_size=GRID)
    faces = shapely.get_parts(shapely.polygonize([lines]))
    faces = faces[shapely.intersects(block, shapely.point_on_surface(faces))]
    face, owner = shapely.STRtree(outlines).query(faces, "intersects")
    common = shapely.area(shapely.intersection(faces[face], outlines[owner]))
    best = np.full(len(faces), -1)
    for i in np.argsort(common, kind="stable"):
        if common[i] > 0:
            best[face[i]] = owner[i]
    result = np.full(len(outlines), None, dtype=object)
    for i in np.unique(best[best >= 0]):
        result[i] = shapely.coverage_union_all(faces[best == i])
    return result


def _squared(outlines: np.ndarray, pairs: np.ndarray) -> np.ndarray:
    """The outlines [n] with right angles, None where they do not fit."""
    whole = np.array([without_small_holes(outline) for outline in outlines], dtype=object)
    simple = simplify(midpoint_polygons(whole), TOLERANCE)
    result = np.full(len(outlines), None, dtype=object)
    for _ in range(_ROUNDS):
        left = shapely.is_missing(result)
        for block in _blocks(left, pairs):
            turn = common_direction(whole[block], simple[block])
            polygons = [square(whole[i], simple[i], turn) for i in block]
            squared = np.array(polygons, dtype=object)
            usable = fits(squared, outlines[block])
            if turn is not None and usable.any():
                block = block[usable]
                aligned = _aligned(squared[usable], turn)
                good = fits(aligned, outlines[block])
                result[block[good]] = aligned[good]
    rectangular = rectangles(outlines)
    usable = shapely.is_missing(result) & fits(rectangular, outlines)
    return np.where(usable, rectangular, result)


def _blocks(which: np.ndarray, pairs: np.ndarray) -> Iterator[np.ndarray]:
    """Indices of connected groups of those where bool [n] is true."""
    joined = pairs[which[pairs].all(axis=1)]
    graph = coo_array((np.ones(len(joined)), joined.T), shape=(len(which), len(which)))
    _, block_of = connected_components(graph, directed=False)
    for block in np.unique(block_of[which]):
        yield np.flatnonzero(block_of == block)


def _aligned(polygons: np.ndarray, turn: complex) -> np.ndarray:
    """Move walls of right-angled polygons [n] that are nearly in line onto a common line.

    These are the two sides of a common wall, and walls that continue each other.
    """
    rings, owners = shapely.get_rings(shapely.orient_polygons(polygons), return_index=True)
    corners, ring_of = shapely.get_coordinates(rings, return_index=True)
    start = np.flatnonzero(ring_of[1:] == ring_of[:-1])
    points = corners @ (1, 1j) * turn
    first, last = points[start], points[start + 1]
    level = np.abs((last - first).real) >= np.abs((last - first).imag)
    across = np.where(level, (first + last).imag, (first + last).real) / 2
    along = np.where(level, first.real, first.imag), np.where(level, last.real, last.imag)
    low, high, forward = np.minimum(*along), np.maximum(*along), along[0] < along[1]
    line_of = _lines(owners[ring_of[start]], level, across, low, high, forward)
    weight = high - low
    mean = np.bincount(line_of, weight * across) / np.bincount(line_of, weight)
    return _rebuilt(polygons, ring_of[start], owners, level, mean[line_of], turn)


def _lines(
    owner: np.ndarray,
    level: np.ndarray,
    across: np.ndarray,
    low: np.ndarray,
    high: np.ndarray,
    forward: np.ndarray,
) -> np.ndarray:
    """Number of the line [m] that each of m walls lies on; all arguments are [m].

    A wall lies at ``across``, from ``low`` to ``high`` along an axis, x if ``level``; ``forward``
    tells in which of the two directions the boundary of its owner passes it.
    """
    gap = np.maximum(low[:, None], low) - np.minimum(high[:, None], high)
    off = np.abs(across[:, None] - across)
    facing = (forward[:, None] != forward) & (gap < 0) & (off < _COMMON_WALL)
    continued = (forward[:, None] == forward) & (np.abs(gap) < _EXTENSION) & (off < _IN_LINE)
    same = (facing | continued) & (level[:, None] == level) & (owner[:, None] != owner)
    _, line_of = connected_components(coo_array(same), directed=False)
    return np.asarray(line_of)


def _rebuilt(
    polygons: np.ndarray,
    ring_of: np.ndarray,
    owners: np.ndarray,
    level: np.ndarray,
    across: np.ndarray,
    turn: complex,
) -> np.ndarray:
    """Polygons [n] from walls at new places; walls [m] of rings, rings of owners."""
    rings: list[list[np.ndarray]] = [[] for _ in polygons]
    for ring, owner in enumerate(owners):
        wall = ring_of == ring
        flat, line = level[wall], across[wall]
        before = np.roll(line, 1)
        corners = np.where(flat, before + 1j * line, line + 1j * before) / turn
        rings[owner].append(np.stack([corners.real, corners.imag], axis=1))
    return np.array([shapely.Polygon(outer, holes) for outer, *holes in rings], dtype=object)


def _composed(simple: np.ndarray, squared: np.ndarray) -> np.ndarray:
    """Polygons [n] without overlaps: squared ones, and what they leave of the simple ones.

    Gaps along common walls go to a building that is not squared, or else to the smaller one.
    """
    is_squared = ~shapely.is_missing(squared)
    result: np.ndarray = shapely.set_precision(np.where(is_squared, squared, simple), GRID)
    # Squared ones first, larger ones first: each gives way to those before.
    order = np.lexsort((-shapely.area(simple), ~is_squared))
    rank = np.argsort(order)
    first, second = shapely.STRtree(result).query(result, "intersects")
    for i in order:
        others = second[first == i]
        before = others[rank[others] < rank[i]]
        if len(before):
            cut = shapely.difference(result[i], _union(result[before]), grid_size=GRID)
            result[i] = _largest(cut)
    for gap in _gaps(simple, result):
        contact = shapely.intersection(shapely.buffer(gap.boundary, 4 * GRID), result)
        touched = np.flatnonzero(shapely.length(contact) > _LEAST_CONTACT)
        if len(touched) > 1:
            last = touched[np.argmax(rank[touched])]
            result[last] = _largest(shapely.union(result[last], gap, grid_size=GRID))
    return result


def _gaps(simple: np.ndarray, result: np.ndarray) -> np.ndarray:
    """Parts of the group that no polygon covers."""
    left = shapely.difference(_union(simple), _union(result), grid_size=GRID)
    parts = shapely.get_parts(left)
    kept: np.ndarray = parts[shapely.get_type_id(parts) == shapely.GeometryType.POLYGON]
    return kept


def _union(polygons: np.ndarray) -> shapely.Geometry:
    return shapely.union_all(polygons, grid_size=GRID)


def _largest(geometry: shapely.Geometry) -> shapely.Polygon:
    parts = [part for part in shapely.get_parts(geometry) if part.geom_type == "Polygon"]
    return max(parts, key=lambda part: part.area, default=shapely.Polygon())
