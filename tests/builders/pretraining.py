"""A labelled scene to validate a training of the default model on."""

from __future__ import annotations

import numpy as np
import torch

from core.datasets.scenes import LabelledScene, all_labelled

CPU = torch.device("cpu")


def labelled(size: int = 96) -> LabelledScene:
    rng = np.random.default_rng(3)
    sar = rng.normal(0, 1, (4, size, size)).astype(np.float16)
    sar[:2] = np.nan
    sar[:, :, :10] = np.nan
    optical = np.full((5, size, size), np.nan, np.float16)
    optical[:3] = rng.normal(0, 1, (3, size, size))
    building = np.zeros((size, size), np.uint8)
    building[30:60, 30:60] = 1
    nothing = np.zeros_like(building)
    return LabelledScene(
        "one", sar, optical, building, nothing, nothing, all_labelled((size, size))
    )
