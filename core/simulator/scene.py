"""Simulate a scene from a seed, and write it: SAR, optical and building footprints."""

from __future__ import annotations

import json
import math
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import rasterio
import shapely
from affine import Affine
from numpy.typing import NDArray
from rasterio.features import rasterize
from rasterio.windows import Window
from scipy import ndimage
from shapely import Polygon

from ..hatch.errors import InputError
from ..hatch.files import atomic_output, writing
from ..hatch.jobs import POLARISATIONS
from ..hatch.names import LABELS_FILE, OPTICAL_FILE, SAR_FILE, SIMULATED
from ..raster.gdal_open import GDAL_ERRORS
from ..raster.read_back import checksum, require_read_back
from .camera import simulate_optical
from .city import City
from .generate import make_city
from .noise import smooth_noise
from .radar import simulate_sar
from .radar_setup import RadarSetup

CRS = "EPSG:32631"
_EAST, _NORTH = 600_000.0, 5_750_000.0  # arbitrary coordinates of the upper left corner
_MARGIN_M = 35.0  # simulated around the image, for layover and shadow from outside


@dataclass
class Scene:
    """A simulated scene. Rasters are north-up.

    Attributes
    ----------
    pixel_size_m
        Side of a pixel in metres.
    sar
        float32 [4, H, W], sigma0 in dB, bands in the order of POLARISATIONS, NaN for nodata.
    optical
        uint8 [4, H, W], red, green, blue, near infrared; 0 in all bands for nodata.
    optical_valid
        bool [H, W], False for nodata and clouds.
    footprints
        Polygons in metres, with the origin at the lower left corner of the raster.
    buildings
        bool [H, W], the rasterised footprints.
    setup
        The parameters of the radar.
    """

    pixel_size_m: float
    sar: NDArray[np.float32]
    optical: NDArray[np.uint8]
    optical_valid: NDArray[np.bool_]
    footprints: list[Polygon]
    buildings: NDArray[np.bool_]
    setup: RadarSetup
    crs: str = CRS

    @property
    def transform(self) -> Affine:
        """Columns and rows to coordinates in ``crs``."""
        return Affine(self.pixel_size_m, 0, _EAST, 0, -self.pixel_size_m, _NORTH)


def simulate(
    seed: int,
    size: int,
    *,
    city: City | None = None,
    style: str | None = None,
    pixel_size_m: float | None = None,
    setup: RadarSetup | None = None,
    clouds: float | None = None,
    nodata: bool | None = None,
) -> Scene:
    """Simulate a scene of ``size`` x ``size`` pixels, deterministic in its arguments.

    Arguments that are None are drawn at random.

    Parameters
    ----------
    seed
        Seed of the random generator.
    size
        Width and height in pixels, at least 16.
    city
        A city of which a random window is used, rotated and mirrored. None generates a city.
    style
        Style of the generated city, one of ``hatch.jobs.STYLES``.
    pixel_size_m
        Side of a pixel in metres.
    setup
        Parameters of the radar.
    clouds
        Fraction of optical that is covered by clouds, 0..1. At random: usually 0.
    nodata
        Whether SAR has nodata beyond an oblique swath edge. At random: in 30 % of all scenes.

    Raises
    ------
    InputError
        If ``size`` is below 16, ``clouds`` outside 0..1, or ``style`` unknown.
    """
    if size < 16:
        raise InputError("A scene of {size} pixels is too small; choose 16 or more.", size=size)
    if clouds is not None and not 0 <= clouds <= 1:
        raise InputError("clouds must be between 0 and 1, not {clouds}.", clouds=clouds)
    rng = np.random.default_rng(seed)
    pixel = float(pixel_size_m or rng.uniform(0.4, 1.2))
    setup = setup or RadarSetup.random(rng)
    side = size * pixel
    extent = side + 2 * _MARGIN_M
    city = _random_window(rng, city, extent) if city else make_city(rng, extent, style)
    to_map = Affine(1 / pixel, 0, -_MARGIN_M / pixel, 0, -1 / pixel, size + _MARGIN_M / pixel)
    footprints = _footprints(city, side)
    buildings = _mask(footprints, pixel, size)
    sar = simulate_sar(rng, city, setup, to_map, size, pixel, _MARGIN_M)
    optical = simulate_optical(rng, city, to_map, size, pixel)
    optical = _misregister(rng, optical)
    optical, valid = _add_clouds(rng, optical, clouds)
    if nodata or (nodata is None and rng.random() < 0.3):
        _mask_outside_swath(rng, sar)
    return Scene(pixel, sar, optical, valid, footprints, buildings, setup)


def _random_window(rng: np.random.Generator, city: City, size_m: float) -> City:
    """A rotated window around a random building, within the city if that is large enough."""
    anchor = np.array([city.width_m, city.height_m]) / 2
    if city.buildings:
        chosen = city.buildings[int(rng.integers(len(city.buildings)))]
        anchor = shapely.get_coordinates(chosen.footprint.centroid)[0]
    corner = anchor - rng.uniform(0.2, 0.8, 2) * size_m
    spare = np.array([city.width_m, city.height_m]) - size_m
    x, y = np.where(spare > 0, np.clip(corner, 0, spare), spare / 2)
    return city.window(x, y, size_m, turn_deg=rng.uniform(0, 360), mirror=rng.random() < 0.5)


def _footprints(city: City, side_m: float) -> list[Polygon]:
    """Footprints clipped to the image, in metres from its lower left corner."""
    outlines = np.array([b.footprint for b in city.buildings if b.mapped], dtype=object)
    outlines = shapely.transform(outlines, lambda p: p - _MARGIN_M)
    clipped = shapely.get_parts(shapely.intersection(outlines, shapely.box(0, 0, side_m, side_m)))
    return [p for p in clipped if isinstance(p, Polygon) and p.area > 0.5]


def _mask(footprints: list[Polygon], pixel: float, size: int) -> NDArray[np.bool_]:
    """The footprints as a mask [size, size]."""
    if not footprints:
        return np.zeros((size, size), bool)
    transform = Affine(pixel, 0, 0, 0, -pixel, size * pixel)
    drawn = rasterize(
        [(p, 1) for p in footprints], (size, size), transform=transform, dtype=np.uint8
    )
    return np.asarray(drawn, bool)


def _misregister(rng: np.random.Generator, optical: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Misregister optical against SAR: shift it by up to two pixels, edges replicated."""
    if rng.random() < 0.5:
        return optical
    down, right = rng.integers(-2, 3, 2)
    padded = np.pad(optical, ((0, 0), (2, 2), (2, 2)), mode="edge")
    h, w = optical.shape[1:]
    return padded[:, 2 + down : 2 + down + h, 2 + right : 2 + right + w].copy()


def _add_clouds(
    rng: np.random.Generator, optical: NDArray[np.uint8], share: float | None
) -> tuple[NDArray[np.uint8], NDArray[np.bool_]]:
    """Cover a fraction of optical with clouds, or in half of all scenes with nodata.

    Returns the image and its validity [H, W].
    """
    if share is None:
        share = float(rng.uniform(0.05, 0.8)) if rng.random() < 0.2 else 0.0
    shape = optical.shape[1:]
    if share == 0:
        return optical, np.ones(shape, bool)
    depth = smooth_noise(rng, shape, max(shape) / 5) + 0.4 * smooth_noise(
        rng, shape, max(shape) / 16
    )
    covered = depth > np.quantile(depth, 1 - share) if share < 1 else np.ones(shape, bool)
    if rng.random() < 0.5:
        return np.where(covered, 0, optical).astype(np.uint8), ~covered
    thick = np.clip((depth - depth[covered].min()) * 4 + 0.3, 0, 1) * covered
    white = 215 + 20 * smooth_noise(rng, shape, 8)
    veiled = optical * (1 - thick) + white * thick
    return np.clip(veiled, 1, 255).astype(np.uint8), ~covered


def _mask_outside_swath(rng: np.random.Generator, sar: NDArray[np.float32]) -> None:
    """Set SAR outside the swath to NaN, in place; sometimes with a dark fringe from resampling."""
    outside = _outside_swath(rng, sar.shape[1])
    fringe = ndimage.binary_dilation(outside, iterations=int(rng.integers(1, 3))) & ~outside
    if rng.random() < 0.5:
        sar[:, fringe] -= rng.uniform(3, 15, fringe.sum()).astype(np.float32)
    sar[:, outside] = np.nan


def _outside_swath(rng: np.random.Generator, size: int) -> NDArray[np.bool_]:
    """Pixels [size, size] beyond one or two parallel edges of an oblique swath."""
    angle = (
        rng.uniform(0, 2 * math.pi)
        if rng.random() < 0.5
        else rng.normal(0, 0.05) + (math.pi / 2 * rng.integers(4))
    )
    rows, cols = np.mgrid[:size, :size]
    across = (cols - size / 2) * math.cos(angle) + (rows - size / 2) * math.sin(angle)
    edge = np.quantile(across, rng.uniform(0.55, 0.95))
    outside = across > edge
    if rng.random() < 0.4:
        outside |= across < np.quantile(across, rng.uniform(0.02, 0.3))
    return np.asarray(outside, bool)


def write_scene(
    scene: Scene,
    folder: str | Path,
    *,
    output: str = "db",
    polarisations: tuple[str, ...] = POLARISATIONS,
) -> None:
    """Write sar.tif, optical.tif and buildings.geojson to a folder, created if missing.

    ``output`` is the radiometry of sar.tif: "db" (float32, nodata NaN), "amplitude" (uint16, nodata
    0) or "8bit" (uint8, amplitude scaled to its 99.5th percentile, nodata 0).

    Raises InputError for an unknown output or polarisation, and if the folder cannot be written.
    """
    unknown = [p for p in polarisations if p not in POLARISATIONS]
    if unknown or not polarisations:
        raise InputError(
            "polarisations must be among {polarisations}, not {given}.",
            polarisations=", ".join(POLARISATIONS),
            given=", ".join(polarisations) or "none",
        )
    bands = scene.sar[[POLARISATIONS.index(p) for p in polarisations]]
    values, nodata = _encode_sar(bands, output)
    folder = Path(folder)
    with writing(folder / SAR_FILE, *GDAL_ERRORS, UnicodeError), ExitStack() as stack:
        folder.mkdir(parents=True, exist_ok=True)
        sar, optical, labels = (
            stack.enter_context(atomic_output(folder / name))
            for name in (SAR_FILE, OPTICAL_FILE, LABELS_FILE)
        )
        _write_raster(scene, sar, values, polarisations, nodata)
        _write_raster(scene, optical, scene.optical, ("R", "G", "B", "N"), 0)
        _write_footprints(scene, labels)


def _encode_sar(bands: NDArray[np.float32], output: str) -> tuple[NDArray[np.number], float]:
    """Stored values, and their nodata value."""
    if output == "db":
        return bands, math.nan
    amplitude = 10 ** (np.nan_to_num(bands, nan=-np.inf) / 20)
    valid = np.isfinite(bands)
    if output == "amplitude":
        stored = np.clip(np.round(amplitude * 1000), 1, 65535).astype(np.uint16)
    elif output == "8bit":
        top = [
            np.percentile(a[k], 99.5) if k.any() else 1.0
            for a, k in zip(amplitude, valid, strict=True)
        ]
        scaled = amplitude / np.array(top)[:, None, None] * 255
        stored = np.clip(np.round(scaled), 1, 255).astype(np.uint8)
    else:
        raise InputError("output must be db, amplitude or 8bit, not {output}.", output=repr(output))
    return np.where(valid, stored, 0).astype(stored.dtype), 0


def _write_raster(
    scene: Scene, path: Path, values: NDArray[np.number], names: tuple[str, ...], nodata: float
) -> None:
    profile = {
        "driver": "GTiff",
        "count": len(values),
        "height": values.shape[1],
        "width": values.shape[2],
        "dtype": values.dtype,
        "crs": scene.crs,
        "transform": scene.transform,
        "nodata": nodata,
        "compress": "deflate",
        "tiled": True,
        "blockxsize": 256,
        "blockysize": 256,
    }
    with rasterio.open(path, "w", **profile) as raster:
        raster.write(values)
        raster.descriptions = names
        raster.update_tags(**{SIMULATED: "1"})
    height, width = values.shape[1:]
    require_read_back(path, [(Window(0, 0, width, height), checksum(values))])


def _write_footprints(scene: Scene, path: Path) -> None:
    height = scene.sar.shape[1] * scene.pixel_size_m
    lower_left = np.array([_EAST, _NORTH - height])
    placed = shapely.transform(
        np.array(scene.footprints, dtype=object), lambda p: np.round(p + lower_left, 3)
    )
    features = [
        {"type": "Feature", "properties": {}, "geometry": shapely.geometry.mapping(p)}
        for p in placed
    ]
    code = scene.crs.split(":")[1]
    name = {"type": "name", "properties": {"name": f"urn:ogc:def:crs:EPSG::{code}"}}
    collection = {
        "type": "FeatureCollection",
        "name": Path(LABELS_FILE).stem,
        SIMULATED: True,
        "crs": name,
        "features": features,
    }
    path.write_text(json.dumps(collection), encoding="utf-8")
