"""The cancellation of a running job."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import Optional

from qgis.PyQt.QtCore import QObject, QTimer

from ...core.hatch.protocol import CancelRequest
from .connection import Connection

GRACE_MS = 2_000  # from cancel to terminate, and from terminate to kill


class Cancellation(QObject):
    """Asks the worker to end its job, then terminates the process, then kills it."""

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self.is_active = False
        self._steps: deque[Callable[[], None]] = deque()
        self._grace = QTimer(self)
        self._grace.timeout.connect(self._escalate)

    def begin(self, connection: Connection, id: str) -> None:
        """Cancel the job of this id."""
        self.is_active = True
        self._steps = deque([connection.terminate, connection.kill])
        connection.send(CancelRequest(id))
        self._grace.start(GRACE_MS)

    def end(self) -> None:
        """The job, or its process, has ended."""
        self.is_active = False
        self._steps.clear()
        self._grace.stop()

    def _escalate(self) -> None:
        if self._steps:
            self._steps.popleft()()
        else:
            self._grace.stop()
