"""Backscatter of a city in radar geometry, without noise.

Rasters have columns along ground range and rows along azimuth. ``pixel`` is their pixel size in
metres.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .city import City, Material
from .facades import wall_returns
from .noise import smooth_noise
from .radar_setup import RadarSetup
from .returns import Returns, cross_pol, from_db, splat
from .surface import Raster, Surface

# Mean HH backscatter in dB at about 40 degrees, in the order of city.LandCover and city.Material.
# Chosen so that buildings and background, relative to the median of the scene, have the spread of
# real metre-class scenes. Each scene draws its own values around these.
_LAND_COVER_DB = np.array([-14.0, -17.0, -23.0, -16.0, -13.0, -15.5, -12.0, -13.5])
_ROOF_DB = np.array([-3.5, -6.5, -6.0, -5.0, -5.5])
_SPECULAR_DB = np.array([7.0, 3.0, 14.0, 4.0, 8.0])
# Texture of each land cover: the standard deviation of the logarithm of its power.
_LAND_COVER_TEXTURE = np.array([0.25, 0.2, 0.1, 0.35, 0.3, 0.5, 0.7, 0.45])


@dataclass(frozen=True)
class _Shadow:
    """Radar shadow. A point at height z is visible if z + range * cot(incidence) >= horizon.

    ``cot`` is the cotangent of the incidence angle. The horizons [H, W] are the maximum of height +
    range * cot over all nearer columns, for buildings and boxes (``horizon``), and for these and
    trees (``canopy_horizon``). ``transmission`` 0..1 is that of tree crowns. ``weight`` [H, W],
    0..1, is the illumination of each surface.
    """

    cot: float
    horizon: Raster
    canopy_horizon: Raster
    transmission: np.float32
    weight: Raster


def backscatter(
    rng: np.random.Generator, city: City, surface: Surface, setup: RadarSetup, pixel: float
) -> list[Raster]:
    """Power [H, W] of HH, cross-polarisation and VV."""
    shape = surface.height.shape
    images = [np.zeros(shape, np.float32) for _ in range(3)]
    for returns in _returns(rng, city, surface, setup, pixel):
        power = splat(returns, shape)
        for image, ratio in zip(images, returns.ratios, strict=True):
            image += power * np.float32(ratio)
    return images


def _returns(
    rng: np.random.Generator, city: City, surface: Surface, setup: RadarSetup, pixel: float
) -> Iterator[Returns]:
    """Returns of terrain and roofs, trees, walls, and point scatterers."""
    shadow = _shadow(rng, surface, setup, pixel)
    to_columns = shadow.cot / pixel  # layover in columns per metre of height
    power = _surface_backscatter(rng, city, surface, setup, pixel) * shadow.weight
    rows, columns = np.ogrid[: power.shape[0], : power.shape[1]]
    vv = from_db(rng.uniform(-1, 1.5))
    displaced = columns.astype(np.float32) - surface.height * to_columns
    yield Returns(power, rows, displaced, (1, cross_pol(rng, -15), vv))
    yield _tree_returns(rng, surface, shadow, setup, pixel)
    yield from wall_returns(rng, city, surface, setup, pixel, shadow.horizon)
    power, rows, columns = _point_scatterers(rng, surface, setup, pixel)
    power = power * shadow.weight[rows, columns]
    displaced = columns - surface.height[rows, columns] * to_columns
    ratios = (1, cross_pol(rng, -9), from_db(rng.uniform(-3, 3)))
    yield Returns(power, rows, displaced, ratios)


def _shadow(rng: np.random.Generator, surface: Surface, setup: RadarSetup, pixel: float) -> _Shadow:
    cot = 1 / math.tan(math.radians(setup.incidence_deg))
    distance = np.arange(surface.height.shape[1], dtype=np.float32) * (pixel * cot)
    own = surface.height + distance
    horizon = np.maximum.accumulate(own, axis=1)
    canopy_horizon = np.maximum.accumulate(
        np.maximum(surface.canopy, surface.height) + distance, axis=1
    )
    transmission = np.float32(rng.uniform(0.2, 0.6))
    weight = np.where(own >= canopy_horizon - 1e-3, np.float32(1), transmission)
    visible = own >= horizon - 1e-3
    return _Shadow(cot, horizon, canopy_horizon, transmission, weight * visible)


def _tree_returns(
    rng: np.random.Generator, surface: Surface, shadow: _Shadow, setup: RadarSetup, pixel: float
) -> Returns:
    """Volume scattering of tree crowns, visible where no building hides them."""
    rows, columns = np.nonzero(surface.canopy > 0)
    top = surface.canopy[rows, columns]
    elevation = top + columns * (pixel * shadow.cot)
    visible = elevation >= shadow.horizon[rows, columns]
    power = rng.standard_gamma(1.2, len(top), np.float32)
    power *= from_db(rng.uniform(-15, -9) + setup.canopy_db) * visible
    unobscured = elevation >= shadow.canopy_horizon[rows, columns] - 0.3
    power *= np.where(unobscured, 1, shadow.transmission)
    height = top * rng.uniform(0.6, 1, len(top)).astype(np.float32)
    displaced = columns - height * (shadow.cot / pixel)
    return Returns(power, rows, displaced, (1, cross_pol(rng, -6), 1.0))


def _surface_backscatter(
    rng: np.random.Generator, city: City, surface: Surface, setup: RadarSetup, pixel: float
) -> Raster:
    """Backscatter of terrain and roofs, by material and local incidence angle."""
    shape = surface.height.shape
    cover_db = _LAND_COVER_DB + rng.normal(0, 2.0, len(_LAND_COVER_DB))
    if setup.class_spread_db:
        cover_db += rng.normal(0, setup.class_spread_db, len(_LAND_COVER_DB))
    patch_db = np.r_[0.0, rng.normal(0, 1.5, len(city.patches))]
    texture = _LAND_COVER_TEXTURE * rng.uniform(0.5, 1.6)
    fine = smooth_noise(rng, shape, 1)
    coarse = smooth_noise(rng, shape, 6 / pixel)
    grain = 0.85 * fine + 0.5 * coarse
    decibel = (cover_db[surface.land_cover] + patch_db[surface.patch]).astype(np.float32)
    decibel += 4.34 * texture.astype(np.float32)[surface.land_cover] * grain
    decibel += setup.relief_db * smooth_noise(rng, shape, rng.uniform(40, 150) / pixel)
    if setup.patches_db:
        decibel += setup.patches_db * smooth_noise(rng, shape, rng.uniform(4, 16) / pixel)
    decibel[surface.box] = np.float32(setup.metal_db - 8) + 3 * fine[surface.box]
    at = np.nonzero(surface.building)
    decibel[at] = _roof_db(rng, city, surface, setup, at) + 4.34 * rng.uniform(0.2, 0.7) * grain[at]
    return np.asarray(from_db(decibel))


def _roof_db(
    rng: np.random.Generator,
    city: City,
    surface: Surface,
    setup: RadarSetup,
    at: tuple[NDArray[np.intp], ...],
) -> NDArray[np.float64]:
    """Backscatter in dB of the roof pixels ``at`` (rows, columns), without texture."""
    index = surface.building[at] - 1
    kinds = np.array([b.material for b in city.buildings], dtype=int)[index]
    own_db = rng.normal(0, 3.0, len(city.buildings))
    roof_db = setup.roof_db + _ROOF_DB + rng.normal(0, 2.5, len(Material))
    if setup.class_spread_db:  # and darker, since roofs are brighter than terrain otherwise
        roof_db += rng.normal(-setup.class_spread_db / 2, setup.class_spread_db, len(Material))
    tilt = np.arctan(surface.slope_x[at])
    sideways = np.cos(np.arctan(surface.slope_y[at]))
    incidence = math.radians(setup.incidence_deg)
    local = np.clip(np.cos(incidence - tilt) * sideways, 0.03, 1)
    steep = rng.uniform(1, 3)
    roof: NDArray[np.float64] = (
        roof_db[kinds] + own_db[index] + 10 * steep * np.log10(local / math.cos(incidence))
    )
    angle = np.degrees(np.arccos(local))
    roof += _SPECULAR_DB[kinds] * np.exp(-((angle / rng.uniform(8, 18)) ** 2))
    # Ribs, seams and rows of tiles or skylights: some roofs have stripes along or across.
    count = len(city.buildings)
    ribbed = np.where(rng.random(count) < 0.3, rng.uniform(1, 6, count), 0)[index]
    spacing = rng.uniform(1.6, 6, count)[index]
    course = np.where((rng.random(count) < 0.5)[index], surface.u[at], surface.v[at])
    roof += ribbed * (np.cos(2 * math.pi * course / spacing) - 0.3)
    return roof


def _point_scatterers(
    rng: np.random.Generator, surface: Surface, setup: RadarSetup, pixel: float
) -> tuple[Raster, NDArray[np.int64], NDArray[np.int64]]:
    """Power, row and column of chimneys, aerials, air conditioners, railings and poles."""
    shape = surface.height.shape
    hectares = shape[0] * shape[1] * pixel**2 / 1e4
    count = rng.poisson(setup.clutter_per_ha * 3 * hectares)
    rows, cols = rng.integers(0, shape[0], count), rng.integers(0, shape[1], count)
    chance = np.array([0.06, 0.15, 0.004, 0.1, 0.02, 0.4, 0.45, 0.3])[
        surface.land_cover[rows, cols]
    ]
    chance = np.maximum(chance, setup.background_clutter)
    chance = np.where(surface.building[rows, cols] > 0, 1.0, chance)
    selected = rng.random(count) < chance
    rows, cols = rows[selected], cols[selected]
    strength = np.minimum(rng.normal(0, 5, len(rows)), 12)
    return from_db(strength) / np.float32(pixel**2), rows, cols
