"""What the networks mark: a picture of real scenes, with the footprints' outlines."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import matplotlib
import numpy as np
import torch

from bench.pretrain.chips import PIXEL_M
from core.datasets.scenes import LabelledScene, read_labelled
from core.inference.device import autocast, on_device
from core.training.validation import padded

from .run import CPU, SETTINGS, filtered, weights_path
from .sar_training import SarNetwork
from .trials import TRIALS

matplotlib.use("Agg")
from matplotlib import pyplot as plt


def look(data: Path, work: Path, png: Path, trials: Sequence[str], scenes: Sequence[str]) -> None:
    """Draw a row for each scene: a polarisation, and the probability of building of each trial."""
    figure, axes = plt.subplots(
        len(scenes),
        len(trials) + 1,
        figsize=(3.2 * (len(trials) + 1), 3.3 * len(scenes)),
        squeeze=False,
    )
    for row, name in zip(axes, scenes, strict=True):
        scene = read_labelled(data / "real" / name, PIXEL_M)
        first = int(np.isfinite(scene.sar).any(axis=(1, 2)).argmax())
        row[0].imshow(scene.sar[first].astype(np.float32), cmap="gray", vmin=-2.5, vmax=4)
        row[0].set_title(name, fontsize=8)
        for axis, trial in zip(row[1:], trials, strict=True):
            axis.imshow(probability(scene, trial, work), cmap="viridis", vmin=0, vmax=1)
            axis.set_title(trial, fontsize=8)
        for axis in row:
            axis.contour(scene.building, [0.5], colors="r", linewidths=0.5)
            axis.axis("off")
    figure.tight_layout()
    figure.savefig(png, dpi=80)


@torch.inference_mode()
def probability(scene: LabelledScene, trial: str, work: Path) -> np.ndarray:
    """Probability of building [H, W] of a trial's network of seed 0, NaN where SAR has no data."""
    network = SarNetwork(SETTINGS["preset"])
    weights = torch.load(weights_path(work, trial, 0), weights_only=True)
    network.load_state_dict({name: value.float() for name, value in weights.items()})
    height, width = scene.building.shape
    sar = padded(filtered(scene, TRIALS[trial]).sar)
    with autocast(CPU):
        p, _ = on_device(network, CPU).eval().predict(sar, None)
    return np.where(scene.evaluation_mask, p[0, 0, :height, :width].numpy(), np.nan)
