"""HDF5 files, which netCDF-4 files are, with values or links in other files."""

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
# The message of a link to another file, up to the length of its name. Its first flags are the size
# of that length, and whether the order of its creation and its character set are given.
_LINK = re.compile(rb"\x01([\x08-\x1f])\x40", re.S)
# A heap of links whose filters, such as compression, hide them; other heaps have no filters.
_FILTERED_HEAP = re.compile(rb"FRHP\0..(?!\0\0)..", re.S)


def refers_elsewhere(path: Path) -> bool:
    """Whether a dataset of the file has its values in other files, or a link leads to another file.

    True also if its links are compressed. False for a file that is not HDF5.

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
        if _FILTERED_HEAP.search(data):
            return True
        for heap, message in _MESSAGES.items():
            for found in message.finditer(data):
                addresses = (_address(data, start, found[1]) for start in starts)
                if any(data[address : address + 4] == heap for address in addresses):
                    return True
        return any(_is_link(data, found.end(), found[1][0]) for found in _LINK.finditer(data))


def _is_link(data: mmap.mmap, at: int, flags: int) -> bool:
    """Whether the rest of a link to another file follows: its own name, file and path there."""
    at += 8 * bool(flags & 4) + bool(flags & 16)
    width = 1 << (flags & 3)
    at += width + int.from_bytes(data[at : at + width], "little")
    length = int.from_bytes(data[at : at + 2], "little")
    names = data[at + 2 : at + 2 + length]  # version and flags, then two texts
    return len(names) == length and bool(re.fullmatch(rb"\0[^\0]+\0[^\0]+\0", names))


def _address(data: mmap.mmap, start: int, stored: bytes) -> int:
    """Position in the file of an address, by the superblock at ``start``."""
    width_at, base_at = _SUPERBLOCK.get(data[start + 8], _SUPERBLOCK[3])
    width = data[start + width_at]
    base = int.from_bytes(data[start + base_at : start + base_at + width], "little")
    return base + int.from_bytes(stored[:width], "little")
