"""Whether SAR bands that are read as one scene differ in radiometry."""

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
    """A warning if some bands are in decibels and others certainly are not, else none."""
    decibels, linear = None, None
    for path, bands in _files(sources):
        for band, kind, reason in _detected(bands):
            if kind == "db" and reason == "negative values":
                decibels = decibels or (path.name, band)
            elif kind != "db":
                linear = linear or (path.name, band)
    if decibels is None or linear is None:
        return []
    if decibels[0] == linear[0]:
        return [
            Message(
                "The band {band} has decibels and {other} amplitude or power, but both are read "
                "with the same scale; convert all bands to one scale: {name}",
                band=decibels[1],
                other=linear[1],
                name=linear[0],
            )
        ]
    return [
        Message(
            "One SAR file has decibels and another amplitude or power, but both are read with the "
            "same scale; convert all files to one scale: {name} and {other}",
            name=decibels[0],
            other=linear[0],
        )
    ]


def _files(sources: Sequence[RasterReader]) -> Iterator[tuple[Path, BandValues]]:
    """All files, also those of folders."""
    for source in sources:
        files = source.files
        if len(files) > 1:
            for index in np.unique(np.linspace(0, len(files) - 1, _MOST_FILES).astype(int)):
                with open_raster(files[index]) as file:
                    yield files[index], BandValues(file, object())
        else:
            yield source.path, source.bands


def _detected(bands: BandValues) -> Iterator[tuple[str, str, Message]]:
    """Name, kind and reason of each band of backscatter."""
    sample = bands.sample()
    for index, name in enumerate(bands.names):
        if not is_no_backscatter(name):
            yield name or str(index + 1), *detect(sample[index], bands.is_complex)
