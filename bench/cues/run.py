"""The runs of the trials, each of which leaves a line of figures and its weights."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import torch

from bench.pretrain.chips import PIXEL_M
from bench.pretrain.held_out import HELD_OUT, SIMULATED, city_files, held_city
from bench.pretrain.packing import SAR_BANDS, decode, encode, read_scenes, write_scenes
from bench.pretrain.pool import Pool
from bench.pretrain.scenes import CITY, CITY_SHARE, Recipe, city_scene
from bench.pretrain.train import Plan
from bench.pretrain.validation import Network, ValidationSet
from core.datasets.scenes import LabelledScene, read_labelled
from core.hatch.library import DEFAULT_MODEL
from core.models.store import load_model
from core.simulator import City, read_city

from .baselines import BASELINES, displaced_brightness
from .sar_training import SarTraining
from .trials import TRIALS, Trial

CPU = torch.device("cpu")
FIGURES = "figures.jsonl"
SEED = 4_000_000  # of the training scenes
EVALUATE_EVERY = 100
SETTINGS: dict[str, Any] = {
    "preset": "fast",
    "batch": 8,
    "crop": 160,
    "learning_rate": 1e-3,
    "warm_up": 50,
    "mosaics": 0.0,
}


def run(
    data: Path, work: Path, trials: Sequence[str], seeds: Sequence[int], scenes: int, steps: int
) -> None:
    """Make the runs that are not in ``work``, one seed of all trials after the other."""
    work.mkdir(parents=True, exist_ok=True)
    groups = {"simulated": held_out_scenes(data, work), "real": real_scenes(data)}
    cities = {p.name: read_city(p) for p in city_files(data) if p.name != HELD_OUT}
    for seed in seeds:
        for name in trials:
            about = {"trial": name, "seed": seed, "scenes": scenes, "steps": steps}
            if any(about.items() <= line.items() for line in read_figures(work)):
                continue
            start = time.process_time()
            trial = TRIALS[name]
            pool = training_pool(trial, cities, scenes, seed)
            figures, weights = train(trial, pool, groups, steps, seed, work)
            torch.save(weights, weights_path(work, name, seed))
            _write(work, {**about, "cpu_s": round(time.process_time() - start), "at": figures})


def measure_baselines(data: Path, work: Path) -> dict[str, dict[str, float]]:
    """Figures of what needs no training, and of the default model, by name."""
    groups = {"simulated": held_out_scenes(data, work), "real": real_scenes(data)}
    validation = ValidationSet(groups, CPU)
    networks: dict[str, Network] = {name: baseline() for name, baseline in BASELINES.items()}
    networks["default model"] = load_model(DEFAULT_MODEL)[0]
    found = {name: validation.figures(network) for name, network in networks.items()}
    found["brightness, displaced"] = {
        f"{group}/sar/ap": float(np.nanmean([*map(displaced_brightness, scenes)]))
        for group, scenes in groups.items()
    }
    return found


def held_out_scenes(data: Path, work: Path) -> list[LabelledScene]:
    """Scenes of the unchanged simulator, half of them of the city that is held out."""
    path = work / "simulated.npz"
    if not path.exists():
        write_scenes([held_city(data, number) for number in range(SIMULATED)], path)
    return read_scenes(path)


def real_scenes(data: Path) -> list[LabelledScene]:
    """All real scenes."""
    return [read_labelled(p, PIXEL_M) for p in sorted((data / "real").iterdir()) if p.is_dir()]


def training_pool(trial: Trial, cities: Mapping[str, City], count: int, seed: int) -> Pool:
    """Simulated scenes. For one seed all trials have the same cities, pixel sizes and formats."""
    pool = Pool(count, CPU, canonical=False)
    for number in range(count):
        pool.add(training_scene(trial, cities, (SEED + seed, number)), Recipe(CITY, False))
    return pool


def training_scene(trial: Trial, cities: Mapping[str, City], seed: tuple[int, int]) -> np.ndarray:
    """A packed scene of a model city or a random one."""
    rng = np.random.default_rng(seed)
    names = sorted(cities)
    city = None
    if names and rng.random() < CITY_SHARE:
        city = cities[names[int(rng.integers(len(names)))]]
    packed = city_scene(rng, city, trial.radar(np.random.default_rng((*seed, 1))))
    if trial.image_filter:
        packed[:SAR_BANDS] = encode(trial.image_filter(decode(packed[:SAR_BANDS])))
    return packed


def train(
    trial: Trial,
    pool: Pool,
    groups: Mapping[str, Sequence[LabelledScene]],
    steps: int,
    seed: int,
    work: Path,
) -> tuple[dict[str, Any], dict[str, torch.Tensor]]:
    """Train on the pool; returns figures by number of steps, and the last weights."""
    validation = ValidationSet(
        {name: [filtered(scene, trial) for scene in group] for name, group in groups.items()}, CPU
    )
    training = SarTraining(Plan("cues", work, work, seed=seed, **SETTINGS), CPU)
    figures: dict[str, Any] = {}
    while training.step < steps:
        training.update(pool, progress=0.0)  # no decay: the figures of fewer steps are comparable
        if training.step % EVALUATE_EVERY == 0 or training.step == steps:
            figures[str(training.step)] = validation.figures(training.average)
    return figures, training.weights()


def filtered(scene: LabelledScene, trial: Trial) -> LabelledScene:
    """The scene with the trial's filter applied to SAR."""
    if trial.image_filter is None:
        return scene
    return replace(scene, sar=trial.image_filter(scene.sar).astype(np.float16))


def read_figures(work: Path) -> list[dict[str, Any]]:
    """The lines of all runs so far."""
    path = work / FIGURES
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return [json.loads(line) for line in lines]


def _write(work: Path, line: dict[str, Any]) -> None:
    with (work / FIGURES).open("a", encoding="utf-8") as log:
        log.write(json.dumps(line) + "\n")
    print(json.dumps(line), flush=True)


def weights_path(work: Path, trial: str, seed: int) -> Path:
    """File of a run's weights."""
    return work / f"{trial}-{seed}.pt"
