"""Labelled scenes as bytes: small enough to keep thousands of them in a GPU's memory.

A packed scene is one array, uint8 [9, H, W]: four bands of SAR, four of optical (R, G, B, N) and
the marks. Standardised values -5..5 are stored in steps of .04; the marks are bits, as ``BITS``
names them. Bands that a kind of scene never has (near infrared in photographs) are told from its
kind, see ``PRESENT``.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from core.datasets.scenes import LabelledScene, everywhere
from core.hatch.jobs import OPTICAL_BANDS, POLARISATIONS

SAR_BANDS, COLOURS = len(POLARISATIONS), 4
BANDS = SAR_BANDS + COLOURS
LIMIT, LEVELS = 5.0, 254
# What a bit of the marks says of a pixel. "parted": the labels tell touching buildings apart.
BITS = ("building", "edge", "contact", "known", "parted", "sar", "optical")


def pack(
    sar: np.ndarray,
    optical: np.ndarray,
    targets: tuple[np.ndarray, np.ndarray, np.ndarray],
    known: np.ndarray,
    parted: bool,
) -> np.ndarray:
    """uint8 [9, H, W] of standardised images [4, H, W] each, NaN where nothing is known.

    ``targets`` are building, edge and contact, 0 or 1 [H, W]; ``known``: where they hold, bool.
    """
    building, edge, contact = (np.asarray(t) > 0 for t in targets)
    seen = [np.isfinite(image).any(axis=0) for image in (sar, optical)]
    marks = np.zeros(known.shape, np.uint8)
    layers = (building, edge, contact, known, np.full_like(known, parted), *seen)
    for bit, layer in enumerate(layers):
        marks |= layer.astype(np.uint8) << bit
    return np.concatenate([encode(sar), encode(optical), marks[None]])


def encode(values: np.ndarray) -> np.ndarray:
    """Standardised values as uint8, unknown ones as 0 would be."""
    share = np.nan_to_num(values.astype(np.float32), nan=0.0) / (2 * LIMIT) + 0.5
    return np.clip(np.rint(share * LEVELS), 0, LEVELS).astype(np.uint8)


def decode(codes: np.ndarray) -> np.ndarray:
    """float32 of what ``encode`` made."""
    return (codes.astype(np.float32) / LEVELS - 0.5) * (2 * LIMIT)


def unpack(name: str, packed: np.ndarray, present: np.ndarray) -> LabelledScene:
    """The scene again, at the precision of its bytes. ``present``: bool [8], bands that it has."""
    layers = {key: (packed[-1] >> bit) & 1 for bit, key in enumerate(BITS)}
    values = decode(packed[:BANDS])
    values[~present] = np.nan
    values[:SAR_BANDS, layers["sar"] == 0] = np.nan
    values[SAR_BANDS:, layers["optical"] == 0] = np.nan
    extra = np.full((len(OPTICAL_BANDS) - COLOURS, *packed.shape[1:]), np.nan, np.float32)
    known = layers["known"] if not layers["known"].all() else everywhere(packed.shape[1:])
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
    """(packed, present) of a scene that was read from files."""
    optical = scene.optical[:COLOURS]
    targets = scene.building, scene.edge, scene.contact
    packed = pack(scene.sar, optical, targets, scene.known > 0, parted=True)
    present = np.isfinite(np.concatenate([scene.sar, optical])).any(axis=(1, 2))
    return packed, present


def write_scenes(scenes: list[LabelledScene], path: Path) -> None:
    """Scenes of any sizes into one compressed file."""
    arrays: dict[str, np.ndarray] = {}
    for scene in scenes:
        arrays[scene.name], arrays[f"{scene.name}/present"] = pack_labelled(scene)
    np.savez_compressed(path, **arrays)  # type: ignore[arg-type]


def read_scenes(path: Path) -> list[LabelledScene]:
    """What ``write_scenes`` wrote."""
    with np.load(path) as arrays:
        names = [name for name in arrays.files if not name.endswith("/present")]
        return [unpack(name, arrays[name], arrays[f"{name}/present"]) for name in names]
