"""What the head for clicks reads of scenes, computed once, as files."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch

from core.datasets.augment import augment_optical, augment_sar
from core.hatch.files import atomic_output
from core.hatch.jobs import OPTICAL_BANDS
from core.networks import CMHCL
from core.networks.click_head import HAL_SAR, OPT_SAR

from .head_training import Features, features_of
from .scenes import ClickScene, read_scenes


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
    found = {"ids": scene.ids[::2, ::2]}
    for seen in features_of(network, sar, optical, scene.ids):
        found[f"fused{seen.source}"] = seen.fused.numpy()
        found[f"probability{seen.source}"] = seen.probability.numpy()
    return found
