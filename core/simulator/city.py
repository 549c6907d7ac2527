"""The geometry of a simulated city: buildings, land cover, trees and small objects.

Coordinates are in metres, x to the east and y to the north, with the origin at the lower left.
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

_MARGIN_M = 10.0  # around a window, in which trees and boxes are kept


class LandCover(IntEnum):
    """Land cover classes of the terrain."""

    GRASS = 0
    ROAD = 1
    WATER = 2
    SOIL = 3
    FIELD = 4
    PAVED = 5
    GARDEN = 6
    GRAVEL = 7


class Roof(IntEnum):
    """Roof shapes. A roof spans the building's oriented bounding rectangle."""

    FLAT = 0
    GABLE = 1
    HIP = 2
    PENT = 3


class Material(IntEnum):
    """Roof materials."""

    TILE = 0
    BITUMEN = 1
    METAL = 2
    CONCRETE = 3
    SLATE = 4


@dataclass(frozen=True)
class Building:
    """A building: footprint in metres, eaves height, and height of the ridge above the eaves.

    ``mapped`` is False for structures that maps do not show as buildings, such as tanks. They are
    simulated but are not among the footprints.
    """

    footprint: Polygon
    eaves_m: float
    rise_m: float = 0.0
    roof: Roof = Roof.FLAT
    material: Material = Material.BITUMEN
    mapped: bool = True


@dataclass(frozen=True)
class City:
    """A city of ``width_m`` x ``height_m`` metres.

    ``patches`` are polygons of land cover, drawn in order onto grass. ``trees`` is [N, 4]: x, y,
    crown radius, height. ``boxes`` is [N, 6]: x, y, length, width, direction (radians from east),
    height. Boxes are objects that resemble small buildings in SAR: cars, containers, fences, boats.
    """

    width_m: float
    height_m: float
    buildings: list[Building]
    patches: list[tuple[Polygon, LandCover]] = field(default_factory=list)
    trees: Floats = field(default_factory=lambda: np.empty((0, 4)))
    boxes: Floats = field(default_factory=lambda: np.empty((0, 6)))

    def window(
        self, x: float, y: float, size_m: float, *, turn_deg: float = 0.0, mirror: bool = False
    ) -> City:
        """The square of side ``size_m`` with its lower left corner at (x, y), as a new city.

        The square is rotated about its centre by ``turn_deg`` degrees, anticlockwise. ``mirror``
        then flips it from east to west. Footprints that cross its edge are not clipped.
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
        footprints = shapely.transform(
            np.array([b.footprint for b in self.buildings], dtype=object), to_window
        )
        inside = shapely.intersects(footprints, frame)
        buildings = [
            replace(b, footprint=footprint)
            for b, footprint, selected in zip(self.buildings, footprints, inside, strict=True)
            if selected
        ]
        patches = [(shapely.transform(shape, to_window), kind) for shape, kind in self.patches]
        patches = [(shape, kind) for shape, kind in patches if shape.intersects(frame)]
        trees, boxes = self.trees.copy(), self.boxes.copy()
        trees[:, :2], boxes[:, :2] = to_window(trees), to_window(boxes)
        boxes[:, 4] = flip * (boxes[:, 4] - turn)
        return City(
            size_m, size_m, buildings, patches, _within(trees, size_m), _within(boxes, size_m)
        )


def _within(objects: Floats, size_m: float) -> Floats:
    """The trees or boxes in a square, and up to _MARGIN_M around it."""
    inside = (objects[:, :2] > -_MARGIN_M) & (objects[:, :2] < size_m + _MARGIN_M)
    return objects[inside.all(axis=1)]


def scatter(rng: np.random.Generator, plot: Polygon, per_ha: float) -> Floats:
    """Random points [N, 2] in a polygon, on average ``per_ha`` per hectare."""
    x0, y0, x1, y1 = plot.bounds
    count = rng.poisson(per_ha * (x1 - x0) * (y1 - y0) / 1e4)
    points = rng.uniform((x0, y0), (x1, y1), (count, 2))
    inside: NDArray[np.bool_] = shapely.contains_xy(plot, points[:, 0], points[:, 1])
    return points[inside]


def remove_overlapping(
    objects: Floats, buildings: list[Building], water: shapely.Geometry | None
) -> Floats:
    """Drop the trees or boxes [N, K] whose centre is inside a building or in the water."""
    obstacles = [b.footprint for b in buildings] + ([water] if water is not None else [])
    if not obstacles or not len(objects):
        return objects
    centres = shapely.points(objects[:, :2])
    hit, _ = shapely.STRtree(obstacles).query(centres, predicate="intersects")
    free = np.ones(len(objects), dtype=bool)
    free[hit] = False
    return objects[free]
