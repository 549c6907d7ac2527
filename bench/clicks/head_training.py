"""Training of the head for clicks on the features of a network that stays as it is."""

from __future__ import annotations

import copy
import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from core.inference.device import autocast
from core.networks import CMHCL
from core.networks.click_head import HAL_SAR, OPT_SAR, ClickHead, point_map
from core.networks.losses import binary_segmentation

from .simulated_clicks import Pixel, first_click, next_click

CROP = 48  # pixels at stride 2
BATCH = 16
MOST_CLICKS = 5
LEARNING_RATE, WEIGHT_DECAY, WARM_UP, EMA, CLIP = 3e-3, 1e-3, 50, 0.99, 1.0
LEAST = 12  # pixels at stride 2 of a building to click on
FORGET = 0.3  # share of clicks before which the previous mask is dropped
# Features of a real scene lie beside its buildings, and say less of them, more often than those of
# a simulated one. Of disturbed samples, half have features of a place up to so many pixels away,
# and others are mixed with features of another building, or have only these.
DISPLACED = {HAL_SAR: 3, OPT_SAR: 2}
MIXED, REPLACED = 0.3, 0.1  # shares of disturbed samples
LEAST_OWN = 0.3  # share of its own features in a mixed sample


@dataclass(frozen=True)
class Features:
    """A scene as one fusion head saw it, at stride 2.

    Attributes
    ----------
    source
        HAL_SAR or OPT_SAR.
    fused
        float16 [C, h, w].
    probability
        float16 [2, h, w]: of building and of contact.
    ids
        int32 [h, w]: the number of the building, from 1, 0 is background, -1 not known.
    """

    source: int
    fused: Tensor
    probability: Tensor
    ids: Tensor

    def buildings(self) -> tuple[np.ndarray, np.ndarray]:
        """Numbers [n] of the buildings that can be clicked on, and their sizes in pixels."""
        sizes = np.bincount(self.ids.clamp(min=0).flatten().numpy())
        sizes[0] = 0
        numbers = np.flatnonzero(sizes >= LEAST)
        return numbers, sizes[numbers]


def features_of(
    network: CMHCL, sar: np.ndarray, optical: np.ndarray | None, ids: np.ndarray
) -> list[Features]:
    """What the fusion heads of a network in evaluation mode make of a scene.

    Parameters
    ----------
    sar, optical
        float32 [4, H, W] and [5, H, W], standardised, NaN is nodata; H and W are multiples of 32.
    ids
        int32 [H, W], as in Features.

    Returns
    -------
    list
        Of HAL-SAR, and of OPT-SAR unless optical is None.
    """
    device = next(network.parameters()).device
    with torch.inference_mode(), autocast(device):
        fused = network.fused(
            torch.from_numpy(sar)[None].to(device),
            None if optical is None else torch.from_numpy(optical)[None].to(device),
        )
        predicted = network.probabilities(*fused)
    truth = torch.from_numpy(np.ascontiguousarray(ids[::2, ::2]))
    found = []
    for source, feature, probability in zip((HAL_SAR, OPT_SAR), fused, predicted, strict=True):
        if feature is not None and probability is not None:
            halved = F.avg_pool2d(probability.float(), 2)[0].half().cpu()
            found.append(Features(source, feature[0].half().cpu(), halved, truth))
    return found


@dataclass
class Sample:
    """A crop around a building, and the clicks on it so far."""

    features: Tensor  # [C + 2, CROP, CROP]: fused features and probabilities
    building: Tensor  # bool [CROP, CROP]
    known: Tensor  # bool, same shape
    inside: list[Pixel]
    outside: list[Pixel]
    previous: Tensor  # float, same shape

    def maps(self) -> Tensor:
        """The maps of points and the previous mask [3, CROP, CROP]."""
        points = [
            point_map(torch.tensor(pixels).reshape(-1, 2), CROP, CROP)
            for pixels in (self.inside, self.outside)
        ]
        return torch.stack([*points, self.previous])

    def click(self, mask: Tensor, keep: bool = True) -> None:
        """Click on the largest error of a mask, which the head sees next if it is kept."""
        self.previous = mask.float() if keep else torch.zeros(CROP, CROP)
        found = next_click(mask.numpy(), self.building.numpy(), self.known.numpy())
        if found is not None:
            pixel, missing = found
            (self.inside if missing else self.outside).append(pixel)


class Pool:
    """Buildings of scenes, by the fusion head that saw them; large ones more often than small.

    ``sources`` are the fusion heads that saw any. Features of ``disturbed`` samples are those of
    another place, in part.
    """

    def __init__(self, scenes: Sequence[Features], disturbed: bool = False) -> None:
        self._scenes, self._disturbed = scenes, disturbed
        self._buildings: dict[int, list[tuple[int, int]]] = {HAL_SAR: [], OPT_SAR: []}
        weights: dict[int, list[float]] = {HAL_SAR: [], OPT_SAR: []}
        for number, scene in enumerate(scenes):
            for building, size in zip(*scene.buildings(), strict=True):
                self._buildings[scene.source].append((number, int(building)))
                weights[scene.source].append(float(np.sqrt(size)))
        self._ends = {source: np.cumsum(values) for source, values in weights.items()}
        self.sources = [source for source, values in weights.items() if values]

    def __len__(self) -> int:
        return sum(map(len, self._buildings.values()))

    def draw(self, source: int, rng: np.random.Generator) -> Sample:
        """A random building seen by a fusion head, with a first click."""
        sample = self._draw(source, rng)
        if self._disturbed and rng.random() < MIXED + REPLACED:
            is_mixed = rng.random() * (MIXED + REPLACED) < MIXED
            own = float(rng.uniform(LEAST_OWN, 1)) if is_mixed else 0.0
            sample.features.lerp_(self._draw(source, rng).features, 1 - own)
        return sample

    def _draw(self, source: int, rng: np.random.Generator) -> Sample:
        ends = self._ends[source]
        chosen = int(np.searchsorted(ends, rng.uniform(0, ends[-1])))
        number, building = self._buildings[source][chosen]
        displaced = DISPLACED[source] if self._disturbed and rng.random() < 0.5 else 0
        return _random_sample(self._scenes[number], building, rng, displaced)


def middle_sample(scene: Features, building: int) -> Sample:
    """A building in the middle of its crop, clicked in its own middle."""
    row, col = _first_click(scene.ids, building)
    height, width = scene.ids.shape
    place = _clipped(row - CROP // 2, height), _clipped(col - CROP // 2, width)
    planes = [_images(scene, place), *_marks(scene, building, place)]
    return _sample(planes, (row - place[0], col - place[1]))


def _random_sample(
    scene: Features, building: int, rng: np.random.Generator, displaced: int = 0
) -> Sample:
    """A building with a random first click, in a crop that is shifted, turned and mirrored.

    Its features are those of a place up to so many pixels away.
    """
    row, col = _first_click(scene.ids, building, rng)
    height, width = scene.ids.shape
    reach = CROP // 4
    top, left = (
        _clipped(at - CROP // 2 + int(rng.integers(-reach, reach + 1)), length)
        for at, length in ((row, height), (col, width))
    )
    click = torch.zeros(CROP, CROP, dtype=torch.bool)
    click[row - top, col - left] = True
    down, right = (int(by) for by in rng.integers(-displaced, displaced + 1, 2))
    seen = _clipped(top + down, height), _clipped(left + right, width)
    planes = [_images(scene, seen), *_marks(scene, building, (top, left)), click]
    *turned, click = _turned(planes, int(rng.integers(4)), bool(rng.random() < 0.5))
    first = torch.nonzero(click)[0].tolist()
    return _sample(turned, (first[0], first[1]))


def _first_click(ids: Tensor, building: int, rng: np.random.Generator | None = None) -> Pixel:
    """``first_click`` on a building, computed within its bounds."""
    mask = (ids == building).numpy()
    rows, cols = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    part = mask[rows[0] : rows[-1] + 1, cols[0] : cols[-1] + 1]
    row, col = first_click(part, rng)
    return int(rows[0]) + row, int(cols[0]) + col


def _clipped(start: int, length: int) -> int:
    """The first pixel of a crop inside an axis of this length, CROP at least."""
    return int(np.clip(start, 0, length - CROP))


def _images(scene: Features, place: Pixel) -> Tensor:
    """Features and probabilities of the crop at a first pixel."""
    window = _window(place)
    planes = [plane[(slice(None), *window)] for plane in (scene.fused, scene.probability)]
    return torch.cat(planes).float()


def _marks(scene: Features, building: int, place: Pixel) -> list[Tensor]:
    """The pixels of a building and those that are known, of the crop at a first pixel."""
    ids = scene.ids[_window(place)]
    return [ids == building, ids >= 0]


def _window(place: Pixel) -> tuple[slice, slice]:
    row, col = place
    return slice(row, row + CROP), slice(col, col + CROP)


def _sample(planes: Sequence[Tensor], first: Pixel) -> Sample:
    images, building, known = planes
    return Sample(images, building, known, [first], [], torch.zeros(CROP, CROP))


def _turned(planes: list[Tensor], quarters: int, mirrored: bool) -> list[Tensor]:
    turned = [torch.rot90(plane, quarters, (-2, -1)) for plane in planes]
    return [plane.flip(-1) if mirrored else plane for plane in turned]


def logits_of(head: ClickHead, samples: Sequence[Sample], source: int) -> Tensor:
    """Logits [B, 1, CROP, CROP] of a head, on its device."""
    device = next(head.parameters()).device
    images = torch.stack([s.features for s in samples])
    maps = torch.cat([images[:, -2:], torch.stack([s.maps() for s in samples])], dim=1)
    logits: Tensor = head(images[:, :-2].to(device), maps.to(device), source)
    return logits


def masks_of(head: ClickHead, samples: Sequence[Sample], source: int) -> Tensor:
    """Masks of a head in evaluation mode, bool [B, CROP, CROP], on the CPU."""
    with torch.no_grad(), autocast(next(head.parameters()).device):
        masks: Tensor = logits_of(head, samples, source)[:, 0] > 0
    return masks.cpu()


class ClickTraining:
    """A head, the moving average of its weights, and its optimiser.

    With ``fixed_norm`` batch norm keeps its statistics, which a few buildings would distort.
    """

    def __init__(
        self,
        head: ClickHead,
        steps: int,
        learning_rate: float = LEARNING_RATE,
        fixed_norm: bool = False,
    ) -> None:
        self.head = head
        self.average = copy.deepcopy(head).requires_grad_(False).eval()
        self.optimiser = torch.optim.AdamW(
            head.parameters(), lr=learning_rate, weight_decay=WEIGHT_DECAY
        )
        self.steps, self.step = steps, 0
        self._learning_rate, self._fixed_norm = learning_rate, fixed_norm

    def update(self, pool: Pool, seed: int = 0) -> float:
        """One step on random buildings, with up to MOST_CLICKS clicks each; returns the loss.

        They depend only on the seed and the number of the step.
        """
        rng = np.random.default_rng((seed, self.step) if seed else self.step)
        source = pool.sources[self.step % len(pool.sources)]
        samples = [pool.draw(source, rng) for _ in range(BATCH)]
        self.head.eval()
        for _ in range(int(rng.integers(MOST_CLICKS))):
            masks = masks_of(self.head, samples, source)
            for sample, mask in zip(samples, masks, strict=True):
                sample.click(mask, keep=bool(rng.random() >= FORGET))
        return self._step(samples, source)

    def _step(self, samples: Sequence[Sample], source: int) -> float:
        self.head.train(not self._fixed_norm)
        for group in self.optimiser.param_groups:
            group["lr"] = self._learning_rate * self._share()
        logits = logits_of(self.head, samples, source)
        target, known = (
            torch.stack(planes)[:, None].float().to(logits.device)
            for planes in zip(*((s.building, s.known) for s in samples), strict=True)
        )
        loss = binary_segmentation(logits, target, known)
        self.optimiser.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(self.head.parameters(), CLIP)
        self.optimiser.step()
        self.step += 1
        decay = min(EMA, self.step / (10 + self.step))
        now = self.head.state_dict()
        for name, mean in self.average.state_dict().items():
            if mean.is_floating_point():
                mean.lerp_(now[name], 1 - decay)
        return loss.item()

    def _share(self) -> float:
        """Schedule of the learning rate: warm-up, then half a cosine wave."""
        warm_up = min(WARM_UP, max(1, self.steps // 5))
        decay = (1 + math.cos(math.pi * min(self.step / self.steps, 1))) / 2
        return min(1.0, (self.step + 1) / warm_up) * decay
