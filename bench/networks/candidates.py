"""The networks that are compared: encoder, first weights, and width or stride of the finest level.

All decoders have 48 channels. That of ``fast`` narrows to 16 at stride 2.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import torch
from torch import Tensor, nn

from core.networks import CMHCL, PRESETS, Preset, assemble
from core.networks.decoder import Decoder
from core.networks.encoder import BasicBlock, EfficientNetLite0, Encoder, ResNet, load_imagenet

WIDTH, FINE = 48, 16


@dataclass(frozen=True)
class Candidate:
    """A network to compare. ``stride`` is that of decoder features and fusion, 2 or 4."""

    encoder: Callable[[int], Encoder]
    fine: int | None = FINE
    stride: int = 2
    imagenet: bool = False

    def network(self, imagenet: dict[str, Tensor] | None = None) -> CMHCL:
        """The network with random weights, or with encoders from ``imagenet``."""
        network = assemble(Preset(self.encoder, WIDTH, self.fine))
        if self.stride == 4:
            _end_at_stride_4(network)
        if imagenet:
            for branch in (network.opt, network.hal, network.sar):
                load_imagenet(branch.encoder, imagenet)
        return network


class CoarseDecoder(Decoder):
    """A decoder that ends at stride 4."""

    def __init__(self, channels: tuple[int, ...]) -> None:
        super().__init__(channels[1:], WIDTH)

    def forward(self, features: list[Tensor]) -> Tensor:
        """Five feature maps, finest first -> decoder feature [B, WIDTH, H / 4, W / 4]."""
        return super().forward(features[1:])


def _end_at_stride_4(network: CMHCL) -> None:
    """Replace the decoders; logits are upsampled twice."""
    for branch in (network.opt, network.hal, network.sar):
        branch.decoder = CoarseDecoder(branch.encoder.channels)
        _upsample(branch.decoder, "logits")
    for head in (network.fuse_opt, network.fuse_hal):
        for name in ("logits", "outlines"):
            _upsample(head, name)


def _upsample(module: nn.Module, name: str) -> None:
    twice = nn.Upsample(scale_factor=2.0, mode="bilinear", align_corners=False)
    setattr(module, name, nn.Sequential(getattr(module, name), twice))


def _resnet18(bands: int) -> Encoder:
    return PRESETS["fast"].encoder(bands)


def _resnet10(bands: int) -> Encoder:
    return ResNet(bands, BasicBlock, (1, 1, 1, 1), 32)


CANDIDATES = {
    "ResNet-18, half width (fast)": Candidate(_resnet18),
    "EfficientNet-Lite0 from ImageNet": Candidate(EfficientNetLite0, imagenet=True),
    "ResNet-18, half width, 48 channels at stride 2": Candidate(_resnet18, None),
    "ResNet-18, half width, fusion at stride 4": Candidate(_resnet18, None, 4),
    "ResNet-10, half width": Candidate(_resnet10),
    "EfficientNet-Lite0": Candidate(EfficientNetLite0),
    "EfficientNet-Lite0 from ImageNet, fusion at stride 4": Candidate(
        EfficientNetLite0, None, 4, imagenet=True
    ),
}


def read_imagenet(path: str) -> dict[str, Tensor]:
    """The public weights of EfficientNet-Lite0."""
    weights: dict[str, Tensor] = torch.load(path, map_location="cpu", weights_only=True)
    return weights
