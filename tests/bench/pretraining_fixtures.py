"""What the training of the default model reads: a photograph, packed scenes, and a pool of them."""

from __future__ import annotations

import numpy as np
import pytest

from bench.pretrain import scenes as making
from bench.pretrain.chips import BACKGROUND, BUILDING, UNKNOWN, Chip
from bench.pretrain.pool import Pool
from bench.pretrain.scenes import CITY, MOSAIC, Recipe, Sources
from tests.builders.pretraining import CPU


@pytest.fixture(scope="module")
def chip() -> Chip:
    """A green picture with two red roofs, one of them at an unknown strip."""
    rng = np.random.default_rng(0)
    rgb = rng.normal((60, 110, 50), 8, (120, 140, 3))
    mask = np.full((120, 140), BACKGROUND, np.uint8)
    for rows, cols in ((slice(20, 50), slice(20, 60)), (slice(70, 100), slice(80, 120))):
        rgb[rows, cols] += (110, -50, 0)
        mask[rows, cols] = BUILDING
    mask[:, 130:] = UNKNOWN
    return Chip("dubai_test", np.clip(rgb, 0, 255).astype(np.uint8), mask)


@pytest.fixture(scope="module")
def sources(chip) -> Sources:
    return Sources({}, [chip])


@pytest.fixture(scope="module")
def scenes(sources) -> dict[str, np.ndarray]:
    """A packed scene of each kind."""
    return {
        kind: making.make(seed, sources, Recipe(kind, True))[0]
        for seed, kind in ((1, CITY), (2, MOSAIC))
    }


@pytest.fixture
def pool(scenes) -> Pool:
    pool = Pool(4, CPU, canonical=False)
    for kind, packed in scenes.items():
        pool.add(packed, Recipe(kind, True))
    return pool
