"""Validation of a network on whole scenes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import torch
from torch import Tensor

from ..datasets.scenes import LabelledScene
from ..hatch.errors import DivergedError
from ..hatch.results import HEADS
from ..inference.device import autocast
from ..metrics import PixelCounts
from ..networks import CMHCL

THRESHOLDS = np.linspace(0.05, 0.9, 18).round(2)


def predictions(
    network: CMHCL, scenes: Sequence[LabelledScene]
) -> Iterator[tuple[LabelledScene, dict[str, np.ndarray]]]:
    """Yield each scene and the probability of building [H, W] by head.

    "sar" is HAL-SAR, "optical" is OPT-SAR and missing if a scene has no optical. The network is
    set to evaluation mode. Raises DivergedError if a probability is not finite.
    """
    network.eval()
    device = next(network.parameters()).device
    for scene in scenes:
        sar, optical = (padded(image).to(device) for image in (scene.sar, scene.optical))
        height, width = scene.building.shape
        has_optical = bool(torch.isfinite(optical).any())
        with torch.inference_mode(), autocast(device):
            heads = network.predict(sar, optical if has_optical else None)
        if not all(bool(torch.isfinite(head).all()) for head in heads if head is not None):
            raise DivergedError
        yield (
            scene,
            {
                name: head[0, 0, :height, :width].cpu().numpy()
                for name, head in zip(HEADS, heads)
                if head is not None
            },
        )


def validate(
    network: CMHCL, scenes: Sequence[LabelledScene], pooled: bool = False
) -> dict[str, float]:
    """Building IoU at the threshold that maximises the sum over both heads.

    Keys: iou (SAR alone), iou_optical (0 if no scene has optical), threshold. IoU is the mean over
    scenes, or with ``pooled`` that of all pixels together, for blocks of one scene, some of which
    have few buildings.
    """
    counts: dict[str, list[list[PixelCounts]]] = {name: [] for name in HEADS}
    for scene, heads in predictions(network, scenes):
        for name, probability in heads.items():
            if not (pooled and counts[name]):
                counts[name].append([PixelCounts() for _ in THRESHOLDS])
            for threshold, count in zip(THRESHOLDS, counts[name][-1], strict=True):
                count.add(probability >= threshold, scene.building > 0, scene.evaluation_mask)
    sar, optical = (_mean_ious(counts[name]) for name in HEADS)
    best = int((sar + optical).argmax())
    return {
        "iou": float(sar[best]),
        "iou_optical": float(optical[best]),
        "threshold": float(THRESHOLDS[best]),
    }


def padded(image: np.ndarray) -> Tensor:
    """The image as float32 [1, C, H, W], padded with NaN to multiples of 32."""
    tensor = torch.from_numpy(image.astype(np.float32))[None]
    height, width = image.shape[-2:]
    return torch.nn.functional.pad(tensor, (0, -width % 32, 0, -height % 32), value=float("nan"))


def _mean_ious(counts: Sequence[Sequence[PixelCounts]]) -> np.ndarray:
    """Mean IoU at each threshold; 0 without counts."""
    ious = [[count.figures()["iou"] for count in scene] for scene in counts]
    return np.mean(ious, axis=0) if ious else np.zeros(len(THRESHOLDS))
