"""Files of probabilities, from which footprints are outlined again."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import rasterio
import shapely
from rasterio.crs import CRS
from rasterio.io import MemoryFile
from rasterio.transform import Affine

from core.hatch.jobs import LabelNextJob, OutlineJob
from core.hatch.reporter import Reporter
from core.raster.blend import Strip
from core.raster.grid import Grid
from core.raster.probability_file import ProbabilityReader, ProbabilityWriter
from core.tasks.label_next import label_next
from core.tasks.outline import outline

from .kind import FaultError, Kind, Sample
from .mutation import damaged_bytes, odd_value

WIDTH, HEIGHT = 60, 44  # pixels
GRID = Grid(CRS.from_epsg(32631), Affine(1, 0, 600_000, 0, -1, 5_750_000), WIDTH, HEIGHT)
_AREA = shapely.box(600_005, 5_749_960, 600_050, 5_749_995)
_OUT, _NEXT = "outlined.gpkg", "next.gpkg"
_TYPES = ("int8", "uint16", "int16", "float32", "float64", "complex64", "uint32")
_TRANSFORMS = (
    *(Affine.identity(), Affine.scale(0), Affine.rotation(30), Affine.scale(1e-320)),
    *(Affine.scale(float("nan")), Affine.scale(1e308, -1e308), GRID.transform * Affine.scale(2)),
    *(GRID.transform * Affine.translation(7, 3), GRID.transform * Affine.scale(1, -1)),
)
_CRSS = ("EPSG:4326", "EPSG:3857", "EPSG:2056", 'LOCAL_CS["a",UNIT["metre",1]]', None)
# Texts that a reader takes for numbers and polygons.
_ODD = (
    *("", " ", "0", "-1", "0.5", "1", "nan", "inf", "1e999", "1e-320", "1e308", "-0.0", "0x10"),
    *("1 0 0 1", "0 0 0 0 0 0", "600000 5750000 1 -1 60 44", "nan nan nan nan nan nan"),
    *("POLYGON EMPTY", "POINT (600010 5749990)", "POLYGON ((0 0, 9 0, 9 9, 0 0))", "POLYGON (("),
    "POLYGON ((600000 5749900, 600060 5750000, 600060 5749900, 600000 5750000, 600000 5749900))",
    "POLYGON ((-1e308 -1e308, 1e308 -1e308, 1e308 1e308, -1e308 -1e308))",
    "POLYGON ((nan nan, inf 0, 0 inf, nan nan))",
    "MULTIPOLYGON (((600000 5749970, 600030 5749970, 600030 5749990, 600000 5749970)))",
    "GEOMETRYCOLLECTION (POINT (600001 5749999), LINESTRING (600000 5750000, 600060 5749900))",
)


def seeds(folder: Path) -> list[Sample]:
    """Files of a few buildings: of an area, in degrees, without a place, and as 0.1.0 wrote it."""
    degrees = Grid(CRS.from_epsg(4326), Affine(1.4e-5, 0, 4, 0, -9e-6, 52), WIDTH, HEIGHT)
    placeless = Grid(None, Affine.scale(1, -1), WIDTH, HEIGHT, unit_m=0.8)
    whole = _written(folder / "whole.tif", GRID)
    with MemoryFile(whole.data) as memory, memory.open() as file:
        tags = {name: value for name, value in file.tags().items() if name != "CMHCL_GRID"}
        old = _copy(file, tags, count=3)
    return [
        whole,
        _written(folder / "area.tif", GRID, _AREA),
        _written(folder / "degrees.tif", degrees),
        _written(folder / "placeless.tif", placeless),
        old,
    ]


def damage(random: Random, samples: Sequence[Sample]) -> Sample:
    """A file whose bytes are changed, that is cut off, or that another program wrote again."""
    data = random.choice(samples).data
    choice = random.random()
    if choice < 0.4:
        return Sample(damaged_bytes(random, data, [s.data for s in samples]), ".tif")
    if choice < 0.5:
        return Sample(data[: random.randint(0, len(data))], ".tif")
    with MemoryFile(data) as memory, memory.open() as file:
        return _rewritten(random, file)


def _rewritten(random: Random, file: rasterio.DatasetReader) -> Sample:
    """A copy with other tags, or with other bands, types, pixels or values."""
    tags = file.tags()
    changes: dict[str, Any] = {}
    own = sorted(name for name in tags if name.startswith("CMHCL_"))
    choice = random.randrange(7)
    if choice == 0:
        for name in random.sample(own, random.randint(1, len(own))):
            del tags[name]
    elif choice == 1:
        tags.pop("CMHCL_GRID", None)
        changes["transform"] = random.choice(_TRANSFORMS)
        changes["crs"] = random.choice((file.crs, *_CRSS))
    elif choice == 2:
        name = random.choice([*own, "CMHCL_AREA", "CMHCL_UNIT_M"])
        value = random.choice(_ODD) if random.random() < 0.7 else str(odd_value(random))
        tags[name] = value.replace("\0", "").encode("utf-8", "ignore").decode()
    elif choice == 3:
        changes["dtype"] = random.choice(_TYPES)
    elif choice == 4:
        changes["count"] = random.choice((1, 2, 3, 4, 5, 300))
    elif choice == 5:
        changes["transform"] = random.choice(_TRANSFORMS)
    else:
        changes["nodata"] = random.choice((None, 0, 200, 255))
        changes["noise"] = Random(random.random())
    return _copy(file, tags, **changes)


def _copy(file: rasterio.DatasetReader, tags: dict[str, str], **changes: Any) -> Sample:
    """The file as a GeoTIFF with these tags and changes to its profile; noise: other values."""
    noise = changes.pop("noise", None)
    profile: dict[str, Any] = {"driver": "GTiff", "width": file.width, "height": file.height}
    profile |= {"count": file.count, "dtype": "uint8", "nodata": file.nodata, "crs": file.crs}
    profile |= {"tiled": True, "blockxsize": 256, "blockysize": 256, "compress": "deflate"}
    profile |= {"transform": file.transform, **changes}
    if profile["dtype"] == "int8":
        profile["nodata"] = None
    values = np.resize(file.read(), (profile["count"], file.height, file.width))
    if noise:
        bytes_ = bytes(noise.randrange(256) for _ in range(values.size))
        values = np.frombuffer(bytes_, np.uint8).reshape(values.shape)
    with MemoryFile() as memory:
        with memory.open(**profile) as new:
            new.write(values.astype(profile["dtype"]))
            new.update_tags(**tags)
        return Sample(memory.read(), ".tif")


def read(path: Path) -> None:
    """Read it, and outline and rank its buildings. Raises InputError."""
    with ProbabilityReader(path) as file:
        for strip in file.strips():
            for values in (strip.probability, strip.contact, strip.optical_share):
                if not ((values >= 0) & (values <= 1)).all():
                    raise FaultError("values that are no probabilities")
    outline(OutlineJob(str(path), str(path.with_name(_OUT))), Reporter())
    label_next(LabelNextJob(str(path), str(path.with_name(_NEXT)), block_m=10.0), Reporter())


def _written(path: Path, grid: Grid, area: shapely.Geometry | None = None) -> Sample:
    """Two buildings that touch, a round one, and pixels without data."""
    rows, cols = np.mgrid[:HEIGHT, :WIDTH]
    blocks = (rows > 5) & (rows < 18) & (cols > 6) & (cols < 30)
    disc = np.clip((12 - np.hypot(rows - 30, cols - 44)) / 4, 0, 1)
    probability = np.maximum(0.9 * blocks, disc).astype(np.float32)
    contact = (0.9 * (blocks & (abs(cols - 18) < 2))).astype(np.float32)
    valid = (rows < 40) | (cols > 9)
    strip = Strip(0, probability * valid, contact * valid, valid, np.zeros_like(probability))
    with ProbabilityWriter(path, grid, "a model", 0.35, area) as writer:
        list(writer.write_through(iter([strip])))
    return Sample(path.read_bytes(), path.suffix)


KIND = Kind(seeds, damage, read, share=0.02, written=lambda path: path.name in (_OUT, _NEXT))
