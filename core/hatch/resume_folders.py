"""The hidden folders in which an extraction keeps finished rows. Standard library only.

They are next to the output, remain if the extraction is killed, and let the same command continue:
one of strips, and one of the parts that the processes of a cluster computed.
"""

from __future__ import annotations

import os
import re
import shutil
import time
from contextlib import suppress
from pathlib import Path

from .remains import PARTS, hidden_path

STRIP = ".npz"  # the extension of the files in it
_SUFFIX = ".strips"
# What is in a folder of parts: parts, their own hidden folders, and tokens of running clusters.
_PART = re.compile(r"[0-9a-f]{16}-\d+\.part|\.[0-9a-f]{16}-\d+\.part\.[a-z]+|[0-9a-f]{32}\.running")
_EXPIRY_S = 7 * 24 * 3600  # seconds until they expire


def strips_folder(out: Path) -> Path:
    """The folder of the strips of the output ``out``, which need not exist."""
    return hidden_path(Path(os.path.realpath(out)), _SUFFIX)


def remove_strips(out: Path) -> None:
    """Remove the strips of an output."""
    _remove(strips_folder(out))


def remove_outdated(parent: Path) -> None:
    """Remove what extractions into a folder kept and did not touch for a week."""
    for suffix, remove in ((_SUFFIX, _remove), (PARTS, _remove_parts)):
        with suppress(OSError):
            for folder in parent.glob(f".*{suffix}"):
                with suppress(OSError):
                    if folder.stat().st_mtime < time.time() - _EXPIRY_S:
                        remove(folder)


def _remove_parts(folder: Path) -> None:
    """Remove a folder of parts unless there is something else in it."""
    if all(_PART.fullmatch(path.name) for path in folder.iterdir()):
        shutil.rmtree(folder, ignore_errors=True)


def _remove(folder: Path) -> None:
    """Remove the strips in a folder, and the folder unless there is something else in it."""
    with suppress(OSError):
        for path in [*folder.glob(f"*{STRIP}"), *folder.glob(f"*{STRIP}.part")]:
            path.unlink()
        folder.rmdir()
