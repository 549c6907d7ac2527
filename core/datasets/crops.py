"""Random crops of labelled scenes: position, zoom and orientation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..hatch.names import TARGETS
from .augment import augment_optical, augment_sar
from .scenes import LabelledScene

ZOOM = (0.7, 1.4)
SHIFT = 2.0  # greatest shift between optical and SAR in pixels


def crop_batch(
    scenes: Sequence[LabelledScene],
    batch: int,
    size: int,
    rng: np.random.Generator,
    batch_slice: slice = slice(None),
    fixed_look: bool = False,
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Draw a batch of augmented crops.

    Scenes are drawn with a probability proportional to their area, and every crop contains
    labelled pixels. Each crop has its own random generator, so a slice of a batch equals the same
    items of the whole batch.

    Parameters
    ----------
    scenes
        Scenes to draw from.
    batch, size
        Number of crops, and their side in pixels.
    rng
        Random generator of the batch.
    batch_slice
        Part of the batch to make.
    fixed_look
        Mirror crops left to right at most, because layover falls the same way in all scenes.

    Returns
    -------
    sar : float32 [batch, 4, size, size], NaN where not valid
    optical : float32 [batch, 5, size, size], NaN where not valid
    targets : float32 [batch, len(TARGETS) + 1, size, size], 0 or 1
        In the order of TARGETS; the last is ``labelled``.
    """
    areas = np.array([scene.building.size for scene in scenes], float)
    chosen = rng.choice(len(scenes), batch, p=areas / areas.sum())
    seeds = rng.integers(2**63, size=batch)
    crops = [
        _crop(scenes[i], size, np.random.default_rng(seed), fixed_look)
        for i, seed in zip(chosen[batch_slice], seeds[batch_slice])
    ]
    sar, optical, targets = (np.stack(parts) for parts in zip(*crops))
    return sar, optical, targets


def _crop(
    scene: LabelledScene, size: int, rng: np.random.Generator, fixed_look: bool
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    window = _draw_window(scene.labelled, size, rng, fixed_look)
    shifted = window
    if rng.random() < 0.5:
        shifted = window.shifted(*rng.uniform(-SHIFT, SHIFT, 2))
    sar, optical = window.bilinear(scene.sar), shifted.bilinear(scene.optical)
    targets = [window.nearest(getattr(scene, name)) for name in (*TARGETS, "labelled")]
    return augment_sar(sar, rng), augment_optical(optical, rng), np.stack(targets)


@dataclass(frozen=True)
class _Window:
    """Rows and columns of a scene to sample, as coordinates of pixel centres.

    Descending coordinates mirror an axis, ``swap`` transposes: together the eight orientations of
    a square.
    """

    rows: np.ndarray
    cols: np.ndarray
    swap: bool

    def shifted(self, rows: float, cols: float) -> _Window:
        return _Window(self.rows + rows, self.cols + cols, self.swap)

    def bilinear(self, image: np.ndarray) -> np.ndarray:
        """Sample [C, H, W] bilinearly: float32 [C, size, size]; NaN spreads, outside is NaN."""
        part, rows, cols = self._cut(image)
        return self._oriented(_interpolate(_interpolate(part, rows, 1), cols, 2))

    def nearest(self, image: np.ndarray) -> np.ndarray:
        """Sample [H, W] by nearest neighbour: float32 [size, size], 0 outside."""
        part, rows, cols = self._cut(image[None])
        inside = np.outer(_inside(rows, part.shape[1]), _inside(cols, part.shape[2]))
        near = [
            np.clip(np.rint(at).astype(int), 0, length - 1)
            for at, length in zip((rows, cols), part.shape[1:])
        ]
        return self._oriented(part[0][np.ix_(*near)] * inside)

    def _cut(self, image: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """The part of an image to sample, float32, and the coordinates in it."""
        top, left = (max(int(at.min()), 0) for at in (self.rows, self.cols))
        bottom, right = (int(at.max()) + 2 for at in (self.rows, self.cols))
        part = image[:, top:bottom, left:right].astype(np.float32)
        return part, self.rows - top, self.cols - left

    def _oriented(self, image: np.ndarray) -> np.ndarray:
        return np.ascontiguousarray(image.swapaxes(-1, -2) if self.swap else image, np.float32)


def _draw_window(
    labelled: np.ndarray, size: int, rng: np.random.Generator, fixed_look: bool
) -> _Window:
    """Draw a window, at the scale of the scene with probability 0.5, else zoomed.

    A scene smaller than the window is padded. If only a part of the scene is labelled, the window
    contains a labelled pixel drawn uniformly.
    """
    zoom = np.exp(rng.uniform(*np.log(ZOOM))) if rng.random() < 0.5 else 1.0
    span = size / zoom
    last = [int(max(length - span, 0)) for length in labelled.shape]
    if labelled.all():
        starts = [int(rng.integers(0, stop + 1)) for stop in last]
    else:
        pixel = np.unravel_index(rng.choice(np.flatnonzero(labelled)), labelled.shape)
        starts = [int(np.clip(at - rng.uniform(0, span), 0, stop)) for at, stop in zip(pixel, last)]
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
    """Interpolate [C, H, W] linearly along one axis; NaN outside."""
    length = image.shape[axis]
    clipped = np.clip(at, 0, length - 1)
    before = np.floor(clipped).astype(int)
    shape = [1, 1, 1]
    shape[axis] = -1
    weight = (clipped - before).astype(np.float32).reshape(shape)
    # ceil, not before + 1: at a pixel centre the next pixel, maybe NaN, must not count.
    low, high = image.take(before, axis), image.take(np.ceil(clipped).astype(int), axis)
    inside = np.where(_inside(at, length), np.float32(0), np.float32(np.nan)).reshape(shape)
    values: np.ndarray = low + (high - low) * weight + inside
    return values
