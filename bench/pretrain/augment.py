"""Augmentation of a batch of crops on the device.

As core.datasets.augment, for whole batches at once and stronger: SAR so degraded that the OPT-SAR
head has to rely on optical, brightness gradients across the crop, clipped tails, mixed colours.
"""

from __future__ import annotations

import math

import torch
from torch import Tensor
from torch.nn import functional as F

from .packing import COLOURS, LIMIT, SAR_BANDS
from .pool import Crops

VV = SAR_BANDS - 1  # what a single band without a name is taken for
DEGRADED = 0.15  # share of crops whose SAR has lost most of its contrast


class BatchRandom:
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
    """Augmented SAR [B, 4, S, S] and optical [B, 5, S, S], NaN is nodata."""
    random = BatchRandom(len(crops.images), crops.images.device, generator)
    sar = augmented_sar(crops, random)
    colours, present = augment_optical(crops.images[:, SAR_BANDS:], crops.mosaic, random)
    there = (crops.marks["optical"] > 0) & ~half_plane(colours.shape[-1], random)
    return sar, torch.where(present & there, colours, math.nan)


def augmented_sar(crops: Crops, random: BatchRandom) -> Tensor:
    """Augmented SAR [B, 4, S, S] of some polarisations, NaN is nodata."""
    sar = augment_sar(crops.images[:, :SAR_BANDS], random)
    kept = choose_polarisations(random, sar.device) & (crops.marks["sar"] > 0)
    return torch.where(kept, sar, math.nan)


def choose_polarisations(random: BatchRandom, device: torch.device) -> Tensor:
    """Bool [B, 4, 1, 1]: a single polarisation for half of the crops, mostly VV."""
    rank = random.uniform(0, 1, SAR_BANDS)
    rank[:, VV] -= 0.35
    single = rank == rank.amin(dim=1, keepdim=True)
    some = (random.uniform(0, 1, SAR_BANDS) < random.uniform(0.3, 1, 1)) | single
    one = random.chance(0.5)[:, :, 0, 0]
    return torch.where(one, single, some)[..., None, None].to(device)


def augment_sar(sar: Tensor, random: BatchRandom) -> Tensor:
    """Blur, brightness gradients, gain, offset, gamma, speckle, clipped tails; some degraded."""
    sar = torch.where(random.chance(0.25), blurred(sar, random.uniform(0.4, 1.1)), sar)
    sar = sar + gradients(sar.shape[-1], random) * random.uniform(0, 0.3)
    sar = sar * random.uniform(0.75, 1.3) * random.uniform(0.93, 1.07, SAR_BANDS, 1, 1)
    sar = sar + random.normal(0.2) + random.normal(0.06, SAR_BANDS, 1, 1)
    sar = sar + noise(sar.shape, random) * random.uniform(0, 0.3)
    degraded = sar * random.uniform(0.2, 0.7) + noise(sar.shape, random) * random.uniform(0.5, 1.5)
    sar = torch.where(random.chance(DEGRADED), degraded, sar)
    sar = torch.where(random.chance(0.4), gamma_shifted(sar, random), sar)
    clipped = torch.maximum(torch.minimum(sar, random.uniform(1.5, 5)), -random.uniform(1.2, 4))
    sar = torch.where(random.chance(0.4), clipped, sar)
    return sar.clamp(-LIMIT, LIMIT)


def augment_optical(optical: Tensor, mosaic: Tensor, random: BatchRandom) -> tuple[Tensor, Tensor]:
    """Images [B, 5, S, S] and which of their bands exist, bool [B, 5, 1, 1].

    Panchromatic only, no near infrared, grey, mixed or permuted colours; blur or sharpening, gamma,
    brightness gradients, gain, offset, noise and few levels. ``mosaic``, bool [B]: crops of
    photographs, which have no near infrared.
    """
    rgb, near = optical[:, :3], optical[:, 3:COLOURS]
    rgb = torch.where(random.chance(0.3), mix_colours(rgb, random), rgb)
    grey = rgb.mean(dim=1, keepdim=True)
    kind = random.uniform(0, 1)
    rgb = torch.where(kind > 0.92, grey.expand_as(rgb), rgb)
    rgb = torch.where((kind > 0.87) & (kind <= 0.92), rgb[:, [2, 0, 1]], rgb)
    rgb = torch.where((kind > 0.82) & (kind <= 0.87), rgb[:, [2, 1, 0]], rgb)
    images = torch.cat([rgb, near, grey], dim=1)
    soft = blurred(images, random.uniform(0.4, 1.1))
    sharp = images + (images - soft) * random.uniform(0.3, 1.5)
    filtered = random.uniform(0, 1)
    images = torch.where(filtered < 0.25, soft, torch.where(filtered > 0.85, sharp, images))
    images = torch.where(random.chance(0.5), gamma_shifted(images, random), images)
    images = images + gradients(images.shape[-1], random) * random.uniform(0, 0.3)
    images = images * random.uniform(0.7, 1.35) * random.uniform(0.85, 1.18, 5, 1, 1)
    images = images + random.normal(0.25) + random.normal(0.15, 5, 1, 1)
    images = images + noise(images.shape, random) * random.uniform(0, 0.2)
    images = torch.where(random.chance(0.15), few_levels(images, random), images)
    pan = (kind < 0.12)[:, :, 0, 0]
    no_infrared = (mosaic[:, None] | (random.uniform(0, 1, 1) < 0.6)) | pan
    present = torch.cat([~pan.expand(-1, 3), ~no_infrared, pan], dim=1)
    return images.clamp(-LIMIT, LIMIT), present[..., None, None]


def gradients(size: int, random: BatchRandom) -> Tensor:
    """Smooth differences of brightness across the crop, [B, 1, S, S], of about 1."""
    coarse = random.normal(1, 1, 4, 4)
    return F.interpolate(coarse, (size, size), mode="bicubic", align_corners=False)


def few_levels(images: Tensor, random: BatchRandom) -> Tensor:
    """Rounded to 12 to 48 levels, as in images with a palette."""
    step = 2 * LIMIT / random.uniform(12, 48)
    return torch.round(images / step) * step


def mix_colours(rgb: Tensor, random: BatchRandom) -> Tensor:
    """Random linear mixtures of red, green and blue."""
    mix = torch.eye(3, device=rgb.device) + random.normal(0.25, 3, 3)
    mix = mix / mix.abs().sum(dim=2, keepdim=True)
    return torch.einsum("bij,bjhw->bihw", mix, rgb)


def half_plane(size: int, random: BatchRandom) -> Tensor:
    """Bool [B, 1, S, S]: for a tenth of the crops, a half plane without optical."""
    steps = torch.linspace(-0.5, 0.5, size, device=random.uniform(0, 1).device)
    angle, distance = random.uniform(0, 2 * math.pi), random.uniform(-0.5, 0.5)
    across = steps[None, None, None] * angle.cos() + steps[None, None, :, None] * angle.sin()
    return (across > distance) & random.chance(0.1)


def gamma_shifted(images: Tensor, random: BatchRandom) -> Tensor:
    """Another gamma that leaves 0, the median of a standardised image, unchanged."""
    gamma = torch.exp(random.uniform(-0.5, 0.5))
    share = (images / (2 * LIMIT) + 0.5).clamp(1e-3, 1)
    return 2 * LIMIT * (share**gamma - 0.5**gamma)


def blurred(images: Tensor, sigma: Tensor) -> Tensor:
    """Gaussian blur with a sigma [B, 1, 1, 1] for each crop; kernels of 5 x 5 pixels."""
    batch, bands, height, width = images.shape
    steps = torch.arange(-2, 3, device=images.device)
    line = torch.exp(-0.5 * (steps / sigma.reshape(batch, 1)) ** 2)
    line = line / line.sum(dim=1, keepdim=True)
    kernel = (line[:, :, None] * line[:, None]).repeat_interleave(bands, dim=0)[:, None]
    flat = F.pad(images.reshape(1, batch * bands, height, width), (2, 2, 2, 2), mode="reflect")
    return F.conv2d(flat, kernel, groups=batch * bands).reshape(images.shape)


def noise(shape: torch.Size, random: BatchRandom) -> Tensor:
    """Noise of standard deviation 1, white or, for half of the crops, correlated over 2 pixels."""
    white = random.normal(1, *shape[1:])
    coarse = 2 * F.avg_pool2d(F.pad(white, (0, 1, 0, 1), mode="replicate"), 2, 1)
    return torch.where(random.chance(0.5), coarse, white)
