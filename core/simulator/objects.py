"""Trees, vehicles, fences, containers and similar objects on a plot of a generated city.

Trees are [N, 4] and boxes [N, 6] as in ``City``. ``turn`` is the orientation of the plot in
radians.
"""

from __future__ import annotations

import math

import numpy as np
import shapely
from shapely import Polygon

from .city import Floats, LandCover, scatter
from .layouts import DistrictStyle, rectangle


def trees(rng: np.random.Generator, plot: Polygon, style: DistrictStyle) -> Floats:
    """Scattered trees, and in half of all plots street trees at regular intervals."""
    points = scatter(rng, plot, style.trees_per_ha * rng.uniform(0.3, 1.7))
    if rng.random() < 0.5:
        spacing = rng.uniform(7, 14)
        kerb = plot.exterior.buffer(1.5).exterior
        along = shapely.line_interpolate_point(kerb, np.arange(0, kerb.length, spacing))
        points = np.concatenate([points, shapely.get_coordinates(along)])
    size = rng.lognormal(0, 0.4, len(points)) * rng.uniform(0.7, 1.3)
    radius = np.clip(2.4 * size, 0.7, 6.5)
    height = np.clip(radius * rng.uniform(1.6, 3.4, len(points)), 1.5, 22)
    return np.column_stack([points, radius, height])


def vehicles(rng: np.random.Generator, plot: Polygon, style: DistrictStyle, turn: float) -> Floats:
    """Cars, sheds and similar boxes on the plot, and cars parked along its kerb."""
    points = scatter(rng, plot, style.boxes_per_ha * rng.uniform(0.3, 1.7))
    count = len(points)
    length = rng.choice([2.5, 4.5, 4.5, 6.0, 12.0], count, p=[0.3, 0.3, 0.25, 0.1, 0.05])
    direction = turn + math.pi / 2 * rng.integers(0, 2, count) + rng.normal(0, 0.1, count)
    height = rng.uniform(1.2, 2.8, count)
    inside = np.column_stack([points, length, rng.uniform(1.6, 2.6, count), direction, height])
    kerb = plot.exterior.buffer(2.5).exterior
    stops = np.arange(0, kerb.length, 6.5)
    stops = stops[rng.random(len(stops)) < rng.uniform(0, 0.6)]
    places = shapely.get_coordinates(shapely.line_interpolate_point(kerb, stops))
    ahead = shapely.get_coordinates(shapely.line_interpolate_point(kerb, stops + 1.0))
    course = np.arctan2(*(ahead - places).T[::-1])
    parked = np.empty((len(stops), 6))
    parked[:, :2], parked[:, 2:4], parked[:, 4], parked[:, 5] = places, (4.4, 1.8), course, 1.5
    return np.concatenate([inside, parked])


def fences(rng: np.random.Generator, plot: Polygon, turn: float) -> Floats:
    """Pieces of garden wall, fence or railing, along and across the plot."""
    points = scatter(rng, plot, rng.uniform(0, 35))
    count = len(points)
    length, height = rng.uniform(3, 14, count), rng.uniform(0.9, 2.2, count)
    direction = turn + math.pi / 2 * rng.integers(0, 2, count)
    return np.column_stack([points, length, np.full(count, 0.4), direction, height])


def containers(rng: np.random.Generator, plot: Polygon, turn: float) -> Floats:
    """Stacks of containers, or pipes and conveyors. They have no footprint."""
    points = scatter(rng, plot, rng.uniform(5, 40))
    count = len(points)
    pipes = rng.random() < 0.3
    length = rng.uniform(20, 90, count) if pipes else rng.choice([6.0, 12.0, 24.0, 48.0], count)
    width = rng.uniform(0.8, 3, count) if pipes else 2.5 * rng.integers(1, 5, count)
    height = rng.uniform(1, 8, count) if pipes else 2.6 * rng.integers(1, 6, count)
    across = rng.random(count) < 0.15
    return np.column_stack([points, length, width, turn + math.pi / 2 * across, height])


def courts(rng: np.random.Generator, plot: Polygon, turn: float) -> list[tuple[Polygon, LandCover]]:
    """Flat rectangles that resemble roofs in optical images: courts, terraces, pools, beds."""
    points = scatter(rng, plot, rng.uniform(0, 25))
    sides = np.exp(rng.uniform(np.log(2.5), np.log(30), (len(points), 1)))
    sides = sides * rng.uniform(0.5, 1.5, (len(points), 2))
    kinds = rng.choice([0, 2, 3, 5, 5, 6, 7], len(points))
    rectangles = [
        Polygon(rectangle(x - w / 2, y - h / 2, w, h, turn))
        for (x, y), (w, h) in zip(points, sides, strict=True)
    ]
    return [
        (court, LandCover(int(kind)))
        for court, kind in zip(rectangles, kinds, strict=True)
        if court.within(plot)
    ]


def river(rng: np.random.Generator, size_m: float) -> tuple[Polygon | None, Floats]:
    """A river or canal through a city of ``size_m`` x ``size_m``, and its boats; often None."""
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
    line = shapely.LineString(course).buffer(width / 2, quad_segs=3)
    water = line.intersection(shapely.box(0, 0, size_m, size_m))
    if not isinstance(water, Polygon) or water.is_empty:
        return None, none
    places = scatter(rng, water, rng.uniform(0, 12))
    count = len(places)
    boats = np.column_stack(
        [places, rng.uniform(4, 25, count), rng.uniform(2, 5, count),
         turn + rng.normal(0, 0.1, count), rng.uniform(1, 4, count)]
    )  # fmt: skip
    return water, boats
