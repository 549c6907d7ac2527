"""The door of an encoder: images in which NaN means that nothing is known."""

from __future__ import annotations

import torch
from torch import Tensor, nn


def valid_mask(image: Tensor) -> Tensor:
    """1 where at least one band of [B, C, H, W] is not NaN, else 0: float [B, 1, H, W]."""
    return torch.isfinite(image).any(dim=1, keepdim=True).float()


class MaskedBands(nn.Module):
    """Mask absent bands and pixels instead of guessing them.

    Absent values become zero, and the present ones of a pixel are scaled by bands / present, so
    that the first convolution sums to the same magnitude whether one band is there or all (the
    inverse scaling of dropout, over bands).
    """

    def forward(self, x: Tensor) -> Tensor:
        """[B, C, H, W] with NaN -> the same without."""
        present = torch.isfinite(x)
        count = present.sum(dim=1, keepdim=True).clamp(min=1)
        scale = (x.shape[1] / count).to(x.dtype)
        return torch.where(present, x, torch.zeros_like(x)) * scale
