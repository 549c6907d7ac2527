"""What the head for clicks is trained and validated on: blocks of a labelled area."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import cycle, islice

import numpy as np
import shapely
import torch
from rasterio.features import rasterize

from core.datasets.augment import augment_optical, augment_sar
from core.datasets.labelled_area import LabelledArea
from core.datasets.scenes import LabelledScene
from core.datasets.validation_blocks import Block
from core.hatch.jobs import STRIDE
from core.networks import CMHCL
from core.networks.click_head import OPT_SAR
from core.raster.validity import valid_pixels

from .head_training import CROP, Features, features_of

CONTEXT = 128  # pixels around a block that are seen, too
TRAINING_VIEWS = 12  # training blocks, some of them several times
VALIDATION_VIEWS = 12  # validation blocks, at most


def training_views(
    network: CMHCL, area: LabelledArea, rng: np.random.Generator
) -> Iterator[list[Features]]:
    """Features of TRAINING_VIEWS random training blocks; every other view is augmented.

    What is not labelled for training, such as the validation blocks, is not known.
    """
    scene = area.training_scene()
    blocks = [block for block in area.block_split.blocks if not block.validation]
    order = [blocks[index] for index in rng.permutation(len(blocks))]
    for number, block in enumerate(islice(cycle(order), TRAINING_VIEWS if order else 0)):
        augmented = rng if number % 2 else None
        yield _view(network, area, scene, block, scene.labelled > 0, augmented)


def validation_views(
    network: CMHCL, area: LabelledArea, rng: np.random.Generator
) -> Iterator[list[Features]]:
    """Features of at most VALIDATION_VIEWS validation blocks, known in these only."""
    blocks = [block for block in area.block_split.blocks if block.validation]
    for index in rng.permutation(len(blocks))[:VALIDATION_VIEWS]:
        block = blocks[index]
        known = np.zeros(area.scene.labelled.shape, bool)
        known[block.rows, block.cols] = area.block_split.validation[block.rows, block.cols]
        yield _view(network, area, area.scene, block, known)


def _view(
    network: CMHCL,
    area: LabelledArea,
    scene: LabelledScene,
    block: Block,
    known: np.ndarray,
    rng: np.random.Generator | None = None,
) -> list[Features]:
    """Features of a block with CONTEXT around it; with ``rng`` the images are augmented.

    The buildings of OPT-SAR are known where optical is valid.
    """
    rows, cols = (
        slice(max(part.start - CONTEXT, 0), part.stop + CONTEXT)
        for part in (block.rows, block.cols)
    )
    part = scene.part(scene.name, rows, cols)
    sar, optical = (_padded(image.astype(np.float32)) for image in (part.sar, part.optical))
    if rng is not None:
        sar, optical = augment_sar(sar, rng), augment_optical(optical, rng)
    ids = np.full(sar.shape[1:], -1, np.int32)
    height, width = part.labelled.shape
    inside = _ids(area, (rows.start, cols.start), (height, width))
    ids[:height, :width] = np.where(known[rows, cols], inside, -1)
    seen = valid_pixels(optical)
    views = features_of(network, sar, optical if seen.any() else None, ids)
    unseen = torch.from_numpy(~seen[::2, ::2])
    return [
        replace(view, ids=view.ids.masked_fill(unseen, -1)) if view.source == OPT_SAR else view
        for view in views
    ]


def _ids(area: LabelledArea, place: Sequence[int], shape: tuple[int, int]) -> np.ndarray:
    """The buildings of a window of the area, int32 [h, w], from 1; 0 is background."""
    grid = area.grid.crop(place[0], place[1], *shape)
    polygons = area.labels.polygons
    near = polygons[shapely.intersects(polygons, shapely.box(*grid.bounds))]
    ids = np.zeros(shape, np.int32)
    if len(near):
        rasterize(zip(near, range(1, len(near) + 1)), out=ids, transform=grid.transform)
    return ids


def _padded(image: np.ndarray) -> np.ndarray:
    """The image with NaN below and on the right: sides are multiples of STRIDE, 2 CROP at least."""
    sides = [max(-(-side // STRIDE) * STRIDE, 2 * CROP) for side in image.shape[1:]]
    margins = [(0, new - old) for new, old in zip(sides, image.shape[1:])]
    return np.pad(image, ((0, 0), *margins), constant_values=np.nan)
