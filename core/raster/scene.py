"""A scene: SAR and optional optical rasters on one grid, standardised, read in windows."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from contextlib import ExitStack
from itertools import combinations

import numpy as np
import rasterio
import shapely
from rasterio.features import geometry_mask

from ..hatch.errors import SceneError
from ..hatch.messages import Message
from ..hatch.reporter import Reporter
from ..hatch.same_file import identity_of
from ..hatch.scene_input import OPTICAL_BANDS, POLARISATIONS, SceneInput
from .band_assignment import optical_bands_of, polarisations_of
from .cache import FILE_CACHE, of_copies
from .common_grid import (
    check_crs,
    check_overlap,
    check_size,
    common_grid,
    crop_to,
    optical_warnings,
    part_under,
)
from .grid import Grid
from .mixed_radiometry import mixed_radiometry
from .placement import area_on, area_outside
from .radiometry import to_db
from .raster_reader import RasterReader
from .statistics import VERSION, Statistics, is_covered, measure

_THREADS = 2  # that decompress tiles of a file
_CHECKED_ROWS = 1024  # at a time


class Scene:
    """An open scene, a context manager; ``open_scene`` makes it.

    Attributes
    ----------
    source
        What was opened.
    layer_grid, grid
        The grid over all SAR files, and its part around the area.
    area
        Limits the work to a polygon in the CRS of the grid; None for the whole scene.
    polarisations, optical_bands
        Names of the bands; optical_bands is empty without optical.
    radiometry, radiometry_reason
        One of jobs.RADIOMETRIES, and how it was determined.
    pixel_size_m
        Pixel size of the first SAR file on the ground in metres.
    valid_share, optical_share
        Share of the sampled SAR pixels that are valid, and of these with optical, 0 to 1.
    warnings
        Sentences for the user.
    """

    def __init__(self, source: SceneInput, pixel_size_m: float | None) -> None:
        self.source = source
        # The files keep this option; scenes may be closed in any order.
        options = rasterio.Env(GDAL_NUM_THREADS=_THREADS)
        with options, ExitStack() as stack:
            enter = stack.enter_context
            self._sar = [enter(RasterReader(path, source.sar_crs)) for path in source.sar]
            self._optical = None
            if source.optical:
                self._optical = enter(RasterReader(source.optical, source.optical_crs))
            _check_distinct(self._sar, self._optical)
            self._bands, left_out = polarisations_of(self._sar, source.polarisations)
            self.polarisations = tuple(name for bands in self._bands for _, name in bands)
            self._optical_names: list[str] = []
            if self._optical:
                self._optical_names, unused = optical_bands_of(self._optical)
                left_out += unused
            self.optical_bands = tuple(name for name in self._optical_names if name)
            check_crs(self._sar, self._optical)
            self.layer_grid, self.pixel_size_m, warnings = common_grid(self._sar, pixel_size_m)
            self.warnings = warnings + left_out
            if self._optical:
                self.warnings += optical_warnings(self._optical)
            check_overlap(self.layer_grid, self._sar, self._optical)
            if self._optical and any(sar.has_values_of(self._optical) for sar in self._sar):
                raise _same_layer(self._optical)
            self.area, notes = area_on(source.area, self.layer_grid)
            self.warnings += notes
            grid = crop_to(self.area, self.layer_grid)
            if grid is None:
                raise area_outside(self._sar[0].path)
            check_size(grid, self.pixel_size_m, self._sar)
            self.grid = grid
            if not self._has_pixels():
                raise area_outside(self._sar[0].path)
            self._statistics = self._measure()
            self.valid_share = self._statistics.valid_share
            self.optical_share = self._statistics.optical_share
            self.radiometry = self._statistics.radiometry
            self.radiometry_reason = self._statistics.radiometry_reason
            self.warnings += self._data_warnings()
            self._stack = stack.pop_all()

    def __enter__(self) -> Scene:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the files."""
        self._stack.close()

    def read(
        self, row: int, col: int, height: int, width: int
    ) -> tuple[np.ndarray, np.ndarray | None]:
        """Read a window, in pixels of ``grid``; it may reach beyond the scene.

        Values outside the area are read as well, as context for the network.

        Returns
        -------
        sar : float32 [4, h, w], in the order of POLARISATIONS
        optical : float32 [5, h, w], in the order of OPTICAL_BANDS, or None
            Both are standardised, NaN where not valid.

        Raises
        ------
        SceneError
            If a file is damaged.
        """
        window = self.grid.crop(row, col, height, width)
        statistics = self._statistics
        values = to_db(self._read_sar(window), statistics.radiometry, statistics.floor)
        sar = statistics.sar.apply(values)
        if statistics.optical is None:
            return sar, None
        return sar, statistics.optical.apply(self._read_optical(window))

    def inside(self, row: int, col: int, height: int, width: int) -> np.ndarray:
        """Bool [h, w]: pixels of a window whose centre lies in the area; all without an area."""
        if self.area is None:
            return np.ones((height, width), dtype=bool)
        transform = self.grid.crop(row, col, height, width).transform
        inside: np.ndarray = geometry_mask([self.area], (height, width), transform, invert=True)
        return inside

    def _has_pixels(self) -> bool:
        """Whether the area has the centre of a pixel; a small or thin one may have none."""
        height, width = self.grid.height, self.grid.width
        return self.area is None or any(
            self.inside(row, 0, min(_CHECKED_ROWS, height - row), width).any()
            for row in range(0, height, _CHECKED_ROWS)
        )

    def report(self, reporter: Reporter) -> None:
        """Log the properties of the scene and its warnings."""
        reporter.log(
            f"SAR: {', '.join(self.polarisations)}; {self.radiometry} ({self.radiometry_reason}); "
            f"{self.pixel_size_m:.2f} m pixels, {self.grid.width} x {self.grid.height} after "
            f"resampling; {self.valid_share:.0%} valid"
        )
        if self.optical_bands:
            bands = ", ".join(self.optical_bands)
            reporter.log(f"Optical: {bands}; {self.optical_share:.0%} of SAR covered")
        for warning in self.warnings:
            reporter.log(warning, "warning")

    @property
    def layer_key(self) -> Hashable:
        """Changes with the files and with how they are read, but not with the area."""
        return self._fingerprints, self._reading

    @property
    def fingerprint(self) -> str:
        """Changes with the files, the grid, and all else that what is read depends on.

        Empty if a file is not on a disk, where a change would show in its size or time.
        """
        return self._key(self._fingerprints)

    @property
    def content_key(self) -> str:
        """As ``fingerprint``, but the same for copies that keep the names and times of files."""
        return self._key([of_copies(fingerprint) for fingerprint in self._fingerprints])

    def _key(self, fingerprints: Sequence[Hashable]) -> str:
        if not all(isinstance(fingerprint, tuple) for fingerprint in fingerprints):
            return ""
        area = shapely.to_wkt(self.area, rounding_precision=-1) if self.area else ""
        return repr((fingerprints, self._reading, self.grid, area))

    @property
    def _fingerprints(self) -> tuple[Hashable, ...]:
        """Those of all files."""
        sources = [*self._sar, *([self._optical] if self._optical else [])]
        return tuple(source.fingerprint for source in sources)

    @property
    def _reading(self) -> Hashable:
        """How the files are read."""
        return (
            VERSION,
            len(self._sar),
            (self.source.sar_crs, self.source.optical_crs),
            self.layer_grid,
            tuple(map(tuple, self._bands)),
            self.source.radiometry,
        )

    def _measure(self) -> Statistics:
        """Statistics of the whole scene, from the cache if the files have not changed."""
        radiometry = self.source.radiometry
        read_optical = self._read_optical if self._optical else None
        is_complex = any(source.bands.is_complex for source in self._sar)
        statistics = FILE_CACHE.get_or_compute(
            ("statistics", self.layer_key),
            lambda: measure(self.layer_grid, self._read_sar, read_optical, radiometry, is_complex),
        )
        if statistics is None:
            raise SceneError(
                "The file has no valid pixels; choose a SAR layer with values: {path}",
                path=self._sar[0].path,
            )
        is_useful = statistics.optical_share or self.area is not None  # there it is warned of
        if self._optical and not is_useful and not self._is_covered():
            raise SceneError(
                "The file has no valid pixels where SAR has some; choose an optical layer of this "
                "place, or none: {path}",
                path=self._optical.path,
            )
        if statistics.sar_is_uniform:
            raise SceneError(
                "The file has the same value in all pixels; choose a SAR image: {path}",
                path=self._sar[0].path,
            )
        if statistics.optical_is_uniform and self._optical:
            raise SceneError(
                "The file has the same value in all pixels; choose an optical image, or none: "
                "{path}",
                path=self._optical.path,
            )
        return statistics

    def _data_warnings(self) -> list[Message]:
        """Sentences for the user about values that are missing or do not fit together."""
        shares = dict(zip(POLARISATIONS, self._statistics.band_shares))
        warnings = [
            Message(
                "The band {band} has no valid pixels, or one value in all sampled ones; choose "
                "SAR layers without it: {name}",
                band=band,
                name=source.path.name,
            )
            for source, bands in zip(self._sar, self._bands)
            for _, band in bands
            if not shares[band]
        ]
        warnings += FILE_CACHE.get_or_compute(
            ("mixed radiometry", self.layer_key), lambda: mixed_radiometry(self._sar)
        )
        for source in (*self._sar, *([self._optical] if self._optical else [])):
            warnings += source.value_warnings()
        if self._optical and self.area is not None and not self._is_covered():
            warnings.append(
                Message(
                    "The optical layer has no valid pixels in the area where SAR has some, so only "
                    "SAR is used: {name}",
                    name=self._optical.path.name,
                )
            )
        return warnings

    def _is_covered(self) -> bool:
        """Whether optical has a valid pixel in the area where SAR has one."""

        def read_inside(grid: Grid) -> np.ndarray:
            values = self._read_sar(grid)
            if self.area is not None:
                outside = geometry_mask([self.area], values.shape[1:], grid.transform)
                values[:, outside] = np.nan
            return values

        grid = part_under(self._optical, self._sar[0], self.grid) if self._optical else None
        if grid is None:
            return False
        return FILE_CACHE.get_or_compute(
            ("covered", self.layer_key, grid, self.area and shapely.to_wkb(self.area)),
            lambda: is_covered(grid, read_inside, self._read_optical),
        )

    def _read_sar(self, grid: Grid) -> np.ndarray:
        """Stored values [4, h, w], magnitudes of complex ones, NaN where not valid."""
        target = np.full((len(POLARISATIONS), grid.height, grid.width), np.nan, np.float32)
        for source, bands in zip(self._sar, self._bands):
            values = source.read(grid)
            for index, name in bands:
                target[POLARISATIONS.index(name)] = values[index]
        return target

    def _read_optical(self, grid: Grid) -> np.ndarray:
        """Stored values [5, h, w] in the order of OPTICAL_BANDS, NaN where not valid."""
        target = np.full((len(OPTICAL_BANDS), grid.height, grid.width), np.nan, np.float32)
        if self._optical is not None:
            for name, values in zip(self._optical_names, self._optical.read(grid)):
                if name:
                    target[OPTICAL_BANDS.index(name)] = values
        return target


def _check_distinct(sar: Sequence[RasterReader], optical: RasterReader | None) -> None:
    """Raise SceneError if a file is used twice, under any name or as one of a folder."""
    if optical and any(_have_one_file(source, optical) for source in sar):
        raise _same_layer(optical)
    for source, other in combinations(sar, 2):
        if _have_one_file(source, other):
            raise SceneError(
                "Two SAR layers are the same file; choose one file for each polarisation: {path} "
                "and {other}.",
                path=source.path,
                other=other.path,
            )


def _same_layer(optical: RasterReader) -> SceneError:
    return SceneError(
        "The optical layer is also the SAR layer; choose another optical layer or none: {path}.",
        path=optical.path,
    )


def _have_one_file(source: RasterReader, other: RasterReader) -> bool:
    return not set(map(identity_of, source.files)).isdisjoint(map(identity_of, other.files))


def open_scene(source: SceneInput, pixel_size_m: float | None = None) -> Scene:
    """Open SAR of 1 to 4 bands in one file or several, and optical, on one north-up grid.

    The grid is in the CRS of the first SAR file and covers all SAR files, limited to
    ``source.area``. Its pixels are square on the ground and ``pixel_size_m`` large, by default
    as large as the file's own. A north-up layer within 2 % of that size keeps its own pixels. All
    rasters are resampled while they are read.

    Statistics are those of the whole layer, also with an area, so that the network sees the same
    values in a small area and in the whole layer.

    Raises
    ------
    SceneError
        If a file cannot be read or the files do not fit together.
    InputError
        If the area is not a polygon or is outside the scene.
    """
    return Scene(source, pixel_size_m)
