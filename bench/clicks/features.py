"""What the head for clicks reads of scenes, computed once: features, probabilities, buildings."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from core.datasets.augment import augment_optical, augment_sar
from core.hatch.files import atomic_output
from core.hatch.jobs import OPTICAL_BANDS
from core.inference.device import autocast
from core.networks import CMHCL
from core.networks.click_head import HAL_SAR, OPT_SAR

from .scenes import ClickScene, read_scenes


@dataclass(frozen=True)
class Features:
    """A scene as one fusion head saw it, at stride 2.

    Attributes
    ----------
    source
        HAL_SAR or OPT_SAR.
    fused
        float16 [C, h, w].
    probability
        float16 [2, h, w]: of building and of contact.
    ids
        int32 [h, w], as in ClickScene.
    """

    source: int
    fused: Tensor
    probability: Tensor
    ids: Tensor


def write_features(network: CMHCL, scenes: Path, folder: Path) -> None:
    """Features of the scenes of a folder; those that are there already are kept."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, scene in enumerate(read_scenes(scenes)):
        path = folder / f"{scene.name}.npz"
        if not path.exists():
            arrays = _arrays(network, scene, np.random.default_rng(number))
            with atomic_output(path) as new, new.open("wb") as file:
                np.savez(file, **arrays)  # type: ignore[arg-type]


def read_features(folder: Path) -> list[Features]:
    """All features of a folder."""
    found = []
    for path in sorted(folder.glob("*.npz")):
        with np.load(path) as arrays:
            ids = torch.from_numpy(arrays["ids"])
            for source in (HAL_SAR, OPT_SAR):
                fused, probability = (
                    torch.from_numpy(arrays[f"{name}{source}"]) for name in ("fused", "probability")
                )
                found.append(Features(source, fused, probability, ids))
    return found


def _arrays(network: CMHCL, scene: ClickScene, rng: np.random.Generator) -> dict[str, np.ndarray]:
    sar = augment_sar(scene.sar.astype(np.float32), rng)
    optical = np.full((len(OPTICAL_BANDS), *sar.shape[1:]), np.nan, np.float32)
    optical[: len(scene.optical)] = scene.optical
    optical = augment_optical(optical, rng)
    with torch.inference_mode(), autocast(torch.device("cpu")):
        fused = network.fused(torch.from_numpy(sar)[None], torch.from_numpy(optical)[None])
        predicted = network.probabilities(*fused)
        found = {"ids": scene.ids[::2, ::2]}
        for source, (feature, probability) in enumerate(zip(fused, predicted, strict=True)):
            assert feature is not None and probability is not None
            found[f"fused{source}"] = feature[0].half().numpy()
            found[f"probability{source}"] = F.avg_pool2d(probability, 2)[0].half().numpy()
    return found
