"""Grow one building from clicked points in the probabilities of a tile."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy.ndimage import binary_closing, binary_dilation, label

from ..raster.blend import Strip
from .building_mask import building_mask
from .watershed import instances

Pixel = tuple[int, int]  # row, column

NEAR = 2  # pixels by which a click may miss a building
LEAST = 0.05  # probability below which there is no building to grow
LEVELS = 12  # between the probability at the point and its LOWEST share
LOWEST = 0.4
MAX_PIXELS = 15_000  # of a building grown below the threshold; a hectare at 0.8 m
_RING = 2  # pixels around a building, by which its contrast is measured
_LINK = 6  # pixels between the parts of a building, at most


def grow(
    strip: Strip,
    threshold: float,
    inside: Sequence[Pixel],
    outside: Sequence[Pixel] = (),
    previous: np.ndarray | None = None,
) -> np.ndarray:
    """Bool [h, w]: the building that contains the points ``inside`` and none of ``outside``.

    It consists of the buildings that the watershed separates at the threshold and of ``previous``
    (bool [h, w]). Around a point below the threshold, the threshold is lowered to the level at
    which the building contrasts most with its surroundings. What is nearer to a point outside than
    to those inside is cut. All False if there is no building.
    """
    ids = instances(strip, building_mask(strip, threshold))
    mask = np.zeros(ids.shape, bool) if previous is None else previous & strip.valid
    for point in inside:
        if not mask[point]:
            mask |= _around(point, ids, strip)
    if len(inside) > 1:
        mask = linked(mask, inside) & strip.valid
    if outside:
        mask = _cut_at(mask, inside, outside)
    return part_at(mask, inside)


def _around(point: Pixel, ids: np.ndarray, strip: Strip) -> np.ndarray:
    """The building at a point: one of ``ids`` [h, w], or else one below the threshold."""
    window = _window(point, NEAR)
    found = ids[point] or ids[window].max()
    if found:
        return np.asarray(ids == found)
    return _below_threshold(point, strip)


def _below_threshold(point: Pixel, strip: Strip) -> np.ndarray:
    """The region around a point whose contrast with its surroundings is the greatest."""
    evidence = strip.probability * (1 - strip.contact) * strip.valid
    top = float(evidence[_window(point, NEAR)].max())
    best, contrast = np.zeros(evidence.shape, bool), 0.0
    if top < LEAST:
        return best
    for level in np.linspace(top, LOWEST * top, LEVELS + 1)[1:]:
        parts, _ = label(evidence >= level)
        found = parts[point] or parts[_window(point, NEAR)].max()
        region = parts == found
        if not found or region.sum() > MAX_PIXELS:
            break
        ring = binary_dilation(region, iterations=_RING) & ~region & strip.valid
        if ring.any() and evidence[region].mean() - evidence[ring].mean() > contrast:
            best, contrast = region, float(evidence[region].mean() - evidence[ring].mean())
    return best


def linked(mask: np.ndarray, inside: Sequence[Pixel]) -> np.ndarray:
    """Close gaps of a mask, bool [h, w], just enough to join the parts that contain points.

    The mask itself if they are more than ``_LINK`` pixels apart.
    """
    for reach in range(_LINK // 2 + 1):
        closed = binary_closing(mask, iterations=reach, border_value=0) if reach else mask
        parts, _ = label(closed)
        if len({int(parts[p]) for p in inside if closed[p]}) <= 1:
            return np.asarray(closed)
    return mask


def _cut_at(mask: np.ndarray, inside: Sequence[Pixel], outside: Sequence[Pixel]) -> np.ndarray:
    """The mask without the pixels that are nearer to a point outside than to those inside."""
    kept: np.ndarray = mask & (_distance(mask.shape, inside) < _distance(mask.shape, outside))
    return kept


def _distance(shape: tuple[int, ...], points: Sequence[Pixel]) -> np.ndarray:
    """Distance [h, w] to the nearest of some points, in pixels."""
    rows, cols = np.ogrid[: shape[0], : shape[1]]
    squares = [(rows - row) ** 2 + (cols - col) ** 2 for row, col in points]
    nearest: np.ndarray = np.sqrt(np.min(squares, axis=0))
    return nearest


def part_at(mask: np.ndarray, inside: Sequence[Pixel]) -> np.ndarray:
    """The largest 4-connected part that has a point inside or within NEAR pixels."""
    parts, count = label(mask)
    if not count:
        return mask
    sizes = np.bincount(parts.ravel())
    sizes[0] = 0
    near = {int(i) for point in inside for i in np.unique(parts[_window(point, NEAR)]) if i}
    if not near:
        return np.zeros_like(mask)
    part = parts == max(near, key=lambda i: sizes[i])
    return np.asarray(part)


def _window(point: Pixel, reach: int) -> tuple[slice, slice]:
    row, col = point
    return (
        slice(max(row - reach, 0), row + reach + 1),
        slice(max(col - reach, 0), col + reach + 1),
    )
