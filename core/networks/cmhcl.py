"""CMH-CL: optical, hallucination and SAR branches, MSAL and the two fusion heads."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from .decoder import Decoder
from .encoder import Encoder
from .fusion import CONTACT, FusionHead
from .msal import HAL, OPT, SharedBlock


class Branch(nn.Module):
    """One encoder and its decoder."""

    def __init__(self, encoder: Encoder, decoder: Decoder) -> None:
        super().__init__()
        self.encoder = encoder
        self.decoder = decoder


@dataclass(frozen=True)
class Outputs:
    """What a training step sees. Logits are [B, 2, h, w], features [B, C, h, w].

    ``share_*`` at stride 32 (MSAL), the others at stride 2 with logits upsampled to the input's
    size. ``opt`` and ``hal`` are the decoders, ``os`` and ``hs`` the fusion heads. ``z`` are logits
    of ground and building (softmax), ``e`` of edge and contact (sigmoid each).
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
    """The three branches. SAR is [B, 4, H, W], optical [B, 5, H, W], NaN where nothing is known.

    H and W are multiples of 32. job.POLARISATIONS and job.OPTICAL_BANDS name them.
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

    def forward(self, sar: Tensor, optical: Tensor | None) -> Outputs:
        """All three branches, for training.

        Without optical the OPT branch and its fusion rest: what stands for their outputs is zero,
        and no loss may count it.
        """
        f_share_hal, f_hal = self._enhanced(self.hal, sar, HAL)
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
            rest = {name: torch.zeros_like(hal[twin]) for name, twin in _TWINS.items()}
            return Outputs(**hal, **rest)
        f_share_opt, f_opt = self._enhanced(self.opt, optical, OPT)
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
        """Probabilities [B, 2, H, W] from HAL + SAR and from OPT + SAR.

        Channel 0 is the probability of building, channel 1 that of contact between two buildings.
        Only the branches needed run: no OPT without optical, no HAL without ``hallucinate``.
        """
        f_sar = self.sar.decoder(self.sar.encoder(sar))
        p_hs = p_os = None
        if hallucinate:
            _, f_hal = self._enhanced(self.hal, sar, HAL)
            p_hs = _probabilities(self.fuse_hal, self.fuse_hal(f_hal, f_sar))
        if optical is not None:
            _, f_opt = self._enhanced(self.opt, optical, OPT)
            p_os = _probabilities(self.fuse_opt, self.fuse_opt(f_opt, f_sar))
        return p_hs, p_os

    def _enhanced(self, branch: Branch, image: Tensor, modality: int) -> tuple[Tensor, Tensor]:
        """Modality-share feature, and the decoder feature that it enhances."""
        features = branch.encoder(image)
        share = self.shared(features[-1], modality)
        return share, branch.decoder([*features[:-1], share])


# What of OPT and OPT-SAR has the shape of what of HAL and HAL-SAR.
_TWINS = {
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
    building = _upsample(head.logits(feature)).float().softmax(dim=1)[:, 1]
    contact = _upsample(head.outlines(feature)).float().sigmoid()[:, CONTACT]
    return torch.stack([building, contact], dim=1)
