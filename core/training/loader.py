"""Batches of a training, prepared by threads ahead of the steps that use them."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Generator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice
from typing import Optional

import numpy as np
import torch
from torch import Tensor

from ..datasets.crops import crop_batch
from ..datasets.scenes import LabelledScene
from ..hatch.jobs import TrainingSettings

WORKERS = 8

Batch = tuple[Tensor, Optional[Tensor], Tensor]


def batches(
    scenes: Sequence[LabelledScene], settings: TrainingSettings, first: int, batch_slice: slice
) -> Generator[Batch, None, None]:
    """Yield sar, optical and targets of each step from ``first`` on, as ``crop_batch`` draws them.

    Optical is None if no scene has any. A batch depends only on the seed and the number of its
    step; ``batch_slice`` is the part of it to make. Close the generator to end its threads early.
    """
    has_optical = any(np.isfinite(scene.optical).any() for scene in scenes)

    def draw(step: int) -> Batch:
        rng = np.random.default_rng((settings.seed, step))
        crops = crop_batch(
            scenes, settings.batch, settings.crop, rng, batch_slice, settings.fixed_look
        )
        sar, optical, targets = map(torch.from_numpy, crops)
        return sar, optical if has_optical else None, targets

    steps = iter(range(first, settings.steps))
    workers = min(WORKERS, os.cpu_count() or 1)
    with ThreadPoolExecutor(workers) as pool:
        queue: deque[Future[Batch]] = deque(pool.submit(draw, s) for s in islice(steps, workers))
        try:
            while queue:
                batch = queue.popleft().result()
                queue.extend(pool.submit(draw, step) for step in islice(steps, 1))
                yield batch
        finally:
            pool.shutdown(cancel_futures=True)
