"""The decoder of a branch: a top-down path that upsamples and adds, as in REF-Net's code."""

from __future__ import annotations

from torch import Tensor, nn
from torch.nn import functional as F

from .blocks import CLASSES, ResidualBlock


class Decoder(nn.Module):
    """Project encoder features to ``width`` channels and merge them from coarse to fine."""

    def __init__(self, channels: tuple[int, ...], width: int) -> None:
        super().__init__()
        self.projections = nn.ModuleList(nn.Conv2d(c, width, 1) for c in channels)
        self.merges = nn.ModuleList(ResidualBlock(width) for _ in channels[:-1])
        self.logits = nn.Conv2d(width, CLASSES, 1)

    def forward(self, features: list[Tensor]) -> Tensor:
        """Five feature maps, finest first -> decoder feature [B, width, H / 2, W / 2]."""
        y: Tensor = self.projections[-1](features[-1])
        for i in range(len(features) - 2, -1, -1):
            finer = self.projections[i](features[i])
            y = F.interpolate(y, scale_factor=2.0, mode="bilinear", align_corners=False)
            y = self.merges[i](y + finer)
        return y
