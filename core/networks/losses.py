"""The losses of CMH-CL: segmentation, shared-feature alignment (MSA), fusion alignment (MFA).

The paper's equations are not at hand; these are our reconstruction [ours], with the switches that
an ablation of it needs. Means run over valid pixels, so no loss changes with the image's size, and
what is not valid (nodata of SAR, of optical) is in no term. See docs/method.md.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional as F

from ..hatch.jobs import LossSettings
from . import Outputs
from .fusion import CONTACT, EDGE


@dataclass(frozen=True)
class Losses:
    """The total and its parts, scalars.

    total = seg + sum of lambda_part * part over edge, contact, msa and mfa.
    """

    total: Tensor
    seg: Tensor
    edge: Tensor
    contact: Tensor
    msa: Tensor
    mfa: Tensor


def segmentation(z: Tensor, y: Tensor, valid: Tensor) -> Tensor:
    """S = cross-entropy + Dice of the building class over valid pixels.

    ``z`` logits [B, 2, h, w]; ``y`` share of building 0..1 and ``valid`` weight 0..1, both
    [B, 1, h, w] of the same size as z. Zero when nothing is valid.
    """
    log_p = F.log_softmax(z.float(), dim=1)
    cross_entropy = -(y * log_p[:, 1:] + (1 - y) * log_p[:, :1])
    p = log_p[:, 1:].exp()
    overlap = (valid * p * y).sum()
    dice = (2 * overlap + 1) / ((valid * p).sum() + (valid * y).sum() + 1)
    return _mean(cross_entropy, valid) + (1 - dice) * (valid.sum() > 0)


def binary_segmentation(e: Tensor, y: Tensor, valid: Tensor) -> Tensor:
    """S of a class that has one logit, [B, 1, h, w], and a sigmoid: binary cross-entropy + Dice.

    A sigmoid is the softmax of that logit and zero.
    """
    return segmentation(torch.cat([torch.zeros_like(e), e], dim=1), y, valid)


def distillation(
    student: Tensor, teacher: Tensor, valid: Tensor, temperature: float, mutual: bool = False
) -> Tensor:
    """D_T = T^2 * mean over valid pixels of KL(softmax(teacher / T) || softmax(student / T)).

    Logits [B, 2, h, w], ``valid`` [B, 1, h, w]. The teacher gets no gradient unless ``mutual``.
    Hinton et al. 2015; T^2 keeps the gradient's size when T changes.
    """
    teacher = teacher if mutual else teacher.detach()
    log_q = F.log_softmax(teacher.float() / temperature, dim=1)
    log_p = F.log_softmax(student.float() / temperature, dim=1)
    divergence = (log_q.exp() * (log_q - log_p)).sum(dim=1, keepdim=True)
    return temperature**2 * _mean(divergence, valid)


def msa(out: Outputs, y: Tensor, sar: Tensor, optical: Tensor, settings: LossSettings) -> Tensor:
    """L_msa, Eq. (4) [ours]: OPT's and HAL's own segmentation and their alignment.

    ``y`` share of building, ``sar`` and ``optical`` validity, all [B, 1, H, W] at the input's size.
    z_share lives at stride 32 and is compared there, with labels resized by area.
    """
    both = sar * optical
    small = out.z_share_opt.shape[-2:]
    small_sar, small_both = _area(sar, small), _area(both, small)
    loss = (
        segmentation(out.z_share_opt, _share_of(y, both, small), small_both)
        + segmentation(out.z_share_hal, _share_of(y, sar, small), small_sar)
        + segmentation(out.z_opt, y, both)
        + segmentation(out.z_hal, y, sar)
    )
    if settings.share:
        logits, features = (out.z_share_hal, out.z_share_opt), (out.f_share_hal, out.f_share_opt)
        loss = loss + _align(logits, features, both, settings)
    if settings.decoders:
        loss = loss + _align((out.z_hal, out.z_opt), (out.f_hal, out.f_opt), both, settings)
    return loss


def mfa(out: Outputs, sar: Tensor, optical: Tensor, settings: LossSettings) -> Tensor:
    """L_mfa, Eq. (5) [ours]: HAL-SAR's fusion follows OPT-SAR's, where both images are valid."""
    return _align((out.z_hs, out.z_os), (out.f_hs, out.f_os), sar * optical, settings)


def outlines(out: Outputs, target: Tensor, sar: Tensor, optical: Tensor, channel: int) -> Tensor:
    """S of edge or contact (``channel`` of e), both fusion heads; all maps [B, 1, H, W]."""
    e_hs, e_os = out.e_hs[:, channel, None], out.e_os[:, channel, None]
    return binary_segmentation(e_hs, target, sar) + binary_segmentation(e_os, target, sar * optical)


def total(
    out: Outputs, targets: Tensor, sar: Tensor, optical: Tensor, settings: LossSettings
) -> Losses:
    """L = S(z(HS), y) + S(z(OS), y) + lambda_msa * L_msa + lambda_mfa * L_mfa
    + lambda_edge * L_edge + lambda_contact * L_contact.

    ``targets`` [B, 3, H, W] are building, edge and contact, 0..1; ``sar`` and ``optical`` validity,
    0 or 1, [B, 1, H, W]. A term whose lambda is 0 is not computed.
    """
    y, edge, contact = targets.split(1, dim=1)
    seg = segmentation(out.z_hs, y, sar) + segmentation(out.z_os, y, sar * optical)
    zero = seg.new_zeros(())
    parts = {
        "edge": outlines(out, edge, sar, optical, EDGE) if settings.lambda_edge else zero,
        "contact": outlines(out, contact, sar, optical, CONTACT)
        if settings.lambda_contact
        else zero,
        "msa": msa(out, y, sar, optical, settings) if settings.lambda_msa else zero,
        "mfa": mfa(out, sar, optical, settings) if settings.lambda_mfa else zero,
    }
    weighted = sum(getattr(settings, f"lambda_{name}") * part for name, part in parts.items())
    return Losses(total=seg + weighted, seg=seg, **parts)


def _align(
    logits: tuple[Tensor, Tensor],
    features: tuple[Tensor, Tensor],
    valid: Tensor,
    settings: LossSettings,
) -> Tensor:
    """Distance of a (student, teacher) pair; ``valid`` at the input's size."""
    if settings.distance == "kl":
        student, teacher = logits
        weight = _area(valid, student.shape[-2:])
        return distillation(student, teacher, weight, settings.temperature, settings.mutual)
    student, teacher = features if settings.distance == "features" else logits
    teacher = teacher if settings.mutual else teacher.detach()
    error = (student.float() - teacher.float()).square().mean(dim=1, keepdim=True)
    return _mean(error, _area(valid, student.shape[-2:]))


def _mean(values: Tensor, weight: Tensor) -> Tensor:
    return (values * weight).sum() / weight.sum().clamp(min=1e-6)


def _area(image: Tensor, size: torch.Size) -> Tensor:
    return F.adaptive_avg_pool2d(image, (size[0], size[1]))


def _share_of(y: Tensor, valid: Tensor, size: torch.Size) -> Tensor:
    """Share of building among the valid pixels of each coarse one."""
    return _area(y * valid, size) / _area(valid, size).clamp(min=1e-6)
