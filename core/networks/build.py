"""Presets, and the construction of a network from one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ..hatch.jobs import OPTICAL_BANDS, POLARISATIONS
from .cmhcl import CMHCL, Branch
from .decoder import Decoder
from .encoder import BasicBlock, Bottleneck, EfficientNetLite0, Encoder, ResNet
from .fusion import FusionHead
from .msal import SharedBlock


@dataclass(frozen=True)
class Preset:
    """A factory of encoders, given the number of bands, and the width of decoders in channels.

    ``fine`` is the width of decoders and fusion heads at stride 2, by default ``width``.
    """

    encoder: Callable[[int], Encoder]
    width: int
    fine: int | None = None


PRESETS = {
    # The configuration of REF-Net, by the same first author; see docs/method.md.
    "paper": Preset(lambda bands: ResNet(bands, Bottleneck, (3, 4, 6, 3)), 128),
    "base": Preset(lambda bands: ResNet(bands, BasicBlock, (2, 2, 2, 2)), 64),
    "light": Preset(EfficientNetLite0, 32),
    "fast": Preset(lambda bands: ResNet(bands, BasicBlock, (2, 2, 2, 2), 32), 48, 16),
}


def build(preset: str, norm_per_modality: bool = True) -> CMHCL:
    """A randomly initialised network of a preset. Raises KeyError for an unknown preset."""
    return assemble(PRESETS[preset], norm_per_modality)


def assemble(preset: Preset, norm_per_modality: bool = True) -> CMHCL:
    """A randomly initialised network of any encoder and decoder width."""

    def branch(bands: int) -> Branch:
        encoder = preset.encoder(bands)
        return Branch(encoder, Decoder(encoder.channels, preset.width, preset.fine))

    opt, hal, sar = (
        branch(len(OPTICAL_BANDS)),
        branch(len(POLARISATIONS)),
        branch(len(POLARISATIONS)),
    )
    return CMHCL(
        opt,
        hal,
        sar,
        SharedBlock(opt.encoder.channels[-1], norm_per_modality),
        FusionHead(preset.fine or preset.width),
        FusionHead(preset.fine or preset.width),
    )
