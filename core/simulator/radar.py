"""A side-looking radar over a town: layover, shadow, double bounce, speckle, four polarisations.

The scene is drawn in the radar's own frame, columns running away from the sensor, and put onto the
map's grid at the end. Waves are plane; ground is flat at height 0. A scatterer at height h appears
h / tan(incidence) nearer to the sensor than it is, powers that fall on one place add up.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely
from affine import Affine
from numpy.typing import NDArray
from scipy import ndimage

from .city import City, Material
from .noise import smooth_noise
from .surface import Raster, Surface, rasterise

# HH backscatter in dB at about 40 degrees, in the order of city.LandCover and city.Material. Chosen
# so that building and ground, each against the scene's median, spread as in real metre-class
# scenes; every scene draws its own about them.
_GROUND_DB = np.array([-14.0, -17.0, -23.0, -16.0, -13.0, -15.5, -12.0, -13.5])
_ROOF_DB = np.array([-3.5, -6.5, -6.0, -5.0, -5.5])
_SPECULAR_DB = np.array([7.0, 3.0, 14.0, 4.0, 8.0])
# How rough the texture of each ground is: the standard deviation of its logarithm.
_GROUND_TEXTURE = np.array([0.25, 0.2, 0.1, 0.35, 0.3, 0.5, 0.7, 0.45])


@dataclass(frozen=True)
class RadarSetup:
    """How the radar looks and what its image is like.

    `look_azimuth_deg` is the direction in which it looks, clockwise from north. `resolution` is in
    pixels (width of a point at half power), `noise_floor_db` the sigma0 of an empty scene,
    `sidelobe` the share 0..1 of an unweighted aperture's sidelobes that is left. `wall_db` and
    `double_bounce_db` are the brightness of facades and of their feet, `facing_power` how fast the
    latter falls as the wall turns away, `clutter_per_ha` the density of strong small scatterers,
    `leak_db` the share of a place's power that ends up all around it. `metal_db` is how much
    brighter vehicles, containers and fences are than other things, `relief_db` how far slopes and
    wetness spread the ground over tens of metres. `reference_height_m` is the
    height above ground for which the image was geocoded: elevation models of towns have part of the
    buildings in them, so that roofs lie nearer to their place than over bare ground.
    `class_spread_db` draws every class of ground and roof anew about its usual level; at 5 or so no
    order of brightness among them is left.
    """

    incidence_deg: float
    look_azimuth_deg: float
    looks: float
    resolution: float
    noise_floor_db: float
    sidelobe: float = 0.2
    wall_db: float = -9.0
    double_bounce_db: float = -3.0
    facing_power: float = 20.0
    clutter_per_ha: float = 40.0
    leak_db: float = -20.0
    metal_db: float = 0.0
    relief_db: float = 0.5
    reference_height_m: float = 0.0
    class_spread_db: float = 0.0

    @classmethod
    def random(cls, rng: np.random.Generator) -> RadarSetup:
        """Any spaceborne or airborne metre-class radar."""
        return cls(
            incidence_deg=rng.uniform(22, 60),
            look_azimuth_deg=rng.uniform(0, 360),
            looks=float(rng.choice([1, 1, 1.5, 2, 3, 4, 6])),
            # Under a pixel where a finer image was thinned out without averaging.
            resolution=float(np.exp(rng.uniform(np.log(0.4), np.log(2.2)))),
            noise_floor_db=rng.uniform(-25, -14),
            sidelobe=rng.uniform(0.02, 0.6),
            wall_db=rng.uniform(-12, -4),
            double_bounce_db=rng.uniform(-10, 3),
            facing_power=float(np.exp(rng.uniform(np.log(4), np.log(60)))),
            clutter_per_ha=rng.uniform(20, 240),
            leak_db=rng.uniform(-24, -11),
            metal_db=rng.uniform(-4, 8),
            relief_db=rng.uniform(0.3, 2.5),
            reference_height_m=rng.uniform(0, 8),
        )


def simulate_sar(
    rng: np.random.Generator,
    city: City,
    setup: RadarSetup,
    to_map: Affine,
    size: int,
    pixel_size_m: float,
    margin_m: float,
) -> Raster:
    """The image of a town: sigma0 in dB, float32 [4, size, size] in the order of POLARISATIONS.

    `to_map` takes the town's metres to the map's columns and rows. What lies up to `margin_m`
    outside the map is looked at too, as far as the town reaches, since it leans or casts into it.
    """
    turn = math.radians(setup.look_azimuth_deg)
    reach = size * (abs(math.cos(turn)) + abs(math.sin(turn)))
    margin = margin_m / pixel_size_m
    shape = (math.ceil(reach) + 4, math.ceil(reach + 2 * margin))
    # Map columns and rows (y down) to range columns and azimuth rows, about the image's centre.
    away = (math.sin(turn), -math.cos(turn))
    spin = Affine(away[0], away[1], 0, -away[1], away[0], 0)
    to_radar = (
        Affine.translation(shape[1] / 2, shape[0] / 2)
        @ spin
        @ Affine.translation(-size / 2, -size / 2)
    )
    surface = rasterise(city, to_radar @ to_map, shape)
    echoes = _echoes(rng, city, surface, setup, pixel_size_m)
    powers = [_respond(echo, setup) for echo in echoes]
    raised = setup.reference_height_m / math.tan(math.radians(setup.incidence_deg)) / pixel_size_m
    on_map = [_to_map(p, Affine.translation(-raised, 0) @ to_radar, size) for p in powers]
    return _speckle(rng, on_map, setup)


def _decibel(power: NDArray[np.floating]) -> Raster:
    return (10 * np.log10(power)).astype(np.float32)


def _linear(decibel: NDArray[np.floating] | float) -> Any:
    """Power of decibels, float32, of the argument's shape."""
    return np.float32(10) ** (np.asarray(decibel, np.float32) / np.float32(10))


def _echoes(
    rng: np.random.Generator, city: City, surface: Surface, setup: RadarSetup, pixel: float
) -> list[Raster]:
    """Backscatter without noise in the radar's frame, for HH, cross and VV."""
    shape = surface.height.shape
    cot = 1 / math.tan(math.radians(setup.incidence_deg))
    columns = np.arange(shape[1], dtype=np.float32)
    # Seen is what no nearer thing hides: height + distance * cot only grows along a ray's foot.
    horizon = surface.height + columns * (pixel * cot)
    solid = np.maximum.accumulate(horizon, axis=1)
    leafy = np.maximum.accumulate(
        np.maximum(surface.canopy, surface.height) + columns * (pixel * cot), axis=1
    )
    visible = horizon >= solid - 1e-3
    through = np.float32(rng.uniform(0.2, 0.6))
    shade = np.where(horizon >= leafy - 1e-3, np.float32(1), through) * visible

    covers = _covers(rng, city, surface, setup, pixel)
    total = [np.zeros(shape, np.float32) for _ in range(3)]

    def add(
        power: Raster, rows: NDArray, places: NDArray, shares: tuple[float, float, float]
    ) -> None:
        landed = _splat(power, rows, places, shape)
        for image, share in zip(total, shares, strict=True):
            image += landed * np.float32(share)

    # Every surface, where it appears.
    rows = np.arange(shape[0])[:, None]
    vv = _linear(rng.uniform(-1, 1.5))
    add(covers * shade, rows, columns - surface.height * (cot / pixel), (1, _cross(rng, -15), vv))
    # Crowns: a volume, seen wherever no building hides it.
    crown = surface.canopy > 0
    at_rows, at_cols = np.nonzero(crown)
    top = surface.canopy[at_rows, at_cols]
    lit = top + at_cols * (pixel * cot) >= solid[at_rows, at_cols]
    leaves = rng.standard_gamma(1.2, len(top), np.float32) * _linear(rng.uniform(-15, -9)) * lit
    leaves *= np.where(top + at_cols * (pixel * cot) >= leafy[at_rows, at_cols] - 0.3, 1, through)
    depth = top * rng.uniform(0.6, 1, len(top)).astype(np.float32)
    add(leaves, at_rows, at_cols - depth * (cot / pixel), (1, _cross(rng, -6), 1.0))
    # Facades that face the sensor, and the corner they make with the ground.
    for power, wall_rows, places, shares in _walls(rng, city, surface, setup, pixel, solid):
        add(power, wall_rows, places, shares)
    # Small strong things on roofs and on the ground.
    power, spot_rows, spot_cols = _spots(rng, surface, setup, pixel)
    power = power * shade[spot_rows, spot_cols]
    places = spot_cols - surface.height[spot_rows, spot_cols] * (cot / pixel)
    add(power, spot_rows, places, (1, _cross(rng, -9), _linear(rng.uniform(-3, 3))))
    return total


def _cross(rng: np.random.Generator, decibel: float) -> float:
    return float(_linear(decibel + rng.uniform(-2.5, 2.5)))


def _splat(power: Raster, rows: NDArray, places: NDArray, shape: tuple[int, int]) -> Raster:
    """Add up powers at fractional columns, each shared between the two columns next to it."""
    left = np.floor(places).astype(np.int32)
    part = (places - left).astype(np.float32)
    width = shape[1] + 2
    cell = np.clip(left + 1, 0, width - 2) + np.asarray(rows, np.int32) * width
    cell, part, power = (np.broadcast_to(x, places.shape).ravel() for x in (cell, part, power))
    count = shape[0] * width
    image = (
        np.bincount(cell, power * (1 - part), count)
        + np.bincount(cell + 1, power * part, count)[:count]
    )
    return image.reshape(shape[0], width)[:, 1:-1].astype(np.float32)


def _covers(
    rng: np.random.Generator, city: City, surface: Surface, setup: RadarSetup, pixel: float
) -> Raster:
    """Backscatter of ground and roofs by what they are made of and how they are tilted."""
    shape = surface.height.shape
    ground_db = _GROUND_DB + rng.normal(0, 2.0, len(_GROUND_DB))
    if setup.class_spread_db:
        ground_db += rng.normal(0, setup.class_spread_db, len(_GROUND_DB))
    patch_db = np.r_[0.0, rng.normal(0, 1.5, len(city.patches))]
    texture = _GROUND_TEXTURE * rng.uniform(0.5, 1.6)
    fine = smooth_noise(rng, shape, 1)
    coarse = smooth_noise(rng, shape, 6 / pixel)
    grain = 0.85 * fine + 0.5 * coarse
    decibel = (ground_db[surface.land_cover] + patch_db[surface.patch]).astype(np.float32)
    decibel += 4.34 * texture.astype(np.float32)[surface.land_cover] * grain
    decibel += setup.relief_db * smooth_noise(rng, shape, rng.uniform(40, 150) / pixel)
    decibel[surface.box] = np.float32(setup.metal_db - 8) + 3 * fine[surface.box]

    at = np.nonzero(surface.building)
    index = surface.building[at] - 1
    kinds = np.array([b.material for b in city.buildings], dtype=int)[index]
    own_db = rng.normal(0, 3.0, len(city.buildings))
    roof_db = _ROOF_DB + rng.normal(0, 2.5, len(Material))
    if setup.class_spread_db:
        roof_db += rng.normal(0, setup.class_spread_db, len(Material)) - setup.class_spread_db / 2
    tilt = np.arctan(surface.slope_x[at])
    turned = np.cos(np.arctan(surface.slope_y[at]))
    incidence = math.radians(setup.incidence_deg)
    local = np.clip(np.cos(incidence - tilt) * turned, 0.03, 1)
    steep = rng.uniform(1, 3)
    roof = roof_db[kinds] + own_db[index] + 10 * steep * np.log10(local / math.cos(incidence))
    angle = np.degrees(np.arccos(local))
    roof += _SPECULAR_DB[kinds] * np.exp(-((angle / rng.uniform(8, 18)) ** 2))
    # Ribs, seams and rows of tiles or skylights: some roofs are striped along or across.
    count = len(city.buildings)
    ribbed = np.where(rng.random(count) < 0.3, rng.uniform(1, 6, count), 0)[index]
    spacing = rng.uniform(1.6, 6, count)[index]
    course = np.where((rng.random(count) < 0.5)[index], surface.u[at], surface.v[at])
    roof += ribbed * (np.cos(2 * math.pi * course / spacing) - 0.3)
    roof += 4.34 * rng.uniform(0.2, 0.7) * grain[at]
    decibel[at] = roof
    return _linear(decibel)


_Returns = tuple[Raster, NDArray, NDArray, tuple[float, float, float]]


def _walls(
    rng: np.random.Generator,
    city: City,
    surface: Surface,
    setup: RadarSetup,
    pixel: float,
    solid: Raster,
) -> list[_Returns]:
    """Returns of the facades towards the sensor: diffuse and windows; and the double bounce."""
    cot = 1 / math.tan(math.radians(setup.incidence_deg))
    height = surface.height
    rows, cols = np.nonzero(np.diff(height, axis=1) > 0.8)
    cols = cols + 1
    foot, top = height[rows, cols - 1], height[rows, cols]
    owner = surface.building[rows, cols] - 1
    built = owner >= 0

    # Which way a wall faces: as that of the building's two directions which its blurred edge is
    # nearest to, so that corners don't shine; as the edge itself where the outline is round.
    blurred = ndimage.gaussian_filter(np.minimum(height, 6.0), 1.5)
    normal = np.stack(
        [np.gradient(blurred, axis=1)[rows, cols], np.gradient(blurred, axis=0)[rows, cols]]
    )
    normal /= np.maximum(np.hypot(*normal), 1e-6)
    if len(city.buildings):
        axis = surface.axis[owner].T
        end = np.abs((normal * axis).sum(axis=0)) > 0.707
        squared = np.where(end, np.abs(axis[0]), np.abs(axis[1]))
        corners = shapely.get_num_coordinates([b.footprint for b in city.buildings])
        facing = np.where(built & (corners < 20)[owner], squared, np.abs(normal[0]))
        course = np.where(end, surface.v[rows, cols], surface.u[rows, cols])
    else:
        facing, course = np.abs(normal[0]), np.zeros(len(rows))
    facing = np.clip(facing, 0.05, 1)

    # Samples up each wall, so close that neighbours appear half a pixel apart.
    step = 0.5 * pixel / cot
    count = np.maximum(1, np.ceil((top - foot) / step)).astype(int)
    wall = np.repeat(np.arange(len(rows)), count)
    rank = np.arange(len(wall)) - np.repeat(np.cumsum(count) - count, count)
    z = foot[wall] + (rank + rng.random(len(wall))) * ((top - foot) / count)[wall]
    ahead = solid[rows, cols - 1]
    seen = z + cols[wall] * (pixel * cot) >= ahead[wall]
    houses = max(1, len(city.buildings))
    storey, bay = rng.uniform(2.7, 3.6, houses), rng.uniform(1.6, 5.0, houses)
    contrast = rng.uniform(0, 14, houses)
    brick = rng.normal(0, 3, houses)
    who = owner[wall]
    grid = np.cos(math.pi * z / storey[who]) ** 6 * np.cos(math.pi * course[wall] / bay[who]) ** 6
    level = setup.wall_db + brick[who] - 3 + contrast[who] * (grid - 0.1)
    level += np.minimum(5 * rng.standard_exponential(len(wall)), 16) - 5
    level = np.where(built[wall], level, setup.wall_db - 6 + setup.metal_db)
    strips = ((top - foot) / count / pixel)[wall] * facing[wall] ** 2
    power = (_linear(level) * strips * seen).astype(np.float32)
    places = cols[wall] - z * (cot / pixel)
    facade: _Returns = (power, rows[wall], places, (1, _cross(rng, -10), _linear(-1)))

    # The corner is lit where the ground before it is: a dihedral as long as the wall is high.
    lit = foot + cols * (pixel * cot) >= ahead - 0.3 * (top - foot)
    broken = _linear(4 * smooth_noise(rng, height.shape, 3 / pixel)[rows, cols])
    yard = surface.canopy[rows, np.maximum(cols - 2, 0)] > 0
    sharp = facing**setup.facing_power + 0.03 * facing**2
    bounce = _linear(setup.double_bounce_db + brick[owner] + rng.normal(0, 3, houses)[owner])
    corner = bounce * (top - foot) / pixel * sharp * broken * lit * np.where(yard, 0.2, 1)
    corner *= np.where(built, 1, 0.25 * _linear(setup.metal_db))
    reach = rng.uniform(0, 1.2, len(rows)) - foot * (cot / pixel)
    ratio = _linear(rng.uniform(-6, -1))
    double: _Returns = (corner.astype(np.float32), rows, cols - reach, (1, _cross(rng, -15), ratio))
    return [facade, double]


def _spots(
    rng: np.random.Generator, surface: Surface, setup: RadarSetup, pixel: float
) -> tuple[Raster, NDArray, NDArray]:
    """Chimneys, aerials, air conditioners, railings, poles: power, row and column of each."""
    shape = surface.height.shape
    hectares = shape[0] * shape[1] * pixel**2 / 1e4
    count = rng.poisson(setup.clutter_per_ha * 3 * hectares)
    rows, cols = rng.integers(0, shape[0], count), rng.integers(0, shape[1], count)
    wanted = np.array([0.06, 0.15, 0.004, 0.1, 0.02, 0.4, 0.45, 0.3])[
        surface.land_cover[rows, cols]
    ]
    wanted = np.where(surface.building[rows, cols] > 0, 1.0, wanted)
    kept = rng.random(count) < wanted
    rows, cols = rows[kept], cols[kept]
    strength = np.minimum(rng.normal(0, 5, len(rows)), 12)
    return _linear(strength) / np.float32(pixel**2), rows, cols


def _respond(echo: Raster, setup: RadarSetup) -> Raster:
    """Spread power by the point response: a squared sinc along range and along azimuth."""
    half = 20 if setup.sidelobe > 0.1 else 8
    x = np.arange(-half, half + 1) * 0.886 / setup.resolution
    kernel = np.sinc(x) ** 2 * np.where(np.abs(x) < 1, 1, setup.sidelobe)
    kernel /= kernel.sum()
    image = ndimage.convolve1d(echo, kernel, axis=0, mode="nearest")
    image = ndimage.convolve1d(image, kernel, axis=1, mode="nearest")
    for _ in range(2):
        echo = ndimage.uniform_filter(echo, 41, mode="nearest")
    return np.asarray(image + echo * _linear(setup.leak_db), np.float32)


def _to_map(image: Raster, to_radar: Affine, size: int) -> Raster:
    """Sample the radar's frame at the centres of the map's pixels."""
    matrix = [[to_radar.e, to_radar.d], [to_radar.b, to_radar.a]]
    col, row = to_radar @ (0.5, 0.5)
    sampled = ndimage.affine_transform(
        image, matrix, (row - 0.5, col - 0.5), (size, size), order=1, mode="nearest"
    )
    return np.asarray(sampled, np.float32)


def _speckle(rng: np.random.Generator, images: list[Raster], setup: RadarSetup) -> Raster:
    """Multiply by gamma noise of `looks` looks, as wide as the resolution; add the noise floor.

    Smoothing lowers the variance of white noise by the sum of the squared weights, so that the
    white noise is drawn with that much more. HH and VV share part of it, HV and VH nearly all.
    """
    hh, cross, vv = images
    sigma = setup.resolution / 2.355 * 0.8
    x = np.arange(-3, 4)
    kernel = np.exp(-0.5 * (x / sigma) ** 2)
    kernel /= kernel.sum()
    order = setup.looks * (kernel**2).sum() ** 2
    floor = _linear(setup.noise_floor_db)

    def draw() -> Raster:
        return rng.standard_gamma(order, hh.shape, np.float32) / np.float32(order)

    def smooth(white: Raster) -> Raster:
        rows = ndimage.convolve1d(white, kernel, axis=0, mode="wrap")
        return ndimage.convolve1d(rows, kernel, axis=1, mode="wrap")

    def mixed(first: Raster, share: float) -> Raster:
        return np.where(rng.random(hh.shape, np.float32) < share, first, draw())

    like, unlike = draw(), draw()
    fields = [like, unlike, mixed(unlike, 0.9), mixed(like, rng.uniform(0.3, 0.7))]
    powers = [
        (image + floor) * smooth(field)
        for image, field in zip((hh, cross, cross, vv), fields, strict=True)
    ]
    return np.stack([_decibel(np.maximum(p, floor * 1e-3)) for p in powers])
