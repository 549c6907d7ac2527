"""Places in a job at which something can be done: its events and its operations on files."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from core.hatch.reporter import Reporter

# Python's audit events of operations that change files; GDAL's own have none.
_CHANGES = ("os.rename", "os.mkdir", "os.remove", "os.rmdir", "os.truncate", "os.chmod")
_WRITES = os.O_WRONLY | os.O_RDWR
# Those that need space.
GROWING = ("open", "os.rename", "os.mkdir")


def on_events(action: Callable[[int], None]) -> None:
    """Call ``action`` with 1, 2, 3 … each time that the job of this process reports."""
    count, check = 0, Reporter.check

    def checked(reporter: Reporter) -> None:
        nonlocal count
        check(reporter)
        count += 1
        action(count)

    setattr(Reporter, "check", checked)  # noqa: B010 (mypy takes an assignment for an error)


def on_operations(folder: Path, action: Callable[[int, str], None]) -> None:
    """Call ``action`` with 1, 2, 3 … before each operation that changes a file in the folder.

    It is also given the name of the operation, and may raise an error in its place.
    """
    count = 0

    def audit(event: str, arguments: tuple[Any, ...]) -> None:
        nonlocal count
        if _is_change(event, arguments, str(folder)):
            count += 1
            action(count, event)

    sys.addaudithook(audit)


def _is_change(event: str, arguments: tuple[Any, ...], folder: str) -> bool:
    if event == "open":
        path, _, flags = arguments
        if not isinstance(flags, int) or not flags & _WRITES:
            return False
    elif event in _CHANGES:
        path = arguments[0]
        if event in ("os.remove", "os.rmdir") and arguments[1] != -1:
            return True  # in a folder that shutil.rmtree has open
    else:
        return False
    return isinstance(path, (str, bytes, os.PathLike)) and os.fsdecode(path).startswith(folder)
