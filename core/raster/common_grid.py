"""The common grid of a scene's files, and whether the files fit together.

This module only computes the grid. ``Scene.read`` reads a window of it, and ``RasterReader.read``
resamples each file, SAR or optical, onto it.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import shapely
from rasterio.transform import Affine

from ..hatch.errors import InputError, SceneError
from ..hatch.messages import Message
from ..hatch.scene_input import AREA_CONTEXT
from .grid import (
    MOST_PIXELS,
    Bounds,
    Grid,
    bounds_in,
    bounds_near,
    bounds_overlap,
    covering_grid,
    metres_per_unit,
    pixel_area_m2,
    pixel_sides_m,
)
from .raster_reader import RasterReader

COARSE_M = 3.0  # larger pixels do not show single buildings
_USELESS_M = 100.0  # larger ones show no buildings at all
_FINEST_M = 0.01  # no sensor has smaller ones: the coordinate system is wrong
_MOST_FINER = 10  # times that the model's pixels may be smaller than those of a layer
_MOST_OF_COARSE = 400_000_000  # pixels of a grid onto which coarse ones are resampled
_SAME_SIZE = 0.02  # relative difference of pixel sizes up to which a layer keeps its own grid


def common_grid(
    sar: Sequence[RasterReader], pixel_size_m: float | None
) -> tuple[Grid, float, list[Message]]:
    """The grid over all SAR files.

    A file that needs resampling gets pixels whose sides are rounded to three digits, and whose
    edges are at multiples of these sides, so that its crops are resampled onto the same pixels.

    Parameters
    ----------
    sar
        The files; the grid has the CRS of the first one.
    pixel_size_m
        Pixel size of the grid; None for that of the first file.

    Returns
    -------
    grid : Grid
    own_m : float
        Pixel size of the first file on the ground in metres.
    warnings : list of Message
        Sentences for the user.
    """
    first = sar[0]
    warnings = [warning for source in sar for warning in source.warnings]
    unit = _unit_m(first)
    sides = pixel_sides_m(first.transform, unit)
    own_m = _size_m(first)
    if not first.georeferenced:
        own_m = pixel_size_m or 1.0
        sides = unit = (own_m, own_m)
    warnings += _own_warnings(first, own_m)
    for source in sar[1:]:
        if source.georeferenced:
            warnings += _coarse_warnings(source, _size_m(source))
    pixels = _pixels(first, pixel_size_m or own_m, sides, unit)
    bounds = [_bounds_of(source, first) for source in sar]
    unit_m = 1.0 if first.georeferenced else own_m
    grid = covering_grid(first.crs, pixels, bounds, unit_m)
    return grid, own_m, warnings


def _unit_m(source: RasterReader) -> tuple[float, float]:
    """Lengths of a unit along x and y in the middle of a file, in metres."""
    left, bottom, right, top = source.bounds
    return metres_per_unit(source.crs, (left + right) / 2, (bottom + top) / 2)


def _size_m(source: RasterReader) -> float:
    """Side of a square as large as a pixel of a file, in metres."""
    across, down = pixel_sides_m(source.transform, _unit_m(source))
    return float(np.sqrt(across * down))


def _own_warnings(first: RasterReader, own_m: float) -> list[Message]:
    """Sentences for the user about the place of the first file, and its pixels of ``own_m``."""
    warnings: list[Message] = []
    if not first.georeferenced:
        warnings.append(
            Message(
                "The file is not georeferenced; its pixels are taken to be {size:g} m: {name}",
                name=first.path.name,
                size=own_m,
            )
        )
    elif first.crs is None:
        warnings.append(
            Message(
                "The file has no coordinate system; its units are taken to be metres: {name}",
                name=first.path.name,
            )
        )
    return warnings + _coarse_warnings(first, own_m)


def _coarse_warnings(source: RasterReader, own_m: float) -> list[Message]:
    """Sentences for the user about a SAR file with pixels of ``own_m``.

    Raises SceneError if they show no buildings, or are smaller than those of any sensor.
    """
    sides = pixel_sides_m(source.transform, _unit_m(source)) if source.georeferenced else (own_m,)
    if max(sides) > _USELESS_M:
        raise SceneError(
            "Pixels of {own_m:.0f} m show no buildings; choose a SAR layer with pixels of 0.3 to "
            "1.5 m, or assign the right coordinate system: {path}.",
            own_m=max(sides),
            path=source.path,
        )
    if min(sides) < _FINEST_M:
        raise SceneError(
            "Pixels of {own_m:.2g} m are smaller than any sensor’s; assign the right coordinate "
            "system: {path}.",
            own_m=min(sides),
            path=source.path,
        )
    if own_m <= COARSE_M:
        return []
    return [
        Message(
            "The file has pixels of {size:.1f} m, too coarse to show single buildings; the result "
            "will be poor: {name}",
            name=source.path.name,
            size=own_m,
        )
    ]


def _pixels(
    first: RasterReader, size_m: float, sides_m: tuple[float, float], unit_m: tuple[float, float]
) -> Affine:
    """The file's own pixels if they are upright and of about this size, else those of a lattice.

    ``sides_m`` are the sides of a pixel, ``unit_m`` the lengths of a unit along x and y, in metres.
    """
    own = first.transform
    upright = own.b == own.d == 0 and own.a > 0 > own.e
    if upright and all(abs(side / size_m - 1) < _SAME_SIZE for side in sides_m):
        left, _, _, top = first.bounds
        return Affine(own.a, 0, left, 0, own.e, top)
    return Affine.scale(_rounded(size_m / unit_m[0]), -_rounded(size_m / unit_m[1]))


def _rounded(side: float) -> float:
    """Three digits of a pixel's side, which the crops of a file nearly always have in common."""
    return float(f"{side:.3g}")


def check_size(grid: Grid, own_m: float, sar: Sequence[RasterReader]) -> None:
    """Raise SceneError if a grid has too many pixels, or too many for the pixels of the files.

    Pixels of up to COARSE_M may be resampled to pixels up to _MOST_FINER times smaller, larger ones
    only to a grid of up to _MOST_OF_COARSE pixels. ``own_m`` is the pixel size of the first file.
    """
    pixels = grid.width * grid.height
    if pixels > MOST_PIXELS:
        raise SceneError(
            "The scene would have {width:,} x {height:,} pixels, more than {most:,} in all; choose "
            "a smaller area, or SAR files of one place: {path}.",
            width=grid.width,
            height=grid.height,
            most=MOST_PIXELS,
            path=sar[0].path,
        )
    sizes = [own_m, *(_size_m(source) if source.georeferenced else own_m for source in sar[1:])]
    own_m, source = max(zip(sizes, sar), key=lambda pair: pair[0])
    size_m = float(np.sqrt(pixel_area_m2(grid)))
    if own_m <= COARSE_M and own_m > _MOST_FINER * size_m:
        raise SceneError(
            "The model needs pixels of {size:g} m, more than {most} times smaller than the "
            "{own_m:.2g} m of the layer; choose another model, or a layer with smaller pixels: "
            "{path}.",
            size=float(f"{size_m:.2g}"),
            most=_MOST_FINER,
            own_m=own_m,
            path=source.path,
        )
    if own_m > COARSE_M and pixels > _MOST_OF_COARSE:
        raise SceneError(
            "Pixels of {own_m:.1f} m are too coarse to show single buildings, and would become "
            "{width} x {height} small ones; choose a SAR layer with pixels of 0.3 to 1.5 m, or a "
            "small area: {path}.",
            own_m=own_m,
            width=grid.width,
            height=grid.height,
            path=source.path,
        )


def optical_warnings(optical: RasterReader) -> list[Message]:
    """Sentences for the user about an optical file."""
    size = _size_m(optical)
    if not optical.georeferenced or size <= COARSE_M:
        return list(optical.warnings)
    return [
        *optical.warnings,
        Message(
            "The file has pixels of {size:.1f} m, too coarse to show single buildings; the result "
            "may be better without it: {name}",
            name=optical.path.name,
            size=size,
        ),
    ]


def check_crs(sar: Sequence[RasterReader], optical: RasterReader | None) -> None:
    """Raise SceneError if some files have a CRS and others none, or they do not convert."""
    first = sar[0]
    for source in [*sar[1:], *([optical] if optical else [])]:
        if (source.crs is None) != (first.crs is None):
            without, with_crs = (first, source) if first.crs is None else (source, first)
            raise SceneError(
                "One file has no coordinate system, another has one; assign the first its "
                "coordinate system: {path} and {other}",
                path=without.path,
                other=with_crs.path,
            )
        _bounds_of(source, first)


def check_overlap(grid: Grid, sar: Sequence[RasterReader], optical: RasterReader | None) -> None:
    """Raise SceneError if a file is outside the first one, or optical outside the grid."""
    first = sar[0]
    for source in sar[1:]:
        if not bounds_overlap(first.bounds, _bounds_of(source, first)):
            raise SceneError(
                "The SAR files do not overlap; choose files of one scene: {path} and {other}",
                path=source.path,
                other=first.path,
            )
    if optical and not bounds_overlap(grid.bounds, _bounds_of(optical, first)):
        raise SceneError(
            "The optical layer and SAR do not overlap; choose one of the same place or none: "
            "{path} and {other}",
            path=optical.path,
            other=first.path,
        )


def part_under(source: RasterReader, first: RasterReader, grid: Grid) -> Grid | None:
    """The part of the grid, which has the CRS of the first file, under another; None if none is."""
    row, col, height, width = grid.window_of(_bounds_of(source, first))
    return grid.crop(row, col, height, width) if height > 0 and width > 0 else None


def _bounds_of(source: RasterReader, first: RasterReader) -> Bounds:
    """Bounds of a file in the CRS of the first one. Raises SceneError if they do not convert."""
    try:
        bounds = bounds_in(source.bounds, source.crs, first.crs)
    except InputError as error:
        raise SceneError(
            "The coordinate systems cannot be converted into each other; choose files in the same "
            "one: {path} and {other}.",
            path=source.path,
            other=first.path,
        ) from error
    return bounds_near(bounds, first.bounds, first.crs)


def crop_to(polygon: shapely.Geometry | None, grid: Grid) -> Grid | None:
    """The part of the grid within the polygon's bounds and AREA_CONTEXT pixels around them.

    The whole grid if there is no polygon, None if the polygon is empty or outside it.
    """
    if polygon is None:
        return grid
    if polygon.is_empty:
        return None
    row, col, height, width = grid.window_of(polygon.bounds)
    if height <= 0 or width <= 0:
        return None
    first_row, first_col = max(0, row - AREA_CONTEXT), max(0, col - AREA_CONTEXT)
    last_row = min(grid.height, row + height + AREA_CONTEXT)
    last_col = min(grid.width, col + width + AREA_CONTEXT)
    return grid.crop(first_row, first_col, last_row - first_row, last_col - first_col)
