"""Regularise building outlines: straight walls and right angles.

Coordinates are in pixels, which are square in metres, so that right angles are right angles on
the map.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import shapely

TOLERANCE = 1.5  # pixels between a straight wall and the outline at most
MIN_WALL_LENGTH = 3.0  # pixels; shorter walls are merged into their neighbours
MIN_HOLE_AREA = 16.0  # square pixels; smaller courtyards are filled
MIN_IOU = 0.85  # with the simplified outline, which is kept below that
_RIGHT_ANGLED = 0.3  # least agreement of wall directions modulo 90 degrees, 0 to 1


def regularise(outlines: Sequence[shapely.Polygon] | np.ndarray) -> np.ndarray:
    """Straighten valid polygons [n] that mostly follow pixel edges; all results are valid.

    A building gets right angles if the IoU with its simplified outline is then at least
    MIN_IOU, and its simplified outline otherwise. Slivers that have none stay as they are.
    """
    if len(outlines) == 0:
        return np.empty(0, dtype=object)
    whole = np.array([_without_small_holes(outline) for outline in outlines], dtype=object)
    simplified = shapely.simplify(_midpoint_polygons(whole), TOLERANCE)
    broken = ~shapely.is_valid(simplified)
    simplified[broken] = shapely.simplify(whole[broken], TOLERANCE)
    squared = np.array(
        [
            None if skip else _square(outline, simple)
            for outline, simple, skip in zip(whole, simplified, broken)
        ],
        dtype=object,
    )
    straight = np.where(_fits(squared, simplified), squared, simplified)
    return np.where(shapely.area(straight) > 0, straight, np.asarray(outlines, dtype=object))


def _fits(polygons: np.ndarray, simplified: np.ndarray) -> np.ndarray:
    """Bool [n]: whether a polygon is not None, valid, and of an IoU of at least MIN_IOU."""
    polygons = np.where(shapely.is_valid(polygons), polygons, shapely.Polygon())
    common = shapely.area(shapely.intersection(polygons, simplified))
    union = shapely.area(polygons) + shapely.area(simplified) - common
    fits: np.ndarray = common >= MIN_IOU * union
    return fits


def _without_small_holes(polygon: shapely.Polygon) -> shapely.Polygon:
    holes = [h for h in polygon.interiors if shapely.Polygon(h).area >= MIN_HOLE_AREA]
    if len(holes) == len(polygon.interiors):
        return polygon
    return shapely.Polygon(polygon.exterior, holes)


def _midpoint_polygons(outlines: np.ndarray) -> np.ndarray:
    """Polygons through the midpoints of the pixel edges of each outline.

    The true wall runs through the middle of the staircase, not along its corners.
    """
    return np.array(
        [
            shapely.Polygon(
                _midpoints(shapely.get_coordinates(outline.exterior)),
                [_midpoints(shapely.get_coordinates(hole)) for hole in outline.interiors],
            )
            for outline in outlines
        ],
        dtype=object,
    )


def _midpoints(ring: np.ndarray) -> np.ndarray:
    """Midpoints [n, 2] of the edges of a closed ring [k, 2], cut to lengths of at most 1."""
    steps = np.diff(ring, axis=0)
    pieces = np.ceil(np.hypot(*steps.T)).astype(int)
    directions = np.repeat(steps / np.maximum(pieces, 1)[:, None], pieces, axis=0)
    corners = ring[0] + np.concatenate([np.zeros((1, 2)), np.cumsum(directions, axis=0)[:-1]])
    midpoints: np.ndarray = corners + directions / 2
    return midpoints


def _square(outline: shapely.Polygon, simplified: shapely.Polygon) -> shapely.Polygon | None:
    """The building with right angles, None if its walls have no common direction."""
    corners = shapely.get_coordinates(simplified.exterior)
    walls = np.diff(corners[:, 0] + 1j * corners[:, 1])
    # The fourth power of a unit complex number maps directions modulo 90 degrees to one.
    agreement = (walls**4 / np.abs(walls) ** 2).sum() / (np.abs(walls) ** 2).sum()
    if np.abs(agreement) < _RIGHT_ANGLED:
        return None
    turn = np.exp(-0.25j * np.angle(agreement))
    rings = zip(
        [outline.exterior, *outline.interiors], [simplified.exterior, *simplified.interiors]
    )
    squared = [
        _square_ring(shapely.get_coordinates(ring), shapely.get_coordinates(simple), turn)
        for ring, simple in rings
    ]
    if squared[0] is None:
        return None
    return shapely.Polygon(squared[0], [hole for hole in squared[1:] if hole is not None])


def _square_ring(ring: np.ndarray, simplified: np.ndarray, turn: complex) -> np.ndarray | None:
    """Corners [k, 2] of a ring with walls along the turned axes, None if fewer than 4 remain.

    ``simplified`` is a subset of the midpoints of ``ring``; both are closed.
    """
    midpoints = _midpoints(ring) @ (1, 1j)
    ends = np.flatnonzero(np.isin(midpoints, simplified @ (1, 1j)))
    points = np.roll(midpoints, -ends[0]) * turn
    starts = ends - ends[0]
    directions = np.diff(points[[*starts, 0]])
    # A wall: (horizontal?, number of points, sum of their coordinates across the wall).
    level = np.abs(directions.real) >= np.abs(directions.imag)
    counts = np.diff([*starts, len(points)])
    across_level = np.add.reduceat(points.imag, starts)
    across_upright = np.add.reduceat(points.real, starts)
    walls: list[tuple[bool, int, float]] = list(
        zip(level.tolist(), counts.tolist(), np.where(level, across_level, across_upright).tolist())
    )
    walls = _merge_short(_merge_parallel(walls))
    if len(walls) < 4:
        return None
    lines = [total / count for _, count, total in walls]
    corners = [
        complex(lines[i - 1], lines[i]) if walls[i][0] else complex(lines[i], lines[i - 1])
        for i in range(len(walls))
    ]
    turned = np.array(corners) / turn
    return np.stack([turned.real, turned.imag], axis=1)


Wall = tuple[bool, int, float]


def _merge_parallel(walls: list[Wall]) -> list[Wall]:
    """Merge adjacent walls of the same direction, the last and the first included."""
    merged: list[Wall] = []
    for wall in walls:
        if merged and merged[-1][0] == wall[0]:
            merged[-1] = _joined(merged[-1], wall)
        else:
            merged.append(wall)
    if len(merged) > 1 and merged[0][0] == merged[-1][0]:
        merged[0] = _joined(merged.pop(), merged[0])
    return merged


def _merge_short(walls: list[Wall]) -> list[Wall]:
    """Remove walls shorter than MIN_WALL_LENGTH, shortest first, merging the two adjacent walls."""
    while len(walls) > 4:
        lines = [total / count for _, count, total in walls]
        lengths = [abs(lines[(i + 1) % len(walls)] - lines[i - 1]) for i in range(len(walls))]
        shortest = min(range(len(walls)), key=lengths.__getitem__)
        if lengths[shortest] >= MIN_WALL_LENGTH:
            break
        walls = walls[shortest:] + walls[:shortest]
        walls = [_joined(walls[-1], walls[1]), *walls[2:-1]]
    return walls


def _joined(first: Wall, second: Wall) -> Wall:
    return first[0], first[1] + second[1], first[2] + second[2]
