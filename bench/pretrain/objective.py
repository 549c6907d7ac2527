"""The training loss of a batch of crops, from the terms of core.networks.losses.

Masks of photographs are hand-drawn: displaced by a pixel or so and without borders between touching
buildings. Their building mask is therefore smoothed, and they have no contact term.
"""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F

from core.hatch.jobs import LossSettings
from core.networks import CMHCL, Outputs
from core.networks.fusion import CONTACT, EDGE
from core.networks.losses import (
    distillation,
    edge_or_contact,
    mfa,
    msa,
    segmentation,
    two_logits,
)

from .pool import Crops


def loss_of(
    network: CMHCL,
    sar: Tensor,
    optical: Tensor,
    crops: Crops,
    settings: LossSettings,
    teacher: CMHCL | None = None,
) -> tuple[Tensor, dict[str, Tensor]]:
    """Total loss and its weighted terms, scalars. Call it under autocast.

    OPT-SAR also learns from that of the ``teacher``: building, edge and contact (Hinton et al.
    2015).
    """
    marks = crops.marks
    known = marks["known"]
    sar_there = torch.isfinite(sar).any(dim=1, keepdim=True).float() * known
    optical_there = torch.isfinite(optical).any(dim=1, keepdim=True).float()
    y = softened(marks["building"], crops.mosaic)
    sar = sar.contiguous(memory_format=torch.channels_last)
    optical = optical.contiguous(memory_format=torch.channels_last)
    out = network(sar, optical)
    with_instances = sar_there * marks["instances"]
    parts = {
        "hs": segmentation(out.z_hs, y, sar_there),
        "os": segmentation(out.z_os, y, sar_there * optical_there),
        "edge": settings.lambda_edge
        * edge_or_contact(out, marks["edge"], sar_there, optical_there, EDGE),
        "contact": settings.lambda_contact
        * edge_or_contact(out, marks["contact"], with_instances, optical_there, CONTACT),
        "msa": settings.lambda_msa * msa(out, y, sar_there, optical_there, settings),
        "mfa": settings.lambda_mfa * mfa(out, sar_there, optical_there, settings),
    }
    if teacher is not None:
        both = sar_there * optical_there
        parts["teacher"] = _taught(out, teacher, sar, optical, both, settings.temperature)
    return torch.stack(list(parts.values())).sum(), parts


def _taught(
    out: Outputs,
    teacher: CMHCL,
    sar: Tensor,
    optical: Tensor,
    valid: Tensor,
    temperature: float,
) -> Tensor:
    """Distances of building, edge and contact of OPT-SAR from those of the teacher, summed."""
    with torch.no_grad():
        _, feature = teacher.fused(sar, optical, hallucinate=False)
        z, e = (
            F.interpolate(layer(feature), scale_factor=2.0, mode="bilinear", align_corners=False)
            for layer in (teacher.fuse_opt.logits, teacher.fuse_opt.outlines)
        )
    terms = [distillation(out.z_os, z, valid, temperature)]
    for channel in (EDGE, CONTACT):
        student, known = (two_logits(logits[:, channel, None]) for logits in (out.e_os, e))
        terms.append(distillation(student, known, valid, temperature))
    return torch.stack(terms).sum()


def softened(building: Tensor, mosaic: Tensor) -> Tensor:
    """Building share [B, 1, S, S]; averaged over 3 x 3 pixels in crops of photographs."""
    soft = F.avg_pool2d(building, 3, 1, 1, count_include_pad=False)
    return torch.where(mosaic[:, None, None, None], soft, building)
