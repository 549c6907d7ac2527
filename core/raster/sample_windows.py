"""Windows of a raster file from which its values are sampled."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from rasterio import DatasetReader
from rasterio.windows import Window

_WINDOWS, _WINDOW = 8, 64  # windows along a side of a file, pixels along a side of a window


def sample_windows(dataset: DatasetReader) -> Iterator[Window]:
    """Windows spread evenly over a file that do not overlap."""
    spans = []
    for length in (dataset.height, dataset.width):
        count = min(_WINDOWS, -(-length // _WINDOW))
        size = min(_WINDOW, length // count)
        spans.append((size, np.linspace(0, length - size, count).astype(int)))
    (height, rows), (width, cols) = spans
    for row in rows:
        for col in cols:
            yield Window(int(col), int(row), width, height)
