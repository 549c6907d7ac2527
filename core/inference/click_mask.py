"""The mask of the building at clicked points: by the head for clicks, else by growing."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch

from ..footprints.grow import Pixel, cut_at, grow, part_at
from ..networks.click_head import HAL_SAR, OPT_SAR, point_map
from .click_tile import ClickTile
from .predict import ClickEngine

GROWING, HEAD = "growing", "head"  # how a mask was found
MARGINS = (48, 128)  # pixels around points and previous mask; the wider one for large buildings
LOWEST = -2.0  # logit of a point inside, below which there is no building
# Mean probability of a mask by the head, below which a single click is on empty ground.
LEAST = 0.02


def mask_at(
    engine: ClickEngine,
    tile: ClickTile,
    threshold: float,
    inside: Sequence[Pixel],
    outside: Sequence[Pixel] = (),
    previous: np.ndarray | None = None,
) -> tuple[np.ndarray, str]:
    """The pixels of one building and how they were found.

    Parameters
    ----------
    engine
        The engine that predicted the tile.
    threshold
        Of the probabilities, for growing.
    inside, outside
        Row and column on the tile of points of the building, and of points outside it.
    previous
        Bool [h, w]: the mask to correct.

    Returns
    -------
    mask : bool [h, w]
        4-connected valid pixels, none if there is no building. Where the network sees hardly any,
        a single point is not enough for the head.
    method : str
        HEAD or GROWING.
    """
    has_optical = tile.strip.optical_share[inside[0]] >= 0.5
    source = OPT_SAR if has_optical or tile.features[HAL_SAR] is None else HAL_SAR
    features = tile.features[source]
    if features is None:
        return grow(tile.strip, threshold, inside, outside, previous), GROWING
    before = np.zeros(tile.strip.valid.shape, bool) if previous is None else previous
    for margin in MARGINS:
        window = _window(before, [*inside, *outside], margin)
        mask = np.zeros_like(before)
        mask[window] = _mask_in(engine, tile, features, source, inside, outside, before, window)
        if not _touches_end(mask, window):
            break
    mask &= tile.strip.valid
    if any(mask[point] for point in outside):
        mask = cut_at(mask, inside, outside)
    mask = part_at(mask, inside)
    is_first = len(inside) == 1 and not outside and previous is None
    if is_first and mask.any() and tile.strip.probability[mask].mean() < LEAST:
        mask = np.zeros_like(mask)
    return mask, HEAD


def _mask_in(
    engine: ClickEngine,
    tile: ClickTile,
    features: np.ndarray,
    source: int,
    inside: Sequence[Pixel],
    outside: Sequence[Pixel],
    previous: np.ndarray,
    window: tuple[slice, slice],
) -> np.ndarray:
    """The mask by the head, bool, of a window whose sides are even."""
    rows, cols = window
    coarse = slice(rows.start // 2, rows.stop // 2), slice(cols.start // 2, cols.stop // 2)
    height, width = coarse[0].stop - coarse[0].start, coarse[1].stop - coarse[1].start
    maps = [_halved(plane[window]) for plane in (tile.strip.probability, tile.strip.contact)]
    for points in (inside, outside):
        at = torch.tensor(points, dtype=torch.float32).reshape(-1, 2)
        at = at // 2 - torch.tensor([coarse[0].start, coarse[1].start])
        maps.append(point_map(at, height, width).numpy())
    maps.append(previous[window][::2, ::2].astype(np.float32))
    logits = engine.click(features[(slice(None), *coarse)], np.stack(maps), source)
    clicked = min(logits[row - rows.start, col - cols.start] for row, col in inside)
    found: np.ndarray = logits >= max(min(clicked, 0.0), LOWEST)
    return found


def _halved(plane: np.ndarray) -> np.ndarray:
    """Mean of 2 x 2 pixels."""
    height, width = plane.shape
    mean: np.ndarray = plane.reshape(height // 2, 2, width // 2, 2).mean(axis=(1, 3))
    return mean


def _window(previous: np.ndarray, points: Sequence[Pixel], margin: int) -> tuple[slice, slice]:
    """The part of the tile within ``margin`` pixels of the points and the previous mask."""
    rows, cols = map(list, zip(*points))
    if previous.any():
        rows += np.flatnonzero(previous.any(axis=1))[[0, -1]].tolist()
        cols += np.flatnonzero(previous.any(axis=0))[[0, -1]].tolist()
    low, high = (
        slice(max(0, (min(at) - margin) // 2 * 2), min(length, (max(at) + margin) // 2 * 2 + 2))
        for at, length in zip((rows, cols), previous.shape)
    )
    return low, high


def _touches_end(mask: np.ndarray, window: tuple[slice, slice]) -> bool:
    """Whether a mask reaches an edge of the window that is not an edge of the tile."""
    rows, cols = window
    height, width = mask.shape
    ends = (
        (rows.start > 0, mask[rows.start]),
        (rows.stop < height, mask[rows.stop - 1]),
        (cols.start > 0, mask[:, cols.start]),
        (cols.stop < width, mask[:, cols.stop - 1]),
    )
    return any(goes_on and bool(line.any()) for goes_on, line in ends)
