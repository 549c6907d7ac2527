"""What may happen to a batch of crops on the way to the network; all on the device.

As core.datasets.augment, for whole batches at once and stronger: SAR that is so bad that optical
must answer alone, brightness that changes slowly over the crop, clipped tails, mixed colours.
"""

from __future__ import annotations

import math

import torch
from torch import Tensor
from torch.nn import functional as F

from .packed import COLOURS, LIMIT, SAR_BANDS
from .pool import Crops

VV = SAR_BANDS - 1  # what a single band without a name is taken for
RUINED = 0.15  # share of crops whose SAR is hardly worth looking at


class Dice:
    """Random numbers of a batch on its device."""

    def __init__(self, batch: int, device: torch.device, generator: torch.Generator) -> None:
        self.batch, self._device, self._generator = batch, device, generator

    def uniform(self, low: float, high: float, *shape: int) -> Tensor:
        """[B, *shape], of shape [B, 1, 1, 1] unless another is given."""
        size = (self.batch, *(shape or (1, 1, 1)))
        draw = torch.rand(size, device=self._device, generator=self._generator)
        return low + (high - low) * draw

    def normal(self, sigma: float, *shape: int) -> Tensor:
        """As ``uniform``."""
        size = (self.batch, *(shape or (1, 1, 1)))
        return sigma * torch.randn(size, device=self._device, generator=self._generator)

    def chance(self, share: float) -> Tensor:
        """Bool [B, 1, 1, 1]."""
        return self.uniform(0, 1) < share


def augment(crops: Crops, generator: torch.Generator) -> tuple[Tensor, Tensor]:
    """SAR [B, 4, S, S] and optical [B, 5, S, S], NaN where the network is to know nothing."""
    dice = Dice(len(crops.images), crops.images.device, generator)
    sar, optical = crops.images[:, :SAR_BANDS], crops.images[:, SAR_BANDS:]
    sar = changed_sar(sar, dice)
    kept = kept_polarisations(dice, sar.device) & (crops.marks["sar"] > 0)
    colours, present = changed_colours(optical, crops.quilt, dice)
    there = (crops.marks["optical"] > 0) & ~cover(colours.shape[-1], dice)
    nan = torch.full((), math.nan, device=sar.device)
    return torch.where(kept, sar, nan), torch.where(present & there, colours, nan)


def kept_polarisations(dice: Dice, device: torch.device) -> Tensor:
    """Bool [B, 4, 1, 1]: half of the time one, mostly VV, else each by chance."""
    rank = dice.uniform(0, 1, SAR_BANDS)
    rank[:, VV] -= 0.35
    single = rank == rank.amin(dim=1, keepdim=True)
    some = (dice.uniform(0, 1, SAR_BANDS) < dice.uniform(0.3, 1, 1)) | single
    one = dice.chance(0.5)[:, :, 0, 0]
    return torch.where(one, single, some)[..., None, None].to(device)


def changed_sar(sar: Tensor, dice: Dice) -> Tensor:
    """Blur, slow changes of brightness, gain, offset, tone, speckle, clipped tails; or ruin."""
    size = sar.shape[-1]
    sar = torch.where(dice.chance(0.25), blurred(sar, dice.uniform(0.4, 1.1)), sar)
    slow = F.interpolate(dice.normal(1, 1, 4, 4), (size, size), mode="bicubic", align_corners=False)
    sar = sar + slow * dice.uniform(0, 0.3)
    sar = sar * dice.uniform(0.75, 1.3) * dice.uniform(0.93, 1.07, SAR_BANDS, 1, 1)
    sar = sar + dice.normal(0.2) + dice.normal(0.06, SAR_BANDS, 1, 1)
    sar = sar + grain(sar.shape, dice) * dice.uniform(0, 0.3)
    ruined = sar * dice.uniform(0.2, 0.7) + grain(sar.shape, dice) * dice.uniform(0.5, 1.5)
    sar = torch.where(dice.chance(RUINED), ruined, sar)
    sar = torch.where(dice.chance(0.4), toned(sar, dice), sar)
    clipped = torch.maximum(torch.minimum(sar, dice.uniform(1.5, 5)), -dice.uniform(1.2, 4))
    sar = torch.where(dice.chance(0.4), clipped, sar)
    return sar.clamp(-LIMIT, LIMIT)


def changed_colours(optical: Tensor, quilt: Tensor, dice: Dice) -> tuple[Tensor, Tensor]:
    """Colours [B, 5, S, S] and which of them there are, bool [B, 5, 1, 1].

    Panchromatic only, no near infrared, grey, mixed or exchanged colours; blur, tone, gain, offset
    and noise. ``quilt``, bool [B]: of photographs, which have no near infrared.
    """
    rgb, near = optical[:, :3], optical[:, 3:COLOURS]
    rgb = torch.where(dice.chance(0.3), mixed(rgb, dice), rgb)
    grey = rgb.mean(dim=1, keepdim=True)
    kind = dice.uniform(0, 1)
    rgb = torch.where(kind > 0.92, grey.expand_as(rgb), rgb)
    rgb = torch.where((kind > 0.87) & (kind <= 0.92), rgb[:, [2, 0, 1]], rgb)
    rgb = torch.where((kind > 0.82) & (kind <= 0.87), rgb[:, [2, 1, 0]], rgb)
    images = torch.cat([rgb, near, grey], dim=1)
    images = torch.where(dice.chance(0.25), blurred(images, dice.uniform(0.4, 1.1)), images)
    images = torch.where(dice.chance(0.5), toned(images, dice), images)
    images = images * dice.uniform(0.7, 1.35) * dice.uniform(0.85, 1.18, 5, 1, 1)
    images = images + dice.normal(0.25) + dice.normal(0.15, 5, 1, 1)
    images = images + grain(images.shape, dice) * dice.uniform(0, 0.2)
    pan = (kind < 0.12)[:, :, 0, 0]
    bare = (quilt[:, None] | (dice.uniform(0, 1, 1) < 0.6)) | pan
    present = torch.cat([~pan.expand(-1, 3), ~bare, pan], dim=1)
    return images.clamp(-LIMIT, LIMIT), present[..., None, None]


def mixed(rgb: Tensor, dice: Dice) -> Tensor:
    """Each colour with something of the others."""
    mix = torch.eye(3, device=rgb.device) + dice.normal(0.25, 3, 3)
    mix = mix / mix.abs().sum(dim=2, keepdim=True)
    return torch.einsum("bij,bjhw->bihw", mix, rgb)


def cover(size: int, dice: Dice) -> Tensor:
    """Bool [B, 1, S, S]: at times a half plane without optical."""
    steps = torch.linspace(-0.5, 0.5, size, device=dice.uniform(0, 1).device)
    angle, distance = dice.uniform(0, 2 * math.pi), dice.uniform(-0.5, 0.5)
    across = steps[None, None, None] * angle.cos() + steps[None, None, :, None] * angle.sin()
    return (across > distance) & dice.chance(0.1)


def toned(images: Tensor, dice: Dice) -> Tensor:
    """Another gamma; 0, where a standardised image has its median, stays."""
    gamma = torch.exp(dice.uniform(-0.5, 0.5))
    share = (images / (2 * LIMIT) + 0.5).clamp(1e-3, 1)
    return 2 * LIMIT * (share**gamma - 0.5**gamma)


def blurred(images: Tensor, sigma: Tensor) -> Tensor:
    """Gaussian blur, another sigma [B, 1, 1, 1] for each crop, over 5 x 5 pixels."""
    batch, bands, height, width = images.shape
    steps = torch.arange(-2, 3, device=images.device)
    line = torch.exp(-0.5 * (steps / sigma.reshape(batch, 1)) ** 2)
    line = line / line.sum(dim=1, keepdim=True)
    kernel = (line[:, :, None] * line[:, None]).repeat_interleave(bands, dim=0)[:, None]
    flat = F.pad(images.reshape(1, batch * bands, height, width), (2, 2, 2, 2), mode="reflect")
    return F.conv2d(flat, kernel, groups=batch * bands).reshape(images.shape)


def grain(shape: torch.Size, dice: Dice) -> Tensor:
    """Noise of deviation 1 whose grain is one or, half of the time, about two pixels wide."""
    white = dice.normal(1, *shape[1:])
    coarse = 2 * F.avg_pool2d(F.pad(white, (0, 1, 0, 1), mode="replicate"), 2, 1)
    return torch.where(dice.chance(0.5), coarse, white)
