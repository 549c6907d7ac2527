"""Random crops of labelled scenes: which window, at what size and which way round."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from .augment import augment_optical, augment_sar
from .scenes import LabelledScene

ZOOM = (0.7, 1.4)
SHIFT = 2.0  # pixels by which optical may miss SAR


def crop_batch(
    scenes: Sequence[LabelledScene],
    batch: int,
    size: int,
    rng: np.random.Generator,
    share: slice = slice(None),
    fixed_look: bool = False,
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """(sar [batch, 4, size, size], optical [batch, 5, size, size], targets [batch, 4, size, size])

    float32. Images are NaN where nothing is known; targets are building, edge, contact and known,
    0 or 1. Scenes are drawn by their area, and a crop shows ground on which the labels hold. With
    ``fixed_look`` crops are mirrored left to right at most, for scenes turned so that layover
    falls the same way in all.

    Each crop has random numbers of its own, so ``share`` of a batch holds the very crops that lie
    in those places of the whole batch.
    """
    areas = np.array([scene.building.size for scene in scenes], float)
    chosen = rng.choice(len(scenes), batch, p=areas / areas.sum())
    seeds = rng.integers(2**63, size=batch)
    crops = [
        _crop(scenes[i], size, np.random.default_rng(seed), fixed_look)
        for i, seed in zip(chosen[share], seeds[share])
    ]
    sar, optical, targets = (np.stack(parts) for parts in zip(*crops))
    return sar, optical, targets


def _crop(
    scene: LabelledScene, size: int, rng: np.random.Generator, fixed_look: bool
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    window = _draw_window(scene.known, size, rng, fixed_look)
    aside = window
    if rng.random() < 0.5:
        aside = window.shifted(*rng.uniform(-SHIFT, SHIFT, 2))
    sar, optical = window.bilinear(scene.sar), aside.bilinear(scene.optical)
    maps = scene.building, scene.edge, scene.contact, scene.known
    targets = [window.nearest(image) for image in maps]
    return augment_sar(sar, rng), augment_optical(optical, rng), np.stack(targets)


@dataclass(frozen=True)
class _Window:
    """Which rows and columns of a scene a crop shows, as coordinates of their pixels' centres.

    Coordinates that run backwards mirror. Either axis mirrored or not, and both swapped or not,
    are the eight ways to lay a square.
    """

    rows: np.ndarray
    cols: np.ndarray
    swap: bool

    def shifted(self, rows: float, cols: float) -> _Window:
        return _Window(self.rows + rows, self.cols + cols, self.swap)

    def bilinear(self, image: np.ndarray) -> np.ndarray:
        """[C, H, W] -> float32 [C, size, size]; NaN beyond the image and from NaN."""
        part, rows, cols = self._cut(image)
        return self._laid(_interpolate(_interpolate(part, rows, 1), cols, 2))

    def nearest(self, image: np.ndarray) -> np.ndarray:
        """[H, W] -> float32 [size, size]; 0 beyond the image."""
        part, rows, cols = self._cut(image[None])
        inside = np.outer(_inside(rows, part.shape[1]), _inside(cols, part.shape[2]))
        near = [
            np.clip(np.rint(at).astype(int), 0, length - 1)
            for at, length in zip((rows, cols), part.shape[1:])
        ]
        return self._laid(part[0][np.ix_(*near)] * inside)

    def _cut(self, image: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """What the window needs of the image, float32, and rows and columns counted in it."""
        top, left = (max(int(at.min()), 0) for at in (self.rows, self.cols))
        bottom, right = (int(at.max()) + 2 for at in (self.rows, self.cols))
        part = image[:, top:bottom, left:right].astype(np.float32)
        return part, self.rows - top, self.cols - left

    def _laid(self, image: np.ndarray) -> np.ndarray:
        return np.ascontiguousarray(image.swapaxes(-1, -2) if self.swap else image, np.float32)


def _draw_window(
    known: np.ndarray, size: int, rng: np.random.Generator, fixed_look: bool
) -> _Window:
    """Half of the time at the scene's own scale, where each pixel is one of the scene's.

    A scene smaller than the window lies in it with nothing around. Where labels hold in a part of
    the scene only, the window holds a pixel of that part, each as likely as any other.
    """
    zoom = np.exp(rng.uniform(*np.log(ZOOM))) if rng.random() < 0.5 else 1.0
    span = size / zoom
    room = [int(max(length - span, 0)) for length in known.shape]
    if known.all():
        starts = [int(rng.integers(0, last + 1)) for last in room]
    else:
        shown = np.unravel_index(rng.choice(np.flatnonzero(known)), known.shape)
        starts = [int(np.clip(at - rng.uniform(0, span), 0, last)) for at, last in zip(shown, room)]
    axes = [start + (np.arange(size) + 0.5) / zoom - 0.5 for start in starts]
    mirror_rows, mirror_cols, swap = rng.random(3) < 0.5
    rows, cols = axes
    return _Window(
        rows[::-1] if mirror_rows and not fixed_look else rows,
        cols[::-1] if mirror_cols else cols,
        bool(swap) and not fixed_look,
    )


def _inside(at: np.ndarray, length: int) -> np.ndarray:
    return (at >= -0.5) & (at <= length - 0.5)


def _interpolate(image: np.ndarray, at: np.ndarray, axis: int) -> np.ndarray:
    """Linear along one axis of [C, H, W] at these coordinates; NaN beyond the image."""
    length = image.shape[axis]
    place = np.clip(at, 0, length - 1)
    before = np.floor(place).astype(int)
    shape = [1, 1, 1]
    shape[axis] = -1
    share = (place - before).astype(np.float32).reshape(shape)
    # ceil and not before + 1: a place on a pixel's centre asks nothing of the pixel after it.
    low, high = image.take(before, axis), image.take(np.ceil(place).astype(int), axis)
    inside = np.where(_inside(at, length), np.float32(0), np.float32(np.nan)).reshape(shape)
    return low + (high - low) * share + inside
