"""The fusion head: a branch's decoder feature beside SAR's."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from .blocks import CLASSES, conv_block


class FusionHead(nn.Module):
    """Conv block on each decoder feature, concatenate, conv block; then logits."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.branch = conv_block(width, width)
        self.sar = conv_block(width, width)
        self.fuse = conv_block(2 * width, width)
        self.logits = nn.Conv2d(width, CLASSES, 1)

    def forward(self, branch: Tensor, sar: Tensor) -> Tensor:
        """Two decoder features [B, width, h, w] -> fused feature, same shape."""
        return self.fuse(torch.cat([self.branch(branch), self.sar(sar)], dim=1))
