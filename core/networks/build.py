"""Presets, and the construction of a network from one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ..hatch.jobs import OPTICAL_BANDS, POLARISATIONS
from .blocks import conv_block
from .cmhcl import CMHCL, Branch
from .decoder import Decoder
from .encoder import BasicBlock, Bottleneck, EfficientNetLite0, Encoder, ResNet
from .fusion import FusionHead
from .msal import SharedBlock


@dataclass(frozen=True)
class Preset:
    """A factory of encoders, given the number of bands, and the width of decoders in channels.

    ``fine`` is the width of decoders and fusion heads at stride 2, by default ``width``.
    ``optical`` is the factory of the OPT branch's encoder and ``shared`` the number of channels of
    the shared block, by default as in the other branches.
    """

    encoder: Callable[[int], Encoder]
    width: int
    fine: int | None = None
    optical: Callable[[int], Encoder] | None = None
    shared: int | None = None


def _half_resnet18(bands: int) -> Encoder:
    return ResNet(bands, BasicBlock, (2, 2, 2, 2), 32)


PRESETS = {
    # The configuration of REF-Net, by the same first author; see docs/method.md.
    "paper": Preset(lambda bands: ResNet(bands, Bottleneck, (3, 4, 6, 3)), 128),
    "base": Preset(lambda bands: ResNet(bands, BasicBlock, (2, 2, 2, 2)), 64),
    "light": Preset(EfficientNetLite0, 32),
    "fast": Preset(_half_resnet18, 48, 16),
    "mixed": Preset(_half_resnet18, 48, 16, EfficientNetLite0, 256),
}


def build(preset: str) -> CMHCL:
    """A randomly initialised network of a preset. Raises KeyError for an unknown preset."""
    return assemble(PRESETS[preset])


def assemble(preset: Preset) -> CMHCL:
    """A randomly initialised network of any encoder and decoder width."""

    def branch(factory: Callable[[int], Encoder], bands: int) -> Branch:
        encoder = factory(bands)
        *stages, last = encoder.channels
        shared = preset.shared or last
        decoder = Decoder((*stages, shared), preset.width, preset.fine)
        return Branch(encoder, decoder, None if last == shared else conv_block(last, shared, 1))

    opt, hal, sar = (
        branch(preset.optical or preset.encoder, len(OPTICAL_BANDS)),
        branch(preset.encoder, len(POLARISATIONS)),
        branch(preset.encoder, len(POLARISATIONS)),
    )
    return CMHCL(
        opt,
        hal,
        sar,
        SharedBlock(preset.shared or hal.encoder.channels[-1]),
        FusionHead(preset.fine or preset.width),
        FusionHead(preset.fine or preset.width),
    )
