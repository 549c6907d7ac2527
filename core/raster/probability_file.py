"""GeoTIFF of probabilities, from which footprints are vectorised without the network.

Four bands of bytes, tiled and compressed, with overviews: a Cloud-Optimised GeoTIFF. Band 1 is the
probability p of building. Band 2 is p * contact, so that band 1 minus band 2, p * (1 - contact),
gives the seeds of the watershed. Band 3 is the share of the OPT-SAR head. Band 4, the uncertainty,
is the entropy of band 1 in bits, -p log2(p) - (1 - p) log2(1 - p); no reader needs it, and files of
0.1.0 lack it. Scale and offset of each band give values from 0 to 1; invalid pixels are nodata. p
and p * (1 - contact) are rounded down to steps of 1/200, so that a threshold which is a multiple of
a step, such as 0.35, selects exactly the same pixels as in the unrounded probabilities.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import rasterio
import rasterio.shutil
import shapely
from rasterio.crs import CRS
from rasterio.errors import RasterioError
from rasterio.windows import Window
from shapely.errors import ShapelyError

from ..hatch.errors import InputError
from ..hatch.files import writing
from ..hatch.messages import Message
from ..hatch.reporter import Reporter
from ..polygons import geometry_of
from .blend import Strip
from .block_entropy import binary_entropy
from .gdal_open import GDAL_ERRORS, open_raster
from .grid import Grid, pixel_area_m2
from .read_back import checksum, require_read_back

STEPS = 200
_NODATA = 255
_BLOCK = 256  # side of a TIFF tile in pixels
_WIDE = 2**14  # pixels; wider rasters have lower tiles, so that a row of tiles takes no more memory
_LOW = 64  # rows of these tiles
_BANDS = (
    "probability of building",
    "probability of building times contact",
    "share of OPT-SAR",
    "uncertainty",
)
_READ = (1, 2, 3)  # bands
_CLOUD_OPTIMISED = {
    "driver": "COG",
    "blocksize": _BLOCK,
    "compress": "deflate",
    "resampling": "average",
    "overviews": "ignore_existing",
    "bigtiff": "if_safer",
    "num_threads": "all_cpus",
}
_MODEL, _THRESHOLD = "CMHCL_MODEL", "CMHCL_THRESHOLD"
_UNIT, _AREA = "CMHCL_UNIT_M", "CMHCL_AREA"
_GRID = "CMHCL_GRID"  # as written, to notice a warped copy; not in files of 0.1.0
_CRS = "CMHCL_CRS"  # for a CRS that a GeoTIFF cannot hold; not in files of 0.1.0
_MISPLACED = 1e-3  # of a pixel
_MOST = 2**31  # pixels along a side
_LONGEST_UNIT = 1e6  # metres; the shortest is its inverse
_TOLERANCE = 1e-3  # of a step, for the rounding error of float32


class ProbabilityWriter:
    """Writes a file of probabilities, with ``model``, ``threshold`` and ``area`` as tags.

    A context manager. The rows go to another file next to it first, because a Cloud-Optimised
    GeoTIFF begins with its overviews.
    """

    def __init__(
        self,
        path: Path,
        grid: Grid,
        model: str,
        threshold: float,
        area: shapely.Geometry | None = None,
    ) -> None:
        self._path = path
        self._rows_path = path.with_name(f"{path.stem}_rows.tif")
        with writing(path, *GDAL_ERRORS, UnicodeError):
            self._file = rasterio.open(
                self._rows_path,
                "w",
                driver="GTiff",
                width=grid.width,
                height=grid.height,
                count=len(_BANDS),
                dtype="uint8",
                crs=grid.crs,
                transform=grid.transform,
                nodata=_NODATA,
                tiled=True,
                blockxsize=_BLOCK,
                blockysize=_tile_rows(grid.width),
                interleave="band",
                photometric="minisblack",
                compress="deflate",
                zlevel=1,
                predictor=2,
                bigtiff="if_safer",
            )
        tags = {_MODEL: model, _THRESHOLD: repr(float(threshold))}
        tags[_GRID] = " ".join(map(repr, _numbers_of(grid)))
        if grid.crs is None:
            tags[_UNIT] = repr(float(grid.unit_m))
        else:
            tags[_CRS] = grid.crs.to_wkt()
        if area is not None:
            tags[_AREA] = shapely.to_wkt(area, rounding_precision=-1)
        with writing(path, *GDAL_ERRORS):
            self._file.update_tags(**tags)
            self._file.scales = (1 / STEPS,) * len(_BANDS)
            self._file.offsets = (0.5 / STEPS, 0.0, 0.0, 0.0)  # the middle of a step
            for number, name in enumerate(_BANDS, start=1):
                self._file.set_band_description(number, name)
        self._row = 0
        self._written: list[tuple[Window, int]] = []  # with the checksum of each window
        self._pending = np.empty((len(_BANDS), 0, grid.width), np.uint8)

    def __enter__(self) -> ProbabilityWriter:
        return self

    def __exit__(self, error: object, *_: object) -> None:
        try:
            self._write(self._pending.shape[1])
            with writing(self._path, *GDAL_ERRORS, UnicodeError):
                self._file.close()
                if error is None:
                    rasterio.shutil.copy(self._rows_path, self._path, **_CLOUD_OPTIMISED)
            if error is None:
                require_read_back(self._path, self._written)
        finally:
            self._file.close()
            self._rows_path.unlink(missing_ok=True)

    def write_through(self, strips: Iterator[Strip]) -> Iterator[Strip]:
        """Pass the strips through, writing each of them."""
        for strip in strips:
            self._pending = np.concatenate([self._pending, _encode(strip)], axis=1)
            # Only whole tiles: a compressed tile that is written twice is stored twice.
            rows = _tile_rows(self._pending.shape[2])
            self._write(self._pending.shape[1] // rows * rows)
            yield strip

    def _write(self, rows: int) -> None:
        if rows:
            window = Window(0, self._row, self._pending.shape[2], rows)
            with writing(self._path, *GDAL_ERRORS):
                self._file.write(self._pending[:, :rows], window=window)
            self._written.append((window, checksum(self._pending[:, :rows])))
            self._pending = self._pending[:, rows:].copy()
            self._row += rows


class ProbabilityReader:
    """Reads a file of ProbabilityWriter; a context manager.

    Attributes
    ----------
    grid
        Grid of the scene.
    model
        Name of the model.
    threshold
        Threshold of the extraction.
    area
        Polygon in the CRS of the grid that the extraction was limited to; None for the whole scene.

    Raises
    ------
    InputError
        If the file cannot be read or is another kind of file.
    """

    def __init__(self, path: Path) -> None:
        try:
            self._file = open_raster(path)
        except RasterioError as error:
            raise InputError(
                "The probability file {path} cannot be read; run the extraction again.", path=path
            ) from error
        tags = self._file.tags()
        if _MODEL not in tags or _THRESHOLD not in tags or self._file.count < len(_READ):
            self._file.close()
            raise InputError(
                "The file is not a probability file; choose one that an extraction wrote: {path}",
                path=path,
            )
        try:
            self._read_tags(tags)
        except (ValueError, ShapelyError) as error:
            self._file.close()
            raise InputError(
                "The probability file was changed by another program; choose the one that the "
                "extraction wrote, or run the extraction again: {path}",
                path=path,
            ) from error

    def __enter__(self) -> ProbabilityReader:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def _read_tags(self, tags: dict[str, str]) -> None:
        """Set the attributes. Raises ValueError or ShapelyError if they are not those written."""
        file, unit_m = self._file, float(tags.get(_UNIT, 1))
        crs = CRS.from_wkt(tags[_CRS]) if _CRS in tags and not file.crs else file.crs
        self.grid = Grid(crs, file.transform, file.width, file.height, unit_m)
        self.model = tags[_MODEL]
        self.threshold = float(tags[_THRESHOLD])
        self.area = geometry_of(tags[_AREA]) if _AREA in tags else None
        is_ours = (
            {*file.dtypes} == {"uint8"}
            and {*file.nodatavals} == {float(_NODATA)}
            and file.transform.b == file.transform.d == 0
            and 0 <= self.threshold <= 1
            and 1 / _LONGEST_UNIT < unit_m < _LONGEST_UNIT
            and self._has_the_pixels(tags.get(_GRID))
            and 0 < pixel_area_m2(self.grid) < math.inf
            and (self.area is not None or _AREA not in tags)
            # A file that was reprojected has the area in its former coordinate system.
            and (self.area is None or _overlap(self.area, shapely.box(*self.grid.bounds)))
        )
        if not is_ours:
            raise ValueError("types, transform, threshold, unit, grid or area")

    def _has_the_pixels(self, written: str | None) -> bool:
        """Whether the pixels are those written, or a crop of them, and not resampled.

        ``written`` is the tag; without it the file is as 0.1.0 wrote it, or changed. Raises
        ValueError if it is not a grid.
        """
        if written is None:
            return {*self._file.block_shapes} <= {(_BLOCK, _BLOCK), (_LOW, _BLOCK)}
        x, y, across, down, width, height = map(float, written.split())
        if not across > 0 > down:
            return False
        left, bottom, right, top = self.grid.bounds
        # In pixels as written, from their upper left corner.
        sides = np.array(
            [(left - x) / across, (top - y) / down, (right - x) / across, (bottom - y) / down]
        )
        if not (np.abs(sides) < _MOST).all():
            return False
        first_col, first_row, last_col, last_row = np.round(sides)
        return bool(
            (np.abs(sides - np.round(sides)) < _MISPLACED).all()
            and (last_col - first_col, last_row - first_row) == (self.grid.width, self.grid.height)
            and 0 <= first_col < last_col <= width
            and 0 <= first_row < last_row <= height
        )

    def strips(self) -> Iterator[Strip]:
        """Read all rows in order. Raises InputError if the file is damaged."""
        most = _tile_rows(self.grid.width)
        for row in range(0, self.grid.height, most):
            rows = min(most, self.grid.height - row)
            try:
                codes = self._file.read(_READ, window=Window(0, row, self.grid.width, rows))
            except RasterioError as error:
                raise InputError(
                    "The file is truncated or damaged; run the extraction again: {path}",
                    path=self._file.name,
                ) from error
            yield _decode(codes, row)

    def reported_strips(self, reporter: Reporter, step: Message) -> Iterator[Strip]:
        """As ``strips``, and report the rows that were processed as the progress of a step."""
        for strip in self.strips():
            yield strip
            reporter.progress(strip.end, self.grid.height, step)


def _numbers_of(grid: Grid) -> tuple[float, ...]:
    """Left and upper side, width and height of a pixel, and how many there are."""
    at = grid.transform
    return tuple(map(float, (at.c, at.f, at.a, at.e, grid.width, grid.height)))


def _overlap(a: shapely.Geometry, b: shapely.Geometry) -> bool:
    return bool(shapely.intersection(a, b).area > 0)


def _tile_rows(width: int) -> int:
    """Rows of a tile, and of what is read and written at a time."""
    return _BLOCK if width <= _WIDE else _LOW


def _encode(strip: Strip) -> np.ndarray:
    """Encode a strip [h, w] as uint8 [bands, h, w]."""
    building = np.floor(STEPS * strip.probability + _TOLERANCE)
    seed = np.floor(STEPS * strip.probability * (1 - strip.contact) + _TOLERANCE)
    share = np.rint(STEPS * strip.optical_share)
    uncertainty = _UNCERTAINTY[building.astype(np.uint8)]
    steps = np.stack([building, building - seed, share, uncertainty])
    return np.where(strip.valid, steps, _NODATA).astype(np.uint8)


def _decode(codes: np.ndarray, row: int) -> Strip:
    """Decode uint8 [3, h, w] to a strip, 0 where not valid; values are limited to 0 to 1."""
    valid = codes[0] != _NODATA
    building, contact, share = codes.astype(np.float32) * valid
    probability = _probability(building) * valid
    contact = np.minimum(contact / np.maximum(building + 0.5, 1), 1)
    return Strip(row, probability, contact, valid, np.minimum(share / STEPS, 1))


def _probability(steps: np.ndarray) -> np.ndarray:
    """Probabilities that were rounded down to steps: the middle of a step, at most 1."""
    return np.minimum((steps + 0.5) / STEPS, 1)


_UNCERTAINTY = np.rint(STEPS * binary_entropy(_probability(np.arange(STEPS + 1)))).astype(np.uint8)
