"""Swapping two names in one step, where the system can. Standard library only, Python 3.9+."""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path

_HERE, _EXCHANGE = -100, 2  # AT_FDCWD and RENAME_EXCHANGE of Linux
_SWAP = 2  # RENAME_SWAP of macOS


def exchange(first: Path, second: Path) -> bool:
    """Swap two existing files or folders of one disk, so that neither is ever missing.

    Returns False, with both as they were, if the system or the disk cannot do that.
    """
    if sys.platform == "win32":
        return False
    names = os.fsencode(first), os.fsencode(second)
    libc = ctypes.CDLL(None)
    if hasattr(libc, "renameat2"):
        return int(libc.renameat2(_HERE, names[0], _HERE, names[1], _EXCHANGE)) == 0
    if hasattr(libc, "renamex_np"):
        return int(libc.renamex_np(names[0], names[1], _SWAP)) == 0
    return False
