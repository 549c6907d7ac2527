"""MSAL: one residual block, shared by the fifth-stage features of the OPT and HAL branches."""

from __future__ import annotations

from torch import Tensor, nn
from torch.nn import functional as F

from .blocks import CLASSES

OPT, HAL = 0, 1  # modalities


class SharedBlock(nn.Module):
    """The weight-shared residual block and its logits.

    A bottleneck (1x1, 3x3, 1x1), because of the 2048 channels of ResNet-50 [ours: the paper's
    figure says only "residual block"]. The convolutions are shared. Each modality has its own
    batch norm, because running statistics over two distributions would match neither at inference.
    """

    def __init__(self, channels: int) -> None:
        super().__init__()
        inner = channels // 4
        self.reduce = nn.Conv2d(channels, inner, 1, bias=False)
        self.conv = nn.Conv2d(inner, inner, 3, padding=1, bias=False)
        self.expand = nn.Conv2d(inner, channels, 1, bias=False)
        self.norms = nn.ModuleList(
            nn.ModuleList(nn.BatchNorm2d(c) for c in (inner, inner, channels)) for _ in (OPT, HAL)
        )
        self.logits = nn.Conv2d(channels, CLASSES, 1)

    def forward(self, feature: Tensor, modality: int) -> Tensor:
        """Fifth-stage feature [B, C, H / 32, W / 32] -> modality-share feature of that shape.

        ``modality`` is OPT or HAL.
        """
        norms = list(self.norms[modality].children())
        y = F.relu(norms[0](self.reduce(feature)))
        y = F.relu(norms[1](self.conv(y)))
        return F.relu(norms[2](self.expand(y)) + feature)
