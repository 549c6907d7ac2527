"""The building that a user clicked on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from rasterio.features import rasterize

from ..footprints.grow import Pixel
from ..footprints.single import single_footprint
from ..footprints.vectorise import Footprints
from ..hatch.errors import InputError
from ..raster.scene import Scene
from .click_mask import mask_at
from .click_tile import CLICK_TILE, ClickTile, tile_around
from .predict import ClickEngine

Point = tuple[float, float]


@dataclass(frozen=True)
class Clicks:
    """Points (x, y) in the CRS of the scene, and the polygon to correct or None."""

    inside: Sequence[Point]
    outside: Sequence[Point] = ()
    previous: shapely.Geometry | None = None


def clicked_building(
    scene: Scene, engine: ClickEngine, clicks: Clicks, threshold: float
) -> tuple[Footprints, str]:
    """The footprint of the building that was clicked, or none, and how it was found.

    Raises InputError if a point is outside the scene, or those inside are too far apart.
    """
    inside = _pixels(scene, clicks.inside)
    outside = _pixels(scene, clicks.outside)
    tile = _tile_of(scene, engine, inside, clicks.previous)
    mask, method = mask_at(
        engine,
        tile,
        threshold,
        _on(tile, inside),
        _on(tile, [point for point in outside if tile.contains(*point)]),
        _previous_on(tile, scene, clicks.previous),
    )
    strip = tile.strip
    place = (tile.row, tile.col)
    footprints = single_footprint(mask, strip.probability, strip.optical_share, place, scene.grid)
    return footprints, method


def _pixels(scene: Scene, points: Sequence[Point]) -> list[Pixel]:
    """Rows and columns of points in the grid of the scene. Raises InputError outside of it."""
    pixels = []
    for x, y in points:
        col, row = ~scene.grid.transform * (x, y)
        if not (0 <= row < scene.grid.height and 0 <= col < scene.grid.width):
            raise InputError(
                "The point {x:g}, {y:g} is outside the SAR layer; click on the layer: {path}.",
                x=x,
                y=y,
                path=scene.source.sar[0],
            )
        pixels.append((int(row), int(col)))
    return pixels


def _tile_of(
    scene: Scene, engine: ClickEngine, inside: Sequence[Pixel], previous: shapely.Geometry | None
) -> ClickTile:
    """The tile around the first point; if another one or ``previous`` leaves it, around all."""
    wanted: list[tuple[float, float]] = [*inside]
    if previous is not None:
        top, left, height, width = scene.grid.window_of(previous.bounds)
        if height > 0 and width > 0:
            wanted += [(top, left), (top + height - 1, left + width - 1)]
    tile = tile_around(scene, engine, *inside[0])
    if all(tile.contains(*place) for place in wanted):
        return tile
    rows, cols = zip(*wanted)
    tile = tile_around(scene, engine, (min(rows) + max(rows)) / 2, (min(cols) + max(cols)) / 2)
    if all(tile.contains(*place) for place in inside):
        return tile
    reach = CLICK_TILE // 2 * engine.manifest.pixel_size_m
    raise InputError(
        "The points are too far apart for one building; click points that are at most {reach:.0f} "
        "m apart.",
        reach=reach,
    )


def _on(tile: ClickTile, pixels: Sequence[Pixel]) -> list[Pixel]:
    """Pixels of the scene as pixels of the tile."""
    return [(row - tile.row, col - tile.col) for row, col in pixels]


def _previous_on(
    tile: ClickTile, scene: Scene, polygon: shapely.Geometry | None
) -> np.ndarray | None:
    if polygon is None:
        return None
    height, width = tile.strip.valid.shape
    transform = scene.grid.crop(tile.row, tile.col, height, width).transform
    burnt: np.ndarray = rasterize([polygon], out_shape=(height, width), transform=transform) > 0
    return burnt
