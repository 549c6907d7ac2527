"""Test-time augmentation: mean over the turned and mirrored views of a tile."""

from __future__ import annotations

from functools import reduce
from operator import add
from typing import Optional

import numpy as np

from .predict import Engine

_Head = Optional[np.ndarray]


class TTAEngine:
    """An engine that averages the probabilities of another one over eight views of each tile.

    A turned SAR image is one with another look direction, which networks are trained on. A model
    with ``fixed_look`` is not, so only the tile and its mirror image are averaged.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._quarters = (0,) if engine.manifest.fixed_look else (0, 1, 2, 3)
        self.manifest = engine.manifest
        self.tile = engine.tile
        self.name = f"{engine.name}, mean of {2 * len(self._quarters)} views"

    def predict(
        self, sar: np.ndarray, optical: Optional[np.ndarray], hallucinate: bool = True
    ) -> tuple[_Head, _Head]:
        """As Engine.predict."""
        views = [
            self._predict_view(sar, optical, hallucinate, quarter, mirrored)
            for quarter in self._quarters
            for mirrored in (False, True)
        ]
        first, second = zip(*views, strict=True)
        return _mean(first), _mean(second)

    def _predict_view(
        self,
        sar: np.ndarray,
        optical: Optional[np.ndarray],
        hallucinate: bool,
        quarter: int,
        mirrored: bool,
    ) -> tuple[_Head, _Head]:
        """Prediction of one view, turned back."""
        heads = self._engine.predict(
            _turn(sar, quarter, mirrored),
            None if optical is None else _turn(optical, quarter, mirrored),
            hallucinate,
        )
        first, second = (None if p is None else _turn_back(p, quarter, mirrored) for p in heads)
        return first, second


def _turn(image: np.ndarray, quarter: int, mirrored: bool) -> np.ndarray:
    """Mirror [C, h, w] left to right or not, then turn it by quarters."""
    image = image[..., ::-1] if mirrored else image
    return np.ascontiguousarray(np.rot90(image, quarter, axes=(1, 2)))


def _turn_back(image: np.ndarray, quarter: int, mirrored: bool) -> np.ndarray:
    """The inverse of ``_turn``."""
    image = np.rot90(image, -quarter, axes=(1, 2))
    return image[..., ::-1] if mirrored else image


def _mean(views: tuple[_Head, ...]) -> _Head:
    known = [view for view in views if view is not None]
    return reduce(add, known) / np.float32(len(known)) if known else None
