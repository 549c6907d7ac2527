"""A scene: SAR, and optical where there is one, on one grid, standardised, window by window."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass

import numpy as np
import pyproj
import rasterio
import shapely
from rasterio.crs import CRS
from rasterio.features import geometry_mask
from rasterio.transform import Affine

from ..hatch.errors import InputError, SceneError
from ..hatch.jobs import AUTO, OPTICAL_BANDS, POLARISATIONS, Area, SceneInput
from ..hatch.reporter import Reporter
from .bands import optical_bands_of, polarisations_of
from .cache import FILE_CACHE
from .grid import (
    Grid,
    bounds_in,
    bounds_overlap,
    change_crs,
    covering_grid,
    metres_per_unit,
    pixel_sides_m,
)
from .radiometry import Standardisation, dark_floor, detect, to_db
from .source import Source

COARSE_M = 3.0  # larger pixels than this don't show single buildings
_SAME_SIZE = 0.02  # a layer whose pixels are this near the wanted size keeps its own grid
_SAMPLES = 8  # windows along each side of the layer that its statistics are measured on
_SAMPLE = 128  # pixels along a side of such a window
_ENOUGH = 10_000  # valid pixels that suffice for statistics
_BLOCK = 512  # pixels along a side of the windows of a search through everything
_CONTEXT = 64  # pixels around an area that are read along with it
_CACHE_MB = 128
_THREADS = 2  # that decompress tiles of a file


@dataclass(frozen=True)
class Statistics:
    """What a whole layer's values are, as attributes of Scene say; ``floor`` as in ``to_db``."""

    valid_share: float
    radiometry: str
    radiometry_reason: str
    floor: float
    sar: Standardisation
    optical: Standardisation | None


class Scene:
    """SAR and optical on one grid; see ``open_scene``, which makes it. A context manager.

    Attributes: ``grid`` (the part of the layer that is asked for), ``layer_grid`` (all of it),
    ``polarisations``, ``radiometry`` ("db", "amplitude", "power") and ``radiometry_reason``,
    ``pixel_size_m`` (of the SAR file, on the ground), ``optical_bands`` (empty without optical),
    ``valid_share`` (0..1, of the sampled SAR pixels), ``warnings`` (sentences for the user).
    """

    def __init__(self, source: SceneInput, pixel_size_m: float | None) -> None:
        self.source = source
        self.warnings: list[str] = []
        # The files keep these options; scenes may be closed in any order.
        options = rasterio.Env(GDAL_CACHEMAX=_CACHE_MB, GDAL_NUM_THREADS=_THREADS)
        with options, ExitStack() as stack:
            self._sar = [stack.enter_context(Source(path)) for path in source.sar]
            self._optical = stack.enter_context(Source(source.optical)) if source.optical else None
            self._bands = polarisations_of(self._sar, source.polarisations)
            self.polarisations = tuple(name for bands in self._bands for _, name in bands)
            self._optical_names = optical_bands_of(self._optical) if self._optical else []
            self.optical_bands = tuple(name for name in self._optical_names if name)
            self._check_crs()
            self.layer_grid, self.pixel_size_m = self._make_grid(pixel_size_m)
            self._check_overlap()
            self._area = polygon_of(source.area, self.layer_grid.crs)
            self.grid = self._crop_to_area()
            self._statistics = self._recall_statistics(source.radiometry)
            self.valid_share = self._statistics.valid_share
            self.radiometry = self._statistics.radiometry
            self.radiometry_reason = self._statistics.radiometry_reason
            self._stack = stack.pop_all()

    def __enter__(self) -> Scene:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the files."""
        self._stack.close()

    @property
    def has_optical(self) -> bool:
        """Whether there is an optical image (it need not be valid everywhere)."""
        return self._optical is not None

    def read(
        self, row: int, col: int, height: int, width: int
    ) -> tuple[np.ndarray, np.ndarray | None]:
        """(SAR [4, h, w] in the order of POLARISATIONS, optical [5, h, w] or None) of a window.

        The window is in pixels of ``grid`` and may reach beyond it. Float32, standardised, NaN
        where nothing is known. Outside the area, but inside the layer, values are real ones.
        Raises SceneError when a file turns out to be damaged.
        """
        window = self.grid.crop(row, col, height, width)
        known = self._statistics
        sar = known.sar.apply(to_db(self._read_sar(window), known.radiometry, known.floor))
        if known.optical is None:
            return sar, None
        return sar, known.optical.apply(self._read_optical(window))

    def report(self, reporter: Reporter) -> None:
        """Log what was found out about the files."""
        reporter.log(
            f"SAR: {', '.join(self.polarisations)}; {self.radiometry} ({self.radiometry_reason}); "
            f"{self.pixel_size_m:.2f} m pixels, {self.grid.width} x {self.grid.height} after "
            f"resampling; {self.valid_share:.0%} valid"
        )
        if self.optical_bands:
            reporter.log(f"Optical: {', '.join(self.optical_bands)}")
        for warning in self.warnings:
            reporter.log(warning, "warning")

    def inside(self, row: int, col: int, height: int, width: int) -> np.ndarray:
        """Bool [h, w]: pixels of ``grid`` whose centre lies in the area (all without an area)."""
        if self._area is None:
            return np.ones((height, width), dtype=bool)
        transform = self.grid.crop(row, col, height, width).transform
        return geometry_mask([self._area], (height, width), transform, invert=True)

    def _check_crs(self) -> None:
        first = self._sar[0]
        others = [*self._sar[1:], *([self._optical] if self._optical else [])]
        for source in others:
            if (source.crs is None) != (first.crs is None):
                without, with_crs = (first, source) if first.crs is None else (source, first)
                raise SceneError(
                    f"{without.path} has no coordinate system but {with_crs.path} has one; "
                    "assign the first its coordinate system."
                )

    def _make_grid(self, wanted_m: float | None) -> tuple[Grid, float]:
        """The grid over all SAR files, and the pixel size of the first one in metres."""
        first = self._sar[0]
        left, bottom, right, top = first.bounds
        unit = metres_per_unit(first.crs, (left + right) / 2, (bottom + top) / 2)
        sides = pixel_sides_m(first.transform, unit)
        own_m = float(np.sqrt(sides[0] * sides[1]))
        if not first.georeferenced:
            own_m = wanted_m or 1.0
            sides = (own_m, own_m)
            unit = (own_m, own_m)
            self.warnings.append(
                f"{first.path.name} does not say where it lies; its pixels are taken to be "
                f"{own_m:g} m."
            )
        elif first.crs is None:
            self.warnings.append(
                f"{first.path.name} has no coordinate system; its units are taken to be metres."
            )
        if own_m > COARSE_M:
            self.warnings.append(
                f"{first.path.name} has pixels of {own_m:.1f} m, too coarse to show single "
                "buildings; the result will be poor."
            )
        size = wanted_m or own_m
        upright = first.transform.b == first.transform.d == 0
        upright &= first.transform.a > 0 > first.transform.e
        if upright and all(abs(side / size - 1) < _SAME_SIZE for side in sides):
            across, down = first.transform.a, -first.transform.e
        else:
            across, down = size / unit[0], size / unit[1]
        bounds = [bounds_in(source.bounds, source.crs, first.crs) for source in self._sar]
        return covering_grid(first.crs, Affine(across, 0, left, 0, -down, top), bounds), own_m

    def _check_overlap(self) -> None:
        first, crs = self._sar[0], self.layer_grid.crs
        for source in self._sar[1:]:
            if not bounds_overlap(first.bounds, bounds_in(source.bounds, source.crs, crs)):
                raise SceneError(
                    f"{source.path} and {first.path} do not overlap; choose SAR files of one scene."
                )
        optical = self._optical
        if optical and not bounds_overlap(
            self.layer_grid.bounds, bounds_in(optical.bounds, optical.crs, crs)
        ):
            raise SceneError(
                f"{optical.path} and {first.path} do not overlap; choose an optical layer of the "
                "same place or none."
            )

    def _crop_to_area(self) -> Grid:
        """The grid of the area's bounds, and of some ground around it for the network to see."""
        if self._area is None:
            return self.layer_grid
        row, col, height, width = self.layer_grid.window_of(self._area.bounds)
        if height <= 0 or width <= 0:
            raise InputError(
                f"The area lies outside {self._sar[0].path}; choose an area on the SAR layer."
            )
        first_row, first_col = max(0, row - _CONTEXT), max(0, col - _CONTEXT)
        last_row = min(self.layer_grid.height, row + height + _CONTEXT)
        last_col = min(self.layer_grid.width, col + width + _CONTEXT)
        return self.layer_grid.crop(
            first_row, first_col, last_row - first_row, last_col - first_col
        )

    def _recall_statistics(self, radiometry: str) -> Statistics:
        """Those of the same files, read in the same way, are measured once."""
        question = (
            "statistics",
            tuple(source.fingerprint for source in self._sar),
            self._optical.fingerprint if self._optical else None,
            self.layer_grid,
            tuple(map(tuple, self._bands)),
            radiometry,
        )
        return FILE_CACHE.get_or_compute(question, lambda: self._measure(radiometry))

    def _measure(self, radiometry: str) -> Statistics:
        """Find out the radiometry, and centre and spread of each band, of the whole layer."""
        sample = self._sample(self._read_sar)
        if not np.isfinite(sample).any():
            raise SceneError(
                f"{self._sar[0].path} holds nodata alone; choose a SAR layer with values."
            )
        is_complex = any(source.is_complex for source in self._sar)
        found, reason = detect(sample, is_complex)
        kind = found if radiometry == AUTO else radiometry
        floor = dark_floor(sample)
        optical = None
        if self._optical is not None:
            optical = Standardisation.measure(self._sample(self._read_optical))
        return Statistics(
            valid_share=float(np.isfinite(sample).any(axis=0).mean()),
            radiometry=kind,
            radiometry_reason=reason if radiometry == AUTO else "chosen",
            floor=floor,
            sar=Standardisation.measure(to_db(sample, kind, floor)),
            optical=optical,
        )

    def _sample(self, read: Callable[[Grid], np.ndarray]) -> np.ndarray:
        """Pixels [bands, n] of windows spread over the whole layer, NaN among them.

        Where these hold few valid pixels, everything is searched until there are enough.
        """
        grid = self.layer_grid
        height, rows = _spread(grid.height)
        width, cols = _spread(grid.width)
        pieces = [_flat(read(grid.crop(r, c, height, width))) for r in rows for c in cols]
        sample = np.concatenate(pieces, axis=1)
        if np.isfinite(sample).any(axis=0).sum() >= _ENOUGH:
            return sample
        valid = 0
        for row in range(0, grid.height, _BLOCK):
            for col in range(0, grid.width, _BLOCK):
                piece = _flat(read(grid.crop(row, col, _BLOCK, _BLOCK)))
                piece = piece[:, np.isfinite(piece).any(axis=0)]
                pieces.append(piece)
                valid += piece.shape[1]
                if valid >= _ENOUGH:
                    return np.concatenate(pieces, axis=1)
        return np.concatenate(pieces, axis=1)

    def _read_sar(self, grid: Grid) -> np.ndarray:
        """Stored values [4, h, w], magnitudes of complex ones, NaN where nothing is known."""
        target = np.full((len(POLARISATIONS), grid.height, grid.width), np.nan, np.float32)
        for source, bands in zip(self._sar, self._bands):
            values = source.read(grid)
            for index, name in bands:
                target[POLARISATIONS.index(name)] = values[index]
        return target

    def _read_optical(self, grid: Grid) -> np.ndarray:
        """Stored values [5, h, w] in the order of OPTICAL_BANDS, NaN where nothing is known."""
        target = np.full((len(OPTICAL_BANDS), grid.height, grid.width), np.nan, np.float32)
        if self._optical is not None:
            for name, values in zip(self._optical_names, self._optical.read(grid)):
                if name:
                    target[OPTICAL_BANDS.index(name)] = values
        return target


def open_scene(source: SceneInput, pixel_size_m: float | None = None) -> Scene:
    """Open SAR of 1 to 4 bands in one file or several, and optical, on one north-up grid.

    The grid is in the CRS of the first SAR file and covers all SAR files, limited to
    ``source.area``. Its pixels are square on the ground and ``pixel_size_m`` large, None: as
    large as the file's own. A north-up layer within 2 % of that size keeps its own pixels. All
    is resampled while it is read.

    Statistics are those of the whole layer, also when there is an area, so that a small area and
    the whole layer give the same probabilities.

    Raises
    ------
    SceneError
        If a file cannot be read or the files do not fit together.
    """
    return Scene(source, pixel_size_m)


def polygon_of(area: Area | None, crs: CRS | None) -> shapely.Geometry | None:
    """The area's polygon in this CRS, None without an area. Raises InputError when it is none."""
    if area is None:
        return None
    polygon = shapely.make_valid(shapely.from_wkt(area.wkt, on_invalid="ignore"))
    if polygon is None or polygon.area == 0:
        raise InputError("The area is not a polygon; draw or choose another one.")
    if crs is not None and area.crs:
        source = pyproj.CRS.from_user_input(area.crs)
        return change_crs(polygon, source, pyproj.CRS.from_wkt(crs.to_wkt()))
    return polygon


def _spread(length: int) -> tuple[int, list[int]]:
    """Size and first pixels of up to _SAMPLES windows, spread evenly, none over another."""
    count = min(_SAMPLES, -(-length // _SAMPLE))
    size = min(_SAMPLE, length // count)
    return size, [int(start) for start in np.linspace(0, length - size, count)]


def _flat(values: np.ndarray) -> np.ndarray:
    return values.reshape(len(values), -1)
