"""Watershed that labels the buildings of a mask and separates touching ones.

After the watershed of the SpaceNet 6 winner: a seed is what remains of a building without the
pixels of contact and of low probability, and seeds grow back into these pixels. Which pixels are
building is decided before, by ``building_mask``.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..raster.blend import Strip
from .connected import components, grid_of

MIN_SEED_PROBABILITY = 0.6  # least p * (1 - contact) of a seed pixel; the winner has 0.75
MAX_GROWTH = 8  # pixels by which a seed grows at most; strips of contact are far narrower
MIN_SEED_PIXELS = 16  # pixels; smaller patches between strips of contact are not buildings
_CONTEXT = MIN_SEED_PIXELS + MAX_GROWTH  # rows above and below that a pixel's id depends on


@dataclass(frozen=True)
class InstanceRows:
    """Finished rows as an image of instances, of which only building pixels [k] are stored.

    Attributes
    ----------
    height
        Number of rows.
    places : int64 [k]
        row * (width + 1) + column of each building pixel, in ascending order.
    ids : int32 [k]
        1 to ``count``, all of which occur. An id is one building; a building whose parts meet in
        other rows has several.
    count
        Number of ids.
    above : int32 [width of the raster]
        The previous row with the same ids, 0 in the background and for buildings that are not in
        these rows.
    probability, optical_share : float32 [k]
        Those of the strip.
    """

    height: int
    places: np.ndarray
    ids: np.ndarray
    count: int
    above: np.ndarray
    probability: np.ndarray
    optical_share: np.ndarray

    @classmethod
    def of_image(
        cls, ids: np.ndarray, above: np.ndarray, probability: np.ndarray, optical_share: np.ndarray
    ) -> InstanceRows:
        """From images [h, w] of ids, 0 in the background, and of values."""
        rows, cols = np.nonzero(ids)
        places = rows * (ids.shape[1] + 1) + cols
        found = ids[rows, cols].astype(np.int32)
        values = probability[rows, cols], optical_share[rows, cols]
        return cls(len(ids), places, found, int(found.max(initial=0)), above, *values)


@dataclass(frozen=True)
class _Pixels:
    """Building pixels [k] in ascending order of ``places``, as in InstanceRows."""

    places: np.ndarray
    seeds: np.ndarray
    probability: np.ndarray
    optical_share: np.ndarray

    def between(self, start: int, stop: int) -> _Pixels:
        """Pixels from ``start`` to ``stop``; their places are then relative to ``start``."""
        part = slice(*np.searchsorted(self.places, (start, stop)))
        return _Pixels(
            self.places[part] - start,
            self.seeds[part],
            self.probability[part],
            self.optical_share[part],
        )

    def followed_by(self, other: _Pixels) -> _Pixels:
        """Append pixels at greater places."""
        return _Pixels(
            np.concatenate([self.places, other.places]),
            np.concatenate([self.seeds, other.seeds]),
            np.concatenate([self.probability, other.probability]),
            np.concatenate([self.optical_share, other.optical_share]),
        )


class Watershed:
    """Labels buildings strip by strip, with the same result as on the whole raster.

    Building pixels with p * (1 - contact) of at least MIN_SEED_PROBABILITY, where p is the
    probability of building, form seeds if MIN_SEED_PIXELS or more are 4-connected. Seeds grow into
    adjacent building pixels, one pixel at a time, by up to MAX_GROWTH pixels, so that two that meet
    share a wall. Building pixels that no seed reaches are labelled by 4-connectivity.
    """

    def __init__(self) -> None:
        nothing = np.empty(0, np.float32)
        self._held = _Pixels(np.empty(0, np.int64), np.empty(0, bool), nothing, nothing)
        self._height = 0  # rows that are held
        self._done = 0  # of these, rows that are finished and held as context
        self._width = 0

    def add(self, strip: Strip, mask: np.ndarray) -> InstanceRows:
        """Add the next strip and its building pixels, ``mask``: bool [h, width of the raster].

        Returns the rows that are finished now. They are earlier rows than those of the strip, and
        there may be none.
        """
        self._width = mask.shape[1]
        self._held = self._held.followed_by(_pixels(strip, mask, self._height))
        self._height += len(mask)
        return self._finished(max(self._done, self._height - _CONTEXT))

    def flush(self) -> InstanceRows:
        """The remaining rows, once the last strip has been added (at least one)."""
        return self._finished(self._height)

    def _finished(self, end: int) -> InstanceRows:
        """The next rows up to ``end``; what is no longer needed is released."""
        rows = _instances(self._held, slice(self._done, end), self._height, self._width)
        start = max(0, end - _CONTEXT)
        stride = self._width + 1
        self._held = self._held.between(start * stride, self._height * stride)
        self._height -= start
        self._done = end - start
        return rows


def instances(strip: Strip, mask: np.ndarray) -> np.ndarray:
    """Ids of buildings, int32 [h, w], 0 in the background, where the strip is the whole raster."""
    height, width = mask.shape
    rows = _instances(_pixels(strip, mask, 0), slice(0, height), height, width)
    return grid_of(rows.places, rows.ids, height, width)[1:-1, :-1]


def _pixels(strip: Strip, mask: np.ndarray, row: int) -> _Pixels:
    """The building pixels of a strip that begins in this row."""
    flat = np.flatnonzero(mask)
    probability = strip.probability.ravel()[flat]
    certain = probability * (1 - strip.contact.ravel()[flat]) >= MIN_SEED_PROBABILITY
    width = mask.shape[1]
    places = flat + (flat // width) + row * (width + 1)
    return _Pixels(places, certain, probability, strip.optical_share.ravel()[flat])


def _instances(pixels: _Pixels, rows: slice, height: int, width: int) -> InstanceRows:
    """The instances in ``rows`` of pixels that are in ``height`` rows."""
    stride = width + 1
    seeds = np.flatnonzero(pixels.seeds)
    seed_ids = components(pixels.places[seeds], stride) + 1
    count = int(seed_ids.max(initial=0))
    large = np.bincount(seed_ids, minlength=1) >= MIN_SEED_PIXELS
    ids = np.zeros(len(pixels.places), np.int32)
    ids[seeds] = np.where(large[seed_ids], seed_ids, 0)
    _grow(ids, pixels.places, height, width)
    # Without the context rows: near its ends seeds from beyond may be missing.
    above = max(rows.start - 1, 0)
    first, start, stop = np.searchsorted(
        pixels.places, np.array([above, rows.start, rows.stop]) * stride
    )
    rest = first + np.flatnonzero(ids[first:stop] == 0)
    ids[rest] = components(pixels.places[rest], stride) + count + 1
    # Renumber without the buildings that are only in the context rows.
    present = np.bincount(ids[start:stop], minlength=ids.max(initial=0) + 1) > 0
    new_ids = np.cumsum(present, dtype=np.int32) * present
    row_above = np.zeros(width, np.int32)
    if rows.start:
        row_above[pixels.places[first:start] - above * stride] = new_ids[ids[first:start]]
    current = pixels.between(rows.start * stride, rows.stop * stride)
    return InstanceRows(
        rows.stop - rows.start,
        current.places,
        new_ids[ids[start:stop]],
        int(present.sum()),
        row_above,
        current.probability,
        current.optical_share,
    )


def _grow(ids: np.ndarray, places: np.ndarray, height: int, width: int) -> None:
    """Grow ids [k] of pixels into those with 0, MAX_GROWTH times by 4-connectivity.

    Where several meet, a fixed order of directions decides, which is the same in any window.
    """
    free = np.flatnonzero(ids == 0)
    flat = grid_of(places, ids, height, width).reshape(-1)
    stride = width + 1
    target = places[free] + stride
    for _ in range(MAX_GROWTH):
        grown = np.zeros(len(target), np.int32)
        for step in (-stride, -1, 1, stride):
            grown = np.where(grown > 0, grown, flat[target + step])
        flat[target] = grown
        target = target[grown == 0]
    ids[free] = flat[places[free] + stride]
