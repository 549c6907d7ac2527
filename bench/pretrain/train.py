"""A training loop of fixed steps or time, for scenes that arrive while it runs."""

from __future__ import annotations

import copy
import json
import math
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import safetensors.torch
import torch
from torch import Tensor, nn

from bench.step_graph import StepGraph
from core.hatch.errors import InputError
from core.hatch.jobs import LossSettings
from core.hatch.manifest import MANIFEST, read_manifest
from core.inference.device import autocast, on_device
from core.models.store import load_model
from core.networks import CMHCL, build
from core.networks.encoder import load_imagenet
from core.networks.msal import OPT

from .augment import augment
from .objective import loss_of
from .pool import Crops, Pool
from .scene_files import SceneReader
from .validation import ValidationSet, score

WEIGHT_DECAY, CLIP, EMA = 5e-3, 1.0, 0.999
FIRST = 3  # warm-up steps outside the time budget
EARLY = (50, 100, 200, 300, 400, 600, 800)  # further steps to validate at


@dataclass(frozen=True)
class Plan:
    """Settings of a training.

    Attributes
    ----------
    scenes
        Folder of packed scenes that ``write_training_scenes`` fills.
    steps, seconds, until
        End of the training: a number of steps, or a time budget from the first step on, or a Unix
        time.
    canonical
        Train on scenes with a fixed look direction only, without rotations.
    warm_up
        Steps over which the learning rate rises.
    mosaics
        Share of crops that show photographs.
    capacity, least
        Scenes in the pool, at most and before the first step.
    base
        Weights file to start from. Of another preset, the parts that fit are taken.
    imagenet
        File with ImageNet weights for the encoder of the OPT branch.
    teacher
        Model folder; OPT-SAR also learns from the probabilities of its OPT-SAR.
    optical_only
        Train the parts that read optical; all others stay as in the base, and so does HAL-SAR.
    compiled, graphed
        Compile the loss; record a step as a CUDA graph.
    """

    name: str
    scenes: Path
    out: Path
    steps: int = 0
    seconds: float = 0.0
    until: float = 0.0
    preset: str = "fast"
    canonical: bool = False
    batch: int = 64
    crop: int = 256
    learning_rate: float = 2e-3
    warm_up: int = 200
    mosaics: float = 0.4
    capacity: int = 4000
    least: int = 48
    validate_every: int = 250
    seed: int = 0
    base: str = ""
    imagenet: str = ""
    teacher: str = ""
    optical_only: bool = False
    compiled: bool = False
    graphed: bool = False


class Training:
    """Network, moving average of its weights, and optimiser.

    Raises InputError if a CUDA graph is asked for on another device.
    """

    def __init__(self, plan: Plan, device: torch.device) -> None:
        if plan.graphed and device.type != "cuda":
            raise InputError("A training with --graphed needs an NVIDIA GPU.")
        torch.manual_seed(plan.seed)
        self.plan, self.device = plan, device
        network = self.new_network()
        if plan.base:
            load_fitting(network, network_weights(Path(plan.base)))
        if plan.imagenet:
            load_imagenet(network.opt.encoder, torch.load(plan.imagenet, weights_only=True))
        self.network = on_device(network, device).train()
        if plan.optical_only:
            freeze_all_but_optical(self.network)
        self.average = copy.deepcopy(self.network).requires_grad_(False)
        on_gpu = device.type == "cuda"
        decayed, plain = _by_decay([p for p in self.network.parameters() if p.requires_grad])
        self.optimiser = torch.optim.AdamW(
            [
                {"params": decayed, "weight_decay": WEIGHT_DECAY},
                {"params": plain, "weight_decay": 0.0},
            ],
            lr=torch.tensor(plan.learning_rate, device=device),
            fused=on_gpu,
            capturable=on_gpu,
        )
        self.generator = torch.Generator(device).manual_seed(plan.seed)
        self.settings = LossSettings()
        self.teacher: CMHCL | None = None
        if plan.teacher:
            teacher, _ = load_model(Path(plan.teacher))
            self.teacher = on_device(teacher, device).requires_grad_(False)
        self.loss: Callable[..., Any] = torch.compile(loss_of) if plan.compiled else loss_of
        self._mean, self._now = _floats(self.average), _floats(self.network)
        self._graph: StepGraph | None = None
        self.step, self.seconds = 0, 0.0
        self.best: dict[str, Any] = {"score": -1.0}

    def update(self, pool: Pool, progress: float) -> Tensor:
        """One step at ``progress`` 0..1 of the cosine schedule; returns the terms of the loss."""
        warm_up = self.plan.warm_up
        share = min(1.0, (self.step + 1) / warm_up) * (1 + math.cos(math.pi * progress)) / 2
        for group in self.optimiser.param_groups:
            group["lr"].fill_(self.plan.learning_rate * share)
        with torch.no_grad():
            crops, sar, optical = self.batch(pool)
        parts = self._step(sar, optical, crops)
        self.step += 1
        self._average()
        return parts

    def _step(self, sar: Tensor, optical: Tensor, crops: Crops) -> Tensor:
        """Update the network for a batch, by a CUDA graph if the plan says so."""
        if not self.plan.graphed:
            return self._descend(sar, optical, crops)

        def step(sar: Tensor, optical: Tensor, mosaic: Tensor, *marks: Tensor) -> Tensor:
            named = dict(zip(crops.marks, marks, strict=True))
            return self._descend(sar, optical, replace(crops, mosaic=mosaic, marks=named))

        self._graph = self._graph or StepGraph(step)
        return self._graph(sar, optical, crops.mosaic, *crops.marks.values())

    def _descend(self, sar: Tensor, optical: Tensor, crops: Crops) -> Tensor:
        """Update the network for a batch; returns the terms of the loss."""
        with autocast(self.device):
            total, parts = self.loss_terms(sar, optical, crops)
        self.optimiser.zero_grad(set_to_none=True)
        total.backward()
        nn.utils.clip_grad_norm_(self.network.parameters(), CLIP)
        self.optimiser.step()
        return torch.stack([part.detach() for part in parts.values()])

    def new_network(self) -> Any:
        """The network to train, with random weights."""
        return build(self.plan.preset)

    def batch(self, pool: Pool) -> tuple[Crops, Tensor, Tensor]:
        """A random batch, and its augmented SAR and optical."""
        crops = pool.draw(self.plan.batch, self.plan.crop, self.plan.mosaics, self.generator)
        return crops, *augment(crops, self.generator)

    def loss_terms(
        self, sar: Tensor, optical: Tensor, crops: Crops
    ) -> tuple[Tensor, dict[str, Tensor]]:
        """Total loss of a batch, and its terms."""
        return self.loss(self.network, sar, optical, crops, self.settings, self.teacher)

    @torch.no_grad()
    def _average(self) -> None:
        decay = min(EMA, (1 + self.step) / (10 + self.step))
        torch._foreach_lerp_(self._mean, self._now, 1 - decay)

    def state(self) -> dict[str, Any]:
        """What ``resume`` needs to go on from here."""
        return {
            "settings": _settings(self.plan),
            "network": self.network.state_dict(),
            "average": self.average.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            "generator": self.generator.get_state(),
            "progress": (self.step, self.seconds, self.best),
        }

    def resume(self, state: Mapping[str, Any]) -> None:
        """Go on from a ``state``. Raises InputError if it is that of another plan."""
        if state["settings"] != _settings(self.plan):
            raise InputError(
                "A training with other settings was interrupted; repeat it, or remove its state."
            )
        self.network.load_state_dict(state["network"])
        self.average.load_state_dict(state["average"])
        self.optimiser.load_state_dict(state["optimiser"])
        self.generator.set_state(state["generator"])
        self.step, self.seconds, self.best = state["progress"]

    def weights(self) -> dict[str, Tensor]:
        """The moving average as float16 on the CPU."""
        return {
            name: value.half().cpu() if value.is_floating_point() else value.cpu()
            for name, value in self.average.state_dict().items()
        }


def train(plan: Plan, validation: ValidationSet, device: torch.device) -> None:
    """Train to the end of the plan; writes NAME.jsonl, NAME-best and NAME-last.safetensors.

    A training that was interrupted goes on from its latest validation, which left NAME.state.
    """
    training = Training(plan, device)
    continues = base_training(plan.base)  # now, as the model may be replaced meanwhile
    state = _state_path(plan)
    if state.exists():
        training.resume(torch.load(state, map_location=device, weights_only=True))
    pool = Pool(plan.capacity, device, plan.canonical)
    plan.out.mkdir(parents=True, exist_ok=True)
    log_path = plan.out / f"{plan.name}.jsonl"
    mode = "a" if training.step else "w"
    with SceneReader(plan.scenes) as reader, log_path.open(mode, encoding="utf-8") as log:
        while len(pool) < plan.least or not pool.has_both():
            _take(reader, pool, 64)
            time.sleep(0.1)
        if training.step == 0:
            _write(log, {"plan": asdict(plan), "continues": continues, "scenes": len(pool)})
        _loop(training, pool, reader, validation, log)
    state.unlink(missing_ok=True)


def _settings(plan: Plan) -> str:
    """All settings but the time at which it ends, which may be another after an interruption."""
    return json.dumps(asdict(replace(plan, until=0.0)), default=str)


def _state_path(plan: Plan) -> Path:
    return plan.out / f"{plan.name}.state"


def base_training(weights: str) -> dict[str, Any]:
    """Length and place of the trainings behind a model's weights; empty without a manifest.

    ``continues`` in it is the record of the training before.
    """
    folder = Path(weights).parent
    if not weights or not (folder / MANIFEST).is_file():
        return {}
    training = read_manifest(folder).training
    keys = ("steps", "seconds", "scenes", "where", "continues")
    return {key: training[key] for key in keys if key in training}


def _loop(
    training: Training, pool: Pool, reader: SceneReader, validation: ValidationSet, log: Any
) -> None:
    plan = training.plan
    while training.step < FIRST:  # compilation and cuDNN benchmarks
        training.update(pool, 0.0)
    start = time.perf_counter() - training.seconds
    budget = plan.until - time.time() + training.seconds if plan.until else plan.seconds

    def progress() -> float:
        if plan.steps:
            return (training.step - FIRST) / plan.steps
        return (time.perf_counter() - start) / budget

    lost: Tensor | None = None
    noted, validating = training.step, 0.0
    while (done := progress()) < 1:
        _take(reader, pool, 4)
        parts = training.update(pool, done)
        lost = parts.clone() if lost is None else lost + parts
        if training.step % plan.validate_every and training.step not in EARLY:
            continue
        means = [round(v, 4) for v in (lost / (training.step - noted)).tolist()]
        lost, noted = None, training.step
        before = time.perf_counter()
        figures = validation.figures(training.average)
        validating += time.perf_counter() - before
        seconds = training.seconds = time.perf_counter() - start
        _keep(training, figures)
        rate = training.step / max(seconds - validating, 1e-6)
        entry: dict[str, Any] = {
            "step": training.step,
            "s": round(seconds, 1),
            "steps_per_s": round(rate, 2),
        }
        entry |= {"scenes": pool.count, "losses": means, "score": round(score(figures), 4)}
        _write(log, {**entry, **figures})
        print(plan.name, entry, {k: v for k, v in figures.items() if k.count("/") == 1}, flush=True)
    figures = validation.figures(training.average)
    _keep(training, figures)
    seconds = round(time.perf_counter() - start, 1)
    end = {"step": training.step, "s": seconds, "scenes": pool.count, "end": True}
    _write(log, {**end, "score": round(score(figures), 4), **figures})
    print(plan.name, "end", training.step, {k: v for k, v in figures.items() if k.count("/") == 1})


def _take(reader: SceneReader, pool: Pool, most: int) -> None:
    for packed, recipe in reader.take(most):
        pool.add(packed, recipe)


def _keep(training: Training, figures: dict[str, float]) -> None:
    """Save the weights as the last ones, and as the best ones if they are."""
    names = ["last"]
    if score(figures) > training.best["score"]:
        training.best = {"score": score(figures), "step": training.step}
        names.append("best")
    for name in names:
        path = training.plan.out / f"{training.plan.name}-{name}.safetensors"
        _save(training.weights(), path, {"step": str(training.step)})
    draft = _state_path(training.plan).with_suffix(".part")
    torch.save(training.state(), draft)
    draft.replace(_state_path(training.plan))


def _save(weights: dict[str, Tensor], path: Path, about: dict[str, str]) -> None:
    draft = path.with_suffix(".part")
    safetensors.torch.save_file(
        {name: value.contiguous() for name, value in weights.items()}, draft, about
    )
    draft.replace(path)


def network_weights(path: Path) -> dict[str, Tensor]:
    """Weights of a file as float32 without a head for clicks, which fits no other features."""
    weights = safetensors.torch.load_file(path)
    return {name: w.float() for name, w in weights.items() if not name.startswith("click.")}


def _write(log: Any, entry: dict[str, Any]) -> None:
    log.write(json.dumps(entry, default=str) + "\n")
    log.flush()


def _floats(network: nn.Module) -> list[Tensor]:
    """Weights and batch norm statistics, as views that follow the network."""
    return [v.detach() for v in network.state_dict().values() if v.is_floating_point()]


def load_fitting(network: CMHCL, weights: Mapping[str, Tensor]) -> None:
    """Load the weights whose name and shape the network has; the others stay as they are."""
    own = network.state_dict()
    fitting = {
        name: weight
        for name, weight in weights.items()
        if name in own and own[name].shape == weight.shape
    }
    network.load_state_dict({**own, **fitting})


def freeze_all_but_optical(network: CMHCL) -> None:
    """Freeze the weights and the batch norm statistics of HAL, SAR, their fusion head and the
    shared block, apart from the norms of the optical modality in it.
    """
    for part in (network.hal, network.sar, network.fuse_hal, network.shared):
        part.requires_grad_(False).eval()
    network.shared.norms[OPT].requires_grad_(True).train()


def _by_decay(weights: Sequence[nn.Parameter]) -> tuple[list[nn.Parameter], list[nn.Parameter]]:
    """Parameters with weight decay (convolutions) and without (norms and biases)."""
    return [w for w in weights if w.ndim > 1], [w for w in weights if w.ndim <= 1]
