"""Packed scenes in GPU memory, and random crops of them sampled on the GPU."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from .packing import BANDS, BITS, LEVELS, LIMIT, SAR_BANDS
from .scenes import MOSAIC, SIDE, Recipe

ZOOM = (0.65, 1.5)
SAR_SHIFT, OPTICAL_SHIFT = 2.0, 1.5  # pixels, largest offset of an image from the labels


@dataclass(frozen=True)
class Crops:
    """A batch of crops.

    ``images`` [B, 8, S, S] are SAR and optical, 0 at nodata; [B, 4, S, S] without optical.
    ``marks`` are masks [B, 1, S, S] of 0 and 1 by the names of packing.BITS. ``mosaic``, bool [B]:
    crops of photographs.
    """

    images: Tensor
    marks: dict[str, Tensor]
    mosaic: Tensor


class Pool:
    """A ring buffer of packed scenes.

    ``canonical``: only scenes whose radar looks south are added, and crops are never rotated.
    """

    def __init__(self, capacity: int, device: torch.device, canonical: bool) -> None:
        self.scenes = torch.empty(
            (capacity, BANDS + 1, SIDE, SIDE), dtype=torch.uint8, device=device
        )
        self.canonical = canonical
        self.count = 0
        self._recipes: list[Recipe] = []
        self._groups: dict[bool, Tensor] = {}

    def add(self, packed: np.ndarray, recipe: Recipe) -> None:
        """Add a packed scene; the oldest is overwritten when the pool is full."""
        if self.canonical and not recipe.canonical:
            return
        at = self.count % len(self.scenes)
        self.scenes[at].copy_(torch.from_numpy(packed), non_blocking=True)
        if at < len(self._recipes):
            self._recipes[at] = recipe
        else:
            self._recipes.append(recipe)
        self.count += 1
        self._groups.clear()

    def __len__(self) -> int:
        return min(self.count, len(self.scenes))

    def has_both(self) -> bool:
        """Whether the pool holds both simulated cities and mosaics."""
        return len({recipe.kind for recipe in self._recipes}) == 2

    def draw(
        self,
        batch: int,
        size: int,
        mosaics: float,
        generator: torch.Generator,
        with_optical: bool = True,
    ) -> Crops:
        """A random batch; the share ``mosaics`` of it shows photographs."""
        device = self.scenes.device
        kinds = torch.arange(batch, device=device) < round(batch * mosaics)
        indices = torch.where(
            kinds, self._choose(True, batch, generator), self._choose(False, batch, generator)
        )
        scenes = self.scenes[indices]
        window = draw_windows(batch, size, self.canonical, generator, device)
        shift_sar = torch.rand(batch, 1, device=device, generator=generator) < 0.5
        offsets = torch.randn(batch, 2, 2, device=device, generator=generator).clamp(-2, 2)
        sar_offset = offsets[:, 0] * SAR_SHIFT / 2 * shift_sar
        optical_offset = offsets[:, 1] * OPTICAL_SHIFT / 2 * ~shift_sar
        marks = sample_marks(scenes[:, BANDS], window)
        images, marks["sar"] = sample(scenes, slice(0, SAR_BANDS), "sar", window, sar_offset)
        if with_optical:
            optical, marks["optical"] = sample(
                scenes, slice(SAR_BANDS, BANDS), "optical", window, optical_offset
            )
            images = torch.cat([images, optical], dim=1)
        return Crops(images, marks, kinds)

    def _choose(self, mosaic: bool, batch: int, generator: torch.Generator) -> Tensor:
        """Random indices of scenes of a kind, or of any kind if there are none of it."""
        if mosaic not in self._groups:
            own = [i for i, r in enumerate(self._recipes) if (r.kind == MOSAIC) == mosaic]
            own = own or list(range(len(self)))
            self._groups[mosaic] = torch.tensor(own, device=self.scenes.device)
        group = self._groups[mosaic]
        draw = torch.randint(len(group), (batch,), device=group.device, generator=generator)
        return group[draw]


def draw_windows(
    batch: int, size: int, canonical: bool, generator: torch.Generator, device: torch.device
) -> Tensor:
    """Source coordinates of the crops' pixels: float32 [B, size, size, 2], column and row.

    Half of the windows lie on the scene's own pixel grid; the others are zoomed, and half of these
    rotated by up to 45 degrees. All are rotated by a multiple of 90 degrees and mirrored at random;
    ``canonical`` ones are mirrored left to right only.
    """

    def rand(*shape: int) -> Tensor:
        return torch.rand(*shape, device=device, generator=generator)

    exact = rand(batch) < 0.5
    low, high = (math.log(z) for z in ZOOM)
    zoom = torch.where(exact, 1.0, torch.exp(low + (high - low) * rand(batch)))
    free = (rand(batch) - 0.5) * (math.pi / 2) * ((rand(batch) < 0.5) & ~exact)
    quarter = torch.floor(rand(batch) * 4) * (math.pi / 2)
    angle = torch.zeros_like(zoom) if canonical else free + quarter
    mirror = torch.where(rand(batch) < 0.5, -1.0, 1.0)
    reach = (size / 2) / zoom * (angle.cos().abs() + angle.sin().abs())
    room = (SIDE / 2 - reach).clamp(min=0)
    centre = SIDE / 2 - 0.5 + (rand(batch, 2) * 2 - 1) * room[:, None]
    # Integer coordinates, so that nothing is interpolated.
    half = size / 2 - 0.5
    centre = torch.where(exact[:, None], torch.floor(centre) + half % 1, centre)
    steps = torch.arange(size, device=device) - half
    y, x = torch.meshgrid(steps, steps, indexing="ij")
    cos, sin = (f(angle)[:, None, None] / zoom[:, None, None] for f in (torch.cos, torch.sin))
    x, y = x[None] * mirror[:, None, None], y[None]
    places = torch.stack([cos * x - sin * y, sin * x + cos * y], dim=-1)
    places = places + centre[:, None, None]
    near = places.round()
    return torch.where(exact[:, None, None, None], near, places)


def _normalised(places: Tensor) -> Tensor:
    """Pixel coordinates in the normalised coordinates of grid_sample."""
    return (places + 0.5) * (2 / SIDE) - 1


def sample(
    scenes: Tensor, bands: slice, bit: str, window: Tensor, offset: Tensor
) -> tuple[Tensor, Tensor]:
    """Bilinear values [B, C, S, S] and validity [B, 1, S, S] at the window, plus an offset."""
    grid = _normalised(window + offset[:, None, None])
    valid = (scenes[:, BANDS, None] >> BITS.index(bit)) & 1
    codes = torch.cat([scenes[:, bands], valid], dim=1).float()
    drawn = F.grid_sample(codes, grid, "bilinear", "zeros", align_corners=False)
    seen = (drawn[:, -1:] > 0.999).float()
    return (drawn[:, :-1] / LEVELS - 0.5) * (2 * LIMIT) * seen, seen


def sample_marks(marks: Tensor, window: Tensor) -> dict[str, Tensor]:
    """Masks [B, 1, S, S] by name, nearest neighbour, of uint8 [B, H, W]; 0 outside the scene."""
    grid = _normalised(window)
    drawn = F.grid_sample(marks[:, None].float(), grid, "nearest", "zeros", align_corners=False)
    bits = drawn.to(torch.uint8)
    return {name: ((bits >> i) & 1).float() for i, name in enumerate(BITS)}
