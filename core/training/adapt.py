"""A model adapted to one scene without any label: it learns from its own confident answers.

Self-training on pseudo-labels (Lee 2013, "Pseudo-Label") whose teacher is the mean over eight views
of the model as it was. Where there is optical, OPT-SAR teaches HAL-SAR and itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any, cast

import numpy as np
import torch
from torch import Tensor, nn

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
from ..networks.losses import segmentation
from .validation import padded

SIDE, WINDOWS = 384, 16  # pixels, and how many windows of a scene are learnt from at most
LOOKED_AT = 128  # windows that are read at most to find as many with optical
STEPS, BATCH, CROP, LEARNING_RATE = 40, 4, 192, 3e-5
CLIP = 1.0
CONFIDENT = 1.0  # from this far from the threshold, in logits, a pixel is learnt from


def adapted(engine: TorchEngine, scene: Readable, reporter: Reporter, seed: int = 0) -> TorchEngine:
    """An engine of the same model after STEPS steps on windows spread over the scene.

    The same scene, seed and machine give the same weights. Raises InputError without optical,
    for from SAR alone adapting was not measured to help, and Cancelled if the user cancelled.
    """
    windows = list(islice(_windows(scene, TTAEngine(engine), reporter), WINDOWS))
    if not windows:
        raise InputError(
            "The model cannot adapt: where there is SAR there is no optical, or nothing that it is "
            "certain of; choose an optical layer of the same place, or do without adapting."
        )
    network, manifest = load_model(engine.folder)
    network = on_device(network, engine.device)
    self_trained(network, windows, STEPS, reporter, seed, manifest.fixed_look)
    return engine.with_network(network, "adapted to the scene")


def labelled_by(engine: Engine, name: str, sar: np.ndarray, optical: np.ndarray) -> LabelledScene:
    """Images [4, H, W] and [5, H, W] with NaN, labelled by the engine alone.

    As in an extraction OPT-SAR answers where optical is valid, HAL-SAR elsewhere; ``known`` is
    where it is confident. Edge and contact are not labelled.
    """
    has_optical = np.isfinite(optical).any(axis=0)
    hallucinated, taught = engine.predict(
        padded(sar)[0].numpy(), padded(optical)[0].numpy() if has_optical.any() else None
    )
    height, width = has_optical.shape
    probability = cast(np.ndarray, hallucinated)[0, :height, :width]
    if taught is not None:
        probability = np.where(has_optical, taught[0, :height, :width], probability)
    distance = _logit(probability) - _logit(np.array(engine.manifest.threshold))
    nowhere = np.zeros(has_optical.shape, np.uint8)
    return LabelledScene(
        name,
        sar.astype(np.float16),
        optical.astype(np.float16),
        building=(distance >= 0).astype(np.uint8),
        edge=nowhere,
        contact=nowhere,
        labelled=((np.abs(distance) >= CONFIDENT) & np.isfinite(sar).any(axis=0)).astype(np.uint8),
    )


def self_trained(
    network: CMHCL,
    scenes: Sequence[LabelledScene],
    steps: int,
    reporter: Reporter,
    seed: int = 0,
    fixed_look: bool = False,
) -> None:
    """Some steps of the network on augmented crops of what ``labelled_by`` labelled.

    Batch norm keeps its statistics. ``fixed_look`` as in ``crop_batch``. Raises Cancelled when the
    user asked for a stop.
    """
    network.eval()
    device = next(network.parameters()).device
    optimiser = torch.optim.AdamW(network.parameters(), lr=LEARNING_RATE)
    for step in range(steps):
        reporter.progress(step, steps, "Adapting to the scene")
        rng = np.random.default_rng((seed, step))
        crops = crop_batch(scenes, BATCH, CROP, rng, fixed_look=fixed_look)
        sar, optical, targets = (torch.from_numpy(part).to(device) for part in crops)
        building, _, _, confident = targets.split(1, dim=1)
        counted = confident * _valid(sar)
        with autocast(device):
            out = network(sar, optical)
        loss = segmentation(out.z_hs, building, counted)
        loss = loss + segmentation(out.z_os, building, counted * _valid(optical))
        optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(network.parameters(), CLIP)
        optimiser.step()


def _windows(scene: Readable, teacher: Engine, reporter: Reporter) -> Iterator[LabelledScene]:
    """Labelled windows with SAR and optical, drawn from all over the scene."""
    height, width = (min(SIDE, length) for length in (scene.grid.height, scene.grid.width))
    places = [
        (row, col)
        for row in _starts(scene.grid.height, height)
        for col in _starts(scene.grid.width, width)
    ]
    for place in np.random.default_rng(0).permutation(len(places))[:LOOKED_AT]:
        reporter.progress(0, 0, "Adapting to the scene")
        row, col = places[place]
        sar, optical = scene.read(row, col, height, width)
        if optical is None:
            return
        known = scene.inside(row, col, height, width) & np.isfinite(sar).any(axis=0)
        if (known & np.isfinite(optical).any(axis=0)).any():
            sar, optical = (np.where(known, image, np.nan) for image in (sar, optical))
            window = labelled_by(teacher, f"{row}, {col}", sar, optical)
            if window.labelled.any():
                yield window


def _starts(length: int, size: int) -> list[int]:
    """Of windows side by side; the last one ends with the scene."""
    return sorted({min(start, length - size) for start in range(0, length, size)})


def _logit(p: np.ndarray) -> Any:
    p = np.clip(p, 1e-4, 1 - 1e-4)
    return np.log(p / (1 - p))


def _valid(image: Tensor) -> Tensor:
    return torch.isfinite(image).any(dim=1, keepdim=True).float()
