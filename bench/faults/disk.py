"""Small disks that fill up quickly: file systems in memory. Mounting one needs root."""

from __future__ import annotations

import ctypes
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PAGE = 4096  # bytes, in which such a disk is filled
_REMOUNT, _DETACH = 32, 2  # MS_REMOUNT, MNT_DETACH
_LARGE = 1 << 28


class SmallDisk:
    """A disk of ``size`` bytes, mounted on a folder."""

    def __init__(self, folder: Path, size: int) -> None:
        self._folder = folder
        self._mount(size, 0)

    def enlarge(self) -> None:
        """Make room, as a user does who deletes files."""
        self._mount(_LARGE, _REMOUNT)

    def unmount(self) -> None:
        """Remove the disk and its content."""
        ctypes.CDLL(None).umount2(os.fsencode(self._folder), _DETACH)

    def _mount(self, size: int, flags: int) -> None:
        libc = ctypes.CDLL(None, use_errno=True)
        options = f"size={size},mode=777".encode()
        if libc.mount(b"tmpfs", os.fsencode(self._folder), b"tmpfs", flags, options):
            number = ctypes.get_errno()
            raise OSError(number, os.strerror(number), str(self._folder))


@contextmanager
def small_disk(folder: Path, size: int) -> Iterator[SmallDisk]:
    """A disk that is gone after the block."""
    disk = SmallDisk(folder, size)
    try:
        yield disk
    finally:
        disk.unmount()


def can_mount() -> bool:
    """Whether this process may mount file systems."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            SmallDisk(Path(folder), PAGE).unmount()
        except OSError:
            return False
    return True
