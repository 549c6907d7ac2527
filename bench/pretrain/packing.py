"""Labelled scenes packed into bytes, so that GPU memory holds thousands of them.

A packed scene is one array, uint8 [9, H, W]: four bands of SAR, four of optical (R, G, B, N) and a
bit mask. Standardised values of -5 to 5 are stored in steps of 0.04. ``BITS`` names the bits.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from core.datasets.scenes import LabelledScene, all_labelled
from core.hatch.jobs import OPTICAL_BANDS, POLARISATIONS

SAR_BANDS, COLOURS = len(POLARISATIONS), 4
BANDS = SAR_BANDS + COLOURS
LIMIT, LEVELS = 5.0, 254
# Bits of the mask, lowest first. "known": labelled; "instances": labels separate touching
# buildings; "sar", "optical": valid.
BITS = ("building", "edge", "contact", "known", "instances", "sar", "optical")


def pack(
    sar: np.ndarray,
    optical: np.ndarray,
    targets: tuple[np.ndarray, np.ndarray, np.ndarray],
    known: np.ndarray,
    instances: bool,
) -> np.ndarray:
    """Packed scene of standardised images, [4, H, W] each, NaN is nodata.

    ``targets`` are building, edge and contact, 0 or 1 [H, W]; ``known``, bool [H, W]: labelled.
    """
    building, edge, contact = (np.asarray(t) > 0 for t in targets)
    valid = [np.isfinite(image).any(axis=0) for image in (sar, optical)]
    marks = np.zeros(known.shape, np.uint8)
    layers = (building, edge, contact, known, np.full_like(known, instances), *valid)
    for bit, layer in enumerate(layers):
        marks |= layer.astype(np.uint8) << bit
    return np.concatenate([encode(sar), encode(optical), marks[None]])


def encode(values: np.ndarray) -> np.ndarray:
    """Standardised values as uint8; NaN becomes the code of 0."""
    share = np.nan_to_num(values.astype(np.float32), nan=0.0) / (2 * LIMIT) + 0.5
    return np.clip(np.rint(share * LEVELS), 0, LEVELS).astype(np.uint8)


def decode(codes: np.ndarray) -> np.ndarray:
    """Standardised values, float32, of their codes."""
    return (codes.astype(np.float32) / LEVELS - 0.5) * (2 * LIMIT)


def unpack(name: str, packed: np.ndarray, present: np.ndarray) -> LabelledScene:
    """Labelled scene of a packed one. ``present``, bool [8]: bands that the scene has."""
    layers = {key: (packed[-1] >> bit) & 1 for bit, key in enumerate(BITS)}
    values = decode(packed[:BANDS])
    values[~present] = np.nan
    values[:SAR_BANDS, layers["sar"] == 0] = np.nan
    values[SAR_BANDS:, layers["optical"] == 0] = np.nan
    extra = np.full((len(OPTICAL_BANDS) - COLOURS, *packed.shape[1:]), np.nan, np.float32)
    known = layers["known"] if not layers["known"].all() else all_labelled(packed.shape[1:])
    return LabelledScene(
        name,
        values[:SAR_BANDS].astype(np.float16),
        np.concatenate([values[SAR_BANDS:], extra]).astype(np.float16),
        layers["building"],
        layers["edge"],
        layers["contact"],
        known,
    )


def pack_labelled(scene: LabelledScene) -> tuple[np.ndarray, np.ndarray]:
    """Packed scene and its ``present`` bands."""
    optical = scene.optical[:COLOURS]
    targets = scene.building, scene.edge, scene.contact
    packed = pack(scene.sar, optical, targets, scene.labelled > 0, instances=True)
    present = np.isfinite(np.concatenate([scene.sar, optical])).any(axis=(1, 2))
    return packed, present


def write_scenes(scenes: list[LabelledScene], path: Path) -> None:
    """Write packed scenes of any size into one compressed file."""
    arrays: dict[str, np.ndarray] = {}
    for scene in scenes:
        arrays[scene.name], arrays[f"{scene.name}/present"] = pack_labelled(scene)
    np.savez_compressed(path, **arrays)  # type: ignore[arg-type]


def read_scenes(path: Path) -> list[LabelledScene]:
    """Read the scenes of a file that ``write_scenes`` wrote."""
    with np.load(path) as arrays:
        names = [name for name in arrays.files if not name.endswith("/present")]
        return [unpack(name, arrays[name], arrays[f"{name}/present"]) for name in names]
