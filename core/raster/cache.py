"""LRU cache of per-file statistics, invalidated when size or modification time changes.

Without it a job on a small part of a large scene would spend most of its time on statistics.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable
from pathlib import Path
from typing import Any, TypeVar

Value = TypeVar("Value")


class LRUCache:
    """Thread-safe cache of the ``size`` most recently used values."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._values: OrderedDict[Hashable, Any] = OrderedDict()
        self._lock = threading.Lock()

    def get_or_compute(self, key: Hashable, compute: Callable[[], Value]) -> Value:
        """The cached value of ``key``, else that of ``compute``; its exceptions are not cached."""
        with self._lock:
            if key in self._values:
                self._values.move_to_end(key)
                cached: Value = self._values[key]
                return cached
        value = compute()
        with self._lock:
            self._values[key] = value
            if len(self._values) > self._size:
                self._values.popitem(last=False)
        return value


FILE_CACHE = LRUCache(size=32)


def fingerprint(name: str, files: Iterable[str]) -> Hashable:
    """Key of the raster ``name`` that changes with the size or time of any of its files.

    For a raster that is not on a disk it is unique, so that nothing is taken from the cache.
    """
    try:
        states = [(file, Path(file).stat()) for file in files]
    except OSError:
        return object()
    if not states:
        return object()
    return (name, *((file, state.st_mtime_ns, state.st_size) for file, state in states))
