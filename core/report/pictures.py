"""Pictures of one block of ground: what was seen, what is drawn, what is predicted."""

from __future__ import annotations

import base64
import warnings

import numpy as np
from rasterio.errors import NotGeoreferencedWarning
from rasterio.io import MemoryFile
from scipy.ndimage import binary_erosion

from ..datasets.scenes import LabelledScene
from ..hatch.jobs import OPTICAL_BANDS

MARGIN = 8  # pixels of the scene that are shown around the ground whose labels are known
LEAST_SIDE = 240  # pixels that the longer side of a picture has at least
STRETCH = 2, 98  # percentiles that become black and white
UNSEEN = 96, 96, 110  # where nothing is known
OUTLINE, BUILDING = (255, 200, 0), (230, 60, 200)  # of labels; of what is predicted
DIM = 0.6  # brightness of SAR under what is drawn on it
TINT = 0.7  # how much of it at a probability of 1
_RGB, _PAN = [OPTICAL_BANDS.index(band) for band in "RGB"], OPTICAL_BANDS.index("PAN")


def png(image: np.ndarray) -> str:
    """A PNG file in base64 of a picture, uint8 [H, W, 3]."""
    height, width, _ = image.shape
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", NotGeoreferencedWarning)
        with MemoryFile() as file:
            with file.open(
                driver="PNG", width=width, height=height, count=3, dtype="uint8"
            ) as raster:
                raster.write(np.moveaxis(image, -1, 0))
            return base64.b64encode(file.read()).decode("ascii")


def block_pictures(scene: LabelledScene, probability: np.ndarray) -> dict[str, str]:
    """PNG files in base64, all of one size, of a scene and the probability [H, W] of building.

    Shown is where its labels hold, which is somewhere, with MARGIN pixels around. Keys:

    - sar: the mean over polarisations, grey.
    - optical: in its colours, or grey if panchromatic; only where the scene has any.
    - labels: footprints outlined on dim SAR, which is hatched where the labels do not hold.
    - prediction: dim SAR, tinted where building is probable, and the footprints' outline, thin.

    Where nothing was seen lies a plain grey-blue. Small blocks are enlarged by a whole number.
    """
    rows, cols = (
        slice(max(index.min() - MARGIN, 0), index.max() + 1 + MARGIN)
        for index in np.nonzero(scene.labelled)
    )
    block, probability = scene.part(scene.name, rows, cols), probability[rows, cols]
    times = -(-LEAST_SIDE // max(probability.shape))
    seen = _enlarged(np.isfinite(block.sar).any(axis=0), times)
    known = _enlarged(block.labelled > 0, times)
    building = _enlarged(block.building > 0, times)
    grey = np.repeat(_mean(block.sar)[..., None], 3, axis=2)
    sar = _enlarged(_stretched(grey), times)
    dim = np.where(seen[..., None], DIM * sar, sar)

    labels = dim.copy()
    labels[~known & _stripes(known.shape)] *= 0.4
    labels[_outline(building, 2) & known] = OUTLINE

    share = np.where(seen, _enlarged(np.nan_to_num(probability), times), 0)[..., None]
    prediction = dim + TINT * share * (np.array(BUILDING) - dim)
    prediction[_outline(building, 1) & known] = OUTLINE

    pictures = {"sar": sar, "labels": labels, "prediction": prediction}
    optical = block.optical[_RGB]
    if not np.isfinite(optical).any():
        optical = block.optical[[_PAN] * 3]
    if np.isfinite(optical).any():
        pictures["optical"] = _enlarged(_stretched(np.moveaxis(optical, 0, -1)), times)
    return {name: png(picture.round().astype(np.uint8)) for name, picture in pictures.items()}


def _mean(bands: np.ndarray) -> np.ndarray:
    """[C, H, W] -> the mean of what is known, float32 [H, W], NaN where nothing is."""
    known = np.isfinite(bands)
    count = known.sum(axis=0)
    total = np.where(known, bands, 0).sum(axis=0, dtype=np.float32)
    return np.where(count, total / np.maximum(count, 1), np.nan)


def _stretched(image: np.ndarray) -> np.ndarray:
    """[H, W, 3] of any range -> 0..255, all channels alike; UNSEEN where one is NaN."""
    known = np.isfinite(image).all(axis=2)
    low, high = np.percentile(image[known].astype(np.float32), STRETCH) if known.any() else (0, 1)
    grey = 255 * np.clip((image.astype(np.float32) - low) / max(high - low, 1e-6), 0, 1)
    return np.where(known[..., None], grey, np.array(UNSEEN))


def _enlarged(image: np.ndarray, times: int) -> np.ndarray:
    """[H, W, ...] -> [times H, times W, ...], nearest neighbour."""
    return image.repeat(times, axis=0).repeat(times, axis=1)


def _outline(mask: np.ndarray, pixels: int) -> np.ndarray:
    """The outermost pixels of a mask; where it leaves the picture there is no wall."""
    return mask & ~binary_erosion(mask, iterations=pixels, border_value=1)


def _stripes(shape: tuple[int, ...]) -> np.ndarray:
    """Slanting stripes four pixels wide, bool [H, W]."""
    return np.add.outer(np.arange(shape[0]), np.arange(shape[1])) // 4 % 2 == 0
