"""The worker's log: one file a start, the last few kept."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

KEPT = 5


class LogFile:
    """Appends lines to ``FOLDER/worker-DATE-TIME.log`` and removes the oldest logs beyond KEPT."""

    def __init__(self, folder: Path) -> None:
        """Create the folder and the file. Raises OSError when they cannot be written."""
        folder.mkdir(parents=True, exist_ok=True)
        for old in sorted(folder.glob("worker-*.log"))[: -(KEPT - 1)]:
            old.unlink(missing_ok=True)
        self.path = folder / f"worker-{datetime.now():%Y%m%d-%H%M%S-%f}.log"
        self._file = self.path.open("a", encoding="utf-8")

    def write(self, line: str) -> None:
        """Append one line with the time; on disk when this returns."""
        self._file.write(f"{datetime.now():%H:%M:%S} {line.rstrip()}\n")
        self._file.flush()

    def close(self) -> None:
        self._file.close()
