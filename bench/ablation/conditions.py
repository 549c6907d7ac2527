"""The conditions of training under which rows are compared. Test and validation keep their labels.

A condition changes the training scenes or the crops, never the radar.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

import numpy as np
from rasterio.features import rasterize
from scipy.ndimage import shift

from bench.pretrain.chips import PIXEL_M

from .data import BenchmarkScene

Scenes = Sequence[BenchmarkScene]
LABELLED = 12  # scenes of the condition with few labels, half of them photographs
SHIFT_M = 5.0
SEED = 7


@dataclass(frozen=True)
class Condition:
    """``change``: of the training scenes. ``quarter_turns``: whether crops are turned by them."""

    name: str
    note: str
    change: Callable[[Scenes], Scenes] = tuple
    quarter_turns: bool = True


def left_out(scenes: Scenes, share: float) -> Scenes:
    """Scenes in whose labels this share of the buildings is background."""
    rng = np.random.default_rng(SEED)
    return [_without(scene, rng.random(len(scene.footprints)) < share) for scene in scenes]


def shifted(scenes: Scenes, most_m: float) -> Scenes:
    """Scenes whose labels are displaced by up to ``most_m`` metres, each in a random direction."""
    rng = np.random.default_rng(SEED)
    found = []
    for scene in scenes:
        distance, angle = rng.uniform(0, most_m) / PIXEL_M, rng.uniform(0, 2 * math.pi)
        by = distance * math.sin(angle), distance * math.cos(angle)
        found.append(replace(scene, building=shift(scene.building, by, order=0, mode="nearest")))
    return found


def first(scenes: Scenes, count: int) -> Scenes:
    """The first scenes alone."""
    return scenes[:count]


def _without(scene: BenchmarkScene, dropped: np.ndarray) -> BenchmarkScene:
    if not dropped.any():
        return scene
    gone = rasterize(
        [(p, 1) for p in scene.footprints[dropped]], scene.building.shape, dtype=np.uint8
    )
    return replace(scene, building=scene.building & (gone == 0))


STANDARD = Condition("", "all labels, crops turned by quarters")
FEW = Condition(
    f"{LABELLED} labelled", "the other scenes are not there", partial(first, count=LABELLED)
)
CONDITIONS = (
    Condition("20 % left out", "of the buildings, in the labels", partial(left_out, share=0.2)),
    Condition("40 % left out", "of the buildings, in the labels", partial(left_out, share=0.4)),
    Condition("shifted", "labels, by 0 to 5 m", partial(shifted, most_m=SHIFT_M)),
    FEW,
    Condition("one look", "crops mirrored, not turned: one look direction", quarter_turns=False),
)
