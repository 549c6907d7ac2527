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
MIN_IOU = 0.85  # with the outline; below that a less simplified one is kept
NOISE = 1.0  # pixels; outlines that differ by less on average are as good as each other ...
MIN_NOISY_IOU = 0.7  # ... down to this IoU, which small buildings reach
REACH = 12.0  # pixels by which a result may exceed the bounds of its outline, as sharp corners do
_POLYGON = shapely.GeometryType.POLYGON
_RIGHT_ANGLED = 0.3  # least agreement of wall directions modulo 90 degrees, 0 to 1


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
    whole = np.array([without_small_holes(outline) for outline in given], dtype=object)
    simplified = simplify(midpoint_polygons(whole), TOLERANCE)
    squared = np.array(
        [
            square(outline, simple, common_direction(np.array([outline]), np.array([simple])))
            for outline, simple in zip(whole, simplified)
        ],
        dtype=object,
    )
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
    """The smallest rectangles around outlines [n], reduced to the areas of these."""
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
    common = shapely.area(shapely.intersection(polygons, others))
    union = shapely.area(polygons) + shapely.area(others) - common
    values: np.ndarray = common / np.maximum(union, np.finfo(float).tiny)
    return values


def fits(polygons: np.ndarray, outlines: np.ndarray) -> np.ndarray:
    """Bool [n]: whether a polygon is not None, valid, and close enough to its outline."""
    usable = shapely.is_valid(polygons) & (shapely.get_type_id(polygons) == _POLYGON)
    agreement, length = iou(polygons[usable], outlines[usable]), shapely.length(polygons[usable])
    union = (shapely.area(polygons[usable]) + shapely.area(outlines[usable])) / (1 + agreement)
    noisy = (agreement >= MIN_NOISY_IOU) & ((1 - agreement) * union <= NOISE * length)
    usable[usable] = (agreement >= MIN_IOU) | noisy
    beyond = np.abs(shapely.bounds(polygons) - shapely.bounds(outlines)).max(axis=1)
    usable &= beyond <= REACH
    result: np.ndarray = usable
    return result


def without_small_holes(polygon: shapely.Polygon) -> shapely.Polygon:
    """The polygon with holes of less than MIN_HOLE_AREA filled."""
    holes = [h for h in polygon.interiors if shapely.Polygon(h).area >= MIN_HOLE_AREA]
    if len(holes) == len(polygon.interiors):
        return polygon
    return shapely.Polygon(polygon.exterior, holes)


def midpoint_polygons(outlines: np.ndarray) -> np.ndarray:
    """Polygons through the midpoints of the pixel edges of each outline.

    The true wall runs through the middle of the staircase, not along its corners.
    """
    return np.array(
        [
            shapely.Polygon(
                midpoints(shapely.get_coordinates(outline.exterior)),
                [midpoints(shapely.get_coordinates(hole)) for hole in outline.interiors],
            )
            for outline in outlines
        ],
        dtype=object,
    )


def midpoints(ring: np.ndarray) -> np.ndarray:
    """Midpoints [n, 2] of the edges of a line or ring [k, 2], cut to lengths of at most 1."""
    steps = np.diff(ring, axis=0)
    pieces = np.ceil(np.hypot(*steps.T)).astype(int)
    directions = np.repeat(steps / np.maximum(pieces, 1)[:, None], pieces, axis=0)
    corners = ring[0] + np.concatenate([np.zeros((1, 2)), np.cumsum(directions, axis=0)[:-1]])
    middle: np.ndarray = corners + directions / 2
    return middle


def common_direction(outlines: np.ndarray, simplified: np.ndarray) -> complex | None:
    """Unit complex number that turns most walls of outlines [n] to the axes.

    ``simplified`` are the polygons through the midpoints of their edges, simplified. None if the
    walls have no common direction.
    """
    walls = np.concatenate([_walls(*pair) for pair in zip(outlines, simplified)])
    squares = np.abs(walls) ** 2
    # The fourth power of a unit complex number maps directions modulo 90 degrees to one.
    agreement = (walls**4 / np.maximum(squares, np.finfo(float).tiny)).sum()
    if np.abs(agreement) <= _RIGHT_ANGLED * squares.sum():
        return None
    return complex(np.exp(-0.25j * np.angle(agreement)))


def _walls(outline: shapely.Polygon, simplified: shapely.Polygon) -> np.ndarray:
    """Walls of the outer ring as complex numbers, without the points where they meet.

    These lie on either wall, so that a wall through them would be a little oblique.
    """
    points = midpoints(shapely.get_coordinates(outline.exterior)) @ (1, 1j)
    ends = np.flatnonzero(np.isin(points, shapely.get_coordinates(simplified.exterior) @ (1, 1j)))
    if len(ends) < 3:
        return np.empty(0, complex)
    points = np.roll(points, -ends[0])
    starts = ends - ends[0]
    stops = np.append(starts[1:], len(points))
    long = stops - starts > 3
    first, last = starts + long, stops - long
    walls: np.ndarray = points[last % len(points)] - points[first]
    return walls


def square(
    outline: shapely.Polygon, simplified: shapely.Polygon, turn: complex | None
) -> shapely.Polygon | None:
    """The outline with walls along the axes of ``turn``, None without it or without walls.

    ``simplified`` is the polygon through the midpoints of its edges, simplified.
    """
    if turn is None:
        return None
    corners = shapely.get_coordinates(simplified) @ (1, 1j)
    outer, *holes = (
        _square_ring(shapely.get_coordinates(ring), corners, turn)
        for ring in [outline.exterior, *outline.interiors]
    )
    if outer is None:
        return None
    return shapely.Polygon(outer, [hole for hole in holes if hole is not None])


def _square_ring(ring: np.ndarray, kept: np.ndarray, turn: complex) -> np.ndarray | None:
    """Corners [k, 2] of a closed ring with walls along the turned axes, None if fewer than 4.

    ``kept`` are the midpoints, as complex numbers, between which walls are straight.
    """
    middle = midpoints(ring) @ (1, 1j)
    ends = np.flatnonzero(np.isin(middle, kept))
    if len(ends) < 3:
        return None
    points = np.roll(middle, -ends[0]) * turn
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
