"""Building blocks shared by several modules."""

from __future__ import annotations

from torch import Tensor, nn
from torch.nn import functional as F

CLASSES = 2  # background, building: softmax over two classes, as in REF-Net's code


def conv_block(in_channels: int, out_channels: int, kernel: int = 3) -> nn.Sequential:
    """Convolution of kernel x kernel pixels, batch norm, ReLU."""
    return nn.Sequential(
        nn.Conv2d(in_channels, out_channels, kernel, padding=kernel // 2, bias=False),
        nn.BatchNorm2d(out_channels),
        nn.ReLU(inplace=True),
    )


class ResidualBlock(nn.Module):
    """Residual block: 3x3 conv-BN-ReLU, 3x3 conv-BN, add the input, ReLU."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.first = conv_block(width, width)
        self.conv = nn.Conv2d(width, width, 3, padding=1, bias=False)
        self.norm = nn.BatchNorm2d(width)

    def forward(self, x: Tensor) -> Tensor:
        """[B, width, H, W] -> [B, width, H, W]."""
        return F.relu(self.norm(self.conv(self.first(x))) + x)
