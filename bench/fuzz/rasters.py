"""Raster files, as SAR or as optical of a scene."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import rasterio
from rasterio.control import GroundControlPoint
from rasterio.enums import ColorInterp
from rasterio.errors import NotGeoreferencedWarning
from rasterio.transform import Affine

from core.hatch.jobs import SceneInput
from core.raster.scene import open_scene

from .kind import FaultError, Kind, Sample
from .mutation import damaged_bytes

SIZE = 48  # pixels along a side
_PLACE: dict[str, Any] = {
    "crs": "EPSG:32631",
    "transform": Affine(1, 0, 600_000, 0, -1, 5_750_000),
}
_VRT = b"""<VRTDataset rasterXSize="48" rasterYSize="48"><SRS>EPSG:32631</SRS>
<GeoTransform>600000, 1, 0, 5750000, 0, -1</GeoTransform>
<VRTRasterBand dataType="Float32" band="1"><Description>VV</Description><NoDataValue>0</NoDataValue>
<SimpleSource><SourceFilename relativeToVRT="1">sar.tif</SourceFilename><SourceBand>1</SourceBand>
<SrcRect xOff="0" yOff="0" xSize="48" ySize="48"/><DstRect xOff="0" yOff="0" xSize="48" ySize="48"/>
</SimpleSource></VRTRasterBand></VRTDataset>"""
_OWN = ("sar.tif", "other.tif")  # what the virtual raster refers to, and SAR for an optical layer
# Texts of a header that a reader takes for numbers, sizes or other files.
_ODD = (b"-1", b"1e999", b"nan", b"4294967295", b"/etc/hostname", b"/vsimem/x", b"../sar.tif", b"")


def seeds(folder: Path) -> list[Sample]:
    """Small rasters of many formats and types."""
    rng = np.random.default_rng(0)
    sar = rng.exponential(100, (2, SIZE, SIZE)).astype(np.float32)
    byte = np.clip(sar, 0, 255).astype(np.uint8)
    write = partial(_written, folder)
    corners = [
        GroundControlPoint(r, c, 600_000 + c, 5_750_000 - r) for r in (0, 48) for c in (0, 48)
    ]
    rpc: dict[str, float] = {
        "line_off": 24,
        "line_scale": 24,
        "samp_off": 24,
        "samp_scale": 24,
        "height_off": 0,
    }
    rpc |= {"lat_off": 51.9, "lat_scale": 0.01, "long_off": 4.4, "long_scale": 0.01}
    rpc |= {"height_scale": 500, "err_bias": 0, "err_rand": 0}
    return [
        write("sar.tif", sar[:1], names=["VV"], nodata=0),
        write("two.tif", sar, names=["VV", "VH"], compress="deflate", tiled=True),
        write("lzw.tif", sar.astype(np.uint16), compress="lzw", predictor=2),
        write("complex.tif", (sar + 1j * sar[::-1]).astype(np.complex64)[:1]),
        write("jpeg.tif", byte[[0, 1, 0]], compress="jpeg", photometric="ycbcr"),
        write("palette.tif", byte[:1] % 4, palette=True),
        write("alpha.tif", np.concatenate([byte, byte, byte])[:4], photometric="rgb", alpha="yes"),
        write("gcps.tif", sar[:1], gcps=corners, transform=None),
        write("degrees.tif", sar[:1], crs="EPSG:4326", transform=Affine(1e-5, 0, 4, 0, -1e-5, 52)),
        write("image.png", byte[:1], driver="PNG"),
        write("image.jpg", byte[[0, 1, 0]], driver="JPEG"),
        write("image.img", sar[:1], driver="HFA"),
        write("image.ntf", byte[:1], driver="NITF", icords="N"),
        write("image.bmp", byte[:1], driver="BMP", crs=None),
        write("image.asc", sar[:1, :12, :12], driver="AAIGrid", crs=None),
        Sample(_VRT, ".vrt"),
    ]


def damage(random: Random, samples: Sequence[Sample]) -> Sample:
    """A raster whose bytes are changed, most of them in its headers."""
    sample = random.choice(samples)
    data = sample.data
    if sample.extension in (".vrt", ".asc") and random.random() < 0.5:
        words = data.replace(b'"', b' " ').split(b" ")
        words[random.randrange(len(words))] = random.choice(_ODD)
        data = b" ".join(words).replace(b' " ', b'"')
    else:
        data = damaged_bytes(random, data, [s.data for s in samples])
    extension = sample.extension if random.random() < 0.95 else random.choice((".tif", ".bin"))
    return Sample(data, extension)


def read(path: Path) -> None:
    """Open it as a scene and read some of it. Raises InputError."""
    sar = path
    if path.suffix == ".vrt":
        _valid(path.parent / _OWN[0], seed=0)
    if path.stat().st_size % 3 == 0:
        sar = _valid(path.parent / _OWN[1], seed=1)
    optical = str(path) if sar != path else ""
    with open_scene(SceneInput((str(sar),), optical=optical), 1.0) as scene:
        values, _ = scene.read(-8, -8, 64, 64)
        if np.isinf(values).any():
            raise FaultError("values that are infinite")


def _valid(path: Path, seed: int) -> Path:
    """A raster that can be read."""
    values = np.random.default_rng(seed).exponential(100, (1, SIZE, SIZE)).astype(np.float32)
    with rasterio.open(path, "w", **_profile(values, {})) as file:
        file.write(values)
    return path


def _profile(values: np.ndarray, settings: dict[str, Any]) -> dict[str, Any]:
    count, height, width = values.shape
    shape = {"count": count, "height": height, "width": width, "dtype": values.dtype}
    return {"driver": "GTiff", **_PLACE, **shape, **settings}


def _written(
    folder: Path,
    name: str,
    values: np.ndarray,
    names: Sequence[str] = (),
    palette: bool = False,
    **settings: Any,
) -> Sample:
    path = folder / name
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", NotGeoreferencedWarning)
        with rasterio.open(path, "w", **_profile(values, settings)) as file:
            if palette:
                file.colorinterp = [ColorInterp.palette]
                file.write_colormap(1, {i: (60 * i, 30 * i, i, 255) for i in range(4)})
            file.write(values)
            for number, text in enumerate(names, start=1):
                file.set_band_description(number, text)
    return Sample(path.read_bytes(), path.suffix)


KIND = Kind(seeds, damage, read, share=0.07, written=lambda path: path.name in _OWN)
