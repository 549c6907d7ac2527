"""A town to look at: buildings with heights, ground, trees and things that stand about.

Coordinates are metres, x to the east and y to the north, with the origin at the lower left.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace
from enum import IntEnum

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import Polygon

Floats = NDArray[np.float64]


class Ground(IntEnum):
    """What covers the ground."""

    GRASS = 0
    ROAD = 1
    WATER = 2
    SOIL = 3
    FIELD = 4
    PAVED = 5
    GARDEN = 6
    GRAVEL = 7


class Roof(IntEnum):
    """The form of a roof over the building's oriented rectangle."""

    FLAT = 0
    GABLE = 1
    HIP = 2
    PENT = 3


class Material(IntEnum):
    """What a roof is covered with."""

    TILE = 0
    BITUMEN = 1
    METAL = 2
    CONCRETE = 3
    SLATE = 4


@dataclass(frozen=True)
class Building:
    """One building: footprint in metres, eaves above ground, rise of the roof above the eaves.

    ``mapped`` is false for what stands like a building and is none on a map, such as a tank.
    """

    footprint: Polygon
    eaves_m: float
    rise_m: float = 0.0
    roof: Roof = Roof.FLAT
    material: Material = Material.BITUMEN
    mapped: bool = True


@dataclass(frozen=True)
class City:
    """A town of `width_m` x `height_m` metres.

    `patches` are painted onto grass in their order. `trees` is [N, 4]: x, y, crown radius, height.
    `boxes` is [N, 6]: x, y, length, width, direction (radians from east), height: cars, containers,
    sheds, boats; whatever looks like a small building to a radar and is none.
    """

    width_m: float
    height_m: float
    buildings: list[Building]
    patches: list[tuple[Polygon, Ground]] = field(default_factory=list)
    trees: Floats = field(default_factory=lambda: np.empty((0, 4)))
    boxes: Floats = field(default_factory=lambda: np.empty((0, 6)))

    def window(
        self, x: float, y: float, size_m: float, *, turn_deg: float = 0.0, mirror: bool = False
    ) -> City:
        """The square of `size_m` whose lower left corner is (x, y), as a town of its own.

        The square may be turned about its centre (anticlockwise, degrees) and its content mirrored
        east to west. Footprints that cross its edge are kept whole.
        """
        turn = math.radians(turn_deg)
        cos, sin = math.cos(turn), math.sin(turn)
        half = size_m / 2
        flip = -1.0 if mirror else 1.0

        def to_window(points: Floats) -> Floats:
            east, north = points[:, 0] - x - half, points[:, 1] - y - half
            return np.column_stack(
                [flip * (cos * east + sin * north) + half, -sin * east + cos * north + half]
            )

        frame = shapely.box(0, 0, size_m, size_m)
        outlines = shapely.transform(
            np.array([b.footprint for b in self.buildings], dtype=object), to_window
        )
        near = shapely.intersects(outlines, frame)
        buildings = [
            replace(b, footprint=outline)
            for b, outline, kept in zip(self.buildings, outlines, near, strict=True)
            if kept
        ]
        patches = [(shapely.transform(shape, to_window), kind) for shape, kind in self.patches]
        patches = [(shape, kind) for shape, kind in patches if shape.intersects(frame)]
        trees, boxes = self.trees.copy(), self.boxes.copy()
        trees[:, :2], boxes[:, :2] = to_window(trees), to_window(boxes)
        boxes[:, 4] = flip * (boxes[:, 4] - turn)
        return City(
            size_m, size_m, buildings, patches, _within(trees, size_m), _within(boxes, size_m)
        )


def _within(things: Floats, size_m: float, margin_m: float = 10.0) -> Floats:
    inside = (things[:, :2] > -margin_m) & (things[:, :2] < size_m + margin_m)
    return things[inside.all(axis=1)]


def scatter(rng: np.random.Generator, plot: Polygon, per_ha: float) -> Floats:
    """Random points [N, 2] in a polygon."""
    x0, y0, x1, y1 = plot.bounds
    count = rng.poisson(per_ha * (x1 - x0) * (y1 - y0) / 1e4)
    points = rng.uniform((x0, y0), (x1, y1), (count, 2))
    return points[shapely.contains_xy(plot, points[:, 0], points[:, 1])]


def clear_things(
    things: Floats, buildings: list[Building], water: shapely.Geometry | None
) -> Floats:
    """Take away what stands inside a building or in the water."""
    solid = [b.footprint for b in buildings] + ([water] if water is not None else [])
    if not solid or not len(things):
        return things
    hit = shapely.STRtree(solid).query(shapely.points(things[:, :2]), predicate="intersects")[0]
    free = np.ones(len(things), dtype=bool)
    free[hit] = False
    return things[free]
