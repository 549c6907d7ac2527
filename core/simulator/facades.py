"""Returns of walls that face the sensor: facades, and the double bounce at their base.

Walls are found in the height raster, in radar geometry. ``pixel`` is the pixel size in metres.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from scipy import ndimage

from .city import City, Floats
from .noise import smooth_noise
from .radar_setup import RadarSetup
from .returns import Returns, cross_pol, from_db
from .surface import Raster, Surface

_Indices = NDArray[np.signedinteger]


@dataclass(frozen=True)
class _Walls:
    """Wall pixels [N]: where height rises along range.

    ``foot`` and ``top`` are heights in metres, ``building`` is an index or -1 for boxes. ``facing``
    0..1 is the cosine between the wall's normal and the range axis, ``position`` the distance along
    the wall in metres. ``horizon`` is the horizon of the shadow one column nearer.
    """

    rows: _Indices
    columns: _Indices
    foot: Raster
    top: Raster
    building: _Indices
    facing: Floats
    position: Floats
    horizon: Raster

    @property
    def built(self) -> NDArray[np.bool_]:
        """Whether each wall belongs to a building."""
        return self.building >= 0


@dataclass(frozen=True)
class _Textures:
    """Properties of the facades of each building [N].

    Height of storeys and width of window bays in metres, contrast of the windows in dB, and the
    brightness of the building in dB.
    """

    storey: Floats
    bay: Floats
    contrast: Floats
    brightness: Floats


def wall_returns(
    rng: np.random.Generator,
    city: City,
    surface: Surface,
    setup: RadarSetup,
    pixel: float,
    horizon: Raster,
) -> list[Returns]:
    """Returns of facades and of the double bounce. ``horizon`` [H, W] is that of the shadow."""
    cot = 1 / math.tan(math.radians(setup.incidence_deg))
    walls = _find_walls(city, surface, horizon)
    # Samples along the height of each wall that appear half a pixel apart.
    step = 0.5 * pixel / cot
    count = np.maximum(1, np.ceil((walls.top - walls.foot) / step)).astype(int)
    wall = np.repeat(np.arange(len(walls.rows)), count)
    rank = np.arange(len(wall)) - np.repeat(np.cumsum(count) - count, count)
    spacing = (walls.top - walls.foot) / count
    z = walls.foot[wall] + (rank + rng.random(len(wall))) * spacing[wall]
    houses = max(1, len(city.buildings))
    textures = _Textures(
        storey=rng.uniform(2.7, 3.6, houses),
        bay=rng.uniform(1.6, 5.0, houses),
        contrast=rng.uniform(0, 14, houses),
        brightness=rng.normal(0, 3, houses),
    )

    level = _facade_db(rng, walls, wall, z, textures, setup)
    visible = z + walls.columns[wall] * (pixel * cot) >= walls.horizon[wall]
    area = (spacing / pixel)[wall] * walls.facing[wall] ** 2
    power = (from_db(level) * area * visible).astype(np.float32)
    displaced = walls.columns[wall] - z * (cot / pixel)
    facades = Returns(power, walls.rows[wall], displaced, (1, cross_pol(rng, -10), from_db(-1)))
    return [facades, _double_bounce(rng, walls, textures, surface, setup, pixel, cot)]


def _find_walls(city: City, surface: Surface, horizon: Raster) -> _Walls:
    height = surface.height
    rows, columns = np.nonzero(np.diff(height, axis=1) > 0.8)
    columns = columns + 1
    building = surface.building[rows, columns] - 1
    # The normal is the one of the building's two axes nearest to the gradient of the blurred
    # height, so that corners do not stand out. Round buildings use the gradient itself.
    blurred = ndimage.gaussian_filter(np.minimum(height, 6.0), 1.5)
    normal = np.stack(
        [np.gradient(blurred, axis=1)[rows, columns], np.gradient(blurred, axis=0)[rows, columns]]
    )
    normal /= np.maximum(np.hypot(*normal), 1e-6)
    if len(city.buildings):
        axis = surface.axis[building].T
        end = np.abs((normal * axis).sum(axis=0)) > 0.707
        aligned = np.where(end, np.abs(axis[0]), np.abs(axis[1]))
        corners = shapely.get_num_coordinates([b.footprint for b in city.buildings])
        angular = (building >= 0) & (corners < 20)[building]
        facing = np.where(angular, aligned, np.abs(normal[0]))
        position = np.where(end, surface.v[rows, columns], surface.u[rows, columns])
    else:
        facing, position = np.abs(normal[0]), np.zeros(len(rows))
    return _Walls(
        rows,
        columns,
        height[rows, columns - 1],
        height[rows, columns],
        building,
        np.clip(facing, 0.05, 1),
        position,
        horizon[rows, columns - 1],
    )


def _facade_db(
    rng: np.random.Generator,
    walls: _Walls,
    wall: _Indices,
    z: Floats,
    textures: _Textures,
    setup: RadarSetup,
) -> Floats:
    """Backscatter in dB of samples at height ``z`` on the walls with index ``wall``.

    Windows are bright points on a grid of storeys and bays.
    """
    owner = walls.building[wall]
    vertical = np.cos(math.pi * z / textures.storey[owner]) ** 6
    horizontal = np.cos(math.pi * walls.position[wall] / textures.bay[owner]) ** 6
    windows = vertical * horizontal
    level = setup.wall_db + textures.brightness[owner] - 3
    level += textures.contrast[owner] * (windows - 0.1)
    level += np.minimum(5 * rng.standard_exponential(len(wall)), 16) - 5
    return np.where(walls.built[wall], level, setup.wall_db - 6 + setup.metal_db)


def _double_bounce(
    rng: np.random.Generator,
    walls: _Walls,
    textures: _Textures,
    surface: Surface,
    setup: RadarSetup,
    pixel: float,
    cot: float,
) -> Returns:
    """Returns of the dihedrals between walls and terrain, as long as the wall is high."""
    rows, columns, building = walls.rows, walls.columns, walls.building
    height = walls.top - walls.foot
    # The dihedral needs illuminated terrain in front of the wall.
    visible = walls.foot + columns * (pixel * cot) >= walls.horizon - 0.3 * height
    irregular = from_db(4 * smooth_noise(rng, surface.height.shape, 3 / pixel)[rows, columns])
    under_tree = surface.canopy[rows, np.maximum(columns - 2, 0)] > 0
    directivity = walls.facing**setup.facing_power + 0.03 * walls.facing**2
    own_db = rng.normal(0, 3, len(textures.brightness))[building]
    level = from_db(setup.double_bounce_db + textures.brightness[building] + own_db)
    power = level * height / pixel * directivity * irregular * visible
    power = power * np.where(under_tree, 0.2, 1)
    power *= np.where(walls.built, 1, 0.25 * from_db(setup.metal_db))
    distance = rng.uniform(0, 1.2, len(rows)) - walls.foot * (cot / pixel)
    vv = from_db(rng.uniform(-6, -1))
    ratios = (1, cross_pol(rng, -15), vv)
    return Returns(power.astype(np.float32), rows, columns - distance, ratios)
