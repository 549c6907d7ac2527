"""The rows of all tables, as data: what is trained, by which loss, and how it predicts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

import torch
from torch import Tensor
from torch.nn import functional as F

from core.hatch.jobs import LossSettings
from core.networks import CMHCL
from core.networks.losses import distillation, segmentation, total

from . import related_methods
from .conditions import CONDITIONS, FEW, STANDARD, Condition
from .data import Batch
from .parts import building, fused, hal, network_of_two_blocks, opt, sar_alone, small_network

WHOLE, SAR_ONLY, OPT_SAR, OPT_ONLY = "CMH-CL", "SAR only", "OPT + SAR", "OPT only"
LABELS_ALONE = "Two SAR branches, HAL supervised"
HAL_SAR_PARTS = ("hal", "sar", "shared", "fuse_hal")
ALL_PARTS = ("opt", *HAL_SAR_PARTS, "fuse_opt")
PLAIN = LossSettings(lambda_edge=0, lambda_contact=0)
WITHOUT_ALIGNMENTS = replace(PLAIN, share=False, decoders=False, lambda_mfa=0)


@dataclass(frozen=True)
class Row:
    """One way to train, under one condition.

    Attributes
    ----------
    name, note
        What it is, for the tables.
    loss
        Of (network, teacher, batch), the teacher None where there is none.
    predict
        Probability of building [B, H, W] of (network, sar, optical).
    trained
        The network's parts whose weights move.
    teacher
        The row, trained before with the same seed, whose network teaches.
    initial
        What (network, teacher) does before training, None for nothing.
    pseudo_labels
        Whether the teacher labels the training scenes that the condition leaves out.
    """

    name: str
    note: str
    loss: Callable[[CMHCL, CMHCL | None, Batch], Tensor]
    predict: Callable[[CMHCL, Tensor, Tensor], Tensor]
    trained: tuple[str, ...]
    network: Callable[[], CMHCL] = small_network
    teacher: str = ""
    initial: Callable[[CMHCL, CMHCL], None] | None = None
    condition: Condition = STANDARD
    pseudo_labels: bool = False

    def under(self, condition: Condition) -> Row:
        """The same row, which must have no teacher, under another condition."""
        name = f"{self.name}, {condition.name}"
        return replace(self, name=name, note=condition.note, condition=condition)


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
        loss = loss + segmentation(h.z, batch.y, batch.valid)
        loss = loss + segmentation(z_share, *_labels(batch, z_share))
    return loss


def cmhcl(network: CMHCL, _: CMHCL | None, batch: Batch, settings: LossSettings) -> Tensor:
    """The product's own loss; edge and contact are not part of the ablation."""
    targets = F.pad(batch.y, (0, 0, 0, 0, 0, 2))
    out = network(batch.sar, batch.optical)
    return total(out, targets, batch.valid, batch.valid, settings).total


def selective(network: CMHCL, _: CMHCL | None, batch: Batch) -> Tensor:
    """As ``cmhcl``, but HAL and HAL-SAR follow their teachers only in some pixels: where the
    teacher's probability of the label is above one half and above the student's."""
    targets = F.pad(batch.y, (0, 0, 0, 0, 0, 2))
    out = network(batch.sar, batch.optical)
    loss = total(out, targets, batch.valid, batch.valid, WITHOUT_ALIGNMENTS).total
    for student, teacher in (
        (out.z_share_hal, out.z_share_opt),
        (out.z_hal, out.z_opt),
        (out.z_hs, out.z_os),
    ):
        y, valid = _labels(batch, student)
        pixels = valid * better(teacher, student, y)
        loss = loss + distillation(student, teacher, pixels, WITHOUT_ALIGNMENTS.temperature)
    return loss


def better(teacher: Tensor, student: Tensor, y: Tensor) -> Tensor:
    """1 where the teacher is right and surer of it than the student, else 0: [B, 1, h, w].

    Both are logits [B, 2, h, w], ``y`` is 0..1 [B, 1, h, w].
    """
    with torch.no_grad():
        of_label = [
            torch.where(y[:, 0] >= 0.5, building(z), 1 - building(z)) for z in (teacher, student)
        ]
        return ((of_label[0] > 0.5) & (of_label[0] > of_label[1]))[:, None].float()


def hal_from_opt(network: CMHCL, teacher: CMHCL) -> None:
    """HAL's encoder gets the weights of the teacher's OPT encoder but the first convolution's,
    which has other bands."""
    weights = teacher.opt.encoder.state_dict()
    own = network.hal.encoder.state_dict()
    fitting = {name: w for name, w in weights.items() if w.shape == own[name].shape}
    network.hal.encoder.load_state_dict({**own, **fitting})


def from_hal_sar(network: CMHCL, sar: Tensor, _: Tensor) -> Tensor:
    """The prediction of z(HS)."""
    return building(fused(network.fuse_hal, hal(network, sar), sar_alone(network, sar))[1])


def from_opt_sar(network: CMHCL, sar: Tensor, optical: Tensor) -> Tensor:
    """The prediction of z(OS): optical at test time too."""
    return building(fused(network.fuse_opt, opt(network, optical), sar_alone(network, sar))[1])


def from_both(network: CMHCL, sar: Tensor, _: Tensor) -> Tensor:
    """The mean of z(H) and z(S)."""
    return building((hal(network, sar).z + sar_alone(network, sar).z) / 2)


def _labels(batch: Batch, logits: Tensor) -> tuple[Tensor, Tensor]:
    """Building fraction of the labelled pixels, and their share, at the size of the logits."""
    size = (logits.shape[-2], logits.shape[-1])
    valid = F.adaptive_avg_pool2d(batch.valid, size)
    return F.adaptive_avg_pool2d(batch.y * batch.valid, size) / valid.clamp(min=1e-6), valid


def _own(name: str, note: str, **changes: object) -> Row:
    settings = replace(PLAIN, **changes)  # type: ignore[arg-type]
    return Row(name, note, partial(cmhcl, settings=settings), from_hal_sar, ALL_PARTS)


def _related(name: str, note: str, loss: Callable, teacher: str) -> Row:
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
        LABELS_ALONE,
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
    _related("Hoffman 2016", "modality hallucination", related_methods.hoffman, OPT_ONLY),
    replace(
        _related("Garcia 2018", "modality distillation", related_methods.garcia, OPT_ONLY),
        predict=from_both,
        trained=("hal", "sar", "shared"),
    ),
    _related("DisOptNet 2022", "", related_methods.disoptnet, OPT_ONLY),
    _related("MSH-Net 2023", "joint adaptation distillation", related_methods.msh_net, OPT_SAR),
    replace(
        _own("CMH-CL less MSAL", "no L_msa, a block for each modality", lambda_msa=0.0),
        network=network_of_two_blocks,
    ),
    _own("CMH-CL less MFAL", "no L_mfa", lambda_mfa=0.0),
    _own(WHOLE, "whole"),
)

_BY_NAME = {row.name: row for row in ROWS}

FURTHER = (
    replace(
        _BY_NAME[LABELS_ALONE],
        name="HAL from OPT's encoder",
        note=f"as {LABELS_ALONE}, but HAL starts from the trained OPT encoder",
        teacher=OPT_ONLY,
        initial=hal_from_opt,
    ),
    replace(
        _BY_NAME[WHOLE],
        name="CMH-CL, HAL from OPT's encoder",
        note="the same start",
        teacher=OPT_ONLY,
        initial=hal_from_opt,
    ),
    replace(
        _BY_NAME[WHOLE],
        name="CMH-CL, selective",
        note="alignments only where the teacher is right and surer than the student",
        loss=selective,
    ),
)

UNDER_CONDITIONS = (
    *(
        _BY_NAME[name].under(condition)
        for condition in CONDITIONS
        for name in (SAR_ONLY, OPT_ONLY, LABELS_ALONE, WHOLE)
    ),
    _BY_NAME[OPT_SAR].under(FEW),
    replace(
        _BY_NAME[LABELS_ALONE].under(FEW),
        name=f"Pseudo-labels, {FEW.name}",
        note=f"as {LABELS_ALONE}; OPT + SAR, trained on these, labels the other scenes",
        teacher=_BY_NAME[OPT_SAR].under(FEW).name,
        pseudo_labels=True,
    ),
)

# Of the leave-one-out on real scenes.
REAL_ROWS = tuple(_BY_NAME[name] for name in (SAR_ONLY, OPT_ONLY, OPT_SAR, LABELS_ALONE, WHOLE))


def row_named(name: str) -> Row:
    """The row of this name. Raises KeyError if there is none."""
    return {row.name: row for row in (*ROWS, *FURTHER, *UNDER_CONDITIONS)}[name]
