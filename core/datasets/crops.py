"""Random crops of labelled scenes, and what may happen to them on the way to the network."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from .scenes import LabelledScene

RGB, NEAR_INFRARED, PAN = slice(0, 3), 3, 4


def crop_batch(
    scenes: Sequence[LabelledScene], batch: int, size: int, rng: np.random.Generator
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """(sar [batch, 4, size, size], optical [batch, 5, size, size], building [batch, 1, size, size])

    float32, NaN where nothing is known. Scenes are drawn by their area.
    """
    areas = np.array([scene.building.size for scene in scenes], float)
    crops = [
        _augment(*_crop(scenes[i], size, rng), rng)
        for i in rng.choice(len(scenes), batch, p=areas / areas.sum())
    ]
    sar, optical, building = (np.stack(parts) for parts in zip(*crops, strict=True))
    return sar, optical, building[:, None]


def _crop(
    scene: LabelledScene, size: int, rng: np.random.Generator
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """A random window; a scene smaller than it lies in it with NaN around."""
    height, width = scene.building.shape
    row = int(rng.integers(0, max(height - size, 0) + 1))
    col = int(rng.integers(0, max(width - size, 0) + 1))
    rows, cols = slice(row, row + size), slice(col, col + size)
    part = scene.building[rows, cols]
    pad = ((0, size - part.shape[0]), (0, size - part.shape[1]))
    images = [
        np.pad(image[:, rows, cols].astype(np.float32), ((0, 0), *pad), constant_values=np.nan)
        for image in (scene.sar, scene.optical)
    ]
    return images[0], images[1], np.pad(part, pad).astype(np.float32)


def _augment(
    sar: np.ndarray, optical: np.ndarray, building: np.ndarray, rng: np.random.Generator
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Quarter turns and mirror images, which turn a scene into one with another look direction;
    fewer polarisations, fewer colours, optical missing in part; other gain, offset and noise."""
    turns, mirror = int(rng.integers(4)), bool(rng.integers(2))

    def turned(image: np.ndarray) -> np.ndarray:
        image = np.rot90(image, turns, axes=(-2, -1))
        return np.ascontiguousarray(image[..., ::-1] if mirror else image)

    sar, optical, building = turned(sar), turned(optical), turned(building)
    _drop_polarisations(sar, rng)
    _drop_colours(optical, rng)
    if rng.random() < 0.15:
        _cover(optical, rng)
    return _jitter(sar, rng), _jitter(optical, rng), building


def _drop_polarisations(sar: np.ndarray, rng: np.random.Generator) -> None:
    """Half of the time keep one polarisation, else a random number of them. Most users have one."""
    there = np.flatnonzero(np.isfinite(sar).any(axis=(1, 2)))
    if there.size < 2:
        return
    keep = 1 if rng.random() < 0.5 else int(rng.integers(2, there.size + 1))
    sar[rng.permutation(there)[keep:]] = np.nan


def _drop_colours(optical: np.ndarray, rng: np.random.Generator) -> None:
    """Sometimes no near infrared, sometimes panchromatic only."""
    kind = rng.random()
    if kind < 0.15:
        optical[PAN] = optical[RGB].mean(axis=0)
        optical[:PAN] = np.nan
    elif kind < 0.6:
        optical[NEAR_INFRARED] = np.nan


def _cover(optical: np.ndarray, rng: np.random.Generator) -> None:
    """A half plane without optical."""
    size = optical.shape[-1]
    angle, distance = rng.uniform(0, 2 * np.pi), rng.uniform(-0.5, 0.5) * size
    rows, cols = np.mgrid[:size, :size] - size / 2
    optical[:, rows * np.sin(angle) + cols * np.cos(angle) > distance] = np.nan


def _jitter(image: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    bands = (image.shape[0], 1, 1)
    gain = rng.uniform(0.8, 1.25) * rng.uniform(0.95, 1.05, bands)
    offset = rng.normal(0, 0.15) + rng.normal(0, 0.05, bands)
    noise = rng.normal(0, rng.uniform(0, 0.2), image.shape)
    return (image * gain + offset + noise).astype(np.float32)
