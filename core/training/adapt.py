"""Adaptation of a model to one scene without labels, by self-training.

The pseudo-labels (Lee 2013, "Pseudo-Label") are confident predictions of the original model with
test-time augmentation. Where optical is valid they are those of OPT-SAR, for both heads.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any, cast

import numpy as np
import torch
from torch import nn

from ..datasets.crops import crop_batch
from ..datasets.scenes import LabelledScene
from ..hatch.errors import InputError
from ..hatch.reporter import Reporter
from ..inference.device import autocast, on_device
from ..inference.engine import TorchEngine
from ..inference.predict import Engine, Readable
from ..inference.tta import TTAEngine
from ..models.store import load_model
from ..networks import CMHCL
from ..networks.bands import valid_mask
from ..networks.losses import segmentation
from ..raster.validity import valid_pixels
from .validation import padded

SIDE, WINDOWS = 384, 16  # pixels along a window, and greatest number of windows to train on
MAX_WINDOWS_READ = 128  # in search of windows with optical
STEPS, BATCH, CROP, LEARNING_RATE = 40, 4, 192, 3e-5
CLIP = 1.0
CONFIDENCE_MARGIN = 1.0  # distance from the threshold in logits from which a pixel is trained on


def adapt_to_scene(
    engine: TorchEngine, scene: Readable, reporter: Reporter, seed: int = 0
) -> TorchEngine:
    """Engine of the model after STEPS steps on windows spread over the scene.

    Scene, seed and machine determine the weights.

    Raises
    ------
    InputError
        If SAR and optical do not overlap. Adapting from SAR alone did not help in our tests.
    Cancelled
        If the user cancelled the job.
    """
    windows = list(islice(_windows(scene, TTAEngine(engine), reporter), WINDOWS))
    if not windows:
        raise InputError(
            "The model cannot adapt: where SAR is valid there is no optical, or no confident "
            "prediction; choose an optical layer of the same place, or extract without adapting."
        )
    network, manifest = load_model(engine.folder)
    network = on_device(network, engine.device)
    self_train(network, windows, STEPS, reporter, seed, manifest.fixed_look)
    return engine.with_network(network, "adapted to the scene")


def pseudo_label(engine: Engine, name: str, sar: np.ndarray, optical: np.ndarray) -> LabelledScene:
    """Pseudo-labels of images [4, H, W] and [5, H, W] with NaN, as a labelled scene.

    As in an extraction OPT-SAR predicts where optical is valid, HAL-SAR elsewhere. ``labelled`` is
    1 where the prediction is confident. Edge and contact are 0.
    """
    has_optical = valid_pixels(optical)
    hal_sar, opt_sar = engine.predict(
        padded(sar)[0].numpy(), padded(optical)[0].numpy() if has_optical.any() else None
    )
    height, width = has_optical.shape
    probability = cast(np.ndarray, hal_sar)[0, :height, :width]
    if opt_sar is not None:
        probability = np.where(has_optical, opt_sar[0, :height, :width], probability)
    distance = _logit(probability) - _logit(np.array(engine.manifest.threshold))
    nowhere = np.zeros(has_optical.shape, np.uint8)
    targets = (distance >= 0).astype(np.uint8), nowhere, nowhere
    confident = (np.abs(distance) >= CONFIDENCE_MARGIN) & valid_pixels(sar)
    return LabelledScene.of(name, (sar, optical), targets, confident)


def self_train(
    network: CMHCL,
    scenes: Sequence[LabelledScene],
    steps: int,
    reporter: Reporter,
    seed: int = 0,
    fixed_look: bool = False,
) -> None:
    """Train the network for some steps on augmented crops of scenes that ``pseudo_label`` made.

    The statistics of batch norm are frozen. ``fixed_look`` is as in ``crop_batch``. Raises
    Cancelled if the user cancelled the job.
    """
    network.eval()
    device = next(network.parameters()).device
    optimiser = torch.optim.AdamW(network.parameters(), lr=LEARNING_RATE)
    for step in range(steps):
        reporter.progress(step, steps, "Adapting to the scene")
        rng = np.random.default_rng((seed, step))
        crops = crop_batch(scenes, BATCH, CROP, rng, fixed_look=fixed_look)
        sar, optical, targets = (torch.from_numpy(part).to(device) for part in crops)
        building, confident = targets[:, :1], targets[:, -1:]
        counted = confident * valid_mask(sar)
        with autocast(device):
            out = network(sar, optical)
        loss = segmentation(out.z_hs, building, counted)
        loss = loss + segmentation(out.z_os, building, counted * valid_mask(optical))
        optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(network.parameters(), CLIP)
        optimiser.step()


def _windows(scene: Readable, teacher: Engine, reporter: Reporter) -> Iterator[LabelledScene]:
    """Yield windows with SAR and optical in random order, with their pseudo-labels."""
    height, width = (min(SIDE, length) for length in (scene.grid.height, scene.grid.width))
    places = [
        (row, col)
        for row in _starts(scene.grid.height, height)
        for col in _starts(scene.grid.width, width)
    ]
    for place in np.random.default_rng(0).permutation(len(places))[:MAX_WINDOWS_READ]:
        reporter.progress(0, 0, "Adapting to the scene")
        row, col = places[place]
        sar, optical = scene.read(row, col, height, width)
        if optical is None:
            return
        usable = scene.inside(row, col, height, width) & valid_pixels(sar)
        if (usable & valid_pixels(optical)).any():
            sar, optical = (np.where(usable, image, np.nan) for image in (sar, optical))
            window = pseudo_label(teacher, f"{row}, {col}", sar, optical)
            if window.labelled.any():
                yield window


def _starts(length: int, size: int) -> list[int]:
    """Starts of adjacent windows; the last one ends with the scene."""
    return sorted({min(start, length - size) for start in range(0, length, size)})


def _logit(p: np.ndarray) -> Any:
    p = np.clip(p, 1e-4, 1 - 1e-4)
    return np.log(p / (1 - p))
