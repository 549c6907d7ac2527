"""Whether a file or folder exists, as far as this user can see. Standard library only, Python 3.9+.

``Path.is_file`` and its siblings raise OSError for a name that is too long and in a folder of
another user; these are False.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Union


def is_file(path: Union[str, Path]) -> bool:
    """Whether there is such a file."""
    return os.path.isfile(path)  # noqa: PTH113


def is_folder(path: Union[str, Path]) -> bool:
    """Whether there is such a folder."""
    return os.path.isdir(path)  # noqa: PTH112


def exists(path: Union[str, Path]) -> bool:
    """Whether there is such a file or folder."""
    return os.path.exists(path)  # noqa: PTH110
