"""Whether SAR files that are read as one scene differ in radiometry."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from ..hatch.messages import Message
from .band_names import is_no_backscatter
from .band_values import BandValues
from .gdal_open import open_raster
from .radiometry import detect
from .raster_reader import RasterReader

_MOST_FILES = 64  # of a folder, spread evenly; all of them would take long


def mixed_radiometry(sources: Sequence[RasterReader]) -> list[Message]:
    """A warning if some files are in decibels and others certainly are not, else none."""
    decibels, linear = None, None
    for path, bands in _files(sources):
        kind, reason = _detect(bands)
        if kind == "db" and reason == "negative values":
            decibels = decibels or path
        elif kind != "db":
            linear = linear or path
    if decibels is None or linear is None:
        return []
    return [
        Message(
            "One SAR file has decibels and another amplitude or power, but both are read with the "
            "same scale; convert all files to one scale: {name} and {other}",
            name=decibels.name,
            other=linear.name,
        )
    ]


def _files(sources: Sequence[RasterReader]) -> Iterator[tuple[Path, BandValues]]:
    """All files, also those of folders; none if there is only one."""
    for source in sources:
        files = source.files
        if len(files) > 1:
            for index in np.unique(np.linspace(0, len(files) - 1, _MOST_FILES).astype(int)):
                with open_raster(files[index]) as file:
                    yield files[index], BandValues(file, object())
        elif len(sources) > 1:
            yield source.path, source.bands


def _detect(bands: BandValues) -> tuple[str, Message]:
    used = [i for i, name in enumerate(bands.names) if not is_no_backscatter(name)]
    return detect(bands.sample()[used], bands.is_complex)
