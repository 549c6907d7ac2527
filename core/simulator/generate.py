"""Made-up towns: districts of several styles, streets, blocks, buildings, trees, cars, a river."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
import shapely
from shapely import Polygon

from ..hatch.errors import InputError
from .city import Building, City, Floats, Ground, Material, Roof, clear_things, scatter


@dataclass(frozen=True)
class _Plan:
    """A building in the coordinates of its block."""

    corners: Floats
    eaves_m: float
    rise_m: float
    roof: Roof
    material: Material
    mapped: bool = True


@dataclass(frozen=True)
class _Habit:
    """What the blocks of one district have in common. Lengths in metres."""

    layout: Callable[[np.random.Generator, float, float, _Habit], list[_Plan]]
    block: tuple[float, float]
    street: float
    storeys: tuple[float, float]
    pitched: float
    material: Material
    ground: Ground
    trees_per_ha: float
    boxes_per_ha: float
    skew_deg: float = 0.0


def _rectangle(x: float, y: float, w: float, h: float, turn: float = 0.0) -> Floats:
    corners = np.array([[-w, -h], [w, -h], [w, h], [-w, h]]) / 2
    cos, sin = math.cos(turn), math.sin(turn)
    return corners @ np.array([[cos, sin], [-sin, cos]]) + [x + w / 2, y + h / 2]


def _cut(rng: np.random.Generator, corners: Floats) -> Floats:
    """Take a corner out of a rectangle: an L."""
    a, b, _, d = corners
    s, t = rng.uniform(0.35, 0.65, 2)
    inner = a + s * (b - a) + t * (d - a)
    shape = np.array([a, b, b + t * (d - a), inner, a + s * (b - a) + (d - a), d])
    return np.roll(shape, int(rng.integers(6)), axis=0)


def _finish(rng: np.random.Generator, habit: _Habit, corners: Floats, storeys: float) -> _Plan:
    """Give an outline its height and its roof."""
    eaves = max(2.3, storeys * rng.uniform(2.7, 3.3) + rng.uniform(-0.3, 0.8))
    material = habit.material if rng.random() < 0.7 else Material(int(rng.integers(len(Material))))
    width = min(math.dist(corners[0], corners[1]), math.dist(corners[1], corners[2]))
    if rng.random() < habit.pitched:
        roof = Roof(int(rng.choice([1, 1, 1, 2, 2, 3])))
        rise = width / 2 * math.tan(math.radians(rng.uniform(15, 48)))
        return _Plan(corners, eaves, min(rise, 7.0), roof, material)
    return _Plan(corners, eaves, 0.0, Roof.FLAT, material)


def _storeys(rng: np.random.Generator, habit: _Habit) -> float:
    return float(rng.uniform(*habit.storeys))


def _spans(rng: np.random.Generator, length: float, low: float, high: float) -> Floats:
    """Cut a length into pieces of about low..high: the cuts, both ends among them."""
    count = max(1, round(length / rng.uniform(low, high)))
    cuts = np.arange(count + 1, dtype=float)
    cuts[1:-1] += rng.uniform(-0.15, 0.15, count - 1)
    return cuts * (length / count)


def _row(
    rng: np.random.Generator,
    habit: _Habit,
    box: tuple[float, float, float, float],
    along_x: bool,
    unit: tuple[float, float],
) -> list[_Plan]:
    """Houses wall to wall along a strip x, y, width, height; now and then with a gap."""
    x, y, w, h = box
    cuts = _spans(rng, w if along_x else h, *unit)
    shared = _storeys(rng, habit)
    uniform = rng.random() < 0.5
    gaps = rng.uniform(0.0, 0.12)
    plans = []
    for start, end in zip(cuts[:-1], cuts[1:], strict=True):
        if rng.random() < gaps:
            continue
        depth = (h if along_x else w) * rng.uniform(0.82, 1.0) ** (not uniform)
        if along_x:
            corners = _rectangle(x + start, y, end - start, depth)
        else:
            corners = _rectangle(x, y + start, depth, end - start)
        storeys = shared if uniform else _storeys(rng, habit)
        plans.append(_finish(rng, habit, corners, storeys))
    if uniform and plans:
        first = plans[0]
        plans = [
            replace(p, eaves_m=first.eaves_m, rise_m=first.rise_m, roof=first.roof) for p in plans
        ]
    return plans


def _perimeter(rng: np.random.Generator, w: float, h: float, habit: _Habit) -> list[_Plan]:
    """Closed blocks about a courtyard."""
    depth = min(rng.uniform(9, 15), w / 2.5, h / 2.5)
    unit = (10.0, 28.0)
    plans = _row(rng, habit, (0, 0, w, depth), True, unit)
    plans += _row(rng, habit, (0, h - depth, w, depth), True, unit)
    inner = h - 2 * depth
    plans += _row(rng, habit, (0, depth, depth, inner), False, unit)
    if rng.random() < 0.8:
        plans += _row(rng, habit, (w - depth, depth, depth, inner), False, unit)
    if min(w, h) > 3.6 * depth and rng.random() < 0.6:
        yard = _rectangle(w / 2 - 7, h / 2 - 6, rng.uniform(8, 16), rng.uniform(6, 12))
        plans.append(_finish(rng, habit, yard, rng.uniform(1, 2)))
    return plans


def _downtown(rng: np.random.Generator, w: float, h: float, habit: _Habit) -> list[_Plan]:
    """Lots of all sizes, built up nearly to their edges, low beside high."""
    plans = []
    rows = _spans(rng, h, 18, 45)
    for low, high in zip(rows[:-1], rows[1:], strict=True):
        cuts = _spans(rng, w, 10, 40)
        for left, right in zip(cuts[:-1], cuts[1:], strict=True):
            if rng.random() < 0.15:
                continue
            back = rng.uniform(0, 6) * (rng.random() < 0.6)
            corners = _rectangle(left, low, right - left, high - low - back)
            if rng.random() < 0.25:
                corners = _cut(rng, corners)
            storeys = _storeys(rng, habit) * rng.lognormal(0, 0.45)
            plans.append(_finish(rng, habit, corners, storeys))
    return plans


def _terraced(rng: np.random.Generator, w: float, h: float, habit: _Habit) -> list[_Plan]:
    """Rows of narrow houses back to back, gardens with sheds between them."""
    depth = rng.uniform(7.5, 11)
    front = rng.uniform(0, 5)
    unit = (5.0, 7.5)
    pitch = 2 * depth + rng.uniform(16, 30)
    plans: list[_Plan] = []
    y = front
    while y + depth < h:
        plans += _row(rng, habit, (front, y, w - 2 * front, depth), True, unit)
        mate = y + pitch - depth
        if mate + depth <= h:
            plans += _row(rng, habit, (front, mate, w - 2 * front, depth), True, unit)
        y += pitch + rng.uniform(8, 16)
    return plans


def _detached(rng: np.random.Generator, w: float, h: float, habit: _Habit) -> list[_Plan]:
    """Houses on plots of their own, with garages."""
    plans = []
    rows = _spans(rng, h, 18, 32)
    for low, high in zip(rows[:-1], rows[1:], strict=True):
        cuts = _spans(rng, w, 12, 24)
        for left, right in zip(cuts[:-1], cuts[1:], strict=True):
            if rng.random() < 0.1:
                continue
            width = min(rng.uniform(7, 14), right - left - 1.5)
            depth = min(rng.uniform(7, 13), high - low - 2)
            turn = math.radians(rng.normal(0, 2 + habit.skew_deg))
            x = left + rng.uniform(0.2, 0.8) * (right - left - width)
            y = low + rng.uniform(0.15, 0.6) * (high - low - depth)
            corners = _rectangle(x, y, width, depth, turn)
            if rng.random() < 0.3:
                corners = _cut(rng, corners)
            plans.append(_finish(rng, habit, corners, _storeys(rng, habit)))
            if rng.random() < 0.35 and high - y - depth > 8:
                shed = _rectangle(left + 0.5, high - 7, rng.uniform(3, 6), rng.uniform(3, 6), turn)
                plans.append(_finish(rng, replace(habit, pitched=0.3), shed, 0.9))
    return plans


def _slabs(rng: np.random.Generator, w: float, h: float, habit: _Habit) -> list[_Plan]:
    """Long blocks of flats on lawns."""
    plans = []
    depth = rng.uniform(10, 15)
    y = rng.uniform(4, 12)
    while y + depth < h - 2:
        length = min(rng.uniform(25, 90), w - 8)
        if length > 12:
            x = rng.uniform(2, max(2.1, w - length - 2))
            corners = _rectangle(x, y, length, depth)
            plans.append(_finish(rng, habit, corners, _storeys(rng, habit)))
        y += depth + rng.uniform(18, 40)
    return plans


def _halls(rng: np.random.Generator, w: float, h: float, habit: _Habit) -> list[_Plan]:
    """Big low halls with yards, and tanks, which maps don't count as buildings."""
    plans = []
    rows = _spans(rng, h, 35, 90)
    for low, high in zip(rows[:-1], rows[1:], strict=True):
        cuts = _spans(rng, w, 30, 110)
        for left, right in zip(cuts[:-1], cuts[1:], strict=True):
            draw = rng.random()
            if draw < 0.15:
                continue
            share = rng.uniform(0.45, 0.9, 2)
            width, depth = (right - left) * share[0], (high - low) * share[1]
            if draw < 0.22:
                radius = min(width, depth) / 2
                angles = np.linspace(0, 2 * math.pi, 24, endpoint=False)
                ring = np.column_stack([np.cos(angles), np.sin(angles)]) * radius
                tank = (rng.uniform(6, 16), 0.0, Roof.FLAT, Material.METAL)
                plans.append(_Plan(ring + radius + [left, low], *tank, mapped=False))
                continue
            corners = _rectangle(left + 3, low + 3, width, depth)
            if rng.random() < 0.25:
                corners = _cut(rng, corners)
            plan = _finish(rng, habit, corners, _storeys(rng, habit))
            plans.append(replace(plan, rise_m=min(plan.rise_m, 4.0)))
    return plans


def _informal(rng: np.random.Generator, w: float, h: float, habit: _Habit) -> list[_Plan]:
    """Small houses packed tightly and crookedly."""
    cell = rng.uniform(6.5, 11)
    plans = []
    for left in np.arange(0, w - cell + 0.1, cell):
        for low in np.arange(0, h - cell + 0.1, cell):
            if rng.random() < 0.18:
                continue
            size = cell * rng.uniform(0.6, 0.92, 2)
            shift = rng.uniform(0, 1, 2) * (cell - size)
            turn = math.radians(rng.normal(0, 4))
            corners = _rectangle(left + shift[0], low + shift[1], size[0], size[1], turn)
            plans.append(_finish(rng, habit, corners, _storeys(rng, habit)))
    return plans


def _open(rng: np.random.Generator, w: float, h: float, habit: _Habit) -> list[_Plan]:
    """Nothing but perhaps one lonely building."""
    if rng.random() < 0.7 or min(w, h) < 25:
        return []
    size = rng.uniform(6, 16, 2)
    place = rng.uniform(0.1, 0.6, 2) * [w, h]
    return [_finish(rng, habit, _rectangle(*place, *size), _storeys(rng, habit))]


_CLOSED = (_perimeter, _downtown, _terraced, _informal)
_T, _B, _M = Material.TILE, Material.BITUMEN, Material.METAL
_HABITS: dict[str, _Habit] = {
    "perimeter": _Habit(_perimeter, (55, 120), 14, (3, 6), 0.6, _T, Ground.PAVED, 25, 25),
    "downtown": _Habit(_downtown, (50, 110), 15, (3, 9), 0.15, _B, Ground.PAVED, 6, 25),
    "terraced": _Habit(_terraced, (60, 150), 11, (2, 3), 0.85, _T, Ground.GARDEN, 30, 60),
    "suburb": _Habit(_detached, (50, 110), 10, (1, 2.3), 0.85, _T, Ground.GARDEN, 35, 35),
    "slabs": _Habit(_slabs, (80, 160), 13, (3, 11), 0.2, _B, Ground.GRASS, 35, 30),
    "industrial": _Habit(_halls, (110, 240), 16, (1.8, 4), 0.35, _M, Ground.PAVED, 4, 35),
    "village": _Habit(_detached, (55, 140), 9, (1, 2), 0.95, _T, Ground.GARDEN, 45, 25, 20),
    "informal": _Habit(_informal, (40, 90), 6, (0.9, 2), 0.3, _M, Ground.SOIL, 8, 40),
    "park": _Habit(_open, (80, 200), 5, (1, 2), 0.5, _T, Ground.GRASS, 60, 4),
    "forest": _Habit(_open, (120, 250), 5, (1, 2), 0.5, _T, Ground.GRASS, 220, 2),
    "fields": _Habit(_open, (80, 220), 5, (1, 2), 0.7, _T, Ground.FIELD, 2, 1),
    "parking": _Habit(_open, (60, 120), 8, (1, 2), 0.1, _B, Ground.PAVED, 8, 120),
    "harbour": _Habit(_halls, (120, 260), 16, (2, 4), 0.2, _M, Ground.PAVED, 1, 20),
}
STYLES = tuple(_HABITS)
_SHARES = np.array([10, 8, 12, 16, 9, 9, 9, 5, 5, 4, 7, 3, 4], dtype=float)


def make_city(rng: np.random.Generator, size_m: float, style: str | None = None) -> City:
    """A made-up town of `size_m` x `size_m`: districts of several styles, perhaps a river.

    `style` is one of STYLES and then rules most districts; None draws one.

    Raises InputError for a style that there isn't.
    """
    if style is not None and style not in STYLES:
        raise InputError(f"There is no style {style!r} of town; choose among {', '.join(STYLES)}.")
    centre_style = style or _draw_style(rng)
    purity = rng.uniform(0.5, 0.9)
    buildings: list[Building] = []
    patches: list[tuple[Polygon, Ground]] = []
    trees, boxes = [np.empty((0, 4))], [np.empty((0, 6))]
    for district in _split(rng, shapely.box(0, 0, size_m, size_m), rng.uniform(110, 380)):
        name = centre_style if rng.random() < purity else _draw_style(rng)
        district_trees, district_boxes = _settle(rng, district, name, buildings, patches)
        trees.append(district_trees)
        boxes.append(district_boxes)
    water, boats = _water(rng, size_m)
    if water is not None:
        wet = shapely.intersects(np.array([b.footprint for b in buildings], dtype=object), water)
        buildings = [b for b, gone in zip(buildings, wet, strict=True) if not gone]
        patches.append((water, Ground.WATER))
    all_trees = clear_things(np.concatenate(trees), buildings, water)
    all_boxes = clear_things(np.concatenate(boxes), buildings, water)
    return City(size_m, size_m, buildings, patches, all_trees, np.concatenate([all_boxes, boats]))


def _draw_style(rng: np.random.Generator) -> str:
    return str(rng.choice(STYLES, p=_SHARES / _SHARES.sum()))


def _split(rng: np.random.Generator, area: Polygon, side_m: float) -> list[Polygon]:
    """Cut a convex polygon by slanting lines until no piece is much larger than side_m squared."""
    if area.area < side_m**2 * rng.uniform(1.2, 2.2):
        return [area]
    x0, y0, x1, y1 = area.bounds
    reach = 2 * (x1 - x0 + y1 - y0)
    turn = rng.normal(0, 0.25) + (math.pi / 2 if x1 - x0 < y1 - y0 else 0)
    middle = np.array(area.centroid.coords[0]) + rng.normal(0, 0.1, 2) * [x1 - x0, y1 - y0]
    cos, sin = math.cos(turn), math.sin(turn)
    local = np.array([[0, -reach], [reach, -reach], [reach, reach], [0, reach]])
    half = Polygon(local @ np.array([[cos, sin], [-sin, cos]]) + middle)
    pieces = [area.intersection(half), area.difference(half)]
    return [p for piece in pieces if piece.area > 100 for p in _split(rng, piece, side_m)]


def _blocks(
    rng: np.random.Generator, box: tuple[float, float, float, float], limit: float, street: float
) -> list[tuple[float, float, float, float]]:
    """Cut a rectangle x0, y0, x1, y1 by streets until its long side is at most `limit`."""
    x0, y0, x1, y1 = box
    w, h = x1 - x0, y1 - y0
    if max(w, h) <= limit:
        return [box]
    at = rng.uniform(0.35, 0.65)
    if w >= h:
        cut = x0 + at * w
        parts = [(x0, y0, cut - street / 2, y1), (cut + street / 2, y0, x1, y1)]
    else:
        cut = y0 + at * h
        parts = [(x0, y0, x1, cut - street / 2), (x0, cut + street / 2, x1, y1)]
    return [block for part in parts for block in _blocks(rng, part, limit, street)]


def _settle(
    rng: np.random.Generator,
    district: Polygon,
    style: str,
    buildings: list[Building],
    patches: list[tuple[Polygon, Ground]],
) -> tuple[Floats, Floats]:
    """Fill one district: adds to `buildings` and `patches`, returns its trees and boxes."""
    habit = _HABITS[style]
    material = habit.material if rng.random() < 0.6 else Material(int(rng.integers(len(Material))))
    storeys = rng.uniform(0.8, 1.3)
    habit = replace(
        habit,
        material=material,
        storeys=(habit.storeys[0] * storeys, habit.storeys[1] * storeys),
        pitched=float(np.clip(habit.pitched + rng.normal(0, 0.25), 0, 1)),
        street=habit.street * rng.uniform(0.7, 1.3),
    )
    patches.append(
        (district, Ground.ROAD if style not in ("park", "forest", "fields") else habit.ground)
    )
    land = district.buffer(-habit.street / 2)
    if land.is_empty:
        return np.empty((0, 4)), np.empty((0, 6))
    centre = np.array(district.centroid.coords[0])
    turn = rng.uniform(0, math.pi / 2)
    reach = math.dist(district.bounds[:2], district.bounds[2:]) / 2
    trees, boxes = [np.empty((0, 4))], [np.empty((0, 6))]
    limit = rng.uniform(*habit.block)
    for x0, y0, x1, y1 in _blocks(rng, (-reach, -reach, reach, reach), limit, habit.street):
        angle = turn + math.radians(rng.normal(0, 0.2 * habit.skew_deg))
        cos, sin = math.cos(angle), math.sin(angle)
        frame = np.array([[cos, sin], [-sin, cos]])
        block = Polygon(_rectangle(x0, y0, x1 - x0, y1 - y0) @ frame + centre)
        plot = block.intersection(land)
        if plot.area < 150 or not isinstance(plot, Polygon):
            continue
        ground = habit.ground if rng.random() < 0.75 else Ground(int(rng.choice([0, 3, 5, 6, 7])))
        if habit.ground == Ground.FIELD:
            ground = Ground(
                int(rng.choice([Ground.FIELD, Ground.FIELD, Ground.SOIL, Ground.GRASS]))
            )
        patches.append((plot, ground))
        patches += _courts(rng, plot, angle)
        stacked = style == "harbour" and rng.random() < 0.6
        vacant = stacked or rng.random() < 0.07
        plans = [] if vacant else habit.layout(rng, x1 - x0, y1 - y0, habit)
        buildings += _within_plot(plans, plot, [x0, y0], frame, centre, habit.layout in _CLOSED)
        trees.append(_plant(rng, plot, habit))
        boxes.append(_park_cars(rng, plot, habit, angle))
        if habit.layout is not _open:
            boxes.append(_fence(rng, plot, angle))
        if stacked:
            boxes.append(_stacks(rng, plot, angle))
    return np.concatenate(trees), np.concatenate(boxes)


def _within_plot(
    plans: list[_Plan],
    plot: Polygon,
    origin: list[float],
    frame: Floats,
    centre: Floats,
    closed: bool,
) -> list[Building]:
    """Put plans onto a plot; what crosses its edge is cut in closed rows, else left out."""
    if not plans:
        return []
    outlines = shapely.polygons([_ring((p.corners + origin) @ frame + centre) for p in plans])
    inside = shapely.intersection(outlines, plot)
    area = shapely.area(inside)
    kept = (area > (0.35 if closed else 0.97) * shapely.area(outlines)) & (area > 6)
    return [
        Building(outline, p.eaves_m, p.rise_m, p.roof, p.material, p.mapped)
        for outline, p, keep in zip(inside, plans, kept, strict=True)
        if keep and isinstance(outline, Polygon)
    ]


def _ring(corners: Floats) -> Floats:
    """A ring of exactly 25 points (its last corner repeated), so that rings stack into an array."""
    ring = np.vstack([corners, corners[:1]])
    return np.vstack([ring, np.repeat(ring[-1:], 25 - len(ring), axis=0)])


def _plant(rng: np.random.Generator, plot: Polygon, habit: _Habit) -> Floats:
    points = scatter(rng, plot, habit.trees_per_ha * rng.uniform(0.3, 1.7))
    if rng.random() < 0.5:
        spacing = rng.uniform(7, 14)
        kerb = plot.exterior.buffer(1.5).exterior
        along = shapely.line_interpolate_point(kerb, np.arange(0, kerb.length, spacing))
        points = np.concatenate([points, shapely.get_coordinates(along)])
    size = rng.lognormal(0, 0.4, len(points)) * rng.uniform(0.7, 1.3)
    radius = np.clip(2.4 * size, 0.7, 6.5)
    height = np.clip(radius * rng.uniform(1.6, 3.4, len(points)), 1.5, 22)
    return np.column_stack([points, radius, height])


def _park_cars(rng: np.random.Generator, plot: Polygon, habit: _Habit, turn: float) -> Floats:
    points = scatter(rng, plot, habit.boxes_per_ha * rng.uniform(0.3, 1.7))
    count = len(points)
    length = rng.choice([2.5, 4.5, 4.5, 6.0, 12.0], count, p=[0.3, 0.3, 0.25, 0.1, 0.05])
    quarter = turn + math.pi / 2 * rng.integers(0, 2, count) + rng.normal(0, 0.1, count)
    height = rng.uniform(1.2, 2.8, count)
    inside = np.column_stack([points, length, rng.uniform(1.6, 2.6, count), quarter, height])
    kerb = plot.exterior.buffer(2.5).exterior
    stops = np.arange(0, kerb.length, 6.5)
    stops = stops[rng.random(len(stops)) < rng.uniform(0, 0.6)]
    here = shapely.get_coordinates(shapely.line_interpolate_point(kerb, stops))
    ahead = shapely.get_coordinates(shapely.line_interpolate_point(kerb, stops + 1.0))
    course = np.arctan2(*(ahead - here).T[::-1])
    cars = np.empty((len(stops), 6))
    cars[:, :2], cars[:, 2:4], cars[:, 4], cars[:, 5] = here, (4.4, 1.8), course, 1.5
    return np.concatenate([inside, cars])


def _fence(rng: np.random.Generator, plot: Polygon, turn: float) -> Floats:
    """Runs of garden wall, fence or railing inside a plot, along and across: thin boxes [N, 6]."""
    points = scatter(rng, plot, rng.uniform(0, 35))
    count = len(points)
    length, height = rng.uniform(3, 14, count), rng.uniform(0.9, 2.2, count)
    quarter = turn + math.pi / 2 * rng.integers(0, 2, count)
    return np.column_stack([points, length, np.full(count, 0.4), quarter, height])


def _courts(rng: np.random.Generator, plot: Polygon, turn: float) -> list[tuple[Polygon, Ground]]:
    """Flat rectangles in a plot that from above look like roofs: courts, terraces, pools, beds."""
    points = scatter(rng, plot, rng.uniform(0, 25))
    sides = np.exp(rng.uniform(np.log(2.5), np.log(30), (len(points), 1)))
    sides = sides * rng.uniform(0.5, 1.5, (len(points), 2))
    kinds = rng.choice([0, 2, 3, 5, 5, 6, 7], len(points))
    rectangles = [
        Polygon(_rectangle(x - w / 2, y - h / 2, w, h, turn))
        for (x, y), (w, h) in zip(points, sides, strict=True)
    ]
    return [
        (rectangle, Ground(int(kind)))
        for rectangle, kind in zip(rectangles, kinds, strict=True)
        if rectangle.within(plot)
    ]


def _stacks(rng: np.random.Generator, plot: Polygon, turn: float) -> Floats:
    """Containers in rows, stacked, or pipes and conveyors: boxes [N, 6] without a footprint."""
    points = scatter(rng, plot, rng.uniform(5, 40))
    count = len(points)
    pipes = rng.random() < 0.3
    length = rng.uniform(20, 90, count) if pipes else rng.choice([6.0, 12.0, 24.0, 48.0], count)
    width = rng.uniform(0.8, 3, count) if pipes else 2.5 * rng.integers(1, 5, count)
    height = rng.uniform(1, 8, count) if pipes else 2.6 * rng.integers(1, 6, count)
    across = rng.random(count) < 0.15
    return np.column_stack([points, length, width, turn + math.pi / 2 * across, height])


def _water(rng: np.random.Generator, size_m: float) -> tuple[Polygon | None, Floats]:
    """Perhaps a river or canal through the town, with boats [N, 6]."""
    none = np.empty((0, 6))
    if rng.random() > 0.3:
        return None, none
    width = min(rng.choice([9.0, 18.0, 40.0, 120.0]) * rng.uniform(0.7, 1.4), size_m / 3)
    along = np.linspace(-0.2, 1.2, 24) * size_m
    bend = (
        rng.uniform(0, 0.12)
        * size_m
        * np.sin(along / size_m * rng.uniform(2, 7) + rng.uniform(0, 6))
    )
    course = np.column_stack([along, rng.uniform(0.1, 0.9) * size_m + bend - size_m / 2])
    turn = rng.uniform(0, math.pi)
    cos, sin = math.cos(turn), math.sin(turn)
    course = (course - [size_m / 2, 0]) @ np.array([[cos, sin], [-sin, cos]]) + size_m / 2
    river = shapely.LineString(course).buffer(width / 2, quad_segs=3)
    shape = river.intersection(shapely.box(0, 0, size_m, size_m))
    if not isinstance(shape, Polygon) or shape.is_empty:
        return None, none
    places = scatter(rng, shape, rng.uniform(0, 12))
    count = len(places)
    boats = np.column_stack(
        [places, rng.uniform(4, 25, count), rng.uniform(2, 5, count),
         turn + rng.normal(0, 0.1, count), rng.uniform(1, 4, count)]
    )  # fmt: skip
    return shape, boats
