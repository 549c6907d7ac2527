"""Strips in a ZIP archive, as arrays in NumPy's format: what ``numpy.load`` calls ``.npz``.

The values are exact, and the archive has a checksum for each array. A pixel takes about 8 bytes:
compressing probabilities would take longer than writing them. The mask and the optical share, which
are uniform over large areas, are compressed.
"""

from __future__ import annotations

import zipfile
from typing import Any

import numpy as np

from .blend import Strip

PIXEL_BYTES = 13  # of a pixel in memory, the most that it takes in a file


def write_strip(archive: zipfile.ZipFile, strip: Strip, prefix: str = "", floor: float = 0) -> None:
    """Write the values of pixels with a probability of at least ``floor``, and the mask ``valid``.

    ``prefix`` is put before the names of the arrays.
    """
    written = strip.valid & (strip.probability >= floor)
    for name, values, method in (
        ("row", np.array(strip.row), zipfile.ZIP_STORED),
        ("pixels", strip.valid.astype(np.uint8) + written, zipfile.ZIP_DEFLATED),
        ("probability", strip.probability[written], zipfile.ZIP_STORED),
        ("contact", strip.contact[written], zipfile.ZIP_STORED),
        ("optical_share", _shortened(strip.optical_share[written]), zipfile.ZIP_DEFLATED),
    ):
        entry = zipfile.ZipInfo(f"{prefix}{name}.npy")
        entry.compress_type, entry._compresslevel = method, 1  # type: ignore[attr-defined]
        with archive.open(entry, "w", force_zip64=True) as file:
            np.lib.format.write_array(file, values, allow_pickle=False)


def read_strip(file: Any, prefix: str = "") -> Strip:
    """The strip in an archive that ``numpy.load`` opened; pixels that were not written are 0.

    Raises errors of any kind if the archive is damaged.
    """
    pixels = file[f"{prefix}pixels"]
    written = pixels == 2

    def whole(name: str) -> np.ndarray:
        values = np.zeros(pixels.shape, np.float32)
        values[written] = file[f"{prefix}{name}"]
        return values

    row, valid = int(file[f"{prefix}row"]), pixels > 0
    return Strip(row, whole("probability"), whole("contact"), valid, whole("optical_share"))


def _shortened(values: np.ndarray) -> np.ndarray:
    """Values [n], or the first of them [1] if all are equal, as without optical."""
    return values[:1] if (values == values[:1]).all() else values
