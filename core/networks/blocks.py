"""Small parts that several modules are made of."""

from __future__ import annotations

from torch import Tensor, nn
from torch.nn import functional as F

CLASSES = 2  # ground, building: two-class softmax as in the paper's neighbouring code


def conv_block(inside: int, outside: int) -> nn.Sequential:
    """3x3 convolution, batch norm, ReLU."""
    return nn.Sequential(
        nn.Conv2d(inside, outside, 3, padding=1, bias=False),
        nn.BatchNorm2d(outside),
        nn.ReLU(inplace=True),
    )


class ResidualBlock(nn.Module):
    """3x3 conv-BN-ReLU, 3x3 conv-BN, plus identity, ReLU."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.first = conv_block(width, width)
        self.conv = nn.Conv2d(width, width, 3, padding=1, bias=False)
        self.norm = nn.BatchNorm2d(width)

    def forward(self, x: Tensor) -> Tensor:
        """[B, width, H, W] -> the same shape."""
        return F.relu(self.norm(self.conv(self.first(x))) + x)
