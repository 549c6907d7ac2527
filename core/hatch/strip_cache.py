"""The hidden folder of the finished strips of an extraction. Standard library only.

It is next to the output, remains if the extraction is killed, and lets the same command continue.
"""

from __future__ import annotations

import os
import time
from contextlib import suppress
from pathlib import Path

from .files import hidden_path

STRIP = ".npz"  # the extension of the files in it
_SUFFIX = ".strips"
_EXPIRY_S = 7 * 24 * 3600  # seconds until leftover strips expire


def strips_folder(out: Path) -> Path:
    """The folder of the strips of the output ``out``, which need not exist."""
    return hidden_path(Path(os.path.realpath(out)), _SUFFIX)


def has_strips(out: Path) -> bool:
    """Whether there are strips of an extraction of ``out`` that was killed or is running."""
    return strips_folder(out).is_dir()


def remove_strips(out: Path) -> None:
    """Remove the strips of an output."""
    _remove(strips_folder(out))


def remove_outdated(parent: Path) -> None:
    """Remove the strips of all outputs of a folder that were written more than a week ago."""
    with suppress(OSError):
        for folder in parent.glob(f".*{_SUFFIX}"):
            with suppress(OSError):
                if folder.stat().st_mtime < time.time() - _EXPIRY_S:
                    _remove(folder)


def _remove(folder: Path) -> None:
    """Remove the strips in a folder, and the folder unless there is something else in it."""
    with suppress(OSError):
        for path in [*folder.glob(f"*{STRIP}"), *folder.glob(f"*{STRIP}.part")]:
            path.unlink()
        folder.rmdir()
