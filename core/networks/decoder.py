"""The decoder of a branch: a top-down path that upsamples and adds, as in REF-Net's code."""

from __future__ import annotations

from torch import Tensor, nn
from torch.nn import functional as F

from .blocks import CLASSES, ResidualBlock


class Decoder(nn.Module):
    """Project encoder features to ``width`` channels and merge them from coarse to fine.

    At stride 2, where three quarters of the decoder's pixels are, there are ``fine`` channels
    (by default ``width``); a 1x1 convolution reduces the feature from stride 4 to them.
    """

    def __init__(self, channels: tuple[int, ...], width: int, fine: int | None = None) -> None:
        super().__init__()
        fine = fine or width
        widths = (fine, *[width] * (len(channels) - 1))
        self.projections = nn.ModuleList(
            nn.Conv2d(c, w, 1) for c, w in zip(channels, widths, strict=True)
        )
        self.merges = nn.ModuleList(ResidualBlock(w) for w in widths[:-1])
        self.narrow = nn.Identity() if fine == width else nn.Conv2d(width, fine, 1)
        self.logits = nn.Conv2d(fine, CLASSES, 1)

    def forward(self, features: list[Tensor]) -> Tensor:
        """Five feature maps, finest first -> decoder feature [B, fine, H / 2, W / 2]."""
        y: Tensor = self.projections[-1](features[-1])
        for i in range(len(features) - 2, -1, -1):
            finer = self.projections[i](features[i])
            y = self.narrow(y) if i == 0 else y
            y = F.interpolate(y, scale_factor=2.0, mode="bilinear", align_corners=False)
            y = self.merges[i](y + finer)
        return y
