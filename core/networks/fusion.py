"""The fusion head: a branch's decoder feature beside SAR's, and what is read off the two."""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn

from .blocks import CLASSES, conv_block

EDGE, CONTACT = 0, 1  # channels of ``outlines``


class FusionHead(nn.Module):
    """Conv block on each decoder feature, concatenate, conv block; then logits.

    ``logits`` are of ground and building (softmax), ``outlines`` of a building's edge and of the
    contact between two buildings (sigmoid each). The latter start at a probability of .01: both
    are rare.
    """

    def __init__(self, width: int) -> None:
        super().__init__()
        self.branch = conv_block(width, width)
        self.sar = conv_block(width, width)
        self.fuse = conv_block(2 * width, width)
        self.logits = nn.Conv2d(width, CLASSES, 1)
        self.outlines = nn.Conv2d(width, 2, 1)
        nn.init.constant_(self.outlines.bias, -math.log(99))  # type: ignore[arg-type]

    def forward(self, branch: Tensor, sar: Tensor) -> Tensor:
        """Two decoder features [B, width, h, w] -> fused feature, same shape."""
        return self.fuse(torch.cat([self.branch(branch), self.sar(sar)], dim=1))
