"""Hidden folders next to outputs, and what killed processes left in them.

Standard library only, Python 3.9+.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from contextlib import suppress
from pathlib import Path
from typing import Optional

from .file_lock import try_lock

LOCK = "cmhcl.lock"  # in the folder of an unfinished output; contains the name of the output
UNFINISHED = ".unfinished"  # the end of the name of that folder
RUN = ".run"  # before it: of a run that writes other files from its start
OLD = "old"  # in that folder: what was at the output
PARTS = ".parts"  # the end of the name of the folder of an output's parts
_LONGEST_NAME = 255  # bytes of a file name


def hidden_path(out: Path, suffix: str) -> Path:
    """A hidden path next to ``out`` that is named after it."""
    name = f".{out.name}{suffix}"
    if len(os.fsencode(name)) > _LONGEST_NAME:
        name = f".{hashlib.sha256(os.fsencode(out.name)).hexdigest()}{suffix}"
    return out.with_name(name)


def remove_folder(folder: Path) -> None:
    """Remove a folder, its lock last, so that an interrupted removal is recognised."""
    with suppress(OSError):
        for path in folder.iterdir():
            if path.name == LOCK:
                continue
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path, ignore_errors=True)
            else:
                path.unlink()
    shutil.rmtree(folder, ignore_errors=True)


def remove_remains(parent: Path) -> None:
    """Remove what killed processes left in a folder.

    A folder whose replacement was interrupted between two renames gets its old state back.
    """
    with suppress(OSError):
        for folder in parent.glob(f".*{UNFINISHED}"):
            with suppress(OSError):
                if (folder / LOCK).is_file():
                    _remove_if_abandoned(folder)
                else:
                    folder.rmdir()  # if it is empty: its lock was not made yet, or was removed


def _remove_if_abandoned(folder: Path) -> None:
    lock = try_lock(folder / LOCK)
    if lock is None:
        return
    with lock:
        name = _locked_name(folder)
        if name is None:
            return
        out, old = folder.with_name(name or folder.name), folder / OLD
        if old.exists() and not os.path.lexists(out):
            old.rename(out)
    remove_folder(folder)


def _locked_name(folder: Path) -> Optional[str]:
    """The name of the output of a hidden folder with a lock, "" if it was not written yet.

    None if the folder's name does not match that output, so that it is not ours.
    """
    with (folder / LOCK).open("rb") as file:
        name = os.fsdecode(file.read(_LONGEST_NAME + 1))
    if not name:
        return ""
    if name in (".", "..") or {"/", os.sep, "\0"} & set(name):
        return None
    out = folder.with_name(name)
    hidden = (hidden_path(out, f"{kind}{UNFINISHED}") for kind in ("", RUN))
    return name if folder.name in {path.name for path in hidden} else None
