"""Losses: formulas by hand, and regressions of known mistakes in published code."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest
import torch
from torch.nn import functional as F

from core.hatch.errors import InputError
from core.networks import Outputs
from core.networks.fusion import CONTACT, EDGE
from core.networks.losses import (
    LossSettings,
    binary_segmentation,
    distillation,
    mfa,
    msa,
    segmentation,
    total,
)

SIZE, BATCH = 64, 2


def make_outputs(seed: int = 0, size: int = SIZE) -> Outputs:
    random = torch.Generator().manual_seed(seed)

    def draw(channels: int, side: int) -> torch.Tensor:
        return torch.randn(BATCH, channels, side, side, generator=random).requires_grad_()

    shapes = {"z_share": (2, size // 32), "f_share": (8, size // 32), "f": (4, size // 2)}
    values = {}
    for field in fields(Outputs):
        kind = field.name.rsplit("_", 1)[0]
        values[field.name] = draw(*shapes.get(kind, (2, size)))
    return Outputs(**values)


def make_targets(size: int = SIZE) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Building, edge and contact; validity of SAR; of optical."""
    random = torch.Generator().manual_seed(9)
    targets = (torch.rand(BATCH, 3, size, size, generator=random) > 0.7).float()
    return targets, torch.ones_like(targets[:, :1]), torch.ones_like(targets[:, :1])


def make_maps() -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Building; validity of SAR; of optical."""
    targets, sar, optical = make_targets()
    return targets[:, :1], sar, optical


def test_segmentation_is_cross_entropy_plus_dice():
    z = torch.tensor([[[[0.0, 2.0]], [[1.0, -1.0]]]])
    y = torch.tensor([[[[1.0, 0.0]]]])
    p = torch.softmax(z, 1)[0, 1, 0]
    cross_entropy = -(p[0].log() + (1 - p[1]).log()) / 2
    dice = (2 * p[0] + 1) / (p.sum() + 1 + 1)
    assert segmentation(z, y, torch.ones_like(y)) == pytest.approx(
        (cross_entropy + 1 - dice).item()
    )


def test_distillation_is_the_scaled_kl_divergence():
    student, teacher = torch.randn(1, 2, 3, 3), torch.randn(1, 2, 3, 3)
    p, q = (student / 2).log_softmax(1), (teacher / 2).log_softmax(1)
    expected = 4 * F.kl_div(p, q, log_target=True, reduction="none").sum(1).mean()
    assert torch.allclose(distillation(student, teacher, torch.ones(1, 1, 3, 3), 2.0), expected)


def test_distillation_of_equal_logits_is_zero():
    z = torch.randn(2, 2, 8, 8)
    assert distillation(z, z, torch.ones(2, 1, 8, 8), 2.0).abs() < 1e-6


@pytest.mark.parametrize("distance", ["kl", "mse", "features"])
def test_loss_does_not_depend_on_the_size_of_the_image(distance):
    """kl_div(reduction="batchmean") divides by the batch size only and grows with H x W."""
    settings = LossSettings(distance=distance)
    out, maps = make_outputs(), make_targets()
    tiled = Outputs(**{f.name: getattr(out, f.name).tile(1, 1, 2, 2) for f in fields(Outputs)})
    small = total(out, *maps, settings)
    large = total(tiled, *(m.tile(1, 1, 2, 2) for m in maps), settings)
    for part in ("total", "seg", "edge", "contact", "msa", "mfa"):
        # The smoothing term of Dice has less weight in a larger image.
        assert getattr(large, part).item() == pytest.approx(getattr(small, part).item(), rel=0.02)


@pytest.mark.parametrize("distance", ["kl", "mse", "features"])
def test_no_gradient_reaches_the_teacher(distance):
    """tensor.detach() has no effect without an assignment."""
    out, (_, sar, optical) = make_outputs(), make_maps()
    mfa(out, sar, optical, LossSettings(distance=distance)).backward()
    teacher, student = (out.f_os, out.f_hs) if distance == "features" else (out.z_os, out.z_hs)
    assert teacher.grad is None and student.grad.abs().sum() > 0


def test_gradient_reaches_the_teacher_if_mutual():
    out, (_, sar, optical) = make_outputs(), make_maps()
    mfa(out, sar, optical, LossSettings(mutual=True)).backward()
    assert out.z_os.grad.abs().sum() > 0


def test_msa_trains_opt_on_its_labels_only():
    out, maps = make_outputs(), make_maps()
    off = msa(out, *maps, LossSettings(share=False, decoders=False))
    only_labels = torch.autograd.grad(off, out.z_opt, retain_graph=True)[0]
    both = torch.autograd.grad(msa(out, *maps, LossSettings()), out.z_opt)[0]
    assert torch.allclose(only_labels, both)


def test_nodata_has_no_effect_on_loss_and_gradient():
    out, (y, sar, optical) = make_outputs(), make_targets()
    sar[..., :32], optical[..., 32:48] = 0, 0
    loss = total(out, y, sar, optical, LossSettings())
    loss.total.backward()
    full_size = ("z_opt", "z_hal", "z_os", "z_hs", "e_os", "e_hs")
    for name in full_size:
        assert getattr(out, name).grad[..., :32].abs().max() == 0
    for name in ("z_opt", "z_os", "e_os"):
        assert getattr(out, name).grad[..., 32:48].abs().max() == 0
    assert out.z_hs.grad[..., 32:].abs().min() > 0
    changed = replace(
        out,
        **{
            name: torch.where(sar.bool(), getattr(out, name), torch.full((), 50.0))
            for name in full_size
        },
    )
    assert torch.allclose(total(changed, y, sar, optical, LossSettings()).total, loss.total)


def test_loss_without_valid_pixels_is_zero():
    out, (y, sar, _) = make_outputs(), make_targets()
    none = torch.zeros_like(sar)
    assert total(out, y, none, none, LossSettings()).total == 0
    only_sar = total(out, y, sar, none, LossSettings())
    assert only_sar.mfa == 0 and only_sar.seg > 0


def test_labels_at_stride_32_are_building_fractions_of_valid_pixels():
    """A coarse pixel of which the valid half is all building is building."""
    out, (y, sar, optical) = make_outputs(), make_maps()
    y[:] = 0
    y[..., :32, :16] = 1
    sar[..., :32, 16:32] = 0
    confident = torch.tensor([9.0, -9.0]).view(1, 2, 1, 1).repeat(BATCH, 1, 2, 2)
    confident[..., 0, 0] = torch.tensor([-9.0, 9.0])
    out = replace(out, z_share_hal=confident.requires_grad_())
    loss = msa(out, y, sar, optical, LossSettings(share=False, decoders=False))
    assert torch.autograd.grad(loss, confident)[0].abs().max() < 1e-3


def test_total_is_the_weighted_sum_and_zero_weights_disable_terms():
    out, maps = make_outputs(), make_targets()
    losses = total(out, *maps, LossSettings(lambda_msa=0.5, lambda_mfa=2, lambda_contact=3))
    aligned = 0.5 * losses.msa + 2 * losses.mfa
    assert torch.allclose(
        losses.total, losses.seg + aligned + 0.25 * losses.edge + 3 * losses.contact
    )
    settings = LossSettings(lambda_msa=0, lambda_mfa=0, lambda_edge=0, lambda_contact=0)
    off = total(out, *maps, settings)
    assert torch.allclose(off.total, losses.seg)
    assert off.msa == off.mfa == off.edge == off.contact == 0


def test_binary_segmentation_is_binary_cross_entropy_plus_dice():
    e = torch.tensor([[[[2.0, -1.0, 0.5]]]])
    y = torch.tensor([[[[1.0, 0.0, 1.0]]]])
    p = e.sigmoid()
    dice = (2 * (p * y).sum() + 1) / (p.sum() + y.sum() + 1)
    expected = F.binary_cross_entropy_with_logits(e, y) + 1 - dice
    assert torch.allclose(binary_segmentation(e, y, torch.ones_like(y)), expected)


def test_edge_and_contact_depend_on_their_own_target_only():
    """Gradients of each channel of e come from its own target, in both heads."""
    out, (targets, sar, optical) = make_outputs(), make_targets()
    parts = total(out, targets, sar, optical, LossSettings())
    for part, channel, other in ((parts.edge, EDGE, CONTACT), (parts.contact, CONTACT, EDGE)):
        for gradient in torch.autograd.grad(part, (out.e_hs, out.e_os), retain_graph=True):
            assert gradient[:, other].abs().max() == 0 < gradient[:, channel].abs().min()
            # Increase the logit where the target is 1, decrease it where it is 0.
            assert torch.equal(gradient[:, channel] < 0, targets[:, 1 + channel] > 0)


def test_unknown_distance_raises():
    with pytest.raises(InputError, match="distance"):
        LossSettings(distance="cosine")
