"""The losses of related methods, each from its publication, in the notation of docs/method.md.

S = cross-entropy + Dice (core.networks.losses.segmentation) in every row, whatever the paper took
for it, so that rows differ only in how optical teaches. Teachers are trained before and frozen, as
in all four papers; their logits and features reach these functions without gradient. Terms on
logits are means over labelled pixels, those on features over all or, where said, sums over an
image: never over the batch.
"""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F

from core.networks import CMHCL
from core.networks.losses import distillation, segmentation

from .data import Batch
from .parts import BranchOutput, fused, hal, opt, sar_alone

HOFFMAN_GAMMA = 0.25
GARCIA_SOFT, GARCIA_FEATURES, GARCIA_TEMPERATURE = 0.5, 0.01, 10.0
MSH_ALPHA, MSH_BETA, MSH_TEMPERATURE = 1.0, 5.0, 2.0
MMD_CELLS = 4  # cells along a side of a crop whose mean features are one sample each


def hoffman(network: CMHCL, teacher: CMHCL, batch: Batch) -> Tensor:
    """Hoffman, Gupta, Darrell, "Learning with Side Information through Modality Hallucination",
    CVPR 2016.

        L = S(z(HS)) + S(z(H)) + S(z(S)) + gamma * |sigmoid(F5(H)) - sigmoid(F5(O))|^2

    The squared norm is a sum over an image's features at the fifth stage, a middle layer as there.
    The paper sets gamma so that the hallucination term is about ten times any other and clips
    gradients; HOFFMAN_GAMMA does so at the first step here (80 * 0.25 against an S of 2.2). Its
    losses of optical with SAR are left out, as optical is not trained any more. HAL starts from
    random weights, not from the teacher's, as its input has other bands.
    """
    taught = _without_gradient(teacher, batch)
    h, s = hal(network, batch.sar), sar_alone(network, batch.sar)
    _, z_hs = fused(network.fuse_hal, h, s)
    own = sum(segmentation(z, batch.y, batch.valid) for z in (z_hs, h.z, s.z))
    return own + HOFFMAN_GAMMA * sigmoid_distance(h.stages[-1], taught.stages[-1])


def garcia(network: CMHCL, teacher: CMHCL, batch: Batch) -> Tensor:
    """Garcia, Morerio, Murino, "Modality Distillation with Multiple Stream Networks for Action
    Recognition", ECCV 2018; weights and T as in the authors' code.

        L = S(z(S)) + 0.5 * (0.5 * S(z(H)) + 0.5 * CE(softmax(z(O) / T), softmax(z(H) / T)))
                    + 0.5 * 0.01 * |sigmoid(F5(H)) - sigmoid(F5(O))|^2,    T = 10

    The squared norm is a sum over an image's features (the authors' code sums over the batch too).
    There is no T^2 before the soft term, as there is none in the code. The prediction is the mean
    of z(H) and z(S). The paper trains HAL first and the two streams afterwards; here they are
    trained together, in as many steps as every other row. Its connections between the streams are
    left out.
    """
    taught = _without_gradient(teacher, batch)
    h, s = hal(network, batch.sar), sar_alone(network, batch.sar)
    hard = segmentation(h.z, batch.y, batch.valid)
    soft = soft_cross_entropy(h.z, taught.z, batch.valid, GARCIA_TEMPERATURE)
    features = sigmoid_distance(h.stages[-1], taught.stages[-1])
    imitation = (1 - GARCIA_SOFT) * hard + GARCIA_SOFT * soft
    return (
        segmentation(s.z, batch.y, batch.valid) + 0.5 * imitation + 0.5 * GARCIA_FEATURES * features
    )


def disoptnet(network: CMHCL, teacher: CMHCL, batch: Batch) -> Tensor:
    """Kang et al., "DisOptNet: Distilling Semantic Knowledge From Optical Images for
    Weather-Independent Building Segmentation", IEEE TGRS 60 (2022); terms as in the authors' code.

        L = S(z(S)) + S(z(H), argmax z(O)) + CE(softmax z(O), softmax z(H)) + S(z(HS))
            + mean over {F4, F5, Fde} of mean (F(H) - F(O))^2

    HAL gets labels from the teacher alone. The authors' network lets HAL branch off the SAR
    encoder after its third stage; here HAL has an encoder of its own, as in every row, so that
    parameters are equal. The code sums the cross-entropy over the batch; here it is a mean.
    """
    taught = _without_gradient(teacher, batch)
    h, s = hal(network, batch.sar), sar_alone(network, batch.sar)
    _, z_hs = fused(network.fuse_hal, h, s)
    opinion = taught.z.argmax(dim=1, keepdim=True).float()
    pairs = (
        (h.stages[-2], taught.stages[-2]),
        (h.stages[-1], taught.stages[-1]),
        (h.decoded, taught.decoded),
    )
    features = sum((a.float() - b.float()).square().mean() for a, b in pairs) / len(pairs)
    return (
        segmentation(s.z, batch.y, batch.valid)
        + segmentation(h.z, opinion, batch.valid)
        + soft_cross_entropy(h.z, taught.z, batch.valid, 1.0)
        + segmentation(z_hs, batch.y, batch.valid)
        + features
    )


def msh_net(network: CMHCL, teacher: CMHCL, batch: Batch) -> Tensor:
    """Wei et al., "MSH-Net: Modality-Shared Hallucination With Joint Adaptation Distillation for
    Remote Sensing Image Classification Using Missing Modalities", IEEE TGRS 61 (2023); the joint
    adaptation loss as in the authors' code.

        L = S(z(HS)) + S(z(H)) + alpha * MMD(Fde(H), F(OS)) + beta * D_T(z(H) <- z(OS))
        T = 2, alpha = 1, beta = 5

    HAL imitates the fused network (here OPT + SAR), whose feature is what modalities share. The
    paper classifies patches, one feature vector each; for maps, a sample is the mean feature
    of one of 4 x 4 cells of a crop [ours]. The paper trains HAL first and fuses it with SAR
    afterwards; here both are trained together, in as many steps as every other row.
    """
    with torch.no_grad():
        f_os, z_os = fused(
            teacher.fuse_opt, opt(teacher, batch.optical), sar_alone(teacher, batch.sar)
        )
    h, s = hal(network, batch.sar), sar_alone(network, batch.sar)
    _, z_hs = fused(network.fuse_hal, h, s)
    return (
        segmentation(z_hs, batch.y, batch.valid)
        + segmentation(h.z, batch.y, batch.valid)
        + MSH_ALPHA * mmd(_samples(h.decoded), _samples(f_os))
        + MSH_BETA * distillation(h.z, z_os, batch.valid, MSH_TEMPERATURE)
    )


def sigmoid_distance(student: Tensor, teacher: Tensor) -> Tensor:
    """|sigmoid(student) - sigmoid(teacher)|^2: sum over an image's features, mean over the batch.

    Both [B, C, h, w].
    """
    difference = student.float().sigmoid() - teacher.float().sigmoid()
    return difference.square().sum(dim=(1, 2, 3)).mean()


def soft_cross_entropy(
    student: Tensor, teacher: Tensor, valid: Tensor, temperature: float
) -> Tensor:
    """Mean over valid pixels of -sum softmax(teacher / T) log softmax(student / T).

    Both [B, 2, h, w], ``valid`` [B, 1, h, w].
    """
    q = F.softmax(teacher.float() / temperature, dim=1)
    entropy = -(q * F.log_softmax(student.float() / temperature, dim=1)).sum(dim=1, keepdim=True)
    return (entropy * valid).sum() / valid.sum().clamp(min=1)


def mmd(first: Tensor, second: Tensor) -> Tensor:
    """Squared maximum mean discrepancy of two sets of vectors, [n, C] each, biased estimate.

    The kernel is the sum of five Gaussians exp(-d^2 / b), b = m/4, m/2, m, 2m, 4m, m being the
    mean squared distance between different vectors (Long et al. 2015, as in MSH-Net's code).
    """
    both = torch.cat([first, second]).float()
    squared = (both[:, None] - both[None]).square().sum(dim=2)
    n = len(both)
    bandwidth = squared.detach().sum() / (n * n - n)
    widths = [bandwidth * 2.0**power for power in range(-2, 3)]
    kernel = torch.stack([torch.exp(-squared / width) for width in widths]).sum(dim=0)
    half = len(first)
    within = kernel[:half, :half].mean() + kernel[half:, half:].mean()
    return within - 2 * kernel[:half, half:].mean()


def _without_gradient(teacher: CMHCL, batch: Batch) -> BranchOutput:
    with torch.no_grad():
        return opt(teacher, batch.optical)


def _samples(feature: Tensor) -> Tensor:
    """[B, C, h, w] -> mean features of cells [B * MMD_CELLS^2, C]."""
    return F.adaptive_avg_pool2d(feature.float(), MMD_CELLS).permute(0, 2, 3, 1).flatten(0, 2)
