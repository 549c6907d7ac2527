"""Finished strips of an extraction on disk, from which a killed run is resumed.

Each strip is a separate file, written by ``strip_file``.
"""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from ..hatch.messages import Message
from ..hatch.reporter import Reporter
from ..hatch.resume_folders import STRIP, remove_strips, strips_folder
from ..timing import Timing
from .blend import Strip
from .strip_file import PIXEL_BYTES, read_strip, write_strip

_RESERVE = 1_000_000_000  # bytes that are left free on the disk


class StripCache:
    """The strips of the output ``out``. Only the process that is writing the output may use them.

    ``count`` is the number of strips that ``read`` has yielded and ``write_through`` has added.
    """

    def __init__(
        self, out: Path, key: str, rows: range, reporter: Reporter, floor: float = 0
    ) -> None:
        """``key`` names what the strips depend on, "" to store none. ``rows`` are those of all.

        Pixels of a probability below ``floor`` are 0 when they are read.
        """
        self._out, self._key, self._rows, self._floor = out, key, rows, floor
        self._reporter = reporter
        self._folder = strips_folder(out)
        self.count = 0
        self._is_keeping = bool(key)

    def read(self) -> Iterator[Strip]:
        """Yield the strips of an earlier run with the same key, up to one missing or damaged.

        If there are none, those of another key are removed.
        """
        row = self._rows.start
        strip = self._read(row)
        while strip is not None:
            yield strip
            self.count += 1
            row += len(strip.valid)
            strip = self._read(row)
        if self.count == 0:
            self.remove()

    def write_through(self, strips: Iterator[Strip], timing: Timing) -> Iterator[Strip]:
        """Pass on the strips that follow those of ``read``, keeping each except the last."""
        for strip in strips:
            is_last = strip.end == self._rows.stop
            if self._is_keeping and not is_last:
                with timing.part("keeping"):
                    self._keep(strip)
            yield strip

    def remove(self) -> None:
        """Remove all strips."""
        remove_strips(self._out)

    def _path(self, number: int) -> Path:
        return self._folder / f"{self._key}-{number:05}{STRIP}"

    def _read(self, row: int) -> Strip | None:
        """The next strip, None if there is none that begins with this row."""
        path = self._path(self.count)
        if not self._key or not path.is_file():
            return None
        try:
            with np.load(path) as file:
                strip = read_strip(file)
        except Exception:  # a damaged file raises errors of any kind
            return None
        return strip if strip.row == row else None

    def _keep(self, strip: Strip) -> None:
        """Write a strip; if there is no room, remove all, so that the output has it."""
        path = self._path(self.count)
        part = path.with_name(f"{path.name}.part")
        try:
            self._folder.mkdir(exist_ok=True)
            if shutil.disk_usage(self._folder).free < _RESERVE + PIXEL_BYTES * strip.valid.size:
                raise OSError("the disk is almost full")
            _write(part, strip, self._floor)
            part.replace(path)
        except OSError:
            self._is_keeping = False
            self.remove()
            self._reporter.log(
                Message(
                    "There is no room to keep finished rows in {folder}; if this extraction is "
                    "killed, it starts again from the beginning.",
                    folder=path.parent.parent,
                )
            )
        self.count += 1


def _write(path: Path, strip: Strip, floor: float) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        write_strip(archive, strip, floor=floor)
