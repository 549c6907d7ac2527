"""Return freed memory that the C library keeps to the system."""

from __future__ import annotations

import ctypes
import sys


def give_back_freed_memory() -> None:
    """Return freed memory to the system if the C library is glibc.

    glibc keeps freed blocks between blocks in use. As a process does many different jobs, memory
    becomes fragmented and grows although nothing leaks.
    """
    if sys.platform == "linux":
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if trim is not None:
            trim(0)
