"""The palette of a raster file."""

from __future__ import annotations

import numpy as np
from rasterio import DatasetReader
from rasterio.enums import ColorInterp


def palette_of(dataset: DatasetReader) -> np.ndarray | None:
    """Colours [n, 3] of a file of one band of indices, NaN where transparent, else None."""
    if dataset.count != 1 or dataset.colorinterp[0] != ColorInterp.palette:
        return None
    try:
        colours = dataset.colormap(1)
    except ValueError:
        return None
    palette = np.full((max(colours) + 2, 3), np.nan, np.float32)  # indices beyond: no colour
    for index, (*rgb, alpha) in colours.items():
        if alpha > 0:
            palette[index] = rgb
    return palette
