"""A simulated scene, from a seed to files: what the radar and the camera see, and the truth."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import rasterio
import shapely
from affine import Affine
from numpy.typing import NDArray
from rasterio.features import rasterize
from scipy import ndimage
from shapely import Polygon

from ..hatch.errors import InputError
from ..hatch.jobs import POLARISATIONS
from .camera import photograph
from .city import City
from .generate import make_city
from .noise import smooth_noise
from .radar import RadarSetup, look

CRS = "EPSG:32631"
_EAST, _NORTH = 600_000.0, 5_750_000.0  # a made-up place: upper left corner
_MARGIN_M = 35.0


@dataclass
class Scene:
    """What was seen of a place, and what stands there. Rasters are north-up.

    sar             float32 [4, H, W], sigma0 in dB in the order of POLARISATIONS, NaN is nodata
    optical         uint8 [4, H, W], R, G, B, N; 0 in all bands is nodata
    optical_valid   bool [H, W], where optical is neither nodata nor cloud
    footprints      in metres, origin at the lower left corner of the raster
    buildings       bool [H, W], the footprints as pixels
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
        """From columns and rows to `crs`."""
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
    """Make a scene of `size` x `size` pixels; the same arguments give the same scene bit for bit.

    `city` is a town to look at, of which a random window is taken, turned and mirrored at random;
    without one a town is made up, of `style` if that is given (see generate.STYLES). `clouds` is
    the share 0..1 of optical that they cover. `nodata` puts tilted wedges without data at SAR's
    edges. What is None is drawn at random, clouds and wedges only now and then.

    Raises InputError when `size` is under 16 `clouds` not in 0..1, or the style unknown.
    """
    if size < 16:
        raise InputError(f"A scene of {size} pixels is too small; ask for 16 or more.")
    if clouds is not None and not 0 <= clouds <= 1:
        raise InputError(f"Clouds cover a share of 0 to 1 of a scene, not {clouds}.")
    rng = np.random.default_rng(seed)
    pixel = float(pixel_size_m or rng.uniform(0.4, 1.2))
    setup = setup or RadarSetup.random(rng)
    side = size * pixel
    town = (
        make_city(rng, side + 2 * _MARGIN_M, style)
        if city is None
        else _random_window(rng, city, side + 2 * _MARGIN_M)
    )
    to_map = Affine(1 / pixel, 0, -_MARGIN_M / pixel, 0, -1 / pixel, size + _MARGIN_M / pixel)
    footprints = _footprints(town, side)
    buildings = _mask(footprints, pixel, size)
    sar = look(rng, town, setup, to_map, size, pixel, _MARGIN_M)
    optical = photograph(rng, town, to_map, size, pixel)
    optical = _misregister(rng, optical)
    optical, valid = _overcast(rng, optical, clouds)
    if nodata or (nodata is None and rng.random() < 0.3):
        _cut_out(rng, sar)
    return Scene(pixel, sar, optical, valid, footprints, buildings, setup)


def _random_window(rng: np.random.Generator, city: City, size_m: float) -> City:
    """A window about one of the town's buildings, inside the town as far as it is large enough."""
    anchor = np.array([city.width_m, city.height_m]) / 2
    if city.buildings:
        chosen = city.buildings[int(rng.integers(len(city.buildings)))]
        anchor = shapely.get_coordinates(chosen.footprint.centroid)[0]
    corner = anchor - rng.uniform(0.2, 0.8, 2) * size_m
    room = np.array([city.width_m, city.height_m]) - size_m
    x, y = np.where(room > 0, np.clip(corner, 0, room), room / 2)
    return city.window(x, y, size_m, turn_deg=rng.uniform(0, 360), mirror=rng.random() < 0.5)


def _footprints(city: City, side_m: float) -> list[Polygon]:
    """The parts of the footprints inside the image, in metres from its lower left corner."""
    outlines = np.array([b.footprint for b in city.buildings if b.mapped], dtype=object)
    outlines = shapely.transform(outlines, lambda p: p - _MARGIN_M)
    clipped = shapely.get_parts(shapely.intersection(outlines, shapely.box(0, 0, side_m, side_m)))
    return [p for p in clipped if isinstance(p, Polygon) and p.area > 0.5]


def _mask(footprints: list[Polygon], pixel: float, size: int) -> NDArray[np.bool_]:
    if not footprints:
        return np.zeros((size, size), bool)
    transform = Affine(pixel, 0, 0, 0, -pixel, size * pixel)
    drawn = rasterize(
        [(p, 1) for p in footprints], (size, size), transform=transform, dtype=np.uint8
    )
    return np.asarray(drawn, bool)


def _misregister(rng: np.random.Generator, optical: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Shift by up to two whole pixels, edges repeated: the two images never lie quite together."""
    if rng.random() < 0.5:
        return optical
    down, right = rng.integers(-2, 3, 2)
    padded = np.pad(optical, ((0, 0), (2, 2), (2, 2)), mode="edge")
    h, w = optical.shape[1:]
    return padded[:, 2 + down : 2 + down + h, 2 + right : 2 + right + w].copy()


def _overcast(
    rng: np.random.Generator, optical: NDArray[np.uint8], share: float | None
) -> tuple[NDArray[np.uint8], NDArray[np.bool_]]:
    """Cover a share of optical: half the time by cloud, half the time cut out as nodata."""
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


def _cut_out(rng: np.random.Generator, sar: NDArray[np.float32]) -> None:
    """Nodata where the strip ends, at times with the dark fringe that resampling leaves there."""
    outside = _wedge(rng, sar.shape[1])
    fringe = ndimage.binary_dilation(outside, iterations=int(rng.integers(1, 3))) & ~outside
    if rng.random() < 0.5:
        sar[:, fringe] -= rng.uniform(3, 15, fringe.sum()).astype(np.float32)
    sar[:, outside] = np.nan


def _wedge(rng: np.random.Generator, size: int) -> NDArray[np.bool_]:
    """Where a flight strip that lies askew ends: one edge, or two parallel ones."""
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
    """Write sar.tif, optical.tif and buildings.geojson into a folder, which is made if need be.

    `output` is the radiometry of sar.tif: "db" (float32, NaN is nodata), "amplitude" (uint16, 0 is
    nodata) or "8bit" (uint8 amplitude stretched to the 99.5th percentile, 0 is nodata).

    Raises InputError for an unknown output or polarisation, or when the folder can't be written.
    """
    unknown = [p for p in polarisations if p not in POLARISATIONS]
    if unknown or not polarisations:
        raise InputError(
            f"Polarisations are among {', '.join(POLARISATIONS)}; got {polarisations}."
        )
    bands = scene.sar[[POLARISATIONS.index(p) for p in polarisations]]
    values, blank = _as_output(bands, output)
    folder = Path(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _write_raster(scene, folder / "sar.tif", values, polarisations, blank)
        _write_raster(scene, folder / "optical.tif", scene.optical, ("R", "G", "B", "N"), 0)
        _write_footprints(scene, folder / "buildings.geojson")
    except OSError as error:
        raise InputError(f"{folder} can't be written ({error}); choose another folder.") from error


def _as_output(bands: NDArray[np.float32], output: str) -> tuple[NDArray, float]:
    """Values as stored, and their nodata value."""
    if output == "db":
        return bands, math.nan
    amplitude = 10 ** (np.nan_to_num(bands, nan=-np.inf) / 20)
    known = np.isfinite(bands)
    if output == "amplitude":
        stored = np.clip(np.round(amplitude * 1000), 1, 65535).astype(np.uint16)
    elif output == "8bit":
        top = [
            np.percentile(a[k], 99.5) if k.any() else 1.0
            for a, k in zip(amplitude, known, strict=True)
        ]
        scaled = amplitude / np.array(top)[:, None, None] * 255
        stored = np.clip(np.round(scaled), 1, 255).astype(np.uint8)
    else:
        raise InputError(f"SAR is written as db, amplitude or 8bit, not {output!r}.")
    return np.where(known, stored, 0).astype(stored.dtype), 0


def _write_raster(
    scene: Scene, path: Path, values: NDArray, names: tuple[str, ...], nodata: float
) -> None:
    draft = path.with_name(f".{path.stem}.part.tif")
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
    with rasterio.open(draft, "w", **profile) as raster:
        raster.write(values)
        raster.descriptions = names
    draft.replace(path)


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
    collection = {"type": "FeatureCollection", "crs": name, "features": features}
    draft = path.with_name(f".{path.name}.part")
    draft.write_text(json.dumps(collection), encoding="utf-8")
    draft.replace(path)
