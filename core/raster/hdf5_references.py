"""HDF5 files, which netCDF-4 files are, whose values lie in other files."""

from __future__ import annotations

import mmap
import re
from functools import lru_cache
from pathlib import Path

_SIGNATURE = b"\x89HDF\r\n\x1a\n"
# By the version of the superblock: where it has the size of addresses, and the base address.
_SUPERBLOCK = {0: (13, 24), 1: (13, 28), 2: (9, 12), 3: (9, 12)}
# Messages of object headers, of both kinds of headers: a list of external files, whose names are
# in a local heap, and the layout of a virtual dataset, whose files are in a global heap.
_MESSAGES = {
    b"HEAP": re.compile(
        rb"\x07(?:\0..[\0-\x3f]\0\0\0|..[\0-\x3f](?:..)?)\x01\0\0\0(?!\0\0)..(?!\0\0)..(?=(.{8}))",
        re.S,
    ),
    b"GCOL": re.compile(
        rb"\x08(?:\0..[\0-\x3f]\0\0\0|..[\0-\x3f](?:..)?)[\x04\x05]\x03(?=(.{8}))", re.S
    ),
}


def refers_elsewhere(path: Path) -> bool:
    """Whether a dataset of the file has its values in other files, as HDF5 allows.

    False for a file that is not HDF5.

    Looks through the whole file. Raises OSError if it cannot be read.
    """
    status = path.stat()
    return _search(path, status.st_size, status.st_mtime_ns)


@lru_cache(maxsize=64)
def _search(path: Path, size: int, _: int) -> bool:
    if size == 0:
        return False
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        starts = [0, *(512 << n for n in range(48) if 512 << n < size)]
        starts = [start for start in starts if data[start : start + 8] == _SIGNATURE]
        if not starts:
            return False  # it is not HDF5
        for heap, message in _MESSAGES.items():
            for found in message.finditer(data):
                addresses = (_address(data, start, found[1]) for start in starts)
                if any(data[address : address + 4] == heap for address in addresses):
                    return True
    return False


def _address(data: mmap.mmap, start: int, stored: bytes) -> int:
    """Position in the file of an address, by the superblock at ``start``."""
    width_at, base_at = _SUPERBLOCK.get(data[start + 8], _SUPERBLOCK[3])
    width = data[start + width_at]
    base = int.from_bytes(data[start + base_at : start + base_at + width], "little")
    return base + int.from_bytes(stored[:width], "little")
