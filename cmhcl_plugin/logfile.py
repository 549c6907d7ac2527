"""Logs of the worker and of installations: one file per start, at most MAX_LOGS of them."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from pathlib import Path

MAX_LOGS = 5
LONGEST_LINE = 10_000  # characters
LARGEST = 5_000_000  # characters, after which a log begins again; the part before is kept once
EARLIER = ".1"  # suffix of that part


class LogFile:
    """Appends lines to ``FOLDER/NAME-DATE-TIME.log`` and keeps the latest MAX_LOGS logs."""

    def __init__(self, folder: Path, name: str = "worker") -> None:
        """Create the folder and the file. Raises OSError when they cannot be written."""
        folder.mkdir(parents=True, exist_ok=True)
        for old in sorted(folder.glob(f"{name}-*.log"))[: -(MAX_LOGS - 1)]:
            with suppress(OSError):  # in use by another worker on Windows
                old.unlink()
                _earlier(old).unlink(missing_ok=True)
        self.path = folder / f"{name}-{datetime.now():%Y%m%d-%H%M%S-%f}.log"
        self._open()

    def write(self, line: str) -> None:
        """Append one line with the time; on disk when this returns.

        A long line is cut. After ``close``, and on a full disk, nothing is written.
        """
        if self._file.closed:
            return
        text = line.rstrip()
        if len(text) > LONGEST_LINE:
            text = f"{text[:LONGEST_LINE]}… ({len(text):,} characters)"
        with suppress(OSError):
            self._size += self._file.write(f"{datetime.now():%H:%M:%S} {text}\n")
            self._file.flush()
            if self._size > LARGEST:
                self._begin_again()

    def close(self) -> None:
        with suppress(OSError):
            self._file.close()

    def _open(self) -> None:
        self._file = self.path.open("a", encoding="utf-8", errors="backslashreplace")
        self._size = 0

    def _begin_again(self) -> None:
        self._file.close()
        with suppress(OSError):
            self.path.replace(_earlier(self.path))
        self._open()


def _earlier(path: Path) -> Path:
    return path.with_name(path.name + EARLIER)
