"""The figures of a trained row: on scenes of a test, and what an extraction with it costs."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor, nn
from torch.utils.flop_counter import FlopCounterMode

from bench.pretrain.chips import PIXEL_M
from core.inference.device import autocast
from core.metrics import ObjectCounts, PixelCounts, boundary_iou
from core.networks import CMHCL
from core.training.validation import padded

from .data import BenchmarkScene, polygons
from .rows import Row

THRESHOLDS = np.linspace(0.1, 0.9, 17)
MIN_AREA_M2 = 20.0  # SpaceNet 6 leaves out footprints under 80 pixels of half a metre
TILE = 512
FIGURES = ("iou", "f1", "precision", "recall", "object_f1", "boundary_iou")


def probabilities(row: Row, network: CMHCL, scenes: Sequence[BenchmarkScene]) -> list[np.ndarray]:
    """Probability of building, float32 [H, W], of each scene, on the network's device."""
    network.eval()
    device = next(network.parameters()).device
    found = []
    for scene in scenes:
        height, width = scene.building.shape
        sar, optical = (padded(image).to(device) for image in (scene.sar, scene.optical))
        with torch.inference_mode(), autocast(device):
            p = row.predict(network, sar, optical)
        found.append(p[0, :height, :width].float().cpu().numpy())
    return found


def best_threshold(found: Sequence[np.ndarray], scenes: Sequence[BenchmarkScene]) -> float:
    """The one of THRESHOLDS with the highest IoU over the pixels of all scenes."""
    return float(max(THRESHOLDS, key=lambda t: _pixels(found, scenes, t).figures()["iou"]))


def figures(
    found: Sequence[np.ndarray], scenes: Sequence[BenchmarkScene], threshold: float
) -> dict[str, float]:
    """FIGURES, each 0..1, of building over the known pixels and buildings of all scenes together.

    boundary_iou is the mean over scenes. For object_f1 each group of pixels joined by their sides
    is a building, neither straightened nor split, against the footprints; under MIN_AREA_M2
    neither counts.
    """
    objects, boundaries = ObjectCounts(), []
    for probability, scene in zip(found, scenes, strict=True):
        mask = (probability >= threshold) & scene.known
        objects.add(polygons(mask), scene.footprints, min_area=MIN_AREA_M2 / PIXEL_M**2)
        boundaries.append(boundary_iou(mask, scene.building, scene.known))
    return {
        **_pixels(found, scenes, threshold).figures(),
        "object_f1": objects.figures()["object_f1"],
        "boundary_iou": float(np.mean(boundaries)),
    }


def cost(row: Row, network: CMHCL) -> dict[str, float]:
    """Parameters and multiply-adds of the parts that predict one tile of 512 px."""
    used: dict[int, Tensor] = {}

    def remember(module: nn.Module, *_: object) -> None:
        used.update((id(p), p) for p in module.parameters(recurse=False))

    hooks = [module.register_forward_hook(remember) for module in network.modules()]
    network.eval()
    with torch.inference_mode(), FlopCounterMode(display=False) as counter:
        row.predict(network, torch.zeros(1, 4, TILE, TILE), torch.zeros(1, 5, TILE, TILE))
    for hook in hooks:
        hook.remove()
    return {
        "parameters": sum(p.numel() for p in used.values()),
        # A multiply-add counts as two operations there.
        "multiply_adds": counter.get_total_flops() / 2,
    }


def _pixels(
    found: Sequence[np.ndarray], scenes: Sequence[BenchmarkScene], threshold: float
) -> PixelCounts:
    counts = PixelCounts()
    for probability, scene in zip(found, scenes, strict=True):
        counts.add(probability >= threshold, scene.building, scene.known)
    return counts
