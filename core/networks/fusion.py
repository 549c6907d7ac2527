"""The fusion head: combines the decoder features of the OPT or HAL branch and the SAR branch."""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn

from .blocks import CLASSES, conv_block

EDGE, CONTACT = 0, 1  # channels of ``outlines``


class FusionHead(nn.Module):
    """Conv block on each decoder feature, concatenation, conv block, and two layers of logits.

    ``logits`` are those of background and building (softmax). ``outlines`` are those of the edge of
    a building and of the contact between two buildings (a sigmoid each); the names of existing
    weights depend on this attribute. Both are rare, so they are initialised to a probability of
    0.01.
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
        """Two decoder features [B, width, h, w] -> fused feature [B, width, h, w]."""
        fused: Tensor = self.fuse(torch.cat([self.branch(branch), self.sar(sar)], dim=1))
        return fused
