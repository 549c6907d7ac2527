"""A raster that lacks some of what was written is an error."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import rasterio
from rasterio.windows import Window

from core.hatch.errors import InputError
from core.raster.read_back import checksum, require_read_back

VALUES = np.random.default_rng(0).integers(0, 99, (2, 300, 300), np.uint8)
WHOLE = [(Window(0, 0, 300, 300), checksum(VALUES))]


def test_complete_file_passes(write_raster):
    require_read_back(Path(write_raster("a.tif", VALUES)), WHOLE)


def test_missing_block_is_found(write_raster):
    path = write_raster("a.tif", VALUES, tiled=True, blockxsize=256, blockysize=256)
    with rasterio.open(path, "r+") as file:
        file.write(np.zeros((2, 44, 44), np.uint8), window=Window(256, 256, 44, 44))
    with pytest.raises(InputError, match=r"cannot be written .the file is incomplete"):
        require_read_back(Path(path), WHOLE)


def test_truncated_file_is_found(write_raster):
    path = Path(write_raster("a.tif", VALUES))
    path.write_bytes(path.read_bytes()[:-9000])
    with pytest.raises(InputError, match="cannot be written"):
        require_read_back(path, WHOLE)
