"""Whether two paths are one file. Standard library only, Python 3.9+."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Hashable
from pathlib import Path


def is_same_file(first: Path, second: Path) -> bool:
    """Whether two paths lead to one file or folder, also through links.

    ".." after a folder that does not exist is resolved, as it is where outputs are written. Of
    files that do not exist, names that differ in case only count as the same.
    """
    return identity_of(first) == identity_of(second)


def identity_of(path: Path) -> Hashable:
    """A key that is equal for two paths to the same file or folder."""
    real = Path(os.path.realpath(path))
    try:
        status = real.stat()
    except OSError:
        return unicodedata.normalize("NFC", str(real)).casefold()
    return status.st_dev, status.st_ino
