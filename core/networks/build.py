"""Presets: which parts a CMH-CL network is put together from."""

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
    """An encoder (given its number of bands) and the decoder's width in channels.

    ``fine``: channels of decoder and fusion at stride 2; None: ``width`` there too.
    """

    encoder: Callable[[int], Encoder]
    width: int
    fine: int | None = None


PRESETS = {
    # REF-Net's configuration, the first author's neighbouring code; see docs/method.md.
    "paper": Preset(lambda bands: ResNet(bands, Bottleneck, (3, 4, 6, 3)), 128),
    "base": Preset(lambda bands: ResNet(bands, BasicBlock, (2, 2, 2, 2)), 64),
    "light": Preset(EfficientNetLite0, 32),
    # Half of ResNet-18's width, and little at stride 2: made for speed on CPUs.
    "fast": Preset(lambda bands: ResNet(bands, BasicBlock, (2, 2, 2, 2), 32), 48, 16),
}


def build(preset: str, norm_per_modality: bool = True) -> CMHCL:
    """A network of a preset with fresh weights. Raises KeyError for an unknown preset."""
    return assemble(PRESETS[preset], norm_per_modality)


def assemble(parts: Preset, norm_per_modality: bool = True) -> CMHCL:
    """A network with fresh weights from these parts."""

    def branch(bands: int) -> Branch:
        encoder = parts.encoder(bands)
        return Branch(encoder, Decoder(encoder.channels, parts.width, parts.fine))

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
        FusionHead(parts.fine or parts.width),
        FusionHead(parts.fine or parts.width),
    )
