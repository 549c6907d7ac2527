"""What every row is made of: the branches of one CMH-CL network, run one by one.

All rows use the same parts, so that they differ in their loss and in nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass

from torch import Tensor, nn
from torch.nn import functional as F

from core.networks import CMHCL, Preset, assemble
from core.networks.blocks import CLASSES
from core.networks.cmhcl import Branch
from core.networks.encoder import BasicBlock, ResNet
from core.networks.fusion import FusionHead
from core.networks.msal import HAL, OPT, SharedBlock

SMALL = Preset(lambda bands: ResNet(bands, BasicBlock, (1, 1, 1, 1), 16), 16)


@dataclass(frozen=True)
class BranchOutput:
    """``stages``: five encoder maps, finest first; ``share``: the fifth after the residual block
    (SAR: the fifth as it is); ``decoded``: decoder feature at stride 2; ``z``: its logits
    [B, 2, H, W]."""

    stages: list[Tensor]
    share: Tensor
    decoded: Tensor
    z: Tensor


def small_network() -> CMHCL:
    """The ablation's network: ResNet of one block a stage, 16 channels wide, decoders of 16."""
    return assemble(SMALL)


def network_of_two_blocks() -> CMHCL:
    """The same with a residual block for OPT and another for HAL, in place of the shared one."""
    network = small_network()
    network.shared = SeparateBlocks(network.opt.encoder.channels[-1])  # type: ignore[assignment]
    return network


class SeparateBlocks(nn.Module):
    """Stands in for SharedBlock: same blocks and logits, but nothing of the blocks is shared."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        blocks = [SharedBlock(channels) for _ in (OPT, HAL)]
        blocks[OPT].norms[HAL] = blocks[HAL].norms[OPT] = nn.Identity()  # not used
        self.blocks = nn.ModuleList(blocks)
        self.logits = nn.Conv2d(channels, CLASSES, 1)

    def forward(self, feature: Tensor, modality: int) -> Tensor:
        """Fifth-stage feature [B, C, h, w] -> the same shape."""
        return self.blocks[modality](feature, modality)


def opt(network: CMHCL, optical: Tensor) -> BranchOutput:
    """The optical branch with its residual block."""
    return _branch(network.opt, optical, network.shared, OPT)


def hal(network: CMHCL, sar: Tensor) -> BranchOutput:
    """The hallucination branch with its residual block."""
    return _branch(network.hal, sar, network.shared, HAL)


def sar_alone(network: CMHCL, sar: Tensor) -> BranchOutput:
    """The SAR branch."""
    return _branch(network.sar, sar, None, HAL)


def fused(head: FusionHead, branch: BranchOutput, sar: BranchOutput) -> tuple[Tensor, Tensor]:
    """(fused feature, logits [B, 2, H, W]) of a branch and SAR."""
    feature = head(branch.decoded, sar.decoded)
    return feature, _upsample(head.logits(feature))


def building(z: Tensor) -> Tensor:
    """Logits [B, 2, H, W] -> probability of building [B, H, W]."""
    return z.float().softmax(dim=1)[:, 1]


def _branch(
    branch: Branch, image: Tensor, block: SharedBlock | None, modality: int
) -> BranchOutput:
    stages = branch.encoder(image)
    share = stages[-1] if block is None else block(stages[-1], modality)
    decoded = branch.decoder([*stages[:-1], share])
    return BranchOutput(stages, share, decoded, _upsample(branch.decoder.logits(decoded)))


def _upsample(logits: Tensor) -> Tensor:
    return F.interpolate(logits, scale_factor=2.0, mode="bilinear", align_corners=False)
