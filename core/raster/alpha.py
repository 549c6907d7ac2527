"""The band of a raster file that is tagged as alpha."""

from __future__ import annotations

from rasterio import DatasetReader
from rasterio.enums import ColorInterp

from .band_names import is_nameless


def find_tagged_alpha(dataset: DatasetReader) -> int | None:
    """The last band that is tagged as alpha and has no name, if there are other bands."""
    bands = zip(dataset.descriptions, dataset.colorinterp)
    tagged = [
        number
        for number, (name, colour) in enumerate(bands, start=1)
        if colour == ColorInterp.alpha and is_nameless(name or "")
    ]
    return tagged[-1] if tagged and dataset.count > 1 else None
