"""A raster file, read onto any grid."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from rasterio.enums import Resampling
from rasterio.transform import Affine
from rasterio.warp import reproject
from rasterio.warp import transform as transform_points
from rasterio.windows import Window

from ..hatch.messages import Message
from ..hatch.references import is_connection
from .band_values import ZEROS, BandValues
from .bilinear import resample
from .cache import FILE_CACHE, fingerprint
from .formats import VIRTUAL
from .georeference import PLACEHOLDER_CRS, Georeference
from .grid import Bounds, Grid, origin_of
from .mosaic import same_place_in
from .open_input import open_input_raster
from .sample_windows import sample_windows
from .untagged_fill import find_flat

_MARGIN = ZEROS + 2  # source pixels around a window, for the zero test and bilinear resampling
_MUCH = 0.05  # share of the pixels that one value may fill without a warning
_FEW_VALUES = 8  # as many different values, or fewer, are no image
_SIDE = 21  # points along a side of a grid, which may be curved in the file


class RasterReader:
    """A raster file opened for windowed reading onto grids; a context manager.

    ``bands`` (``BandValues``) says what the bands are and which pixels are valid. ``crs``,
    ``transform``, ``width``, ``height``, ``bounds`` and ``georeferenced`` are those of
    ``Georeference``, ``crs`` that of the argument if it is given. ``fingerprint`` changes with the
    file. ``warnings`` are sentences for the user.

    Raises
    ------
    SceneError
        If the file cannot be opened or placed.
    """

    def __init__(self, path: str, crs: str = "") -> None:
        self.path, self._name = Path(path), path
        self._dataset = open_input_raster(path)
        try:
            self.fingerprint = fingerprint(path, self._dataset.files)
            self._place = Georeference(self._dataset, crs)
            self.bands = BandValues(self._dataset, self.fingerprint)
        except BaseException:
            self._dataset.close()
            raise
        self.crs, self.transform = self._place.crs, self._place.transform
        self.width, self.height = self._place.width, self._place.height
        self.georeferenced = self._place.georeferenced
        self.warnings: list[Message] = [self._place.warning] if self._place.warning else []
        if same_place := same_place_in(self._dataset):
            self.warnings.append(
                Message(
                    "Rasters of the folder cover the same place, where the last one by name is "
                    "used ({names}); move other bands and dates to folders of their own: {name}",
                    names=same_place,
                    name=self.path.name,
                )
            )
        if self._dataset.subdatasets:
            self.warnings.append(
                Message(
                    "The file contains several rasters; the first one is used: {name}",
                    name=self.path.name,
                )
            )

    def __enter__(self) -> RasterReader:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._dataset.close()

    @property
    def files(self) -> list[Path]:
        """The file or those of a mosaic. None for a part of a file, which may have others."""
        if is_connection(self._name):
            return []
        # Other folders, such as an Esri grid, are one raster, and have files that are none.
        is_mosaic = self.path.is_dir() and self._dataset.driver == VIRTUAL
        return [Path(name) for name in self._dataset.files] if is_mosaic else [self.path]

    @property
    def bounds(self) -> Bounds:
        """Bounds of the image in its CRS, also of a rotated one."""
        return self._place.bounds

    def has_values_of(self, other: RasterReader) -> bool:
        """Whether a band is one of another file of the same pixels, as in copies and VRTs."""
        pixels, other_pixels = ((file.transform, file.width, file.height) for file in (self, other))
        return pixels == other_pixels and self.bands.have_one_of(other.bands)

    def value_warnings(self) -> list[Message]:
        """Warnings that values seem to be no measurements.

        There are none for files on servers, which would take long to read each time.
        """
        if not isinstance(self.fingerprint, tuple):
            return []
        return self._flat_warnings() + self._few_values_warnings()

    def _flat_warnings(self) -> list[Message]:
        """The warning that a value seems to be that of missing pixels; none without one.

        It fills squares and is in a corner of the file, as around a rotated image.
        """

        def find() -> tuple[float, float]:
            windows = sample_windows(self._dataset)
            value, share = find_flat((self.bands.read(window) for window in windows), ZEROS)
            cols, rows = (0, self._dataset.width - 1), (0, self._dataset.height - 1)
            corners = [self.bands.read(Window(c, r, 1, 1))[0, 0, 0] for r in rows for c in cols]
            return value, share if value in corners else 0.0

        value, share = FILE_CACHE.get_or_compute(("flat", self.fingerprint), find)
        if share < _MUCH:
            return []
        return [
            Message(
                "The value {value:g} fills {share:.0%} of the file; if nothing was measured there, "
                "set it as the nodata value: {name}",
                value=value,
                share=share,
                name=self.path.name,
            )
        ]

    def _few_values_warnings(self) -> list[Message]:
        """The warning that the file seems to be a mask or a classification; else none."""

        def count() -> int:
            values = [np.unique(band[np.isfinite(band)]).size for band in self.bands.sample()]
            return max(values)

        found = FILE_CACHE.get_or_compute(("values", self.fingerprint), count)
        if not 1 < found <= _FEW_VALUES:  # of a single one another sentence warns
            return []
        return [
            Message(
                "The file has only {count} different values, like a mask or a classification; "
                "choose an image if it is one: {name}",
                count=found,
                name=self.path.name,
            )
        ]

    def read(self, grid: Grid) -> np.ndarray:
        """Read the bands on a grid: float32 [bands, h, w], NaN where not valid.

        Resampling is bilinear, after averaging where the file is at least twice as fine. Grid and
        file must both have a CRS, or neither.

        Raises
        ------
        SceneError
            If the file is damaged.
        """
        target = np.full((len(self.bands), grid.height, grid.width), np.nan, np.float32)
        window, step = self._window_of(grid)
        if window is None:
            return target
        values = self.bands.read(window, step)
        same_crs = self.crs == grid.crs
        near = grid.transform.c if same_crs else None
        place = self._place.warp_options(window.col_off, window.row_off, step, near)
        transform = place.get("src_transform")
        if same_crs and transform is not None and _same_pixels(transform, grid.transform):
            _copy_common(values, target, *_whole(~transform * (grid.transform.c, grid.transform.f)))
            return target
        if same_crs and transform is not None and transform.b == transform.d == 0:
            return resample(values, transform, grid.transform, (grid.height, grid.width))
        own_crs = place.pop("src_crs", self.crs)
        reproject(
            values,
            target,
            **place,
            src_crs=PLACEHOLDER_CRS if same_crs and not self._on_earth() else own_crs,
            src_nodata=np.nan,
            dst_transform=grid.transform,
            dst_crs=PLACEHOLDER_CRS if same_crs and not self._on_earth() else grid.crs,
            dst_nodata=np.nan,
            resampling=Resampling.bilinear,
        )
        return target

    def _on_earth(self) -> bool:
        """Whether the CRS is neither missing nor local; GDAL warps only between such ones."""
        return self.crs is not None and (self.crs.is_geographic or self.crs.is_projected)

    def _window_of(self, grid: Grid) -> tuple[Window | None, int]:
        """Window of the file under the grid, and the number of its pixels per side to average.

        The window starts at multiples of that number, counted from the origin of the CRS if the
        file is upright, so that adjacent windows and crops of the file agree.
        """
        steps, zeros, ones = np.linspace(0, 1, _SIDE), np.zeros(_SIDE), np.ones(_SIDE)
        cols = np.concatenate([steps, steps, zeros, ones]) * grid.width  # top, bottom, left, right
        rows = np.concatenate([zeros, ones, steps, steps]) * grid.height
        xs, ys = grid.transform * (cols, rows)
        if grid.crs is not None and self.crs is not None and grid.crs != self.crs:
            xs, ys = map(np.asarray, transform_points(grid.crs, self.crs, xs, ys))
        cols, rows = self._place.pixels(xs, ys)
        if not (np.isfinite(cols).all() and np.isfinite(rows).all()):
            return None, 1
        if self._place.is_upright:
            extent = max(np.ptp(cols) / grid.width, np.ptp(rows) / grid.height)
        else:
            top_left, top_right, bottom_left = ((cols[i], rows[i]) for i in (0, _SIDE - 1, _SIDE))
            extent = max(
                np.hypot(*np.subtract(top_right, top_left)) / grid.width,
                np.hypot(*np.subtract(bottom_left, top_left)) / grid.height,
            )
        step = max(1, int(extent + 0.25))
        full_width, full_height = self._dataset.width, self._dataset.height
        step = min(step, full_width, full_height)
        margin = _MARGIN * step
        row = col = 0
        if self._place.is_upright and 2 * step <= min(full_width, full_height):
            row, col = origin_of(self.transform)
        left = _first_block(cols.min() - margin, step, -col)
        top = _first_block(rows.min() - margin, step, -row)
        right = min(full_width, int(np.ceil(cols.max())) + margin)
        bottom = min(full_height, int(np.ceil(rows.max())) + margin)
        width, height = (right - left) // step * step, (bottom - top) // step * step
        if width <= 0 or height <= 0:
            return None, 1
        return Window(left, top, width, height), step


def _first_block(pixel: float, step: int, origin: int) -> int:
    """The last pixel at or before ``pixel`` that is a multiple of ``step`` from ``origin``.

    The first such pixel of the file if that would be before the file.
    """
    phase = origin % step
    return max(phase, int(np.floor((pixel - phase) / step)) * step + phase)


def _same_pixels(first: Affine, second: Affine) -> bool:
    """Whether two transforms differ only by whole pixels, to 1/1000 of a pixel."""
    shift = ~first * second
    return bool(shift.almost_equals(Affine.translation(*_whole((shift.c, shift.f))), 1e-3))


def _whole(pair: tuple[float, float]) -> tuple[int, int]:
    return round(pair[0]), round(pair[1])


def _copy_common(source: np.ndarray, target: np.ndarray, col: int, row: int) -> None:
    """Copy the overlap of arrays [bands, h, w]; target starts at (col, row) of source."""
    height = min(source.shape[1], row + target.shape[1]) - max(row, 0)
    width = min(source.shape[2], col + target.shape[2]) - max(col, 0)
    if height > 0 and width > 0:
        top, left = max(-row, 0), max(-col, 0)
        from_row, from_col = max(row, 0), max(col, 0)
        target[:, top : top + height, left : left + width] = source[
            :, from_row : from_row + height, from_col : from_col + width
        ]
