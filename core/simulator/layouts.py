"""Layouts of buildings within a city block.

A layout is a function of a random generator, the width and height of the block in metres and the
style of its district. It returns building plans in the coordinates of the block, whose lower left
corner is the origin.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from .city import Floats, LandCover, Material, Roof


@dataclass(frozen=True)
class BuildingPlan:
    """A building in the coordinates of its block. ``corners`` is [N, 2], not closed."""

    corners: Floats
    eaves_m: float
    rise_m: float
    roof: Roof
    material: Material
    mapped: bool = True


Plans = list[BuildingPlan]


@dataclass(frozen=True)
class DistrictStyle:
    """Properties that the blocks of a district share. Lengths are in metres.

    ``block`` is the range of block lengths, ``street`` the width of streets, ``storeys`` the range
    of the number of storeys, ``pitched`` the probability 0..1 of a pitched roof. ``skew_deg`` is
    the standard deviation of the orientation of buildings.
    """

    layout: Callable[[np.random.Generator, float, float, DistrictStyle], Plans]
    block: tuple[float, float]
    street: float
    storeys: tuple[float, float]
    pitched: float
    material: Material
    land_cover: LandCover
    trees_per_ha: float
    boxes_per_ha: float
    skew_deg: float = 0.0


def rectangle(x: float, y: float, w: float, h: float, turn: float = 0.0) -> Floats:
    """Corners [4, 2] of a rectangle at lower left (x, y), rotated about its centre by radians."""
    corners = np.array([[-w, -h], [w, -h], [w, h], [-w, h]]) / 2
    cos, sin = math.cos(turn), math.sin(turn)
    centre = np.array([x + w / 2, y + h / 2])
    return np.asarray(corners @ np.array([[cos, sin], [-sin, cos]]) + centre)


def perimeter(rng: np.random.Generator, w: float, h: float, style: DistrictStyle) -> Plans:
    """Perimeter blocks around a courtyard."""
    depth = min(rng.uniform(9, 15), w / 2.5, h / 2.5)
    unit = (10.0, 28.0)
    plans = _row(rng, style, (0, 0, w, depth), True, unit)
    plans += _row(rng, style, (0, h - depth, w, depth), True, unit)
    inner = h - 2 * depth
    plans += _row(rng, style, (0, depth, depth, inner), False, unit)
    if rng.random() < 0.8:
        plans += _row(rng, style, (w - depth, depth, depth, inner), False, unit)
    if min(w, h) > 3.6 * depth and rng.random() < 0.6:
        yard = rectangle(w / 2 - 7, h / 2 - 6, rng.uniform(8, 16), rng.uniform(6, 12))
        plans.append(_plan(rng, style, yard, rng.uniform(1, 2)))
    return plans


def downtown(rng: np.random.Generator, w: float, h: float, style: DistrictStyle) -> Plans:
    """Lots of various sizes, almost fully built up, with buildings of various heights."""
    plans = []
    rows = _divide(rng, h, 18, 45)
    for low, high in zip(rows[:-1], rows[1:], strict=True):
        columns = _divide(rng, w, 10, 40)
        for left, right in zip(columns[:-1], columns[1:], strict=True):
            if rng.random() < 0.15:
                continue
            back = rng.uniform(0, 6) * (rng.random() < 0.6)
            corners = rectangle(left, low, right - left, high - low - back)
            if rng.random() < 0.25:
                corners = _l_shape(rng, corners)
            storeys = _storeys(rng, style) * rng.lognormal(0, 0.45)
            plans.append(_plan(rng, style, corners, storeys))
    return plans


def terraced(rng: np.random.Generator, w: float, h: float, style: DistrictStyle) -> Plans:
    """Terraces of narrow houses in pairs, back to back, with gardens in between."""
    depth = rng.uniform(7.5, 11)
    front = rng.uniform(0, 5)
    unit = (5.0, 7.5)
    pitch = 2 * depth + rng.uniform(16, 30)
    plans: Plans = []
    y = front
    while y + depth < h:
        plans += _row(rng, style, (front, y, w - 2 * front, depth), True, unit)
        opposite = y + pitch - depth
        if opposite + depth <= h:
            plans += _row(rng, style, (front, opposite, w - 2 * front, depth), True, unit)
        y += pitch + rng.uniform(8, 16)
    return plans


def detached(rng: np.random.Generator, w: float, h: float, style: DistrictStyle) -> Plans:
    """Detached houses, some with a garage."""
    plans = []
    rows = _divide(rng, h, 18, 32)
    for low, high in zip(rows[:-1], rows[1:], strict=True):
        columns = _divide(rng, w, 12, 24)
        for left, right in zip(columns[:-1], columns[1:], strict=True):
            if rng.random() < 0.1:
                continue
            width = min(rng.uniform(7, 14), right - left - 1.5)
            depth = min(rng.uniform(7, 13), high - low - 2)
            turn = math.radians(rng.normal(0, 2 + style.skew_deg))
            x = left + rng.uniform(0.2, 0.8) * (right - left - width)
            y = low + rng.uniform(0.15, 0.6) * (high - low - depth)
            corners = rectangle(x, y, width, depth, turn)
            if rng.random() < 0.3:
                corners = _l_shape(rng, corners)
            plans.append(_plan(rng, style, corners, _storeys(rng, style)))
            if rng.random() < 0.35 and high - y - depth > 8:
                garage = rectangle(left + 0.5, high - 7, rng.uniform(3, 6), rng.uniform(3, 6), turn)
                plans.append(_plan(rng, replace(style, pitched=0.3), garage, 0.9))
    return plans


def slabs(rng: np.random.Generator, w: float, h: float, style: DistrictStyle) -> Plans:
    """Long apartment blocks on lawns."""
    plans = []
    depth = rng.uniform(10, 15)
    y = rng.uniform(4, 12)
    while y + depth < h - 2:
        length = min(rng.uniform(25, 90), w - 8)
        if length > 12:
            x = rng.uniform(2, max(2.1, w - length - 2))
            corners = rectangle(x, y, length, depth)
            plans.append(_plan(rng, style, corners, _storeys(rng, style)))
        y += depth + rng.uniform(18, 40)
    return plans


def halls(rng: np.random.Generator, w: float, h: float, style: DistrictStyle) -> Plans:
    """Large low halls with yards, and tanks, which are not mapped as buildings."""
    plans = []
    rows = _divide(rng, h, 35, 90)
    for low, high in zip(rows[:-1], rows[1:], strict=True):
        columns = _divide(rng, w, 30, 110)
        for left, right in zip(columns[:-1], columns[1:], strict=True):
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
                plans.append(BuildingPlan(ring + radius + [left, low], *tank, mapped=False))
                continue
            corners = rectangle(left + 3, low + 3, width, depth)
            if rng.random() < 0.25:
                corners = _l_shape(rng, corners)
            plan = _plan(rng, style, corners, _storeys(rng, style))
            plans.append(replace(plan, rise_m=min(plan.rise_m, 4.0)))
    return plans


def informal(rng: np.random.Generator, w: float, h: float, style: DistrictStyle) -> Plans:
    """Small, densely packed houses of irregular orientation."""
    cell = rng.uniform(6.5, 11)
    plans = []
    for left in np.arange(0, w - cell + 0.1, cell):
        for low in np.arange(0, h - cell + 0.1, cell):
            if rng.random() < 0.18:
                continue
            size = cell * rng.uniform(0.6, 0.92, 2)
            shift = rng.uniform(0, 1, 2) * (cell - size)
            turn = math.radians(rng.normal(0, 4))
            corners = rectangle(left + shift[0], low + shift[1], size[0], size[1], turn)
            plans.append(_plan(rng, style, corners, _storeys(rng, style)))
    return plans


def open_land(rng: np.random.Generator, w: float, h: float, style: DistrictStyle) -> Plans:
    """No building, or a single one."""
    if rng.random() < 0.7 or min(w, h) < 25:
        return []
    size = rng.uniform(6, 16, 2)
    place = rng.uniform(0.1, 0.6, 2) * [w, h]
    return [_plan(rng, style, rectangle(*place, *size), _storeys(rng, style))]


# Layouts in which a building that crosses the edge of its plot is clipped instead of dropped.
CLIPPED_LAYOUTS = (perimeter, downtown, terraced, informal)


def _row(
    rng: np.random.Generator,
    style: DistrictStyle,
    box: tuple[float, float, float, float],
    along_x: bool,
    unit: tuple[float, float],
) -> Plans:
    """Attached houses along a strip (x, y, width, height), with occasional gaps."""
    x, y, w, h = box
    cuts = _divide(rng, w if along_x else h, *unit)
    shared = _storeys(rng, style)
    uniform = rng.random() < 0.5
    gaps = rng.uniform(0.0, 0.12)
    plans = []
    for start, end in zip(cuts[:-1], cuts[1:], strict=True):
        if rng.random() < gaps:
            continue
        depth = (h if along_x else w) * rng.uniform(0.82, 1.0) ** (not uniform)
        if along_x:
            corners = rectangle(x + start, y, end - start, depth)
        else:
            corners = rectangle(x, y + start, depth, end - start)
        storeys = shared if uniform else _storeys(rng, style)
        plans.append(_plan(rng, style, corners, storeys))
    if uniform and plans:
        first = plans[0]
        plans = [
            replace(p, eaves_m=first.eaves_m, rise_m=first.rise_m, roof=first.roof) for p in plans
        ]
    return plans


def _plan(
    rng: np.random.Generator, style: DistrictStyle, corners: Floats, storeys: float
) -> BuildingPlan:
    """A plan with an outline, and with height, roof and material drawn at random."""
    eaves = max(2.3, storeys * rng.uniform(2.7, 3.3) + rng.uniform(-0.3, 0.8))
    material = style.material if rng.random() < 0.7 else Material(int(rng.integers(len(Material))))
    width = min(math.dist(corners[0], corners[1]), math.dist(corners[1], corners[2]))
    if rng.random() < style.pitched:
        roof = Roof(int(rng.choice([1, 1, 1, 2, 2, 3])))
        rise = width / 2 * math.tan(math.radians(rng.uniform(15, 48)))
        return BuildingPlan(corners, eaves, min(rise, 7.0), roof, material)
    return BuildingPlan(corners, eaves, 0.0, Roof.FLAT, material)


def _storeys(rng: np.random.Generator, style: DistrictStyle) -> float:
    return float(rng.uniform(*style.storeys))


def _divide(rng: np.random.Generator, length: float, low: float, high: float) -> Floats:
    """Positions that divide a length into pieces of about low..high, including both ends."""
    count = max(1, round(length / rng.uniform(low, high)))
    cuts = np.arange(count + 1, dtype=float)
    cuts[1:-1] += rng.uniform(-0.15, 0.15, count - 1)
    return cuts * (length / count)


def _l_shape(rng: np.random.Generator, corners: Floats) -> Floats:
    """Cut a random corner out of a rectangle [4, 2]: the corners [6, 2] of an L shape."""
    a, b, _, d = corners
    s, t = rng.uniform(0.35, 0.65, 2)
    inner = a + s * (b - a) + t * (d - a)
    shape = np.array([a, b, b + t * (d - a), inner, a + s * (b - a) + (d - a), d])
    return np.roll(shape, int(rng.integers(6)), axis=0)
