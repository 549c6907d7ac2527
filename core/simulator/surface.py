"""Rasterise a city: heights, land cover, and texture coordinates."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from affine import Affine
from numpy.typing import NDArray
from rasterio.features import rasterize

from .city import City, Floats, Roof

Raster = NDArray[np.float32]
Ints = NDArray[np.int32]


@dataclass(frozen=True)
class Surface:
    """Rasters [H, W] of a city.

    ``height`` is the height of buildings and boxes, ``canopy`` that of trees, both in metres and 0
    where there is none. ``land_cover`` has values of LandCover. ``building`` and ``patch`` are
    indices into the lists of the city, plus one; 0 is none. ``box`` marks pixels of boxes.
    ``u`` and ``v`` are metres along and across the axis of a building, from its centre.
    ``slope_x`` and ``slope_y`` are the slope of the roof along columns and rows, in metres per
    metre. ``axis`` [N, 2] is the unit vector, in columns and rows, of the axis of each building.
    """

    height: Raster
    canopy: Raster
    land_cover: NDArray[np.uint8]
    patch: Ints
    building: Ints
    box: NDArray[np.bool_]
    u: Raster
    v: Raster
    slope_x: Raster
    slope_y: Raster
    axis: Floats


def rasterise(city: City, to_pixel: Affine, shape: tuple[int, int]) -> Surface:
    """Rasterise a city onto a grid of ``shape`` (rows, columns).

    ``to_pixel`` maps metres to columns and rows; integers are the edges of pixels. It may rotate
    but not shear, so that pixels are square and of the same size.
    """
    metres = 1 / np.hypot(to_pixel.a, to_pixel.d)
    patch = _burn([p for p, _ in city.patches], to_pixel, shape)
    kinds = np.array([0, *(kind for _, kind in city.patches)], dtype=np.uint8)
    building = _burn([b.footprint for b in city.buildings], to_pixel, shape)
    canopy = _tree_crowns(city.trees, to_pixel, shape, metres)
    canopy[building > 0] = 0
    boxes = _burn_boxes(city.boxes, to_pixel, shape, metres)
    boxes[building > 0] = 0
    height = boxes.copy()
    u, v, slope_x, slope_y = (np.zeros(shape, np.float32) for _ in range(4))
    axis, centre, half = _building_frames(city, to_pixel, metres)
    rows, cols = np.nonzero(building)
    index = building[rows, cols] - 1
    roofs = _roofs(city, axis[index], centre[index], half[index], index, rows, cols, metres)
    for raster, values in zip((height, u, v, slope_x, slope_y), roofs, strict=True):
        raster[rows, cols] = values
    return Surface(
        height, canopy, kinds[patch], patch, building, boxes > 0, u, v, slope_x, slope_y, axis
    )


def _to_grid(points: Floats, to_pixel: Affine) -> Floats:
    x, y = points[:, 0], points[:, 1]
    return np.column_stack(
        [to_pixel.a * x + to_pixel.b * y + to_pixel.c, to_pixel.d * x + to_pixel.e * y + to_pixel.f]
    )


def _burn(polygons: list[shapely.Polygon], to_pixel: Affine, shape: tuple[int, int]) -> Ints:
    """Burn the index of each polygon plus one into a raster; later polygons are on top."""
    if not polygons:
        return np.zeros(shape, np.int32)
    projected = shapely.transform(np.array(polygons, dtype=object), lambda p: _to_grid(p, to_pixel))
    inside = shapely.intersects(projected, shapely.box(0, 0, shape[1], shape[0]))
    shapes = [(projected[i], int(i) + 1) for i in np.flatnonzero(inside)]
    if not shapes:
        return np.zeros(shape, np.int32)
    return np.asarray(rasterize(shapes, out_shape=shape, dtype=np.int32))


def _building_frames(city: City, to_pixel: Affine, metres: float) -> tuple[Floats, Floats, Floats]:
    """Axis, centre and half extents of the oriented bounding rectangle of each building.

    All are [N, 2]. The axis is the unit vector of the longest side, in columns and rows. Centre and
    half extents are in metres along and across the axis.
    """
    if not city.buildings:
        return np.empty((0, 2)), np.empty((0, 2)), np.empty((0, 2))
    rings = shapely.get_exterior_ring([b.footprint for b in city.buildings])
    points, owner = shapely.get_coordinates(rings, return_index=True)
    points = _to_grid(points, to_pixel) * metres
    starts = np.flatnonzero(np.r_[True, np.diff(owner) > 0])
    sides = np.diff(points, axis=0, append=points[:1])
    lengths = np.hypot(*sides.T)
    ends = np.r_[starts[1:] - 1, len(points) - 1]
    lengths[ends] = 0  # the step from one ring to the next is not a side
    longest = np.lexsort((lengths, owner))[ends]
    axis = sides[longest] / np.maximum(lengths[longest], 1e-9)[:, None]
    along = points[:, 0] * axis[owner, 0] + points[:, 1] * axis[owner, 1]
    across = -points[:, 0] * axis[owner, 1] + points[:, 1] * axis[owner, 0]
    low = np.column_stack([np.minimum.reduceat(c, starts) for c in (along, across)])
    high = np.column_stack([np.maximum.reduceat(c, starts) for c in (along, across)])
    return axis, (low + high) / 2, np.maximum((high - low) / 2, 0.1)


def _roofs(
    city: City,
    axis: Floats,
    centre: Floats,
    half: Floats,
    index: NDArray[np.signedinteger],
    rows: NDArray[np.signedinteger],
    cols: NDArray[np.signedinteger],
    metres: float,
) -> tuple[Floats, Floats, Floats, Floats, Floats]:
    """Height, u, v, slope_x and slope_y of each building pixel.

    The ridge runs along the longer side. Gable and hip roofs slope down from it to both eaves, hip
    roofs also to both ends; pent roofs slope from one eave to the other.
    """
    x, y = (cols + 0.5) * metres, (rows + 0.5) * metres
    u = x * axis[:, 0] + y * axis[:, 1] - centre[:, 0]
    v = -x * axis[:, 1] + y * axis[:, 0] - centre[:, 1]
    turned = half[:, 1] > half[:, 0]
    p, q = np.where(turned, v, u), np.where(turned, u, v)
    a, b = half.max(axis=1), half.min(axis=1)
    form = np.array([b_.roof for b_ in city.buildings])[index]
    eaves = np.array([b_.eaves_m for b_ in city.buildings])[index]
    rise = np.array([b_.rise_m for b_ in city.buildings])[index]
    side, end = np.clip(1 - np.abs(q) / b, 0, 1), np.clip((a - np.abs(p)) / b, 0, 1)
    hip_end = (form == Roof.HIP) & (end < side)
    share = np.where(hip_end, end, side)
    share = np.where(form == Roof.PENT, np.clip((q + b) / (2 * b), 0, 1), share)
    share = np.where(form == Roof.FLAT, 0, share)
    steep = np.where(form == Roof.FLAT, 0, rise / b)
    across = np.where(form == Roof.PENT, steep / 2, -np.sign(q) * steep) * ~hip_end
    along = -np.sign(p) * steep * hip_end
    slope_u, slope_v = np.where(turned, across, along), np.where(turned, along, across)
    slope_x = slope_u * axis[:, 0] - slope_v * axis[:, 1]
    slope_y = slope_u * axis[:, 1] + slope_v * axis[:, 0]
    return eaves + rise * share, u, v, slope_x, slope_y


def _tree_crowns(trees: Floats, to_pixel: Affine, shape: tuple[int, int], metres: float) -> Raster:
    """Canopy height: half ellipsoids above a stem of about a third of the tree's height."""
    canopy = np.zeros(shape, np.float32)
    centre = _to_grid(trees[:, :2], to_pixel)
    radius = np.maximum(trees[:, 2] / metres, 0.6)
    for reach in np.unique(np.ceil(radius).astype(int)):
        chosen = np.ceil(radius).astype(int) == reach
        steps = np.arange(-reach, reach + 1)
        dy, dx = (d.ravel() for d in np.meshgrid(steps, steps, indexing="ij"))
        middle = np.floor(centre[chosen]).astype(int)
        cols, rows = middle[:, :1] + dx, middle[:, 1:] + dy
        distance = np.hypot(cols + 0.5 - centre[chosen, :1], rows + 0.5 - centre[chosen, 1:])
        share = 1 - (distance / radius[chosen, None]) ** 2
        top = trees[chosen, 3, None] * (0.35 + 0.65 * np.sqrt(np.maximum(share, 0)))
        valid = (share > 0) & (rows >= 0) & (rows < shape[0]) & (cols >= 0) & (cols < shape[1])
        np.maximum.at(canopy, (rows[valid], cols[valid]), top[valid].astype(np.float32))
    return canopy


def _burn_boxes(boxes: Floats, to_pixel: Affine, shape: tuple[int, int], metres: float) -> Raster:
    """Height of the boxes, each sampled at about a third of a pixel."""
    tops = np.zeros(shape, np.float32)
    steps = max(2, int(np.ceil(3 * 6.0 / metres)))
    grid = (np.arange(steps) + 0.5) / steps - 0.5
    s, t = (g.ravel() for g in np.meshgrid(grid, grid))
    cos, sin = np.cos(boxes[:, 4, None]), np.sin(boxes[:, 4, None])
    x = boxes[:, 0, None] + cos * boxes[:, 2, None] * s - sin * boxes[:, 3, None] * t
    y = boxes[:, 1, None] + sin * boxes[:, 2, None] * s + cos * boxes[:, 3, None] * t
    grid_points = np.floor(_to_grid(np.column_stack([x.ravel(), y.ravel()]), to_pixel)).astype(int)
    cols, rows = grid_points.T
    top = np.repeat(boxes[:, 5], len(s))
    valid = (rows >= 0) & (rows < shape[0]) & (cols >= 0) & (cols < shape[1])
    np.maximum.at(tops, (rows[valid], cols[valid]), top[valid].astype(np.float32))
    return tops
