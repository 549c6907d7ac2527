"""Logs of the worker and of installations: one file per start, at most MAX_LOGS of them."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from pathlib import Path

MAX_LOGS = 5


class LogFile:
    """Appends lines to ``FOLDER/NAME-DATE-TIME.log`` and keeps the latest MAX_LOGS logs."""

    def __init__(self, folder: Path, name: str = "worker") -> None:
        """Create the folder and the file. Raises OSError when they cannot be written."""
        folder.mkdir(parents=True, exist_ok=True)
        for old in sorted(folder.glob(f"{name}-*.log"))[: -(MAX_LOGS - 1)]:
            with suppress(OSError):  # in use by another worker on Windows
                old.unlink()
        self.path = folder / f"{name}-{datetime.now():%Y%m%d-%H%M%S-%f}.log"
        self._file = self.path.open("a", encoding="utf-8")

    def write(self, line: str) -> None:
        """Append one line with the time; on disk when this returns. After ``close``: no effect."""
        if not self._file.closed:
            self._file.write(f"{datetime.now():%H:%M:%S} {line.rstrip()}\n")
            self._file.flush()

    def close(self) -> None:
        self._file.close()
