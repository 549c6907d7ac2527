"""Simulated SAR with layover, shadow, double bounce, speckle and four polarisations.

The image is formed in radar geometry, with columns along ground range and rows along azimuth, and
resampled to the map grid at the end. The wavefront is plane and the terrain flat at height 0. A
scatterer at height h is displaced by h / tan(incidence) towards the sensor. Powers that fall on
the same pixel are added.
"""

from __future__ import annotations

import math

import numpy as np
from affine import Affine
from numpy.typing import NDArray
from scipy import ndimage

from .backscatter import backscatter
from .city import City
from .radar_setup import RadarSetup
from .returns import from_db
from .surface import Raster, rasterise


def simulate_sar(
    rng: np.random.Generator,
    city: City,
    setup: RadarSetup,
    to_map: Affine,
    size: int,
    pixel_size_m: float,
    margin_m: float,
) -> Raster:
    """An image of a city: sigma0 in dB, float32 [4, size, size], in the order of POLARISATIONS.

    ``to_map`` maps the city's metres to columns and rows of the image. Up to ``margin_m`` metres
    around the image are simulated too, because of layover and shadow from outside.
    """
    turn = math.radians(setup.look_azimuth_deg)
    reach = size * (abs(math.cos(turn)) + abs(math.sin(turn)))
    margin = margin_m / pixel_size_m
    shape = (math.ceil(reach) + 4, math.ceil(reach + 2 * margin))
    # Map columns and rows (y down) to range columns and azimuth rows, around the image centre.
    range_axis = (math.sin(turn), -math.cos(turn))
    rotation = Affine(range_axis[0], range_axis[1], 0, -range_axis[1], range_axis[0], 0)
    to_radar = (
        Affine.translation(shape[1] / 2, shape[0] / 2)
        @ rotation
        @ Affine.translation(-size / 2, -size / 2)
    )
    surface = rasterise(city, to_radar @ to_map, shape)
    images = backscatter(rng, city, surface, setup, pixel_size_m)
    images = [_point_response(image, setup) for image in images]
    shift = setup.reference_height_m / math.tan(math.radians(setup.incidence_deg)) / pixel_size_m
    images = [_to_map(i, Affine.translation(-shift, 0) @ to_radar, size) for i in images]
    return _speckle(rng, images, setup)


def _point_response(power: Raster, setup: RadarSetup) -> Raster:
    """Convolve with the point response: a squared sinc along range and along azimuth."""
    half = 20 if setup.sidelobe > 0.1 else 8
    x = np.arange(-half, half + 1) * 0.886 / setup.resolution
    kernel = np.sinc(x) ** 2 * np.where(np.abs(x) < 1, 1, setup.sidelobe)
    kernel /= kernel.sum()
    image = ndimage.convolve1d(power, kernel, axis=0, mode="nearest")
    image = ndimage.convolve1d(image, kernel, axis=1, mode="nearest")
    for _ in range(2):
        power = ndimage.uniform_filter(power, 41, mode="nearest")
    return np.asarray(image + power * from_db(setup.leak_db), np.float32)


def _to_map(image: Raster, to_radar: Affine, size: int) -> Raster:
    """Resample from radar geometry to the centres of the map's pixels, bilinearly."""
    matrix = [[to_radar.e, to_radar.d], [to_radar.b, to_radar.a]]
    col, row = to_radar @ (0.5, 0.5)
    sampled = ndimage.affine_transform(
        image, matrix, (row - 0.5, col - 0.5), (size, size), order=1, mode="nearest"
    )
    return np.asarray(sampled, np.float32)


def _speckle(rng: np.random.Generator, images: list[Raster], setup: RadarSetup) -> Raster:
    """Add the noise floor and multiply by gamma-distributed speckle, correlated over a resolution.

    Smoothing reduces the variance of white noise by the sum of the squared weights, so the order
    of the gamma distribution is reduced by that factor. HH and VV share part of their speckle,
    HV and VH most of it.
    """
    hh, cross, vv = images
    sigma = setup.resolution / 2.355 * 0.8
    x = np.arange(-3, 4)
    kernel = np.exp(-0.5 * (x / sigma) ** 2)
    kernel /= kernel.sum()
    order = setup.looks * (kernel**2).sum() ** 2
    floor = from_db(setup.noise_floor_db)

    def draw() -> Raster:
        return rng.standard_gamma(order, hh.shape, np.float32) / np.float32(order)

    def smooth(white: Raster) -> Raster:
        rows = ndimage.convolve1d(white, kernel, axis=0, mode="wrap")
        return np.asarray(ndimage.convolve1d(rows, kernel, axis=1, mode="wrap"))

    def mixed(first: Raster, share: float) -> Raster:
        return np.where(rng.random(hh.shape, np.float32) < share, first, draw())

    like, unlike = draw(), draw()
    fields = [like, unlike, mixed(unlike, 0.9), mixed(like, rng.uniform(0.3, 0.7))]
    powers = [
        (image + floor) * smooth(field)
        for image, field in zip((hh, cross, cross, vv), fields, strict=True)
    ]
    return np.stack([_to_db(np.maximum(p, floor * 1e-3)) for p in powers])


def _to_db(power: NDArray[np.floating]) -> Raster:
    return np.asarray(10 * np.log10(power), np.float32)
