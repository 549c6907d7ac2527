"""Training of the head for clicks on the features of a frozen network."""

from __future__ import annotations

import copy
import json
import math
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from core.inference.device import autocast, on_device
from core.networks import CMHCL
from core.networks.click_head import HAL_SAR, OPT_SAR, ClickHead, point_map
from core.networks.losses import binary_segmentation
from core.training.checkpoint import read_checkpoint, write_checkpoint

from .features import Features
from .simulated_clicks import Pixel, first_click, next_click

CROP = 48  # pixels at stride 2
BATCH = 16
MOST_CLICKS = 5
LEARNING_RATE, WEIGHT_DECAY, WARM_UP, EMA, CLIP = 3e-3, 1e-3, 50, 0.99, 1.0
LEAST = 12  # pixels at stride 2 of a building to click on
FORGET = 0.3  # share of clicks before which the previous mask is dropped
NOTE_EVERY = 25


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

    def click(self, mask: Tensor, rng: np.random.Generator) -> None:
        """Keep the mask, and click on its largest error."""
        self.previous = mask.float() if rng.random() >= FORGET else torch.zeros(CROP, CROP)
        found = next_click(mask.numpy(), self.building.numpy(), self.known.numpy())
        if found is not None:
            pixel, missing = found
            (self.inside if missing else self.outside).append(pixel)


class Pool:
    """Buildings of scenes, by the fusion head that saw them; large ones more often than small."""

    def __init__(self, scenes: Sequence[Features]) -> None:
        self._scenes = scenes
        self._buildings: dict[int, list[tuple[int, int]]] = {HAL_SAR: [], OPT_SAR: []}
        weights: dict[int, list[float]] = {HAL_SAR: [], OPT_SAR: []}
        for number, scene in enumerate(scenes):
            counts = np.bincount(scene.ids.clamp(min=0).flatten().numpy())
            counts[0] = 0
            for building in np.flatnonzero(counts >= LEAST):
                self._buildings[scene.source].append((number, int(building)))
                weights[scene.source].append(float(np.sqrt(counts[building])))
        self._ends = {source: np.cumsum(values) for source, values in weights.items()}

    def __len__(self) -> int:
        return sum(map(len, self._buildings.values()))

    def draw(self, source: int, rng: np.random.Generator) -> Sample:
        """A random building seen by a fusion head, with a first click."""
        ends = self._ends[source]
        chosen = int(np.searchsorted(ends, rng.uniform(0, ends[-1])))
        number, building = self._buildings[source][chosen]
        return _sample(self._scenes[number], building, rng)


def _sample(scene: Features, building: int, rng: np.random.Generator) -> Sample:
    row, col = first_click((scene.ids == building).numpy(), rng)
    height, width = scene.ids.shape
    reach = CROP // 4
    top, left = (
        int(np.clip(at - CROP // 2 + rng.integers(-reach, reach + 1), 0, length - CROP))
        for at, length in ((row, height), (col, width))
    )
    window = (slice(top, top + CROP), slice(left, left + CROP))
    images = torch.cat(
        [plane[(slice(None), *window)] for plane in (scene.fused, scene.probability)]
    ).float()
    click = torch.zeros(CROP, CROP, dtype=torch.bool)
    click[row - top, col - left] = True
    planes = [images, scene.ids[window] == building, scene.ids[window] >= 0, click]
    images, truth, known, click = _turned(planes, int(rng.integers(4)), bool(rng.random() < 0.5))
    first = torch.nonzero(click)[0].tolist()
    return Sample(images, truth, known, [(first[0], first[1])], [], torch.zeros(CROP, CROP))


def _turned(planes: list[Tensor], quarters: int, mirrored: bool) -> list[Tensor]:
    turned = [torch.rot90(plane, quarters, (-2, -1)) for plane in planes]
    return [plane.flip(-1) if mirrored else plane for plane in turned]


class Training:
    """The head, the moving average of its weights, and its optimiser."""

    def __init__(self, channels: int, steps: int) -> None:
        torch.manual_seed(0)
        self.head = on_device(ClickHead(channels), torch.device("cpu"))
        self.average = copy.deepcopy(self.head).requires_grad_(False)
        self.optimiser = torch.optim.AdamW(
            self.head.parameters(), lr=LEARNING_RATE, weight_decay=WEIGHT_DECAY
        )
        self.steps, self.step = steps, 0

    def update(self, samples: Sequence[Sample], source: int, rng: np.random.Generator) -> float:
        """Click on each sample up to MOST_CLICKS times, then one step; returns the loss."""
        self.head.eval()
        for _ in range(int(rng.integers(MOST_CLICKS))):
            with torch.no_grad(), autocast(torch.device("cpu")):
                masks = self.logits(samples, source)[:, 0] > 0
            for sample, mask in zip(samples, masks, strict=True):
                sample.click(mask, rng)
        self.head.train()
        share = min(1.0, (self.step + 1) / WARM_UP)
        share *= (1 + math.cos(math.pi * min(self.step / self.steps, 1))) / 2
        for group in self.optimiser.param_groups:
            group["lr"] = LEARNING_RATE * share
        target = torch.stack([s.building for s in samples])[:, None].float()
        known = torch.stack([s.known for s in samples])[:, None].float()
        loss = binary_segmentation(self.logits(samples, source), target, known)
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

    def logits(self, samples: Sequence[Sample], source: int) -> Tensor:
        """Logits [B, 1, CROP, CROP] of the head being trained."""
        images = torch.stack([s.features for s in samples])
        maps = torch.cat([images[:, -2:], torch.stack([s.maps() for s in samples])], dim=1)
        logits: Tensor = self.head(images[:, :-2], maps, source)
        return logits

    def save(self, path: Path) -> None:
        """Write a checkpoint."""
        parts = ("head", "average", "optimiser")
        values = {name: getattr(self, name).state_dict() for name in parts}
        write_checkpoint({**values, "step": self.step}, path)

    def load(self, path: Path) -> None:
        """Go on from a checkpoint."""
        values = read_checkpoint(path)
        self.step = values.pop("step")
        for name, state in values.items():
            getattr(self, name).load_state_dict(state)


def train(scenes: Sequence[Features], steps: int, out: Path) -> None:
    """Train to so many steps, going on from OUT.checkpoint if it exists; logs to OUT.jsonl."""
    pool = Pool(scenes)
    training = Training(len(scenes[0].fused), steps)
    checkpoint = out.with_suffix(".checkpoint")
    if checkpoint.exists():
        training.load(checkpoint)
    print(f"{len(pool)} buildings, from step {training.step}", flush=True)
    losses: list[float] = []
    started = time.perf_counter()
    while training.step < steps:
        rng = np.random.default_rng(training.step)
        source = training.step % 2
        samples = [pool.draw(source, rng) for _ in range(BATCH)]
        losses.append(training.update(samples, source, rng))
        if training.step % NOTE_EVERY == 0 or training.step == steps:
            seconds = round(time.perf_counter() - started, 1)
            entry = {"step": training.step, "loss": round(float(np.mean(losses)), 4), "s": seconds}
            with out.with_suffix(".jsonl").open("a", encoding="utf-8") as log:
                log.write(json.dumps(entry) + "\n")
            print(entry, flush=True)
            training.save(checkpoint)
            losses.clear()


def trained_head(network: CMHCL, out: Path) -> tuple[ClickHead, int]:
    """The head for a network in OUT.checkpoint, in evaluation mode, and its number of steps."""
    values = read_checkpoint(out.with_suffix(".checkpoint"))
    head = network.add_click_head()
    head.load_state_dict(values["average"])
    return head.eval(), int(values["step"])
