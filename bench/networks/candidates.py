"""The networks that are compared: encoder, first weights, and the finest level of the decoder.

Unless the name says otherwise, decoders have 48 channels, and 16 at stride 2.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from torch import Tensor, nn

from core.networks import CMHCL, PRESETS, Preset, assemble
from core.networks.decoder import Decoder
from core.networks.encoder import (
    BasicBlock,
    EfficientNetLite0,
    Encoder,
    ResNet,
    load_fitting_imagenet,
)

FAST = PRESETS["fast"]
LITE0 = replace(FAST, encoder=EfficientNetLite0)


@dataclass(frozen=True)
class Candidate:
    """A network to compare. ``stride`` is that of decoder features and fusion, 2 or 4."""

    preset: Preset
    stride: int = 2
    imagenet: bool = False

    def network(self, imagenet: dict[str, Tensor] | None = None) -> CMHCL:
        """The network with random weights; ``imagenet`` is for the encoders that it fits."""
        network = assemble(self.preset)
        if self.stride == 4:
            _end_at_stride_4(network)
        if self.imagenet and imagenet:
            branches = (network.opt, network.hal, network.sar)
            load_fitting_imagenet([branch.encoder for branch in branches], imagenet)
        return network


class CoarseDecoder(Decoder):
    """A decoder that ends at stride 4."""

    def __init__(self, channels: tuple[int, ...]) -> None:
        super().__init__(channels[1:], FAST.width)

    def forward(self, features: list[Tensor]) -> Tensor:
        """Five feature maps, finest first -> decoder feature [B, width, H / 4, W / 4]."""
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


def _resnet10(bands: int) -> Encoder:
    return ResNet(bands, BasicBlock, (1, 1, 1, 1), 32)


CANDIDATES = {
    "ResNet-18, half width (fast)": Candidate(FAST),
    "the same, OPT: EfficientNet-Lite0 from ImageNet (mixed)": Candidate(
        PRESETS["mixed"], imagenet=True
    ),
    "EfficientNet-Lite0 from ImageNet": Candidate(LITE0, imagenet=True),
    "EfficientNet-Lite0": Candidate(LITE0),
    "EfficientNet-Lite0, 32 channels throughout (light)": Candidate(PRESETS["light"]),
    "ResNet-18, half width, 48 channels throughout": Candidate(replace(FAST, fine=None)),
    "ResNet-18, half width, fusion at stride 4": Candidate(replace(FAST, fine=None), stride=4),
    "ResNet-10, half width": Candidate(replace(FAST, encoder=_resnet10)),
}
