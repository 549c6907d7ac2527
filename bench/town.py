"""Synthetic predictions of any size, for benchmarks of the steps after the network."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import shapely
from rasterio.features import rasterize
from scipy.ndimage import gaussian_filter
from shapely import affinity

from core.raster.blend import Strip

BLOCK = 1024  # pixels; side of the squares that a town is composed of
_VARIANTS = 8  # of blocks, each placed in eight ways
_NOISE = 1.2  # standard deviation of logits
_CORRELATION = 2.0  # pixels, of the noise


class Town:
    """Predictions of houses of all sizes and angles, single and in rows that share walls.

    Equal for equal ``seed``. Blocks of BLOCK pixels repeat, turned and mirrored at random, so that
    a raster of any size costs the memory of a few.
    """

    def __init__(self, seed: int = 0, variants: int = _VARIANTS) -> None:
        rng = np.random.default_rng(seed)
        self._seed = seed
        self._blocks = [_block(rng) for _ in range(variants)]

    def strips(self, width: int, height: int, rows: int) -> Iterator[Strip]:
        """A prediction of ``height`` x ``width`` pixels in strips of ``rows``, which divide BLOCK.

        Three of four pixels come from the OPT-SAR head, and all are valid.
        """
        for top in range(0, height, rows):
            probability, contact = self._rows(width, top, min(rows, height - top))
            valid = np.ones(probability.shape, bool)
            share = np.zeros(probability.shape, np.float32)
            share[:, : width * 3 // 4] = 1
            yield Strip(top, probability, contact, valid, share)

    def _rows(self, width: int, top: int, rows: int) -> np.ndarray:
        """Probability and contact, float32 [2, rows, width]."""
        rng = np.random.default_rng([self._seed, top // BLOCK])
        within = np.s_[top % BLOCK : top % BLOCK + rows]
        pieces = []
        for _ in range(0, width, BLOCK):
            block = self._blocks[rng.integers(len(self._blocks))]
            turned = np.rot90(block, int(rng.integers(4)), axes=(1, 2))
            pieces.append((turned[:, :, ::-1] if rng.random() < 0.5 else turned)[:, within])
        return np.concatenate(pieces, axis=2)[:, :, :width]


def _block(rng: np.random.Generator) -> np.ndarray:
    """Probability and contact of a block, float32 [2, BLOCK, BLOCK]."""
    ids = rasterize(
        [(house, i + 1) for i, house in enumerate(_houses(rng))], (BLOCK, BLOCK), dtype="int32"
    )
    apart = np.zeros(ids.shape, bool)
    for here, there in ((np.s_[:, 1:], np.s_[:, :-1]), (np.s_[1:], np.s_[:-1])):
        walls = (ids[here] != ids[there]) & (ids[here] > 0) & (ids[there] > 0)
        apart[here] |= walls
        apart[there] |= walls
    noise = gaussian_filter(rng.normal(0, 1, ids.shape), _CORRELATION)
    noise *= _NOISE / noise.std()
    logit = 12 * gaussian_filter((ids > 0).astype(np.float32), 1.2) - 6.5 + noise
    contact = np.clip(1.4 * gaussian_filter(apart.astype(np.float32), 0.7), 0, 1)
    return np.stack([1 / (1 + np.exp(-logit)), contact]).astype(np.float32)


def _houses(rng: np.random.Generator) -> list[shapely.Polygon]:
    """Houses of a block on a lattice of plots; about half of the plots have rows of houses."""
    houses = []
    plots = 8
    side = BLOCK / plots
    for place in np.ndindex(plots, plots):
        x, y = (np.array(place) + 0.5) * side
        if rng.random() < 0.3:  # a row of houses
            width, depth, count = rng.uniform(11, 20), rng.uniform(16, 26), int(rng.integers(3, 7))
            boxes = [shapely.box(i * width, 0, (i + 1) * width, depth) for i in range(count)]
            middle = (count * width / 2, depth / 2)
        else:
            boxes, middle = _single_houses(rng), (0, 0)
        angle = rng.uniform(0, 90)
        houses += [
            affinity.translate(affinity.rotate(box, angle, middle), x - middle[0], y - middle[1])
            for box in boxes
        ]
    return houses


def _single_houses(rng: np.random.Generator) -> list[shapely.Polygon]:
    """A large building, or up to two small ones, around 0, 0."""
    if rng.random() < 0.3:
        width, depth = rng.uniform(30, 90, 2)
        house = shapely.box(-width / 2, -depth / 2, width / 2, depth / 2)
        if rng.random() < 0.5:  # an L
            return [house.difference(shapely.box(0, 0, width, depth))]
        return [house.difference(shapely.Point(0, 0).buffer(8))] if width > 50 < depth else [house]
    offsets = (-30, 0) if rng.random() < 0.7 else (-30,)
    return [
        shapely.box(offset, 0, offset + rng.uniform(9, 24), rng.uniform(9, 30))
        for offset in offsets
    ]
