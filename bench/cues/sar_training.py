"""Training and validation of the SAR branch on its own."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from bench.pretrain.augment import BatchRandom, augmented_sar
from bench.pretrain.pool import Crops, Pool
from bench.pretrain.train import Training
from core.networks import build
from core.networks.losses import segmentation


class SarNetwork(nn.Module):
    """The SAR branch of a preset: encoder and decoder."""

    def __init__(self, preset: str) -> None:
        super().__init__()
        self.sar = build(preset).sar

    def forward(self, sar: Tensor) -> Tensor:
        """Logits of background and building [B, 2, H, W]."""
        decoder = self.sar.decoder
        logits = decoder.logits(decoder(self.sar.encoder(sar)))
        return F.interpolate(logits, scale_factor=2.0, mode="bilinear", align_corners=False)

    def predict(self, sar: Tensor, _: Tensor | None) -> tuple[Tensor, None]:
        """Probability of building [B, 1, H, W]; nothing of OPT-SAR."""
        return self(sar).float().softmax(dim=1)[:, 1:], None


class SarTraining(Training):
    """As the training of the default model, of the SAR branch, with its segmentation loss alone."""

    def new_network(self) -> SarNetwork:
        return SarNetwork(self.plan.preset)

    def batch(self, pool: Pool) -> tuple[Crops, Tensor, Tensor]:
        plan = self.plan
        crops = pool.draw(plan.batch, plan.crop, plan.mosaics, self.generator, with_optical=False)
        sar = augmented_sar(crops, BatchRandom(plan.batch, self.device, self.generator))
        return crops, sar, sar.new_empty(0)

    def loss_terms(self, sar: Tensor, _: Tensor, crops: Crops) -> tuple[Tensor, dict[str, Tensor]]:
        known = torch.isfinite(sar).any(dim=1, keepdim=True) * crops.marks["known"]
        z = self.network(sar.contiguous(memory_format=torch.channels_last))
        loss = segmentation(z, crops.marks["building"], known)
        return loss, {"segmentation": loss}
