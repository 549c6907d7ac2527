"""Which cues a trained model relies on: its figures on the same cities with one cue changed."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from bench.pretrain.held_out import HELD_OUT
from bench.pretrain.packing import COLOURS, SAR_BANDS, unpack
from bench.pretrain.validation import ValidationSet
from core.models.store import load_model
from core.simulator import read_city

from .baselines import displaced_brightness
from .run import CPU, SEED, training_scene
from .trials import TRIALS, Trial

SAR_ALONE = np.arange(SAR_BANDS + COLOURS) < SAR_BANDS


def print_reliance(data: Path, model: Path, scenes: int) -> None:
    """Print a table: IoU at the best threshold, and average precision (AP), from SAR alone.

    The scenes of all trials show the same cities, of which one is a city that is held out. The last
    column needs no model, see ``displaced_brightness``.
    """
    network, _ = load_model(model)
    cities = {HELD_OUT: read_city(data / "geometry" / HELD_OUT)}

    def figures(trial: Trial) -> dict[str, float]:
        packed = [training_scene(trial, cities, (SEED - 1, number)) for number in range(scenes)]
        labelled = [unpack(str(number), p, SAR_ALONE) for number, p in enumerate(packed)]
        found = ValidationSet({"simulated": labelled}, CPU).figures(network)
        return {**found, "brightness": float(np.nanmean([*map(displaced_brightness, labelled)]))}

    print("| simulated SAR | IoU | AP | AP of brightness |\n|---|---|---|---|")
    for name, trial in TRIALS.items():
        if trial.image_filter is None:
            found = figures(trial)
            keys = ("simulated/sar", "simulated/sar/ap", "brightness")
            print(f"| {name} | {' | '.join(f'{found[key]:.3f}' for key in keys)} |", flush=True)
