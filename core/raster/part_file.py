"""Files of the probabilities of one part of a scene, and whether several are all of one scene.

A part is a ZIP archive of strips (``strip_file``) and a header in JSON.
"""

from __future__ import annotations

import json
import math
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from rasterio.crs import CRS
from rasterio.transform import Affine

from ..hatch.errors import InputError, raise_shortage, reason_of
from ..hatch.files import writing
from ..hatch.messages import Message
from ..hatch.records import from_json
from ..hatch.scene_input import MOST_PARTS
from ..polygons import geometry_of
from .blend import Strip
from .grid import MOST_PIXELS, Grid, pixel_area_m2
from .strip_file import read_strip, write_strip

FORMAT = 1
_HEADER = "part.json"
_LISTED = 5  # missing parts that an error names


@dataclass(frozen=True)
class PartHeader:
    """Header of a part: scene, settings, rows.

    Attributes
    ----------
    part, parts
        Number of the part, from 1, and of all parts.
    rows
        Its first row, and the one after its last.
    crs, transform, width, height, unit_m
        Grid of the scene; the CRS as WKT, "" if there is none.
    area
        WKT of the polygon in that CRS that the extraction is limited to; "" for the whole scene.
    scene
        Changes with the rasters and how they are read.
    model, threshold, min_area_m2
        Name of the model, and the settings of the extraction.
    network
        Changes with the weights of the model and with how it is applied.
    machine
        Changes with what the last bits of probabilities depend on: device, processor, libraries.
    floor
        Lowest probability of the pixels that are in the file.
    """

    part: int
    parts: int
    rows: tuple[int, int]
    crs: str
    transform: tuple[float, ...]
    width: int
    height: int
    unit_m: float
    area: str
    scene: str
    model: str
    threshold: float
    min_area_m2: float
    network: str
    machine: str
    floor: float
    format: int = FORMAT

    @property
    def grid(self) -> Grid:
        """The grid of the whole scene."""
        crs = CRS.from_wkt(self.crs) if self.crs else None
        return Grid(crs, Affine(*self.transform[:6]), self.width, self.height, self.unit_m)

    @property
    def area_polygon(self) -> shapely.Geometry | None:
        """The polygon of ``area``."""
        return geometry_of(self.area) if self.area else None

    def is_possible(self) -> bool:
        """Whether a part may have these values. Raises exceptions of any kind if it cannot."""
        first, last = self.rows
        return (
            1 <= self.part <= self.parts <= MOST_PARTS
            and 0 <= first <= last <= self.height
            and 0 < self.width * self.height <= MOST_PIXELS
            and 0 <= self.threshold <= 1
            and 0 <= self.floor <= 1
            and 0 <= self.min_area_m2 < math.inf
            and 0 < self.unit_m < math.inf
            and 0 < pixel_area_m2(self.grid) < math.inf
            and (self.area_polygon is not None or not self.area)
        )


class PartWriter:
    """Writes a part; a context manager."""

    def __init__(self, path: Path, header: PartHeader) -> None:
        self._path, self._floor = path, header.floor
        with writing(path):
            self._archive = zipfile.ZipFile(path, "w")
            self._archive.writestr(zipfile.ZipInfo(_HEADER), json.dumps(asdict(header)))
        self._count = 0

    def __enter__(self) -> PartWriter:
        return self

    def __exit__(self, *_: object) -> None:
        with writing(self._path):
            self._archive.close()

    def add(self, strip: Strip) -> None:
        """Write the next strip."""
        with writing(self._path):
            write_strip(self._archive, strip, f"{self._count:05}/", self._floor)
        self._count += 1


class PartFile:
    """A part that was written; it is open only while strips are read.

    Raises InputError if it cannot be read or is another kind of file.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            with zipfile.ZipFile(path) as archive:
                values = json.loads(archive.read(_HEADER))
        except OSError as error:
            raise_shortage(error)
            raise InputError(
                "The part cannot be read ({reason}); check its name: {path}",
                reason=reason_of(error),
                path=path,
            ) from error
        except Exception as error:  # a damaged file raises errors of any kind
            raise_shortage(error)
            raise self._damaged() from error
        if not isinstance(values, dict) or values.get("format") != FORMAT:
            raise InputError(
                "The part was written by another version; compute it again: {path}", path=path
            )
        self.header = from_json(PartHeader, values, f"The header of {path}")
        try:
            is_possible = self.header.is_possible()
        except Exception:  # PROJ and GEOS raise errors of many kinds for such values
            is_possible = False
        if not is_possible:
            raise self._damaged()

    def strips(self, row: int = 0) -> Iterator[Strip]:
        """Read its rows in order, from the strip on that ``row`` is in.

        Raises InputError if the file is damaged.
        """
        starts = self._starts()
        for number, (start, end) in enumerate(zip(starts, [*starts[1:], self.header.rows[1]])):
            if end <= row:
                continue
            with self._reading() as file:
                strip = read_strip(file, f"{number:05}/")
                if strip.row != start or strip.valid.shape != (end - start, self.header.width):
                    raise ValueError("a strip of another place")
            yield strip

    def _starts(self) -> list[int]:
        """The first rows of its strips."""
        if self.header.rows[0] == self.header.rows[1]:
            return []
        with self._reading() as file:
            count = sum(name.endswith("/row") for name in file.files)
            starts = [int(file[f"{number:05}/row"]) for number in range(count)]
            if starts[:1] != [self.header.rows[0]]:
                raise ValueError("no first strip")
            return starts

    def _damaged(self) -> InputError:
        return InputError(
            "The file is damaged or not a part of a scene; compute the part again: {path}",
            path=self.path,
        )

    @contextmanager
    def _reading(self) -> Iterator[Any]:
        try:
            with np.load(self.path) as file:
                yield file
        except Exception as error:  # a damaged file raises errors of any kind
            raise_shortage(error)
            raise InputError(
                "The part is damaged; compute it again: {path}", path=self.path
            ) from error


def all_parts(parts: Sequence[PartFile]) -> list[PartFile]:
    """The parts of a scene in their order.

    Raises InputError if one is missing, given twice, or of another scene, model or setting.
    """
    first = parts[0]
    for part in parts[1:]:
        problem = difference(part.header, first.header)
        if problem:
            raise InputError(
                "The part does not fit {first} ({difference}); leave it out, or compute it again: "
                "{path}",
                first=first.path,
                difference=problem,
                path=part.path,
            )
    by_number: dict[int, PartFile] = {}
    for part in parts:
        number = part.header.part
        if number in by_number:
            raise InputError(
                "Part {number} is given twice; leave one out: {first}, {path}",
                number=number,
                first=by_number[number].path,
                path=part.path,
            )
        by_number[number] = part
    count = first.header.parts
    missing = [number for number in range(1, count + 1) if number not in by_number]
    if missing:
        listed = ", ".join(map(str, missing[:_LISTED])) + (", …" if missing[_LISTED:] else "")
        raise InputError(
            "{missing} of {count} parts are missing ({listed}); compute them and name them too: "
            "{path}",
            missing=len(missing),
            count=count,
            listed=listed,
            path=first.path,
        )
    return [by_number[number] for number in range(1, count + 1)]


def difference(header: PartHeader, first: PartHeader) -> str:
    """First difference from the header of the first part, as a Message; empty if they fit."""
    for fields, what in (
        (("scene", "crs", "transform", "width", "height", "unit_m"), Message("another scene")),
        (("area",), Message("another area")),
        (("network", "model"), Message("another model")),
        (("threshold", "min_area_m2", "floor"), Message("other settings")),
        (("parts",), Message("another number of parts")),
    ):
        if any(getattr(header, field) != getattr(first, field) for field in fields):
            return what
    return ""
