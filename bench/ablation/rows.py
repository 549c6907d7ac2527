"""The rows of both tables, as data: what is trained, by which loss, and how it predicts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

import torch
from torch import Tensor
from torch.nn import functional as F

from core.hatch.jobs import LossSettings
from core.networks import CMHCL
from core.networks.losses import segmentation, total

from . import neighbours
from .data import Batch
from .parts import building, fused, hal, network_of_two_blocks, opt, sar_alone, small_network

WHOLE, SAR_ONLY, OPT_SAR, OPT_ONLY = "CMH-CL", "SAR only", "OPT + SAR", "OPT only"
HAL_SAR_PARTS = ("hal", "sar", "shared", "fuse_hal")
ALL_PARTS = ("opt", *HAL_SAR_PARTS, "fuse_opt")


@dataclass(frozen=True)
class Row:
    """One way to train.

    ``loss``: of (network, teacher, batch), the teacher None where there is none. ``predict``:
    probability of building [B, H, W] of (network, sar, optical). ``trained``: the network's parts
    whose weights move. ``teacher``: the row, trained before with the same seed, whose network
    teaches; its parts ``start`` are also what this row's begin with. ``note``: what it is, for the
    table.
    """

    name: str
    note: str
    loss: Callable[[CMHCL, CMHCL | None, Batch], Tensor]
    predict: Callable[[CMHCL, Tensor, Tensor], Tensor]
    trained: tuple[str, ...]
    network: Callable[[], CMHCL] = small_network
    teacher: str = ""
    start: tuple[str, ...] = ()


def sar_only(network: CMHCL, _: CMHCL | None, batch: Batch) -> Tensor:
    """S(z(S), y)"""
    return segmentation(sar_alone(network, batch.sar).z, batch.y, batch.valid)


def opt_only(network: CMHCL, _: CMHCL | None, batch: Batch) -> Tensor:
    """S(z(O), y)"""
    return segmentation(opt(network, batch.optical).z, batch.y, batch.valid)


def opt_sar(network: CMHCL, _: CMHCL | None, batch: Batch) -> Tensor:
    """S(z(OS), y)"""
    o, s = opt(network, batch.optical), sar_alone(network, batch.sar)
    return segmentation(fused(network.fuse_opt, o, s)[1], batch.y, batch.valid)


def two_sar(network: CMHCL, _: CMHCL | None, batch: Batch, supervised: bool = False) -> Tensor:
    """S(z(HS), y); ``supervised`` adds S(z(H), y) and S(z_share(H), y), HAL's terms of L_msa."""
    h = hal(network, batch.sar)
    z_hs = fused(network.fuse_hal, h, sar_alone(network, batch.sar))[1]
    loss = segmentation(z_hs, batch.y, batch.valid)
    if supervised:
        z_share = network.shared.logits(h.share)
        y = F.adaptive_avg_pool2d(batch.y, z_share.shape[-2:])
        loss = loss + segmentation(h.z, batch.y, batch.valid)
        loss = loss + segmentation(z_share, y, torch.ones_like(y))
    return loss


def cmhcl(network: CMHCL, _: CMHCL | None, batch: Batch, settings: LossSettings) -> Tensor:
    """The product's own loss; edge and contact are no part of the ablation."""
    targets = F.pad(batch.y, (0, 0, 0, 0, 0, 2))
    out = network(batch.sar, batch.optical)
    return total(out, targets, batch.valid, batch.valid, settings).total


def from_hal_sar(network: CMHCL, sar: Tensor, _: Tensor) -> Tensor:
    """The prediction of z(HS)."""
    return building(fused(network.fuse_hal, hal(network, sar), sar_alone(network, sar))[1])


def from_opt_sar(network: CMHCL, sar: Tensor, optical: Tensor) -> Tensor:
    """The prediction of z(OS): optical at test time too."""
    return building(fused(network.fuse_opt, opt(network, optical), sar_alone(network, sar))[1])


def from_both(network: CMHCL, sar: Tensor, _: Tensor) -> Tensor:
    """The mean of z(H) and z(S)."""
    return building((hal(network, sar).z + sar_alone(network, sar).z) / 2)


def _own(name: str, note: str, **changes: object) -> Row:
    settings = replace(LossSettings(lambda_edge=0, lambda_contact=0), **changes)  # type: ignore[arg-type]
    return Row(name, note, partial(cmhcl, settings=settings), from_hal_sar, ALL_PARTS)


def _neighbour(name: str, note: str, loss: Callable, teacher: str) -> Row:
    return Row(name, note, loss, from_hal_sar, HAL_SAR_PARTS, teacher=teacher)


ROWS = (
    Row(
        SAR_ONLY,
        "one branch",
        sar_only,
        lambda network, sar, _: building(sar_alone(network, sar).z),
        ("sar",),
    ),
    Row(
        "Two SAR branches",
        "HAL and SAR, no optical: the parameters of HAL-SAR",
        two_sar,
        from_hal_sar,
        HAL_SAR_PARTS,
    ),
    Row(
        "Two SAR branches, HAL supervised",
        "and HAL's own S terms of L_msa",
        partial(two_sar, supervised=True),
        from_hal_sar,
        HAL_SAR_PARTS,
    ),
    Row(
        OPT_ONLY,
        "optical at test time; teacher of the rows below",
        opt_only,
        lambda network, _, optical: building(opt(network, optical).z),
        ("opt", "shared"),
    ),
    Row(
        OPT_SAR,
        "optical at test time too: the upper bound",
        opt_sar,
        from_opt_sar,
        ("opt", "sar", "shared", "fuse_opt"),
    ),
    _neighbour("Hoffman 2016", "modality hallucination", neighbours.hoffman, OPT_ONLY),
    replace(
        _neighbour("Garcia 2018", "modality distillation", neighbours.garcia, OPT_ONLY),
        predict=from_both,
        trained=("hal", "sar", "shared"),
    ),
    _neighbour("DisOptNet 2022", "", neighbours.disoptnet, OPT_ONLY),
    _neighbour("MSH-Net 2023", "joint adaptation distillation", neighbours.msh_net, OPT_SAR),
    replace(
        _own("CMH-CL less MSAL", "no L_msa, a block for each modality", lambda_msa=0.0),
        network=network_of_two_blocks,
    ),
    _own("CMH-CL less MFAL", "no L_mfa", lambda_mfa=0.0),
    _own(WHOLE, "whole"),
)

SWITCHES = (
    _own("L_msa without alignments", "its S terms stay", share=False, decoders=False),
    _own("L_msa without share's alignment", "", share=False),
    _own("L_msa without the decoders' alignment", "", decoders=False),
    replace(_own("Two blocks", "instead of the shared one"), network=network_of_two_blocks),
    replace(
        _own("One batch norm in the block", "not one for each modality"),
        network=partial(small_network, norm_per_modality=False),
    ),
    _own("T = 1", "", temperature=1.0),
    _own("T = 4", "", temperature=4.0),
    _own("lambda_msa = .3", "", lambda_msa=0.3),
    _own("lambda_msa = 3", "", lambda_msa=3.0),
    _own("lambda_mfa = .3", "", lambda_mfa=0.3),
    _own("lambda_mfa = 3", "", lambda_mfa=3.0),
    _own("Mutual", "gradients reach OPT's side of the alignments", mutual=True),
    _own("MSE on logits", "", distance="mse"),
    _own("MSE on features", "", distance="features"),
    replace(
        _own("Frozen teacher", "OPT branch trained before, then kept"),
        trained=(*HAL_SAR_PARTS, "fuse_opt"),
        teacher=OPT_ONLY,
        start=("opt", "shared"),
    ),
)


def row_named(name: str) -> Row:
    """Raises KeyError for a name that there isn't."""
    return {row.name: row for row in (*ROWS, *SWITCHES)}[name]
