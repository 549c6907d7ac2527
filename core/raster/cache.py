"""LRU cache of per-file statistics, invalidated when size or modification time changes.

Without it a job on a small part of a large scene would spend most of its time on statistics.
"""

from __future__ import annotations

import hashlib
import re
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable
from pathlib import Path
from typing import Any, TypeVar

from ..hatch.references import LARGEST

Value = TypeVar("Value")

# In an .aux.xml without white space: statistics, and the elements that are empty without them.
_STATISTICS = re.compile(
    r"<Histograms>.*?</Histograms>|<MDIkey=\"STATISTICS_[A-Z_]*\">[^<]*</MDI>"
    r"|<Metadata></Metadata>|<PAMRasterBandband=\"\d+\"></PAMRasterBand>"
)
_ONLY_STATISTICS = ("<PAMDataset></PAMDataset>",)


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

    The time of the last change of the file's state is one that programs cannot set back.
    Statistics that GDAL and QGIS save next to a raster do not count. For a raster that is not on a
    disk the key is unique, so that nothing is taken from the cache.
    """
    try:
        states = [(file, *_state(Path(file))) for file in files]
    except OSError:
        return object()
    if not states:
        return object()
    return (name, *(state for state in states if state[1:] != _ONLY_STATISTICS))


def of_copies(fingerprint: Hashable) -> Hashable:
    """A fingerprint without folders and fractions of a second, which copies of files may lose.

    A key that is unique stays as it is.
    """
    if not isinstance(fingerprint, tuple):
        return fingerprint
    name, *states = fingerprint
    copies = []
    for file, *state in states:
        if len(state) == 3:  # times and size
            state = [state[0] // 10**9, state[1]]
        copies.append((Path(file).name, *state))
    return (Path(name).name, *copies)


def digest(*facts: object) -> str:
    """Hash of the repr of some values, for names and headers of files."""
    return hashlib.sha256(repr(facts).encode()).hexdigest()


def _state(path: Path) -> tuple[Hashable, ...]:
    """Values that change with a file; _ONLY_STATISTICS for an ``.aux.xml`` of these alone."""
    status = path.stat()
    if not path.name.endswith(".aux.xml") or status.st_size > LARGEST:
        return status.st_mtime_ns, status.st_size, status.st_ctime_ns
    text = "".join(path.read_text(encoding="utf-8", errors="replace").split())
    while (shorter := _STATISTICS.sub("", text)) != text:
        text = shorter
    return (text,)
