"""Test-time augmentation: mean over rotated, mirrored and scaled views of a tile."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from operator import add
from typing import Optional

import numpy as np
from affine import Affine

from ..hatch.jobs import STRIDE
from ..raster.bilinear import resample
from .predict import Engine

_Head = Optional[np.ndarray]


class TTAEngine:
    """An engine that averages the probabilities of another one over several views of each tile.

    The views are the four rotations of the tile and their mirror images, at each of ``scales``. A
    rotated SAR image has another look direction, which networks are trained on. A model with
    ``fixed_look`` is not, so for it only the tile and its mirror image are used.
    """

    def __init__(self, engine: Engine, scales: Sequence[float] = (1.0,)) -> None:
        self._engine = engine
        quarters = (0,) if engine.manifest.fixed_look else (0, 1, 2, 3)
        self._views = [
            _View(quarter, mirrored, scale)
            for scale in scales
            for quarter in quarters
            for mirrored in (False, True)
        ]
        self.manifest = engine.manifest
        self.tile, self.streams = engine.tile, engine.streams
        self.name = f"{engine.name}, mean of {len(self._views)} views"

    def predict(
        self, sar: np.ndarray, optical: Optional[np.ndarray], hallucinate: bool = True
    ) -> tuple[_Head, _Head]:
        """As ``Predictor.predict``."""
        predicted = [self._predict_view(sar, optical, hallucinate, view) for view in self._views]
        first, second = zip(*predicted, strict=True)
        return _mean(first), _mean(second)

    def _predict_view(
        self, sar: np.ndarray, optical: Optional[np.ndarray], hallucinate: bool, view: _View
    ) -> tuple[_Head, _Head]:
        """Prediction of one view, put back in place on the tile."""
        heads = self._engine.predict(
            view.of(sar), None if optical is None else view.of(optical), hallucinate
        )
        shape = sar.shape[1:]
        first, second = (None if p is None else view.back(p, shape) for p in heads)
        return first, second


@dataclass(frozen=True)
class _View:
    """A view of a tile: scaled, mirrored left to right or not, then rotated by quarter turns."""

    quarter: int
    mirrored: bool
    scale: float

    def of(self, tile: np.ndarray) -> np.ndarray:
        """The view of a tile [C, h, w]."""
        height, width = (
            max(STRIDE, round(side * self.scale / STRIDE) * STRIDE) for side in tile.shape[1:]
        )
        image = _resized(tile, (height, width))
        image = image[..., ::-1] if self.mirrored else image
        return np.ascontiguousarray(np.rot90(image, self.quarter, axes=(1, 2)))

    def back(self, image: np.ndarray, shape: tuple[int, ...]) -> np.ndarray:
        """What was predicted for a view, [C, ...], on the tile [h, w]."""
        image = np.rot90(image, -self.quarter, axes=(1, 2))
        image = image[..., ::-1] if self.mirrored else image
        return _resized(image, shape)


def _resized(image: np.ndarray, shape: tuple[int, ...]) -> np.ndarray:
    """Resample [C, h, w] to another height and width; itself if it has them."""
    (height, width), (rows, cols) = image.shape[1:], shape
    if (height, width) == (rows, cols):
        return image
    target = Affine.scale(width / cols, height / rows)
    return resample(image, Affine.identity(), target, (rows, cols))


def _mean(views: tuple[_Head, ...]) -> _Head:
    known = [view for view in views if view is not None]
    return reduce(add, known) / np.float32(len(known)) if known else None
