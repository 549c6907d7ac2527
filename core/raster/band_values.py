"""Values of the bands of a raster file, NaN where not valid."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

import numpy as np
from rasterio import DatasetReader
from rasterio.enums import ColorInterp, MaskFlags
from rasterio.errors import RasterioError
from rasterio.windows import Window
from scipy.ndimage import maximum_filter, minimum_filter

from ..hatch.errors import SceneError
from .alpha import find_tagged_alpha
from .band_names import name_of_band, part_of
from .cache import FILE_CACHE
from .mosaic import name_of
from .palette import palette_of
from .sample_windows import sample_windows
from .untagged_fill import fills_of

ZEROS = 7  # side of a square of exact zeros that is nodata in a file without any mask
_CHUNK = 16_000_000  # values that are read at a time
_SAME_DETAIL = 0.65  # median correlation of bands; docs/data.md has what was measured
_FEWEST = 1000  # pairs of pixels from which correlations are taken
_TAGS = ("POLARIMETRIC_INTERP", "POLARISATION", "POLARIZATION")  # of bands, where GDAL puts them
_COLOURS = {
    **{ColorInterp.red: "R", ColorInterp.green: "G", ColorInterp.blue: "B", ColorInterp.nir: "N"},
    **dict.fromkeys((ColorInterp.cyan, ColorInterp.magenta, ColorInterp.yellow), "CMYK"),
}


class BandValues:
    """The bands of an open file as an image has them.

    A band of indices into a palette is read as red, green and blue. A real and an imaginary part
    in two bands, which their names say, are read as one band of magnitudes, as complex values are.
    An alpha band only excludes the pixels where it is 0.

    Pixels are valid unless NaN, a nodata tag, a mask or alpha excludes them. If a file has none of
    these except NaN, exact zeros that fill a 7 x 7 square are nodata, while single zeros are dark
    pixels. For the same reason a nodata tag of 0 counts only where all bands are 0. An extreme
    value such as -9999 that fills a 7 x 7 square of such a file is taken for its missing tag.

    Parameters
    ----------
    dataset
        The open file.
    fingerprint
        Changes with the file; key of what is cached.

    Attributes
    ----------
    names, colours
        Of each band, its name, and "R", "G", "B", "N", "CMYK" or "" by its colour interpretation.
    is_complex
        Whether values are magnitudes of complex ones.
    is_8_bit
        Whether values have 8 bits without sign.
    """

    def __init__(self, dataset: DatasetReader, fingerprint: Hashable) -> None:
        self._dataset, self._fingerprint = dataset, fingerprint
        descriptions = [name_of_band(text, dataset.driver) for text in dataset.descriptions]
        self._palette = palette_of(dataset)
        self._tagged_alpha = find_tagged_alpha(dataset)
        self._alpha = self._tagged_alpha if self._is_alpha() else None
        stored = [band for band in range(1, dataset.count + 1) if band != self._alpha]
        self._imaginary_of = _imaginary_parts(descriptions, stored)  # by the band of the real part
        partners = set(self._imaginary_of.values())
        self._bands = [band for band in stored if band not in partners]
        self._complex = [b for b in self._bands if dataset.dtypes[b - 1].startswith("complex")]
        self.is_complex = bool(self._complex or self._imaginary_of)
        self.names = [
            part_of(descriptions[band - 1])[1]
            if band in self._complex or band in self._imaginary_of
            else descriptions[band - 1] or _polarisation_tag(dataset, band)
            for band in self._bands
        ]
        self.colours = [_COLOURS.get(dataset.colorinterp[b - 1], "") for b in self._bands]
        if self._palette is not None:
            self.names, self.colours = [""] * 3, ["R", "G", "B"]
        self.is_8_bit = set(dataset.dtypes) == {"uint8"}
        self._nodata = [_nodata_of(dataset, band) for band in self._bands]
        self._has_mask = any(_is_mask(dataset, band) for band in self._bands)
        if not (self._alpha or self._has_mask or all(map(_is_tag, self._nodata))):
            fills = self._fills()
            self._nodata = [n if _is_tag(n) else fill for n, fill in zip(self._nodata, fills)]
        is_tagged = any(map(_is_tag, self._nodata))
        self._zeros_are_nodata = not (is_tagged or self._alpha or self._has_mask)

    def __len__(self) -> int:
        return len(self.names)

    def read(self, window: Window, step: int = 1) -> np.ndarray:
        """Means of the valid pixels in blocks of step x step, NaN where most are not valid.

        All pixels are read: overviews in the file may have been made in any way.

        Parameters
        ----------
        window
            Whole blocks of pixels.
        step
            Pixels along a side of a block.

        Returns
        -------
        float32 [bands, height / step, width / step]

        Raises
        ------
        SceneError
            If the file is damaged.
        """
        rows = max(step, _CHUNK // (window.width * len(self)) // step * step)
        pieces = []
        for row in range(0, window.height, rows):
            height = min(rows, window.height - row)
            chunk = Window(window.col_off, window.row_off + row, window.width, height)
            pieces.append(_block_means(self._read_pixels(chunk), step))
        values = np.concatenate(pieces, axis=1) if len(pieces) > 1 else pieces[0]
        if self._zeros_are_nodata:
            values[:, _filled_with_zeros(values)] = np.nan
        if self._tagged_alpha in self._bands:
            index = self._bands.index(self._tagged_alpha)
            values[:, _filled_with_zeros(values[index : index + 1])] = np.nan
        return self._scaled(values)

    def has_equal_bands(self) -> bool:
        """Whether all bands hold the same values, as in grey images exported to RGB."""

        def compare() -> bool:
            sample = self.sample()
            varied = np.isfinite(sample[0]).any() and np.nanmin(sample[0]) < np.nanmax(sample[0])
            return bool(varied and all(np.array_equal(sample[0], b, True) for b in sample[1:]))

        return FILE_CACHE.get_or_compute(("equal bands", self._fingerprint), compare)

    def have_one_of(self, other: BandValues) -> bool:
        """Whether one of the bands has the values of one of a file of the same size."""
        if set(self._dataset.dtypes).isdisjoint(other._dataset.dtypes):
            return False
        varied = [band for band in self.sample() if len(np.unique(band[np.isfinite(band)])) > 1]
        return any(np.array_equal(a, b, equal_nan=True) for a in varied for b in other.sample())

    def look_like_complex_parts(self) -> bool:
        """Whether each of several bands is as often positive as negative, about zero.

        Real and imaginary parts are, decibels are not.
        """

        def compare() -> bool:
            return all(map(_is_centred, self.sample()))

        return FILE_CACHE.get_or_compute(("complex parts", self._fingerprint), compare)

    def share_detail(self, bands: Sequence[int]) -> bool:
        """Whether bands, by their indices, have the same detail, as colours have.

        The detail are differences of neighbouring pixels, of logarithms unless values are
        negative. Speckle differs between polarisations.
        """

        def compare() -> bool:
            windows = [self._read_pixels(w)[bands] for w in sample_windows(self._dataset)]
            if min(map(_least, windows)) >= 0:
                with np.errstate(divide="ignore"):
                    windows = [np.log(window) for window in windows]
            steps = np.concatenate([np.diff(w).reshape(len(bands), -1) for w in windows], axis=1)
            steps = steps[:, np.isfinite(steps).all(axis=0)].astype(np.float64)
            if steps.shape[1] < _FEWEST or not steps.std(axis=1).all():
                return False
            pairs = np.corrcoef(steps)[np.triu_indices(len(bands), 1)]
            return bool(np.median(pairs) > _SAME_DETAIL)

        key = ("same detail", self._fingerprint, tuple(bands))
        return FILE_CACHE.get_or_compute(key, compare)

    def sample(self) -> np.ndarray:
        """Some pixels of the whole file: float32 [bands, n], NaN where not valid."""
        windows = [self._read_pixels(window) for window in sample_windows(self._dataset)]
        return np.concatenate([values.reshape(len(self), -1) for values in windows], axis=1)

    def _fills(self) -> list[float | None]:
        """The missing tag of each band."""
        if self.is_complex or all(kind.startswith("uint") for kind in self._dataset.dtypes):
            return [None] * len(self._bands)
        windows = sample_windows(self._dataset)
        return FILE_CACHE.get_or_compute(
            ("fills", self._fingerprint),
            lambda: fills_of((self._read_file(self._bands, window) for window in windows), ZEROS),
        )

    def _is_alpha(self) -> bool:
        """Whether the band tagged as alpha is one.

        Many writers tag the fourth band of any image as alpha. Most of alpha, where it is not 0,
        is opaque, or equal from pixel to pixel along rows or columns.
        """
        if self._tagged_alpha is None:
            return False
        band = self._tagged_alpha

        def look() -> bool:
            windows = [self._read_file([band], w)[0] for w in sample_windows(self._dataset)]
            values = np.concatenate([window.ravel() for window in windows])
            seen = values[values > 0]
            if not seen.size or (seen == seen.max()).mean() > 0.5:
                return True
            return max(_share_of_equal(windows), _share_of_equal([w.T for w in windows])) > 0.5

        return FILE_CACHE.get_or_compute(("alpha", self._fingerprint), look)

    def _read_pixels(self, window: Window) -> np.ndarray:
        """Float32 [bands, h, w] as stored, NaN where a tag, mask or alpha excludes a pixel."""
        stored = self._read_file(self._bands, window)
        if self._imaginary_of:
            stored = stored.astype(np.complex64)
            for real, imaginary in self._imaginary_of.items():
                stored[self._bands.index(real)] += 1j * self._read_file([imaginary], window)[0]
        valid = ~self._is_nodata(stored)
        if self._alpha is not None:
            valid &= self._read_file([self._alpha], window) > 0
        if self._has_mask:
            valid &= self._read_mask(window)
        values = self._as_float(stored)
        valid = valid & np.isfinite(values)
        values[~valid] = np.nan
        return values

    def _is_nodata(self, stored: np.ndarray) -> np.ndarray:
        """Bool [bands, h, w]: equal to the nodata tag of the band."""
        nodata = np.zeros(stored.shape, bool)
        zero = [index for index, value in enumerate(self._nodata) if value == 0]
        for index, value in enumerate(self._nodata):
            if value is not None and index not in zero:
                nodata[index] = _equals_tag(stored[index], value)
        nodata[zero] = (stored[zero] == 0).all(axis=0)
        return nodata

    def _as_float(self, stored: np.ndarray) -> np.ndarray:
        """Colours of a palette, magnitudes of complex values, other values as they are."""
        if self._palette is not None:
            index = np.clip(stored[0], 0, len(self._palette) - 1).astype(int)
            colours: np.ndarray = np.moveaxis(self._palette[index], -1, 0).copy()
            return colours
        with np.errstate(over="ignore"):  # what is larger than float32 is not valid
            magnitudes = np.abs(stored) if np.iscomplexobj(stored) else stored
            values: np.ndarray = magnitudes.astype(np.float32)
        for index, band in enumerate(self._bands):
            if self.is_complex and band not in (*self._imaginary_of, *self._complex):
                values[index] = stored[index].real
        return values

    def _scaled(self, values: np.ndarray) -> np.ndarray:
        """Apply the scale and offset of each band that the file has for them."""
        for index, band in enumerate(self._bands if self._palette is None else ()):
            scale, offset = self._dataset.scales[band - 1], self._dataset.offsets[band - 1]
            if (scale, offset) != (1, 0) and not self.is_complex:
                values[index] = values[index] * scale + offset
        return values

    def _read_mask(self, window: Window) -> np.ndarray:
        """Bool [bands, h, w]: what masks do not exclude."""
        keep = np.ones((len(self._bands), int(window.height), int(window.width)), bool)
        try:
            for index, band in enumerate(self._bands):
                if _is_mask(self._dataset, band):
                    keep[index] = self._dataset.read_masks(band, window=window) > 0
        except RasterioError as error:
            raise self._damaged() from error
        return keep

    def _read_file(self, bands: list[int], window: Window) -> np.ndarray:
        """Bands as stored. Raises SceneError if the file is damaged."""
        try:
            if len({self._dataset.dtypes[band - 1] for band in bands}) > 1:  # as in virtual rasters
                return np.stack([self._dataset.read(band, window=window) for band in bands])
            stored: np.ndarray = self._dataset.read(bands, window=window)
            return stored
        except RasterioError as error:
            raise self._damaged() from error

    def _damaged(self) -> SceneError:
        return SceneError(
            "The file is truncated or damaged; copy or download it again: {path}",
            path=name_of(self._dataset),
        )


def _imaginary_parts(descriptions: list[str], bands: list[int]) -> dict[int, int]:
    """The band of the imaginary part, by that of the real part, both found by their names."""
    parts = {band: part_of(descriptions[band - 1]) for band in bands}
    found = {rest: band for band, (part, rest) in parts.items() if part == "imaginary"}
    return {b: found[rest] for b, (part, rest) in parts.items() if part == "real" and rest in found}


def _polarisation_tag(dataset: DatasetReader, band: int) -> str:
    tags = dataset.tags(band)
    return next((tags[name] for name in _TAGS if name in tags), "")


def _nodata_of(dataset: DatasetReader, band: int) -> float | None:
    """The nodata tag of a band, rounded as its values are."""
    nodata: float | None = dataset.nodatavals[band - 1]
    if nodata is None or dataset.dtypes[band - 1] != "float32":
        return nodata
    with np.errstate(over="ignore"):
        return float(np.float32(nodata))


def _is_tag(nodata: float | None) -> bool:
    return nodata is not None and bool(np.isfinite(nodata))


def _is_mask(dataset: DatasetReader, band: int) -> bool:
    """Whether the mask of a band is more than what alpha or its own nodata tag excludes."""
    flags = dataset.mask_flag_enums[band - 1]
    if MaskFlags.all_valid in flags or MaskFlags.alpha in flags:
        return False
    if dataset.dtypes[band - 1] in ("int64", "uint64") and dataset.nodatavals[band - 1] is None:
        return True  # the tag is no float, as the largest integer
    return MaskFlags.nodata not in flags or MaskFlags.per_dataset in flags


def _equals_tag(stored: np.ndarray, nodata: float) -> np.ndarray:
    """Mask of the values [h, w] that equal a nodata tag in their own type."""
    if stored.dtype.kind == "c":
        equal = _equals_tag(stored.real, nodata)
        equal &= (stored.imag == 0) | _equals_tag(stored.imag, nodata)
        return equal
    equal = np.zeros(stored.shape, bool)
    if stored.dtype.kind == "f":
        with np.errstate(over="ignore"):
            equal |= stored == stored.dtype.type(nodata)
    elif np.isfinite(nodata) and nodata == int(nodata):
        limits = np.iinfo(stored.dtype)
        if limits.min <= nodata <= limits.max:
            equal |= stored == stored.dtype.type(int(nodata))
    return equal


def _least(values: np.ndarray) -> float:
    """The least valid value, infinity if there is none."""
    return float(np.where(np.isfinite(values), values, np.inf).min())


def _share_of_equal(windows: list[np.ndarray]) -> float:
    """Share of pairs of neighbouring pixels in a row that are equal, where neither is 0."""
    pairs = [(window[:, 1:], window[:, :-1]) for window in windows]
    equal = np.concatenate([(a == b)[(a > 0) & (b > 0)] for a, b in pairs])
    return float(equal.mean()) if equal.size else 0.0


def _is_centred(values: np.ndarray) -> bool:
    """Whether the values [n] are spread evenly about zero."""
    values = values[np.isfinite(values) & (values != 0)]
    if not values.size:
        return False
    return bool(
        abs(np.median(values)) < 0.1 * values.std() and abs((values > 0).mean() - 0.5) < 0.05
    )


def _filled_with_zeros(values: np.ndarray) -> np.ndarray:
    """Mask [h, w] of pixels in a square of ZEROS x ZEROS in which all bands are exactly 0.

    Pixels beyond the edge count as 0.
    """
    zero: np.ndarray = (values == 0).all(axis=0)
    if not zero.any():
        return zero
    core = minimum_filter(zero, size=ZEROS, mode="constant", cval=True)
    zero &= maximum_filter(core, size=ZEROS, mode="constant", cval=False)
    return zero


def _block_means(values: np.ndarray, step: int) -> np.ndarray:
    """Mean of the valid pixels of blocks of step x step, NaN where most are not valid."""
    if step == 1:
        return values
    valid = np.isfinite(values)
    count = _block_sums(valid, step, np.int32)
    means = _block_sums(np.where(valid, values, np.float32(0)), step, np.float32)
    means /= np.maximum(count, 1)
    means[2 * count < step * step] = np.nan
    return means


def _block_sums(values: np.ndarray, step: int, dtype: type) -> np.ndarray:
    """Sums [bands, height / step, width / step] over blocks of step x step."""
    bands, height, width = values.shape
    rows = values.reshape(bands, height // step, step, width).sum(axis=2, dtype=dtype)
    sums: np.ndarray = rows[:, :, ::step].copy()
    for col in range(1, step):
        sums += rows[:, :, col::step]
    return sums
