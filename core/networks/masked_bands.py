"""Masking of missing bands and pixels at the input of an encoder."""

from __future__ import annotations

import torch
from torch import Tensor, nn


def valid_mask(image: Tensor) -> Tensor:
    """1 where at least one band of [B, C, H, W] is not NaN, else 0: float [B, 1, H, W]."""
    return torch.isfinite(image).any(dim=1, keepdim=True).float()


class MaskedBands(nn.Module):
    """Replace NaN by zero and rescale the remaining bands of each pixel.

    Valid values are multiplied by the number of bands over the number of valid bands, so that the
    first convolution has the same magnitude for any number of valid bands (as in inverted dropout).
    """

    def forward(self, x: Tensor) -> Tensor:
        """[B, C, H, W] with NaN -> [B, C, H, W] without."""
        valid = torch.isfinite(x)
        count = valid.sum(dim=1, keepdim=True).clamp(min=1)
        scale = (x.shape[1] / count).to(x.dtype)
        return torch.where(valid, x, torch.zeros_like(x)) * scale
