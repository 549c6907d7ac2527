"""Read and write the footprints that the rows of one part of a scene complete."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

import numpy as np
import shapely

from ..hatch.errors import InputError, raise_shortage
from ..hatch.files import writing
from ..hatch.records import from_json
from .vectorise import Footprints
from .write import NOTHING

FORMAT = 1  # to be raised when _COLUMNS change
_COLUMNS = [field.name for field in fields(Footprints) if field.name != "polygons"]


@dataclass(frozen=True)
class PartFootprintsHeader:
    """Header of the footprints of a part.

    Attributes
    ----------
    part
        Hash of the part and of the program, as returned by ``outlines_key``.
    before, after
        State of the ``Vectoriser`` before and after the rows of the part.
    """

    part: str
    before: str
    after: str
    format: int = FORMAT


def write_part_footprints(
    path: Path, header: PartFootprintsHeader, batches: Sequence[Footprints]
) -> None:
    """Write the batches of footprints of a part; the values are exact."""
    batches = batches or [NOTHING]
    columns: dict[str, Any] = {
        name: np.concatenate([getattr(batch, name) for batch in batches]) for name in _COLUMNS
    }
    polygons = shapely.to_wkb(np.concatenate([batch.polygons for batch in batches]))
    with writing(path), path.open("wb") as file:
        np.savez(
            file,
            header=np.frombuffer(json.dumps(asdict(header)).encode(), np.uint8),
            counts=np.array([len(batch.polygons) for batch in batches]),
            polygons=np.frombuffer(b"".join(polygons), np.uint8),
            lengths=np.array([len(polygon) for polygon in polygons], np.int64),
            **columns,
        )


class PartFootprintsFile:
    """A file of ``write_part_footprints``.

    Raises InputError if it is damaged or another kind of file.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            with np.load(path) as file:
                values = json.loads(file["header"].tobytes())
            self.header = from_json(PartFootprintsHeader, values)
        except Exception as error:  # a damaged file raises errors of any kind
            raise_shortage(error)
            raise self._damaged() from error
        if self.header.format != FORMAT:
            raise self._damaged()

    def batches(self) -> Iterator[Footprints]:
        """The batches as they were written."""
        try:
            with np.load(self._path) as file:
                arrays = {name: file[name] for name in file.files}
            ends = np.cumsum(arrays["lengths"])
            data = arrays["polygons"].tobytes()
            wkb = [data[end - n : end] for end, n in zip(ends.tolist(), arrays["lengths"].tolist())]
            polygons = np.array(shapely.from_wkb(wkb), dtype=object)
            columns, counts = [arrays[name] for name in _COLUMNS], arrays["counts"].tolist()
        except Exception as error:
            raise_shortage(error)
            raise self._damaged() from error
        start = 0
        for count in counts:
            rows = slice(start, start + count)
            yield Footprints(polygons[rows], *(column[rows] for column in columns))
            start += count

    def _damaged(self) -> InputError:
        return InputError(
            "The footprints of a part are damaged or of another version; delete them, or compute "
            "them again: {path}",
            path=self._path,
        )
