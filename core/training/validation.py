"""How good a network is on whole scenes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import torch
from torch import Tensor

from ..datasets.scenes import LabelledScene
from ..device import autocast
from ..metrics import PixelCounts
from ..networks import CMHCL

HEADS = ("sar", "optical")
THRESHOLDS = np.linspace(0.1, 0.9, 17)


def predictions(
    network: CMHCL, scenes: Sequence[LabelledScene]
) -> Iterator[tuple[LabelledScene, dict[str, np.ndarray]]]:
    """Each scene and the probability of building [H, W] by head.

    "sar" is HAL-SAR; "optical" is OPT-SAR, and missing where a scene has no optical. Puts the
    network into evaluation mode.
    """
    network.eval()
    device = next(network.parameters()).device
    for scene in scenes:
        sar, optical = (padded(image).to(device) for image in (scene.sar, scene.optical))
        height, width = scene.building.shape
        has_optical = bool(torch.isfinite(optical).any())
        with torch.inference_mode(), autocast(device):
            heads = network.predict(sar, optical if has_optical else None)
        yield (
            scene,
            {
                name: head[0, 0, :height, :width].cpu().numpy()
                for name, head in zip(HEADS, heads)
                if head is not None
            },
        )


def validate(network: CMHCL, scenes: Sequence[LabelledScene]) -> dict[str, float]:
    """Mean over scenes of building IoU, at the one threshold that suits both heads best.

    Keys: iou (SAR alone), iou_optical (0 where no scene has optical), threshold.
    """
    ious: dict[str, list[list[float]]] = {name: [] for name in HEADS}
    for scene, heads in predictions(network, scenes):
        truth, seen = scene.building > 0, np.isfinite(scene.sar).any(axis=0)
        for name, probability in heads.items():
            ious[name].append(_ious(probability, truth, seen))
    alone, helped = (
        np.mean(ious[name], axis=0) if ious[name] else np.zeros(len(THRESHOLDS)) for name in HEADS
    )
    best = int((alone + helped).argmax())
    return {
        "iou": float(alone[best]),
        "iou_optical": float(helped[best]),
        "threshold": float(THRESHOLDS[best]),
    }


def padded(image: np.ndarray) -> Tensor:
    """float32 [1, C, H, W], grown with NaN to multiples of 32."""
    tensor = torch.from_numpy(image.astype(np.float32))[None]
    height, width = image.shape[-2:]
    return torch.nn.functional.pad(tensor, (0, -width % 32, 0, -height % 32), value=float("nan"))


def _ious(p: np.ndarray, truth: np.ndarray, seen: np.ndarray) -> list[float]:
    """Building IoU over the pixels seen, at each threshold."""
    ious = []
    for threshold in THRESHOLDS:
        counts = PixelCounts()
        counts.add(p >= threshold, truth, seen)
        ious.append(counts.figures()["iou"])
    return ious
