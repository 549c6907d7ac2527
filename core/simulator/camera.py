"""Simulated optical imagery: red, green, blue and near infrared, 8 bits each."""

from __future__ import annotations

import math

import numpy as np
from affine import Affine
from numpy.typing import NDArray
from scipy import ndimage

from .city import City, LandCover, Material
from .noise import smooth_noise
from .surface import Raster, Surface, rasterise

# Reflectance in red, green, blue and near infrared, in the order of city.LandCover and
# city.Material.
_LAND_COVER = np.array(
    [
        [0.14, 0.19, 0.10, 0.45],
        [0.22, 0.22, 0.22, 0.26],
        [0.07, 0.10, 0.11, 0.04],
        [0.36, 0.30, 0.22, 0.42],
        [0.24, 0.25, 0.13, 0.42],
        [0.34, 0.33, 0.31, 0.37],
        [0.18, 0.20, 0.13, 0.40],
        [0.30, 0.28, 0.25, 0.33],
    ]
)
_ROOF = np.array(
    [
        [0.42, 0.23, 0.16, 0.45],
        [0.20, 0.20, 0.20, 0.23],
        [0.50, 0.52, 0.54, 0.55],
        [0.44, 0.42, 0.39, 0.46],
        [0.17, 0.18, 0.20, 0.22],
    ]
)
_LEAF = np.array([0.08, 0.13, 0.06, 0.42])


def simulate_optical(
    rng: np.random.Generator, city: City, to_map: Affine, size: int, pixel_size_m: float
) -> NDArray[np.uint8]:
    """An image of a city, uint8 [4, size, size]: red, green, blue, near infrared.

    ``to_map`` maps the city's metres to columns and rows of the image. Valid pixels are 1..255.
    """
    surface = rasterise(city, to_map, (size, size))
    top = np.maximum(surface.height, surface.canopy)
    colour = _reflectance(rng, city, surface)
    light = _illumination(rng, surface, top, pixel_size_m)
    colour = colour * light + rng.uniform(0.03, 0.08)
    colour = _relief_displacement(rng, colour, surface, pixel_size_m)
    return _sensor_response(rng, colour)


def _sensor_response(rng: np.random.Generator, colour: NDArray[np.float64]) -> NDArray[np.uint8]:
    """Radiance [4, H, W] to 8 bits: blur, sharpening, saturation, haze, stretch, gamma, noise."""
    blur = rng.uniform(0.3, 1.1)
    colour = np.stack([ndimage.gaussian_filter(band, blur) for band in colour])
    if rng.random() < 0.5:
        wide = np.stack([ndimage.gaussian_filter(band, 1.5) for band in colour])
        colour += rng.uniform(0, 1.2) * (colour - wide)
    grey = colour[:3].mean(axis=0)
    colour[:3] = grey + rng.uniform(0.2, 1.1) * (colour[:3] - grey)
    haze = rng.uniform(0, 0.12) * np.array([0.8, 0.9, 1.1, 0.5])
    gain = rng.normal(1, 0.05, 4)
    exposed = colour * gain[:, None, None] + haze[:, None, None]
    dark, bright = np.percentile(exposed, (rng.uniform(0, 1), rng.uniform(96, 99.9)))
    dark *= rng.uniform(0, 1)
    exposed = np.clip((exposed - dark) / (bright - dark) * rng.uniform(0.7, 1.1), 0, 1)
    exposed = exposed ** rng.uniform(0.55, 1.0)
    exposed += rng.normal(0, rng.uniform(0.003, 0.02), exposed.shape)
    return np.asarray(np.clip(np.round(exposed * 255), 1, 255), np.uint8)


def _reflectance(rng: np.random.Generator, city: City, surface: Surface) -> NDArray[np.float64]:
    """Reflectance [4, H, W] of the topmost surface of each pixel."""
    shape = surface.height.shape
    season = rng.uniform(0.4, 1.3)
    colour = _terrain_reflectance(rng, city, surface, season)
    roofs = _roof_reflectance(rng, city)
    at = surface.building > 0
    colour[at] = roofs[surface.building[at] - 1] * _roof_pattern(rng, surface)[:, None]
    cars = rng.choice([0.06, 0.12, 0.3, 0.5, 0.75], shape, p=[0.35, 0.25, 0.2, 0.13, 0.07])
    cars = ndimage.maximum_filter(cars * (rng.random(shape) < 0.1), 5)
    colour[surface.box] = cars[surface.box, None] * [1.0, 0.98, 0.96, 1.0] + 0.03
    leaf = _LEAF * rng.lognormal(0, 0.2, 4) * [1, 1, 1, season]
    crown = surface.canopy > 0
    tree = rng.lognormal(0, 0.3, shape)[crown] * (0.6 + 0.05 * surface.canopy[crown])
    colour[crown] = leaf * tree[:, None]
    grain = 0.08 * smooth_noise(rng, shape, 1) + 0.10 * smooth_noise(rng, shape, 7)
    colour *= np.exp(grain * rng.uniform(0.5, 1.5))[..., None]
    return np.moveaxis(colour, -1, 0)


def _terrain_reflectance(
    rng: np.random.Generator, city: City, surface: Surface, season: float
) -> NDArray[np.float64]:
    """Reflectance [H, W, 4] of the land cover. ``season`` scales the vegetation's infrared."""
    cover = (
        _LAND_COVER
        * rng.lognormal(0, 0.2, (len(_LAND_COVER), 1))
        * rng.lognormal(0, 0.04, _LAND_COVER.shape)
    )
    cover[[0, 4, 6], 3] *= season
    cover[[0, 4, 6], 0] *= rng.uniform(0.8, 1.9) if season < 0.9 else 1.0
    patch = np.vstack([np.ones(4), rng.lognormal(0, 0.04, (len(city.patches), 4))])
    patch[:, :] *= np.r_[1.0, rng.lognormal(0, 0.2, len(city.patches))][:, None]
    colour = cover[surface.land_cover] * patch[surface.patch]
    # Some patches have an arbitrary colour: sports courts, tarpaulins, painted yards.
    painted = np.r_[False, rng.random(len(city.patches)) < 0.1]
    paint = rng.uniform(0.08, 0.6, (len(painted), 1)) * rng.lognormal(0, 0.25, (len(painted), 4))
    at = painted[surface.patch] & (surface.land_cover != LandCover.ROAD)
    colour[at] = paint[surface.patch[at]]
    return colour


def _roof_reflectance(rng: np.random.Generator, city: City) -> NDArray[np.float64]:
    """Reflectance [N, 4] of each roof: a palette per city, with variation between roofs."""
    palette = (
        _ROOF * rng.lognormal(0, 0.2, (len(Material), 1)) * rng.lognormal(0, 0.07, _ROOF.shape)
    )
    count = len(city.buildings)
    painted = rng.random(count) < rng.choice([0.03, 0.3])
    kinds = np.array([b.material for b in city.buildings], dtype=int)
    roofs: NDArray[np.float64] = (
        palette[kinds] * rng.lognormal(0, 0.22, (count, 1)) * rng.lognormal(0, 0.05, (count, 4))
    )
    roofs[painted] = rng.uniform(0.15, 0.5, (painted.sum(), 1)) * rng.lognormal(
        0, 0.25, (painted.sum(), 4)
    )
    return roofs


def _roof_pattern(rng: np.random.Generator, surface: Surface) -> NDArray[np.float64]:
    """Relative brightness [n] of the building pixels: skylights, plant rooms, stains, sheets."""
    at = surface.building > 0
    index = surface.building[at] - 1
    count = int(surface.building.max(initial=0))
    size = rng.uniform(1.2, 7, (2, count))[:, index]
    cell = np.floor(np.stack([surface.u[at], surface.v[at]]) / size).astype(int)
    drawn = rng.random(65_537)
    chance = drawn[(cell[0] * 7919 + cell[1] * 104_729 + index * 31) % len(drawn)]
    share = np.where(rng.random(count) < 0.5, rng.uniform(0, 0.3, count), 0)[index]
    tone = rng.lognormal(0, 0.5, count)[index]
    sheets = rng.uniform(0, 0.12, count)[index] * np.cos(
        2 * math.pi * surface.u[at] / rng.uniform(1.5, 6, count)[index]
    )
    return np.where(chance < share, tone, 1.0) * (1 + sheets)


def _illumination(
    rng: np.random.Generator, surface: Surface, top: Raster, pixel: float
) -> NDArray[np.float64]:
    """Relative illumination [1, H, W]: the sun's angle to each surface, and cast shadows."""
    elevation, azimuth = math.radians(rng.uniform(22, 65)), rng.uniform(0, 2 * math.pi)
    step = np.array([math.cos(azimuth), math.sin(azimuth)])  # towards the sun, in columns and rows
    facing = (-surface.slope_x * step[0] - surface.slope_y * step[1]) * math.cos(elevation)
    facing = (facing + math.sin(elevation)) / np.hypot(
        1, np.hypot(surface.slope_x, surface.slope_y)
    )
    light = np.clip(facing / math.sin(elevation), 0.35, 1.6)
    rise = math.tan(elevation) * pixel
    max_shift = min(int(float(top.max()) / rise) + 1, 90)
    shadow_height = np.zeros(top.shape, np.float32)
    for k in range(1, max_shift + 1):
        ray = _shift(top, -round(k * step[1]), -round(k * step[0])) - np.float32(k * rise)
        np.maximum(shadow_height, ray, out=shadow_height)
    shadow = np.clip(shadow_height - top, 0, 1)
    diffuse = rng.uniform(0.2, 0.5)
    return np.asarray(light * (1 - shadow * (1 - diffuse)))[None]


def _shift(image: Raster, down: int, right: int) -> Raster:
    """Shift an image [H, W] by whole pixels, filled with zeros."""
    out = np.zeros_like(image)
    h, w = image.shape
    if abs(down) >= h or abs(right) >= w:
        return out
    out[max(down, 0) : h + min(down, 0), max(right, 0) : w + min(right, 0)] = image[
        max(-down, 0) : h + min(-down, 0), max(-right, 0) : w + min(-right, 0)
    ]
    return out


def _relief_displacement(
    rng: np.random.Generator, colour: NDArray[np.float64], surface: Surface, pixel: float
) -> NDArray[np.float64]:
    """Displace roofs as in an off-nadir view. Exposed walls have a uniform colour."""
    tilt, azimuth = math.tan(math.radians(abs(rng.normal(0, 7)))), rng.uniform(0, 2 * math.pi)
    shift = np.array([math.cos(azimuth), math.sin(azimuth)])
    max_shift = min(int(float(surface.height.max()) * tilt / pixel + 0.5), 14)
    if max_shift == 0:
        return colour
    wall = rng.uniform(0.2, 0.5) * np.array([1.0, 0.95, 0.9, 1.0])[:, None]
    seen = colour.copy()
    for k in range(1, max_shift + 1):
        down, right = round(k * shift[1]), round(k * shift[0])
        apparent = _shift(surface.height, down, right) * (tilt / pixel)
        roof = np.abs(apparent - k) <= 0.5
        shifted = np.stack([_shift(band, down, right) for band in colour])
        seen[:, apparent > k + 0.5] = wall
        seen[:, roof] = shifted[:, roof]
    return seen
