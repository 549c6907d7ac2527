"""What needs no training: everything is building, and bright pixels are."""

from __future__ import annotations

from itertools import product
from typing import Self

import torch
from torch import Tensor
from torch.nn import functional as F

from bench.pretrain.validation import average_precision
from core.datasets.scenes import LabelledScene
from core.training.validation import padded

WINDOW = 5  # pixels
SHIFTS = range(-8, 9, 4)  # pixels, down and to the right


class Everything:
    """The same probability everywhere: the average precision is the share of buildings."""

    def eval(self) -> Self:
        return self

    def predict(self, sar: Tensor, _: Tensor | None) -> tuple[Tensor, None]:
        """Probability of building [B, 1, H, W]."""
        return torch.full_like(sar[:, :1], 0.5), None


class Brightness(Everything):
    """The mean brightness of all polarisations over 5 x 5 pixels."""

    def predict(self, sar: Tensor, _: Tensor | None) -> tuple[Tensor, None]:
        """Probability of building [B, 1, H, W]."""
        band = sar.float().nanmean(dim=1, keepdim=True).nan_to_num()
        mean = F.avg_pool2d(band, WINDOW, 1, WINDOW // 2, count_include_pad=False)
        return mean.sigmoid(), None


def displaced_brightness(scene: LabelledScene) -> float:
    """Average precision of brightness, displaced as a whole to where it is highest.

    How well buildings stand out as bright areas, also where layover has moved them. NaN for a scene
    without buildings.
    """
    truth = torch.from_numpy(scene.building > 0)
    seen = torch.from_numpy(scene.evaluation_mask)
    height, width = truth.shape
    bright = Brightness().predict(padded(scene.sar), None)[0][0, 0, :height, :width]
    return max(
        average_precision(bright.roll(shift, (0, 1)), truth, seen)
        for shift in product(SHIFTS, SHIFTS)
    )


BASELINES = {"everything is building": Everything, "brightness, 5 x 5 px": Brightness}
