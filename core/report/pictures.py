"""Pictures of a validation block: images, labels and prediction."""

from __future__ import annotations

import base64
import warnings

import numpy as np
from rasterio.errors import NotGeoreferencedWarning
from rasterio.io import MemoryFile
from scipy.ndimage import binary_erosion

from ..datasets.scenes import LabelledScene
from ..hatch.jobs import OPTICAL_BANDS
from ..raster.validity import valid_pixels

MARGIN = 8  # pixels that are shown around the labelled pixels
LEAST_SIDE = 240  # least length of the longer side of a picture in pixels
STRETCH = 2, 98  # percentiles that are mapped to black and white
INVALID = 96, 96, 110  # colour of invalid pixels
OUTLINE, BUILDING = (255, 200, 0), (230, 60, 200)  # of labels, of predicted pixels
DIM = 0.6  # brightness of SAR under labels and prediction
TINT = 0.7  # opacity at a probability of 1
_RGB, _PAN = [OPTICAL_BANDS.index(band) for band in "RGB"], OPTICAL_BANDS.index("PAN")


def png(image: np.ndarray) -> str:
    """Encode a picture, uint8 [H, W, 3], as PNG in base64."""
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
    """Draw the labelled part of a scene, with MARGIN pixels around it.

    Invalid pixels are grey-blue. Small blocks are enlarged by an integer factor.

    Parameters
    ----------
    scene
        A scene with at least one labelled pixel.
    probability
        Probability of building [H, W].

    Returns
    -------
    dict
        PNG files in base64, all of one size:

        - sar: the mean over polarisations in grey.
        - optical: in colour, or in grey if panchromatic; missing without optical.
        - labels: outlines of the labels on dimmed SAR, which is hatched where not labelled.
        - prediction: dimmed SAR, tinted by the probability, and thin outlines of the labels.
    """
    rows, cols = (
        slice(max(index.min() - MARGIN, 0), index.max() + 1 + MARGIN)
        for index in np.nonzero(scene.labelled)
    )
    block, probability = scene.part(scene.name, rows, cols), probability[rows, cols]
    times = -(-LEAST_SIDE // max(probability.shape))
    valid = _enlarged(valid_pixels(block.sar), times)
    labelled = _enlarged(block.labelled > 0, times)
    building = _enlarged(block.building > 0, times)
    grey = np.repeat(_mean(block.sar)[..., None], 3, axis=2)
    sar = _enlarged(_stretched(grey), times)
    dim = np.where(valid[..., None], DIM * sar, sar)

    labels = dim.copy()
    labels[~labelled & _stripes(labelled.shape)] *= 0.4
    labels[_outline(building, 2) & labelled] = OUTLINE

    share = np.where(valid, _enlarged(np.nan_to_num(probability), times), 0)[..., None]
    prediction = dim + TINT * share * (np.array(BUILDING) - dim)
    prediction[_outline(building, 1) & labelled] = OUTLINE

    pictures = {"sar": sar, "labels": labels, "prediction": prediction}
    optical = block.optical[_RGB]
    if not np.isfinite(optical).any():
        optical = block.optical[[_PAN] * 3]
    if np.isfinite(optical).any():
        pictures["optical"] = _enlarged(_stretched(np.moveaxis(optical, 0, -1)), times)
    return {name: png(picture.round().astype(np.uint8)) for name, picture in pictures.items()}


def _mean(bands: np.ndarray) -> np.ndarray:
    """Mean over the valid bands of [C, H, W]: float32 [H, W], NaN where none is valid."""
    valid = np.isfinite(bands)
    count = valid.sum(axis=0)
    total = np.where(valid, bands, 0).sum(axis=0, dtype=np.float32)
    return np.where(count, total / np.maximum(count, 1), np.nan)


def _stretched(image: np.ndarray) -> np.ndarray:
    """Stretch [H, W, 3] to 0..255, all channels alike; INVALID where one is NaN."""
    valid = np.isfinite(image).all(axis=2)
    low, high = np.percentile(image[valid].astype(np.float32), STRETCH) if valid.any() else (0, 1)
    grey = 255 * np.clip((image.astype(np.float32) - low) / max(high - low, 1e-6), 0, 1)
    return np.where(valid[..., None], grey, np.array(INVALID))


def _enlarged(image: np.ndarray, times: int) -> np.ndarray:
    """Enlarge [H, W, ...] by an integer factor, nearest neighbour."""
    return image.repeat(times, axis=0).repeat(times, axis=1)


def _outline(mask: np.ndarray, pixels: int) -> np.ndarray:
    """The outermost pixels of a mask, but not along the edge of the picture."""
    outermost: np.ndarray = mask & ~binary_erosion(mask, iterations=pixels, border_value=1)
    return outermost


def _stripes(shape: tuple[int, ...]) -> np.ndarray:
    """Diagonal stripes four pixels wide, bool [H, W]."""
    stripes: np.ndarray = np.add.outer(np.arange(shape[0]), np.arange(shape[1])) // 4 % 2 == 0
    return stripes
