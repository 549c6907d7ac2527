"""The loss on a batch of crops: that of core.networks.losses, part by part.

Labels of photographs are as people draw them: they lie off by a pixel or so, and most do not tell
touching buildings apart. So their building mask is softened by a pixel, and they teach no contact.
"""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F

from core.hatch.jobs import LossSettings
from core.networks import CMHCL
from core.networks.fusion import CONTACT, EDGE
from core.networks.losses import mfa, msa, outlines, segmentation

from .pool import Crops


def loss_of(
    network: CMHCL, sar: Tensor, optical: Tensor, crops: Crops, settings: LossSettings
) -> tuple[Tensor, dict[str, Tensor]]:
    """The total and its parts, scalars. Images as ``augment`` gives them. To run under autocast."""
    marks = crops.marks
    known = marks["known"]
    sar_there = torch.isfinite(sar).any(dim=1, keepdim=True).float() * known
    optical_there = torch.isfinite(optical).any(dim=1, keepdim=True).float()
    y = softened(marks["building"], crops.quilt)
    out = network(
        sar.contiguous(memory_format=torch.channels_last),
        optical.contiguous(memory_format=torch.channels_last),
    )
    parted = sar_there * marks["parted"]
    parts = {
        "hs": segmentation(out.z_hs, y, sar_there),
        "os": segmentation(out.z_os, y, sar_there * optical_there),
        "edge": settings.lambda_edge * outlines(out, marks["edge"], sar_there, optical_there, EDGE),
        "contact": settings.lambda_contact
        * outlines(out, marks["contact"], parted, optical_there, CONTACT),
        "msa": settings.lambda_msa * msa(out, y, sar_there, optical_there, settings),
        "mfa": settings.lambda_mfa * mfa(out, sar_there, optical_there, settings),
    }
    return torch.stack(list(parts.values())).sum(), parts


def softened(building: Tensor, quilt: Tensor) -> Tensor:
    """Share of building [B, 1, S, S], of quilts as a mean over 3 x 3 pixels."""
    soft = F.avg_pool2d(building, 3, 1, 1, count_include_pad=False)
    return torch.where(quilt[:, None, None, None], soft, building)
