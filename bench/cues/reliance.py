"""Which cues a trained model relies on: its figures on the same cities with one cue changed."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from bench.pretrain.__main__ import HELD_OUT
from bench.pretrain.packing import COLOURS, SAR_BANDS, unpack
from bench.pretrain.validation import ValidationSet
from core.models.store import load_model
from core.simulator import read_city

from .run import CPU, SEED, training_scene
from .trials import TRIALS, Trial

SAR_ALONE = np.arange(SAR_BANDS + COLOURS) < SAR_BANDS


def print_reliance(data: Path, model: Path, scenes: int) -> None:
    """Print a table: IoU at the best threshold, and average precision (AP), from SAR alone.

    The scenes of all trials show the same cities, of which one is a city that is held out.
    """
    network, _ = load_model(model)
    cities = {HELD_OUT: read_city(data / "geometry" / HELD_OUT)}

    def figures(trial: Trial) -> dict[str, float]:
        packed = [training_scene(trial, cities, (SEED - 1, number)) for number in range(scenes)]
        labelled = [unpack(str(number), p, SAR_ALONE) for number, p in enumerate(packed)]
        return ValidationSet({"simulated": labelled}, CPU).figures(network)

    print("| simulated SAR | IoU | AP |\n|---|---|---|")
    for name, trial in TRIALS.items():
        if trial.image_filter is None:
            found = figures(trial)
            print(
                f"| {name} | {found['simulated/sar']:.3f} | {found['simulated/sar/ap']:.3f} |",
                flush=True,
            )
