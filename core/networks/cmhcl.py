"""CMH-CL: optical, hallucination and SAR branches, MSAL, and two fusion heads."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from .click_head import ClickHead
from .decoder import Decoder
from .encoder import Encoder
from .fusion import CONTACT, FusionHead
from .msal import HAL, OPT, SharedBlock


class Branch(nn.Module):
    """An encoder and its decoder.

    ``projection`` gives the fifth-stage feature the channels of the shared block, if it has others.
    """

    def __init__(
        self, encoder: Encoder, decoder: Decoder, projection: nn.Module | None = None
    ) -> None:
        super().__init__()
        self.encoder = encoder
        self.decoder = decoder
        self.projection = projection or nn.Identity()


@dataclass(frozen=True)
class Outputs:
    """Outputs for training. Logits are [B, 2, h, w], features [B, C, h, w].

    Prefixes: ``z`` logits of background and building (softmax), ``e`` logits of edge and contact (a
    sigmoid each), ``f`` features. Suffixes: ``share_opt`` and ``share_hal`` the shared block
    (MSAL), ``opt`` and ``hal`` the decoders, ``os`` and ``hs`` the fusion heads OPT-SAR and
    HAL-SAR. The shared block is at stride 32. Other features are at stride 2, other logits at the
    size of the input.
    """

    z_share_opt: Tensor
    z_share_hal: Tensor
    z_opt: Tensor
    z_hal: Tensor
    z_os: Tensor
    z_hs: Tensor
    e_os: Tensor
    e_hs: Tensor
    f_share_opt: Tensor
    f_share_hal: Tensor
    f_opt: Tensor
    f_hal: Tensor
    f_os: Tensor
    f_hs: Tensor


class CMHCL(nn.Module):
    """The network of three branches, MSAL and two fusion heads.

    SAR is [B, 4, H, W] with bands in the order of POLARISATIONS, optical [B, 5, H, W] in the order
    of OPTICAL_BANDS of core.hatch.jobs. NaN is nodata. H and W are multiples of 32. ``click`` is
    the head for clicks, None if there is none; ``forward`` and ``predict`` do not use it.
    """

    def __init__(
        self,
        opt: Branch,
        hal: Branch,
        sar: Branch,
        shared: SharedBlock,
        fuse_opt: FusionHead,
        fuse_hal: FusionHead,
    ) -> None:
        super().__init__()
        self.opt = opt
        self.hal = hal
        self.sar = sar
        self.shared = shared
        self.fuse_opt = fuse_opt
        self.fuse_hal = fuse_hal
        self.click: ClickHead | None
        self.register_module("click", None)

    def add_click_head(self) -> ClickHead:
        """Add a head for clicks with random weights."""
        self.click = ClickHead(self.fuse_hal.logits.in_channels)
        return self.click

    def forward(self, sar: Tensor, optical: Tensor | None) -> Outputs:
        """All outputs, for training.

        Without optical, the OPT branch and its fusion head are not run. Their outputs are zeros,
        which no loss may use.
        """
        f_share_hal, f_hal = self._features(self.hal, sar, HAL)
        f_sar = self.sar.decoder(self.sar.encoder(sar))
        f_hs = self.fuse_hal(f_hal, f_sar)
        hal = {
            "z_share_hal": self.shared.logits(f_share_hal),
            "z_hal": _upsample(self.hal.decoder.logits(f_hal)),
            "z_hs": _upsample(self.fuse_hal.logits(f_hs)),
            "e_hs": _upsample(self.fuse_hal.outlines(f_hs)),
            "f_share_hal": f_share_hal,
            "f_hal": f_hal,
            "f_hs": f_hs,
        }
        if optical is None:
            zeros = {opt: torch.zeros_like(hal[name]) for opt, name in _HAL_OF_OPT.items()}
            return Outputs(**hal, **zeros)
        f_share_opt, f_opt = self._features(self.opt, optical, OPT)
        f_os = self.fuse_opt(f_opt, f_sar)
        return Outputs(
            **hal,
            z_share_opt=self.shared.logits(f_share_opt),
            z_opt=_upsample(self.opt.decoder.logits(f_opt)),
            z_os=_upsample(self.fuse_opt.logits(f_os)),
            e_os=_upsample(self.fuse_opt.outlines(f_os)),
            f_share_opt=f_share_opt,
            f_opt=f_opt,
            f_os=f_os,
        )

    def predict(
        self, sar: Tensor, optical: Tensor | None, hallucinate: bool = True
    ) -> tuple[Tensor | None, Tensor | None]:
        """Probabilities [B, 2, H, W] of HAL-SAR and of OPT-SAR, for inference.

        Channel 0 is the probability of building, channel 1 that of contact between two buildings.
        HAL-SAR is None without ``hallucinate``, OPT-SAR is None without optical; the branches of a
        None are not run.
        """
        return self.probabilities(*self.fused(sar, optical, hallucinate))

    def probabilities(
        self, f_hs: Tensor | None, f_os: Tensor | None
    ) -> tuple[Tensor | None, Tensor | None]:
        """As ``predict``, from the result of ``fused``."""
        return (
            None if f_hs is None else _probabilities(self.fuse_hal, f_hs),
            None if f_os is None else _probabilities(self.fuse_opt, f_os),
        )

    def fused(
        self, sar: Tensor, optical: Tensor | None, hallucinate: bool = True
    ) -> tuple[Tensor | None, Tensor | None]:
        """Fused features [B, C, H / 2, W / 2] of HAL-SAR and of OPT-SAR, None as in ``predict``."""
        f_sar = self.sar.decoder(self.sar.encoder(sar))
        f_hs = f_os = None
        if hallucinate:
            _, f_hal = self._features(self.hal, sar, HAL)
            f_hs = self.fuse_hal(f_hal, f_sar)
        if optical is not None:
            _, f_opt = self._features(self.opt, optical, OPT)
            f_os = self.fuse_opt(f_opt, f_sar)
        return f_hs, f_os

    def _features(self, branch: Branch, image: Tensor, modality: int) -> tuple[Tensor, Tensor]:
        """Modality-share feature, and the decoder feature computed from it."""
        features = branch.encoder(image)
        share = self.shared(branch.projection(features[-1]), modality)
        return share, branch.decoder([*features[:-1], share])


# For each output of OPT and OPT-SAR, the output of HAL and HAL-SAR of the same shape.
_HAL_OF_OPT = {
    "z_share_opt": "z_share_hal",
    "z_opt": "z_hal",
    "z_os": "z_hs",
    "e_os": "e_hs",
    "f_share_opt": "f_share_hal",
    "f_opt": "f_hal",
    "f_os": "f_hs",
}


def _upsample(logits: Tensor) -> Tensor:
    return F.interpolate(logits, scale_factor=2.0, mode="bilinear", align_corners=False)


def _probabilities(head: FusionHead, feature: Tensor) -> Tensor:
    """Probability of building and of contact [B, 2, H, W]."""
    building = _upsample(head.logits(feature)).float().softmax(dim=1)[:, 1]
    contact = _upsample(head.outlines(feature)).float().sigmoid()[:, CONTACT]
    return torch.stack([building, contact], dim=1)
