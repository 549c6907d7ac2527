"""Tasks in QGIS's task bar for work that is done elsewhere."""

from __future__ import annotations

import threading

from qgis.core import QgsTask


class WaitingTask(QgsTask):
    """Ends when ``end`` is called, or when it is cancelled.

    Its thread only waits, in a single call: polling would run Python's garbage collector there, see
    garbage.py.
    """

    def __init__(self, description: str, flags: QgsTask.Flag) -> None:
        super().__init__(description, flags)
        self._waiting = threading.Lock()
        self._waiting.acquire()
        self._succeeded = False

    def run(self) -> bool:
        """In a background thread."""
        self._waiting.acquire()
        return self._succeeded

    def cancel(self) -> None:
        """Called by QGIS in its thread; on exit it waits for cancelled tasks."""
        super().cancel()
        self.end(succeeded=False)

    def end(self, *, succeeded: bool) -> None:
        """End the task, in QGIS's thread; the first call counts."""
        if self._waiting.locked():
            self._succeeded = succeeded
            self._waiting.release()
