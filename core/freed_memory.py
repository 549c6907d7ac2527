"""Freed memory that the C library keeps, given back to the system."""

from __future__ import annotations

import ctypes
import sys


def give_back_freed_memory() -> None:
    """Give freed memory back to the system, with glibc; other C libraries are left alone.

    glibc keeps freed blocks that lie between blocks in use. In a process that does many jobs of
    different kinds they are scattered more and more, so it grows although nothing leaks.
    """
    if sys.platform == "linux":
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if trim is not None:
            trim(0)
