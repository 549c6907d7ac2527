"""Probabilities kept in a GeoTIFF, so that outlines can be made again without the network.

Three bands of bytes, tiled and compressed. Band 1 is the probability p of building, band 2 what
contact takes of it: p * (1 - contact) is left, which decides where touching buildings come apart.
Band 3 is how much optical has answered. Scale and offset of each band give values in 0..1; where
nothing is known there is nodata. p and what is left of it are rounded down to steps of 1/200, so
that a threshold of whole steps, such as .35, finds the very pixels that it finds in the
probabilities themselves.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import rasterio
from rasterio.errors import RasterioError
from rasterio.windows import Window

from ..hatch.errors import InputError
from .blend import Strip
from .grid import Grid

STEPS = 200
_NODATA = 255
_BLOCK = 256  # pixels along a tile's side, and rows that are written at a time
_BANDS = ("probability of building", "what contact takes of it", "share of optical")
_MODEL, _THRESHOLD = "CMHCL_MODEL", "CMHCL_THRESHOLD"
_ALMOST = 1e-3  # of a step: what float32 may miss a whole step by


class ProbabilityWriter:
    """A new file of probabilities; a context manager. ``model`` and ``threshold`` are noted."""

    def __init__(self, path: Path, grid: Grid, model: str, threshold: float) -> None:
        self._file = rasterio.open(
            path,
            "w",
            driver="GTiff",
            width=grid.width,
            height=grid.height,
            count=len(_BANDS),
            dtype="uint8",
            crs=grid.crs,
            transform=grid.transform,
            nodata=_NODATA,
            tiled=True,
            blockxsize=_BLOCK,
            blockysize=_BLOCK,
            interleave="band",
            compress="deflate",
            predictor=2,
            bigtiff="if_safer",
        )
        self._file.update_tags(**{_MODEL: model, _THRESHOLD: repr(float(threshold))})
        self._file.scales = (1 / STEPS,) * len(_BANDS)
        self._file.offsets = (0.5 / STEPS, 0.0, 0.0)  # the middle of a step
        for number, name in enumerate(_BANDS, start=1):
            self._file.set_band_description(number, name)
        self._row = 0
        self._waiting = np.empty((len(_BANDS), 0, grid.width), np.uint8)

    def __enter__(self) -> ProbabilityWriter:
        return self

    def __exit__(self, *_: object) -> None:
        self._write(self._waiting.shape[1])
        self._file.close()

    def follow(self, strips: Iterator[Strip]) -> Iterator[Strip]:
        """The strips as they come, each written on its way."""
        for strip in strips:
            self._waiting = np.concatenate([self._waiting, _coded(strip)], axis=1)
            # Whole tiles alone, for those that are written twice are stored twice.
            self._write(self._waiting.shape[1] // _BLOCK * _BLOCK)
            yield strip

    def _write(self, rows: int) -> None:
        if rows:
            window = Window(0, self._row, self._waiting.shape[2], rows)
            self._file.write(self._waiting[:, :rows], window=window)
            self._waiting = self._waiting[:, rows:].copy()
            self._row += rows


class ProbabilityReader:
    """A file that ProbabilityWriter made; a context manager.

    ``grid`` is the scene's, ``model`` the name of the model, ``threshold`` that of the extraction.
    Raises InputError when the file can't be read or is another one.
    """

    def __init__(self, path: Path) -> None:
        try:
            self._file = rasterio.open(path)
        except RasterioError as error:
            raise InputError(
                f"The probabilities {path} cannot be read; run the extraction again."
            ) from error
        tags = self._file.tags()
        if _MODEL not in tags or _THRESHOLD not in tags or self._file.count != len(_BANDS):
            self._file.close()
            raise InputError(
                f"{path} does not hold probabilities of an extraction; choose a file that an "
                "extraction wrote."
            )
        file = self._file
        self.grid = Grid(file.crs, file.transform, file.width, file.height)
        self.model = tags[_MODEL]
        self.threshold = float(tags[_THRESHOLD])

    def __enter__(self) -> ProbabilityReader:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def strips(self) -> Iterator[Strip]:
        """All rows in order. Raises InputError when the file turns out to be damaged."""
        for row in range(0, self.grid.height, _BLOCK):
            rows = min(_BLOCK, self.grid.height - row)
            try:
                codes = self._file.read(window=Window(0, row, self.grid.width, rows))
            except RasterioError as error:
                raise InputError(
                    f"{self._file.name} cannot be read to its end; run the extraction again."
                ) from error
            yield _decoded(codes, row)


def _coded(strip: Strip) -> np.ndarray:
    """Strip [h, w] -> uint8 [3, h, w]."""
    building = np.floor(STEPS * strip.probability + _ALMOST)
    left = np.floor(STEPS * strip.probability * (1 - strip.contact) + _ALMOST)
    steps = np.stack([building, building - left, np.rint(STEPS * strip.optical_share)])
    return np.where(strip.valid, steps, _NODATA).astype(np.uint8)


def _decoded(codes: np.ndarray, row: int) -> Strip:
    """uint8 [3, h, w] -> strip, 0 where not valid."""
    valid = codes[0] != _NODATA
    building, taken, share = codes.astype(np.float32) * valid
    probability = np.minimum((building + 0.5) / STEPS, 1) * valid
    contact = taken / np.maximum(building + 0.5, 1)
    return Strip(row, probability, contact, valid, share / STEPS)
