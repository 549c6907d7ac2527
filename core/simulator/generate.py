"""Random cities: districts of several styles, divided by streets into blocks, perhaps a river."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import shapely
from shapely import Polygon

from ..hatch.errors import InputError
from . import layouts, objects
from .city import Building, City, Floats, LandCover, Material, remove_overlapping
from .layouts import CLIPPED_LAYOUTS, DistrictStyle, Plans, rectangle

_Patches = list[tuple[Polygon, LandCover]]
_Box = tuple[float, float, float, float]

_T, _B, _M = Material.TILE, Material.BITUMEN, Material.METAL
_PAVED, _GARDEN, _GRASS = LandCover.PAVED, LandCover.GARDEN, LandCover.GRASS
_SOIL, _FIELD = LandCover.SOIL, LandCover.FIELD
_STYLES: dict[str, DistrictStyle] = {
    "perimeter": DistrictStyle(layouts.perimeter, (55, 120), 14, (3, 6), 0.6, _T, _PAVED, 25, 25),
    "downtown": DistrictStyle(layouts.downtown, (50, 110), 15, (3, 9), 0.15, _B, _PAVED, 6, 25),
    "terraced": DistrictStyle(layouts.terraced, (60, 150), 11, (2, 3), 0.85, _T, _GARDEN, 30, 60),
    "suburb": DistrictStyle(layouts.detached, (50, 110), 10, (1, 2.3), 0.85, _T, _GARDEN, 35, 35),
    "slabs": DistrictStyle(layouts.slabs, (80, 160), 13, (3, 11), 0.2, _B, _GRASS, 35, 30),
    "industrial": DistrictStyle(layouts.halls, (110, 240), 16, (1.8, 4), 0.35, _M, _PAVED, 4, 35),
    "village": DistrictStyle(layouts.detached, (55, 140), 9, (1, 2), 0.95, _T, _GARDEN, 45, 25, 20),
    "informal": DistrictStyle(layouts.informal, (40, 90), 6, (0.9, 2), 0.3, _M, _SOIL, 8, 40),
    "park": DistrictStyle(layouts.open_land, (80, 200), 5, (1, 2), 0.5, _T, _GRASS, 60, 4),
    "forest": DistrictStyle(layouts.open_land, (120, 250), 5, (1, 2), 0.5, _T, _GRASS, 220, 2),
    "fields": DistrictStyle(layouts.open_land, (80, 220), 5, (1, 2), 0.7, _T, _FIELD, 2, 1),
    "parking": DistrictStyle(layouts.open_land, (60, 120), 8, (1, 2), 0.1, _B, _PAVED, 8, 120),
    "harbour": DistrictStyle(layouts.halls, (120, 260), 16, (2, 4), 0.2, _M, _PAVED, 1, 20),
}
_WEIGHTS = np.array([10, 8, 12, 16, 9, 9, 9, 5, 5, 4, 7, 3, 4], dtype=float)  # in this order


def make_city(rng: np.random.Generator, size_m: float, style: str | None = None) -> City:
    """Generate a city of ``size_m`` x ``size_m`` metres.

    ``style`` is one of ``hatch.jobs.STYLES``, that of most districts; None draws one at random.

    Raises InputError for an unknown style.
    """
    if style is not None and style not in _STYLES:
        raise InputError(
            "There is no style {style}; choose one of {styles}.",
            style=repr(style),
            styles=", ".join(_STYLES),
        )
    main_style = style or _random_style(rng)
    purity = rng.uniform(0.5, 0.9)
    buildings: list[Building] = []
    patches: _Patches = []
    trees, boxes = [np.empty((0, 4))], [np.empty((0, 6))]
    for district in _split(rng, shapely.box(0, 0, size_m, size_m), rng.uniform(110, 380)):
        name = main_style if rng.random() < purity else _random_style(rng)
        district_trees, district_boxes = _fill_district(rng, district, name, buildings, patches)
        trees.append(district_trees)
        boxes.append(district_boxes)
    water, boats = objects.river(rng, size_m)
    if water is not None:
        wet = shapely.intersects(np.array([b.footprint for b in buildings], dtype=object), water)
        buildings = [b for b, in_water in zip(buildings, wet, strict=True) if not in_water]
        patches.append((water, LandCover.WATER))
    all_trees = remove_overlapping(np.concatenate(trees), buildings, water)
    all_boxes = remove_overlapping(np.concatenate(boxes), buildings, water)
    return City(size_m, size_m, buildings, patches, all_trees, np.concatenate([all_boxes, boats]))


def _random_style(rng: np.random.Generator) -> str:
    return str(rng.choice(list(_STYLES), p=_WEIGHTS / _WEIGHTS.sum()))


def _split(rng: np.random.Generator, area: Polygon, side_m: float) -> list[Polygon]:
    """Split a convex polygon by oblique lines into pieces of about ``side_m`` squared."""
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


def _blocks(rng: np.random.Generator, box: _Box, limit: float, street: float) -> list[_Box]:
    """Split a rectangle (x0, y0, x1, y1) by streets until no side is longer than ``limit``."""
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


def _fill_district(
    rng: np.random.Generator,
    district: Polygon,
    name: str,
    buildings: list[Building],
    patches: _Patches,
) -> tuple[Floats, Floats]:
    """Fill a district of the named style; append to ``buildings`` and ``patches``.

    Returns its trees and boxes.
    """
    style = _vary(rng, _STYLES[name])
    rural = name in ("park", "forest", "fields")
    patches.append((district, style.land_cover if rural else LandCover.ROAD))
    trees, boxes = [np.empty((0, 4))], [np.empty((0, 6))]
    land = district.buffer(-style.street / 2)
    if land.is_empty:
        return trees[0], boxes[0]
    centre = np.array(district.centroid.coords[0])
    turn = rng.uniform(0, math.pi / 2)
    reach = math.dist(district.bounds[:2], district.bounds[2:]) / 2
    limit = rng.uniform(*style.block)
    for x0, y0, x1, y1 in _blocks(rng, (-reach, -reach, reach, reach), limit, style.street):
        angle = turn + math.radians(rng.normal(0, 0.2 * style.skew_deg))
        cos, sin = math.cos(angle), math.sin(angle)
        frame = np.array([[cos, sin], [-sin, cos]])
        block = Polygon(rectangle(x0, y0, x1 - x0, y1 - y0) @ frame + centre)
        plot = block.intersection(land)
        if plot.area < 150 or not isinstance(plot, Polygon):
            continue
        patches.append((plot, _land_cover(rng, style)))
        patches += objects.courts(rng, plot, angle)
        stacked = name == "harbour" and rng.random() < 0.6
        vacant = stacked or rng.random() < 0.07
        plans = [] if vacant else style.layout(rng, x1 - x0, y1 - y0, style)
        clipped = style.layout in CLIPPED_LAYOUTS
        buildings += _place(plans, plot, [x0, y0], frame, centre, clipped)
        trees.append(objects.trees(rng, plot, style))
        boxes.append(objects.vehicles(rng, plot, style, angle))
        if style.layout is not layouts.open_land:
            boxes.append(objects.fences(rng, plot, angle))
        if stacked:
            boxes.append(objects.containers(rng, plot, angle))
    return np.concatenate(trees), np.concatenate(boxes)


def _vary(rng: np.random.Generator, style: DistrictStyle) -> DistrictStyle:
    """A random variation of a style, for one district."""
    material = style.material if rng.random() < 0.6 else Material(int(rng.integers(len(Material))))
    storeys = rng.uniform(0.8, 1.3)
    return replace(
        style,
        material=material,
        storeys=(style.storeys[0] * storeys, style.storeys[1] * storeys),
        pitched=float(np.clip(style.pitched + rng.normal(0, 0.25), 0, 1)),
        street=style.street * rng.uniform(0.7, 1.3),
    )


def _land_cover(rng: np.random.Generator, style: DistrictStyle) -> LandCover:
    """The land cover of one plot."""
    cover = style.land_cover
    if rng.random() >= 0.75:
        cover = LandCover(int(rng.choice([0, 3, 5, 6, 7])))
    if style.land_cover == _FIELD:
        cover = LandCover(int(rng.choice([_FIELD, _FIELD, _SOIL, _GRASS])))
    return cover


def _place(
    plans: Plans, plot: Polygon, origin: list[float], frame: Floats, centre: Floats, clipped: bool
) -> list[Building]:
    """Place building plans on a plot.

    Buildings that cross the edge of the plot are clipped to it if ``clipped``, otherwise dropped.
    """
    if not plans:
        return []
    outlines = shapely.polygons([_ring((p.corners + origin) @ frame + centre) for p in plans])
    inside = shapely.intersection(outlines, plot)
    area = shapely.area(inside)
    selected = (area > (0.35 if clipped else 0.97) * shapely.area(outlines)) & (area > 6)
    return [
        Building(outline, p.eaves_m, p.rise_m, p.roof, p.material, p.mapped)
        for outline, p, select in zip(inside, plans, selected, strict=True)
        if select and isinstance(outline, Polygon)
    ]


def _ring(corners: Floats) -> Floats:
    """A closed ring of exactly 25 points, so that rings stack: the last corner is repeated."""
    ring = np.vstack([corners, corners[:1]])
    return np.vstack([ring, np.repeat(ring[-1:], 25 - len(ring), axis=0)])
