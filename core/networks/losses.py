"""The losses of CMH-CL: segmentation, modality-share alignment (MSA), fusion alignment (MFA).

The equations are a reconstruction [ours], with switches for an ablation. Means are over valid
pixels: nodata of SAR or optical is in no term, and no loss depends on the size of the image. See
docs/method.md.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional as F

from ..hatch.jobs import LossSettings
from ..hatch.names import TARGETS
from . import Outputs
from .fusion import CONTACT, EDGE


@dataclass(frozen=True)
class Losses:
    """The total loss and its terms, scalars.

    total = seg + lambda_edge * edge + lambda_contact * contact + lambda_msa * msa
    + lambda_mfa * mfa.
    """

    total: Tensor
    seg: Tensor
    edge: Tensor
    contact: Tensor
    msa: Tensor
    mfa: Tensor


def segmentation(z: Tensor, y: Tensor, valid: Tensor) -> Tensor:
    """S = cross-entropy + Dice of the building class over valid pixels.

    ``z`` are logits [B, 2, h, w], ``y`` the building fraction 0..1 and ``valid`` the weight 0..1 of
    each pixel, both [B, 1, h, w]. Zero if no pixel is valid.
    """
    log_p = F.log_softmax(z.float(), dim=1)
    cross_entropy = -(y * log_p[:, 1:] + (1 - y) * log_p[:, :1])
    p = log_p[:, 1:].exp()
    overlap = (valid * p * y).sum()
    dice = (2 * overlap + 1) / ((valid * p).sum() + (valid * y).sum() + 1)
    return _mean(cross_entropy, valid) + (1 - dice) * (valid.sum() > 0)


def binary_segmentation(e: Tensor, y: Tensor, valid: Tensor) -> Tensor:
    """S of a class with a single logit [B, 1, h, w]: binary cross-entropy + Dice."""
    return segmentation(two_logits(e), y, valid)


def two_logits(e: Tensor) -> Tensor:
    """Logits [B, 2, h, w] whose softmax is the sigmoid of a single logit [B, 1, h, w]."""
    return torch.cat([torch.zeros_like(e), e], dim=1)


def distillation(
    student: Tensor, teacher: Tensor, valid: Tensor, temperature: float, mutual: bool = False
) -> Tensor:
    """D_T = T^2 * mean over valid pixels of KL(softmax(teacher / T) || softmax(student / T)).

    Knowledge distillation of Hinton et al. 2015; T^2 keeps the magnitude of gradients independent
    of the temperature T. ``student`` and ``teacher`` are logits [B, 2, h, w], ``valid`` is the
    weight [B, 1, h, w]. The teacher is detached unless ``mutual``.
    """
    teacher = teacher if mutual else teacher.detach()
    log_q = F.log_softmax(teacher.float() / temperature, dim=1)
    log_p = F.log_softmax(student.float() / temperature, dim=1)
    divergence = (log_q.exp() * (log_q - log_p)).sum(dim=1, keepdim=True)
    return temperature**2 * _mean(divergence, valid)


def msa(out: Outputs, y: Tensor, sar: Tensor, optical: Tensor, settings: LossSettings) -> Tensor:
    """L_msa, Eq. (4) [ours]: segmentation losses of OPT and HAL, and the alignment of HAL to OPT.

    ``y`` is the building fraction, ``sar`` and ``optical`` are validity, all [B, 1, H, W] at the
    size of the input. z_share is compared at stride 32, with labels resampled by area.
    """
    both = sar * optical
    coarse = out.z_share_opt.shape[-2:]
    coarse_sar, coarse_both = _resize(sar, coarse), _resize(both, coarse)
    loss = (
        segmentation(out.z_share_opt, _building_fraction(y, both, coarse), coarse_both)
        + segmentation(out.z_share_hal, _building_fraction(y, sar, coarse), coarse_sar)
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
    """L_mfa, Eq. (5) [ours]: alignment of HAL-SAR (student) to OPT-SAR (teacher)."""
    return _align((out.z_hs, out.z_os), (out.f_hs, out.f_os), sar * optical, settings)


def edge_or_contact(
    out: Outputs, target: Tensor, sar: Tensor, optical: Tensor, channel: int
) -> Tensor:
    """S of edge or contact, summed over both fusion heads.

    ``channel`` is EDGE or CONTACT. ``target`` 0..1 and validity are [B, 1, H, W].
    """
    e_hs, e_os = out.e_hs[:, channel, None], out.e_os[:, channel, None]
    return binary_segmentation(e_hs, target, sar) + binary_segmentation(e_os, target, sar * optical)


def total(
    out: Outputs, targets: Tensor, sar: Tensor, optical: Tensor, settings: LossSettings
) -> Losses:
    """L = S(z(HS), y) + S(z(OS), y) + lambda_msa * L_msa + lambda_mfa * L_mfa
    + lambda_edge * L_edge + lambda_contact * L_contact.

    ``targets`` [B, len(TARGETS), H, W] are 0..1 in the order of TARGETS; ``sar`` and ``optical``
    are validity, 0 or 1, [B, 1, H, W]. A term with a lambda of 0 is not computed.
    """
    target = dict(zip(TARGETS, torch.split(targets, 1, dim=1), strict=True))
    y = target["building"]
    seg = segmentation(out.z_hs, y, sar) + segmentation(out.z_os, y, sar * optical)
    zero = seg.new_zeros(())
    parts = {
        "edge": edge_or_contact(out, target["edge"], sar, optical, EDGE)
        if settings.lambda_edge
        else zero,
        "contact": edge_or_contact(out, target["contact"], sar, optical, CONTACT)
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
    """Distance of (student, teacher), as set in the settings; ``valid`` is at the input's size."""
    if settings.distance == "kl":
        student, teacher = logits
        weight = _resize(valid, student.shape[-2:])
        return distillation(student, teacher, weight, settings.temperature, settings.mutual)
    student, teacher = features if settings.distance == "features" else logits
    teacher = teacher if settings.mutual else teacher.detach()
    error = (student.float() - teacher.float()).square().mean(dim=1, keepdim=True)
    return _mean(error, _resize(valid, student.shape[-2:]))


def _mean(values: Tensor, weight: Tensor) -> Tensor:
    return (values * weight).sum() / weight.sum().clamp(min=1e-6)


def _resize(image: Tensor, size: torch.Size) -> Tensor:
    """Resample by area to (h, w)."""
    return F.adaptive_avg_pool2d(image, (size[0], size[1]))


def _building_fraction(y: Tensor, valid: Tensor, size: torch.Size) -> Tensor:
    """Building fraction of the valid pixels within each coarse pixel."""
    return _resize(y * valid, size) / _resize(valid, size).clamp(min=1e-6)
