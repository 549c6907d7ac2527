"""The mask of the building at clicked points: by the head for clicks, else by growing."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch

from ..footprints.grow import Pixel, grow, linked, part_at
from ..networks.click_head import HAL_SAR, OPT_SAR, point_map
from .click_tile import ClickTile
from .predict import ClickEngine

GROWING, HEAD = "growing", "head"  # how a mask was found
MARGINS = (48, 128)  # pixels around points and previous mask; the wider one for large buildings
LOWEST = -2.0  # logit of the first point, below which there is no building
CLEAR = 0.5  # logit that further points get at least, on their side
SPREAD = 4.0  # pixels, standard deviation of the correction around such a point
ROUNDS = 3  # of corrections, as those of points near by meet
# Mean probability of a mask by the head, below which a single click is on background: it would be
# shown as a confidence of 0 %.
LEAST = 0.005


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
    joined = linked(mask, inside)
    if not any(joined[point] for point in outside):
        mask = joined
    mask = part_at(mask & tile.strip.valid, inside)
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
    first, *further = ((row - rows.start, col - cols.start) for row, col in inside)
    others = [(row - rows.start, col - cols.start) for row, col in outside]
    level = max(min(float(logits[first]), 0.0), LOWEST)
    found: np.ndarray = _corrected(logits - level, further, others) >= 0
    return found


def _corrected(logits: np.ndarray, inside: Sequence[Pixel], outside: Sequence[Pixel]) -> np.ndarray:
    """Logits [h, w], raised around points inside and lowered around points outside.

    Points that the head leaves on the wrong side are corrected where they are, not everywhere.
    """
    rows, cols = np.ogrid[: logits.shape[0], : logits.shape[1]]
    for _ in range(ROUNDS):
        for sign, points in ((1, inside), (-1, outside)):
            for row, col in points:
                lacking = max(CLEAR - sign * float(logits[row, col]), 0.0)
                squares = (rows - row) ** 2 + (cols - col) ** 2
                logits = logits + sign * lacking * np.exp(-squares / (2 * SPREAD**2))
    return logits


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
