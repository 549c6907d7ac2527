"""Blocks of rows by number, most of them in a temporary file."""

from __future__ import annotations

import tempfile
from collections import OrderedDict
from typing import IO

import numpy as np


class BlockStore:
    """Arrays [rows] of one data type, of which ``in_memory`` are in memory, the last used ones.

    The others are in a temporary file, which is made when it is needed and removed with the store.
    All methods raise OSError if the disk of the temporary folder is full.
    """

    def __init__(self, rows: int, dtype: np.dtype, in_memory: int) -> None:
        self._rows, self._dtype, self._in_memory = rows, dtype, in_memory
        self._held: OrderedDict[int, np.ndarray] = OrderedDict()
        self._file: IO[bytes] | None = None

    def put(self, number: int, block: np.ndarray) -> None:
        """Store a block [rows], also in place of another of this number."""
        self._held[number] = block
        self._held.move_to_end(number)
        while len(self._held) > self._in_memory:
            oldest, array = self._held.popitem(last=False)
            self._at(oldest, 0).write(array.data)

    def get(self, number: int) -> np.ndarray:
        """A block that was put, to change in place until the next call."""
        if number not in self._held:
            self.put(number, self.read(number, 0, self._rows).copy())
        self._held.move_to_end(number)
        return self._held[number]

    def read(self, number: int, start: int, stop: int) -> np.ndarray:
        """Rows [stop - start] of a block that was put, to read only."""
        if number in self._held:
            return self._held[number][start:stop]
        stored = self._at(number, start).read((stop - start) * self._dtype.itemsize)
        return np.frombuffer(stored, self._dtype)

    def _at(self, number: int, row: int) -> IO[bytes]:
        """The file at a row of a block."""
        if self._file is None:
            self._file = tempfile.TemporaryFile()  # noqa: SIM115, it lives as long as the store
        self._file.seek((number * self._rows + row) * self._dtype.itemsize)
        return self._file
