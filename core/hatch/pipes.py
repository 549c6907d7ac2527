"""Pipes and devices in place of files. Standard library only, Python 3.9+.

Opening one may block forever.
"""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Union

from .errors import InputError
from .existence import exists, is_file, is_folder


def refuse_pipe(path: Union[str, Path]) -> None:
    """Raise InputError if a path is a device or a pipe."""
    if exists(path) and not (is_file(path) or is_folder(path)):
        raise InputError("The path is a device or a pipe; choose a file: {path}", path=path)


def refuse_pipes_in(folder: Union[str, Path]) -> None:
    """Raise InputError if a folder of inputs has a device or a pipe in it.

    GDAL opens many files next to the one that it is given. All have an extension; the pipes of
    running programs, as in /tmp, have none.
    """
    name = ""
    with suppress(OSError):  # a folder that may not be listed
        name = _pipe_in(os.fspath(folder), Path(folder).stat().st_mtime_ns)
    if name:
        raise InputError(
            "There is a device or a pipe next to the input; move it to another folder: {path}",
            path=Path(folder, name),
        )


@lru_cache(maxsize=1024)
def _pipe_in(folder: str, _: int) -> str:
    """The name of a pipe or device, or "". Sockets do not count, as they cannot be opened."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_file() or entry.is_dir() or not Path(entry.name).suffix:
                continue
            with suppress(OSError):  # a link to nowhere
                mode = entry.stat().st_mode
                if stat.S_ISFIFO(mode) or stat.S_ISCHR(mode) or stat.S_ISBLK(mode):
                    return entry.name
    return ""
