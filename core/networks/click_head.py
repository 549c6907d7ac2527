"""The head for clicks: the mask of one building from fused features and points.

Encoder once, head per click, as in SAM (Kirillov et al. 2023) and RITM (Sofiiuk et al. 2022).
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from .blocks import conv_block

HAL_SAR, OPT_SAR = 0, 1  # the fusion head that features are from
MAPS = 5  # probability of building and of contact, points inside, points outside, previous mask
WIDTH = 24
DILATIONS = (1, 2, 4, 8, 16, 1)
REACH = 4.0  # pixels at stride 2 at which the map of a point has fallen to a half


class DilatedBlock(nn.Module):
    """3x3 convolution with a dilation, batch norm, add the input, ReLU."""

    def __init__(self, width: int, dilation: int) -> None:
        super().__init__()
        self.conv = nn.Conv2d(width, width, 3, padding=dilation, dilation=dilation, bias=False)
        self.norm = nn.BatchNorm2d(width)

    def forward(self, x: Tensor) -> Tensor:
        """[B, width, h, w] -> [B, width, h, w]."""
        return F.relu(self.norm(self.conv(x)) + x)


class ClickHead(nn.Module):
    """A convolution for the features of each fusion head, then dilated ones for both."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.enter = nn.ModuleList(conv_block(channels + MAPS, WIDTH) for _ in (HAL_SAR, OPT_SAR))
        self.body = nn.Sequential(*(DilatedBlock(WIDTH, dilation) for dilation in DILATIONS))
        self.logits = nn.Conv2d(WIDTH, 1, 1)

    def forward(self, features: Tensor, maps: Tensor, source: int) -> Tensor:
        """Logits of the building at the points, [B, 1, h, w].

        Parameters
        ----------
        features
            Fused features [B, C, h, w] at stride 2 of the fusion head ``source``.
        maps
            [B, MAPS, h, w], 0 to 1: probabilities of building and of contact, ``point_map`` of
            the points inside and outside, and the previous mask, 0 if there is none.
        """
        entered = self.enter[source](torch.cat([features, maps], dim=1))
        logits: Tensor = self.logits(self.body(entered))
        return logits


def point_map(points: Tensor, height: int, width: int) -> Tensor:
    """1 at points [n, 2] (row, column), falling with the distance to the nearest: [h, w]."""
    if len(points) == 0:
        return torch.zeros(height, width)
    rows = torch.arange(height)[:, None, None] - points[:, 0]
    cols = torch.arange(width)[None, :, None] - points[:, 1]
    distance = (rows.square() + cols.square()).amin(dim=2).sqrt()
    return REACH / (REACH + distance)
