"""Statistics of a whole scene, measured on a sample of its pixels."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from ..hatch.devices import AUTO
from ..hatch.messages import Message
from .grid import Grid
from .radiometry import Standardisation, dark_floor, detect, to_db
from .validity import valid_pixels

Read = Callable[[Grid], np.ndarray]  # stored values [bands, h, w] on a grid, NaN where not valid

VERSION = 2  # of what is measured; a prediction with another version is not resumed
_WINDOWS = 16  # at most, along each side of the scene
_WINDOW = 64  # pixels along a side of such a window
_ENOUGH = 10_000  # valid pixels that suffice
_MANY = 64  # pixels, fewer are not called uniform
_BLOCK = 512  # pixels along a side of the windows of an exhaustive search


@dataclass(frozen=True)
class Statistics:
    """Radiometry, and centre and spread of each band.

    Attributes
    ----------
    valid_share
        Share of the sampled pixels that are valid, 0 to 1.
    band_shares
        The same of each SAR band, 0 if all its sampled pixels have one value.
    optical_share
        Share of the valid ones of the sampled SAR pixels where optical is valid.
    radiometry, radiometry_reason
        One of jobs.RADIOMETRIES, and how it was determined.
    floor
        Least stored value, as in ``to_db``.
    sar, optical
        Standardisation of the bands, None without optical.
    sar_is_uniform, optical_is_uniform
        Whether no band has different values.
    """

    valid_share: float
    band_shares: tuple[float, ...]
    optical_share: float
    radiometry: str
    radiometry_reason: Message
    floor: float
    sar: Standardisation
    optical: Standardisation | None
    sar_is_uniform: bool
    optical_is_uniform: bool


def measure(
    grid: Grid, read_sar: Read, read_optical: Read | None, radiometry: str, is_complex: bool
) -> Statistics | None:
    """Measure a scene on its whole grid.

    ``radiometry`` is "auto" or what it was set to. Returns None if no SAR pixel is valid.
    """
    windows = _windows(grid, read_sar)
    sample = _completed(windows, grid, read_sar)
    valid = valid_pixels(sample)
    if not valid.any():
        return None
    found, reason = detect(sample, is_complex)
    kind = found if radiometry == AUTO else radiometry
    floor = dark_floor(sample)
    optical, optical_share, optical_is_uniform = None, 0.0, False
    if read_optical is not None:
        colours = _windows(grid, read_optical)
        optical_share = _covered(windows, colours)
        colours = _completed(colours, grid, read_optical)
        optical = Standardisation.measure(colours)
        optical_is_uniform = _is_uniform(colours, grid, read_optical)
    return Statistics(
        valid_share=float(valid.mean()),
        band_shares=tuple(_varied_share(band) for band in sample),
        optical_share=optical_share,
        radiometry=kind,
        radiometry_reason=reason if radiometry == AUTO else Message("chosen"),
        floor=floor,
        sar=Standardisation.measure(to_db(sample, kind, floor)),
        optical=optical,
        sar_is_uniform=_is_uniform(sample, grid, read_sar),
        optical_is_uniform=optical_is_uniform,
    )


def is_covered(grid: Grid, read_sar: Read, read_optical: Read) -> bool:
    """Whether optical is valid in a valid SAR pixel of a grid; all of it is read if need be."""
    if _covered(_windows(grid, read_sar), _windows(grid, read_optical)):
        return True
    for block in _block_grids(grid):
        optical = _flat(read_optical(block))
        if valid_pixels(optical).any() and _covered(_flat(read_sar(block)), optical):
            return True
    return False


def _covered(sar: np.ndarray, optical: np.ndarray) -> float:
    """Share of the valid SAR pixels where optical is valid, 0 without any."""
    covered = valid_pixels(optical)[valid_pixels(sar)]
    return float(covered.mean()) if covered.size else 0.0


def _varied_share(band: np.ndarray) -> float:
    """Share of the valid values of a band, 0 if they are all the same."""
    values = band[np.isfinite(band)]
    return values.size / band.size if values.size and values.min() < values.max() else 0.0


def _is_uniform(sample: np.ndarray, grid: Grid, read: Read) -> bool:
    """Whether no band of the grid has two values; False if fewer than _MANY pixels have any.

    The whole grid is only read if a sample [bands, n] of it has no two values.
    """
    value = _only_value(sample)
    if value is None:
        return False
    count = 0
    for block in _blocks(grid, read):
        value = _only_value(np.concatenate([value, block], axis=1))
        if value is None:
            return False
        count += int(valid_pixels(block).sum())
    return count >= _MANY


def _only_value(sample: np.ndarray) -> np.ndarray | None:
    """The one value of each band [bands, 1], NaN without any; None if a band has several."""
    low = np.array([np.nanmin(band, initial=np.inf) for band in sample])
    high = np.array([np.nanmax(band, initial=-np.inf) for band in sample])
    if (low < high).any():
        return None
    return np.where(low == high, low, np.nan)[:, None]


def _block_grids(grid: Grid) -> Iterator[Grid]:
    """The grid in blocks, which may reach beyond it."""
    for row in range(0, grid.height, _BLOCK):
        for col in range(0, grid.width, _BLOCK):
            yield grid.crop(row, col, _BLOCK, _BLOCK)


def _blocks(grid: Grid, read: Read) -> Iterator[np.ndarray]:
    """The pixels [bands, n] of all blocks of the grid."""
    return (_flat(read(block)) for block in _block_grids(grid))


def _windows(grid: Grid, read: Read) -> np.ndarray:
    """Pixels [bands, n] of windows spread evenly over the grid, NaN where not valid."""
    row, col = grid.origin
    rows, cols = _spread(grid.height, row), _spread(grid.width, col)
    pieces = [
        _flat(read(grid.crop(top, left, bottom - top, right - left)))
        for top, bottom in rows
        for left, right in cols
    ]
    return np.concatenate(pieces, axis=1)


def _completed(sample: np.ndarray, grid: Grid, read: Read) -> np.ndarray:
    """A sample that, if it has few valid pixels, has more from a search of the whole grid."""
    if valid_pixels(sample).sum() >= _ENOUGH:
        return sample
    pieces, valid = [sample], 0
    for block in _blocks(grid, read):
        piece = block[:, valid_pixels(block)]
        pieces.append(piece)
        valid += piece.shape[1]
        if valid >= _ENOUGH:
            break
    return np.concatenate(pieces, axis=1)


def _spread(length: int, origin: int) -> list[tuple[int, int]]:
    """First and stop pixels of up to _WINDOWS windows, spread evenly; the ends are cut.

    They begin at multiples of a power of two of pixels from a coordinate that is ``origin`` at the
    first pixel, so that a crop has the windows of the scene.
    """
    step = _WINDOW
    while length > (_WINDOWS - 1) * step:
        step *= 2
    starts = np.arange(-(origin % step), length, step)
    ends = np.minimum(starts + _WINDOW, length)
    return [(max(int(s), 0), int(e)) for s, e in zip(starts, ends) if e > 0]


def _flat(values: np.ndarray) -> np.ndarray:
    return values.reshape(len(values), -1)
