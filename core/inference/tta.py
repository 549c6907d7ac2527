"""Test-time averaging: an engine that looks at every tile the eight ways round."""

from __future__ import annotations

from functools import reduce
from operator import add
from typing import Optional

import numpy as np

from .predict import Engine

_Head = Optional[np.ndarray]


class TTAEngine:
    """The mean of an engine's probabilities over the turns and mirror images of a tile.

    A radar scene that is turned is one with another look direction, which the network has learnt
    to take; a model of ``fixed_look`` has not, and its tiles are mirrored left to right alone.
    An engine itself; eight times slower (two times with ``fixed_look``).
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
        """The engine's answer to one view, laid as the tile lies."""
        heads = self._engine.predict(
            _turn(sar, quarter, mirrored),
            None if optical is None else _turn(optical, quarter, mirrored),
            hallucinate,
        )
        first, second = (None if p is None else _turn_back(p, quarter, mirrored) for p in heads)
        return first, second


def _turn(image: np.ndarray, quarter: int, mirrored: bool) -> np.ndarray:
    """[C, h, w] mirrored left to right or not, then turned by quarters."""
    image = image[..., ::-1] if mirrored else image
    return np.ascontiguousarray(np.rot90(image, quarter, axes=(1, 2)))


def _turn_back(image: np.ndarray, quarter: int, mirrored: bool) -> np.ndarray:
    """What ``_turn`` was given."""
    image = np.rot90(image, -quarter, axes=(1, 2))
    return image[..., ::-1] if mirrored else image


def _mean(views: tuple[_Head, ...]) -> _Head:
    known = [view for view in views if view is not None]
    return reduce(add, known) / np.float32(len(known)) if known else None
