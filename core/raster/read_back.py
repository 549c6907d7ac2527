"""Check that a raster was written completely.

GDAL writes the last blocks when a file is closed, and rasterio does not report if that fails.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import rasterio
from rasterio.windows import Window

from ..hatch.files import cannot_write, writing
from .gdal_open import GDAL_ERRORS


def checksum(values: np.ndarray) -> int:
    """Checksum of an array."""
    return zlib.crc32(np.ascontiguousarray(values).tobytes())


def require_read_back(path: Path, written: Iterable[tuple[Window, int]]) -> None:
    """Raise InputError unless windows of a closed file have the checksums of what was written."""
    with writing(path, *GDAL_ERRORS), rasterio.open(path) as file:
        for window, expected in written:
            if checksum(file.read(window=window)) != expected:
                raise cannot_write(path, OSError("the file is incomplete"))
