"""A raster file, read onto any grid with its validity mask."""

from __future__ import annotations

import warnings
from pathlib import Path

import numpy as np
import rasterio
from rasterio.crs import CRS
from rasterio.enums import ColorInterp, MaskFlags, Resampling
from rasterio.errors import NotGeoreferencedWarning, RasterioError
from rasterio.transform import Affine
from rasterio.vrt import WarpedVRT
from rasterio.warp import reproject
from rasterio.warp import transform as transform_points
from rasterio.windows import Window
from scipy.ndimage import maximum_filter, minimum_filter

from ..hatch.errors import SceneError
from ..hatch.references import is_connection
from .cache import FILE_CACHE, fingerprint
from .grid import Bounds, Grid
from .open_raster import open_raster

_ZEROS = 7  # side of a square of exact zeros that is nodata in a file without any mask
_MARGIN = _ZEROS + 2  # source pixels around a window, for the zero test and bilinear resampling
_PLACEHOLDER_CRS = CRS.from_epsg(3857)  # stands for "no CRS" on both sides of a warp


class Source:
    """A raster file opened for windowed reading onto grids; a context manager.

    Pixels are valid unless a nodata tag, NaN, mask or alpha band excludes them. In a file with
    none of these, exact zeros that fill a 7 x 7 square are nodata, while single zeros are dark
    pixels. For the same reason a nodata tag of 0 counts only where all bands are 0. Complex values
    are read as magnitudes. ``fingerprint`` changes with the file.

    Raises
    ------
    SceneError
        If the file cannot be opened.
    """

    def __init__(self, path: str) -> None:
        self.path = Path(path)
        self._file = self._open()
        self.fingerprint = fingerprint(self._file.files)
        self._dataset = self._file
        points, points_crs = self._file.gcps
        if self._file.transform.is_identity and points:
            self._dataset = WarpedVRT(
                self._file, src_crs=points_crs, crs=points_crs, resampling=Resampling.bilinear
            )
        self.crs: CRS | None = self._dataset.crs or None
        self.georeferenced = not self._dataset.transform.is_identity
        # Without a geotransform QGIS shows a layer with its upper left corner at (0, 0).
        self.transform = self._dataset.transform if self.georeferenced else Affine.scale(1, -1)
        self.width, self.height = self._dataset.width, self._dataset.height
        self.is_complex = np.issubdtype(np.dtype(self._dataset.dtypes[0]), np.complexfloating)
        self.descriptions = [text or "" for text in self._dataset.descriptions]
        self._nodata = self._dataset.nodata
        self._alpha = FILE_CACHE.get_or_compute(("alpha", self.fingerprint), self._find_alpha)
        self.bands = [b for b in range(1, self._dataset.count + 1) if b != self._alpha]
        self.colours = [self._dataset.colorinterp[b - 1] for b in self.bands]
        flags = self._dataset.mask_flag_enums[0]
        self._has_mask = MaskFlags.per_dataset in flags and MaskFlags.alpha not in flags

    def __enter__(self) -> Source:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._dataset.close()
        self._file.close()

    @property
    def bounds(self) -> Bounds:
        """Bounds of the image in its CRS, also of a rotated one."""
        corners = [
            self.transform * corner
            for corner in ((0, 0), (self.width, 0), (0, self.height), (self.width, self.height))
        ]
        xs, ys = zip(*corners)
        return min(xs), min(ys), max(xs), max(ys)

    def has_equal_bands(self) -> bool:
        """Whether all bands have the same values, as in grey images exported to RGB."""

        def compare() -> bool:
            thumbnail = self._thumbnail(self.bands)
            return bool((thumbnail == thumbnail[:1]).all())

        return FILE_CACHE.get_or_compute(("equal bands", self.fingerprint), compare)

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
        values = self._read_valid(window, step)
        origin = Affine.translation(window.col_off, window.row_off)
        transform = self.transform * origin * Affine.scale(step)
        if self.crs == grid.crs and _same_pixels(transform, grid.transform):
            _copy_common(values, target, *_whole(~transform * (grid.transform.c, grid.transform.f)))
            return target
        reproject(
            values,
            target,
            src_transform=transform,
            src_crs=self.crs or _PLACEHOLDER_CRS,
            src_nodata=np.nan,
            dst_transform=grid.transform,
            dst_crs=grid.crs or _PLACEHOLDER_CRS,
            dst_nodata=np.nan,
            resampling=Resampling.bilinear,
        )
        return target

    def _open(self) -> rasterio.DatasetReader:
        if not is_connection(self.path) and not self.path.exists():
            raise SceneError(f"{self.path} does not exist; choose a raster file.")
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", NotGeoreferencedWarning)
                return open_raster(self.path)
        except RasterioError as error:
            raise SceneError(
                f"{self.path} is not a raster that can be read; choose another file."
            ) from error

    def _find_alpha(self) -> int | None:
        """Index of the alpha band: tagged alpha, without description, of two values.

        Many writers tag the fourth band of any image as alpha, so the tag by itself proves nothing.
        """
        for band, colour in enumerate(self._dataset.colorinterp, start=1):
            if colour == ColorInterp.alpha and self._dataset.count > 1:
                values = self._thumbnail([band])
                if not self.descriptions[band - 1] and np.isin(values, (0, values.max())).all():
                    return band
        return None

    def _thumbnail(self, bands: list[int]) -> np.ndarray:
        """Decimated image of stored values, [bands, <= 512, <= 512]."""
        shape = (len(bands), min(self.height, 512), min(self.width, 512))
        return self._read_file(bands, out_shape=shape)

    def _window_of(self, grid: Grid) -> tuple[Window | None, int]:
        """Window of the file under the grid, and the number of its pixels per side to average.

        The window starts at multiples of that number, so that adjacent windows agree.
        """
        steps = np.linspace(0, 1, 21)
        cols = np.concatenate([steps, steps, np.zeros(21), np.ones(21)]) * grid.width
        rows = np.concatenate([np.zeros(21), np.ones(21), steps, steps]) * grid.height
        xs, ys = grid.transform * (cols, rows)
        if grid.crs is not None and self.crs is not None and grid.crs != self.crs:
            xs, ys = map(np.asarray, transform_points(grid.crs, self.crs, xs, ys))
        cols, rows = ~self.transform * (xs, ys)
        if not (np.isfinite(cols).all() and np.isfinite(rows).all()):
            return None, 1
        extent = max(np.ptp(cols) / grid.width, np.ptp(rows) / grid.height)
        step = 1 if self._is_rotated() else max(1, int(extent + 0.25))
        step = min(step, self.width, self.height)
        margin = _MARGIN * step
        left = max(0, int(np.floor((cols.min() - margin) / step)) * step)
        top = max(0, int(np.floor((rows.min() - margin) / step)) * step)
        right = min(self.width, int(np.ceil(cols.max())) + margin)
        bottom = min(self.height, int(np.ceil(rows.max())) + margin)
        if right <= left or bottom <= top:
            return None, 1
        cols_of_blocks, rows_of_blocks = (right - left) // step, (bottom - top) // step
        if cols_of_blocks == 0 or rows_of_blocks == 0:
            return None, 1
        return Window(left, top, cols_of_blocks * step, rows_of_blocks * step), step

    def _is_rotated(self) -> bool:
        shear = abs(self.transform.b) + abs(self.transform.d)
        return bool(shear > 1e-9 * abs(self.transform.a))

    def _read_valid(self, window: Window, step: int) -> np.ndarray:
        """Values in a window, averaged over step x step pixels, NaN where not valid."""
        values = self._pixels(self.bands, window, step)
        valid = np.isfinite(values)
        if self._nodata is not None and np.isfinite(self._nodata):
            is_nodata = values == np.float32(self._nodata)
            valid &= ~(is_nodata.all(axis=0) if self._nodata == 0 else is_nodata)
        if self._alpha is not None:
            valid &= self._pixels([self._alpha], window, step) > 0
        elif self._has_mask:
            valid &= self._read_file(None, window=window, step=step) > 0
        elif self._nodata is None:
            valid &= ~_filled_with_zeros(values)
        values[~valid] = np.nan
        return values

    def _pixels(self, bands: list[int], window: Window, step: int) -> np.ndarray:
        if self.is_complex:
            # Averaging complex numbers would cancel them: magnitudes first.
            magnitudes = np.abs(self._read_file(bands, window=window)).astype(np.float32)
            return _block_mean(magnitudes, step)
        return self._read_file(bands, window=window, step=step).astype(np.float32)

    def _read_file(
        self,
        bands: list[int] | None,
        window: Window | None = None,
        step: int = 1,
        out_shape: tuple[int, ...] | None = None,
    ) -> np.ndarray:
        """Bands (None: the mask) as stored. Raises SceneError if the file is damaged."""
        resampling = Resampling.nearest
        if step > 1 and window is not None:
            rows, cols = window.height // step, window.width // step
            out_shape = (rows, cols) if bands is None else (len(bands), rows, cols)
            resampling = Resampling.nearest if bands is None else Resampling.average
        try:
            values: np.ndarray
            if bands is None:
                values = self._dataset.read_masks(1, window=window, out_shape=out_shape)
            else:
                values = self._dataset.read(
                    bands, window=window, out_shape=out_shape, resampling=resampling
                )
            return values
        except RasterioError as error:
            raise SceneError(
                f"{self.path} is truncated or damaged; copy or download it again."
            ) from error


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


def _filled_with_zeros(values: np.ndarray) -> np.ndarray:
    """Mask [h, w] of pixels in a square of _ZEROS x _ZEROS in which all bands are exactly 0.

    Pixels beyond the edge count as 0.
    """
    zero: np.ndarray = (values == 0).all(axis=0)
    if not zero.any():
        return zero
    core = minimum_filter(zero, size=_ZEROS, mode="constant", cval=True)
    zero &= maximum_filter(core, size=_ZEROS, mode="constant", cval=False)
    return zero


def _block_mean(values: np.ndarray, step: int) -> np.ndarray:
    """Average [bands, h, w] over step x step pixels."""
    bands, height, width = values.shape
    blocks = values.reshape(bands, height // step, step, width // step, step)
    means: np.ndarray = blocks.mean(axis=(2, 4))
    return means
