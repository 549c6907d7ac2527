"""Locks that end with the process that holds them. Standard library only, Python 3.9+."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import BinaryIO, Optional

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_BEYOND = 1 << 20  # a position that no lock file reaches


def try_lock(path: Path) -> Optional[BinaryIO]:
    """Open a file, which is created if missing, and lock it until it is closed.

    Returns None if another process holds the lock or the file system has no locks. Raises OSError
    if the file cannot be opened.
    """
    file = path.open("ab")
    try:
        if sys.platform == "win32":
            file.seek(_BEYOND)  # what is locked cannot be read
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        file.close()
        return None
    return file
